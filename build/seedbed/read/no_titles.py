"""Works whose title is none, but a date, a season, buttons, a label or somebody's name: they are left unread.

A reader finds titles by where they stand. Where a line is missing that it counts on, another may stand in its
place; what that one says of itself tells so, whichever reader it was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from seedbed.model.record import (
    CollectionRecord,
    Reading,
    WorkRecord,
)
from seedbed.model.source import Claim, Seed
from seedbed.read.buttons import ARROWS
from seedbed.read.coverage import account
from seedbed.read.dated_headings import heading_date
from seedbed.read.lists.list_gap import is_control
from seedbed.read.lists.listed_works import with_works_changed
from seedbed.read.reader import Reader
from seedbed.read.references.venue import is_honour
from seedbed.read.works.work_titles import says_otherwise
from seedbed.text.dates import find_date
from seedbed.text.months import ANY_MONTH

_WHEN = rf"(?:spring|summer|autumn|fall|winter|{ANY_MONTH})"
_SOME_TIME = re.compile(
    rf"{_WHEN}(?: ?[-–—/&] ?{_WHEN})?,? ?(?:19|20)\d\d(?: ?[-–—/] ?(?:20)?\d\d)?"
    r"(?: (?:cohort|programme|program|edition|fellowship|batch|class))?"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d",
    re.IGNORECASE,
)
"""When something took place: a season of a year, or a day of which nobody says which number is its month."""
_BAR = re.compile(r" [|·•] ")
_LABELLED = re.compile(
    r"(?:subjects|cite as|journal ref|key ?words|comments|mentors?|supervisors?|fellows?|scholars?|authors?"
    r"|output|technologies|topics|tags)\s?:.*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:comments|citation|mentors?|supervisors?|fellows?|scholars?|authors?|(?:no )?abstract"
    r"(?: (?:is )?(?:not |un)?available.{0,20})?|published|posted|submitted|output|venue|topics|tags)\W?"
    r"|pages? \d+(?:[-–]\d+)?|honou?rable mentions?|published (?:by|in) .{1,60}",
    re.IGNORECASE,
)
_VENUE = re.compile(r"[^\W_a-z][\w-]*[^\W_a-z] (?:(?:19|20)\d\d|['’]\d\d)(?: \([^()]{1,60}\))?")
"""An acronym and a year: "ICML 2025 (Spotlight)"."""
_MOST_ASIDE = 1
"""A title may stand once more where no work begins: among the contents, or above all others, shown first."""


def of_titled(reader: Reader) -> Reader:
    """The same reader, without the works to which it gives a title that is none."""

    def read(seed: Seed) -> Reading:
        return _without_untitled(reader.read(seed))

    return replace(reader, read=read)


def _without_untitled(reading: Reading) -> Reading:
    works = tuple(reading.works())
    if not works:
        return reading
    lines = Counter(line.strip() for line in reading.seed.lines)
    titles = Counter(claim.value for claim in (*(work.title for work in works), *_headings(reading)) if claim)
    people = frozenset(name.casefold() for work in works for name in _names(work))

    def is_titled(work: WorkRecord) -> bool:
        title = work.title.value if work.title else None
        return title is None or not (
            says_no_title(title) or lines[title] - titles[title] > _MOST_ASIDE or title.casefold() in people
        )

    if all(map(is_titled, works)):
        return reading
    records = with_works_changed(reading.records, lambda work: work if is_titled(work) else None)
    return account(reading.seed, reading.kind, records, reading.remarks, reading.why)


def _headings(reading: Reading) -> Iterator[Claim[str] | None]:
    """The titles of lists and of their sections: a work may be called as its list is."""
    for record in reading.records:
        if isinstance(record, CollectionRecord):
            yield record.title
            yield from (section.title for section in record.sections)


def says_no_title(text: str) -> bool:
    """Whether a line that stands where a title would says of itself that it is something else."""
    return (
        says_otherwise(text)
        or is_control(text)
        or is_honour(text)
        or text.endswith(ARROWS)
        or any(form.fullmatch(text) for form in (_LABEL, _LABELLED, _VENUE))
        or any(map(_says_when, _BAR.split(text)))
    )


def _says_when(text: str) -> bool:
    stated = text.strip()
    return (find_date(stated) or heading_date(stated)) is not None or _SOME_TIME.fullmatch(stated) is not None


def _names(work: WorkRecord) -> Iterator[str]:
    for names in (work.creators, work.fellows, work.mentors):
        yield from names.value.names if names else ()
