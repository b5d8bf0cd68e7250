"""The library by every key that a page asks for, so that a page costs what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from seedbed.model.decision import Conflict, Decision, Question
from seedbed.model.library import (
    Collection,
    CollectionId,
    Credit,
    Library,
    Person,
    PersonId,
    Transcript,
    TranscriptId,
    Work,
    WorkId,
)
from seedbed.model.link import Backlinks, CoAuthors, Discussion, Links, Mention, Topic, TopicPair
from seedbed.model.prose import Prose
from seedbed.model.record import Reading
from seedbed.model.shown import DateShown, Ref, WorkRow
from seedbed.text.names import in_natural_order
from seedbed.write import addresses
from seedbed.write.addresses import Places
from seedbed.write.origins import Origins
from seedbed.write.rows import Face, Label

Subject = tuple[str, str]
"""A thing of the library: its kind, and its id."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An open question, and where it stands in the notes."""

    question: Question
    place: str


@dataclass(frozen=True, slots=True)
class Talk:
    """What other pages show of a conversation.

    Attributes:
        speakers: Of its turns, in order; None for one of whom no source says who speaks.
    """

    title: str
    date: DateShown | None
    speakers: tuple[PersonId | None, ...]


@dataclass(frozen=True, slots=True)
class Kin:
    """A work worth reading after another, and why."""

    other: WorkId
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The turns of one person in one conversation."""

    transcript: TranscriptId
    turns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that the page of one thing is made from, each part under the thing that it belongs to.

    A part says nothing of the library as a whole: no count, no score, no rank among others. So what is added
    to a library changes the parts of what it speaks of, and no others.

    Attributes:
        faces: What other pages show of a work; `titles` (plain), `abstracts` (read) and `rows` follow from
            it, and so does `topics_of`, stated topics first.
        names: People's leading names.
        labels: What other pages show of a topic.
        lists: What collections are called.
        named_in: Every mention in a work, a conversation or a collection, by kind and id; `mentions_in` holds
            the linked ones, by turn and paragraph, in their order.
        leading_to: What leads to a thing, by kind and id; so are `decisions`, `questions` and `conflicts`.
        discussed_in: The works that the turns of a conversation are about; of one turn the surest first.
        collections_of: The collections that list a work.
        spoken: The conversations that a person speaks in.
        fellow_of: The works of which a person is a fellow.
        mentor_of: The works of which a person is a mentor.
        origins: What comes from a seed, by its path.
    """

    places: Places
    works: Mapping[str, Work]
    faces: Mapping[str, Face]
    titles: Mapping[str, str]
    abstracts: Mapping[str, tuple[Prose, ...]]
    rows: Mapping[str, WorkRow]
    topics_of: Mapping[str, tuple[Label, ...]]
    related: Mapping[str, tuple[Kin, ...]]
    collections_of: Mapping[str, tuple[CollectionId, ...]]
    people: Mapping[str, Person]
    names: Mapping[str, str]
    co_authors: Mapping[str, tuple[CoAuthors, ...]]
    spoken: Mapping[str, tuple[Spoken, ...]]
    fellow_of: Mapping[str, tuple[WorkId, ...]]
    mentor_of: Mapping[str, tuple[WorkId, ...]]
    topics: Mapping[str, Topic]
    labels: Mapping[str, Label]
    beside: Mapping[str, tuple[TopicPair, ...]]
    transcripts: Mapping[str, Transcript]
    talks: Mapping[str, Talk]
    discussed_in: Mapping[str, tuple[Discussion, ...]]
    collections: Mapping[str, Collection]
    lists: Mapping[str, str]
    readings: Mapping[str, Reading]
    origins: Mapping[str, Origins]
    named_in: Mapping[Subject, tuple[Mention, ...]]
    mentions_in: Mapping[Subject, Mapping[tuple[int, int], tuple[Mention, ...]]]
    leading_to: Mapping[Subject, Backlinks]
    decisions: Mapping[Subject, tuple[Decision, ...]]
    questions: Mapping[Subject, tuple[Asked, ...]]
    conflicts: Mapping[Subject, tuple[Conflict, ...]]

    def work(self, work: str) -> Ref:
        """A work's title, and its page."""
        return Ref(self.titles[work], addresses.work_page(work))

    def person(self, person: str) -> Ref:
        """A person's leading name, and their page."""
        return Ref(self.names[person], addresses.person_page(person))

    def credited(self, credit: Credit) -> Ref:
        """A person under the name by which a source credits them."""
        name = in_natural_order(credit.name_as_stated) or self.names[credit.person]
        return Ref(name, addresses.person_page(credit.person))

    def topic(self, topic: str) -> Ref:
        """A topic's label, and its page."""
        return Ref(self.labels[topic].label, addresses.topic_page(topic))

    def transcript(self, transcript: str) -> Ref:
        """A conversation's title, and its page."""
        return Ref(self.talks[transcript].title, addresses.transcript_page(transcript))

    def collection(self, collection: str) -> Ref:
        """What a collection is called, and its page."""
        return Ref(self.lists[collection], addresses.collection_page(collection))

    def thing(self, kind: str, subject: str) -> Ref:
        """A thing of any kind; only its id where the library holds no such thing."""
        refs: dict[str, tuple[Mapping[str, object], Callable[[str], Ref]]] = {
            "work": (self.faces, self.work),
            "person": (self.names, self.person),
            "topic": (self.labels, self.topic),
            "transcript": (self.talks, self.transcript),
            "collection": (self.lists, self.collection),
        }
        known, ref = refs[kind]
        return ref(subject) if subject in known else Ref(subject)


@dataclass(frozen=True, slots=True)
class WholeShelf(Shelf):
    """The same, for the pages that show the library as a whole."""

    library: Library
    links: Links
