from __future__ import annotations

import pytest

from seedbed.model.record import TranscriptRecord
from seedbed.read.reader import UNKNOWN
from seedbed.read.registry import read
from seedbed.read.talks.transcript import TRANSCRIPT
from tests.read.seeds import LONG, read_lawfully, seed_of, unread_texts

QUESTIONS = ["How did you come to rain?", "You stayed for years. What did you find?", "And what comes next?"]
ASKED = "".join(f"{question}\n\n{LONG}\n\n" for question in QUESTIONS)
HEADER = (
    "On Rain and Roofs\nMarch 12, 2024\nBo Ek measures rain in Lund, and {} about what he found there.\n\n"
)


def test_questions_and_answers_take_turns() -> None:
    text = HEADER.format("spoke with us") + ASKED + "Related articles\n"
    (record,) = read_lawfully(TRANSCRIPT, text).records
    assert isinstance(record, TranscriptRecord)
    assert [turn.label for turn in record.turns] == [""] * 6
    assert [turn.paragraphs[0].value for turn in record.turns] == [
        said for question in QUESTIONS for said in (question, LONG)
    ]
    assert record.title is not None
    assert record.title.value == "On Rain and Roofs"
    assert len(record.summary) == 1
    reading = read(seed_of(text))
    assert (reading.kind, unread_texts(reading)) == ("transcript", ["Related articles"])


def test_an_answer_has_several_paragraphs() -> None:
    text = HEADER.format("spoke with us") + ASKED.replace(
        LONG, f"{LONG}\n\nThat was all that there was to see.", 1
    )
    (record,) = read_lawfully(TRANSCRIPT, text).records
    assert isinstance(record, TranscriptRecord)
    assert [len(turn.paragraphs) for turn in record.turns] == [1, 2, 1, 1, 1, 1]


def test_long_words_leave_few_of_them_in_what_is_looked_at() -> None:
    answer = "Regenwassersammelstellenbeobachtung " * 9
    text = HEADER.format("spoke with us") + ASKED.replace(LONG, answer)
    assert read(seed_of(text)).kind == "transcript"


def test_what_is_told_of_the_interview_behind_it_is_not_said() -> None:
    notice = "This interview has been edited for length and clarity."
    reading = read(seed_of(HEADER.format("thinks") + ASKED + notice + "\n"))
    assert (reading.kind, unread_texts(reading)) == ("transcript", [notice])


@pytest.mark.parametrize(
    "text",
    [
        HEADER.format("thinks") + ASKED,
        f"Frequently Asked Questions\n\n{ASKED}",
        f"An interview with Bo Ek\n\n{QUESTIONS[0]}\n\n{LONG}\n",
        "An interview with Bo Ek\n\n" + "\n".join(QUESTIONS * 3),
        f"An interview with Bo Ek\n\n{ASKED.replace(LONG, 'Rain' * 3)}",
    ],
)
def test_other_questions_are_no_interview(text: str) -> None:
    assert read(seed_of(text)).kind == UNKNOWN
