"""The works among records and in lists, and the records with each of them changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from seedbed.model.record import (
    BibliographyRecord,
    CollectionRecord,
    ProfileRecord,
    Record,
    TranscriptRecord,
    WorkRecord,
)

_Change = Callable[[WorkRecord], WorkRecord | None]


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


def with_works_changed(records: Iterable[Record], change: _Change) -> tuple[Record, ...]:
    """The records with what `change` makes of each of their works, without those of which it makes none."""
    return tuple(changed for record in records for changed in _changed(record, change))


def _changed(record: Record, change: _Change) -> Iterator[Record]:
    match record:
        case WorkRecord():
            yield from _works((record,), change)
        case ProfileRecord() | BibliographyRecord():
            yield replace(record, works=tuple(_works(record.works, change)))
        case CollectionRecord():
            sections = (
                replace(section, works=tuple(_works(section.works, change))) for section in record.sections
            )
            yield replace(record, sections=tuple(sections))
        case TranscriptRecord():
            yield record


def _works(works: Iterable[WorkRecord], change: _Change) -> Iterator[WorkRecord]:
    return (changed for work in works if (changed := change(work)) is not None)
