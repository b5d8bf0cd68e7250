"""The environment variables under which MkDocs gives the same bytes at any time."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager

from seedbed.model.date import PartialDate

# The earliest date that a zip archive can state; for callers who know no better one.
EARLIEST = dt.date(1980, 1, 1)


@contextmanager
def environment(date: PartialDate | None) -> Iterator[None]:
    """Set these variables, and leave the environment as it was.

    MkDocs writes today's date into the sitemap unless SOURCE_DATE_EPOCH is set
    (https://reproducible-builds.org/specs/source-date-epoch/); the user's own value goes first. Material
    prints a notice on its end of life unless NO_MKDOCS_2_WARNING is set.

    Args:
        date: The date to write where the user names none.
    """
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
