"""What can be found: papers, people, topics, conversations, turns and collections, each with its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from slugify import slugify

from seedbed.model.library import (
    Collection,
    Credit,
    Library,
    Person,
    PersonId,
    Transcript,
    Turn,
    Work,
    WorkId,
)
from seedbed.model.link import Links, Topic
from seedbed.model.prose import plain
from seedbed.text.prose import plain_text, read_plain
from seedbed.write.addresses import (
    collection_page,
    person_page,
    topic_page,
    transcript_page,
    turn,
    url,
    work_page,
)
from seedbed.write.wording import counted, day_month_year

QUOTED = 8_000
"""Characters of an entry's text that are kept to quote from. All of its words are found nevertheless."""


@dataclass(frozen=True, slots=True)
class Field:
    """Words of one kind that lead to an entry.

    Attributes:
        weight: How much a word in it says of what the entry is about; 1 for running text.
        usual: How many words such a field has. A longer one counts for less, a shorter one for more. Fixed,
            not the library's average, so that one more paper changes the figures of no other.
    """

    text: str
    weight: float
    usual: int


def titled(text: str) -> Field:
    """What the entry is called."""
    return Field(text, 8, 8)


def named(texts: Iterable[str]) -> Field:
    """The people that it is by, or its further names."""
    return Field(_joined(texts), 5, 8)


def labelled(texts: Iterable[str]) -> Field:
    """The topics that it has."""
    return Field(_joined(texts), 3, 4)


def said(text: str) -> Field:
    """What it says."""
    return Field(text, 1, 150)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found.

    Attributes:
        kind: As the list of hits shows it.
        address: Of the page, or the place on it, below the site.
        names: The people it is by, in order; the list of hits shows the first, and those that were asked for.
        line: What else stands below the title there.
        text: What the quoted passage is cut from.
    """

    kind: str
    address: str
    title: str
    names: tuple[str, ...]
    line: str
    text: str
    fields: tuple[Field, ...]

    def row(self, number: int) -> list[object]:
        """What the list of hits needs of it."""
        return [number, self.kind, self.address, self.title, self.names, self.line, self.text[:QUOTED]]


class Source(NamedTuple):
    """What one entry follows from: a function of this module, and what it is called with."""

    address: str
    make: Callable[..., Entry]
    inputs: tuple[object, ...]

    def entry(self) -> Entry:
        """The entry."""
        return self.make(*self.inputs)


def list_sources(library: Library, links: Links) -> Iterator[Source]:
    """Everything in the library that has an address of its own and is no list.

    An input holds only what the entry shows, or is found by.
    """
    names = {person.id: person.name for person in library.people}
    topics = _topics_by_work(links.topics)
    for work in library.works:
        inputs = (work, _names_in(work.creators, names), topics.get(work.id, ()))
        yield Source(url(work_page(work.id)), _paper, inputs)
    for person in library.people:
        yield Source(url(person_page(person.id)), _person, (person,))
    for topic in links.topics:
        yield Source(url(topic_page(topic.id)), _topic, (topic,))
    for transcript in library.transcripts:
        spoken = _names_in(transcript.speakers, names)
        yield Source(url(transcript_page(transcript.id)), _conversation, (transcript, spoken))
        for each in transcript.turns:
            speaker = names.get(each.speaker, each.name_as_stated) if each.speaker is not None else ""
            said_in = (each, transcript.id, transcript.title.shown, speaker)
            yield Source(url(turn(transcript.id, each.number)), _turn, said_in)
    for collection in library.collections:
        yield Source(url(collection_page(collection.id)), _collection, (collection,))


def _names_in(credited: Iterable[Credit], names: Mapping[PersonId, str]) -> dict[PersonId, str]:
    return {credit.person: names[credit.person] for credit in credited if credit.person in names}


def _topics_by_work(topics: tuple[Topic, ...]) -> dict[WorkId, list[str]]:
    labels: dict[WorkId, list[str]] = {}
    for topic in topics:
        for work in topic.works:
            labels.setdefault(work, []).append(topic.label)
    return labels


def _paper(work: Work, names: dict[PersonId, str], topics: Iterable[str]) -> Entry:
    title = plain_text(work.title.shown)
    abstract = plain_text(work.abstract.shown) if work.abstract is not None else ""
    creators = [names.get(credit.person, credit.name_as_stated) for credit in work.creators]
    date = day_month_year(work.date.shown) if work.date is not None else ""
    return Entry(
        "paper",
        url(work_page(work.id)),
        title,
        _first(creators if work.creators_complete else _et_al(creators)),
        date,
        abstract,
        (
            titled(_with_ascii(title)),
            named(map(_with_ascii, _once([*creators, *(each.name_as_stated for each in work.creators)]))),
            labelled(topics),
            said(" ".join((abstract, *(claim.value for claim in work.organisations)))),
        ),
    )


def _person(person: Person) -> Entry:
    others = [form.name for form in person.forms if form.name != person.name]
    return Entry(
        "person",
        url(person_page(person.id)),
        person.name,
        (),
        _line(", ".join(person.roles), counted(len(person.works), "paper")),
        f"Also: {'; '.join(others)}" if others else "",
        (
            titled(_with_ascii(person.name)),
            named(map(_with_ascii, others)),
            said(person.field.value if person.field is not None else ""),
        ),
    )


def _topic(topic: Topic) -> Entry:
    others = [phrase for phrase in topic.phrases if phrase != topic.label]
    return Entry(
        "topic",
        url(topic_page(topic.id)),
        topic.label,
        (),
        counted(len(topic.works), "paper"),
        f"Also: {'; '.join(others)}" if others else "",
        (titled(_with_ascii(topic.label)), labelled(others)),
    )


def _conversation(transcript: Transcript, names: dict[PersonId, str]) -> Entry:
    speakers = [names.get(credit.person, credit.name_as_stated) for credit in transcript.speakers]
    summary = _paragraphs(claim.value for claim in transcript.summary)
    date = day_month_year(transcript.date.shown) if transcript.date is not None else ""
    return Entry(
        "conversation",
        url(transcript_page(transcript.id)),
        transcript.title.shown,
        _first(speakers),
        _line(date, counted(len(transcript.turns), "turn")),
        summary,
        (titled(_with_ascii(transcript.title.shown)), named(map(_with_ascii, speakers)), said(summary)),
    )


def _turn(each: Turn, transcript: str, title: str, speaker: str) -> Entry:
    text = _paragraphs(claim.value for claim in each.paragraphs)
    return Entry(
        "passage",
        url(turn(transcript, each.number)),
        f"{speaker}, turn {each.number}" if speaker else f"Turn {each.number}",
        (),
        title,
        text,
        # The speaker's name counts as one word among many: who looks for a person wants the person first.
        (said(f"{text} {speaker}"),),
    )


def _collection(collection: Collection) -> Entry:
    works = {entry.work for section in collection.sections for entry in section.entries}
    introduction = _paragraphs(claim.value for claim in collection.introduction)
    title = collection.title.value
    sections = [section.title.value for section in collection.sections if section.title is not None]
    return Entry(
        "collection",
        url(collection_page(collection.id)),
        title,
        (),
        counted(len(works), "paper"),
        introduction,
        (titled(_with_ascii(title)), labelled(sections), said(introduction)),
    )


def _paragraphs(texts: Iterable[str]) -> str:
    return " ".join(plain(read_plain(text)) for text in texts)


@lru_cache(4096)
def _with_ascii(text: str) -> str:
    """A name or title, and how it is typed on a keyboard without its script: "Иван" and "Ivan"."""
    if text.isascii():
        return text
    return f"{text} {slugify(text, separator=' ')}"


def _once(texts: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(texts)


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(texts)


_MOST_NAMES = 100


def _first(names: list[str]) -> tuple[str, ...]:
    return tuple(names[:_MOST_NAMES])


def _et_al(names: list[str]) -> list[str]:
    """The same, where the sources leave somebody out."""
    return [*names[:-1], f"{names[-1]} et al."] if names else []


def _line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
