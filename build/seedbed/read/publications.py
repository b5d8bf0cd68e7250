"""Seeds that hold a list of publications: a reference a line, perhaps numbered, under headings or none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedbed.model.date import PartialDate
from seedbed.model.record import CollectionRecord, Reading, Record, SectionRecord, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.coverage import account
from seedbed.read.furniture import body
from seedbed.read.reader import Reader, Recognition
from seedbed.read.reference import LONGEST, Reference, is_marked, read_reference
from seedbed.text.lines import Line, filled

_TITLE = re.compile(
    r"(?:[\w’'&,-]+ ){0,6}(?:publications?|papers|articles|bibliography|references|works|writings?|preprints)"
    r"(?: (?:by|of|from|list)(?: [\w.’'-]+){0,6}| list)?",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60
_FEWEST = 3
_LEAST_SHARE = 0.6
_FEWEST_WORDS = 8
"""A line of as many words should be a reference."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where three or more lines are references, and most of those long enough to be one."""
    lines = body(filled(line[: LONGEST + 1] for line in seed.lines))
    entries = sum(1 for line in lines if read_reference(line.text) is not None)
    candidates = sum(1 for line in lines if is_marked(line.text) or len(line.text.split()) >= _FEWEST_WORDS)
    if entries < _FEWEST or entries < _LEAST_SHARE * candidates:
        return None
    return Recognition(
        0.72, f"{entries} of its {len(lines)} lines are references with creators, title and year"
    )


def read(seed: Seed) -> Reading:
    """The references, as a list where a heading names it; what cannot be taken apart surely stays unread."""
    lines = body(filled(seed.lines))
    entries = [(line, read_reference(line.text)) for line in lines]
    title = _find_title(entries)
    if title is None:
        works = [_work(seed, line, entry) for line, entry in entries if entry is not None]
        return account(seed, PUBLICATIONS.kind, works)
    sections: list[tuple[Line | None, list[WorkRecord]]] = [(None, [])]
    for index, (line, entry) in enumerate(entries):
        if entry is not None:
            sections[-1][1].append(_work(seed, line, entry))
        elif line is not title and _is_heading(entries, index):
            sections.append((line, []))
    records: tuple[Record, ...] = (
        CollectionRecord(
            title=Claim(title.text, seed.span(title.number)),
            sections=tuple(
                SectionRecord(Claim(head.text, seed.span(head.number)) if head else None, tuple(works))
                for head, works in sections
                if head is not None or works
            ),
        ),
    )
    return account(seed, PUBLICATIONS.kind, records)


_Entries = Sequence[tuple[Line, Reference | None]]


def _find_title(entries: _Entries) -> Line | None:
    """The heading above the first reference that says what the list is."""
    for line, entry in entries:
        if entry is not None:
            return None
        if len(line.text) <= _LONGEST_HEADING and _TITLE.fullmatch(line.text.rstrip(":")):
            return line
    return None


def _is_heading(entries: _Entries, index: int) -> bool:
    """Whether a short line stands right over a reference, or over what is numbered like one."""
    line = entries[index][0]
    if index + 1 == len(entries):
        return False
    below, reference = entries[index + 1]
    over = reference is not None or is_marked(below.text)
    return (
        over
        and len(line.text) <= _LONGEST_HEADING
        and not is_marked(line.text)
        and line.text[-1] not in ".,;"
    )


def _work(seed: Seed, line: Line, entry: Reference) -> WorkRecord:
    place = seed.span(line.number)
    return WorkRecord(
        title=Claim(entry.title, place),
        creators=Claim(entry.creators, place) if entry.creators.names else None,
        date=Claim(PartialDate(entry.year), place) if entry.year is not None else None,
        has_code=Claim(value=True, span=place) if entry.has_code else None,
        links=tuple(Claim(each, place) for each in entry.links),
    )


PUBLICATIONS = Reader("publications", "list of publications", recognise, read)
