"""The topics of a library: those that sources state, and those that several texts share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from seedbed.link.stated import Statement, evidence_of, fold_label, leading_label, statements
from seedbed.model.library import Work, WorkId
from seedbed.model.link import Topic, TopicId, TopicPair
from seedbed.text.slugs import slug

TAKEN = frozenset({"index"})
"""Ids that no topic may have, because its page would lie where another does."""

MOST_TOPICS = 40
"""Works with more topics than this make no pairs of them."""


def stated_topics(works: Iterable[Work]) -> tuple[Topic, ...]:
    """The topics that sources state, by id."""
    by_key: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements(works):
        by_key[fold_label(statement.label)].append(statement)
    ids = _ids({key: leading_label(stated) for key, stated in by_key.items()})
    return tuple(
        sorted(
            (_stated_topic(ids[key], stated) for key, stated in by_key.items()),
            key=lambda topic: topic.id,
        )
    )


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


def _stated_topic(topic_id: TopicId, stated: list[Statement]) -> Topic:
    label = leading_label(stated)
    named = [statement for statement in stated if not statement.category]
    return Topic(
        topic_id,
        label,
        "stated",
        (label,) if named else (),
        tuple(sorted({statement.work for statement in stated})),
        evidence_of(stated),
    )


def _ids(labels: Mapping[str, str]) -> dict[str, TopicId]:
    """An id for each key; where two labels make the same one, the later key's gets a number."""
    taken = set(TAKEN)
    ids: dict[str, TopicId] = {}
    for key, label in sorted(labels.items()):
        base = slug(label)
        number = 1
        topic_id = base
        while topic_id in taken:
            number += 1
            topic_id = f"{base}-{number}"
        taken.add(topic_id)
        ids[key] = TopicId(topic_id)
    return ids
