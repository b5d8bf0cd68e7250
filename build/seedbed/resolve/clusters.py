"""Sets of things that are one thing: they only grow, and never hold two that must stay apart."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar


class Clusters:
    """A partition of the numbers below `size`, made coarser by `unite` (disjoint sets, smaller into larger).

    Each number may carry tags: under a label, the side it is on. Two clusters that are on different sides
    under one label are apart.
    """

    def __init__(self, size: int) -> None:
        """Begin with each number in a cluster of its own, without tags."""
        self._parent = list(range(size))
        self._members = [[number] for number in range(size)]
        self._sides: list[dict[Hashable, int]] = [{} for _ in range(size)]

    def tag(self, number: int, label: Hashable, side: int) -> None:
        """Put a number, before it is united with any other, on one side under `label`."""
        self._sides[number][label] = side

    def find(self, number: int) -> int:
        """The number that stands for its cluster."""
        root = number
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[number] != root:
            self._parent[number], number = root, self._parent[number]
        return root

    def same(self, one: int, other: int) -> bool:
        """Whether both are in one cluster."""
        return self.find(one) == self.find(other)

    def members(self, number: int) -> list[int]:
        """All numbers of its cluster."""
        return self._members[self.find(number)]

    def apart(self, one: int, other: int) -> Hashable | None:
        """A label under which the two clusters are on different sides; None if there is none."""
        fewer, more = self._sides[self.find(one)], self._sides[self.find(other)]
        if len(fewer) > len(more):
            fewer, more = more, fewer
        return next((label for label, side in fewer.items() if more.get(label, side) != side), None)

    def unite(self, one: int, other: int) -> bool:
        """Make two clusters one; False where they are one already."""
        kept, gone = self.find(one), self.find(other)
        if kept == gone:
            return False
        if len(self._members[kept]) + len(self._sides[kept]) < len(self._members[gone]) + len(
            self._sides[gone]
        ):
            kept, gone = gone, kept
        self._parent[gone] = kept
        self._members[kept] += self._members[gone]
        self._members[gone] = []
        self._sides[kept] |= self._sides[gone]
        self._sides[gone] = {}
        return True

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The clusters, each sorted, sorted by their first number."""
        found = (tuple(sorted(members)) for members in self._members if members)
        return tuple(sorted(found))


K = TypeVar("K", bound=Hashable)


def gathered(pairs: Iterable[tuple[K, int]]) -> dict[K, list[int]]:
    """Numbers by key, each once under a key, in the order given."""
    blocks: dict[K, list[int]] = {}
    for key, number in pairs:
        block = blocks.setdefault(key, [])
        if not block or block[-1] != number:
            block.append(number)
    return blocks


def shared(pairs: Iterable[tuple[K, int]]) -> dict[K, list[int]]:
    """The same, but for keys that have one number alone: where most are such, it takes half of the time."""
    first: dict[K, int] = {}
    blocks: dict[K, list[int]] = {}
    for key, number in pairs:
        before = first.setdefault(key, number)
        if before != number:
            block = blocks.setdefault(key, [before])
            if block[-1] != number:
                block.append(number)
    return {key: blocks[key] for key in first if key in blocks}
