"""What counts the works of a list, as "Project 3" over a title or before it, and figures of all: left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from seedbed.text.lines import Line

_COUNTED = re.compile(
    r"(?P<what>project|paper|talk|poster|proposal|thesis|team|group|projekt|projet|proyecto)"
    r" (?:no\. ?|#)?(?:\d{1,3}|[a-z]|[ivx]{1,5})"
    r"(?:(?: ?[:.]| \([^()]{1,60}\))?| ?[:–—] (?P<title>\S.{2,300}))",
    re.IGNORECASE,
)
_FEWEST = 3
_NUMBER = re.compile(r"(?![12]\d{3}$)\d[\d.,]*[kKM]?\+?%?")
_LARGE = re.compile(r"\d{1,3}(?:,\d{3})+\+?|\d{3,}\+?|\d+\+|\d+(?:[.,]\d+)?[kKM%]\+?")
"""What counts something, and is no entry's number."""
_FEWEST_LARGE = 2
_LONGEST_LABEL = 3


def without_counts(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without what counts the works, alone or before a title, where some do so with one word."""
    counts = [_COUNTED.fullmatch(line.text) for line in lines]
    often = Counter(count["what"].casefold() for count in counts if count)
    kept: list[Line] = []
    for line, count in zip(lines, counts, strict=True):
        if count is None or often[count["what"].casefold()] < _FEWEST:
            kept.append(line)
        elif count["title"]:
            kept.append(Line(line.number, count["title"]))
    return kept


def without_figures(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without figures of a whole programme: several numbers, each with a label below or above."""
    left_out: set[int] = set()
    at = 0
    while at < len(lines):
        end = _end_of_figures(lines, at)
        large = sum(1 for line in lines[at:end] if _LARGE.fullmatch(line.text))
        if large >= _FEWEST_LARGE:
            above = at > 0 and not _is_label(lines, end - 1)  # the labels stand above
            left_out.update(range(at - above, end))
        at = max(end, at + 1)
    return [line for at, line in enumerate(lines) if at not in left_out] if left_out else lines


def _end_of_figures(lines: Sequence[Line], start: int) -> int:
    """Where numbers and labels end that take turns, and stand equally far apart; `start` where none do."""
    at = start
    while at < len(lines) and _NUMBER.fullmatch(lines[at].text):
        apart = lines[at + 1].number - lines[at].number if at + 1 < len(lines) else 0
        if not _is_label(lines, at + 1) or apart != lines[start + 1].number - lines[start].number:
            return at + 1
        at += 2
    return at


def _is_label(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text if at < len(lines) else ""
    return 0 < len(text.split()) <= _LONGEST_LABEL and text[0].isalpha() and not any(map(str.isdigit, text))
