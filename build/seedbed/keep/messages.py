"""What forked processes send: what they tell meanwhile, what they worked out, and what went wrong there."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto
from multiprocessing.connection import Connection
from typing import Any

from seedbed.errors import SeedbedError
from seedbed.keep.processes import lost


class Kind(Enum):
    """What a message of a forked process is."""

    TOLD = auto()
    RESULT = auto()
    ERROR = auto()


def hear_nothing(_: object) -> None:
    """Hear nothing."""


@contextmanager
def sending_errors(messages: Connection) -> Iterator[None]:
    """Send what goes wrong, with where it did; and end where nobody wants what comes of it any more."""
    with suppress(BrokenPipeError, KeyboardInterrupt):
        try:
            yield
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 (whatever it is, it is raised where the results are wanted)
            if not isinstance(error, SeedbedError):
                error.add_note("".join(traceback.format_tb(error.__traceback__)))  # it is not sent along
            messages.send((Kind.ERROR, error))


def received(messages: Connection, hear: Callable[[Any], None] = hear_nothing) -> Any:
    """The next result; what is told before is heard."""
    while True:
        try:
            kind, value = messages.recv()
        except EOFError as error:
            raise lost() from error
        if kind is Kind.RESULT:
            return value
        if kind is Kind.ERROR:
            raise value
        hear(value)
