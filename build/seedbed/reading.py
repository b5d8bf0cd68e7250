"""Captures that no earlier build has read, read by as many processes as that is worth.

Who takes in what was kept imports this only where something is left to read: it imports every reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from seedbed.config import Limits
from seedbed.errors import SeedbedError
from seedbed.gather import Capture
from seedbed.keep.processes import split, spread
from seedbed.keep.readings import pack
from seedbed.keep.workers import Workers
from seedbed.read.reader import Reader
from seedbed.read.registry import BUILT_IN, load_readers, read

# Below so many bytes to read, a process takes longer to start than to help.
_WORTH_SPREADING = 1_000_000
_BATCHES_A_JOB = 4


def read_all(
    waiting: Mapping[str, Capture], limits: Limits, workers: Workers
) -> Iterator[tuple[str, bytes | SeedbedError]]:
    """Each seed's name and its packed reading, or what keeps it from being read, as they are done.

    Readers of installed packages have a process of their own, and stay where that is.
    """
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
