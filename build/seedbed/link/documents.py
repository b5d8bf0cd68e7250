"""The library as texts: what each work, transcript and collection says, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from seedbed.link.texts import Source
from seedbed.model.date import PartialDate
from seedbed.model.library import Collection, Library, PersonId, Stated, Transcript, Work
from seedbed.model.link import Place, PlaceKind
from seedbed.model.source import Claim, Span


class Part(msgspec.Struct, frozen=True, gc=False):
    """What a document says in one place, as its source states it.

    Attributes:
        turn: As in `Place`.
        paragraph: The number of the first paragraph that it is read as.
        speaker: Only in a turn.
    """

    source: Source
    span: Span
    turn: int = 0
    paragraph: int = 0
    speaker: PersonId | None = None


class Outline(msgspec.Struct, frozen=True, gc=False):
    """One work, transcript or collection before it is read: its title, then what follows, in order.

    Attributes:
        year: Of its date, where a source states one; else 0.
    """

    kind: PlaceKind
    id: str
    title: Source
    parts: tuple[Part, ...]
    year: int = 0


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A paragraph and where it stands; its text by number, and `speaker` only in a turn."""

    place: Place
    text: int
    speaker: PersonId | None = None


class Document(msgspec.Struct, frozen=True, gc=False):
    """What one work, transcript or collection says; its texts by number, the title's first; the same year."""

    kind: PlaceKind
    id: str
    title: int
    passages: tuple[Passage, ...]
    year: int = 0


def outlines(library: Library) -> tuple[Outline, ...]:
    """Every document of the library: works, transcripts, collections, each by id."""
    return (
        *map(_of_work, library.works),
        *map(_of_transcript, library.transcripts),
        *map(_of_collection, library.collections),
    )


def sources(outlines: Iterable[Outline]) -> list[Source]:
    """All that is to be read, in order."""
    return [source for each in outlines for source in (each.title, *(part.source for part in each.parts))]


def documents(outlines: Iterable[Outline], texts: Iterable[int]) -> tuple[Document, ...]:
    """The same as documents.

    Args:
        outlines: What was read.
        texts: As how many texts each of their `sources` was read.
    """
    counts = iter(texts)
    found = []
    text = 0
    for each in outlines:
        title = text
        text += next(counts)
        passages = []
        for part in each.parts:
            for number in range(next(counts)):
                place = Place(each.kind, each.id, part.turn, part.paragraph + number, part.span)
                passages.append(Passage(place, text, part.speaker))
                text += 1
        found.append(Document(each.kind, each.id, title, tuple(passages), each.year))
    return tuple(found)


def _of_work(work: Work) -> Outline:
    parts: tuple[Part, ...] = ()
    if work.abstract is not None:
        parts = (Part(Source("abstract", work.abstract.shown), work.abstract.claims[0].span),)
    return Outline("work", work.id, Source("title", work.title.shown), parts, _year(work.date))


def _of_transcript(transcript: Transcript) -> Outline:
    parts = list(_spoken(transcript.summary))
    for turn in transcript.turns:
        parts += _spoken(turn.paragraphs, turn.number, turn.speaker)
    title = Source("title", transcript.title.shown)
    return Outline("transcript", transcript.id, title, tuple(parts), _year(transcript.date))


def _of_collection(collection: Collection) -> Outline:
    parts = tuple(_spoken(collection.introduction))
    return Outline("collection", collection.id, Source("title", collection.title.value), parts)


def _year(date: Stated[PartialDate] | None) -> int:
    return 0 if date is None or date.inferred else date.shown.year or 0


def _spoken(claims: tuple[Claim[str], ...], turn: int = 0, speaker: PersonId | None = None) -> Iterator[Part]:
    for number, claim in enumerate(claims):
        yield Part(Source("spoken", claim.value), claim.span, turn, number, speaker)
