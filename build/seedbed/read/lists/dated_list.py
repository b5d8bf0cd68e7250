"""Seeds that list works by date, as the index of a blog does: for each its day, its title, and how it begins.

Headings by year or month date what stands below them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from seedbed.model.date import PartialDate
from seedbed.model.record import CollectionRecord, Reading, Record, SectionRecord, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.claims import abstract_of, claim_of, links_of
from seedbed.read.coverage import account
from seedbed.read.creators import is_name_list
from seedbed.read.dated_headings import Headings, heading_date
from seedbed.read.furniture import body
from seedbed.read.lists.cited_titles import find_cited_titles
from seedbed.read.lists.dated_entry import DatedEntry, find_day, may_be_title, text_from
from seedbed.read.lists.kinded_works import find_cards, find_rows
from seedbed.read.lists.list_labels import TELLING, find_label
from seedbed.read.reader import Reader, Recognition
from seedbed.read.references.names import listed_names
from seedbed.read.shape import is_prose, is_topic
from seedbed.read.works.publication_headings import find_title
from seedbed.text.dates import LONGEST_DATE
from seedbed.text.lines import Line, filled

_SURE = 0.62
_FEWEST = 3
_LEAST_SHARE = 0.6
"""Of the lines, how many have to be days, titles and what stands below these."""
_LEAST_SEVERAL = 1 / 3
"""Of the lines below days, how many list several names where all of them are names."""
_HEADING = re.compile(
    r"(?:all |our |latest |recent |selected )?"
    r"(?:papers?|publications?|research|reports?|articles?|writing|posts)"
    r"(?: (?:papers?|publications?|reports?|outputs?|library))?",
    re.IGNORECASE,
)
"""A heading over what somebody wrote."""
_LEADING = frozenset("chair discussant facilitator host lead leader moderator organiser organizer".split())
_COLUMNS = frozenset(("author", "authors", "category", "date", "search", "topic", "title", "type"))
"""What stands over the columns of a table, and over it all to search there."""
_BADGE = re.compile(r"\S(?:\s{2,}|\t)(?P<word>[A-Z]{4,20})\s*$")
_OPENING = 400
"""How much of a line recognition looks at."""
_BEFORE_TITLE = re.compile(
    r"(?P<date>\S.{2,24}?\d\S{0,2})\s*(?:[-–—|:•·]\s+|\s[-–—|•·]\s?)(?P<title>[^\W_].{3,300})"
)


def recognise(seed: Seed) -> Recognition | None:
    """Sure where three or more lines are days with a title below, and they and their texts are most of it."""
    lines = body(filled(line[:_OPENING] for line in seed.lines))
    entries = _find_entries(lines)
    held = sum(len(entry.lines) for entry in entries)
    if entries and (entries[0].kind or any(entry.creators for entry in entries)):
        form = "a day and a kind beside each" if entries[0].kind else "most with a short citation below"
        return Recognition(_SURE, f"{len(entries)} titles stand in it, {form}")
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
    found = _find_entries(lines)
    entries = {entry.lines[0].number: entry for entry in found}
    headings = Headings(seed)
    first = next((index for index, line in enumerate(lines) if _begins(line, entries)), 0)
    title = next((line for line in reversed(lines[:first]) if _may_be_heading(line.text)), None)
    heads = _heads_of_cards_and_rows(lines[:first], lines[first:], found)
    if heads:
        title = find_title(lines, [entry.lines for entry in found])
    sections: list[_Section] = [_Section(heads[0] if heads and heads[0] != title else None)]
    for line in lines[first:]:
        if line.number in entries:
            sections[-1].works.append(_work(seed, entries[line.number], headings.over()))
        elif headings.passed(line) is not None or (line in heads and line != title):
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


@dataclass(slots=True)
class _Section:
    """A heading and the works below it, while they are gathered."""

    head: Line | None
    works: list[WorkRecord] = field(default_factory=list)

    def record(self, seed: Seed) -> SectionRecord:
        title = None if self.head is None else Claim(self.head.text.lstrip("# "), seed.span(self.head.number))
        return SectionRecord(title, tuple(self.works))


def _heads_of_cards_and_rows(
    above: Sequence[Line], lines: Sequence[Line], entries: Sequence[DatedEntry]
) -> Sequence[Line]:
    """What stands over works that a page shows first ("Featured"), and over all; none without such."""
    if not entries or not (entries[0].kind and entries[0].text):
        return ()
    rows = next((entry.stated for entry in entries if not entry.text), 0)
    over_rows = [line for line in lines if line.number < rows and _HEADING.fullmatch(line.text)]
    return (*(line for line in above[-1:] if is_topic(line.text)), *over_rows[-1:])


def _begins(line: Line, entries: dict[int, DatedEntry]) -> bool:
    return line.number in entries or heading_date(line.text) is not None


def _may_be_heading(text: str) -> bool:
    """Whether a line may head a list, and is neither running text nor above a column of a table."""
    return not is_prose(text) and text.casefold() not in _COLUMNS


def _find_entries(lines: Sequence[Line]) -> list[DatedEntry]:
    """The works, in order: a day on a line of its own, perhaps a kind, then the title; or all on one line."""
    if rows := find_rows(lines):
        first = rows[0].lines[0].number
        headed = any(_HEADING.fullmatch(line.text) for line in lines if line.number < first)
        # News and events have days and kinds, too.
        return [*find_cards(lines, rows), *rows] if headed else []
    if cited := find_cited_titles(lines):
        return cited
    found: list[DatedEntry] = []
    at = 0
    while at < len(lines):
        entry = _entry(lines, at)
        found += [entry] if entry else []
        at += len(entry.lines) if entry else 1
    return found


def _entry(lines: Sequence[Line], at: int) -> DatedEntry | None:
    date = find_day(lines[at].text)
    if date is not None and at + 1 < len(lines) and may_be_title(lines[at + 1].text):
        text = tuple(text_from(lines, at + 2))
        return DatedEntry(date, lines[at].number, lines[at + 1], text, (*lines[at : at + 2], *text))
    if not any(character.isdigit() for character in lines[at].text[:LONGEST_DATE]):
        return None
    together = _BEFORE_TITLE.fullmatch(lines[at].text[:_OPENING])
    date = find_day(together["date"]) if together else None
    if together is None or date is None or not may_be_title(together["title"]):
        return None
    text = tuple(text_from(lines, at + 1))
    number = lines[at].number
    return DatedEntry(date, number, Line(number, together["title"]), text, (lines[at], *text))


def _without_badge(seed: Seed, title: Line) -> str:
    """A title without a word in capitals that stands apart behind it, and says of what kind the work is."""
    badge = _BADGE.search(seed.lines[title.number - 1])
    return title.text.removesuffix(badge["word"]).rstrip() if badge else title.text


def _work(seed: Seed, entry: DatedEntry, under: Claim[PartialDate] | None) -> WorkRecord:
    date = entry.date
    if date is not None and under is not None and date == PartialDate(under.value.year):
        date = None  # the heading says more
    names = seed.span(entry.names.number) if entry.names else None
    return WorkRecord(
        title=Claim(_without_badge(seed, entry.title), seed.span(entry.title.number)),
        creators=Claim(entry.creators, names) if entry.creators and names else None,
        abstract=abstract_of(seed, entry.text) if entry.text else None,
        date=Claim(date, seed.span(entry.stated)) if date else None,
        topics=(claim_of(seed, entry.kind),) if entry.kind else (),
        links=links_of(seed, entry.text),
        under=under,
    )


DATED_LIST = Reader("dated-list", "list by date", recognise, read, surest=_SURE)
