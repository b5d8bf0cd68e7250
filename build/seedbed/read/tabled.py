"""Lists with tables among their works, as for earlier years: each table's works are a section of the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from seedbed.model.record import CollectionRecord, Reading, Record, SectionRecord, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.coverage import account
from seedbed.read.dated_headings import Headings
from seedbed.read.formats.bibliography import read_entries
from seedbed.read.formats.table import entries_of
from seedbed.read.formats.table_header import Header, heading_over, inner_header
from seedbed.read.reader import Reader, Recognition
from seedbed.text.lines import Line


@dataclass(frozen=True, slots=True)
class _Table:
    """A table's works, the lines it stands on, and the heading right above it."""

    works: tuple[WorkRecord, ...]
    first: int
    last: int
    heading: Line | None


def of_tabled(reader: Reader) -> Reader:
    """The same reader, which is given lists without their tables; what these hold is added."""

    def recognise(seed: Seed) -> Recognition | None:
        return reader.recognise(_without_tables(seed))

    def read(seed: Seed) -> Reading:
        tables = _tables(seed)
        reading = reader.read(_without_tables(seed))
        if not tables:
            return reading
        return account(seed, reading.kind, _with_tables(seed, reading, tables), reading.remarks)

    return replace(reader, recognise=recognise, read=read)


def _without_tables(seed: Seed) -> Seed:
    """The seed with the lines of tables, and of the headings over them, left empty."""
    tables = _tables(seed)
    if not tables:
        return seed
    held = {number for table in tables for number in range(table.first, table.last + 1)}
    held |= {table.heading.number for table in tables if table.heading is not None}
    lines = ("" if number in held else line for number, line in enumerate(seed.lines, start=1))
    return replace(seed, lines=tuple(lines))


@lru_cache(maxsize=1)  # a reader is asked about the same seed, and then reads it
def _tables(seed: Seed) -> Sequence[_Table]:
    return tuple(_found(seed))


def _found(seed: Seed) -> Iterator[_Table]:
    last = 0
    stands_below = False
    for number, line in enumerate(seed.lines, start=1):
        table = inner_header(seed, number, line) if number > last and stands_below else None
        if table is not None:
            last = table.last
            yield _Table(_works(seed, table), number, last, heading_over(seed, table))
        stands_below = stands_below or bool(line.strip())


def _works(seed: Seed, table: Header) -> tuple[WorkRecord, ...]:
    entries, _ = entries_of(seed, table, [], [])
    return tuple(read_entries(seed, "", entries).works())


def _with_tables(seed: Seed, reading: Reading, tables: Sequence[_Table]) -> Iterator[Record]:
    """The records, with the works of each table as a further section where they are one list."""
    sections = tuple(_section(seed, table) for table in tables)
    lists = [record for record in reading.records if isinstance(record, CollectionRecord)]
    for record in reading.records:
        if isinstance(record, CollectionRecord) and record is lists[-1]:
            yield replace(record, sections=(*record.sections, *sections))
        else:
            yield record
    if not lists:
        yield from (work for section in sections for work in section.works)


def _section(seed: Seed, table: _Table) -> SectionRecord:
    if table.heading is None:
        return SectionRecord(None, table.works)
    headings = Headings(seed)
    headings.headed(table.heading)
    works = (replace(work, under=headings.over_work(work)) for work in table.works)
    return SectionRecord(Claim(table.heading.text, seed.span(table.heading.number)), tuple(works))
