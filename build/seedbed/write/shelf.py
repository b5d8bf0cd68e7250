"""The library by every key that a page asks for, worked out once, so that a page costs what it shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from seedbed.model.decision import Conflict, Decision, Evidence, Question
from seedbed.model.library import (
    Collection,
    CollectionId,
    Credit,
    Library,
    Person,
    PersonId,
    Stated,
    Transcript,
    TranscriptId,
    Work,
    WorkId,
)
from seedbed.model.link import Backlinks, CoAuthors, Discussion, Links, Mention, Topic, TopicPair
from seedbed.model.prose import Prose, plain
from seedbed.model.record import Reading
from seedbed.model.shown import DateShown, Ref, WorkRow
from seedbed.model.source import Span
from seedbed.text.prose import plain_text, read_prose
from seedbed.write import addresses
from seedbed.write.addresses import Places, question_place, seed_slugs
from seedbed.write.origins import Origins, origins
from seedbed.write.rows import Face, Label, work_row
from seedbed.write.wording import stated_date

Value = TypeVar("Value")
Key = TypeVar("Key", bound=Hashable)

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
        lists: Collections' titles.
        named_in: Every mention in a work, a conversation or a collection, by kind and id; `mentions_in` holds
            the linked ones, by turn and paragraph, in their order.
        leading_to: What leads to a thing, by kind and id; so are `decisions`, `questions` and `conflicts`.
        discussed_in: The works that the turns of a conversation are about; of one turn the surest first.
        collections_of: The collections that list a work.
        spoken: The conversations that a person speaks in.
        fellow_of: The works of which a person is a fellow.
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
        return Ref(credit.name_as_stated or self.names[credit.person], addresses.person_page(credit.person))

    def topic(self, topic: str) -> Ref:
        """A topic's label, and its page."""
        return Ref(self.labels[topic].label, addresses.topic_page(topic))

    def transcript(self, transcript: str) -> Ref:
        """A conversation's title, and its page."""
        return Ref(self.talks[transcript].title, addresses.transcript_page(transcript))

    def collection(self, collection: str) -> Ref:
        """A collection's title, and its page."""
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


class Derived(Mapping[Key, Value]):
    """Values that follow from those of another mapping, each worked out when it is first asked for."""

    __slots__ = ("_made", "_make", "_source")

    def __init__(self, source: Mapping[Key, Any], make: Callable[[Key, Any], Value]) -> None:
        self._source = source
        self._make = make
        self._made: dict[Key, Value] = {}

    def __getitem__(self, key: Key) -> Value:
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(key, self._source[key])
        return made

    def __contains__(self, key: object) -> bool:
        return key in self._source

    def __iter__(self) -> Iterator[Key]:
        return iter(self._source)

    def __len__(self) -> int:
        return len(self._source)


def shelve(library: Library, links: Links) -> WholeShelf:
    """Work the indexes out."""
    names: dict[str, str] = {person.id: person.name for person in library.people}
    labels: dict[str, Label] = {
        topic.id: Label(topic.id, topic.label, topic.kind, topic.phrases) for topic in links.topics
    }
    topics_of = _topics_of(links.topics, labels)
    faces: dict[str, Face] = {
        work.id: _face(work, names, topics_of.get(work.id, ())) for work in library.works
    }
    titles = Derived(faces, lambda work, face: plain_text(face.title) or face.title.strip() or work)
    abstracts = Derived(faces, lambda _, face: read_prose(face.abstract))
    talks: dict[str, Talk] = {transcript.id: _talk(transcript) for transcript in library.transcripts}
    named_in: dict[Subject, tuple[Mention, ...]] = _grouped(
        ((each.place.kind, each.place.id), each) for each in links.mentions
    )
    return WholeShelf(
        places=Places(seed_slugs(reading.seed.path for reading in library.readings), _ranges(library, links)),
        works={work.id: work for work in library.works},
        faces=faces,
        titles=titles,
        abstracts=abstracts,
        rows=Derived(faces, lambda work, face: work_row(work, face, titles[work], _opening(abstracts[work]))),
        topics_of=topics_of,
        related=_grouped((each.work, Kin(each.other, each.reasons)) for each in links.related),
        collections_of=_grouped(
            (work, collection.id)
            for collection in library.collections
            for work in dict.fromkeys(
                entry.work for section in collection.sections for entry in section.entries
            )
        ),
        people={person.id: person for person in library.people},
        names=names,
        co_authors=_grouped(
            (person, each) for each in links.co_authors for person in (each.person, each.other)
        ),
        spoken=_grouped(
            (speaker, Spoken(transcript.id, turns))
            for transcript in library.transcripts
            for speaker, turns in _grouped(
                (turn.speaker, turn.number) for turn in transcript.turns if turn.speaker is not None
            ).items()
        ),
        fellow_of=_grouped((credit.person, work.id) for work in library.works for credit in work.fellows),
        topics={topic.id: topic for topic in links.topics},
        labels=labels,
        beside=_grouped((topic, each) for each in links.topic_pairs for topic in (each.topic, each.other)),
        transcripts={transcript.id: transcript for transcript in library.transcripts},
        talks=talks,
        discussed_in=_grouped(
            (each.transcript, replace(each, score=0.0))
            for each in sorted(links.discussions, key=lambda each: (each.turn, -each.score, each.work))
        ),
        collections={collection.id: collection for collection in library.collections},
        lists={collection.id: collection.title.value for collection in library.collections},
        readings={reading.seed.path: reading for reading in library.readings},
        origins=origins(library),
        named_in=named_in,
        mentions_in=Derived(named_in, lambda _, mentions: _linked(mentions)),
        leading_to={(each.target.kind, each.target.id): _without_scores(each) for each in links.backlinks},
        decisions=_grouped(((each.kind, each.subject), each) for each in library.decisions),
        questions=_grouped(
            ((each.kind, subject), Asked(each, question_place(number, len(library.questions))))
            for number, each in enumerate(library.questions, start=1)
            for subject in each.subjects
        ),
        conflicts=_grouped(((each.kind, each.subject), each) for each in library.conflicts),
        library=library,
        links=links,
    )


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """The values of each key, in the given order."""
    groups: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _topics_of(topics: Iterable[Topic], labels: Mapping[str, Label]) -> dict[str, tuple[Label, ...]]:
    ordered = sorted(topics, key=lambda topic: (topic.kind != "stated", topic.label.casefold(), topic.id))
    return _grouped((work, labels[topic.id]) for topic in ordered for work in topic.works)


def _face(work: Work, names: Mapping[str, str], topics: tuple[Label, ...]) -> Face:
    return Face(
        title=work.title.shown,
        creators=tuple((credit.name_as_stated, credit.person) for credit in work.creators),
        names=tuple(names[credit.person] for credit in work.creators),
        complete=work.creators_complete,
        date=stated_date(work.date),
        abstract=work.abstract.shown if work.abstract is not None else "",
        topics=topics,
    )


def _talk(transcript: Transcript) -> Talk:
    return Talk(
        transcript.title.shown,
        stated_date(transcript.date),
        tuple(turn.speaker for turn in transcript.turns),
    )


def _linked(mentions: Iterable[Mention]) -> Mapping[tuple[int, int], tuple[Mention, ...]]:
    """The mentions that are links, by turn and paragraph; of two that begin together, the longer first."""
    paragraphs = _grouped(((each.place.turn, each.place.paragraph), each) for each in mentions if each.linked)
    return {
        place: tuple(sorted(found, key=lambda mention: (mention.start, -mention.end)))
        for place, found in paragraphs.items()
    }


def _without_scores(backlinks: Backlinks) -> Backlinks:
    """The same; how sure a discussion is follows from the whole library, and no page shows it."""
    if not backlinks.discussions:
        return backlinks
    return replace(backlinks, discussions=tuple(replace(each, score=0.0) for each in backlinks.discussions))


def _ranges(library: Library, links: Links) -> dict[str, frozenset[tuple[int, int]]]:
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


def _opening(abstract: tuple[Prose, ...]) -> str:
    return plain(abstract[0]) if abstract else ""


def opening(shelf: Shelf, work: str) -> str:
    """The first paragraph of a work's abstract, plain; empty where it has none."""
    return _opening(shelf.abstracts[work])
