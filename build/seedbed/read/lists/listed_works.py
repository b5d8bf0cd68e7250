"""The works among records and in lists, and the records with each of them changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from seedbed.model.record import CollectionRecord, Record, WorkRecord


def works_in(records: Iterable[Record]) -> Iterator[WorkRecord]:
    """The works that stand alone, and those of lists."""
    for record in records:
        match record:
            case WorkRecord():
                yield record
            case CollectionRecord():
                yield from (work for section in record.sections for work in section.works)
            case _:
                pass


def with_works_changed(
    records: Iterable[Record], change: Callable[[WorkRecord], WorkRecord]
) -> tuple[Record, ...]:
    """The records, with what `change` makes of each of those works."""
    return tuple(_changed(record, change) for record in records)


def _changed(record: Record, change: Callable[[WorkRecord], WorkRecord]) -> Record:
    match record:
        case WorkRecord():
            return change(record)
        case CollectionRecord():
            sections = (
                replace(section, works=tuple(map(change, section.works))) for section in record.sections
            )
            return replace(record, sections=tuple(sections))
        case _:
            return record
