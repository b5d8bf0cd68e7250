"""Lines beside titles that say when a work came out, and of what stream it is: "Nov 2025 | Roofs"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from seedbed.model.date import PartialDate
from seedbed.model.record import Record, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.lists.list_gap import is_control
from seedbed.read.lists.list_labels import find_label, is_other_label, label_of
from seedbed.read.lists.listed_works import with_works_changed, works_in
from seedbed.read.references.venue import stated_year
from seedbed.read.shape import is_topic
from seedbed.read.works.work_titles import is_kind
from seedbed.text.dates import LONGEST_DATE, day_comes_first, find_date
from seedbed.text.lines import Line

_FEWEST = 3
_LONGEST = 80
_BETWEEN = re.compile(r"\s*[|·•]\s*|\s+[–—/]\s+")


@dataclass(frozen=True, slots=True)
class DatedHead:
    """Such a line: the date, what else it says, and the numbers of the lines above and below it."""

    line: Line
    date: PartialDate
    topics: tuple[str, ...]
    above: int
    below: int


def part_dated_heads(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[DatedHead]]:
    """The lines without those that say when and of what stream, and these; none unless there are three.

    A day may stand alone there, apart from what is above, and touch the title.
    """
    found = {at: parts for at, line in enumerate(lines) if (parts := _read(line.text)) is not None}
    tops = [at for at in range(1, len(lines) - 1) if at not in found and _stands_over(lines, at)]
    day_first = day_comes_first([lines[at].text for at in tops])
    days = {at: find_date(lines[at].text, day_first=day_first) for at in tops}
    found |= {at: (date, ()) for at, date in days.items() if date is not None and date.day is not None}
    if len(found) < _FEWEST:
        return lines, ()
    found = dict(sorted(found.items()))
    kept = [line for at, line in enumerate(lines) if at not in found]
    numbers = [line.number for line in kept]
    heads: list[DatedHead] = []
    for at, (date, topics) in found.items():
        place = bisect_left(numbers, lines[at].number)
        above, below = numbers[place - 1 : place], numbers[place : place + 1]
        heads.append(DatedHead(lines[at], date, topics, *(above or [0]), *(below or [0])))
    return kept, heads


def _stands_over(lines: Sequence[Line], at: int) -> bool:
    """Whether a short line begins what touches it, and neither it nor what is around it is a label."""
    above, line, below = lines[at - 1 : at + 2]
    apart = above.number + 1 < line.number and line.number + 1 == below.number
    labelled = find_label(above.text) or find_label(below.text) or is_other_label(above.text)
    return apart and len(line.text) <= LONGEST_DATE and not labelled


def _read(text: str) -> tuple[PartialDate, tuple[str, ...]] | None:
    """The date that one part of a line is, and the other parts, each a few words."""
    parts = _BETWEEN.split(text) if len(text) <= _LONGEST else []
    dates = [date for part in parts if (date := find_date(part)) is not None and date.year is not None]
    others = [part for part in parts if find_date(part) is None]
    told = all(map(_may_be_topic, others))
    if len(dates) != 1 or not others or not told or label_of(text) is not None:
        return None
    return dates[0], tuple(part for part in others if not is_kind(part))


def _may_be_topic(part: str) -> bool:
    return is_topic(part) and stated_year(part) is None and not is_control(part)


def with_dated_heads(seed: Seed, records: Sequence[Record], heads: Sequence[DatedHead]) -> tuple[Record, ...]:
    """The records, in which works have the dates and the topics of the lines above their titles, or below.

    It is the one of these that more works have.
    """
    titles = {work.title.span.first for work in works_in(records) if work.title}
    above = {head.below: head for head in heads if head.below in titles}
    below = {head.above: head for head in heads if head.above in titles}
    beside = above if len(above) >= len(below) else below
    return with_works_changed(records, lambda work: _dated(seed, work, beside))


def _dated(seed: Seed, work: WorkRecord, heads: Mapping[int, DatedHead]) -> WorkRecord:
    head = heads.get(work.title.span.first) if work.title else None
    if head is None:
        return work
    place = seed.span(head.line.number)
    topics = (Claim(topic, place) for topic in head.topics)
    return replace(work, date=work.date or Claim(head.date, place), topics=(*work.topics, *topics))
