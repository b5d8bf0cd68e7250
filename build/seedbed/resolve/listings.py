"""Everything that the readings state of works, laid out flat: one listing for each place that states one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

import msgspec

from seedbed.model.record import (
    BibliographyRecord,
    CollectionRecord,
    ProfileRecord,
    Reading,
    TranscriptRecord,
    WorkRecord,
)
from seedbed.model.source import Claim, Span, place_of


class Listing(msgspec.Struct, frozen=True, gc=False):
    """One place that states a work.

    Attributes:
        owner: The name of the person on whose profile the work stands; None elsewhere.
    """

    record: WorkRecord
    span: Span
    owner: Claim[str] | None = None


@dataclass(frozen=True, slots=True)
class Stock:
    """What all readings hold, each part in the order of seed and line."""

    listings: tuple[Listing, ...]
    profiles: tuple[ProfileRecord, ...]
    transcripts: tuple[TranscriptRecord, ...]
    collections: tuple[CollectionRecord, ...]


def take_stock(readings: Iterable[Reading]) -> Stock:
    """Lay out all records; neither the order of seeds nor that of records within them matters."""
    listings: list[Listing] = []
    profiles: list[ProfileRecord] = []
    transcripts: list[TranscriptRecord] = []
    collections: list[CollectionRecord] = []
    for reading in readings:
        for record in reading.records:
            match record:
                case WorkRecord():
                    listings.append(Listing(record, record.span()))
                case ProfileRecord():
                    profiles.append(record)
                    listings.extend(Listing(work, work.span(), record.name) for work in record.works)
                case BibliographyRecord():
                    listings.extend(Listing(work, work.span()) for work in record.works)
                case CollectionRecord():
                    collections.append(record)
                    listings.extend(
                        Listing(work, work.span()) for section in record.sections for work in section.works
                    )
                case TranscriptRecord():
                    transcripts.append(record)
    return Stock(
        tuple(sorted(listings, key=lambda listing: place_of(listing.span))),
        tuple(sorted(profiles, key=lambda profile: place_of(profile.name.span))),
        tuple(sorted(transcripts, key=first_line)),
        tuple(sorted(collections, key=lambda collection: place_of(collection.title.span))),
    )


def first_line(record: TranscriptRecord) -> Span:
    """The first lines that a transcript claims."""
    return min(part.span for part in record.parts())


def title_of(record: TranscriptRecord) -> str:
    """The title of a transcript; the name of its file where the source states none."""
    if record.title is not None:
        return record.title.value
    path = first_line(record).seed
    return PurePosixPath(path).stem.replace("-", " ").replace("_", " ").strip() or path
