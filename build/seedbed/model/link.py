"""What speaks of what: topics, mentions, discussions, related works, and the way back from each."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Literal, NewType

import msgspec

from seedbed.model.decision import Evidence
from seedbed.model.library import PersonId, TranscriptId, WorkId
from seedbed.model.source import Span

TopicId = NewType("TopicId", str)

PlaceKind = Literal["work", "transcript", "collection"]
TargetKind = Literal["work", "person", "topic"]


class Topic(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Something that several texts are about; `topics/{id}.html`.

    Attributes:
        label: As pages show it.
        kind: "stated" where a source asserts it, "derived" where we found it.
        phrases: What counts as speaking of it, the label first; none where only a source's own label counts.
        works: By id.
        evidence: For a derived topic, where it comes from; for a stated one, who states it.
    """

    id: TopicId
    label: str
    kind: Literal["stated", "derived"]
    phrases: tuple[str, ...]
    works: tuple[WorkId, ...]
    evidence: tuple[Evidence, ...] = ()


class Place(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """A paragraph of the library.

    Attributes:
        id: Of the work, transcript or collection that the paragraph stands in.
        turn: For a transcript, the turn's number, 0 for its summary; for others 0.
        paragraph: Counted from 0 within the turn, abstract, summary or introduction.
        span: The lines that state it.
    """

    kind: PlaceKind
    id: str
    turn: int
    paragraph: int
    span: Span


order_of: Callable[[Place], tuple[object, ...]] = attrgetter(
    "kind", "id", "turn", "paragraph", "span.seed", "span.first", "span.last"
)
"""Sorts places as their own order does, some times faster."""


class Target(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """What is spoken of."""

    kind: TargetKind
    id: str


class Mention(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A place that names a target in its words.

    Attributes:
        start: Offset of the words in the paragraph's plain text (see `seedbed.model.prose`).
        end: Offset behind them.
        quote: The sentence around them, plain.
        how: Why this is a mention, as a phrase ("its title", "the method that its title names").
        linked: True for the mention that is a link in the text: the first of its target in a paragraph.
    """

    place: Place
    target: Target
    start: int
    end: int
    quote: str
    how: str
    linked: bool


class Discussion(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A turn of a conversation that is about a work, though it need not name it.

    Attributes:
        reasons: Phrases that a reader can check ("shares “emergent misalignment” with its title").
        quote: The sentence that shows it best, plain.
        score: How sure this is, 0 to 1.
    """

    transcript: TranscriptId
    turn: int
    work: WorkId
    reasons: tuple[str, ...]
    quote: str
    score: float


class Related(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A work worth reading after another, with the reasons; best first within a work."""

    work: WorkId
    other: WorkId
    reasons: tuple[str, ...]
    score: float


class CoAuthors(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Two people and the works that both are creators of; `person` has the smaller id."""

    person: PersonId
    other: PersonId
    works: tuple[WorkId, ...]


class TopicPair(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Two topics and the works that have both; `topic` has the smaller id."""

    topic: TopicId
    other: TopicId
    works: tuple[WorkId, ...]


class Backlinks(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Everything that leads to one target: the exact inverse of `Links.mentions` and `Links.discussions`.

    Attributes:
        mentions: Places elsewhere that name it, in the order of places.
        discussions: Turns that are about it; only for a work.
    """

    target: Target
    mentions: tuple[Mention, ...] = ()
    discussions: tuple[Discussion, ...] = ()


class Links(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """All of it, each tuple sorted; `backlinks` by target, and made from the mentions and discussions."""

    topics: tuple[Topic, ...] = ()
    mentions: tuple[Mention, ...] = ()
    discussions: tuple[Discussion, ...] = ()
    related: tuple[Related, ...] = ()
    co_authors: tuple[CoAuthors, ...] = ()
    topic_pairs: tuple[TopicPair, ...] = ()
    backlinks: tuple[Backlinks, ...] = ()
    warnings: tuple[str, ...] = ()
