"""What nobody's name stands before: captions with their times, or running text."""

from __future__ import annotations

import pytest

from seedbed.model.record import TranscriptRecord
from seedbed.read.reader import UNKNOWN
from seedbed.read.registry import read
from tests.read.seeds import LONG, seed_of, unread_texts

SAID = [
    "hello and welcome to",
    "the roof of which we",
    "talk today and which",
    "leaks in two",
    "places, or three.",
    "so.",
]


def paragraphs_of(text: str) -> list[tuple[str, int, int]]:
    reading = read(seed_of(text))
    assert reading.kind == "transcript"
    (record,) = reading.records
    assert isinstance(record, TranscriptRecord)
    (turn,) = record.turns
    assert turn.label == ""
    return [(said.value, said.span.first, said.span.last) for said in turn.paragraphs]


@pytest.mark.parametrize(
    "form",
    [
        "[{0}.00 --> {0}.90] {1}\n",
        "[00:00:0{0}.000 --> 00:00:0{0}.900]   {1}\n",
        "0:00:0{0}.10 –> 0:00:0{0}.90 {1}\n",
        "Starting point is 00:00:0{0} {1}\n",
        r"\[00:0{0}\] {1}" + "\n",
    ],
)
def test_lines_with_their_times(form: str) -> None:
    text = "".join(form.format(at, said) for at, said in enumerate(SAID, start=1))
    assert paragraphs_of(text) == [(" ".join(SAID), 1, 6)]


def test_arrows_say_that_somebody_else_speaks() -> None:
    said = ("0:01 >> What grows?", "0:05 Seeds do.", "0:09 And weeds.", "0:12 >> Do they?")
    reading = read(seed_of("Transcript\n\n" + "\n".join(said)))
    (record,) = reading.records
    assert isinstance(record, TranscriptRecord)
    assert [(turn.time, len(turn.paragraphs)) for turn in record.turns] == [(1, 3), (12, 1)]


def test_what_a_page_says_below_the_heading_is_not_said() -> None:
    notices = "Discussion (0)\nYouTube captions (auto) · 942 segments\nCaptions are an imperfect source.\n"
    lines = "".join(f"[00:0{at}] {said}\n" for at, said in enumerate(SAID))
    text = f"Rain on Roofs\n\nEpisode transcript\n\n{notices}{lines}There was a problem loading comments...\n"
    ((said, _, _),) = paragraphs_of(text)
    assert said == " ".join(SAID)
    assert unread_texts(read(seed_of(text)))[0] == "Discussion (0)"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_broken_lines_below_the_heading(gap: str) -> None:
    text = f"Rain on Roofs\n\nBy the Roof Channel\n\nFull Transcript\n\n{gap.join(SAID)}\n"
    ((said, _, _),) = paragraphs_of(text)
    assert said == " ".join(SAID)


def test_titles_below_the_heading_are_no_speech() -> None:
    titles = "\n".join(f"Roof {number} in the Rain" for number in range(9))
    assert read(seed_of(f"Rain on Roofs\n\nTranscript\n\n{titles}\n")).kind == UNKNOWN


def test_long_paragraphs_that_end_otherwise_are_not_joined() -> None:
    told = LONG.removesuffix(".")
    text = f"Rain on Roofs\n\nTranscript\n\n{told}:\n\n{told}\n\n{told}\n\n{told};\n"
    assert len(paragraphs_of(text)) == 4
