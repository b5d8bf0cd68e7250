"""From the folder of seeds to readings: the one place that reads seeds, and what was kept of them.

A reading follows from the seed's bytes, its name, what the maintainer notes of it, the limits, and the code
that reads. As long as all of these are as they were, the kept one is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from seedbed.config import Limits, Settings
from seedbed.errors import SeedbedError
from seedbed.gather import Capture, gather
from seedbed.keep.processes import split, spread
from seedbed.keep.readings import pack, unpack
from seedbed.keep.stamps import digest
from seedbed.keep.store import Store
from seedbed.keep.workers import ALL, Workers
from seedbed.model.curation import Curation
from seedbed.model.record import Reading
from seedbed.read.reader import Reader
from seedbed.read.registry import BUILT_IN, load_readers, read

_FOLDER = "readings"
# Below so many bytes to read, a process takes longer to start than to help.
_WORTH_SPREADING = 1_000_000
_BATCHES_A_JOB = 4


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


def take_in(
    settings: Settings,
    curation: Curation,
    store: Store,
    workers: Workers = ALL,
) -> Intake:
    """Read every seed, or take what was kept of it.

    Args:
        settings: Where the seeds are, and how large they may be.
        curation: What the maintainer notes of them.
        store: Where readings are kept.
        workers: Who reads.

    Raises:
        SeedbedError: There is no folder of seeds, or an installed reader cannot be loaded.
    """
    limits = settings.limits
    faults: list[SeedbedError] = []
    readings: dict[str, Reading] = {}
    waiting: dict[str, Capture] = {}
    places: dict[str, Store] = {}
    for capture in gather(settings.seeds, settings.shown(settings.seeds), curation, faults, limits):
        place = store.under(*_what_counts(capture, limits))
        kept = place.take(_kept_as(capture.name), bytes)
        if kept is None:
            waiting[capture.name] = capture
            places[capture.name] = place
        else:
            readings[capture.name] = unpack(kept)
    names = {_file_of(name) for name in (*readings, *waiting)}
    for name, packed in _read_all(waiting, limits, workers):
        if isinstance(packed, SeedbedError):
            faults.append(packed)
        else:
            places[name].put(_kept_as(name), packed)
            readings[name] = unpack(packed)
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


def _read_all(
    waiting: Mapping[str, Capture], limits: Limits, workers: Workers
) -> Iterator[tuple[str, bytes | SeedbedError]]:
    """Each seed's name and its packed reading, or what keeps it from being read, as they are done.

    Readers of installed packages have a process of their own, and stay where that is.
    """
    if not waiting:
        return
    readers = load_readers(limits.reader_seconds)
    sizes = {name: len(capture.content) for name, capture in waiting.items()}
    total = sum(sizes.values())
    if workers.are_none or total < _WORTH_SPREADING or len(readers) > len(BUILT_IN):
        yield from _read_batch(waiting.values(), limits, readers)
        return
    batches = split(sizes, most=len(sizes), size=total // (workers.count * _BATCHES_A_JOB))
    captures = [tuple(waiting[name] for name in batch) for batch in batches]
    for done in spread(partial(_read_apart, limits=limits), captures, workers):
        yield from done


def _read_apart(captures: tuple[Capture, ...], limits: Limits) -> list[tuple[str, bytes | SeedbedError]]:
    return list(_read_batch(captures, limits, BUILT_IN))


def _read_batch(
    captures: Iterable[Capture], limits: Limits, readers: tuple[Reader, ...]
) -> Iterator[tuple[str, bytes | SeedbedError]]:
    for capture in captures:
        try:
            yield capture.name, _packed(capture, limits, readers)
        except SeedbedError as fault:
            yield capture.name, fault


def _packed(capture: Capture, limits: Limits, readers: tuple[Reader, ...]) -> bytes:
    """The reading of one seed, packed.

    Raises:
        SeedbedError: The seed cannot be read, or a reader by others put into a record what none may hold.
    """
    reading = read(capture.seed(limits), readers, limits.records)
    try:
        return pack(reading)
    except (TypeError, ValueError, AttributeError, OverflowError) as error:
        told = " ".join(f"{type(error).__name__}: {error}".split())
        raise SeedbedError(
            f'the reader "{reading.kind}" returned a record that holds something else than it may ({told}). '
            "Mend or uninstall the package that offers that reader.",
            path=capture.shown,
        ) from error
