"""Seeds that are a table, or hold one: a header whose columns say what they hold, and a work a row.

It is CSV or TSV, or the table of a page: copied, with tabs between its cells, or in Markdown, with bars.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, takewhile

from seedbed.model.record import Reading
from seedbed.model.source import Claim, Seed
from seedbed.read.creators import is_name_list, is_organisation, may_hold_organisation, read_names
from seedbed.read.formats.bibliography import Entry, Stated, read_entries
from seedbed.read.markdown import LINK, plain_line
from seedbed.read.reader import Reader, Recognition
from seedbed.text.lines import clean

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

_TITLED = frozenset("grant project paper talk thesis work publication poster presentation report".split())
"""What has a title, or a name, that a column may say: "Grant title"."""
_EMPLOYED = re.compile(r"(?P<organisation>[^()]{3,120}) \((?P<names>[^()]{3,200})\)")
_RULE = re.compile(r":?-{2,}:?")
"""A cell of the line below the header of a table in Markdown."""
_SEPARATOR = re.compile(r"sep=(?P<mark>[;,|\t])")
_DELIMITERS = "\t;,"
_LONGEST_HEADER = 2000
_LONGEST_NAME = 60
_LONGEST_HEADING = 60
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
        entries += entries_of(seed, table, remarks, structure)
    return read_entries(seed, TABLE.kind, entries, remarks, structure)


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header is, what parts its columns, and what those hold that we read, by their place.

    Attributes:
        first: The line of the header, or of Excel's "sep=;" above it.
        line: The line of the header.
        last: The line that the table ends on.
        others: The names of the columns that hold nothing that we read.
        of_page: Whether it stands on a page, where a row is a line, and a quotation mark is one.
    """

    first: int
    line: int
    last: int
    delimiter: str
    columns: Mapping[int, str]
    others: tuple[str, ...]
    of_page: bool = False


def _headers(seed: Seed) -> Iterator[Header]:
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
    ruled = number < len(seed.lines) and mark == "|" and _is_rule(seed.lines[number].split(mark))
    if mark not in text or (mark == "|" and not ruled):
        return None
    table = _header_of(number, number, text, mark, number)
    if table is None or "names" not in table.columns.values():
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


def _is_heading(lines: Sequence[str], mark: str, marks: int) -> bool:
    """Whether the first of two lines of a page parts the rows of a table, as the year of those below does.

    What stands over a header begins another table.
    """
    if len(lines) == 1 or len(lines[0]) > _LONGEST_HEADING or mark in lines[0]:
        return False
    return lines[1].count(mark) == marks and _header_of(1, 1, lines[1], mark, 1) is None


def _header_of(first: int, number: int, text: str, delimiter: str, last: int) -> Header | None:
    if not number or len(text) > _LONGEST_HEADER:
        return None
    (names,) = csv.reader([text], delimiter=delimiter)
    known = {place: _held(_plain(name)) for place, name in enumerate(names)}
    columns = {place: what for place, what in known.items() if what}
    if "title" not in columns.values() or len(set(columns.values())) < len(("title", "names")):
        return None
    others = tuple(clean(name) for place, name in enumerate(names) if place not in columns and name.strip())
    return Header(first, number, last, delimiter, columns, others)


def _held(name: str) -> str:
    """What a column of that name holds: "Grant title", "Organisation / Grantee"."""
    of_what, _, what = name.rpartition(" ")
    if what in ("title", "name") and of_what in _TITLED:
        return "title"
    named = any(_COLUMNS.get(part.strip()) == "names" for part in name.split("/"))
    return _COLUMNS.get(name, "names" if named else "")


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name).strip(" #*\ufeff").casefold()


def entries_of(seed: Seed, table: Header, remarks: list[Claim[str]], structure: list[int]) -> Iterator[Entry]:
    """A row each, but for headings; `structure` learns the rows that have nothing in them."""
    rows = csv.reader(
        (f"{line}\n" for line in seed.lines[table.line : table.last]),
        delimiter=table.delimiter,
        quoting=csv.QUOTE_NONE if table.of_page else csv.QUOTE_MINIMAL,
    )
    last = table.line
    try:
        for row in rows:
            first, last = last + 1, table.line + rows.line_num
            while first < last and not seed.lines[first - 1].strip():
                first += 1
            if table.of_page and len(row) == 1 and row[0].strip():
                continue
            if any(cell.strip() for cell in row) and not (table.of_page and _is_rule(row)):
                yield (_entry_in_markdown if table.delimiter == "|" else _entry)(
                    row, table.columns, first, last
                )
            else:
                structure += range(first, last + 1)
    except csv.Error as error:
        at = min(last + 1, len(seed.lines))
        remarks.append(Claim(f"from here on this is no table that can be read: {error}", seed.span(at)))


def _is_rule(row: Sequence[str]) -> bool:
    """Whether a row is the one that Markdown has below a table's header."""
    cells = [cell.strip() for cell in row if cell.strip()]
    return bool(cells) and all(map(_RULE.fullmatch, cells))


def _entry(row: list[str], columns: Mapping[int, str], first: int, last: int) -> Entry:
    entry = Entry(first, labels=list(range(first, last + 1)))
    for place, what in columns.items():
        cell = row[place].strip() if place < len(row) else ""
        if not cell:
            continue
        match what:
            case "names" if not entry.names:
                cell = _take_organisation(entry, cell, first, last)
                listed = read_names(cell.replace(" and ", "; ") if _is_inverted(cell) else cell)
                entry.names = [Stated(name, first, last) for name in _without_full_stop(listed.names)]
                entry.complete = listed.complete
            case "mentors" if is_name_list(cell):
                entry.mentors += [Stated(name, first, last) for name in read_names(cell).names]
            case "names" | "mentors":
                pass
            case "topics":
                entry.topics += [Stated(part, first, last) for part in re.split("[;,|]", cell)]
            case _:
                entry.take(what, Stated(cell, first, last))
    return entry


def _entry_in_markdown(row: list[str], columns: Mapping[int, str], first: int, last: int) -> Entry:
    """The same of cells with Markdown's marks; what leads on from the title, or is to, leads to the work."""
    entry = _entry([plain_line(cell.strip()) for cell in row], columns, first, last)
    cells = (
        row[place] for place, what in columns.items() if what in ("title", "address") and place < len(row)
    )
    entry.addresses += [Stated(link["url"], first, last) for cell in cells for link in LINK.finditer(cell)]
    return entry


def _take_organisation(entry: Entry, cell: str, first: int, last: int) -> str:
    """The names of a cell without the organisation that stands before them, which becomes the entry's."""
    employed = _EMPLOYED.fullmatch(cell)
    if employed is None or may_hold_organisation(employed["names"]) or not is_name_list(employed["names"]):
        return cell
    named = read_names(employed["names"]).names
    if len(named) == 1 and (" " not in named[0] or not is_organisation(employed["organisation"])):
        return cell
    entry.organisations.append(Stated(employed["organisation"], first, last))
    return employed["names"]


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


TABLE = Reader("table", "table", recognise, read, whole=True)
