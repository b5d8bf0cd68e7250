"""Works in the order of lists: the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from seedbed.write.rows import in_order
from seedbed.write.shelf import Shelf, WholeShelf


def newest_works(shelf: WholeShelf) -> list[str]:
    """All works by date, the newest first and what has none last; on one day by title."""
    return in_order(
        shelf.faces, title=shelf.titles.__getitem__, place=str, date=lambda work: shelf.faces[work].date
    )


def year_of(shelf: Shelf, work: str) -> str:
    """The year of a work; empty where none is known."""
    date = shelf.faces[work].date
    return date.year if date else ""


def whole_years(shelf: WholeShelf, ordered: Sequence[str], most: int) -> list[list[str]]:
    """Works in parts of whole years, so that one work more changes one part; a year of very many is cut.

    Args:
        shelf: The library.
        ordered: The works, the newest first.
        most: How many works a part may have.
    """
    parts: list[list[str]] = [[]]
    for _, group in groupby(ordered, lambda work: year_of(shelf, work)):
        members = list(group)
        for begin in range(0, len(members), most):
            stretch = members[begin : begin + most]
            if parts[-1] and len(parts[-1]) + len(stretch) > most:
                parts.append([])
            parts[-1].extend(stretch)
    return parts
