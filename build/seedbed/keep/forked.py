"""Work on values that are too large to be sent: forked processes find them in their own memory."""

from __future__ import annotations

import multiprocessing
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Protocol, TypeVar, cast

from seedbed.errors import SeedbedError
from seedbed.keep.memory import give_back
from seedbed.keep.processes import can_fork, lost

Thing = TypeVar("Thing")
Result = TypeVar("Result")
Told = TypeVar("Told")
Waited_co = TypeVar("Waited_co", covariant=True)

# At most so many things are asked for at once, and so often ahead; a pipe of so many bytes holds results.
_AT_ONCE = 8
_AHEAD = 12
_PIPE = 1 << 20


def work_out(
    work: Callable[[Thing], Result], things: Sequence[Thing], jobs: int
) -> Iterator[tuple[Thing, Result]]:
    """Each thing and its result, as they are done, worked out by this process and by forked ones.

    The forked ones begin with the last things and this one with the first, until they meet. A forked process
    works ahead of what is taken, but not far, so that few results are held at once.

    Args:
        work: What is done for each thing; whatever it refers to is not sent.
        things: For what.
        jobs: How many processes work, this one among them.

    Raises:
        SeedbedError: A process was stopped from outside.
    """
    give_back()  # else each process would take what is free here, and with that a copy of its own
    left = _Left(0, len(things), max(1, min(_AT_ONCE, len(things) // (jobs * _AHEAD))))
    with ExitStack() as cleanup:
        workers: dict[Connection, _Worker] = {}
        for _ in range(1, jobs):
            worker = _Worker.start(work, things, [*workers.values()])
            cleanup.callback(worker.stop)
            workers[worker.results] = worker
            for _ in range(_AHEAD):
                worker.give(left)
        while left or any(worker.given for worker in workers.values()):
            busy = [results for results, worker in workers.items() if worker.given]
            for ready in wait(busy, 0 if left else None) if busy else ():
                worker = workers[cast("Connection", ready)]
                done = worker.receive(things)
                worker.give(left)
                yield from zip(*done, strict=True)
            if left:
                thing = things[left.take_first()]
                yield thing, work(thing)


@dataclass(slots=True)
class _Left:
    """The numbers of the things that nobody has taken yet."""

    first: int
    end: int
    at_once: int

    def __bool__(self) -> bool:
        return self.first < self.end

    def take_first(self) -> int:
        self.first += 1
        return self.first - 1

    def take_last(self) -> range:
        taken = range(max(self.first, self.end - self.at_once), self.end)
        self.end = taken.start
        return taken


@dataclass(slots=True)
class _Worker:
    """A forked process that works out results.

    Attributes:
        wanted: Takes the numbers of things.
        results: Gives their results, in the order in which they were asked for.
        given: What it has not given the results of yet.
    """

    process: BaseProcess
    wanted: Connection
    results: Connection
    given: deque[range] = field(default_factory=deque)

    @classmethod
    def start(
        cls, work: Callable[[Any], object], things: Sequence[object], others: Iterable[_Worker]
    ) -> _Worker:
        from fcntl import F_SETPIPE_SZ, fcntl  # noqa: PLC0415 (there is none on Windows)

        context = multiprocessing.get_context("fork")
        theirs, wanted = context.Pipe(duplex=False)
        results, given = context.Pipe(duplex=False)
        with suppress(OSError):  # it does with less, but waits more often
            fcntl(given.fileno(), F_SETPIPE_SZ, _PIPE)
        not_ours = [end for each in others for end in (each.wanted, each.results)]
        arguments = (work, things, theirs, given, [*not_ours, wanted, results])
        process = context.Process(target=_work, args=arguments, daemon=True)
        process.start()
        theirs.close()
        given.close()
        return cls(process, wanted, results)

    def give(self, left: _Left) -> None:
        """Ask for the next results, where there is anything left."""
        if left:
            self.given.append(left.take_last())
            with suppress(BrokenPipeError):  # that it was stopped is seen when its results are missing
                self.wanted.send(self.given[-1])

    def receive(self, things: Sequence[Thing]) -> tuple[Sequence[Thing], list[Any]]:
        """The things that were asked for first, and their results."""
        asked = self.given.popleft()
        return things[asked.start : asked.stop], _received(self.results)

    def stop(self) -> None:
        self.results.close()
        self.wanted.close()
        self.process.terminate()
        self.process.join()


def _no_word(_: object) -> None:
    """Hear nothing."""


class Wait(Protocol[Waited_co]):
    """Waits for what a process gives, and raises what it raises."""

    def __call__(self, hear: Callable[[Any], None] = ...) -> Waited_co:
        """Wait; `hear` is called with what is told meanwhile."""


@contextmanager
def beside(work: Callable[[Callable[[Told], None]], Result]) -> Iterator[Wait[Result]]:
    """Have a forked process work while the block goes on; all the memory that it needed goes with it.

    It is stopped where the block ends before it has. Where no process can be forked, this one works, when
    what the work gives is asked for.

    Args:
        work: Called there with a function that tells this process something; whatever it refers to is not
            sent.

    Raises:
        SeedbedError: The process was stopped from outside.
    """
    if not can_fork():
        yield lambda hear=_no_word: work(hear)
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
        yield lambda hear=_no_word: _received(here, hear)


class _Kind(Enum):
    """What a message of a forked process is."""

    TOLD = auto()
    RESULT = auto()
    ERROR = auto()


def _work(
    work: Callable[[Any], object],
    things: Sequence[object],
    wanted: Connection,
    messages: Connection,
    not_ours: Iterable[Connection],
) -> None:
    for end in not_ours:  # else this process would hold its own results open, and wait for ever
        end.close()
    with _sending_errors(messages), suppress(EOFError):  # nothing more is wanted
        while True:
            messages.send((_Kind.RESULT, [work(things[number]) for number in wanted.recv()]))


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


def _received(messages: Connection, hear: Callable[[Any], None] = _no_word) -> Any:
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
