from __future__ import annotations

from seedbed.write.contents import contents, minutes_to_read
from tests.link.factory import transcript

ASKED = (
    ("Ann", "Welcome. Why do rivers bend as they go? Is that so?"),
    ("Bob", "They do. Who would have thought that of water?"),
    ("Ann", "Right?"),
    ("Bob", "Yes."),
    ("Ann", ("I see.", "And how long does a bend take to form?")),
    ("Bob", "A century."),
    ("Ann", "What becomes of the lakes that they leave behind?"),
)


def test_contents_are_the_questions_of_the_one_who_leads() -> None:
    assert [(each.label, each.address) for each in contents(transcript("Rivers", *ASKED))] == [
        ("Why do rivers bend as they go?", "transcripts/rivers#turn-1"),
        ("And how long does a bend take to form?", "transcripts/rivers#turn-5"),
        ("What becomes of the lakes that they leave behind?", "transcripts/rivers#turn-7"),
    ]


def test_few_questions_make_no_contents() -> None:
    assert contents(transcript("Rivers", *ASKED[:5])) == ()


def test_a_monologue_has_no_contents() -> None:
    assert contents(transcript("Alone", ("Ann", "Rivers bend."))) == ()


def test_reading_time_is_in_whole_minutes() -> None:
    assert minutes_to_read(transcript("Short", ("Ann", "Yes."))) == 1
    assert minutes_to_read(transcript("Long", ("Ann", "word " * 2380))) == 10
