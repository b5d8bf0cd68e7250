"""The law of reading: every non-blank line of a seed lies in exactly one record or in one unread span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from seedbed.model.record import CollectionRecord, ProfileRecord, Reading, Record, WorkRecord
from seedbed.model.source import Claim, Seed, Span


def account(
    seed: Seed, kind: str, records: Iterable[Record], remarks: Iterable[Claim[str]] = (), why: str = ""
) -> Reading:
    """The reading that has these records, and each line that none of them claims as unread.

    The claims are taken as they are; `find_fault` tells whether they keep the law.
    """
    kept = tuple(records)
    claimed = bytearray(len(seed.lines) + 2)
    for record in kept:
        for first, last in _merged(_spans(record)):
            last_line = min(last, len(seed.lines))
            claimed[first : last_line + 1] = b"\x01" * (last_line + 1 - first)
    return Reading(seed, kind, why, kept, tuple(_unclaimed(seed, claimed)), tuple(remarks))


def find_fault(reading: Reading) -> str:
    """How `reading` breaks the law, as a sentence; empty when it keeps it.

    A work of a profile or of a list counts as a record of its own: it shares no line with its neighbours.
    The works of a file of references may, since such a file can stand on one line.
    """
    seed = reading.seed
    total = len(seed.lines)
    taken = bytearray(total + 2)
    units: Iterator[Iterable[Span]] = (_spans(unit) for record in reading.records for unit in _units(record))
    for spans in (*units, *([span] for span in reading.unread)):
        for first, last in _merged(spans):
            if last > total:
                return f"it claims line {last} of a seed that has {total}"
            if (shared := taken.find(1, first, last + 1)) >= 0:
                return f"it claims line {shared} twice"
            taken[first : last + 1] = b"\x01" * (last + 1 - first)
    places = (span for record in reading.records for span in _spans(record))
    for span in (*places, *reading.unread, *(remark.span for remark in reading.remarks)):
        if span.seed != seed.path or span.last > total:
            return f"it speaks of {span}, which is not in this seed"
    for number, line in enumerate(seed.lines, start=1):
        if line.strip() and not taken[number]:
            return f"it passes over line {number}"
    return ""


def is_identified(work: WorkRecord) -> bool:
    """Whether a work can be told from others, by a title or an abstract; a reader returns no other."""
    return work.title is not None or work.abstract is not None


def _units(record: Record) -> Iterator[Record]:
    """A record that holds others, without them; then those."""
    match record:
        case ProfileRecord():
            yield replace(record, works=())
            yield from record.works
        case CollectionRecord():
            yield replace(record, sections=tuple(replace(section, works=()) for section in record.sections))
            for section in record.sections:
                yield from section.works
        case _:
            yield record


def _spans(record: Record) -> list[Span]:
    return [part.span for part in record.parts()]


def _merged(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """First and last lines of what `spans` cover, in order, each line once."""
    ordered = sorted((span.first, span.last) for span in spans)
    if not ordered:
        return
    first, last = ordered[0]
    for next_first, next_last in ordered[1:]:
        if next_first > last:
            yield first, last
            first, last = next_first, next_last
        else:
            last = max(last, next_last)
    yield first, last


def _unclaimed(seed: Seed, claimed: bytearray) -> Iterator[Span]:
    """Non-blank lines that are not claimed, neighbours in one span."""
    numbers = [
        number for number, line in enumerate(seed.lines, start=1) if line.strip() and not claimed[number]
    ]
    if not numbers:
        return
    first = numbers[0]
    for number, following in pairwise(numbers):
        if following != number + 1:
            yield seed.span(first, number)
            first = following
    yield seed.span(first, numbers[-1])
