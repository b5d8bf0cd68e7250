"""Whose work a labelled title is of, as a line over each says: "December 2: Ann Lee", "Ann Lee, Lecturer"."""

from __future__ import annotations

from collections.abc import Sequence

from seedbed.read.works.affiliations import POSITIONS
from seedbed.read.works.bylines import read_byline
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

_LEAST_SHARE = 0.6
"""Of the works, how many have to have names in the last line above their labels."""
_FEWEST = 3


def creators_above(gaps: Sequence[Sequence[Line]]) -> list[Line | None]:
    """For each work the names in the last line above its labels; None for all unless most have some."""
    named = [_names(gap[-1]) if gap else None for gap in gaps]
    found = [line for line in named if line is not None]
    sure = len(found) >= max(_FEWEST, _LEAST_SHARE * len(gaps)) and len({line.text for line in found}) > 1
    return named if sure else [None] * len(gaps)


def _names(line: Line) -> Line | None:
    """The names of a line, without the day before them, or the position behind.

    Names alone may be a heading: "Machine Learning".
    """
    day, colon, rest = line.text.partition(": ")
    dated = bool(colon) and find_date(day) is not None
    stated = rest if dated else line.text
    name, _, position = stated.partition(", ")
    if not POSITIONS.isdisjoint(word.strip(".,").casefold() for word in position.split()):
        return Line(line.number, name) if read_byline(name) is not None else None
    byline = read_byline(stated)
    return Line(line.number, stated) if byline is not None and (dated or byline.sure) else None
