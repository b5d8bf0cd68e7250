"""How topics go together: the largest topics below each other, an arc between two that papers share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import itemgetter

from seedbed.model.link import TopicId, TopicPair
from seedbed.model.picture import Arcs, Bow, Knot, Pair
from seedbed.write.pictures.measure import fitted
from seedbed.write.shelf import WholeShelf
from seedbed.write.wording import counted, folded, listed, number

_TOPICS = 20
_BOWS = 60
_FEWEST = 3
_ROW, _SPINE, _WIDTH = 28, 232, 400
_LABEL_END = 12
_SIZE = 15
_STRONGEST = 4
_RECENT = 4


def topic_arcs(shelf: WholeShelf) -> Arcs | None:
    """The picture; None where fewer than three topics share papers with another."""
    sizes = {topic.id: len(topic.works) for topic in shelf.links.topics}
    largest = frozenset(_by_size(shelf, [each for each in sizes if each in shelf.beside])[:_TOPICS])
    pairs = [each for each in shelf.links.topic_pairs if each.topic in largest and each.other in largest]
    pairs.sort(key=lambda pair: (-len(pair.works), pair.topic, pair.other))
    shown = pairs[:_BOWS]
    joined = {topic for pair in shown for topic in (pair.topic, pair.other)}
    if len(joined) < _FEWEST:
        return None
    order = _order(_by_size(shelf, joined), shown)
    rows = {topic: at * _ROW + _ROW // 2 for at, topic in enumerate(order)}
    cut = []
    if len(order) < len(sizes):
        are_largest = set(order) == set(_by_size(shelf, list(sizes))[: len(order)])
        of = f"{len(order)}{' largest' * are_largest} of {number(len(sizes))} topics"
        cut.append(f"the {of}" if are_largest else of)
    if len(shown) < len(pairs):
        cut.append(f"the {number(len(shown))} pairs with most papers in common")
    return Arcs(
        width=_WIDTH,
        height=len(order) * _ROW,
        spine=_SPINE,
        knots=tuple(_knots(shelf, rows, shown)),
        bows=tuple(_bow(shelf, rows, pair, len(shown[0].works)) for pair in shown),
        pairs=tuple(_in_words(shelf, pair) for pair in shown),
        title="Topics that papers have in common",
        caption=f"Which topics go together{': ' * bool(cut)}{listed(cut)}. "
        "An arc joins two topics of one paper; the more papers have both, the thicker it is.",
    )


def _by_size(shelf: WholeShelf, topics: Sequence[TopicId] | set[TopicId]) -> list[TopicId]:
    known = shelf.topics
    return sorted(topics, key=lambda each: (-len(known[each].works), folded(known[each].label), each))


def _order(topics: Sequence[TopicId], pairs: Sequence[TopicPair]) -> list[TopicId]:
    """The largest first, then always the one most like the last few, so that arcs are short."""
    ties: defaultdict[TopicId, dict[TopicId, int]] = defaultdict(dict)
    for pair in pairs:
        ties[pair.topic][pair.other] = ties[pair.other][pair.topic] = len(pair.works)
    left = list(topics)
    order = [left.pop(0)]
    while left:
        recent = order[: -_RECENT - 1 : -1]
        pull = [sum(ties[each].get(other, 0) / (at + 1) for at, other in enumerate(recent)) for each in left]
        order.append(left.pop(max(enumerate(pull), key=lambda item: (item[1], -item[0]))[0]))
    return order


def _knots(shelf: WholeShelf, rows: Mapping[TopicId, int], pairs: Sequence[TopicPair]) -> list[Knot]:
    paths: defaultdict[TopicId, str] = defaultdict(str)
    for pair in pairs:
        path = _path(rows[pair.topic], rows[pair.other])
        paths[pair.topic] += path
        paths[pair.other] += path
    knots = []
    for topic, y in sorted(rows.items(), key=itemgetter(1)):
        ref = shelf.topic(topic)
        label = fitted(ref.label, _SPINE - _LABEL_END, _SIZE)
        knots.append(Knot(label, ref.label, ref.address, y, paths[topic]))
    return knots


def _bow(shelf: WholeShelf, rows: Mapping[TopicId, int], pair: TopicPair, most: int) -> Bow:
    strength = max(1, round(_STRONGEST * len(pair.works) / most))
    label = f"{shelf.topics[pair.topic].label} and {shelf.topics[pair.other].label}: "
    return Bow(_path(rows[pair.topic], rows[pair.other]), strength, label + counted(len(pair.works), "paper"))


def _path(one: int, other: int) -> str:
    """Half an ellipse, which stands out the further the further its ends are apart."""
    top, bottom = sorted((one, other))
    reach = round((_WIDTH - _SPINE - 6) * ((bottom - top) / (_TOPICS * _ROW)) ** 0.7, 1)
    return f"M{_SPINE} {top}A{reach:g} {(bottom - top) / 2:g} 0 0 1 {_SPINE} {bottom}"


def _in_words(shelf: WholeShelf, pair: TopicPair) -> Pair:
    one, other = shelf.topic(pair.topic), shelf.topic(pair.other)
    return Pair((one.label, other.label), (one.address, other.address), counted(len(pair.works), "paper"))
