"""Headings that date what stands below them: a year, a month, or a month of a year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedbed.model.date import PartialDate
from seedbed.model.source import Claim, Seed
from seedbed.text.dates import find_date
from seedbed.text.lines import Line
from seedbed.text.months import ANY_MONTH

_MONTH = re.compile(ANY_MONTH, re.IGNORECASE)
_SOME_YEAR = 2000


def heading_date(text: str) -> PartialDate | None:
    """The year, the month, or the month of a year that a heading is; None where it is anything else."""
    stated = text.strip("#*[]() :-–—").removeprefix("Year ")
    if _MONTH.fullmatch(stated):
        month = find_date(f"{stated} {_SOME_YEAR}")
        return None if month is None else PartialDate(None, month.month)
    date = find_date(stated)
    return date if date is not None and date.year is not None and date.day is None else None


def without_dates_of_works(headings: Sequence[Line | None]) -> Sequence[Line | None]:
    """The headings over works without dates, if a day is among them: then each dates the one work below."""
    dates = [heading and find_date(heading.text) for heading in headings]
    if not any(date is not None and date.day is not None for date in dates):
        return headings
    return [heading if date is None else None for heading, date in zip(headings, dates, strict=True)]


class Headings:
    """The date that the headings passed so far give to what follows."""

    def __init__(self, seed: Seed) -> None:
        self._seed = seed
        self._date: Claim[PartialDate] | None = None

    def passed(self, line: Line) -> Claim[PartialDate] | None:
        """The date that holds from `line` on, if it is such a heading; a month is one of the year above."""
        date = heading_date(line.text)
        if date is None:
            return None
        if date.year is None and self._date is not None and self._date.value.year is not None:
            date = date.in_year(self._date.value.year)
        self._date = Claim(date, self._seed.span(line.number))
        return self._date

    def over(self) -> Claim[PartialDate] | None:
        """The date that holds here; None where no heading states a year."""
        return self._date if self._date is not None and self._date.value.year is not None else None
