"""Abstracts that stand above the titles of their works, where all of a page do."""

from __future__ import annotations

from collections.abc import Sequence

from seedbed.read.shape import is_prose
from seedbed.read.works.abstract_labels import unlabelled
from seedbed.read.works.block_heads import MOST_PARAGRAPHS, BlockHead
from seedbed.text.lines import Line


def abstracts_above(
    lines: Sequence[Line], heads: Sequence[BlockHead]
) -> tuple[list[int], list[Sequence[Line]]]:
    """Where each work begins, and its abstract where these come first; else that is empty."""
    starts = [head.title for head in heads]
    if not heads or not _come_first(lines, starts, heads[-1].names):
        return starts, [()] * len(heads)
    starts = [_abstract_start(lines, start) for start in starts]
    return starts, [lines[start : head.title] for start, head in zip(starts, heads, strict=True)]


def _come_first(lines: Sequence[Line], titles: Sequence[int], last: int) -> bool:
    """Whether abstracts come first: one has its label above all titles, or each touches its title alone.

    None has its label below the names of the last work, at `last`: else the first one's could not be read.
    """
    if any(_begins_abstract(lines, at) for at in range(titles[0])):
        return not any(_begins_abstract(lines, at) for at in range(last + 1, len(lines)))
    starts = [_abstract_start(lines, title) for title in titles]
    apart = (start == 0 or not lines[start - 1].touches(lines[start]) for start in starts)
    touching = (lines[title - 1].touches(lines[title]) for title in titles if title)
    below = all(start < title for start, title in zip(starts, titles, strict=True))
    return below and all(touching) and all(apart)


def _begins_abstract(lines: Sequence[Line], at: int) -> bool:
    """Whether a label says so, and running text stands behind it or below; a button has the same word."""
    text, label = unlabelled(lines[at].text)
    return label and (bool(text) or any(is_prose(below.text) for below in lines[at + 1 : at + 2]))


def _abstract_start(lines: Sequence[Line], title: int) -> int:
    """Where the abstract begins that stands above a title, with its label; at the title where none does."""
    start = title
    while start > 0 and title - start < MOST_PARAGRAPHS and is_prose(lines[start - 1].text):
        start -= 1
        if unlabelled(lines[start].text)[1]:
            return start
    label_alone = start > 0 and unlabelled(lines[start - 1].text)[1]
    return start - 1 if label_alone else start
