"""Topics once texts were searched for them: which works have each, which tell nothing, which go together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

import numpy as np
from msgspec.structs import replace

from seedbed.errors import SeedbedError
from seedbed.link.columns import Numbers
from seedbed.link.spots import Spots, count_sentences, topics_of_works
from seedbed.link.stated import fold_label
from seedbed.model.curation import TopicRuling
from seedbed.model.library import WorkId
from seedbed.model.link import Mention, Target, Topic, TopicId, TopicPair

MOST_TOPICS = 40
"""Works with more topics than this make no pairs of them."""

MOST_DERIVED = 12
"""A work has no more derived topics than this: further ones are words that it happens to use."""

MOST_SENTENCES = 0.5
"""Words that stand in so large a part of all sentences tell nothing apart."""

FEWEST_SENTENCES = 10
"""In a library of fewer, that part says nothing."""


def with_works(topics: Sequence[Topic], spots: Spots, rulings: tuple[TopicRuling, ...]) -> tuple[Topic, ...]:
    """The topics that are known by their phrases, with the works that use them in title or abstract."""
    by_phrases = {fold_label(ruling.label) for ruling in rulings}
    derived = frozenset(topic.id for topic in topics if topic.kind == "derived")
    having: defaultdict[str, list[WorkId]] = defaultdict(list)
    for target, work in zip(*(column.tolist() for column in _few(spots, derived)), strict=True):
        having[spots.targets[target].id].append(WorkId(spots.texts.documents[work].id))
    return tuple(
        replace(topic, works=tuple(sorted({*topic.works, *having[topic.id]})))
        if topic.kind == "derived" or fold_label(topic.label) in by_phrases
        else topic
        for topic in topics
    )


def _few(spots: Spots, derived: AbstractSet[str]) -> tuple[Numbers, Numbers]:
    """The topics of works, by number, each pair once.

    Of derived topics a work has those that say most of it, which are those that the fewest works share.
    """
    targets, works = topics_of_works(spots)
    limited = np.array([each.kind == "topic" and each.id in derived for each in spots.targets], dtype=bool)
    sizes = np.bincount(targets, minlength=len(spots.targets))
    kept = ~limited[targets]
    rows = np.flatnonzero(limited[targets])
    order = rows[np.lexsort((targets[rows], sizes[targets[rows]], works[rows]))]  # targets come by their ids
    rank = np.arange(order.size) - np.searchsorted(works[order], works[order])
    kept[order[rank < MOST_DERIVED]] = True
    return targets[kept], works[kept]


def refuse_idle(
    topics: Sequence[Topic], spots: Spots, rulings: tuple[TopicRuling, ...], path: str
) -> frozenset[TopicId]:
    """The topics whose phrases stand in half of all sentences, which then count nowhere.

    Raises:
        SeedbedError: One of them is the maintainer's.
    """
    total, having = count_sentences(spots)
    if total < FEWEST_SENTENCES:
        return frozenset()
    ruled = {fold_label(ruling.label): ruling for ruling in rulings}
    idle = set()
    for topic in topics:
        count = having.get(Target("topic", topic.id), 0)
        if count < MOST_SENTENCES * total:
            continue
        ruling = ruled.get(fold_label(topic.label))
        if ruling is not None:
            raise SeedbedError(
                f"the phrases of the topic “{ruling.label}” stand in {count:,} of {total:,} sentences; "
                "in half of them or more they tell nothing apart, so give it narrower phrases",
                path=path,
                line=ruling.line,
            )
        idle.add(topic.id)
    return frozenset(idle)


def idle_rulings(
    topics: Iterable[Topic], mentions: Iterable[Mention], rulings: tuple[TopicRuling, ...], path: str
) -> tuple[str, ...]:
    """A warning for each topic of the maintainer's that no work has and no text speaks of."""
    mentioned = {mention.target.id for mention in mentions if mention.target.kind == "topic"}
    used = {fold_label(topic.label) for topic in topics if topic.works or topic.id in mentioned}
    return tuple(
        f"{path}:{ruling.line}: the topic “{ruling.label}” matches nothing in this library"
        for ruling in rulings
        if fold_label(ruling.label) not in used
    )


def without_phrases(topics: Iterable[Topic], idle: frozenset[TopicId]) -> tuple[Topic, ...]:
    """The same topics; those that are `idle` are known by a source's label alone."""
    return tuple(replace(topic, phrases=()) if topic.id in idle else topic for topic in topics)


def topic_pairs(topics: Iterable[Topic]) -> tuple[TopicPair, ...]:
    """Every two topics that a work has both of, with the works, sorted."""
    of_work: defaultdict[WorkId, list[TopicId]] = defaultdict(list)
    for topic in topics:
        for work in topic.works:
            of_work[work].append(topic.id)
    shared: defaultdict[tuple[TopicId, TopicId], list[WorkId]] = defaultdict(list)
    for work in sorted(of_work):
        ids = sorted(set(of_work[work]))
        if len(ids) <= MOST_TOPICS:
            for pair in combinations(ids, 2):
                shared[pair].append(work)
    return tuple(TopicPair(one, other, tuple(shared[one, other])) for one, other in sorted(shared))
