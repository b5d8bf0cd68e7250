"""The map of the library: which papers, topics and people stand on it, and where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import hypot

from seedbed.model.library import PersonId, WorkId
from seedbed.model.picture import Dot, Figure, Ground, LibraryMap
from seedbed.write import addresses
from seedbed.write.pictures.measure import fitted, text_width
from seedbed.write.pictures.packing import Box, Grid, Point, honeycomb, pack
from seedbed.write.shelf import WholeShelf
from seedbed.write.wording import counted, folded, listed, number

_GROUNDS = 24
_PAPERS = 300
_PEOPLE = 40
_FEWEST = 2
_BROADEST = 0.4
_SPACING = 26
_RIM = 18
_STREET = 52
# The labels are drawn at 16, in a bolder type than is measured.
_LABEL_ROOM, _LABEL_SIZE, _LABEL_HEIGHT = 270, 18, 26
_NAME_ROOM, _NAME_SIZE, _RING = 190, 13, 16
_MARGIN = 16


def library_map(shelf: WholeShelf) -> LibraryMap | None:
    """The map; None where there is no paper."""
    if not shelf.library.works:
        return None
    groups = _groups(shelf)
    shown = _strongest(shelf, groups)
    grounds = _grounds(shelf, shown)
    places = {dot.address: (dot.x, dot.y) for ground in grounds for dot in ground.dots}
    grid = Grid()
    for ground in grounds:
        grid.take(Box(ground.x, ground.y, 2 * ground.radius, 2 * ground.radius))
        grid.take(_label_box(ground))
    people = _people(shelf, [work for works in shown.values() for work in works], places, grid)
    return LibraryMap(
        view_box=_view_box(grounds, people),
        grounds=grounds,
        people=people,
        still="".join(f"M{dot.x} {dot.y}h.01" for ground in grounds for dot in ground.dots),
        caption=_caption(shelf, len(places), grounds, people),
    )


def _groups(shelf: WholeShelf) -> dict[str, list[WorkId]]:
    """Every paper under one topic: always the one that most papers without a place have; "" for the rest.

    A topic of very many papers tells little about any of them, so it is used only where there is no other.
    """
    works = len(shelf.library.works)
    narrow = [topic for topic in shelf.links.topics if len(topic.works) <= works * _BROADEST]
    members = {topic.id: topic.works for topic in narrow or shelf.links.topics}
    left = Counter({topic: len(held) for topic, held in members.items()})
    labels = {topic: folded(shelf.labels[topic].label) for topic in members}
    placed: set[str] = set()
    groups: dict[str, list[WorkId]] = {}
    while left and len(groups) < _GROUNDS:
        topic = min(left, key=lambda each: (-left[each], labels[each], each))
        if left[topic] < _FEWEST:
            break
        groups[topic] = [work for work in members[topic] if work not in placed]
        placed.update(groups[topic])
        for work in groups[topic]:
            left.subtract(each.id for each in shelf.topics_of[work] if each.id in left)
        del left[topic]
    rest = [work.id for work in shelf.library.works if work.id not in placed]
    return groups | ({"": rest} if rest else {})


def _strongest(shelf: WholeShelf, groups: Mapping[str, Sequence[WorkId]]) -> dict[str, list[WorkId]]:
    """As many papers of each group as its share of the map: what most places speak of, then the newest."""
    total = sum(map(len, groups.values()))
    strongest: dict[str, list[WorkId]] = {}
    for topic, works in groups.items():
        newest = sorted(works, key=lambda work: (_day(shelf, work), work), reverse=True)
        ordered = sorted(newest, key=lambda work: -_spoken_of(shelf, work))
        strongest[topic] = ordered[: max(1, len(works) * _PAPERS // max(total, _PAPERS))]
    return strongest


def _day(shelf: WholeShelf, work: str) -> str:
    date = shelf.faces[work].date
    return date.iso if date else ""


def _spoken_of(shelf: WholeShelf, work: str) -> int:
    backlinks = shelf.leading_to.get(("work", work))
    return len(backlinks.mentions) + len(backlinks.discussions) if backlinks else 0


def _grounds(shelf: WholeShelf, groups: Mapping[str, Sequence[str]]) -> tuple[Ground, ...]:
    order = sorted(groups, key=lambda topic: (topic == "", -len(groups[topic]), topic))
    rest = "Other papers" if len(order) > 1 else "Papers"
    names = [shelf.labels[topic].label if topic else rest for topic in order]
    labels = [fitted(name, _LABEL_ROOM, _LABEL_SIZE) for name in names]
    combs = [honeycomb(len(groups[topic]), _SPACING) for topic in order]
    radii = [round(max(hypot(*point) for point in comb)) + _RIM for comb in combs]
    sizes = [
        (max(2 * radius, text_width(label, _LABEL_SIZE)) + _STREET, 2 * radius + _LABEL_HEIGHT + _STREET)
        for radius, label in zip(radii, labels, strict=True)
    ]
    boxes = pack(sizes, _ties(shelf, order))
    made = []
    for topic, name, label, comb, radius, box in zip(order, names, labels, combs, radii, boxes, strict=True):
        x, y = round(box.x), round(box.y + _LABEL_HEIGHT / 2)
        address = addresses.topic_page(topic) if topic else "papers/index"
        made.append(Ground(label, name, address, x, y, radius, _dots(shelf, groups[topic], comb, (x, y))))
    return tuple(made)


def _ties(shelf: WholeShelf, order: Sequence[str]) -> list[dict[int, int]]:
    at = {topic: position for position, topic in enumerate(order)}
    ties: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for pair in shelf.links.topic_pairs:
        if pair.topic in at and pair.other in at:
            one, other = at[pair.topic], at[pair.other]
            ties[one][other] = ties[other][one] = len(pair.works)
    return [ties[position] for position in range(len(order))]


def _dots(shelf: WholeShelf, works: Sequence[str], comb: Sequence[Point], middle: Point) -> tuple[Dot, ...]:
    return tuple(
        Dot(shelf.titles[work], addresses.work_page(work), round(middle[0] + x), round(middle[1] + y))
        for work, (x, y) in zip(works, comb, strict=True)
    )


def _label_box(ground: Ground) -> Box:
    width = text_width(ground.label, _LABEL_SIZE) + _MARGIN
    return Box(ground.x, ground.y - ground.radius - _LABEL_HEIGHT / 2, width, _LABEL_HEIGHT)


def _people(
    shelf: WholeShelf, works: Sequence[str], places: Mapping[str, Point], grid: Grid
) -> tuple[Figure, ...]:
    """Who has most papers on the map, each as near to the middle of them as there is room."""
    papers: defaultdict[PersonId, list[Point]] = defaultdict(list)
    for work in works:
        for person in dict.fromkeys(person for _, person in shelf.faces[work].creators):
            papers[person].append(places[addresses.work_page(work)])
    several = [person for person in papers if len(papers[person]) >= _FEWEST]
    several.sort(key=lambda each: (-len(papers[each]), folded(shelf.names[each]), each))
    made = []
    for person in several[:_PEOPLE]:
        own = papers[person]
        ref = shelf.person(person)
        label = fitted(ref.label, _NAME_ROOM, _NAME_SIZE)
        middle = (sum(x for x, _ in own) / len(own), sum(y for _, y in own) / len(own))
        box = grid.nearest(middle, text_width(label, _NAME_SIZE) + _RING + 6)
        if box is None:
            continue
        x, y = round(box.x - box.width / 2) + _RING // 2, round(box.y)
        ties = "".join(f"M{x} {y}L{to_x} {to_y}" for to_x, to_y in sorted(own))
        made.append(Figure(label, ref.label, ref.address, x, y, ties, counted(len(own), "paper")))
    return tuple(made)


def _view_box(grounds: Sequence[Ground], people: Sequence[Figure]) -> tuple[int, int, int, int]:
    boxes = [Box(each.x, each.y, 2 * each.radius, 2 * each.radius) for each in grounds]
    boxes += [_label_box(each) for each in grounds]
    for each in people:
        width = text_width(each.label, _NAME_SIZE) + _RING
        boxes.append(Box(each.x + width / 2, each.y, width + _RING, 24))
    left = round(min(box.x - box.width / 2 for box in boxes)) - _MARGIN
    top = round(min(box.y - box.height / 2 for box in boxes)) - _MARGIN
    right = round(max(box.x + box.width / 2 for box in boxes)) + _MARGIN
    bottom = round(max(box.y + box.height / 2 for box in boxes)) + _MARGIN
    return left, top, right - left, bottom - top


def _caption(shelf: WholeShelf, papers: int, grounds: Sequence[Ground], people: Sequence[Figure]) -> str:
    every = len(shelf.library.works)
    topics = sum(1 for ground in grounds if ground.address.startswith("topics/"))
    held = [_of(papers, every, "paper", "papers")]
    if topics:
        held.append(_of(topics, len(shelf.topics), "topic", "topics"))
    if people:
        held.append(_of(len(people), len(shelf.library.people), "person", "people"))
    cut = " Shown of each topic: the papers most spoken of, then the newest." if papers < every else ""
    who = " People stand near the middle of their papers, where they have two or more here." if people else ""
    where = ", on the ground of one of its topics" if topics else ""
    return f"{listed(held)}. A dot is a paper{where}.{cut}{who}"


def _of(shown: int, every: int, one: str, several: str) -> str:
    """How many are shown, and of how many if not of all: "7 of 44 topics", "3 papers"."""
    held = counted(every, one, several)
    return f"{number(shown)} of {held}" if shown < every else held
