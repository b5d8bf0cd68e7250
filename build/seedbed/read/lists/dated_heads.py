"""Lines beside titles that say when a work came out, and where or of what stream: "Nov 2025 | Roofs"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from seedbed.model.date import PartialDate
from seedbed.model.record import Record, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.buttons import is_control
from seedbed.read.claims import publication_claims
from seedbed.read.dated_headings import is_month
from seedbed.read.lists.list_labels import find_label, is_other_label, label_of
from seedbed.read.lists.listed_works import with_works_changed, works_in
from seedbed.read.references.venue import VENUE, read_publication, stated_year
from seedbed.read.shape import is_prose, is_topic
from seedbed.read.works.work_titles import is_kind
from seedbed.text.dates import LONGEST_DATE, day_comes_first, find_date
from seedbed.text.lines import Line, touches_above

_FEWEST = 3
_LEAST_BESIDE = 0.6
_LONGEST = 80
_BETWEEN = re.compile(r"\s*[|·•]\s*|\s+[–—/]\s+")


@dataclass(frozen=True, slots=True)
class DatedHead:
    """Such a line: the date, what else it says, and the numbers of the lines above and below it.

    Attributes:
        others: Its other parts: where the work appeared, of what kind it is, or of what stream.
        begins: Whether it touches the line below, and stands apart from the one above.
        ends: Whether running text or a button stands below it, and no title or topic.
    """

    line: Line
    date: PartialDate
    others: tuple[str, ...]
    above: int
    below: int
    begins: bool
    ends: bool


def part_dated_heads(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[DatedHead]]:
    """The lines without those that say when and where, and these; none unless there are three.

    A day may stand alone there; so may a month, where most dates are days.
    """
    found = {at: parts for at, line in enumerate(lines) if (parts := _read(line.text)) is not None}
    alone_at = [at for at in range(1, len(lines)) if at not in found and _stands_alone(lines, at)]
    day_first = day_comes_first([lines[at].text for at in alone_at])
    dates = {at: find_date(lines[at].text, day_first=day_first) for at in alone_at}
    alone = {at: date for at, date in dates.items() if date is not None}
    days = sum(1 for date in alone.values() if date.day is not None)
    found |= {
        at: (date, ())
        for at, date in alone.items()
        if date.day is not None or (2 * days > len(alone) and at + 1 not in alone)
    }
    if len(found) < _FEWEST:
        return lines, ()
    found = dict(sorted(found.items()))
    kept = [line for at, line in enumerate(lines) if at not in found]
    numbers = [line.number for line in kept]
    heads: list[DatedHead] = []
    for at, (date, others) in found.items():
        place = bisect_left(numbers, lines[at].number)
        above = next(iter(numbers[place - 1 : place]), 0)
        below = next(iter(numbers[place : place + 1]), 0)
        begins = not touches_above(lines, at) and at + 1 < len(lines) and lines[at].touches(lines[at + 1])
        ends = place == len(kept) or is_prose(kept[place].text) or is_control(kept[place].text)
        heads.append(DatedHead(lines[at], date, others, above, below, begins, ends))
    return kept, heads


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is short, and not the value of a label above it."""
    above = find_label(lines[at - 1].text)
    is_value = above is not None and not above[1]
    return len(lines[at].text) <= LONGEST_DATE and not is_value and not is_other_label(lines[at - 1].text)


@lru_cache(maxsize=4_000)  # a reader is asked about the same lines, and then reads them
def _read(text: str) -> tuple[PartialDate, tuple[str, ...]] | None:
    """The date that one part of a line is, and the other parts, each a few words, but for a month alone."""
    parts = _BETWEEN.split(text) if len(text) <= _LONGEST else []
    dates = [date for part in parts if (date := find_date(part)) is not None and date.year is not None]
    others = [part for part in parts if find_date(part) is None]
    told = all(map(_may_stand_beside, others)) and label_of(text) is None and not any(map(is_month, others))
    if len(dates) != 1 or not others or not told:
        return None
    return dates[0], tuple(others)


def _may_stand_beside(part: str) -> bool:
    return is_kind(part) or _is_venue(part) or (is_topic(part) and not is_control(part))


def _is_venue(part: str) -> bool:
    named = stated_year(part) is not None or VENUE.search(part) is not None
    return named and not is_kind(part)


def heads_of_works(records: Sequence[Record], heads: Sequence[DatedHead]) -> Mapping[int, DatedHead]:
    """By the line of each title, what dates it: mostly the lines above titles, or mostly those below.

    Those right above titles begin with the first work: what ends a work stands above the next one's title,
    too. Where the first one has none, what dates others surely begins these: it touches nothing but titles.
    """
    titles = {work.title.span.first for work in works_in(records) if work.title}
    above = {head.below: head for head in heads if head.below in titles}
    below = {head.above: head for head in heads if head.above in titles}
    beside: Mapping[int, DatedHead] = above if len(above) >= len(below) else below
    first = min(titles, default=0) in beside or all(head.begins for head in beside.values())
    if not (first and _are_enough(beside, heads)):
        beside = _heads_between(sorted(titles), heads)
    return beside if _are_enough(beside, heads) else {}


def _are_enough(beside: Mapping[int, DatedHead], heads: Sequence[DatedHead]) -> bool:
    return len(beside) >= max(_FEWEST, _LEAST_BESIDE * len(heads))


def _heads_between(titles: Sequence[int], heads: Sequence[DatedHead]) -> Mapping[int, DatedHead]:
    """The same where other lines stand between titles and what dates them; of two, the nearer one does.

    They date the works below if one stands over the first title and none below the last, and the works above
    if it is the other way round; also where none stands in either place, but all touch the line above.
    """
    above = [bisect_left(titles, head.line.number) - 1 for head in heads]
    begin, end = -1 in above, len(titles) - 1 in above
    inside = all(head.above + 1 == head.line.number for head in heads) and titles
    if begin == end and (begin or not inside or any(head.below in titles for head in heads)):
        return {}
    if begin and 2 * sum(1 for head in heads if head.ends) > len(heads):
        return {}  # the first work was not read, and the date is its own
    pairs = [(titles[at + begin], head) for at, head in zip(above, heads, strict=True)]
    return dict(pairs if begin else reversed(pairs))


def with_dated_heads(
    seed: Seed, records: Sequence[Record], heads: Mapping[int, DatedHead]
) -> tuple[Record, ...]:
    """The records, in which works have the dates that `heads_of_works` gives, and what stands beside these.

    No page has streams in some of these lines, and in others where works appeared, or of what kind they are.
    """
    parts = [part for head in heads.values() for part in head.others]
    streams = not any(_is_venue(part) or is_kind(part) for part in parts)
    return with_works_changed(records, lambda work: _dated(seed, work, heads, streams=streams))


def _dated(seed: Seed, work: WorkRecord, heads: Mapping[int, DatedHead], *, streams: bool) -> WorkRecord:
    head = heads.get(work.title.span.first) if work.title else None
    if head is None:
        return work
    place = seed.span(head.line.number)
    date = work.date or Claim(head.date, place)
    work = replace(work, under=None) if date.value.year is not None else work
    if streams:
        return replace(work, date=date, topics=(*work.topics, *(Claim(part, place) for part in head.others)))
    stated = next(filter(_is_venue, head.others), "")
    venue, particulars = publication_claims(read_publication(stated), place) if stated else (None, ())
    if work.venue is not None or venue is None:
        return replace(work, date=date, labels=(*work.labels, place))
    return replace(work, date=date, venue=venue, particulars=(*work.particulars, *particulars))
