"""Seeds that are a table: CSV or TSV, with a header whose columns say what they hold."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, takewhile

from seedbed.model.record import Reading
from seedbed.model.source import Claim, Seed
from seedbed.read.creators import read_names
from seedbed.read.formats.bibliography import Entry, Stated, read_entries
from seedbed.read.reader import Reader, Recognition
from seedbed.text.lines import clean

_COLUMNS: Mapping[str, str] = {
    "title": "title", "paper": "title", "paper title": "title", "article title": "title",
    "project title": "title", "project": "title", "thesis title": "title", "dissertation title": "title",
    "authors": "names", "author": "names", "author(s)": "names", "creators": "names", "author names": "names",
    "author full names": "names", "student": "names", "students": "names", "student name": "names",
    "student(s)": "names", "fellow": "names", "fellows": "names", "scholar": "names", "contributor": "names",
    "participant": "names", "intern": "names", "presenter": "names", "presenters": "names",
    "abstract": "abstract", "summary": "abstract",
    "date": "date", "year": "date", "published": "date", "publication year": "date",
    "publication date": "date",
    "doi": "address", "url": "address", "link": "address", "pdf": "address", "arxiv": "address",
    "arxiv id": "address",
    "topics": "topics", "tags": "topics", "keywords": "topics", "author keywords": "topics",
    "manual tags": "topics", "automatic tags": "topics",
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

_SEPARATOR = re.compile(r"sep=(?P<mark>[;,|\t])")
_DELIMITERS = "\t;,"
_LONGEST_HEADER = 2000
_LONGEST_NAME = 60
_MOST_NAMED = 12
_MOST_ABOVE = 40
"""Lines above a table on a page that may have no part in it."""
_FEWEST_ROWS = 2


def recognise(seed: Seed) -> Recognition | None:
    """Sure where a line names a title and another column that works have: the first, or one above rows."""
    table = next(_headers(seed), None)
    if table is None:
        return None
    what = "tabs" if table.delimiter == "\t" else f"“{table.delimiter}”"
    named = ", ".join(sorted(set(table.columns.values())))
    return Recognition(0.95, f"line {table.line} is a header, parted by {what}, that names {named}")


def read(seed: Seed) -> Reading:
    """A work a row; the columns that works do not have stay with their row."""
    remarks: list[Claim[str]] = []
    structure: list[int] = []
    entries: list[Entry] = []
    for table in _headers(seed):
        structure += [table.first, table.line]
        if table.others:
            named = ", ".join(f"“{name}”" for name in table.others[:_MOST_NAMED])
            more = f" and {len(table.others) - _MOST_NAMED} more" if len(table.others) > _MOST_NAMED else ""
            remarks.append(
                Claim(f"of each row, these columns were not read: {named}{more}", seed.span(table.line))
            )
        entries += _entries(seed, table, remarks, structure)
    return read_entries(seed, TABLE.kind, entries, remarks, structure)


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the header is, what parts its columns, and what those hold that we read, by their place.

    Attributes:
        first: The line of the header, or of Excel's "sep=;" above it.
        line: The line of the header.
        last: The line that the table ends on.
        others: The names of the columns that hold nothing that we read.
    """

    first: int
    line: int
    last: int
    delimiter: str
    columns: Mapping[int, str]
    others: tuple[str, ...]


def _headers(seed: Seed) -> Iterator[_Header]:
    """The first line, if it names columns; else those further down a page, each above rows parted by tabs."""
    filled = ((n, line) for n, line in enumerate(seed.lines, start=1) if line.strip())
    first, text = next(filled, (0, ""))
    number, separator = first, _SEPARATOR.fullmatch(text.strip()[:_LONGEST_HEADER])
    if separator:
        number, text = next(filled, (0, ""))
    delimiter = separator["mark"] if separator else max(_DELIMITERS, key=text.count)
    table = _header_of(first, number, text, delimiter, len(seed.lines))
    if table is not None or separator:
        yield from filter(None, (table,))
        return
    found = next(filter(None, (_inner_header(seed, *line) for line in islice(filled, _MOST_ABOVE))), None)
    while found is not None:
        yield found
        last = found.last
        below = (_inner_header(seed, number, line) for number, line in filled if number > last)
        found = next(filter(None, below), None)


def _inner_header(seed: Seed, number: int, text: str) -> _Header | None:
    """The header that stands on a page at line `number`; its table ends where a line without tabs follows."""
    if "\t" not in text:
        return None
    below = takewhile(
        lambda at: "\t" in seed.lines[at] or not seed.lines[at].strip(), range(number, len(seed.lines))
    )
    rows = [at + 1 for at in below if seed.lines[at].strip()]
    table = _header_of(number, number, text, "\t", rows[-1]) if len(rows) >= _FEWEST_ROWS else None
    return table if table is not None and "names" in table.columns.values() else None


def _header_of(first: int, number: int, text: str, delimiter: str, last: int) -> _Header | None:
    if not number or len(text) > _LONGEST_HEADER:
        return None
    (names,) = csv.reader([text], delimiter=delimiter)
    known = {place: _COLUMNS.get(_plain(name), "") for place, name in enumerate(names)}
    columns = {place: what for place, what in known.items() if what}
    if "title" not in columns.values() or len(set(columns.values())) < len(("title", "names")):
        return None
    others = tuple(clean(name) for place, name in enumerate(names) if place not in columns and name.strip())
    return _Header(first, number, last, delimiter, columns, others)


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name).strip(" #*\ufeff").casefold()


def _entries(seed: Seed, table: _Header, remarks: list[Claim[str]], structure: list[int]) -> Iterator[Entry]:
    """A row each; `structure` learns the rows that have nothing in them."""
    rows = csv.reader(
        (f"{line}\n" for line in seed.lines[table.line : table.last]), delimiter=table.delimiter
    )
    last = table.line
    try:
        for row in rows:
            first, last = last + 1, table.line + rows.line_num
            while first < last and not seed.lines[first - 1].strip():
                first += 1
            if any(cell.strip() for cell in row):
                yield _entry(row, table.columns, first, last)
            else:
                structure += range(first, last + 1)
    except csv.Error as error:
        at = min(last + 1, len(seed.lines))
        remarks.append(Claim(f"from here on this is no table that can be read: {error}", seed.span(at)))


def _entry(row: list[str], columns: Mapping[int, str], first: int, last: int) -> Entry:
    entry = Entry(first, labels=list(range(first, last + 1)))
    for place, what in columns.items():
        cell = row[place].strip() if place < len(row) else ""
        if not cell:
            continue
        match what:
            case "names" if not entry.names:
                listed = read_names(cell.replace(" and ", "; ") if _is_inverted(cell) else cell)
                entry.names = [Stated(name, first, last) for name in _without_full_stop(listed.names)]
                entry.complete = listed.complete
            case "names":
                pass
            case "topics":
                entry.topics += [Stated(part, first, last) for part in re.split("[;,|]", cell)]
            case _:
                entry.take(what, Stated(cell, first, last))
    return entry


def _without_full_stop(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without the full stop that ends their list ("Agarwal N, Boyd L."), if no other has one."""
    if len(names) > 1 and names[-1].endswith(".") and not any(name.endswith(".") for name in names[:-1]):
        return (*names[:-1], names[-1].rstrip("."))
    return names


def _is_inverted(cell: str) -> bool:
    """Whether several names are written with the family name first ("Lee, Ann and Ek, Bo")."""
    names = cell.split(" and ")
    return (
        ";" not in cell
        and len(names) > 1
        and all(name.count(",") == 1 and len(name) <= _LONGEST_NAME for name in names)
    )


TABLE = Reader("table", "table", recognise, read)
