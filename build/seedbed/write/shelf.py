"""The library by every key that a page asks for, worked out once, so that a page costs what it shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from seedbed.model.decision import Conflict, Decision, Evidence, Question
from seedbed.model.library import (
    Collection,
    Credit,
    Library,
    Person,
    Stated,
    Transcript,
    Turn,
    Work,
    WorkId,
)
from seedbed.model.link import (
    Backlinks,
    CoAuthors,
    Discussion,
    Links,
    Mention,
    Related,
    Target,
    Topic,
    TopicPair,
)
from seedbed.model.page import Ref
from seedbed.model.prose import Prose, plain
from seedbed.model.source import Span
from seedbed.text.prose import plain_text, read_prose
from seedbed.write import addresses
from seedbed.write.addresses import Places, seed_slugs

Value = TypeVar("Value")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The turns of one person in one conversation."""

    transcript: Transcript
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Indexes over one library and its links.

    Attributes:
        titles: Of works, plain.
        abstracts: Of works, read.
        topics_of: The topics of a work, stated ones first.
        mentions_in: The linked mentions of a paragraph, by kind, id, turn and paragraph, in their order.
        named_in: Every mention in a work, a conversation or a collection, by kind and id.
        leading_to: What leads to a target.
        decisions: By kind and subject; so are `questions` (with their numbers) and `conflicts`.
        collections_of: The collections that list a work.
        spoken: The conversations that a person speaks in.
        fellow_of: The works of which a person is a fellow.
    """

    library: Library
    links: Links
    places: Places
    works: Mapping[str, Work]
    titles: Mapping[str, str]
    abstracts: Mapping[str, tuple[Prose, ...]]
    people: Mapping[str, Person]
    topics: Mapping[str, Topic]
    transcripts: Mapping[str, Transcript]
    collections: Mapping[str, Collection]
    topics_of: Mapping[str, tuple[Topic, ...]]
    mentions_in: Mapping[tuple[str, str, int, int], tuple[Mention, ...]]
    named_in: Mapping[tuple[str, str], tuple[Mention, ...]]
    leading_to: Mapping[Target, Backlinks]
    discussed_in: Mapping[tuple[str, int], tuple[Discussion, ...]]
    discussed_by: Mapping[str, tuple[Discussion, ...]]
    related: Mapping[str, tuple[Related, ...]]
    co_authors: Mapping[str, tuple[CoAuthors, ...]]
    beside: Mapping[str, tuple[TopicPair, ...]]
    decisions: Mapping[tuple[str, str], tuple[Decision, ...]]
    questions: Mapping[tuple[str, str], tuple[tuple[int, Question], ...]]
    conflicts: Mapping[tuple[str, str], tuple[Conflict, ...]]
    collections_of: Mapping[str, tuple[Collection, ...]]
    spoken: Mapping[str, tuple[Spoken, ...]]
    fellow_of: Mapping[str, tuple[Work, ...]]

    def work(self, work: str) -> Ref:
        """A work's title, and its page."""
        return Ref(self.titles[work], addresses.work_page(work))

    def person(self, person: str) -> Ref:
        """A person's leading name, and their page."""
        return Ref(self.people[person].name, addresses.person_page(person))

    def credited(self, credit: Credit) -> Ref:
        """A person under the name by which a source credits them."""
        return Ref(
            credit.name_as_stated or self.people[credit.person].name, addresses.person_page(credit.person)
        )

    def topic(self, topic: str) -> Ref:
        """A topic's label, and its page."""
        return Ref(self.topics[topic].label, addresses.topic_page(topic))

    def transcript(self, transcript: str) -> Ref:
        """A conversation's title, and its page."""
        return Ref(self.transcripts[transcript].title.shown, addresses.transcript_page(transcript))

    def collection(self, collection: str) -> Ref:
        """A collection's title, and its page."""
        return Ref(self.collections[collection].title.value, addresses.collection_page(collection))

    def thing(self, kind: str, subject: str) -> Ref:
        """A thing of any kind; only its id where the library holds no such thing."""
        known: Mapping[str, object] = {
            "work": self.works,
            "person": self.people,
            "topic": self.topics,
            "transcript": self.transcripts,
            "collection": self.collections,
        }[kind]
        if subject not in known:
            return Ref(subject)
        match kind:
            case "work":
                return self.work(subject)
            case "person":
                return self.person(subject)
            case "topic":
                return self.topic(subject)
            case "transcript":
                return self.transcript(subject)
            case _:
                return self.collection(subject)


def shelve(library: Library, links: Links) -> Shelf:
    """Work the indexes out."""
    return Shelf(
        library=library,
        links=links,
        places=Places(
            seed_slugs(reading.seed.path for reading in library.readings),
            frozenset(span for span in _spans(library, links) if span.first < span.last),
        ),
        works={work.id: work for work in library.works},
        titles={
            work.id: plain_text(work.title.shown) or work.title.shown.strip() or work.id
            for work in library.works
        },
        abstracts={
            work.id: read_prose(work.abstract.shown) for work in library.works if work.abstract is not None
        },
        people={person.id: person for person in library.people},
        topics={topic.id: topic for topic in links.topics},
        transcripts={transcript.id: transcript for transcript in library.transcripts},
        collections={collection.id: collection for collection in library.collections},
        topics_of=_topics_of(links.topics),
        mentions_in=_grouped(
            ((mention.place.kind, mention.place.id, mention.place.turn, mention.place.paragraph), mention)
            for mention in sorted(
                links.mentions, key=lambda mention: (mention.place, mention.start, -mention.end)
            )
            if mention.linked
        ),
        named_in=_grouped(((mention.place.kind, mention.place.id), mention) for mention in links.mentions),
        leading_to={each.target: each for each in links.backlinks},
        discussed_in=_grouped(((each.transcript, each.turn), each) for each in links.discussions),
        discussed_by=_grouped((each.transcript, each) for each in links.discussions),
        related=_grouped((each.work, each) for each in links.related),
        co_authors=_grouped(
            (person, each) for each in links.co_authors for person in (each.person, each.other)
        ),
        beside=_grouped((topic, each) for each in links.topic_pairs for topic in (each.topic, each.other)),
        decisions=_grouped(((each.kind, each.subject), each) for each in library.decisions),
        questions=_grouped(
            ((each.kind, subject), (number, each))
            for number, each in enumerate(library.questions, start=1)
            for subject in each.subjects
        ),
        conflicts=_grouped(((each.kind, each.subject), each) for each in library.conflicts),
        collections_of=_grouped(
            (work, collection)
            for collection in library.collections
            for work in dict.fromkeys(
                entry.work for section in collection.sections for entry in section.entries
            )
        ),
        spoken=_grouped(
            (speaker, Spoken(transcript, turns))
            for transcript in library.transcripts
            for speaker, turns in _grouped(
                (turn.speaker, turn) for turn in transcript.turns if turn.speaker is not None
            ).items()
        ),
        fellow_of=_grouped((credit.person, work) for work in library.works for credit in work.fellows),
    )


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """The values of each key, in the given order."""
    groups: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _topics_of(topics: Iterable[Topic]) -> dict[str, tuple[Topic, ...]]:
    ordered = sorted(topics, key=lambda topic: (topic.kind != "stated", topic.label.casefold(), topic.id))
    return _grouped((work, topic) for topic in ordered for work in topic.works)


def _spans(library: Library, links: Links) -> Iterator[Span]:
    """Every span that a page may refer to."""
    for work in library.works:
        yield from _work_spans(work)
    for person in library.people:
        for form in person.forms:
            yield from form.spans
    for transcript in library.transcripts:
        yield transcript.source
        yield from (claim.span for claim in transcript.summary)
        yield from (turn.span for turn in transcript.turns)
    for collection in library.collections:
        yield collection.source
        yield from (entry.source for section in collection.sections for entry in section.entries)
    for evidence in _evidence(library, links):
        yield from evidence.spans
    yield from (reading.span for conflict in library.conflicts for reading in conflict.readings)
    yield from (remark.span for reading in library.readings for remark in reading.remarks)


def _work_spans(work: Work) -> Iterator[Span]:
    yield from work.sources
    yield from claimed(work.title)
    for stated in (work.creator_lists, work.date, work.abstract, work.category, work.score, work.has_code):
        yield from claimed(stated)
    yield from (claim.span for claim in (*work.organisations, *work.topics, *work.links))
    yield from (credit.span for credit in (*work.creators, *work.fellows))


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


def opening(shelf: Shelf, work: WorkId) -> str:
    """The first paragraph of a work's abstract, plain; empty where it has none."""
    abstract = shelf.abstracts.get(work, ())
    return plain(abstract[0]) if abstract else ""
