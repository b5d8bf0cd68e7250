"""The table of a Google Scholar profile, copied as text: title, names, venue, how often cited, and year.

Cells stand on lines of their own or are parted by tabs, in any mixture, so a work may be one line or five.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from seedbed.model.record import NameList
from seedbed.model.source import Seed
from seedbed.read.creators import is_name_list, read_names
from seedbed.read.references.reference import LONGEST
from seedbed.read.references.venue import stated_year
from seedbed.read.shape import begins_abstract
from seedbed.text.lines import clean

_COUNT = r"(?:\d{1,7}|\d{1,3}(?:[,.]\d{3}){1,2})"
_NUMBER = re.compile(rf"{_COUNT}\*?|\*")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Where tabs became spaces, only the year that stands twice tells where the venue ends.
_TOGETHER = re.compile(rf"(?P<venue>.+\b(?P<year>(?:19|20)\d\d))(?: (?P<cited>{_COUNT}\*?))? (?P=year)")
_NUMBERS = re.compile(rf"(?P<cited>{_COUNT}\*?) (?P<year>(?:19|20)\d\d)")
_HEAD = re.compile(r"(?:title|sort(?: by (?:citations|year|title))?|cited by|year| )+", re.IGNORECASE)
_END = re.compile(r"articles \d+ ?[–—-] ?\d+|show more", re.IGNORECASE)
_LONGEST_INITIALS = 4
_WHOLE_ROW = 3
"""Title, names and venue."""
_MOST_NUMBERS = 2
_SAMPLE = 4000
"""How much of a line is looked at to tell how it writes names."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands between two tabs, or on a line without any.

    Attributes:
        number: Its line's.
        behind_gap: Whether the cell between it and another one on its line is empty.
    """

    number: int
    text: str
    behind_gap: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A work of the table; what cannot be told from its place or its look is None.

    Attributes:
        numbers: How often the work is cited, and its year; either may be missing.
    """

    title: Cell
    names: Cell | None
    venue: Cell | None
    numbers: tuple[Cell, ...]

    def cells(self) -> Iterator[Cell]:
        """Those that are there."""
        yield from (cell for cell in (self.title, self.names, self.venue) if cell is not None)
        yield from self.numbers

    def is_certain(self) -> bool:
        """Whether it has names that are shortened as Scholar does, and a number."""
        return bool(self.numbers) and self.names is not None and _has_initials(self.names.text)

    def year(self) -> tuple[int, Cell] | None:
        """The year with the cell that states it: the last of two numbers, or what the venue ends on.

        One number alone is the year only where the venue names it, too, or where the count's own place is
        empty; else it may count citations.
        """
        stated = stated_year(self.venue.text) if self.venue else None
        counted = [cell for cell in self.numbers if cell.text != "*"]
        last = counted[-1] if counted else None
        is_year = last is not None and _YEAR.fullmatch(last.text) is not None
        placed = len(counted) > 1 or (last is not None and last.behind_gap and self.venue is not None)
        if last is not None and is_year and (placed or int(last.text) == stated):
            return int(last.text), last
        return (stated, self.venue) if stated is not None and self.venue else None


def cells_of(seed: Seed) -> list[Cell]:
    """All cells of a seed that are not blank, in order."""
    return [
        Cell(number, text, behind_gap)
        for number, line in enumerate(seed.lines, start=1)
        for part, behind_gap in _parts(line)
        for text in _parted(clean(part))
    ]


def _parts(line: str) -> Iterator[tuple[str, bool]]:
    """What tabs part a line into, and whether right before each an empty part stands behind others."""
    parts = line.split("\t") if "\t" in line and len(line) <= LONGEST else [line]
    for at, part in enumerate(parts):
        yield part, at > 1 and not parts[at - 1].strip() and bool(parts[at - 2].strip())


def is_table_head(text: str) -> bool:
    """Whether a cell names columns, or how they are sorted."""
    return len(text) <= LONGEST and _HEAD.fullmatch(text) is not None


def ends_table(text: str) -> bool:
    """Whether a cell says which of the works are shown, or shows more of them."""
    return _END.fullmatch(text) is not None


def _has_initials(text: str) -> bool:
    """Whether `text` lists names of which most are initials and a family name ("JM Smith")."""
    if not is_name_list(text):
        return False
    names = read_names(text[:_SAMPLE]).names
    short = sum(1 for name in names if _is_short(name))
    return bool(names) and 2 * short > len(names)


def with_stops(listed: NameList) -> NameList:
    """Names that have their initials in front; several of these get the full stops that part them.

    Without any, they would be taken for a family name in capitals ("LI Wei"): so "AB Lee" becomes "A.B. Lee".
    """
    names = (_with_stops(name) if _is_short(name) else name for name in listed.names)
    return replace(listed, names=tuple(names))


def _with_stops(name: str) -> str:
    initials, _, family = name.partition(" ")
    parted = "-".join("".join(f"{letter}." for letter in part) for part in initials.split("-"))
    return name if len(initials) == 1 else f"{parted} {family}"


def find_rows(cells: Sequence[Cell]) -> list[Row]:
    """The works, from the first to the last of which names and numbers make it certain that it is one.

    Between that and the table's end, some may stand without numbers.
    """
    found = [(row, group.ends) for group in _groups(cells) for row in _rows(group)]
    certain = [place for place, (row, _) in enumerate(found) if row.is_certain()]
    if not certain:
        return []
    behind = takewhile(lambda each: each[1], found[certain[-1] + 1 :])
    rows: list[Row] = []
    taken = 0
    for row, _ in (*found[certain[0] : certain[-1] + 1], *behind):
        lines = [cell.number for cell in row.cells()]
        if min(lines) > taken:
            rows.append(row)
            taken = max(lines)
    return rows


def _parted(text: str) -> Iterator[str]:
    """A cell, or those of which only spaces remain between them."""
    match = _NUMBERS.fullmatch(text) or (_TOGETHER.fullmatch(text) if text[-4:].isdecimal() else None)
    if match is None:
        if text:
            yield text
        return
    yield from (part for part in (match.groupdict().get("venue"), match["cited"], match["year"]) if part)


@dataclass(frozen=True, slots=True)
class _Group:
    """Texts with the numbers behind them.

    Attributes:
        begins: Whether a title must stand first: behind the numbers of the work above, or below the head.
        ends: Whether the table ends right below.
    """

    texts: Sequence[Cell]
    numbers: Sequence[Cell]
    begins: bool
    ends: bool = False


def _groups(cells: Iterable[Cell]) -> Iterator[_Group]:
    texts: list[Cell] = []
    numbers: list[Cell] = []
    begins = False
    head = ""
    for cell in cells:
        if is_table_head(cell.text):
            head += f" {cell.text.casefold()}"
        if is_table_head(cell.text) or ends_table(cell.text):
            yield _Group(texts, numbers, begins, ends_table(cell.text))
            texts, numbers, begins = [], [], "title" in head and "year" in head
            continue
        head = ""
        counted = sum(1 for each in numbers if each.text != "*")
        if texts and _NUMBER.fullmatch(cell.text) and (counted < _MOST_NUMBERS or cell.text == "*"):
            numbers.append(cell)
            continue
        if numbers:
            yield _Group(texts, numbers, begins)
            texts, numbers, begins = [], [], True
        texts.append(cell)
    yield _Group(texts, numbers, begins)


def _rows(group: _Group) -> Iterator[Row]:
    """The works of a group: one, unless some have no numbers; where it begins is not sure, the last one."""
    texts, numbers = group.texts, group.numbers
    if not group.begins:
        named = bool(texts) and _has_initials(texts[-1].text)
        texts = texts[-_WHOLE_ROW + named :]
    if group.begins and numbers and len(texts) <= _WHOLE_ROW:
        yield from _row(texts, numbers)
        return
    at = 0
    while at + 1 < len(texts):
        if not _has_initials(texts[at + 1].text):
            at += 1
            continue
        end = at + 2 if _begins_next(texts, at + 2) else at + _WHOLE_ROW
        row = texts[at:end]
        behind = numbers if end >= len(texts) else ()
        placed = len(row) == _WHOLE_ROW and stated_year(row[-1].text) is not None
        if behind or placed or (group.begins and (group.ends or end < len(texts))):
            yield from _row(row, behind)
        at = end


def _begins_next(texts: Sequence[Cell], at: int) -> bool:
    """Whether a title stands here, since names stand below it, and no names below those."""
    named = [_has_initials(cell.text) for cell in texts[at + 1 : at + 3]]
    return named[:1] == [True] and named[1:] != [True]


def _row(texts: Sequence[Cell], numbers: Sequence[Cell]) -> Iterator[Row]:
    """The work of a title and what stands below it, by place, and by look where a cell is missing."""
    title, *below = texts
    names = venue = None
    if len(below) == _WHOLE_ROW - 1:
        names, venue = (below[0] if is_name_list(below[0].text) else None), below[1]
    elif below and _has_initials(below[0].text):
        names = below[0]
    elif below and stated_year(below[0].text) is not None:
        venue = below[0]
    several = len(read_names(title.text).names) > 1 and _has_initials(title.text)
    if any(map(str.isalnum, title.text)) and not several and not begins_abstract(title.text):
        yield Row(title, names, venue, tuple(numbers))


def _is_short(name: str) -> bool:
    """Whether a name is initials without full stops in between, and a family name."""
    first, _, family = name.partition(" ")
    initials = first.replace("-", "")
    return bool(family) and initials.isalpha() and initials.isupper() and len(initials) <= _LONGEST_INITIALS
