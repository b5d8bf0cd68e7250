"""The environment variables under which MkDocs gives the same bytes at any time."""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from seedbed.model.date import PartialDate

# The earliest date that a zip archive can state; for callers who know no better one.
EARLIEST = dt.date(1980, 1, 1)
_ONE_AT_A_TIME = threading.RLock()


def _begin_anew() -> None:
    """In a forked process, none of whose threads holds the lock: the one that did has stayed behind."""
    global _ONE_AT_A_TIME  # noqa: PLW0603
    _ONE_AT_A_TIME = threading.RLock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_anew)


@contextmanager
def environment(date: PartialDate | None) -> Iterator[None]:
    """Set these variables, and leave the environment as it was.

    MkDocs writes today's date into the sitemap unless SOURCE_DATE_EPOCH is set
    (https://reproducible-builds.org/specs/source-date-epoch/); the user's own value goes first. Material
    prints a notice on its end of life unless NO_MKDOCS_2_WARNING is set.

    The environment is the whole process': of several threads, each waits until the one before has left it.

    Args:
        date: The date to write where the user names none.
    """
    with _ONE_AT_A_TIME:
        yield from _set(date)


def _set(date: PartialDate | None) -> Iterator[None]:
    wanted = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": epoch(date)}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def epoch(date: PartialDate | None) -> str:
    """Seconds from 1970 to the moment that a build states: the user's own, else the beginning of `date`."""
    if stated := os.environ.get("SOURCE_DATE_EPOCH"):
        return stated
    if date is None or date.year is None or date.year < EARLIEST.year:
        day = EARLIEST
    else:
        day = dt.date(date.year, date.month or 1, date.day or 1)
    return str(int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp()))
