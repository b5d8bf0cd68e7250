"""References that a label says are such, as the page of a reading group has them for each day.

"Paper 2: On Rain. Ann Lee, Bo Ek. Journal of Rain, 2024. [pdf]": title, creators, and where it appeared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from seedbed.read.buttons import names_code
from seedbed.read.references.names import one_or_several
from seedbed.read.references.reference import Reference, links_in
from seedbed.read.references.venue import VENUE, read_publication, stated_date, stated_year
from seedbed.text.lines import Line

_LABELLED = re.compile(
    r"(?:paper|article|reading|preprint|chapter)(?: \d{1,2})?\s?[:：]\s+(?P<stated>\S.{15,600})",
    re.IGNORECASE,
)
_BUTTONS = re.compile(r"(?:\s*\[[^\[\]]{1,40}\]){1,8}$")
_ENDS = re.compile(r"(?<=[.?!])\s+(?=\S)")
_MOST_ENDS = 12
_FEWEST = 2


def labelled_references(lines: Sequence[Line]) -> dict[int, Reference]:
    """The references behind such labels, by the index of their line; none unless there are several."""
    found = {
        at: reference for at, line in enumerate(lines) if (reference := _read_labelled(line.text)) is not None
    }
    return found if len(found) >= _FEWEST else {}


def _read_labelled(text: str) -> Reference | None:
    """The reference that a line states behind its label; None where title and names cannot be told apart."""
    labelled = _LABELLED.fullmatch(text)
    if labelled is None:
        return None
    stated = labelled["stated"]
    buttons = _BUTTONS.search(stated)
    bare = stated[: buttons.start()] if buttons else stated
    ends = [end.end() for end in _ENDS.finditer(bare)][:_MOST_ENDS]
    for first, last in combinations(ends, 2):
        creators = one_or_several(bare[first:last].strip(" ."))
        where = bare[last:]
        if creators is None or not _says_where(where):
            continue
        return Reference(
            title=bare[:first].strip().removesuffix("."),
            creators=creators,
            date=stated_date(where),
            links=links_in(stated),
            has_code=buttons is not None and names_code(buttons.group()),
            publication=read_publication(where),
        )
    return None


def _says_where(text: str) -> bool:
    """Whether a text says where something appeared, and does not begin with names itself."""
    first = text.partition(". ")[0]
    named = stated_year(first) is None and one_or_several(first) is not None
    return not named and (stated_year(text) is not None or VENUE.search(text) is not None)
