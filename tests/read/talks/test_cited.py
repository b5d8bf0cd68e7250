from __future__ import annotations

import pytest

from seedbed.model.record import TranscriptRecord
from seedbed.read.coverage import find_fault
from seedbed.read.registry import read
from seedbed.read.talks.notices import heads_citations
from tests.read.seeds import seed_of, unread_texts

TALK = "".join(
    f"ANN: What of roof number {number}? It was wet, I hear.\n\nIDA: It leaked, and it still does.\n\n"
    for number in range(1, 6)
)
MOE = "Moe, I. & Berg, U. (2023). Slate that was wet: memory in roofs. Journal of Rain, 8(2), 55–90."
DAHL = "Dahl, U. & Fox, C. (2022). Heavy drops at the last layer. Letters on Shelter 14, 1–20."


def titles_and_last_words(text: str) -> tuple[list[str], list[str]]:
    reading = read(seed_of(text))
    assert (reading.kind, find_fault(reading)) == ("transcript", "")
    (talk,) = (record for record in reading.records if isinstance(record, TranscriptRecord))
    titles = [work.title.value for work in reading.works() if work.title]
    return titles, [said.value for said in talk.turns[-1].paragraphs]


BOTH = ["Slate that was wet: memory in roofs", "Heavy drops at the last layer"]
LAST = ["It leaked, and it still does."]


@pytest.mark.parametrize("heading", ["Papers mentioned in this episode", "References", "## Further reading"])
@pytest.mark.parametrize("bullet", ["", "- ", "* "])
def test_papers_below_a_conversation(heading: str, bullet: str) -> None:
    text = f"{TALK}{heading}\n\n{bullet}{MOE}\n\n{bullet}{DAHL}\n\nPrevious: Ep. 11\n"
    assert titles_and_last_words(text) == (BOTH, LAST)


def test_papers_above_a_conversation() -> None:
    text = f"Wet roofs\n\nPapers discussed\n\n{MOE}\n{DAHL}\n\nTranscript\n\n{TALK}"
    assert titles_and_last_words(text) == (BOTH, LAST)


def test_what_is_no_whole_reference_is_left_unread() -> None:
    text = f"{TALK}Papers mentioned\n\nThe gulls of Bergen, a film\n\n{MOE}\n"
    assert titles_and_last_words(text) == (BOTH[:1], LAST)
    assert "The gulls of Bergen, a film" in unread_texts(read(seed_of(text)))


def test_comments_below_the_papers_are_none() -> None:
    text = f"{TALK}Papers mentioned\n\n{MOE}\n\n2 comments\n\n{DAHL}\n"
    assert titles_and_last_words(text) == (BOTH[:1], LAST)


def test_without_such_a_heading_nothing_is_cited() -> None:
    titles, _ = titles_and_last_words(f"Wet roofs\n\n{TALK}Recent episodes\n\n{MOE}\n")
    assert titles == []


@pytest.mark.parametrize(
    "text",
    [
        "Papers mentioned",
        "The papers we discussed in our conversation",
        "Articles, books and other links mentioned in this episode:",
        "Papers & resources referenced",
        "Bibliography",
        "**Works cited**",
        "Suggested reading",
    ],
)
def test_headings_over_papers(text: str) -> None:
    assert heads_citations(text)


@pytest.mark.parametrize(
    "text",
    [
        "Papers",
        "She mentioned papers",
        "The papers mentioned rain.",
        "Reading",
        "Books we sell",
        "People mentioned",
    ],
)
def test_headings_over_anything(text: str) -> None:
    assert not heads_citations(text)


QUOTED = (
    "Ida Moe and Ula Berg, “Slate that was wet: memory in roofs,” Journal of Rain (2023)",
    "Ula Dahl, “Heavy drops at the last layer,” preprint (2022)",
)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Ida Moe, “What our gutters do not show,” Roofs and Gutters", "What our gutters do not show"),
        ("Ida Moe, “What our gutters do not show,” Rain Letters.", "What our gutters do not show"),
        ("Ida Moe, “What our gutters do not show,” a film", None),
        ("Ida Moe, “What our gutters do not show,” University of Cork", None),
        ("Ida Moe, “What our gutters do not show,” as she calls it", None),
    ],
)
def test_a_journal_without_a_year_among_papers_with_one(line: str, title: str | None) -> None:
    listed = "\n".join((*QUOTED, line))
    titles, _ = titles_and_last_words(f"Wet roofs\n\nPapers discussed\n\n{listed}\n\nTranscript\n\n{TALK}")
    assert titles == [*BOTH, *([title] if title else [])]
