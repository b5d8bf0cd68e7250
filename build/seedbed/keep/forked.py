"""Work on values that are too large to be sent: forked processes find them in their own memory."""

from __future__ import annotations

import multiprocessing
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from enum import Enum, auto
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from seedbed.errors import SeedbedError
from seedbed.keep.memory import give_back
from seedbed.keep.processes import lost

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
            yield from _received(ends[end - 1], _no_word) if end else map(work, stretch)


@contextmanager
def beside(
    work: Callable[[Callable[[Told], None]], Result],
) -> Iterator[Callable[[Callable[[Told], None]], Result]]:
    """Have a forked process work while the block goes on; all the memory that it needed goes with it.

    It is stopped where the block ends before it has. Where no process can be forked, this one works, when
    what the work gives is asked for.

    Args:
        work: Called there with a function that tells this process something; whatever it refers to is not
            sent.

    Returns:
        What waits for what `work` gives, and raises what it raises; called with what hears what is told.

    Raises:
        SeedbedError: The process was stopped from outside.
    """
    if not can_fork():
        yield work
        return
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work_beside, args=(work, there, here))
    process.start()
    there.close()
    with ExitStack() as cleanup:
        cleanup.callback(process.join)
        cleanup.callback(process.terminate)
        cleanup.callback(here.close)
        yield lambda hear: _received(here, hear)


class _Kind(Enum):
    """What a message of a forked process is."""

    TOLD = auto()
    RESULT = auto()
    ERROR = auto()


def _work(
    work: Callable[[Thing], Result],
    stretches: Sequence[Sequence[Thing]],
    messages: Connection,
    not_ours: Sequence[Connection],
) -> None:
    for end in not_ours:  # else this process would hold its own results open, and wait for ever
        end.close()
    with _sending_errors(messages):
        for stretch in stretches:
            messages.send((_Kind.RESULT, [work(thing) for thing in stretch]))


def _work_beside(
    work: Callable[[Callable[[Told], None]], Result], messages: Connection, not_ours: Connection
) -> None:
    not_ours.close()  # as in _work
    with _sending_errors(messages):
        messages.send((_Kind.RESULT, work(lambda told: messages.send((_Kind.TOLD, told)))))


@contextmanager
def _sending_errors(messages: Connection) -> Iterator[None]:
    """Send what goes wrong, with where it did; and end where nobody wants what comes of it any more."""
    with suppress(BrokenPipeError, KeyboardInterrupt):
        try:
            yield
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 (whatever it is, it is raised where the results are wanted)
            if not isinstance(error, SeedbedError):
                error.add_note("".join(traceback.format_tb(error.__traceback__)))  # it is not sent along
            messages.send((_Kind.ERROR, error))


def _received(messages: Connection, hear: Callable[[Any], None]) -> Any:
    """The next result; what is told before is heard."""
    while True:
        try:
            kind, value = messages.recv()
        except EOFError as error:
            raise lost() from error
        if kind is _Kind.RESULT:
            return value
        if kind is _Kind.ERROR:
            raise value
        hear(value)


def _no_word(_: object) -> None:
    """Hear nothing."""
