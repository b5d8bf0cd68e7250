"""One piece of work, or several in a row, that a forked process does while this one goes on."""

from __future__ import annotations

import mmap
import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import accumulate
from multiprocessing.connection import Connection
from typing import Any, BinaryIO, Protocol, TypeVar

from seedbed.keep.memory import ends_soon, give_back
from seedbed.keep.messages import Kind, hear_nothing, received, sending_errors
from seedbed.keep.processes import can_fork

# Bytes: large arrays begin at a multiple of this, as NumPy's own do.
_ALIGNED = 64

Result = TypeVar("Result")
Told = TypeVar("Told")
Waited_co = TypeVar("Waited_co", covariant=True)


class Wait(Protocol[Waited_co]):
    """Waits for what a process gives next, and raises what it raises."""

    def __call__(self, hear: Callable[[Any], None] = ...) -> Waited_co:
        """Wait; `hear` is called with what is told meanwhile."""


@contextmanager
def beside(work: Callable[[Callable[[Told], None]], Result]) -> Iterator[Wait[Result]]:
    """Have a forked process work while the block goes on; all the memory that it needed goes with it.

    It ends when it is done, whether or not what it gives is asked for yet, and is stopped where the block
    ends before. Where no process can be forked, this one works, when what the work gives is asked for.

    Args:
        work: Called there with a function that tells this process something; whatever it refers to is not
            sent.

    Raises:
        SeedbedError: The process was stopped from outside.
    """

    def once(tell: Callable[[Told], None]) -> Iterator[Result]:
        yield work(tell)

    with beside_in_steps(once) as given:
        yield given


@contextmanager
def beside_in_steps(work: Callable[[Callable[[Told], None]], Iterator[Result]]) -> Iterator[Wait[Result]]:
    """The same for work that gives several things, one after the other, each to be waited for."""
    if not can_fork():
        yield _in_turn(work)
        return
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    with open(os.memfd_create("results"), "w+b") as results, ExitStack() as cleanup:  # noqa: PTH123 (it has no path)
        process = context.Process(target=_work, args=(work, there, here, results))
        process.start()
        there.close()
        cleanup.callback(process.join)
        cleanup.callback(process.terminate)
        cleanup.callback(here.close)
        yield lambda hear=hear_nothing: _result(here, hear, results)


@contextmanager
def aside(work: Callable[[], Result], *, apart: bool) -> Iterator[Callable[[], Result]]:
    """The same for work that tells nothing meanwhile, where it may be apart; elsewhere, this process does it.

    What this gives waits for what comes of it, and is called at most once.
    """
    if apart:
        with aside_in_steps(lambda: iter((work(),)), apart=True) as worked:
            yield worked
    else:
        yield work


@contextmanager
def aside_in_steps(work: Callable[[], Iterator[Result]], *, apart: bool) -> Iterator[Callable[[], Result]]:
    """The same for work that gives several things, one after the other; called at most once for each."""
    if apart:
        give_back()  # else both processes would take what is free here, and each have a copy of its own
        with beside_in_steps(lambda _: work()) as worked:
            yield worked
    else:
        yield partial(next, work())


def _in_turn(work: Callable[[Callable[[Told], None]], Iterator[Result]]) -> Wait[Result]:
    """Do each step when what comes of it is asked for."""
    listener: Callable[[Told], None] = hear_nothing

    def tell(told: Told) -> None:
        listener(told)

    steps = work(tell)

    def step(hear: Callable[[Any], None] = hear_nothing) -> Result:
        nonlocal listener
        listener = hear
        return next(steps)

    return step


def _result(messages: Connection, hear: Callable[[Any], None], results: BinaryIO) -> Any:
    """What came of a step; large arrays stay where that process left them, and are this one's to change."""
    begin, sizes = received(messages, hear)
    memory = memoryview(mmap.mmap(results.fileno(), 0, access=mmap.ACCESS_COPY, offset=begin))
    starts = accumulate(map(_padded, sizes), initial=0)
    value, *arrays = [memory[start : start + size] for start, size in zip(starts, sizes, strict=False)]
    return pickle.loads(value, buffers=arrays)  # noqa: S301 (a process of ours wrote it)


def _work(
    work: Callable[[Callable[[Told], None]], Iterator[Result]],
    messages: Connection,
    not_ours: Connection,
    results: BinaryIO,
) -> None:
    """Work, and leave what comes of it in a file of memory: a pipe takes little before somebody reads it."""
    not_ours.close()  # else it would never learn that nobody listens any more
    ends_soon()
    with sending_errors(messages):
        for made in work(lambda told: messages.send((Kind.TOLD, told))):
            messages.send((Kind.RESULT, _left_in(results, made)))


def _left_in(results: BinaryIO, made: object) -> tuple[int, list[int]]:
    """Where a value begins now in a file of memory, and the bytes of each piece: it, and its arrays."""
    arrays: list[pickle.PickleBuffer] = []
    begin = results.tell()
    pickle.Pickler(results, protocol=5, buffer_callback=arrays.append).dump(made)
    sizes = [results.tell() - begin]
    for array in arrays:
        results.write(bytes(_padded(sizes[-1]) - sizes[-1]))
        sizes.append(results.write(array.raw()))
    results.write(bytes(-results.tell() % mmap.ALLOCATIONGRANULARITY))  # where the next can begin
    results.flush()
    return begin, sizes


def _padded(size: int) -> int:
    """The bytes that some bytes take where the next ones are to begin as memory is best read."""
    return -(-size // _ALIGNED) * _ALIGNED
