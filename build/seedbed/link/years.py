"""What a text can speak of by its date: nobody speaks of a work long before it is there."""

from __future__ import annotations

from seedbed.link.columns import Numbers
from seedbed.link.phrases import Flags

AHEAD = 1
"""Years that a text may be older than a work it speaks of: works are known of before they appear."""


def comes_too_late(works: Numbers, texts: Numbers | int) -> Flags:
    """Whether each work is dated so long after a text that it must be another one that the text means.

    Args:
        works: The year of each; 0 where it is not known.
        texts: The year of each text, or of the one text, alike.
    """
    late: Flags = (texts > 0) & (works > texts + AHEAD)
    return late
