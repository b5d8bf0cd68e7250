"""Work on values that are too large to be sent: forked processes find them in their own memory."""

from __future__ import annotations

import multiprocessing
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from enum import Enum, auto
from multiprocessing.connection import Connection
from typing import TypeVar

from seedbed.errors import SeedbedError
from seedbed.keep.memory import give_back

Thing = TypeVar("Thing")
Result = TypeVar("Result")
Told = TypeVar("Told")

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
    give_back()  # else each process would take what is free here, and with that a copy of its own
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


def work_apart(
    work: Callable[[Callable[[Told], None]], Result],
    hear: Callable[[Told], None],
    meanwhile: Callable[[], None],
) -> Result:
    """What `work` gives, worked out by a forked process, with which all the memory goes that it needed.

    Args:
        work: Called there with a function that tells this process something.
        hear: Called here with what is told.
        meanwhile: What this process does first, while the other one works.

    Raises:
        SeedbedError: The process was stopped from outside.
    """
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work_apart, args=(work, there, here))
    process.start()
    there.close()
    with ExitStack() as cleanup:
        cleanup.callback(process.join)
        cleanup.callback(process.terminate)
        cleanup.callback(here.close)
        meanwhile()
        while True:
            try:
                kind, value = here.recv()
            except EOFError as error:
                raise SeedbedError(
                    "the process that made the pages was stopped; is there memory enough?"
                ) from error
            if kind is _Kind.RESULT:
                return value  # type: ignore[no-any-return]
            if kind is _Kind.ERROR:
                raise value
            hear(value)


class _Kind(Enum):
    """What a message of a process apart is."""

    TOLD = auto()
    RESULT = auto()
    ERROR = auto()


def _work_apart(
    work: Callable[[Callable[[Told], None]], Result], messages: Connection, not_ours: Connection
) -> None:
    not_ours.close()  # as in _work
    try:
        messages.send((_Kind.RESULT, work(lambda told: messages.send((_Kind.TOLD, told)))))
    except (BrokenPipeError, KeyboardInterrupt):
        return  # nobody wants the result any more
    except Exception as error:  # noqa: BLE001 (as in _work)
        if not isinstance(error, SeedbedError):
            error.add_note("".join(traceback.format_tb(error.__traceback__)))  # it is not sent along
        messages.send((_Kind.ERROR, error))


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
