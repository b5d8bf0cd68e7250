"""From the folder of seeds to readings: the one place that reads seeds, and what was kept of them.

A reading follows from the seed's bytes, its name, what the maintainer notes of it, the limits, and the code
that reads. As long as all of these are as they were, the kept one is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from seedbed.config import Limits, Settings
from seedbed.errors import SeedbedError
from seedbed.gather import Capture, gather
from seedbed.keep.beside import aside
from seedbed.keep.readings import unpack
from seedbed.keep.stamps import digest
from seedbed.keep.store import Store
from seedbed.keep.workers import ALL, Workers
from seedbed.model.curation import Curation
from seedbed.model.record import Reading

_FOLDER = "readings"


@dataclass(frozen=True, slots=True)
class Intake:
    """All seeds as they were read.

    Attributes:
        readings: Sorted by the seeds' paths.
        faults: What could not be read.
        read: How many of the readings were not kept from an earlier build.
    """

    readings: tuple[Reading, ...]
    faults: tuple[SeedbedError, ...]
    read: int


def take_in(  # noqa: PLR0913 (the last four have a default)
    settings: Settings,
    curation: Curation,
    store: Store,
    workers: Workers = ALL,
    *,
    only: Container[str] | None = None,
    apart: bool = False,
    meanwhile: Callable[[], None] = lambda: None,
) -> Intake:
    """Read every seed, or take what was kept of it.

    Args:
        settings: Where the seeds are, and how large they may be.
        curation: What the maintainer notes of them.
        store: Where readings are kept.
        workers: Who reads.
        only: The names of the seeds that are wanted; None where all are.
        apart: Whether another process may read what was not kept, while this one takes in what was.
        meanwhile: Called in any case; where another process reads, while it does.

    Raises:
        SeedbedError: There is no folder of seeds, or an installed reader cannot be loaded.
    """
    limits = settings.limits
    faults: list[SeedbedError] = []
    kept: dict[str, bytes] = {}
    waiting: dict[str, Capture] = {}
    places: dict[str, Store] = {}
    for capture in gather(settings.seeds, settings.shown(settings.seeds), curation, faults, limits, only):
        place = store.under(*_what_counts(capture, limits))
        known = place.take(_kept_as(capture.name), bytes)
        if known is None:
            waiting[capture.name] = capture
            places[capture.name] = place
        else:
            kept[capture.name] = known

    parted = apart and bool(kept) and bool(waiting)

    def read_rest() -> Iterable[tuple[str, bytes | SeedbedError]]:
        if not waiting:
            return ()
        from seedbed.reading import read_all  # noqa: PLC0415 (it imports every reader)

        found = read_all(waiting, limits, workers)
        return list(found) if parted else found

    names = {_file_of(name) for name in (*kept, *waiting)}
    readings: dict[str, Reading] = {}
    with aside(read_rest, apart=parted) as rest:
        meanwhile()
        for name in list(kept):
            readings[name] = unpack(kept.pop(name))
        for name, packed in rest():
            if isinstance(packed, SeedbedError):
                faults.append(packed)
            else:
                places[name].put(_kept_as(name), packed)
                readings[name] = unpack(packed)
    if only is None:
        store.sweep(_FOLDER, names)
    return Intake(
        tuple(readings[name] for name in sorted(readings)),
        tuple(sorted(faults, key=lambda fault: (fault.path, fault.line))),
        len(readings.keys() & waiting.keys()),
    )


def _what_counts(capture: Capture, limits: Limits) -> tuple[bytes, ...]:
    note = capture.note
    noted = (note.kind, note.source, note.captured) if note else ()
    return capture.name.encode(), repr(noted).encode(), repr(limits).encode(), capture.content


def _kept_as(name: str) -> str:
    return f"{_FOLDER}/{_file_of(name)}"


def _file_of(name: str) -> str:
    """A name for any seed's path that every file system takes."""
    return digest(name.encode()).hex()
