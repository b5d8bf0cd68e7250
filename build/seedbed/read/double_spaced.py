"""Seeds with a blank line between all lines, and more between paragraphs: made single-spaced to be read.

Some programs write each line of a page as a paragraph. Where more blank lines still tell paragraphs apart,
nothing is lost by that, and readers are given the seed as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from seedbed.model.source import Seed
from seedbed.read.wrapped import Unwrapped, one_by_one

_FEWEST = 10
"""Lines that are not blank."""
_MOST_TOGETHER = 0.02
"""Of the lines, how many may have no blank one between them: a program that writes so leaves none."""
_FEWEST_GAPS = 3
"""Of one blank line between two others, and of more."""


def single_spaced(seed: Seed) -> Unwrapped | None:
    """The seed without single blank lines, and with one in place of several; None where it is not so.

    A web page, whose links name its lines, never is: its text has been laid out here.
    """
    if seed.links:
        return None
    stated = [at for at, line in enumerate(seed.lines) if line.strip()]
    gaps = [below - above - 1 for above, below in pairwise(stated)]
    if len(stated) < _FEWEST or not _are_double(gaps):
        return None
    kept = stated[:1]
    for at, gap in zip(stated[1:], gaps, strict=True):
        if gap > 1:
            kept.append(at - 1)
        kept.append(at)
    lines = tuple(seed.lines[at] for at in kept)
    return Unwrapped(replace(seed, lines=lines, remarks=()), one_by_one(at + 1 for at in kept))


def _are_double(gaps: Sequence[int]) -> bool:
    together, single = gaps.count(0), gaps.count(1)
    more = len(gaps) - together - single
    return together <= _MOST_TOGETHER * len(gaps) and min(single, more) >= _FEWEST_GAPS
