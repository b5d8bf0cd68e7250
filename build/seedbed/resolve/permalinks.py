"""Addresses that last: each thing keeps its own, whatever happens to the seeds.

A thing is known again by its marks (see `seedbed.resolve.marks`). One that the ledger does not know is given
the slug of its title or name; one that two addresses know has become one out of two, and the second address
leads to the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz import fuzz

from seedbed.model.library import Library, Moved
from seedbed.resolve.ledger import Ledger, LedgerEntry, final_addresses, read_ledger, write_ledger
from seedbed.resolve.marks import (
    Mark,
    known_by,
    opening_marks,
    person_marks,
    text_mark,
    turn_mark,
    work_marks,
)
from seedbed.text.slugs import free_slug, slug

MOST_COMPARED = 10_000
"""Pairs of turns; where so many changed at once, none is like another."""

SAME_TURN = 60.0
"""Percent of letters that the beginnings of a turn share before and after a change."""

__all__ = ["Ledger", "LedgerEntry", "Thing", "assign", "keep", "read_ledger", "turn_numbers", "write_ledger"]


@dataclass(frozen=True, slots=True)
class Thing:
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


class _Claim(NamedTuple):
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


_ONLY_CLAIM = _Claim(moved=False, shared=False, unlike=False, unknown=0)


@dataclass(slots=True)
class _Assigning:
    folder: str
    things: Sequence[Thing]
    ledger: Ledger
    ids: list[str] = field(default_factory=list)
    marks: dict[str, set[Mark]] = field(default_factory=dict)
    known: dict[Mark, Mark] = field(default_factory=dict)
    final: dict[str, str] = field(default_factory=dict)
    claims: list[dict[str, _Claim]] = field(default_factory=list)
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
        self.claims = self._read_claims()

    def _known_by(self, mark: Mark) -> Mark:
        """As `known_by`, each mark once: most things have the marks that the ledger has."""
        known = self.known.get(mark)
        if known is None:
            known = self.known[mark] = known_by(mark)
        return known

    def _read_claims(self) -> list[dict[str, _Claim]]:
        """For each thing the addresses that know it, and how well."""
        at: dict[Mark, list[str]] = {}
        for address, marks in self.marks.items():
            for mark in marks:
                at.setdefault(mark, []).append(address)
        knowing = [self._knowing(frozenset(map(self._known_by, thing.marks)), at) for thing in self.things]
        claimed = Counter(address for known in knowing for address in known)
        return [
            dict.fromkeys(known, _ONLY_CLAIM)
            if len(known) == 1 and claimed[next(iter(known))] == 1
            else self._claims(slug(thing.name) if known else "", known, at)
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

    def _claims(
        self, wanted: str, known: Mapping[str, AbstractSet[Mark]], at: Mapping[Mark, Sequence[str]]
    ) -> dict[str, _Claim]:
        return {
            address: _Claim(
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
            (claim, address, number)
            for number, claims in enumerate(self.claims)
            for address, claim in claims.items()
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
            free = wanted not in self.marks or wanted in self.claims[number]
            if self.ids[number] and wanted not in self.taken and free:
                self.claims[number].setdefault(self.ids[number], _ONLY_CLAIM)
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
        target: dict[str, tuple[_Claim, str]] = {}
        for number, claims in enumerate(self.claims):
            for address, claim in claims.items():
                if address not in self.taken:
                    best = (claim, self.ids[number])
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


def turn_numbers(address: str, marks: Sequence[Mark], ledger: Ledger) -> tuple[int, ...]:
    """A number for each turn of a transcript: the one it had, or the next that was never given.

    A turn whose words changed keeps its number where the turns around it show which one it was.
    """
    prefix = f"{address}#turn-"
    before: dict[int, Mark] = {
        int(entry.address.removeprefix(prefix)): (entry.kind, entry.mark)
        for entry in ledger.entries
        if entry.address.startswith(prefix) and entry.kind == "turn"
    }
    numbers = _by_own_words(before, marks)
    old = sorted(set(before) - set(numbers))
    new = [turn for turn, number in enumerate(numbers) if not number]
    matcher = SequenceMatcher(
        None, [before[number] for number in old], [marks[turn] for turn in new], autojunk=False
    )
    for what, old_first, old_last, first, last in matcher.get_opcodes():
        if what == "equal" or old_last - old_first == last - first:
            for number, turn in zip(old[old_first:old_last], new[first:last], strict=True):
                numbers[turn] = number
        elif what == "replace":
            _by_likeness(old[old_first:old_last], new[first:last], before, marks, numbers)
    fresh = max(before, default=0)
    for turn, number in enumerate(numbers):
        if not number:
            fresh += 1
            numbers[turn] = fresh
    return tuple(numbers)


def _by_likeness(
    old: Sequence[int],
    new: Sequence[int],
    before: Mapping[int, Mark],
    marks: Sequence[Mark],
    numbers: list[int],
) -> None:
    """Give turns that changed the number of the turn whose beginning is most like theirs."""
    if len(old) * len(new) > MOST_COMPARED:
        return
    likeness = sorted(
        (-fuzz.ratio(before[number][1], marks[turn][1]), number, turn) for number in old for turn in new
    )
    for unlike, number, turn in likeness:
        if -unlike >= SAME_TURN and not numbers[turn] and number not in numbers:
            numbers[turn] = number


def _by_own_words(before: Mapping[int, Mark], marks: Sequence[Mark]) -> list[int]:
    """The numbers of turns whose words stood once then and stand once now; 0 for the others."""
    times_then, times_now = Counter(before.values()), Counter(marks)
    number_of = {mark: number for number, mark in before.items() if times_then[mark] == 1}
    return [number_of.get(mark, 0) if times_now[mark] == 1 else 0 for mark in marks]


def keep(library: Library, ledger: Ledger, mark: Callable[[str], str] = text_mark) -> Ledger:
    """The ledger after this build: what it held, what was published now, and what moved.

    A mark that an address took over, when two became one, is given back when they are two again.

    Args:
        library: Of this build.
        ledger: As the build found it.
        mark: Makes the marks of long texts.
    """
    live = dict(_live(library, mark))
    moved = {each.old: each.new for each in library.moved if not each.old.startswith("topics/")}
    known: dict[str, set[Mark]] = {}
    owned: set[Mark] = set()
    turns = tuple(_turns(library, mark))
    replaced = {entry.address for entry in turns}
    kept = set()
    for entry in ledger.entries:
        if entry.kind == "moved":
            keeps = entry.address not in live and entry.address not in moved
        elif entry.kind == "turn":
            keeps = entry.address not in replaced
        elif entry.address not in live or (entry.kind, entry.mark) in live[entry.address]:
            keeps = True
        else:
            if not known:  # most entries stand as they stood
                known = {address: set(map(known_by, marks)) for address, marks in live.items()}
                owned = set().union(*known.values())
            known_as = known_by((entry.kind, entry.mark))
            keeps = known_as in known[entry.address] or known_as not in owned
        if keeps:
            kept.add(entry)
    kept.update(LedgerEntry(old, "moved", new) for old, new in moved.items())
    kept.update(LedgerEntry(address, *each) for address, marks in live.items() for each in marks)
    return Ledger(tuple(sorted(kept.union(turns))))


def _live(library: Library, mark: Callable[[str], str]) -> Iterable[tuple[str, frozenset[Mark]]]:
    """Every address of the library, with the marks of what lives there."""
    for work in library.works:
        abstracts = work.abstract.claims if work.abstract else ()
        yield (
            f"papers/{work.id}",
            work_marks(
                (claim.value for claim in work.title.claims), (claim.value for claim in abstracts), mark
            ),
        )
    places = _appearances(library)
    shared = Counter(form.name for person in library.people for form in person.forms)
    for person in library.people:
        several = any(shared[form.name] > 1 for form in person.forms)
        found = places.get(person.id, ()) if several else ()
        yield f"people/{person.id}", person_marks((form.name for form in person.forms), found)
    for transcript in library.transcripts:
        opened = transcript.turns[:1]
        opening = " ".join(paragraph.value for turn in opened for paragraph in turn.paragraphs)
        titles = (claim.value for claim in transcript.title.claims)
        yield f"transcripts/{transcript.id}", opening_marks(titles, opening)
    for collection in library.collections:
        first = next((entry.work for section in collection.sections for entry in section.entries), "")
        yield f"collections/{collection.id}", opening_marks((collection.title.value,), first)


def _appearances(library: Library) -> Mapping[str, Sequence[str]]:
    """For each person, by id, the addresses of what they made or spoke in."""
    found: dict[str, set[str]] = {}
    for work in library.works:
        for credit in (*work.creators, *work.fellows):
            found.setdefault(credit.person, set()).add(f"papers/{work.id}")
    for transcript in library.transcripts:
        hosts = (transcript.host,) if transcript.host else ()
        for credit in (*transcript.speakers, *hosts):
            found.setdefault(credit.person, set()).add(f"transcripts/{transcript.id}")
    return {person: sorted(places) for person, places in found.items()}


def _turns(library: Library, mark: Callable[[str], str]) -> Iterable[LedgerEntry]:
    """An entry for each turn."""
    for transcript in library.transcripts:
        for turn in transcript.turns:
            said = (paragraph.value for paragraph in turn.paragraphs)
            known_as = turn_mark(turn.name_as_stated, said, mark)
            yield LedgerEntry(f"transcripts/{transcript.id}#turn-{turn.number}", *known_as)
