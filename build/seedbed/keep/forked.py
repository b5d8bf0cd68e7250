"""Work on values that are too large to be sent: forked processes find them in their own memory."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from multiprocessing.connection import Connection
from typing import TypeVar

from seedbed.errors import SeedbedError

Thing = TypeVar("Thing")
Result = TypeVar("Result")

_AT_ONCE = 8


def can_fork() -> bool:
    """Whether forked processes are safe here: where threads run, one may hold a lock for ever."""
    return sys.platform == "linux" and threading.active_count() == 1


def work_out(work: Callable[[Thing], Result], things: Sequence[Thing], jobs: int) -> Iterator[Result]:
    """The results for all things, in their order, worked out by this process and by forked ones.

    A forked process waits until what it has worked out is taken, so that few results are held at once.

    Args:
        work: What is done for each thing; whatever it refers to is not sent.
        things: For what.
        jobs: How many processes work, this one among them.

    Raises:
        SeedbedError: A process was stopped from outside.
    """
    context = multiprocessing.get_context("fork")
    stretches = [things[begin : begin + _AT_ONCE] for begin in range(0, len(things), _AT_ONCE)]
    with ExitStack() as cleanup:
        ends: list[Connection] = []
        for number in range(1, jobs):
            here, there = context.Pipe(duplex=False)
            arguments = (work, stretches[number::jobs], there, [*ends, here])
            process = context.Process(target=_work, args=arguments, daemon=True)
            process.start()
            there.close()
            cleanup.callback(process.join)
            cleanup.callback(process.terminate)
            cleanup.callback(here.close)
            ends.append(here)
        for number, stretch in enumerate(stretches):
            end = number % jobs
            yield from _received(ends[end - 1]) if end else map(work, stretch)


def _work(
    work: Callable[[Thing], Result],
    stretches: Sequence[Sequence[Thing]],
    results: Connection,
    not_ours: Sequence[Connection],
) -> None:
    for end in not_ours:  # else this process would hold its own results open, and wait for ever
        end.close()
    try:
        for stretch in stretches:
            results.send([work(thing) for thing in stretch])
    except BrokenPipeError:
        return  # nobody wants the results any more
    except Exception as error:  # noqa: BLE001 (whatever it is, it is raised where the results are wanted)
        results.send(error)


def _received(results: Connection) -> list[Result]:
    try:
        received: list[Result] | Exception = results.recv()
    except EOFError as error:
        raise SeedbedError(
            "a process that did part of the work was stopped; is there memory enough? Try --jobs 1"
        ) from error
    if isinstance(received, Exception):
        raise received
    return received
