"""Addresses that last: each thing keeps its own, whatever happens to the seeds.

A thing is known again by its marks (see `seedbed.resolve.marks`). One that the ledger does not know is given
the slug of its title or name; one that two addresses know has become one out of two, and the second address
leads to the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from seedbed.model.library import Moved
from seedbed.resolve.ledger import Ledger, final_addresses
from seedbed.resolve.marks import Mark, known_by
from seedbed.text.slugs import free_slug, slug


class Thing(msgspec.Struct, frozen=True, gc=False):
    """Something that needs an address.

    Attributes:
        name: Its title or name; its slug is the address that it would like.
        marks: By what it is known again.
        named: Whether the maintainer chose its name: then its address follows the name.
    """

    name: str
    marks: frozenset[Mark]
    named: bool = False


@dataclass(frozen=True, slots=True)
class Addresses:
    """An id for each thing, in the order given, and the addresses that lead elsewhere now."""

    ids: tuple[str, ...]
    moved: tuple[Moved, ...]


def assign(folder: str, things: Sequence[Thing], ledger: Ledger) -> Addresses:
    """Give each thing of one kind its address.

    Args:
        folder: Of the address ("papers").
        things: All things of this kind, sorted by their content, so that no seed's place matters.
        ledger: What was published before.
    """
    assigning = _Assigning(folder, things, ledger)
    assigning.known_again()
    assigning.renamed()
    assigning.new()
    return Addresses(tuple(assigning.ids), assigning.moves())


def assign_in_order(folder: str, things: Sequence[Thing], ledger: Ledger) -> Addresses:
    """The same for things in any order: they are assigned in that of what they say, not of their seeds."""
    order = sorted(range(len(things)), key=lambda number: (things[number].name, sorted(things[number].marks)))
    assigned = assign(folder, [things[number] for number in order], ledger)
    ids = dict(zip(order, assigned.ids, strict=True))
    return Addresses(tuple(ids[number] for number in range(len(things))), assigned.moved)


class _Fit(NamedTuple):
    """How well an address knows a thing; the least is the best.

    Attributes:
        moved: Whether the address leads elsewhere since its thing became one with another.
        shared: Whether other addresses know the thing by every mark that this one does.
        unlike: Whether the thing would not like the address by its name.
        unknown: Less for each mark by which the address knows it.
    """

    moved: bool
    shared: bool
    unlike: bool
    unknown: int


_SOLE_FIT = _Fit(moved=False, shared=False, unlike=False, unknown=0)


@dataclass(slots=True)
class _Assigning:
    folder: str
    things: Sequence[Thing]
    ledger: Ledger
    ids: list[str] = field(default_factory=list)
    marks: dict[str, set[Mark]] = field(default_factory=dict)
    known: dict[Mark, Mark] = field(default_factory=dict)
    final: dict[str, str] = field(default_factory=dict)
    fits: list[dict[str, _Fit]] = field(default_factory=list)
    taken: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        prefix = f"{self.folder}/"
        entries = [entry for entry in self.ledger.entries if entry.address.startswith(prefix)]
        for entry in entries:
            known = self.marks.setdefault(entry.address[len(prefix) :].partition("#")[0], set())
            if entry.kind not in {"moved", "turn"}:
                known.add(self._known_by((entry.kind, entry.mark)))
        whole = (entry for entry in entries if "#" not in entry.address)
        self.final = {
            old.removeprefix(prefix): new.removeprefix(prefix) for old, new in final_addresses(whole).items()
        }
        self.ids = [""] * len(self.things)
        self.fits = self._read_fits()

    def _known_by(self, mark: Mark) -> Mark:
        """As `known_by`, each mark once: most things have the marks that the ledger has."""
        known = self.known.get(mark)
        if known is None:
            known = self.known[mark] = known_by(mark)
        return known

    def _read_fits(self) -> list[dict[str, _Fit]]:
        """For each thing the addresses that know it, and how well."""
        at: dict[Mark, list[str]] = {}
        for address, marks in self.marks.items():
            for mark in marks:
                at.setdefault(mark, []).append(address)
        knowing = [self._knowing(frozenset(map(self._known_by, thing.marks)), at) for thing in self.things]
        claimed = Counter(address for known in knowing for address in known)
        return [
            dict.fromkeys(known, _SOLE_FIT)
            if len(known) == 1 and claimed[next(iter(known))] == 1
            else self._fit_of(slug(thing.name) if known else "", known, at)
            for thing, known in zip(self.things, knowing, strict=True)
        ]

    def _knowing(
        self, own: AbstractSet[Mark], at: Mapping[Mark, Sequence[str]]
    ) -> Mapping[str, AbstractSet[Mark]]:
        """The addresses that know a thing, each with the marks by which it does."""
        addresses = dict.fromkeys(address for mark in own for address in at.get(mark, ()))
        shared = {address: self.marks[address] & own for address in addresses}
        return {address: common for address, common in shared.items() if self._knows(address, common, at)}

    def _knows(self, address: str, common: AbstractSet[Mark], at: Mapping[Mark, Sequence[str]]) -> bool:
        """Whether an address knows a thing: by a mark of its own, or by a mark of each kind that it has."""
        telling = [mark for mark in common if mark[0] != "place"]
        if any(len(at[mark]) == 1 for mark in telling):
            return True
        root = self.final.get(address, address)
        if any(all(self.final.get(other, other) == root for other in at[mark]) for mark in telling):
            return True
        return bool(telling) and {kind for kind, _ in common} >= {kind for kind, _ in self.marks[address]}

    def _fit_of(
        self, wanted: str, known: Mapping[str, AbstractSet[Mark]], at: Mapping[Mark, Sequence[str]]
    ) -> dict[str, _Fit]:
        return {
            address: _Fit(
                moved=address in self.final,
                shared=not any(at[mark] == [address] for mark in common if mark[0] != "place"),
                unlike=wanted != address,
                unknown=-len(common),
            )
            for address, common in known.items()
        }

    def known_again(self) -> None:
        """Give back the addresses of things that the ledger knows, each to the thing that it knows best."""
        ranked = sorted(
            (fit, address, number) for number, fits in enumerate(self.fits) for address, fit in fits.items()
        )
        for _, address, number in ranked:
            if not self.ids[number] and address not in self.taken:
                self._give(number, address)

    def renamed(self) -> None:
        """Where the maintainer chose a name, let the address follow it, if it is free."""
        for number, thing in enumerate(self.things):
            if not thing.named:
                continue
            wanted = slug(thing.name)
            free = wanted not in self.marks or wanted in self.fits[number]
            if self.ids[number] and wanted not in self.taken and free:
                self.fits[number].setdefault(self.ids[number], _SOLE_FIT)
                del self.taken[self.ids[number]]
                self._give(number, wanted)

    def new(self) -> None:
        """Give new things the slug of their name, with a number where it is taken, now or once."""
        for number, thing in enumerate(self.things):
            if not self.ids[number]:
                self._give(number, free_slug(thing.name, self._was_given))

    def _was_given(self, address: str) -> bool:
        return address in self.taken or address in self.marks

    def _give(self, number: int, address: str) -> None:
        self.ids[number] = address
        self.taken[address] = number

    def moves(self) -> tuple[Moved, ...]:
        """Addresses that know a thing which lives elsewhere now, or that led elsewhere already."""
        target: dict[str, tuple[_Fit, str]] = {}
        for number, fits in enumerate(self.fits):
            for address, fit in fits.items():
                if address not in self.taken:
                    best = (fit, self.ids[number])
                    target[address] = min(target.get(address, best), best)
        leads = {address: new for address, (_, new) in target.items()}
        for old, new in self.final.items():
            if old not in self.taken and old not in leads:
                end = leads.get(new, new)
                if end in self.taken:
                    leads[old] = end
        return tuple(
            Moved(f"{self.folder}/{old}", f"{self.folder}/{new}") for old, new in sorted(leads.items())
        )
