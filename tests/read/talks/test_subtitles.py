from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seedbed.model.record import TranscriptRecord
from seedbed.read.reader import UNKNOWN
from seedbed.read.registry import read
from seedbed.read.talks.subtitles import SUBTITLES
from tests.read.seeds import read_lawfully, seed_of, unread_texts

WEBVTT = """WEBVTT - On Growth
Kind: captions
Language: en

NOTE made by hand

STYLE
::cue { color: red }

intro
00:01.000 --> 00:02.500 align:start
<v Ann Lee>Hello &amp; <i>welcome</i>
to the <c.loud>show.

00:00:03.000 --> 00:00:04.000
<v.first Bo Ek>Thanks.</v>

00:00:05.000 --> 00:00:06.000
More.

01:00:07.000 --> 01:00:08.000
<v Ann Lee>Goodbye.
"""
SRT = """1
00:00:01,000 --> 00:00:02,000
ANN LEE: Hello

2
00:00:03,000 --> 00:00:04,000
and more.

3
00:00:05,000 --> 00:00:06,000
>> BO EK: Thanks.
4
00:00:07,5 --> 00:00:08,5
- ANN LEE: You.
"""


def turns(text: str) -> list[tuple[str, int | None, list[tuple[str, int, int]]]]:
    (record,) = read_lawfully(SUBTITLES, text).records
    assert isinstance(record, TranscriptRecord)
    return [
        (
            turn.label,
            turn.time,
            [(said.value, said.span.first, said.span.last) for said in turn.paragraphs],
        )
        for turn in record.turns
    ]


def test_webvtt() -> None:
    assert turns(WEBVTT) == [
        ("Ann Lee", 1, [("Hello & welcome to the show.", 12, 13)]),
        ("Bo Ek", 3, [("Thanks. More.", 16, 19)]),
        ("Ann Lee", 3607, [("Goodbye.", 22, 22)]),
    ]
    reading = read(seed_of(WEBVTT))
    assert (reading.kind, reading.why) == ("subtitles", "4 cues are timed as WebVTT does")
    assert unread_texts(reading) == ["NOTE made by hand", "STYLE", "::cue { color: red }"]


def test_srt() -> None:
    assert turns(SRT) == [
        ("ANN LEE", 1, [("Hello and more.", 3, 7)]),
        ("BO EK", 5, [("Thanks.", 11, 11)]),
        ("ANN LEE", 7, [("You.", 14, 14)]),
    ]
    reading = read(seed_of(SRT))
    assert (reading.kind, reading.unread) == ("subtitles", ())


@pytest.mark.parametrize(("first", "second"), [("Ann Lee", "Bo Ek"), ("Lee, Ann", "Ek, Bo")])
@pytest.mark.parametrize("clock", ["0:0:{0}.0 --> 0:0:{0}.90", "00:00:0{0}.000 --> 00:00:0{0}.900"])
def test_names_on_the_first_line_of_each_cue(first: str, second: str, clock: str) -> None:
    cues = [(first, "Good morning.\nShall we?"), (second, "Yes."), (first, "All?"), (second, "No.")]
    text = "".join(f"{clock.format(at)}\n{name}\n{said}\n" for at, (name, said) in enumerate(cues))
    assert [(name, time, said[0][0]) for name, time, said in turns(text)] == [
        (first, 0, "Good morning. Shall we?"),
        (second, 1, "Yes."),
        (first, 2, "All?"),
        (second, 3, "No."),
    ]


def test_first_lines_that_do_not_recur_are_no_names() -> None:
    said = ["Good Morning", "Shall We", "Yes Indeed", "All Of Them"]
    text = "".join(
        f"00:00:0{at}.000 --> 00:00:0{at}.900\n{line}\nso it is.\n\n" for at, line in enumerate(said)
    )
    assert [name for name, _, _ in turns(text)] == [""]


def test_long_turns_have_paragraphs() -> None:
    cues = "".join(
        f"00:{n:02d}.000 --> 00:{n:02d}.900\n{'Ann Lee: ' * (n == 0)}{'Rain. ' * 30}\n\n" for n in range(9)
    )
    text = (
        "WEBVTT\n\n"
        + cues
        + "00:10.000 --> 00:11.000\nBo Ek: Yes.\n\n00:12.000 --> 00:13.000\nAnn Lee: Yes.\n"
    )
    (_, _, paragraphs), *_ = turns(text)
    assert len(paragraphs) == 3
    assert all(len(said) < 800 for said, _, _ in paragraphs)


def test_subtitles_that_name_nobody_are_nobodys_turns() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n\n00:03.000 --> 00:04.000\n>> Who is there?\n"
    assert turns(text) == [("", 1, [("Hello.", 4, 4)]), ("", 3, [("Who is there?", 7, 7)])]
    (remark,) = read(seed_of(text)).remarks
    assert remark.value.startswith("no cue says who speaks")
    assert remark.span.first == 3


def test_lines_that_roll_up_are_read_once() -> None:
    cues = ["one", "one\ntwo", "two\nthree", "three\nthree four"]
    timed = (f"00:{at:02d}.000 --> 00:{at:02d}.900\n{said}\n\n" for at, said in enumerate(cues))
    ((_, _, ((said, first, last),)),) = turns("WEBVTT\n\n" + "".join(timed))
    assert (said, first, last) == ("one two three three four", 4, 16)


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n\n00:01.000 --> 00:02.000",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n\n\n00:01.000 --> 00:02.000\n<v >x",
        "00:01,000 --> 00:02,000\n00:01,000 --> 00:02,000\n-->\n",
        "00:01,000 --> 99:99:99,000\n<v Ann Lee>x\n\n00:01,000 --> 00:00,000\n<v Bo Ek>y\n",
        "00:01,000 --> 00:02,000\n" + "<v " * 5000 + "\n",
        "00:01,000 --> 00:02,000\n" + "<" * 50_000 + "\n",
        "00:01,000 --> 00:02,000\n<v Ann Lee>NOTE\nSTYLE\n\n00:01,000 --> 00:02,000\nNOTE x\n",
    ],
)
def test_awkward_files(text: str) -> None:
    read_lawfully(SUBTITLES, text)


@pytest.mark.parametrize("text", ["", "A --> B\n", "WEBVTT\n", "12:03 --> 12:04\n"])
def test_knows_others(text: str) -> None:
    assert read(seed_of(text)).kind == UNKNOWN


_SAID = st.lists(
    st.sampled_from(["Yes.", "The rain", "is 90% & <wet>", "so: well", "李", "a > b"]), min_size=1, max_size=4
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.sampled_from(["Ann Lee", "Bo Ek", "Cy"]), _SAID), min_size=1, max_size=8),
    st.booleans(),
)
def test_turns_come_back(written: list[tuple[str, list[str]]], numbered: bool) -> None:  # noqa: FBT001
    text = "WEBVTT\n\n"
    expected: list[tuple[str, int, str]] = []
    at = 0
    for speaker, cues in written:
        if not expected or expected[-1][0] != speaker:
            expected.append((speaker, at, ""))
        for said in cues:
            shown = said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            text += f"{at + 1}\n" if numbered else ""
            text += f"00:{at:02d}.000 --> 00:{at:02d}.900\n<v {speaker}>{shown}\n\n"
            name, start, before = expected[-1]
            expected[-1] = (name, start, f"{before} {said}".strip())
            at += 1
    found = [
        (name, time, " ".join(said for said, _, _ in paragraphs)) for name, time, paragraphs in turns(text)
    ]
    assert found == expected
