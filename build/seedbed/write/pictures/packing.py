"""Places on a plane: boxes side by side, and names in the room between them; no chance in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import hypot

CELL = 12
"""Names stand on a grid of cells of this size."""

_FARTHEST = 120
_BROAD = 1.6
_FOND = 0.6

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, by its middle."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Whether the two have more than an edge in common."""
        return (
            abs(self.x - other.x) < (self.width + other.width) / 2 - 1e-6
            and abs(self.y - other.y) < (self.height + other.height) / 2 - 1e-6
        )


def pack(sizes: Sequence[Point], ties: Sequence[Mapping[int, int]]) -> list[Box]:
    """Boxes of these widths and heights side by side, the first in the middle, none over another.

    Args:
        sizes: Width and height of each.
        ties: How much each wants to be near which others; only those before it count.
    """
    boxes: list[Box] = []
    for at, size in enumerate(sizes):
        free = [
            box
            for box in (_beside(boxes, size) if boxes else [Box(0, 0, *size)])
            if not any(box.meets(other) for other in boxes)
        ]
        near = {other: weight for other, weight in ties[at].items() if other < at}
        boxes.append(min(free, key=lambda box: (_cost(box, boxes, near), box.x, box.y)))
    return boxes


def _beside(boxes: Sequence[Box], size: Point) -> Iterator[Box]:
    """Every place at which a box touches one that stands already: along an edge, in line or in the middle."""
    width, height = size
    for box in boxes:
        aside, above = (box.width + width) / 2, (box.height + height) / 2
        for share in (-1, 0, 1):
            along_x = box.x + share * (box.width - width) / 2
            along_y = box.y + share * (box.height - height) / 2
            yield Box(box.x + aside, along_y, width, height)
            yield Box(box.x - aside, along_y, width, height)
            yield Box(along_x, box.y + above, width, height)
            yield Box(along_x, box.y - above, width, height)


def _cost(box: Box, boxes: Sequence[Box], near: Mapping[int, int]) -> float:
    """Far from the middle is bad, and worse upwards than sideways; so is far from what it is tied to."""
    cost = hypot(box.x / _BROAD, box.y)
    weight = sum(near.values())
    if weight:
        away = sum(tie * hypot(box.x - boxes[other].x, box.y - boxes[other].y) for other, tie in near.items())
        cost += _FOND * away / weight
    return round(cost, 3)


@dataclass(slots=True)
class Grid:
    """Which cells of a plane are taken."""

    taken: set[tuple[int, int]] = field(default_factory=set)

    def take(self, box: Box) -> None:
        """Keep a box free of names."""
        left, right = _cell(box.x - box.width / 2), _cell(box.x + box.width / 2 - 1e-6)
        top, bottom = _cell(box.y - box.height / 2), _cell(box.y + box.height / 2 - 1e-6)
        self.taken.update((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))

    def nearest(self, point: Point, width: float) -> Box | None:
        """The free place for a name, two cells high, that is nearest to `point`; None where all is full.

        The place is taken with it.
        """
        columns = -(-int(width) // CELL)
        middle = (_cell(point[0]) - columns // 2, _cell(point[1]) - 1)
        for ring in range(_FARTHEST):
            free = [cell for cell in _ring(middle, ring) if self._has_room(cell, columns)]
            if free:
                x, y = min(free, key=lambda cell: (_way(cell, middle), cell))
                self.taken.update((x + step, y + row) for row in (0, 1) for step in range(columns))
                return Box((x + columns / 2) * CELL, (y + 1) * CELL, columns * CELL, 2 * CELL)
        return None

    def _has_room(self, cell: tuple[int, int], columns: int) -> bool:
        """Whether a name that begins at a cell would stand on none that is taken."""
        x, y = cell
        return not any((x + step, y + row) in self.taken for step in range(columns) for row in (0, 1))


def _cell(place: float) -> int:
    return int(place // CELL)


def _ring(middle: tuple[int, int], size: int) -> set[tuple[int, int]]:
    """The cells of the square around `middle`, `size` cells away."""
    x, y = middle
    reach = range(-size, size + 1)
    return {(x + step, y + side) for step in reach for side in (-size, size)} | {
        (x + side, y + step) for step in reach for side in (-size, size)
    }


def _way(cell: tuple[int, int], middle: tuple[int, int]) -> int:
    return (cell[0] - middle[0]) ** 2 + (cell[1] - middle[1]) ** 2


def honeycomb(count: int, spacing: float) -> list[Point]:
    """Points around their common middle, innermost first, each `spacing` from its neighbours."""
    rings = 0
    while 1 + 3 * rings * (rings + 1) < count:
        rings += 1
    points = [
        (spacing * (column + row / 2), spacing * row * 0.75**0.5)
        for row in range(-rings, rings + 1)
        for column in range(-rings, rings + 1)
        if abs(column + row) <= rings
    ]
    points.sort(key=lambda point: (round(hypot(*point), 3), -round(point[1], 3), point[0]))
    points = points[:count]
    middle_x, middle_y = (sum(places) / count for places in zip(*points, strict=True))
    return [(x - middle_x, y - middle_y) for x, y in points]
