"""Works worth reading after another: by what they say, their topics, their creators, and who names whom."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from seedbed.link.co_authors import MOST_CREATORS
from seedbed.link.documents import Document
from seedbed.link.reasons import surface_of
from seedbed.link.similarity import similarities
from seedbed.link.subjects import terms
from seedbed.link.tallies import texts
from seedbed.model.library import Library, PersonId, WorkId
from seedbed.model.link import Mention, Related, Topic, TopicId

MOST_RELATED = 6
"""Works that are shown for one."""

ENOUGH = 0.1
"""The least score; below it, nothing is shown rather than something weak."""

SAME_MATTER = 0.04
"""What two works say must be so alike at least, unless one names the other; topics and creators alone relate none."""

NAMES = 0.15
A_TOPIC = 0.06
A_CREATOR = 0.03
MOST_BY_TOPICS = 0.1
MOST_BY_CREATORS = 0.09
"""What each adds to the likeness of the texts; a topic less when many works have it."""

MOST_TOPICS_SAID = 2
MOST_TERMS_SAID = 2


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one work beside its text."""

    id: WorkId
    title: str
    creators: frozenset[PersonId]
    topics: frozenset[TopicId]
    names: frozenset[WorkId]


def related(
    library: Library, documents: Sequence[Document], topics: Sequence[Topic], mentions: Iterable[Mention]
) -> tuple[Related, ...]:
    """For each work, by id, up to six others, the best first, each with its reasons."""
    works = [document for document in documents if document.kind == "work"]
    alike = similarities(works)
    facts = _facts(library, topics, mentions)
    telling = _telling((topic for topic in topics if topic.phrases), len(works))
    labels = {topic.id: topic.label for topic in topics}
    pairs = _scores(alike, facts, telling)
    return tuple(
        Related(facts[number].id, facts[other].id, reasons, score)
        for number in range(len(works))
        for other, score in pairs[number]
        for reasons in (_reasons(number, other, works, facts, telling, labels),)
    )


def _facts(library: Library, topics: Iterable[Topic], mentions: Iterable[Mention]) -> list[Facts]:
    has: defaultdict[WorkId, set[TopicId]] = defaultdict(set)
    for topic in topics:
        for work in topic.works:
            has[work].add(topic.id)
    names: defaultdict[WorkId, set[WorkId]] = defaultdict(set)
    for mention in mentions:
        if mention.place.kind == "work" and mention.target.kind == "work":
            names[WorkId(mention.place.id)].add(WorkId(mention.target.id))
    found = []
    for each in library.works:
        creators = frozenset(credit.person for credit in each.creators)
        found.append(
            Facts(
                each.id,
                each.title.shown,
                creators if len(creators) <= MOST_CREATORS else frozenset(),
                frozenset(has[each.id]),
                frozenset(names[each.id]),
            )
        )
    return found


def _telling(topics: Iterable[Topic], works: int) -> Mapping[TopicId, float]:
    """How much it tells that two works have a topic: 1 when only they do, 0 when all do.

    Categories, which no phrase stands for, are too wide to tell anything.
    """
    whole = math.log(max(3, works) / 2)
    return {
        topic.id: max(0.0, math.log(works / max(2, len(topic.works))) / whole)
        for topic in topics
        if topic.works
    }


def _scores(
    alike: Sequence[Mapping[int, float]], facts: Sequence[Facts], telling: Mapping[TopicId, float]
) -> list[list[tuple[int, float]]]:
    numbers = {each.id: number for number, each in enumerate(facts)}
    chosen: list[dict[int, float]] = [{} for _ in facts]
    for number, other in _pairs(alike, facts, numbers):
        here, there = facts[number], facts[other]
        matter = (alike[number].get(other, 0.0) + alike[other].get(number, 0.0)) / 2
        named = there.id in here.names or here.id in there.names
        if matter < SAME_MATTER and not named:
            continue
        shared = sum(telling.get(topic, 0.0) for topic in sorted(here.topics & there.topics))
        score = (
            matter
            + NAMES * named
            + min(MOST_BY_TOPICS, A_TOPIC * shared)
            + min(MOST_BY_CREATORS, A_CREATOR * len(here.creators & there.creators))
        )
        if score >= ENOUGH:
            chosen[number][other] = chosen[other][number] = round(min(1.0, score), 2)
    return [
        sorted(each.items(), key=lambda item: (-item[1], facts[item[0]].id))[:MOST_RELATED] for each in chosen
    ]


def _pairs(
    alike: Sequence[Mapping[int, float]], facts: Sequence[Facts], numbers: Mapping[WorkId, int]
) -> Iterator[tuple[int, int]]:
    """The pairs that may be related, each once, the smaller number first."""
    pairs = {(min(number, other), max(number, other)) for number, near in enumerate(alike) for other in near}
    for number, each in enumerate(facts):
        for name in each.names:
            other = numbers[name]
            pairs.add((min(number, other), max(number, other)))
    return iter(sorted(pairs))


def _reasons(
    number: int,
    other: int,
    works: Sequence[Document],
    facts: Sequence[Facts],
    telling: Mapping[TopicId, float],
    labels: Mapping[TopicId, str],
) -> tuple[str, ...]:
    here, there = facts[number], facts[other]
    reasons = []
    if there.id in here.names:
        reasons.append("this one names it")
    if here.id in there.names:
        reasons.append("it names this one")
    topics = sorted(
        (topic for topic in here.topics & there.topics if telling.get(topic, 0.0) > 0),
        key=lambda topic: (-round(telling[topic], 6), topic),
    )[:MOST_TOPICS_SAID]
    if topics:
        reasons.append(f"both on {' and '.join(labels[topic] for topic in topics)}")
    else:
        reasons += _shared_words(works[number], works[other])
    creators = len(here.creators & there.creators)
    if creators:
        reasons.append("1 creator in common" if creators == 1 else f"{creators:,} creators in common")
    return tuple(reasons)


def _shared_words(here: Document, there: Document) -> Iterator[str]:
    """What two works without a common topic both speak of: phrases before words, the most used first."""
    counts = sum((terms(text) for text in texts(here)), Counter())
    others = sum((terms(text) for text in texts(there)), Counter())
    shared = sorted(
        counts.keys() & others.keys(),
        key=lambda term: (-term.count(" "), -min(counts[term], others[term]), term),
    )
    said: list[str] = []
    for term in shared:
        stems = set(term.split(" "))
        if all(stems.isdisjoint(each.split(" ")) for each in said):
            said.append(term)
        if len(said) == MOST_TERMS_SAID:
            break
    if said:
        yield f"both speak of {' and '.join(f'“{_surface(here, term)}”' for term in said)}"


def _surface(work: Document, term: str) -> str:
    for text in (*(passage.text for passage in work.passages), work.title):
        surface = surface_of(text, term)
        if surface != term:
            return surface
    return term
