"""Where sentences end, and the sentence around some words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

LONGEST_QUOTE = 400
"""Characters; a longer sentence is quoted in part."""

_END = re.compile(r"""[.!?…](?<![.!?…][.!?…])[.!?…]*+["'”’»)\]]*+(?=\s++["'“‘«(\[]*+[^\W_a-zß-öø-ÿ])""")
"""A full stop or the like, marks that close, white space, then something that may begin a sentence.

No run of marks is tried twice, so that the time stays in proportion to the text.
"""

_ABBREVIATION = re.compile(
    r"""(?:^|[\s("'“‘\[])
    (?:[^\W\d_]                                                # an initial, as in "Samuel R. Bowman"
    |(?:[^\W\d_]\.)+[^\W\d_]                                   # i.e. e.g. U.S.
    |et\ al|cf|vs|approx|resp|viz|ca|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Fig|Figs|Eq|Eqs|Sec|Ref|Refs|No|Vol|pp)
    \.$""",
    re.VERBOSE,
)
_LONGEST_ABBREVIATION = 12


def sentence_starts(text: str, most: int | None = None) -> tuple[int, ...]:
    """Offsets at which the sentences of a paragraph begin, or the first few of them; the first is 0."""
    return (0, *islice(_further_starts(text), None if most is None else most - 1))


def _further_starts(text: str) -> Iterator[int]:
    for end in _END.finditer(text):
        before = text[max(0, end.start() + 1 - _LONGEST_ABBREVIATION) : end.start() + 1]
        if end.group() != "." or _ABBREVIATION.search(before) is None:
            yield _skip_space(text, end.end())


def sentence_number(starts: tuple[int, ...], offset: int) -> int:
    """Which sentence `offset` lies in, counted from 0."""
    return bisect_right(starts, offset) - 1


def sentence_at(text: str, starts: tuple[int, ...], offset: int) -> tuple[int, int]:
    """Where the sentence that `offset` lies in begins and ends, white space at its end left out.

    Args:
        text: The paragraph.
        starts: Its `sentence_starts`.
        offset: Into `text`.
    """
    which = bisect_right(starts, offset)
    end = starts[which] if which < len(starts) else len(text)
    start = starts[which - 1]
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def quote(text: str, starts: tuple[int, ...], start: int, end: int) -> str:
    """The sentence around the words from `start` to `end`; of a very long one, what is near them.

    Args:
        text: The paragraph.
        starts: Its `sentence_starts`.
        start: Offset of the words.
        end: Offset behind them; words that run over the end of a sentence bring the next one with them.
    """
    first, last = sentence_at(text, starts, start)
    if end > last:
        last = sentence_at(text, starts, end - 1)[1]
    return shorten(text, first, last, (start + end) // 2)


def shorten(text: str, first: int, last: int, middle: int) -> str:
    """What stands between two offsets; of much, what is near `middle`, which is an offset, too."""
    return text[first:last] if last - first <= LONGEST_QUOTE else _part(text, first, last, middle)


def _skip_space(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def _part(text: str, first: int, last: int, middle: int) -> str:
    """As much of the sentence as may be quoted, from one white space to another, with "…" where it is cut."""
    from_ = max(first, min(middle - LONGEST_QUOTE // 2, last - LONGEST_QUOTE))
    to = min(last, from_ + LONGEST_QUOTE)
    part = text[from_:to]
    if from_ > first:
        part = "… " + (part.split(maxsplit=1)[-1] if " " in part else part)
    if to < last:
        part = (part.rsplit(maxsplit=1)[0] if " " in part.strip() else part) + " …"
    return part
