"""What counts the works of a list in words, as "Project 3" over a title or in front of it: left out."""

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
