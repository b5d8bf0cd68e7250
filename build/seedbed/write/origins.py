"""Which things of the library come from which lines of a seed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from seedbed.model.library import CollectionId, Library, PersonId, TranscriptId, WorkId
from seedbed.model.record import ProfileRecord
from seedbed.model.source import Span
from seedbed.text.lines import clean


@dataclass(slots=True)
class Origins:
    """The things that come from one seed, each with a span that it is known by.

    Attributes:
        works: By the span of each of their sources, which several works may share.
        people: The owners of profiles, by the span that names them.
        transcripts: By all of their lines.
        collections: By the span of their title.
    """

    works: list[tuple[Span, WorkId]] = field(default_factory=list)
    people: list[tuple[Span, PersonId]] = field(default_factory=list)
    transcripts: list[tuple[Span, TranscriptId]] = field(default_factory=list)
    collections: list[tuple[Span, CollectionId]] = field(default_factory=list)


def origins(library: Library) -> Mapping[str, Origins]:
    """Those of each seed, by its path."""
    found: defaultdict[str, Origins] = defaultdict(Origins)
    for work in library.works:
        for span in work.sources:
            found[span.seed].works.append((span, work.id))
    owners = dict(_owners(library))
    for person in library.people:
        for form in person.forms:
            for span in form.spans:
                if span in owners and owners[span] == clean(form.name):
                    found[span.seed].people.append((span, person.id))
    for transcript in library.transcripts:
        found[transcript.source.seed].transcripts.append((transcript.source, transcript.id))
    for collection in library.collections:
        found[collection.source.seed].collections.append((collection.title.span, collection.id))
    return dict(found)


def _owners(library: Library) -> Iterator[tuple[Span, str]]:
    """Where profiles name their owners, and how."""
    for reading in library.readings:
        for record in reading.records:
            if isinstance(record, ProfileRecord):
                yield record.name.span, clean(record.name.value)
