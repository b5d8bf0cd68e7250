"""The lines that pages refer to; those of several lines have an anchor of their own on the seed's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from seedbed.model.decision import Evidence
from seedbed.model.library import Collection, Library, Person, Stated, Transcript, Work
from seedbed.model.link import Links
from seedbed.model.source import Span


def line_ranges(library: Library, links: Links) -> dict[str, frozenset[tuple[int, int]]]:
    """The spans of several lines that a page may refer to, by seed."""
    ranges: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for span in _spans(library, links):
        if span.first < span.last:
            ranges[span.seed].add((span.first, span.last))
    return {seed: frozenset(found) for seed, found in ranges.items()}


def _spans(library: Library, links: Links) -> Iterator[Span]:
    """Every span that a page may refer to."""
    for work in library.works:
        yield from _work_spans(work)
    for person in library.people:
        yield from _person_spans(person)
    for transcript in library.transcripts:
        yield from _transcript_spans(transcript)
    for collection in library.collections:
        yield from _collection_spans(collection)
    for evidence in _evidence(library, links):
        yield from evidence.spans
    yield from (reading.span for conflict in library.conflicts for reading in conflict.readings)
    yield from (remark.span for reading in library.readings for remark in reading.remarks)


def _work_spans(work: Work) -> list[Span]:
    """In a list, as there are a score of them for each work of a library."""
    spans = [*work.sources]
    for stated in (
        work.title,
        work.creator_lists,
        work.date,
        work.abstract,
        work.category,
        work.score,
        work.has_code,
        work.venue,
    ):
        if stated is not None:
            spans += [claim.span for claim in stated.claims]
    for claims in (work.organisations, work.topics, work.links, work.particulars):
        spans += [claim.span for claim in claims]
    for credits_ in (work.creators, work.fellows, work.mentors):
        spans += [credit.span for credit in credits_]
    return spans


def _person_spans(person: Person) -> Iterator[Span]:
    for form in person.forms:
        yield from form.spans
    yield from (claim.span for claim in person.figures)
    if person.field is not None:
        yield person.field.span


def _transcript_spans(transcript: Transcript) -> Iterator[Span]:
    yield transcript.source
    yield from claimed(transcript.title)
    yield from claimed(transcript.date)
    if transcript.section is not None:
        yield transcript.section.span
    if transcript.host is not None:
        yield transcript.host.span
    yield from (credit.span for credit in transcript.speakers)
    yield from (claim.span for claim in transcript.summary)
    yield from (turn.span for turn in transcript.turns)


def _collection_spans(collection: Collection) -> Iterator[Span]:
    yield from (collection.source, collection.title.span)
    yield from (claim.span for claim in (*collection.introduction, *collection.questions))
    for section in collection.sections:
        if section.title is not None:
            yield section.title.span
        yield from (entry.source for entry in section.entries)


def claimed(stated: Stated[Any] | None) -> tuple[Span, ...]:
    """Where a value is claimed, the leading claim first."""
    return () if stated is None else tuple(claim.span for claim in stated.claims)


def _evidence(library: Library, links: Links) -> Iterator[Evidence]:
    for decision in library.decisions:
        yield from decision.evidence
    for question in library.questions:
        yield from question.evidence
    for topic in links.topics:
        yield from topic.evidence
