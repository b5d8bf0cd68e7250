"""The library: works, people, transcripts and collections, each by its id, each value with its claims."""

from __future__ import annotations

from decimal import Decimal
from typing import Generic, Literal, NewType, TypeVar

import msgspec

from seedbed.model.date import PartialDate
from seedbed.model.decision import Conflict, Decision, Question
from seedbed.model.record import Figure, NameList, Particular, Reading
from seedbed.model.source import Claim, Span

WorkId = NewType("WorkId", str)
PersonId = NewType("PersonId", str)
TranscriptId = NewType("TranscriptId", str)
CollectionId = NewType("CollectionId", str)

Role = Literal["author", "fellow", "mentor", "host", "guest", "speaker", "profile owner"]
"""A guest is in a conversation whose source says who leads it; where none does, all are its speakers."""

T_co = TypeVar("T_co", covariant=True)


class Stated(msgspec.Struct, Generic[T_co], frozen=True, array_like=True, gc=False):
    """A value that is shown, and every claim about it.

    Attributes:
        shown: The value that pages lead with.
        claims: What the sources state, at least one, the leading claim first.
        rule: The name of the rule that chose the leading claim; empty where there was no choice.
        inferred: Why, where part of `shown` is worked out and no source states it; else empty.
    """

    shown: T_co
    claims: tuple[Claim[T_co], ...]
    rule: str = ""
    inferred: str = ""


class Credit(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A person's part in something, under the name by which the source credits them.

    Attributes:
        position: Place in the source's order, counted from 1; None where the source does not show it.
        inferred: Why the person is credited, where no line names them here; else empty.
    """

    person: PersonId
    name_as_stated: str
    span: Span
    position: int | None = None
    inferred: str = ""


class Work(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A paper or report, put together from every place that states it.

    Attributes:
        id: Also the last part of its address: `papers/{id}.html`.
        creators: In the order of the fullest source; those of unknown position last.
        creators_complete: False where every source leaves creators out.
        creator_lists: The lists as stated; None where no source has one.
        category: An arXiv category with its archive ("cs.AI") where it is one, else as stated.
        topics: Labels as the sources state them, once each.
        fellows: The creators whom a programme names as its own.
        sources: One span a record, sorted.
        venue: Where it appeared: the journal, the proceedings, the book.
        particulars: How it was published besides: volume, pages, publisher; each value once.
        mentors: Those whom a programme names as helping with it.
    """

    id: WorkId
    title: Stated[str]
    creators: tuple[Credit, ...]
    creators_complete: bool
    creator_lists: Stated[NameList] | None
    date: Stated[PartialDate] | None
    abstract: Stated[str] | None
    category: Stated[str] | None
    score: Stated[Decimal] | None
    has_code: Stated[bool] | None
    organisations: tuple[Claim[str], ...]
    topics: tuple[Claim[str], ...]
    fellows: tuple[Credit, ...]
    links: tuple[Claim[str], ...]
    sources: tuple[Span, ...]
    citation_key: str
    venue: Stated[str] | None = None
    particulars: tuple[Claim[Particular], ...] = ()
    mentors: tuple[Credit, ...] = ()


class NameForm(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One way in which the seeds write a person's name, and where."""

    name: str
    spans: tuple[Span, ...]


class Person(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A person, under every name that the seeds give them.

    Attributes:
        id: Also the last part of the address: `people/{id}.html`.
        name: The form that pages lead with.
        forms: Every form with its places, the leading one first.
        roles: In the order of `Role`.
        works: The works that they are a creator of, by id.
        figures: What a profile states of them.
        field: The field that a profile states.
    """

    id: PersonId
    name: str
    forms: tuple[NameForm, ...]
    roles: tuple[Role, ...]
    works: tuple[WorkId, ...]
    figures: tuple[Claim[Figure], ...] = ()
    field: Claim[str] | None = None


class Turn(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A turn of a conversation; `number` counts from 1 and is its address, `#turn-{number}`.

    Attributes:
        speaker: None where the source does not say who speaks; `name_as_stated` is empty then.
        time: Seconds from the start, where the source states it.
        times: What the source states inside the turn, each with its line.
    """

    number: int
    speaker: PersonId | None
    name_as_stated: str
    paragraphs: tuple[Claim[str], ...]
    span: Span
    time: int | None = None
    times: tuple[Claim[int], ...] = ()


class Transcript(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A conversation.

    Attributes:
        id: Also the last part of its address: `transcripts/{id}.html`.
        host: Who leads it, where the source says so.
        speakers: In the order in which they first speak.
        headings: Of chapters; each stands above the first paragraph that follows it in the source.
    """

    id: TranscriptId
    title: Stated[str]
    date: Stated[PartialDate] | None
    section: Claim[str] | None
    host: Credit | None
    speakers: tuple[Credit, ...]
    summary: tuple[Claim[str], ...]
    turns: tuple[Turn, ...]
    source: Span
    headings: tuple[Claim[str], ...] = ()


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A work as one collection lists it."""

    work: WorkId
    source: Span
    date: PartialDate | None
    topics: tuple[Claim[str], ...]
    fellows: tuple[Credit, ...]
    mentors: tuple[Credit, ...] = ()


class Section(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A part of a collection, in its source's order."""

    title: Claim[str] | None
    entries: tuple[Entry, ...]


class Collection(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A programme's list; `collections/{id}.html`."""

    id: CollectionId
    title: Claim[str]
    introduction: tuple[Claim[str], ...]
    sections: tuple[Section, ...]
    questions: tuple[Claim[str], ...]
    source: Span


class Moved(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An old address that leads to a new one; both below the site, without extension ("people/jenny-bao")."""

    old: str
    new: str


class Library(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Everything that the seeds state, put together. Every tuple is sorted by id, or by path.

    Attributes:
        readings: The seeds as they were read, for tracing any line to what became of it.
        moved: Addresses that were published once and lead elsewhere now.
        warnings: What the maintainer should know: entries of the curation file that match nothing.
    """

    readings: tuple[Reading, ...]
    works: tuple[Work, ...]
    people: tuple[Person, ...]
    transcripts: tuple[Transcript, ...]
    collections: tuple[Collection, ...]
    decisions: tuple[Decision, ...] = ()
    questions: tuple[Question, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    moved: tuple[Moved, ...] = ()
    warnings: tuple[str, ...] = ()
