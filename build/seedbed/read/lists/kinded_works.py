"""Works of which a page says on what day they came, and of what kind they are: rows, and cards over them.

A row is a day, a kind and a title, a line each. A card, as of works that are shown first, has day and kind
together or on two lines, below its title or above, and then how the work begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from seedbed.model.date import PartialDate
from seedbed.read.buttons import is_control
from seedbed.read.lists.dated_entry import DatedEntry, find_day, may_be_title, text_from
from seedbed.read.references.names import single_name
from seedbed.read.shape import is_prose, is_topic
from seedbed.text.dates import LONGEST_DATE
from seedbed.text.lines import Line, letters_and_digits

_FEWEST = 5
_LEAST_AGAIN = 0.6
"""Of the rows, how many have to be of a kind that others are of, too."""
_MOST_KIND_WORDS = 4
_BETWEEN = " ,|·•–—-"
_COLUMNS = frozenset(
    ("datecategorytitle", "datetopictitle", "datetypetitle", "dateareatitle", "dateteamtitle")
)
"""What heads the columns of the rows, whether they stand on one line or on three."""


def find_rows(lines: Sequence[Line]) -> list[DatedEntry]:
    """The rows; none where they are few among the days, or what should be kinds is none."""
    days = [at for at, line in enumerate(lines) if find_day(line.text) is not None]
    rows = [(at, row) for at in days if (row := _row(lines, at)) is not None]
    found = [row for _, row in rows]
    if len(found) < _FEWEST or 2 * len(found) <= len(days):
        return []
    return found if _are_kinds(found, named=_are_columns_named(lines, rows[0][0])) else []


def find_cards(lines: Sequence[Line], rows: Sequence[DatedEntry]) -> list[DatedEntry]:
    """The cards above the rows, whose kinds are those of the rows."""
    kinds = {row.kind.text for row in rows if row.kind}
    first = min((row.lines[0].number for row in rows), default=0)
    above = [line for line in lines if line.number < first]
    return [card for at in range(1, len(above)) if (card := _card(above, at, kinds)) is not None]


def _row(lines: Sequence[Line], at: int) -> DatedEntry | None:
    """The work whose day, kind and title stand on a line each."""
    if at + 2 >= len(lines):
        return None
    date = find_day(lines[at].text)
    kind, title = lines[at + 1 : at + 3]
    if date is None or not is_topic(kind.text) or len(kind.text.split()) > _MOST_KIND_WORDS:
        return None
    fits = may_be_title(title.text) and not is_control(title.text) and find_day(kind.text) is None
    return DatedEntry(date, lines[at].number, title, (), (lines[at], kind, title), kind) if fits else None


def _are_kinds(rows: Sequence[DatedEntry], *, named: bool) -> bool:
    """Whether what stands between day and title is a kind: most come again, and most are nobody's name.

    Where the columns are `named`, so that it is a kind, it may look like a name.
    """
    counts = Counter(row.kind.text for row in rows if row.kind)
    again = sum(count for count in counts.values() if count > 1)
    names = 0 if named else sum(1 for text in counts if single_name(text) is not None)
    different = len({row.title.text for row in rows}) == len(rows)
    return different and again >= _LEAST_AGAIN * len(rows) and 2 * names < len(counts)


def _are_columns_named(lines: Sequence[Line], first: int) -> bool:
    """Whether what stands over the first row names the columns, so that the second is a kind."""
    above = [letters_and_digits(line.text) for line in lines[max(0, first - 3) : first]]
    return not _COLUMNS.isdisjoint((*above, "".join(above)))


def _card(lines: Sequence[Line], at: int, kinds: Collection[str]) -> DatedEntry | None:
    """The work that has day and kind from line `at` on."""
    found = _kind_and_day(lines, at, kinds)
    if found is None:
        return None
    kind, stated, date, end = found
    first, title_at = (at - 1, at - 1) if end < len(lines) and is_prose(lines[end].text) else (at, end)
    below = max(end, title_at + 1)
    text = tuple(text_from(lines, below))
    title = lines[title_at] if text else None
    if title is None or not may_be_title(title.text) or is_control(title.text) or title.text in kinds:
        return None
    return DatedEntry(date, stated, title, text, (*lines[first:below], *text), kind)


def _kind_and_day(
    lines: Sequence[Line], at: int, kinds: Collection[str]
) -> tuple[Line, int, PartialDate, int] | None:
    """Kind, the number of the day's line, the day, and the index behind both: on this line, or on two."""
    line, *others = lines[at : at + 2]
    for below in others:
        for kind, day in ((line, below), (below, line)):
            date = find_day(day.text) if kind.text in kinds else None
            if date is not None:
                return kind, day.number, date, at + 2
    for stated, rest in _parted(line.text, kinds):
        date = find_day(rest)
        if date is not None:
            return Line(line.number, stated), line.number, date, at + 1
    return None


def _parted(text: str, kinds: Collection[str]) -> Iterator[tuple[str, str]]:
    """A kind that a line begins or ends with, and the rest of the line."""
    for kind in kinds:
        if len(text) - len(kind) > LONGEST_DATE:
            continue
        if text.startswith(kind):
            yield kind, text[len(kind) :].strip(_BETWEEN)
        if text.endswith(kind):
            yield kind, text[: -len(kind)].strip(_BETWEEN)
