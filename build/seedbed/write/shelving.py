"""From the library and its links to the shelf: every index worked out once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from msgspec.structs import replace

from seedbed.model.library import Collection, Library, Transcript, Work
from seedbed.model.link import Backlinks, Links, Mention, Topic
from seedbed.model.prose import opening
from seedbed.text.names import in_natural_order
from seedbed.text.prose import plain_text, read_prose
from seedbed.write.addresses import Places, question_place, seed_slugs
from seedbed.write.line_ranges import line_ranges
from seedbed.write.origins import origins
from seedbed.write.rows import Face, Label, work_row
from seedbed.write.shelf import Asked, Kin, Spoken, Subject, Talk, WholeShelf
from seedbed.write.wording import folded, stated_date

Value = TypeVar("Value")
Key = TypeVar("Key", bound=Hashable)


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
    natural = cache(in_natural_order)  # most people have several works
    faces: dict[str, Face] = {
        work.id: _face(work, names, natural, topics_of.get(work.id, ())) for work in library.works
    }
    titles = Derived(faces, lambda work, face: plain_text(face.title) or face.title.strip() or work)
    abstracts = Derived(faces, lambda _, face: read_prose(face.abstract))
    talks: dict[str, Talk] = {transcript.id: _talk(transcript) for transcript in library.transcripts}
    named_in: dict[Subject, tuple[Mention, ...]] = _grouped(
        ((each.place.kind, each.place.id), each) for each in links.mentions
    )
    slugs = seed_slugs(reading.seed.path for reading in library.readings)
    return WholeShelf(
        places=Places(slugs, line_ranges(library, links)),
        works={work.id: work for work in library.works},
        faces=faces,
        titles=titles,
        abstracts=abstracts,
        rows=Derived(faces, lambda work, face: work_row(work, face, titles[work], opening(abstracts[work]))),
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
        mentor_of=_grouped((credit.person, work.id) for work in library.works for credit in work.mentors),
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
        lists=_list_titles(library.collections),
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


def _list_titles(collections: Iterable[Collection]) -> dict[str, str]:
    """What each list is called; those of one title ("Publications") by their captures as well."""
    named = {each.id: (each.title.value, each.title.span.seed) for each in collections}
    several = Counter(folded(title) for title, _ in named.values())
    return {
        id_: f"{title} ({seed})" if several[folded(title)] > 1 else title
        for id_, (title, seed) in named.items()
    }


def _face(
    work: Work, names: Mapping[str, str], natural: Callable[[str], str], topics: tuple[Label, ...]
) -> Face:
    return Face(
        title=work.title.shown,
        creators=tuple([(natural(credit.name_as_stated), credit.person) for credit in work.creators]),
        names=tuple([names[credit.person] for credit in work.creators]),
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
