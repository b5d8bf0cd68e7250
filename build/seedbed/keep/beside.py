"""One piece of work that a forked process does while this one goes on."""

from __future__ import annotations

import mmap
import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
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
    """Waits for what a process gives, and raises what it raises."""

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
    if not can_fork():
        yield lambda hear=hear_nothing: work(hear)
        return
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    with open(os.memfd_create("result"), "w+b") as result, ExitStack() as cleanup:  # noqa: PTH123 (it has no path)
        process = context.Process(target=_work, args=(work, there, here, result))
        process.start()
        there.close()
        cleanup.callback(process.join)
        cleanup.callback(process.terminate)
        cleanup.callback(here.close)
        yield lambda hear=hear_nothing: _result(here, hear, result)


@contextmanager
def aside(work: Callable[[], Result], *, apart: bool) -> Iterator[Callable[[], Result]]:
    """The same for work that tells nothing meanwhile, where it may be apart; elsewhere, this process does it.

    What this gives waits for what comes of it, and is called at most once.
    """
    if apart:
        give_back()  # else both processes would take what is free here, and each have a copy of its own
        with beside(lambda _: work()) as worked:
            yield worked
    else:
        yield work


def _result(messages: Connection, hear: Callable[[Any], None], result: BinaryIO) -> Any:
    """What came of it; large arrays stay where that process left them, and are this one's to change."""
    sizes: list[int] = received(messages, hear)
    memory = memoryview(mmap.mmap(result.fileno(), 0, access=mmap.ACCESS_COPY))
    starts = accumulate(map(_padded, sizes), initial=0)
    value, *arrays = [memory[start : start + size] for start, size in zip(starts, sizes, strict=False)]
    return pickle.loads(value, buffers=arrays)  # noqa: S301 (a process of ours wrote it)


def _work(
    work: Callable[[Callable[[Told], None]], Result],
    messages: Connection,
    not_ours: Connection,
    result: BinaryIO,
) -> None:
    """Work, and leave what comes of it in a file of memory: a pipe takes little before somebody reads it."""
    not_ours.close()  # else it would never learn that nobody listens any more
    ends_soon()
    with sending_errors(messages):
        arrays: list[pickle.PickleBuffer] = []
        made = work(lambda told: messages.send((Kind.TOLD, told)))
        pickle.Pickler(result, protocol=5, buffer_callback=arrays.append).dump(made)
        sizes = [result.tell()]
        for array in arrays:
            result.write(bytes(_padded(sizes[-1]) - sizes[-1]))
            sizes.append(result.write(array.raw()))
        result.flush()
        messages.send((Kind.RESULT, sizes))


def _padded(size: int) -> int:
    """The bytes that some bytes take where the next ones are to begin as memory is best read."""
    return -(-size // _ALIGNED) * _ALIGNED
