"""Seeds that are a table, or hold one: a header whose columns say what they hold, and a work a row.

It is CSV or TSV, or the table of a page: copied, with tabs between its cells, or in Markdown, with bars.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence

from seedbed.model.record import Reading
from seedbed.model.source import Claim, Seed
from seedbed.read.creators import (
    is_in_two_scripts,
    is_name_list,
    is_organisation,
    may_hold_organisation,
    read_names,
)
from seedbed.read.dated_headings import Headings
from seedbed.read.formats.bibliography import Entry, Stated, read_entries
from seedbed.read.formats.cited_rows import READ_OF_CITED, cite_works, of_cited
from seedbed.read.formats.table_header import Header, find_headers, heading_over, is_rule
from seedbed.read.markdown import LINK, plain_line
from seedbed.read.reader import Reader, Recognition
from seedbed.text.lines import filled

_EMPLOYED = re.compile(r"(?P<organisation>[^()]{3,120}) \((?P<names>[^()]{3,200})\)")
_OTHER_ROLE = re.compile(r"[,;] [a-z][a-z -]{2,40}: [^:]*$")
"""Behind names, who had another part: "Ann Lee, graduate assistant: Bo Ek"."""
_REMARK = re.compile(r"(?<=\w) \([a-z][a-z -]{2,40}\)(?=[,;]|\s*$)")
"""What is said of somebody, in small letters: "Ann Lee (visiting)"."""
_FROM_PLACE = re.compile(r"(?P<name>[^(),;]{3,80}) \([^()]{2,80}\)")
_LONGEST_NAME = 60
_MOST_NAMED = 12


def recognise(seed: Seed) -> Recognition | None:
    """Sure where a line names a title and another column that works have: the first, or one above rows."""
    table = next(find_headers(seed), None)
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
    for table in find_headers(seed):
        structure += [table.first, table.line]
        rows, cited = entries_of(seed, table, remarks, structure)
        if not cited:
            structure += _date_by_headings(seed, table, rows)
        entries += rows
    return read_entries(seed, TABLE.kind, entries, remarks, structure)


def _columns_left_out(seed: Seed, table: Header, names: Sequence[str]) -> Iterator[Claim[str]]:
    if names:
        named = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        yield Claim(f"of each row, these columns were not read: {named}{more}", seed.span(table.line))


def _date_by_headings(seed: Seed, table: Header, entries: Sequence[Entry]) -> Iterator[int]:
    """Date the works of a page that have no date by the headings over their table, and between its rows.

    The lines of those headings are given.
    """
    if not table.of_page:
        return
    headings = Headings(seed)
    undated = {entry.first: entry for entry in entries if not entry.dates}
    over = heading_over(seed, table)
    inside = filled(seed.lines[: table.last])
    for line in (over, *(line for line in inside if line.number > table.line)):
        entry = undated.get(line.number) if line else None
        date = headings.over_undated() if entry else None
        if entry and date:
            entry.under = Stated(date.value.iso(), date.span.first, date.span.last)
            yield date.span.first
        elif line and table.delimiter not in seed.lines[line.number - 1]:
            headings.headed(line)


def entries_of(
    seed: Seed, table: Header, remarks: list[Claim[str]], structure: list[int]
) -> tuple[list[Entry], bool]:
    """A row each, but for headings, and whether they are what the rows cite; no heading dates works so cited.

    `structure` learns the rows that have nothing in them.
    """
    asides: list[Claim[str]] = []
    rows = list(_entries_of_rows(seed, table, asides, structure))
    cited = cite_works(rows)
    remarks += _columns_left_out(seed, table, table.others(READ_OF_CITED) if cited else table.others())
    remarks += asides
    return list(map(of_cited, rows)) if cited else rows, cited


def _entries_of_rows(
    seed: Seed, table: Header, remarks: list[Claim[str]], structure: list[int]
) -> Iterator[Entry]:
    rows = csv.reader(
        (f"{line}\n" for line in seed.lines[table.line : table.last]),
        delimiter=table.delimiter,
        quoting=csv.QUOTE_NONE if table.of_page else csv.QUOTE_MINIMAL,
    )
    last = table.line
    placed = table.of_page and _names_places(seed, table)
    try:
        for row in rows:
            first, last = last + 1, table.line + rows.line_num
            while first < last and not seed.lines[first - 1].strip():
                first += 1
            if table.of_page and len(row) == 1 and row[0].strip():
                continue
            if any(cell.strip() for cell in row) and not (table.of_page and is_rule(row)):
                cells = _without_asides(row, table.columns, placed=placed) if table.of_page else row
                yield (_entry_in_markdown if table.delimiter == "|" else _entry)(
                    cells, table.columns, first, last
                )
            else:
                structure += range(first, last + 1)
    except csv.Error as error:
        at = min(last + 1, len(seed.lines))
        remarks.append(Claim(f"from here on this is no table that can be read: {error}", seed.span(at)))


def _names_places(seed: Seed, table: Header) -> bool:
    """Whether a row of a page says in brackets where each of several people is from."""
    rows = (line.split(table.delimiter) for line in seed.lines[table.line : table.last])
    of_names = [place for place, what in table.columns.items() if what == "names"]
    cells = (row[place] for row in rows for place in of_names if place < len(row))
    several = (cell for cell in cells if cell.count(" (") > 1)
    return any(cell.count(" (") == len(read_names(cell).names) for cell in several)


def _without_asides(row: list[str], columns: Mapping[int, str], *, placed: bool) -> list[str]:
    """A row of a page without what its cells say beside names: who else helped, and who was visiting.

    Args:
        row: Its cells.
        columns: What they hold.
        placed: Whether brackets behind one name alone say where that person is from, too.
    """
    told = list(row)
    for place, cell in enumerate(row):
        if columns.get(place) in ("names", "mentors"):
            bare = _REMARK.sub("", _OTHER_ROLE.sub("", cell))
            from_place = _FROM_PLACE.fullmatch(bare.strip()) if placed else None
            told[place] = from_place["name"] if from_place and not is_in_two_scripts(bare) else bare
    return told


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
