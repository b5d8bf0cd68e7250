"""Programmes' lists, with their entries known as works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from seedbed.model.library import Collection, CollectionId, Entry, Section, WorkId
from seedbed.model.record import CollectionRecord, WorkRecord, cover
from seedbed.model.source import Span, place_of
from seedbed.resolve.known_people import Credited, credits_of
from seedbed.resolve.ledger import Ledger
from seedbed.resolve.marks import opening_marks
from seedbed.resolve.permalinks import Addresses, Thing, assign_in_order
from seedbed.resolve.years import Years, dated


@dataclass(frozen=True, slots=True)
class Entries:
    """What the entries of all lists are, by their lines.

    Attributes:
        works: The work of each entry.
        fellows: The people whom an entry names as fellows, each under the name there, where it names any.
        mentors: The same for mentors.
        years: For dates without a year.
    """

    works: Mapping[Span, WorkId]
    fellows: Mapping[Span, Credited]
    mentors: Mapping[Span, Credited]
    years: Years


def address_collections(
    records: Iterable[CollectionRecord], work_at: Mapping[Span, WorkId], ledger: Ledger
) -> Addresses:
    """An address for each list, in the order given; `work_at` has the work of each entry by its lines."""
    things = [
        Thing(record.title.value, opening_marks((record.title.value,), _opening(record, work_at)))
        for record in records
    ]
    return assign_in_order("collections", things, ledger)


def _opening(record: CollectionRecord, work_at: Mapping[Span, WorkId]) -> str:
    """The first work that a list names."""
    first = min((work.span() for section in record.sections for work in section.works), default=None)
    return "" if first is None else work_at[first]


def introduce_collection(id_: CollectionId, record: CollectionRecord) -> Collection:
    """A list with nothing but what it says of itself."""
    title = record.title
    return Collection(id_, title, record.introduction, sections=(), questions=(), source=title.span)


def build_collection(id_: CollectionId, record: CollectionRecord, entries: Entries) -> Collection:
    """Put one list together, in its source's order."""
    sections = [
        Section(
            section.title,
            tuple(
                _entry(work, span, entries)
                for _, span, work in sorted(map(_placed, section.works), key=itemgetter(0))
            ),
        )
        for section in record.sections
    ]
    return Collection(
        id=id_,
        title=record.title,
        introduction=record.introduction,
        sections=tuple(sorted(sections, key=_first_line)),
        questions=record.questions,
        source=cover(_spans(record, sections)),
    )


def _spans(record: CollectionRecord, sections: Iterable[Section]) -> Iterator[Span]:
    """The lines of a list, those of an entry together."""
    yield from (claim.span for claim in (record.title, *record.introduction, *record.questions))
    yield from record.labels
    for section in sections:
        if section.title is not None:
            yield section.title.span
        yield from (entry.source for entry in section.entries)


def _first_line(section: Section) -> tuple[str, int]:
    spans = [entry.source for entry in section.entries]
    if section.title is not None:
        spans.append(section.title.span)
    return min(((span.seed, span.first) for span in spans), default=("", 0))


def _placed(work: WorkRecord) -> tuple[tuple[str, int, int], Span, WorkRecord]:
    span = work.span()
    return place_of(span), span, work


def _entry(record: WorkRecord, span: Span, entries: Entries) -> Entry:
    claim = dated(record)
    completed = entries.years.complete(claim, record.under) if claim else None
    return Entry(
        work=entries.works[span],
        source=span,
        date=completed[0] if completed else None,
        topics=record.topics,
        fellows=credits_of(record.fellows, entries.fellows.get(span, ())),
        mentors=credits_of(record.mentors, entries.mentors.get(span, ())),
    )
