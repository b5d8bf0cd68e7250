"""The library as texts: what each work, transcript and collection says, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seedbed.link.texts import Text, read_text
from seedbed.model.library import Library, PersonId, Transcript, Work
from seedbed.model.link import Place, PlaceKind
from seedbed.model.prose import plain
from seedbed.model.source import Claim
from seedbed.text.prose import plain_text, read_plain, read_prose


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and where it stands; `speaker` only in a turn."""

    place: Place
    text: Text
    speaker: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What one work, transcript or collection says: its title, then its paragraphs in order."""

    kind: PlaceKind
    id: str
    title: Text
    passages: tuple[Passage, ...]


def documents(library: Library) -> tuple[Document, ...]:
    """Every document of the library: works, transcripts, collections, each by id."""
    return (
        *(_of_work(work) for work in library.works),
        *(_of_transcript(transcript) for transcript in library.transcripts),
        *(
            Document(
                "collection",
                collection.id,
                read_text(plain_text(collection.title.value)),
                tuple(_paragraphs("collection", collection.id, 0, collection.introduction)),
            )
            for collection in library.collections
        ),
    )


def _of_work(work: Work) -> Document:
    passages: list[Passage] = []
    if work.abstract is not None:
        span = work.abstract.claims[0].span
        for number, paragraph in enumerate(read_prose(work.abstract.shown)):
            place = Place("work", work.id, 0, number, span)
            passages.append(Passage(place, read_text(plain(paragraph))))
    return Document("work", work.id, read_text(plain_text(work.title.shown)), tuple(passages))


def _of_transcript(transcript: Transcript) -> Document:
    passages = list(_paragraphs("transcript", transcript.id, 0, transcript.summary))
    for turn in transcript.turns:
        passages += _paragraphs("transcript", transcript.id, turn.number, turn.paragraphs, turn.speaker)
    return Document(
        "transcript", transcript.id, read_text(plain_text(transcript.title.shown)), tuple(passages)
    )


def _paragraphs(
    kind: PlaceKind,
    id_: str,
    turn: int,
    claims: tuple[Claim[str], ...],
    speaker: PersonId | None = None,
) -> Iterator[Passage]:
    for number, claim in enumerate(claims):
        text = read_text(plain(read_plain(claim.value)))
        yield Passage(Place(kind, id_, turn, number, claim.span), text, speaker)
