"""Seeds that list works by date, as the index of a blog does: for each its day, its title, and how it begins.

Headings by year or month date what stands below them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from seedbed.model.date import PartialDate
from seedbed.model.record import CollectionRecord, Reading, Record, SectionRecord, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.claims import abstract_of, claim_of, links_of
from seedbed.read.coverage import account
from seedbed.read.creators import is_name_list
from seedbed.read.dated_headings import Headings, heading_date
from seedbed.read.furniture import body
from seedbed.read.lists.list_gap import is_control
from seedbed.read.lists.list_labels import TELLING, find_label
from seedbed.read.reader import Reader, Recognition
from seedbed.read.references.names import listed_names, single_name
from seedbed.read.shape import begins_abstract, is_prose, is_topic
from seedbed.text.dates import LONGEST_DATE, find_date
from seedbed.text.lines import Line, filled

_SURE = 0.62
_FEWEST = 3
_LEAST_SHARE = 0.6
_LEAST_SEVERAL = 1 / 3
"""Of the lines below days, how many list several names where all of them are names."""
_FEWEST_TITLE_WORDS = 2
_HEADING = re.compile(
    r"(?:all |our |latest |recent |selected )?"
    r"(?:papers?|publications?|research|reports?|articles?|writing|posts)"
    r"(?: (?:papers?|publications?|reports?|outputs?|library))?",
    re.IGNORECASE,
)
"""A heading over what somebody wrote."""
_LEADING = frozenset("chair discussant facilitator host lead leader moderator organiser organizer".split())
_FEWEST_KINDED = 5
_MOST_KIND_WORDS = 4
_COLUMNS = frozenset(("author", "authors", "category", "date", "search", "topic", "title", "type"))
"""What stands over the columns of a table, and over it all to search there."""
_OPENING = 400
"""How much of a line recognition looks at."""
_BEFORE_TITLE = re.compile(
    r"(?P<date>\S.{2,24}?\d\S{0,2})\s*(?:[-–—|:•·]\s+|\s[-–—|•·]\s?)(?P<title>[^\W_].{3,300})"
)


def recognise(seed: Seed) -> Recognition | None:
    """Sure where three or more lines are days with a title below, and they and their texts are most of it."""
    lines = body(filled(line[:_OPENING] for line in seed.lines))
    entries = _find_entries(lines)
    if entries and all(entry.kind for entry in entries):
        return Recognition(_SURE, f"{len(entries)} lines are days, each with a kind and a title below")
    held = sum(len(entry.lines) for entry in entries)
    if (
        len(entries) < _FEWEST
        or held < _LEAST_SHARE * len(lines)
        or any(found[0] in TELLING for line in lines if (found := find_label(line.text)))
    ):
        return None
    if sum(1 for entry in entries if entry.text) < len(entries) / 2:
        return None
    titles = [entry.title.text for entry in entries]
    if _tell_who_leads(titles):
        return None
    several = sum(1 for title in titles if "," in title and listed_names(title) is not None)
    if all(map(is_name_list, titles)) and several >= _LEAST_SEVERAL * len(titles):
        return None  # each day stands between a title and its creators
    return Recognition(_SURE, f"{len(entries)} lines are days, each with a title and a text below")


def _tell_who_leads(titles: Sequence[str]) -> bool:
    """Whether most of what should be titles say who leads: "Discussion leader: Ann Lee"."""
    heads = [head.split()[-1:] for head, colon, _ in (title.partition(": ") for title in titles) if colon]
    leading = sum(1 for last in heads if last and last[0].casefold().removesuffix("s") in _LEADING)
    return leading >= _FEWEST and 2 * leading > len(titles)


def read(seed: Seed) -> Reading:
    """The works, in a list where a heading stands right over them."""
    lines = body(filled(seed.lines))
    entries = {entry.lines[0].number: entry for entry in _find_entries(lines)}
    headings = Headings(seed)
    first = next((index for index, line in enumerate(lines) if _begins(line, entries)), 0)
    title = next((line for line in reversed(lines[:first]) if _may_be_heading(line.text)), None)
    sections: list[_Section] = [_Section(None)]
    for line in lines[first:]:
        if line.number in entries:
            sections[-1].works.append(_work(seed, entries[line.number], headings.over()))
        elif headings.passed(line) is not None:
            sections.append(_Section(line))
    works = [work for section in sections for work in section.works]
    records: tuple[Record, ...] = tuple(works)
    if title is not None and works:
        records = (
            CollectionRecord(
                title=Claim(title.text.lstrip("# "), seed.span(title.number)),
                sections=tuple(section.record(seed) for section in sections if section.works),
                labels=tuple(
                    seed.span(section.head.number)
                    for section in sections
                    if section.head is not None and not section.works
                ),
            ),
        )
    return account(seed, DATED_LIST.kind, records)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A work: all its lines, the first of which states the date; perhaps of what kind it is."""

    date: PartialDate
    title: Line
    text: tuple[Line, ...]
    lines: tuple[Line, ...]
    kind: Line | None = None


@dataclass(slots=True)
class _Section:
    """A heading and the works below it, while they are gathered."""

    head: Line | None
    works: list[WorkRecord] = field(default_factory=list)

    def record(self, seed: Seed) -> SectionRecord:
        title = None if self.head is None else Claim(self.head.text.lstrip("# "), seed.span(self.head.number))
        return SectionRecord(title, tuple(self.works))


def _begins(line: Line, entries: dict[int, _Entry]) -> bool:
    return line.number in entries or heading_date(line.text) is not None


def _may_be_heading(text: str) -> bool:
    """Whether a line may head a list, and is neither running text nor above a column of a table."""
    return not is_prose(text) and text.casefold() not in _COLUMNS


def _find_entries(lines: Sequence[Line]) -> list[_Entry]:
    """The works, in order: a day on a line of its own, perhaps a kind, then the title; or all on one line."""
    days = [at for at, line in enumerate(lines) if _day(line.text) is not None]
    kinded = [entry for at in days if (entry := _kinded(lines, at)) is not None]
    if len(kinded) >= _FEWEST_KINDED and 2 * len(kinded) > len(days) and _are_kinds(kinded):
        first = kinded[0].lines[0].number
        headed = any(_HEADING.fullmatch(line.text) for line in lines if line.number < first)
        return kinded if headed else []  # news and events have days and kinds, too
    found: list[_Entry] = []
    at = 0
    while at < len(lines):
        entry = _entry(lines, at)
        found += [entry] if entry else []
        at += len(entry.lines) if entry else 1
    return found


def _are_kinds(entries: Sequence[_Entry]) -> bool:
    """Whether what stands between day and title is a kind: most come again, and most are nobody's name."""
    counts = Counter(entry.kind.text for entry in entries if entry.kind)
    again = sum(count for count in counts.values() if count > 1)
    names = sum(1 for text in counts if single_name(text) is not None)
    different = len({entry.title.text for entry in entries}) == len(entries)
    return different and again >= _LEAST_SHARE * len(entries) and 2 * names < len(counts)


def _kinded(lines: Sequence[Line], at: int) -> _Entry | None:
    """The work whose day, kind and title stand on a line each."""
    if at + 2 >= len(lines):
        return None
    date = _day(lines[at].text)
    kind, title = lines[at + 1 : at + 3]
    if date is None or not is_topic(kind.text) or len(kind.text.split()) > _MOST_KIND_WORDS:
        return None
    fits = _is_title(title.text) and not is_control(title.text) and _day(kind.text) is None
    return _Entry(date, title, (), (lines[at], kind, title), kind) if fits else None


def _entry(lines: Sequence[Line], at: int) -> _Entry | None:
    date = _day(lines[at].text)
    if date is not None and at + 1 < len(lines) and _is_title(lines[at + 1].text):
        text = tuple(_text(lines, at + 2))
        return _Entry(date, lines[at + 1], text, (*lines[at : at + 2], *text))
    if not any(character.isdigit() for character in lines[at].text[:LONGEST_DATE]):
        return None
    together = _BEFORE_TITLE.fullmatch(lines[at].text[:_OPENING])
    date = _day(together["date"]) if together else None
    if together is None or date is None or not _is_title(together["title"]):
        return None
    text = tuple(_text(lines, at + 1))
    return _Entry(date, Line(lines[at].number, together["title"]), text, (lines[at], *text))


def _text(lines: Sequence[Line], start: int) -> Iterator[Line]:
    """The running text below a title, to the next day or heading."""
    for at in range(start, len(lines)):
        if not is_prose(lines[at].text):
            return
        yield lines[at]


def _day(text: str) -> PartialDate | None:
    """The date that a line is, if it states a day."""
    date = find_date(text)
    return date if date is not None and date.day is not None else None


def _is_title(text: str) -> bool:
    return (
        not is_prose(text)
        and not begins_abstract(text)
        and len(text.split()) >= _FEWEST_TITLE_WORDS
        and find_date(text) is None
        and heading_date(text) is None
    )


def _work(seed: Seed, entry: _Entry, under: Claim[PartialDate] | None) -> WorkRecord:
    return WorkRecord(
        title=Claim(entry.title.text, seed.span(entry.title.number)),
        abstract=abstract_of(seed, entry.text) if entry.text else None,
        date=Claim(entry.date, seed.span(entry.lines[0].number)),
        topics=(claim_of(seed, entry.kind),) if entry.kind else (),
        links=links_of(seed, entry.text),
        under=under,
    )


DATED_LIST = Reader("dated-list", "list by date", recognise, read, surest=_SURE)
