"""The first work of a list, above which the list's own running text stands: whether it has an abstract."""

from __future__ import annotations

from collections.abc import Sequence

from seedbed.read.buttons import is_control
from seedbed.read.lists.list_gap import last_prose
from seedbed.text.lines import Line

_FEWEST_LONG = 3
_BETWEEN_TOPICS = frozenset(",;|·")


def ends_in_title(gaps: Sequence[Sequence[Line]]) -> bool:
    """Whether the first work has no abstract, where others have one right above their labels, or topics.

    Then what stands below running text there is its title: no topic at all, or longer than all others.
    """
    if not gaps:
        return False
    first, *others = [gap[last + 1 :] if (last := last_prose(gap)) is not None else () for gap in gaps]
    told = sum(1 for gap in gaps[1:] if last_prose(gap) is not None)
    known = {line.text.casefold() for lines in others for line in lines if not is_control(line.text)}
    longest = max(_FEWEST_LONG, *(len(text.split()) for text in known)) if known else _FEWEST_LONG
    new = [line.text for line in first if line.text.casefold() not in known and not is_control(line.text)]
    listed = [text for text in new if known and not _BETWEEN_TOPICS.isdisjoint(text)]
    return told > 0 and not listed and any(len(text.split()) > longest for text in new)
