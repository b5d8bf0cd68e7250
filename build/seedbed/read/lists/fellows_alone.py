"""Lists that name fellows, and nobody as a creator: what they list is their fellows' work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seedbed.model.record import Record, WorkRecord
from seedbed.read.lists.listed_works import with_works_changed, works_in


def with_fellows_credited(records: Sequence[Record]) -> tuple[Record, ...]:
    """The records, in which the fellows are the creators of their works, unless the list names some itself.

    Where it does for other works, those of a work without them may be more than its fellows. One that is
    cited, with a year behind its title, is by others.
    """
    if any(work.creators or _is_cited(work) for work in works_in(records)):
        return tuple(records)
    return with_works_changed(records, lambda work: replace(work, creators=work.fellows))


def _is_cited(work: WorkRecord) -> bool:
    return work.title is not None and work.date is not None and work.title.span == work.date.span
