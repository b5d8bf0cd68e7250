"""Lists that name fellows, and nobody as a creator: what they list is their fellows' work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seedbed.model.record import CollectionRecord, Record, WorkRecord


def with_fellows_credited(records: Sequence[Record]) -> tuple[Record, ...]:
    """The records, in which the fellows are the creators of their works, unless the list names some itself.

    Where it does for other works, those of a work without them may be more than its fellows. One that is
    cited, with a year behind its title, is by others.
    """
    collections = [record for record in records if isinstance(record, CollectionRecord)]
    listed = [work for record in collections for section in record.sections for work in section.works]
    works = (work for work in (*records, *listed) if isinstance(work, WorkRecord))
    if any(work.creators or _is_cited(work) for work in works):
        return tuple(records)
    return tuple(map(_credited, records))


def _is_cited(work: WorkRecord) -> bool:
    return work.title is not None and work.date is not None and work.title.span == work.date.span


def _credited(record: Record) -> Record:
    match record:
        case WorkRecord():
            return replace(record, creators=record.fellows)
        case CollectionRecord():
            sections = (
                replace(section, works=tuple(replace(work, creators=work.fellows) for work in section.works))
                for section in record.sections
            )
            return replace(record, sections=tuple(sections))
        case _:
            return record
