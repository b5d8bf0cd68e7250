"""Work on values that are too large to be sent: forked processes find them in their own memory."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar, cast

from seedbed.keep.memory import give_back
from seedbed.keep.messages import Kind, received, sending_errors

Thing = TypeVar("Thing")
Result = TypeVar("Result")

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
        return things[asked.start : asked.stop], received(self.results)

    def stop(self) -> None:
        self.results.close()
        self.wanted.close()
        self.process.terminate()
        self.process.join()


def _work(
    work: Callable[[Any], object],
    things: Sequence[object],
    wanted: Connection,
    messages: Connection,
    not_ours: Iterable[Connection],
) -> None:
    for end in not_ours:  # else this process would hold its own results open, and wait for ever
        end.close()
    with sending_errors(messages), suppress(EOFError):  # nothing more is wanted
        while True:
            messages.send((Kind.RESULT, [work(things[number]) for number in wanted.recv()]))
