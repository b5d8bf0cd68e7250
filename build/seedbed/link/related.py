"""Works worth reading after another: by what they say, their topics, their creators, and who names whom."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec
import numpy as np

from seedbed.link.co_authors import MOST_CREATORS
from seedbed.link.columns import paired
from seedbed.link.reading import Texts
from seedbed.link.shared_words import TermUses, shared_words
from seedbed.link.similarity import Alike
from seedbed.link.terms import Terms
from seedbed.model.library import Library, PersonId, WorkId
from seedbed.model.link import Mention, Related, Topic, TopicId

MOST_RELATED = 6
"""Works that are shown for one."""

ENOUGH = 0.3
"""The least score; below it, nothing is shown rather than something weak."""

STEP = 0.05
"""Scores are rounded to so much: a work more or less in a library moves them a little, and should not
change their pages."""

SAME_MATTER = 0.15
"""What two works say must be so alike, unless one names the other: topics and creators alone relate none."""

NAMES = 0.25
A_TOPIC = 0.08
A_CREATOR = 0.05
MOST_BY_TOPICS = 0.16
MOST_BY_CREATORS = 0.15
"""What each adds to the likeness of the texts; a topic less when many works have it."""

MOST_TOPICS_SAID = 2


class Facts(msgspec.Struct, frozen=True, gc=False):
    """What is known of one work beside its text."""

    id: WorkId
    title: str
    creators: frozenset[PersonId]
    topics: frozenset[TopicId]
    names: frozenset[WorkId]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a work is related to another.

    Attributes:
        names: Whether it names the other.
        named: Whether the other names it.
        topics: Labels of common topics.
        creators: How many creators they have in common.
        words: What both speak of.
    """

    names: bool
    named: bool
    topics: tuple[str, ...]
    creators: int
    words: tuple[str, ...] = ()

    def said(self) -> tuple[str, ...]:
        """The reasons as phrases, the strongest first."""
        creators = "1 creator" if self.creators == 1 else f"{self.creators:,} creators"
        quoted = " and ".join(f"“{word}”" for word in self.words)
        reasons = (
            "this one names it" if self.names else "",
            "it names this one" if self.named else "",
            f"both on {' and '.join(self.topics)}" if self.topics else "",
            f"both speak of {quoted}" if self.words else "",
            f"{creators} in common" if self.creators else "",
        )
        return tuple(reason for reason in reasons if reason)


def related(  # noqa: PLR0913, PLR0917 (all that was found of works)
    library: Library,
    texts: Texts,
    terms: Terms,
    topics: Sequence[Topic],
    mentions: Iterable[Mention],
    alike: Alike,
) -> tuple[Related, ...]:
    """For each work, by id, up to six others, the best first, each with its reasons."""
    facts = _facts(library, topics, mentions)
    telling = _telling((topic for topic in topics if topic.phrases), len(facts))
    labels = {topic.id: topic.label for topic in topics}
    pairs = _scores(alike, facts, telling)
    where = TermUses(texts, terms, {})
    found = []
    for number, others in enumerate(pairs):
        for other, score in others:
            reasons = _reasons(facts[number], facts[other], telling, labels)
            if not reasons.topics:
                reasons = replace(
                    reasons, words=shared_words(where, number, other, strangers=not reasons.creators)
                )
            if reasons.said():
                found.append(Related(facts[number].id, facts[other].id, reasons.said(), score))
    return tuple(found)


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
    alike: Alike, facts: Sequence[Facts], telling: Mapping[TopicId, float]
) -> list[list[tuple[int, float]]]:
    chosen: list[dict[int, float]] = [{} for _ in facts]
    for number, other, matter in _pairs(alike, facts):
        here, there = facts[number], facts[other]
        named = there.id in here.names or here.id in there.names
        shared = sum(telling.get(topic, 0.0) for topic in sorted(here.topics & there.topics))
        score = (
            matter
            + NAMES * named
            + min(MOST_BY_TOPICS, A_TOPIC * shared)
            + min(MOST_BY_CREATORS, A_CREATOR * len(here.creators & there.creators))
        )
        score = round(round(min(1.0, score) / STEP) * STEP, 2)
        if score >= ENOUGH:
            chosen[number][other] = chosen[other][number] = score
    return [
        sorted(each.items(), key=lambda item: (-item[1], facts[item[0]].id))[:MOST_RELATED] for each in chosen
    ]


def _pairs(alike: Alike, facts: Sequence[Facts]) -> Iterator[tuple[int, int, float]]:
    """The pairs that may be related, each once, and how alike what they say is; the smaller number first."""
    numbers = {each.id: number for number, each in enumerate(facts)}
    naming = [(number, numbers[name]) for number, each in enumerate(facts) for name in each.names]
    ones, others = np.array(naming, dtype=np.int64).reshape(-1, 2).T
    ones, others = np.append(alike.works, ones), np.append(alike.others, others)
    pairs, which = np.unique(
        paired(np.minimum(ones, others), np.maximum(ones, others), len(facts)), return_inverse=True
    )
    parts = np.append(alike.parts, np.zeros(len(naming)))
    matter = np.bincount(which, weights=parts, minlength=pairs.size) / 2
    named = np.zeros(pairs.size, dtype=bool)
    named[which[alike.works.size :]] = True
    chosen = np.flatnonzero(named | (matter >= SAME_MATTER))
    first, second = np.divmod(pairs[chosen], max(1, len(facts)))
    return zip(first.tolist(), second.tolist(), matter[chosen].tolist(), strict=True)


def _reasons(
    here: Facts, there: Facts, telling: Mapping[TopicId, float], labels: Mapping[TopicId, str]
) -> Reasons:
    topics = sorted(
        (topic for topic in here.topics & there.topics if telling.get(topic, 0.0) > 0),
        key=lambda topic: (-round(telling[topic], 6), topic),
    )
    return Reasons(
        names=there.id in here.names,
        named=here.id in there.names,
        topics=tuple(labels[topic] for topic in topics[:MOST_TOPICS_SAID]),
        creators=len(here.creators & there.creators),
    )
