"""Readers of installed packages, kept at arm's length: each in a process of its own, under a time limit.

A process can be ended whatever it does, also inside a regular expression that never returns, which neither a
thread nor a signal can promise on every system. Seeds and readings travel between the two as they are.
"""

from __future__ import annotations

import weakref
from dataclasses import replace
from importlib.metadata import EntryPoint
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Literal, cast

from seedbed.model.record import Reading
from seedbed.model.source import Seed
from seedbed.read.reader import Reader, Recognition

_Task = Literal["recognise", "read"]
_SECONDS_TO_START = 60
"""For the process to start and import the reader; not counted against the limit."""


class ReaderError(Exception):
    """What a reader raised in its process, how that ended, or that it took too long."""


def guard(reader: Reader, point: EntryPoint, seconds: float) -> Reader:
    """The same reader, working in a process of its own that may take `seconds` for each answer.

    The process starts with the first seed, ends when the reader is no longer used, and is replaced by a new
    one when it had to be ended.

    Args:
        reader: What `point` loads.
        point: Where the process finds the reader; functions do not travel.
        seconds: The limit.
    """
    worker = _Worker(point, seconds)

    def recognise(seed: Seed) -> Recognition | None:
        answer: Recognition | None = worker.ask("recognise", seed)
        return answer

    def read(seed: Seed) -> Reading:
        reading = worker.ask("read", seed)
        if isinstance(reading, Reading) and reading.seed == seed:
            return replace(reading, seed=seed)
        # Whatever else it is, the registry judges it.
        return cast(Reading, reading)

    return replace(reader, recognise=recognise, read=read)


class _Worker:
    """Asks the process, and starts and ends it."""

    def __init__(self, point: EntryPoint, seconds: float) -> None:
        self._point = point
        self._seconds = seconds
        self._connection: Connection | None = None
        self._end: weakref.finalize[..., _Worker] | None = None

    def ask(self, task: _Task, seed: Seed) -> Any:
        connection = self._connection or self._start()
        connection.send((task, seed))
        outcome, answer = self._answer(connection, self._seconds)
        if outcome == "raised":
            raise ReaderError(answer)
        return answer

    def _start(self) -> Connection:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        place = (self._point.name, self._point.value, self._point.group)
        process = context.Process(target=_serve, args=(theirs, place), daemon=True)
        process.start()
        theirs.close()
        self._connection = ours
        self._end = weakref.finalize(self, _finish, process, ours)
        self._answer(ours, _SECONDS_TO_START)
        return ours

    def _answer(self, connection: Connection, seconds: float) -> tuple[str, Any]:
        """What the process sends next.

        Raises:
            ReaderError: It sends nothing in time, or has ended.
        """
        if not connection.poll(seconds):
            self._stop()
            raise ReaderError(f"it gave no answer within {seconds:g} s, and was ended")
        try:
            outcome, answer = connection.recv()
        except (EOFError, ConnectionError):
            self._stop()
            raise ReaderError("its process ended without an answer") from None
        return outcome, answer

    def _stop(self) -> None:
        if self._end is not None:
            self._end()
        self._connection = None


def _finish(process: BaseProcess, connection: Connection) -> None:
    connection.close()
    process.kill()
    process.join()


def _serve(connection: Connection, place: tuple[str, str, str]) -> None:
    """The process: loads the reader and answers until nobody asks any more."""
    reader: Reader = EntryPoint(*place).load()
    connection.send(("ready", None))
    while True:
        try:
            task, seed = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            connection.send(("answered", getattr(reader, task)(seed)))
        except KeyboardInterrupt:
            return
        except BaseException as error:  # noqa: BLE001 (whatever it raises, the build goes on)
            connection.send(("raised", " ".join(f"{type(error).__name__}: {error}".split())))
