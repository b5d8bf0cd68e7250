"""Where each work of a profile begins: at its head, or at the title, where that stands over the head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from seedbed.read.buttons import is_buttons
from seedbed.read.creators import read_names
from seedbed.read.furniture import is_button
from seedbed.read.profile_head import Head
from seedbed.read.profile_work import is_creators
from seedbed.read.shape import is_prose
from seedbed.text.lines import Line

_COUNT = re.compile(r"[\d,]+(?:\s[^\W\d_]+)?")
"""A heading over works: "17 Papers", "2025"."""


def find_starts(lines: Sequence[Line], heads: Sequence[Head]) -> Sequence[int]:
    """The index of the line at which each work begins.

    Most profiles have the title under the head. Where most heads stand between a title and names, or under
    both and over running text, each work begins at its title.
    """
    places = [head.index for head in heads]
    starts = places
    for names_over in (False, True):
        over = [
            _title_over(lines, at, above + 1, names_over)
            for above, at in zip((-1, *places), places, strict=False)
        ]
        sure = sum(1 for at, start in zip(places, over, strict=True) if _is_sure(lines, at, start))
        if 2 * sure > len(places) and (names_over or _share_a_name(lines, places)):
            starts = over
    return starts


def _title_over(lines: Sequence[Line], at: int, first: int, names_over: bool) -> int:  # noqa: FBT001
    """The index of the title over a head, with names between or not; that of the head where there is none.

    It stands not before `first`, which is behind the head above.
    """
    title = at - 2 if names_over else at - 1
    if title < first or (names_over and not is_creators(lines[at - 1].text)):
        return at
    text = lines[title].text
    if _COUNT.fullmatch(text) or is_button(text) or is_buttons(text):
        return at
    alone = title == 0 or not lines[title - 1].touches(lines[title])
    touches = lines[at].number - lines[title].number == at - title
    return title if (alone and touches) or not is_prose(text) else at


def _is_sure(lines: Sequence[Line], at: int, title: int) -> bool:
    """Whether a head belongs to what stands over it, and is no further from it than from what stands below.

    That is names, or running text where names stand over the head.
    """
    if title == at or at + 1 == len(lines):
        return False
    below = lines[at + 1]
    fits = is_creators(below.text) if title == at - 1 else is_prose(below.text)
    return fits and lines[at].number - lines[at - 1].number <= below.number - lines[at].number


def _share_a_name(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether the lines below most heads name the same person, as titles would not; or nobody else does."""
    below = [lines[at + 1 : at + 3] for at in places]
    names = Counter(name for first in below if first for name in read_names(first[0].text).names)
    shared = max(names.values(), default=0)
    return shared > max(1, len(places) / 2) or not any(is_creators(two[-1].text) for two in below if two[1:])
