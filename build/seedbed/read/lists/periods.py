"""Lines that say when a cohort worked, over all of its works: "Cohort 4, January – April 2025"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from seedbed.model.date import PartialDate
from seedbed.model.record import CollectionRecord, Reading, Record, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.coverage import account
from seedbed.read.dated_headings import MONTH_OR_SEASON, SEASON, counts_cohorts
from seedbed.read.lists.listed_works import with_works_changed, works_in
from seedbed.text.lines import filled, touches_above

_PERIOD = re.compile(
    r"#{0,6} ?(?:(?:cohort|batch|round|class) \w{1,8}\W{1,4})?"
    rf"(?:{MONTH_OR_SEASON} ?(?:[-–—/&]|to) ?{MONTH_OR_SEASON}|{SEASON}),? (?P<year>(?:19|20)\d\d)\)?"
    r"(?: (?:cohort|batch|round|fellows|fellowship))?:?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)")
"""What says when a cohort worked, right below which one it was."""
_LONGEST = 60


def names_period(text: str) -> bool:
    """Whether a line says when a cohort worked, and nothing else."""
    return len(text) <= _LONGEST and _PERIOD.fullmatch(text) is not None


def with_periods(reading: Reading) -> Reading:
    """The reading of a list, in which works without a date are of the year in which their cohort worked.

    The lines that say so stand over works: one over the first, and none over each, where it may as well be
    the last line of the work above.
    """
    starts = sorted(work.title.span.first for work in works_in(reading.records) if work.title)
    unread = {number for span in reading.unread for number in range(span.first, span.last + 1)}
    stated = list(_periods(reading.seed, unread | set(_headings(reading))))
    if not starts or not stated or stated[0].span.first > starts[0] or 2 * len(stated) > len(starts):
        return reading
    records = [
        replace(record, labels=(*record.labels, *(each.span for each in stated if each.span.first in unread)))
        for record in _dated(reading.records, stated)
        if isinstance(record, CollectionRecord)
    ]
    if len(records) != len(reading.records):
        return reading  # no list holds what stands over its works
    return account(reading.seed, reading.kind, records, reading.remarks, reading.why)


def _headings(reading: Reading) -> Iterator[int]:
    for record in reading.records:
        if isinstance(record, CollectionRecord):
            yield from (section.title.span.first for section in record.sections if section.title)


def _periods(seed: Seed, free: Container[int]) -> Iterator[Claim[PartialDate]]:
    lines = filled(seed.lines)
    for at, line in enumerate(lines):
        match = _PERIOD.fullmatch(line.text) if len(line.text) <= _LONGEST else None
        if match is None and touches_above(lines, at) and counts_cohorts(lines[at - 1].text):
            match = _YEAR.fullmatch(line.text)
        if match is not None and line.number in free:
            yield Claim(PartialDate(int(match["year"])), seed.span(line.number))


def _dated(records: Iterable[Record], stated: Sequence[Claim[PartialDate]]) -> tuple[Record, ...]:
    numbers = [period.span.first for period in stated]

    def dated(work: WorkRecord) -> WorkRecord:
        place = bisect_left(numbers, work.title.span.first) - 1 if work.title else -1
        if place < 0 or work.date is not None or work.under is not None:
            return work
        return replace(work, under=stated[place])

    return with_works_changed(records, dated)
