"""Interviews that name nobody: questions on lines of their own, each over its answer, as in magazines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seedbed.model.record import TurnRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.claims import claim_of
from seedbed.read.shape import is_question
from seedbed.read.talks.monologue import Monologue
from seedbed.read.talks.notices import is_notice
from seedbed.read.talks.paragraphs import is_paragraph
from seedbed.read.talks.speech import Speech
from seedbed.text.lines import Line

_FEWEST_QUESTIONS = 3
_LEAST_ANSWERED = 0.8
"""Of the questions, how many have to stand right over running text."""
_LEAST_SPOKEN = 0.8
"""Of the lines from the first question to the last, how many are questions or running text."""
_INTERVIEW = re.compile(
    r"\binterview(?:s|ed)?\b|\bq ?& ?a\b|\b(?:in )?conversation with\b|\bquestions (?:for|to|with)\b"
    r"|\b(?:spoke|talked|sat down) (?:to|with)\b|\b(?:im )?gespräch mit\b|\bentretien avec\b|\bentrevista\b"
    r"|\bintervista\b",
    re.IGNORECASE,
)
_LONGEST_SIGN = 1000
"""How much of a line is searched for what says that it is an interview."""


def find_questions(lines: Sequence[Line]) -> Monologue | None:
    """Where the questions and answers stand; None unless the lines above or below say what they are.

    A list of questions that people often ask looks the same, and nobody says any of it.
    """
    asked = [index for index, line in enumerate(lines) if is_question(line.text)]
    answered = [index for index in asked if index + 1 < len(lines) and is_paragraph(lines[index + 1].text)]
    if len(answered) < _FEWEST_QUESTIONS or len(answered) < _LEAST_ANSWERED * len(asked):
        return None
    first = answered[0]
    end = answered[-1] + 1
    while end < len(lines) and is_paragraph(lines[end].text) and not is_notice(lines[end].text):
        end += 1
    spoken = sum(1 for line in lines[first:end] if is_question(line.text) or is_paragraph(line.text))
    around = (*lines[:first], *lines[end:])
    if spoken < _LEAST_SPOKEN * (end - first) or not any(map(_tells_of_interview, around)):
        return None
    why = f"{len(answered)} questions stand over their answers in what calls itself an interview"
    return Monologue(first, end, first, None, 0.5, why)


def read_questions(seed: Seed, lines: Sequence[Line], found: Monologue) -> Speech:
    """Each question and each answer as a turn, which no line says whose it is."""
    return Speech(tuple(_turns(seed, lines[found.start : found.end])), ())


def _turns(seed: Seed, lines: Sequence[Line]) -> Iterator[TurnRecord]:
    answer: list[Claim[str]] = []
    for line in lines:
        said = claim_of(seed, line)
        if not is_question(line.text):
            answer.append(said)
            continue
        if answer:
            yield TurnRecord(speaker=None, paragraphs=tuple(answer))
            answer = []
        yield TurnRecord(speaker=None, paragraphs=(said,))
    if answer:
        yield TurnRecord(speaker=None, paragraphs=tuple(answer))


def _tells_of_interview(line: Line) -> bool:
    return _INTERVIEW.search(line.text[:_LONGEST_SIGN]) is not None
