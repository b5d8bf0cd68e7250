"""Works of a reading group, below the headings of the weeks in which they are read.

A title, below it names with the year and perhaps a venue, then what else is stated:

    Week 3 (Feb 19), led by Bo
    On Slow Rain
    Ann Lee & Cy Roe (2024), Rain Letters
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList
from seedbed.read.references.found import UNDATED
from seedbed.read.references.names import one_or_several
from seedbed.read.works.block import Block
from seedbed.read.works.block_details import read_details
from seedbed.read.works.bylines import read_byline
from seedbed.read.works.work_titles import is_work_title
from seedbed.text.lines import Line, touches_above

_WEEK = re.compile(
    r"(?:#{1,6} )?(?:week|meeting|woche|semaine|semana) (?:no\. ?)?\d{1,3}\b.{0,120}", re.IGNORECASE
)
"""A heading that counts weeks, and may say when this one is and who leads it."""
_NAMED = re.compile(
    r"(?P<names>[^()]{3,400}?)"
    rf"(?: \((?:(?P<dated>(?:19|20)\d\d)|(?i:{UNDATED.pattern}))\)|, (?P<year>(?:19|20)\d\d))"
    r"(?:[.,:]? (?P<where>\S.{2,150}?))?\.?"
)
"""Names with the year behind them, or with the word that there is none yet, and perhaps a venue."""
_FEWEST = 3


def find_weekly_blocks(lines: Sequence[Line]) -> list[Block]:
    """The works, in order; none unless several weeks have one, and most do."""
    weeks = [at for at, line in enumerate(lines) if names_week(line.text) and not touches_above(lines, at)]
    if len(weeks) < _FEWEST:
        return []
    stretches = list(pairwise([*weeks, len(lines)]))
    found = [block for first, end in stretches for block in _blocks(lines, first + 1, end)]
    numbers = [block.title.number for block in found]
    told = sum(1 for first, end in stretches if _has_one(lines, first, end, numbers))
    return found if told >= _FEWEST and 2 * told > len(weeks) else []


def names_week(text: str) -> bool:
    """Whether a line is such a heading."""
    return _WEEK.fullmatch(text) is not None


def _has_one(lines: Sequence[Line], first: int, end: int, numbers: Sequence[int]) -> bool:
    return any(lines[first].number < number <= lines[end - 1].number for number in numbers)


def _blocks(lines: Sequence[Line], first: int, end: int) -> Iterator[Block]:
    """The works between two such headings, each beginning a paragraph with its title."""
    begins = [at for at in range(first, end - 1) if not touches_above(lines, at) or at == first]
    named = {at: names for at in begins if (names := _names_below(lines, at)) is not None}
    for at, following in pairwise([*named, end]):
        creators, year, where = named[at]
        line = lines[at + 1]
        details = read_details(lines, at + 2, following)
        if year:
            details.date = (PartialDate(int(year)), line)
        if where:
            details.take_where(Line(line.number, where))
        yield Block(lines[at], line, creators, details)


def _names_below(lines: Sequence[Line], at: int) -> tuple[NameList, str, str] | None:
    """The names, the year and the venue that the line below a title states."""
    line, below = lines[at : at + 2]
    if not line.touches(below) or not is_work_title(line.text):
        return None
    named = _NAMED.fullmatch(below.text)
    creators = one_or_several(named["names"]) if named else None
    if named and creators:
        return creators, named["dated"] or named["year"] or "", named["where"] or ""
    byline = read_byline(below.text)
    return (byline.creators, "", byline.where) if byline and byline.sure else None
