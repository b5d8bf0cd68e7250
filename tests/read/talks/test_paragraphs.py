from __future__ import annotations

from seedbed.read.talks.paragraphs import are_broken, joined
from seedbed.text.lines import Line

BROKEN = ["it rains on", "the roof and on", "nothing else.", "When it stops", "we go out", "to look at it"]
WHOLE = ["It rains.", "It does.", "Then it stops.", "We go out.", "We look.", "It is wet."]


def lines(texts: list[str]) -> list[Line]:
    return [Line(2 * number, text) for number, text in enumerate(texts, start=1)]


def test_lines_that_go_on_are_broken() -> None:
    assert are_broken([lines(BROKEN)])
    assert not are_broken([lines(WHOLE)])


def test_a_line_or_two_tell_nothing() -> None:
    assert not are_broken([lines(BROKEN[:3])])


def test_long_lines_are_paragraphs() -> None:
    assert not are_broken([lines([f"{text} {'and rain ' * 40}" for text in BROKEN])])


def test_joined_lines_are_one_paragraph_with_its_lines() -> None:
    ((text, first, last),) = joined(lines(BROKEN))
    assert text == " ".join(BROKEN)
    assert (first, last) == (2, 12)


def test_a_paragraph_ends_with_a_sentence_once_it_is_long() -> None:
    texts = ["rain " * 30 + "and", "rain " * 30 + "still."] * 5
    paragraphs = joined(lines(texts))
    assert [(first, last) for _, first, last in paragraphs] == [(2, 8), (10, 16), (18, 20)]


def test_what_has_no_sentences_ends_with_any_line() -> None:
    assert len(joined(lines(["rain " * 30] * 12))) == 3


def test_a_stage_direction_begins_a_paragraph() -> None:
    assert [text for text, _, _ in joined(lines(["It rains", "on us.", "[music]", "Then it stops."]))] == [
        "It rains on us.",
        "[music] Then it stops.",
    ]
