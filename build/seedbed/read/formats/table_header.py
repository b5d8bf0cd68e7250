"""Where a table begins and ends, and what its columns hold, as the names in its header say."""

from __future__ import annotations

import csv
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, takewhile

from seedbed.model.source import Seed
from seedbed.read.dated_headings import heading_date
from seedbed.read.shape import LONGEST_HEADING, is_prose, is_topic
from seedbed.text.lines import Line, clean

_COLUMNS: Mapping[str, str] = {
    "title": "title", "paper": "title", "paper title": "title", "article title": "title",
    "project title": "title", "project": "title", "thesis title": "title", "dissertation title": "title",
    "authors": "names", "author": "names", "author(s)": "names", "creators": "names", "author names": "names",
    "author full names": "names", "student": "names", "students": "names", "student name": "names",
    "student(s)": "names", "fellow": "names", "fellows": "names", "scholar": "names", "contributor": "names",
    "participants": "names", "scholars": "names", "contributors": "names", "researchers": "names",
    "team": "names", "project team": "names", "members": "names",
    "participant": "names", "intern": "names", "presenter": "names", "presenters": "names",
    "speaker": "names", "speakers": "names", "grantee": "names", "grantees": "names", "recipient": "names",
    "recipients": "names", "awardee": "names", "awardees": "names", "principal investigator": "names",
    "investigator": "names", "investigators": "names", "pi": "names", "team members": "names",
    **dict.fromkeys(
        ("mentor", "mentors", "mentor(s)", "supervisor", "supervisors", "supervisor(s)", "advisor",
         "advisors", "advisor(s)", "adviser", "advisers", "adviser(s)"), "mentors",
    ),
    "abstract": "abstract", "summary": "abstract",
    "date": "date", "year": "date", "published": "date", "publication year": "date",
    "publication date": "date", "posted": "date", "released": "date", "completed": "date",
    "doi": "address", "url": "address", "link": "address", "pdf": "address", "arxiv": "address",
    "arxiv id": "address",
    "topics": "topics", "tags": "topics", "keywords": "topics", "author keywords": "topics",
    "manual tags": "topics", "automatic tags": "topics",
    "topic": "topics", "focus area": "topics", "research area": "topics", "cause area": "topics",
    "category": "category",
    "journal": "venue", "venue": "venue", "publication title": "venue", "source title": "venue",
    "publication": "venue", "conference": "venue", "booktitle": "venue", "book title": "venue",
    "journal/book": "venue", "published in": "venue", "conference name": "venue",
    "volume": "volume", "issue": "number", "number": "number", "pages": "pages", "page range": "pages",
    "page start": "pages", "page end": "last page", "publisher": "publisher", "place": "place",
    "place published": "place", "series": "series", "edition": "edition", "isbn": "ISBN", "issn": "ISSN",
    "pmid": "PMID", "pmcid": "PMCID", "language": "language", "editor": "editors", "editors": "editors",
    "item type": "type", "document type": "type", "type": "type", "art no": "article number",
    "art. no.": "article number", "article number": "article number",
}  # fmt: skip
"""What a column holds, by its name in lower case. Others are part of their row and nothing else."""

_AUTHORS = frozenset(
    "authors author author(s) creators contributor contributors students student fellows fellow".split()
)
_PRESENTERS = frozenset("presenter presenters speaker speakers".split())
"""Who made a work where no other column says that, and read it to others where one does."""
_MEETINGS = frozenset("week meeting wk".split())
"""Columns of the schedule of a reading group, whose works others wrote, on other days."""
_TITLED = frozenset("grant project paper talk thesis work publication poster presentation report".split())
"""What has a title, or a name, that a column may say: "Grant title"."""
_RULE = re.compile(r":?-{2,}:?")
"""A cell of the line below the header of a table in Markdown."""
_SEPARATOR = re.compile(r"sep=(?P<mark>[;,|\t])")
_DELIMITERS = "\t;,"
_LONGEST_HEADER = 2000
_LONGEST_HEADING = 60
_MOST_ABOVE = 40
"""Lines above a table on a page that may have no part in it."""
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header is, what parts its columns, and what those hold that we read, by their place.

    Attributes:
        first: The line of the header, or of Excel's "sep=;" above it.
        line: The line of the header.
        last: The line that the table ends on.
        names: What the columns are called.
        of_page: Whether it stands on a page, where a row is a line, and a quotation mark is one.
    """

    first: int
    line: int
    last: int
    delimiter: str
    columns: Mapping[int, str]
    names: tuple[str, ...]
    of_page: bool = False

    def others(self, read: Container[str] = frozenset(_COLUMNS.values())) -> tuple[str, ...]:
        """The names of the columns that hold nothing that is read of a row."""
        names = enumerate(self.names)
        return tuple(name for place, name in names if name and self.columns.get(place) not in read)


def find_headers(seed: Seed) -> Iterator[Header]:
    """The first line, if it names columns; else those further down a page, each above rows parted by tabs."""
    filled: Iterator[tuple[int, str]] = (
        (n, line) for n, line in enumerate(seed.lines, start=1) if line.strip()
    )
    first, text = next(filled, (0, ""))
    number, separator = first, _SEPARATOR.fullmatch(text.strip()[:_LONGEST_HEADER])
    if separator:
        number, text = next(filled, (0, ""))
    delimiter = separator["mark"] if separator else max(_DELIMITERS, key=text.count)
    table = _header_of(first, number, text, delimiter, len(seed.lines))
    if table is not None or separator:
        yield from filter(None, (table,))
        return
    page = [(first, text), *islice(filled, _MOST_ABOVE)]
    filled = chain(page, filled)
    found = next(filter(None, (inner_header(seed, *line) for line in page)), None)
    while found is not None:
        yield found
        last = found.last
        below = (inner_header(seed, number, line) for number, line in filled if number > last)
        found = next(filter(None, below), None)


def inner_header(seed: Seed, number: int, text: str) -> Header | None:
    """The header that stands on a page at line `number`; its table ends above a line without its mark.

    That is a tab, or a bar if the line below is the rule that Markdown has there. A heading right above a row
    with a cell for each column ends none.
    """
    mark = "\t" if "\t" in text else "|"
    ruled = number < len(seed.lines) and mark == "|" and is_rule(seed.lines[number].split(mark))
    if mark not in text or (mark == "|" and not ruled):
        return None
    table = _header_of(number, number, text, mark, number) if _names_people(text.split(mark)) else None
    if table is None:
        return None
    marks = text.count(mark)
    below = takewhile(
        lambda at: (
            mark in seed.lines[at]
            or not seed.lines[at].strip()
            or _is_heading(seed.lines[at : at + 2], mark, marks)
        ),
        range(number, len(seed.lines)),
    )
    rows = [at + 1 for at in below if mark in seed.lines[at] and seed.lines[at].strip()]
    return replace(table, last=rows[-1], of_page=True) if len(rows) >= _FEWEST_ROWS + ruled else None


def heading_over(seed: Seed, table: Header) -> Line | None:
    """The heading that stands right over a table on a page; None where anything else does."""
    filled = (number for number in range(table.first - 1, 0, -1) if seed.lines[number - 1].strip())
    above = next(filled, 0)
    text = clean(seed.lines[above - 1][: LONGEST_HEADING + 1]) if above else ""
    is_heading = heading_date(text) is not None or (is_topic(text) and not is_prose(text))
    return Line(above, text) if is_heading else None


def _is_heading(lines: Sequence[str], mark: str, marks: int) -> bool:
    """Whether the first of two lines of a page parts the rows of a table, as the year of those below does.

    What stands over a header begins another table.
    """
    if len(lines) == 1 or len(lines[0]) > _LONGEST_HEADING or mark in lines[0]:
        return False
    return lines[1].count(mark) == marks and _header_of(1, 1, lines[1], mark, 1) is None


def _names_people(names: Sequence[str]) -> bool:
    return any(_held(_plain(name)) == "names" for name in names)


def _header_of(first: int, number: int, text: str, delimiter: str, last: int) -> Header | None:
    if not number or len(text) > _LONGEST_HEADER:
        return None
    (names,) = csv.reader([text], delimiter=delimiter)
    known = {place: _held(_plain(name)) for place, name in enumerate(names)}
    columns = {place: what for place, what in known.items() if what}
    if "title" not in columns.values() or len(set(columns.values())) < len(("title", "names")):
        return None
    columns = _without_meetings([_plain(name) for name in names], columns)
    return Header(first, number, last, delimiter, columns, tuple(map(clean, names)))


def _without_meetings(names: Sequence[str], columns: Mapping[int, str]) -> dict[int, str]:
    """The columns that tell of the works, without who presents them, and when, where others wrote them."""
    meets = not _MEETINGS.isdisjoint(names)
    told = set(_PRESENTERS) if meets or not _AUTHORS.isdisjoint(names) else set()
    return {
        place: what
        for place, what in columns.items()
        if names[place] not in told and not (meets and names[place] == "date")
    }


def _held(name: str) -> str:
    """What a column of that name holds: "Grant title", "Organisation / Grantee"."""
    of_what, _, what = name.rpartition(" ")
    if what in ("title", "name") and of_what in _TITLED:
        return "title"
    named = any(_COLUMNS.get(part.strip()) == "names" for part in name.split("/"))
    return _COLUMNS.get(name, "names" if named else "")


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name).strip(" #*\ufeff").casefold()


def is_rule(row: Sequence[str]) -> bool:
    """Whether a row is the one that Markdown has below a table's header."""
    cells = [cell.strip() for cell in row if cell.strip()]
    return bool(cells) and all(map(_RULE.fullmatch, cells))
