"""The ledger after a build: every address that the library has now, and by what each thing is known again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from seedbed.model.library import Library
from seedbed.resolve.ledger import Ledger, LedgerEntry
from seedbed.resolve.marks import (
    Mark,
    known_by,
    opening_marks,
    person_marks,
    text_mark,
    turn_mark,
    work_marks,
)


def ledger_after(library: Library, ledger: Ledger, mark: Callable[[str], str] = text_mark) -> Ledger:
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
        for credit in (*work.creators, *work.fellows, *work.mentors):
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
