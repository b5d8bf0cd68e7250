"""Headings that date what stands below them: a year, a month, or a month of a year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedbed.model.date import PartialDate
from seedbed.model.record import WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.text.dates import find_date
from seedbed.text.lines import Line
from seedbed.text.months import ANY_MONTH

SEASON = r"(?:spring|summer|autumn|fall|winter)"
MONTH_OR_SEASON = rf"(?:{SEASON}|{ANY_MONTH})"
"""As a regular expression, whatever the case."""
_MONTH = re.compile(ANY_MONTH, re.IGNORECASE)
_SOME_YEAR = 2000
_OF_A_YEAR = re.compile(
    r"\b(?:spring|summer|autumn|fall|winter|cohort|batch|round|term|semester|edition|fellows|fellowship"
    r"|projects|papers|publications|articles|reports|works|theses|proceedings|program|programme|talks|abstracts"
    r"|conference|workshop|symposium)\b",
    re.IGNORECASE,
)
"""Words of headings that name a year among others: "Summer 2025", "RAIN '25 Accepted Papers"."""
_NOT_OF_IT = re.compile(
    r"\b(?:since|before|after|until|from|through|to|older|earlier|past|previous|upcoming|updated|archives?|horizon"
    r"|agenda|vision|goals?)\b|\d\s?[–/-]|[–/-]\s?\d",
    re.IGNORECASE,
)
"""What such a heading has that names more years than one, another than that of the works, or a programme."""
_ONE_YEAR = re.compile(r"(?<![\w'’.])(?:(?P<whole>(?:19|20)\d\d)|['’](?P<short>\d\d))(?![\w'’])")
_COHORT = re.compile(r"#{0,6} ?(?:cohort|batch|round) \w{1,8}(?: \([^()]{1,30}\))?:?", re.IGNORECASE)
_LONGEST = 60


def counts_cohorts(text: str) -> bool:
    """Whether a heading says the works of which cohort follow, and nothing else: "Cohort 1 (pilot)"."""
    return len(text) <= _LONGEST and _COHORT.fullmatch(text) is not None


def is_month(text: str) -> bool:
    """Whether a text is the name of a month, and nothing else."""
    return _MONTH.fullmatch(text) is not None


def heading_date(text: str) -> PartialDate | None:
    """The year, the month, or the month of a year that a heading is; None where it is anything else."""
    stated = text.strip("#*[]() :-–—").removeprefix("Year ")
    if is_month(stated):
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


def _year_among_words(text: str) -> PartialDate | None:
    """The one year that a heading names as that of what stands below: "Summer 2025 cohort"."""
    if len(text) > _LONGEST or not _OF_A_YEAR.search(text):
        return None
    years = list(_ONE_YEAR.finditer(text))
    if len(years) != 1:
        return None
    stated = years[0]["whole"]
    return PartialDate(int(stated) if stated else _SOME_YEAR + int(years[0]["short"]))


class Headings:
    """The date that the headings passed so far give to what follows."""

    def __init__(self, seed: Seed) -> None:
        self._seed = seed
        self._date: Claim[PartialDate] | None = None
        self._among_words: Claim[PartialDate] | None = None

    def passed(self, line: Line) -> Claim[PartialDate] | None:
        """The date that holds from `line` on, if it is such a heading; a month is one of the year above."""
        date = heading_date(line.text)
        if date is None:
            return None
        if date.year is None and self._date is not None and self._date.value.year is not None:
            date = date.in_year(self._date.value.year)
        self._date = Claim(date, self._seed.span(line.number))
        return self._date

    def headed(self, line: Line) -> None:
        """The same for a line that surely is a heading, and may name the year among other words.

        That holds below headings without years, too, but for those that speak of other years.
        """
        date = _year_among_words(line.text)
        if self.passed(line) is not None or _NOT_OF_IT.search(line.text):
            self._among_words = None
        elif date is not None:
            self._among_words = Claim(date, self._seed.span(line.number))

    def over(self) -> Claim[PartialDate] | None:
        """The date that holds here; None where no heading states a year."""
        return self._date if self._date is not None and self._date.value.year is not None else None

    def over_undated(self) -> Claim[PartialDate] | None:
        """The same for what has no date of its own; then the year among a heading's words will do."""
        return self.over() or self._among_words

    def over_work(self, work: WorkRecord) -> Claim[PartialDate] | None:
        """The date that holds here for a work, which may have one of its own."""
        return self.over() if work.date else self.over_undated()
