"""Lines of a list that count its works in words, as "Project 3" over a title: left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from seedbed.text.lines import Line

_COUNTED = re.compile(
    r"(?P<what>project|paper|talk|poster|proposal|thesis|team|group|projekt|projet|proyecto)"
    r" (?:no\. ?|#)?(?:\d{1,3}|[a-z]|[ivx]{1,5})(?: ?[:.]| \([^()]{1,60}\))?",
    re.IGNORECASE,
)
_FEWEST = 3


def without_counts(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without those that count the works, where some do with one word."""
    counts = [_COUNTED.fullmatch(line.text) for line in lines]
    often = Counter(count["what"].casefold() for count in counts if count)
    return [
        line
        for line, count in zip(lines, counts, strict=True)
        if count is None or often[count["what"].casefold()] < _FEWEST
    ]
