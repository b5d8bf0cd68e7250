"""Titles of a list that read like sentences: without what ends them while the list is read."""

from __future__ import annotations

from collections.abc import Sequence

from seedbed.read.shape import is_prose, is_single_sentence
from seedbed.text.lines import Line

MARKS = "!."
"""What may end such a title."""


def with_bare_titles(gaps: Sequence[Sequence[Line]]) -> list[tuple[Line, ...]]:
    """The gaps, where a title reads like a sentence without what ends that, so that it is no running text.

    One that ends in "!" tells itself, by the text that follows. One that ends in a full stop is a title where
    most gaps but the first, in which the list's own heading stands, begin with such a line.
    """
    begun = [gap for gap in gaps[1:] if gap]
    stopped = sum(1 for gap in begun if _is_sentence_over_text(gap, 0))
    ends = MARKS if len(begun) > 1 and 2 * stopped > len(begun) else "!"
    return [
        tuple(
            Line(line.number, line.text.rstrip(ends)) if _is_title_that_ends(gap, at, ends) else line
            for at, line in enumerate(gap)
        )
        for gap in gaps
    ]


def _is_title_that_ends(gap: Sequence[Line], at: int, ends: str) -> bool:
    below_text = at > 0 and is_prose(gap[at - 1].text)
    return gap[at].text.endswith(tuple(ends)) and not below_text and _is_sentence_over_text(gap, at)


def _is_sentence_over_text(gap: Sequence[Line], at: int) -> bool:
    text = gap[at].text
    followed = at + 1 < len(gap) and is_prose(gap[at + 1].text)
    return followed and is_prose(text) and is_single_sentence(text) and not is_prose(text.rstrip(MARKS))
