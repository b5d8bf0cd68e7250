"""From a reading, or from the error that there is none, to its problems, in the order of the file's lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from seedbed.diagnose.expectations import expectation_of
from seedbed.errors import SeedbedError
from seedbed.gather.harmless import make_harmless
from seedbed.model.record import Reading
from seedbed.model.source import Span
from seedbed.read.reader import UNKNOWN

_LINE_END = re.compile(rb"\r\n|\n|\r")
_SHOWN = 160
"""Characters of a line that an excerpt holds; no terminal needs more."""
_BEFORE = 60
"""Characters of them before the place, where that lies far into its line."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The part of a line that holds a problem.

    Attributes:
        text: Without tabs and characters that cannot be seen, "…" at an end that was cut off.
        first: Where in `text` the place to mark begins, counted from 0.
        last: Where it ends, excluded.
    """

    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was not read, or is odd, or keeps a file from being read at all.

    Attributes:
        severity: "error" keeps the file from being read, "odd" was lived with, "unread" is in no record.
        file: As it was named.
        line: The first line, counted from 1; 0 where the whole file is meant.
        last: The last line.
        column: Where in the first line, in characters counted from 1; 0 where no line is meant.
        message: What was found.
        expected: What would have been read there; empty where the message says it.
        remedy: What to do; empty where the message says it.
        excerpt: What stands there; None where no line is meant.
    """

    severity: Literal["error", "odd", "unread"]
    file: str
    line: int = 0
    last: int = 0
    column: int = 0
    message: str = ""
    expected: str = ""
    remedy: str = ""
    excerpt: Excerpt | None = None


def problems(reading: Reading, file: str) -> tuple[Problem, ...]:
    """What is odd in a seed that was read, and what of it is in no record.

    Args:
        reading: The reading.
        file: How messages name the file.
    """
    found = [*_oddities(reading, file), *_unread(reading, file)]
    return tuple(sorted(found, key=lambda problem: (problem.line, problem.severity)))


def problem_of(error: SeedbedError, content: bytes) -> Problem:
    """What keeps a file from being read, with the line that it is about.

    Args:
        error: Names the file, and perhaps a line and a column.
        content: The file; empty where it could not be opened.
    """
    if not error.line:
        return Problem("error", error.path, message=error.message)
    lines = _LINE_END.split(content)
    line = lines[error.line - 1] if error.line <= len(lines) else b""
    # Bytes that are no text are written out; those before the place decide where it then is.
    before = len(_written_out(line[: max(0, error.column - 1)]))
    length = len(_written_out(line[error.column - 1 : error.column])) if error.column else 0
    excerpt = _excerpt(_written_out(line), before, length) if line else None
    return Problem("error", error.path, error.line, error.line, before + 1, error.message, excerpt=excerpt)


def _written_out(line: bytes) -> str:
    return line.decode("utf-8", "backslashreplace")


def _oddities(reading: Reading, file: str) -> Iterator[Problem]:
    for remark in reading.remarks:
        yield _located(Problem("odd", file, message=remark.value), reading, remark.span)


def _unread(reading: Reading, file: str) -> Iterator[Problem]:
    expectation = expectation_of(reading.kind)
    unread = Problem("unread", file, expected=expectation.expected, remedy=expectation.remedy)
    if reading.kind == UNKNOWN and reading.unread:
        span = Span(reading.seed.path, reading.unread[0].first, reading.unread[-1].last)
        message = f"no line of this file is in a record: {reading.why}"
        yield _located(replace(unread, message=message), reading, span)
        return
    held = [part.span for record in reading.records for part in record.parts()]
    first = min((span.first for span in held), default=0)
    last = max((span.last for span in held), default=0)
    for span in reading.unread:
        count = sum(1 for line in reading.seed.lines[span.first - 1 : span.last] if line.strip())
        what = "this line is in no record" if count == 1 else f"these {count:,} lines are in no record"
        yield _located(replace(unread, message=what + _place(span, first, last)), reading, span)


def _place(span: Span, first: int, last: int) -> str:
    if not last:
        return ", and nothing in this file is"
    if span.last < first:
        return ", above the first one"
    return ", below the last one" if span.first > last else ""


def _located(problem: Problem, reading: Reading, span: Span) -> Problem:
    line = reading.seed.lines[span.first - 1]
    column = len(line) - len(line.lstrip())
    return replace(
        problem, line=span.first, last=span.last, column=column + 1, excerpt=_excerpt(line, column)
    )


def _excerpt(line: str, column: int, length: int = 0) -> Excerpt:
    """The line around a place; one without a length reaches to the line's end, or as far as that is shown."""
    start = 0 if column < _SHOWN // 2 else column - _BEFORE
    (text,), _ = make_harmless((line[start : start + _SHOWN].replace("\t", " ").rstrip(),))
    first = min(column - start, max(0, len(text) - 1))
    last = min(first + length, len(text)) if length else len(text)
    if start:
        text, first, last = "…" + text, first + 1, last + 1
    if len(line.rstrip()) > start + _SHOWN:
        text += "…"
    return Excerpt(text, first, max(last, first + 1))
