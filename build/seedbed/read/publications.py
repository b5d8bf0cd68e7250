"""Seeds that hold a list of publications: a reference a line, perhaps numbered, under headings or none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seedbed.model.date import PartialDate
from seedbed.model.record import CollectionRecord, Reading, SectionRecord, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.blocks import find_blocks
from seedbed.read.coverage import account
from seedbed.read.dated_headings import heading_date
from seedbed.read.furniture import body
from seedbed.read.reader import Reader, Recognition
from seedbed.read.reference import LONGEST, Reference, is_marked, read_reference
from seedbed.text.lines import Line, filled

_TITLE = re.compile(
    r"(?:[\w’'&,-]+ ){0,6}"
    r"(?:publications?|papers|articles|bibliography|references|works|writings?|preprints|research)"
    r"(?: (?:by|of|from|list)(?: [\w.’'-]+){0,6}| list)?",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60
_FEWEST = 3
_LEAST_SHARE = 0.6
_LEAST_NAMED_SHARE = 0.4
"""Below a heading that says that publications follow."""
_FEWEST_WORDS = 8
"""A line of as many words should be a reference."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where three or more works are stated as references are, and most lines long enough for one are."""
    lines = body(filled(line[: LONGEST + 1] for line in seed.lines))
    entries = _entries(lines)
    on_a_line = sum(1 for entry in entries if len(entry.lines) == 1)
    candidates = sum(1 for line in lines if is_marked(line.text) or len(line.text.split()) >= _FEWEST_WORDS)
    held = {line.number for entry in entries for line in entry.lines}
    missed = sum(
        1
        for line in lines
        if line.number not in held and (is_marked(line.text) or len(line.text.split()) >= _FEWEST_WORDS)
    )
    share = _LEAST_SHARE if _find_title(lines, entries) is None else _LEAST_NAMED_SHARE
    if len(entries) < _FEWEST or candidates - missed < share * candidates:
        return None
    if on_a_line == len(entries):
        why = f"{on_a_line} of its {len(lines)} lines are references with creators, title and year"
    else:
        why = (
            f"{len(entries)} works stand in it, each with its title, creators, and where and when it appeared"
        )
    return Recognition(0.72, why)


def read(seed: Seed) -> Reading:
    """The references, as a list where a heading names it; what cannot be taken apart surely stays unread."""
    lines = body(filled(seed.lines))
    entries = _entries(lines)
    title = _find_title(lines, entries)
    if title is None:
        return account(seed, PUBLICATIONS.kind, [_work(seed, entry) for entry in entries])
    begins = {entry.lines[0].number: entry for entry in entries}
    held = {line.number for entry in entries for line in entry.lines}
    sections: list[tuple[Line | None, list[WorkRecord]]] = [(None, [])]
    for index, line in enumerate(lines):
        if line.number in begins:
            sections[-1][1].append(_work(seed, begins[line.number]))
        elif line.number not in held and line is not title and _is_heading(lines, index, begins):
            sections.append((line, []))
    record = CollectionRecord(
        title=Claim(title.text.lstrip("# "), seed.span(title.number)),
        sections=tuple(
            SectionRecord(
                Claim(head.text.lstrip("# "), seed.span(head.number)) if head else None, tuple(works)
            )
            for head, works in sections
            if head is not None or works
        ),
    )
    return account(seed, PUBLICATIONS.kind, (record,))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A work with its lines: one, or those of its title, its creators, where it appeared, and more."""

    lines: tuple[Line, ...]
    title: Line
    names: Line
    venue: Line
    reference: Reference


def _entries(lines: Sequence[Line]) -> list[_Entry]:
    """The works, in order: those on a line of their own, and those on several."""
    found: dict[int, _Entry] = {}
    for line in lines:
        reference = read_reference(line.text)
        if reference is not None:
            found[line.number] = _Entry((line,), line, line, line, reference)
    for block in find_blocks(lines, found):
        stated = (block.title, block.names, block.venue, *block.below)
        if not any(line.number in found for line in stated):
            first, *rest = sorted(stated, key=lambda line: line.number)
            found[first.number] = _Entry(
                (first, *rest), block.title, block.names, block.venue, block.reference
            )
    return [found[number] for number in sorted(found)]


def _find_title(lines: Sequence[Line], entries: Sequence[_Entry]) -> Line | None:
    """The heading above the first work that says what the list is."""
    first = entries[0].lines[0].number if entries else 0
    above = (line for line in lines if line.number < first)
    return next(
        (line for line in above if len(line.text) <= _LONGEST_HEADING and _names_list(line.text)), None
    )


def _names_list(text: str) -> bool:
    return _TITLE.fullmatch(text.lstrip("# ").rstrip(":")) is not None


def _is_heading(lines: Sequence[Line], index: int, begins: Mapping[int, _Entry]) -> bool:
    """Whether a short line stands right over a work, over what is numbered like one, or is marked as one."""
    line = lines[index]
    if index + 1 == len(lines):
        return False
    below = lines[index + 1]
    over = below.number in begins or is_marked(below.text) or line.text.startswith("#")
    over = over or heading_date(line.text) is not None
    return (
        over
        and len(line.text) <= _LONGEST_HEADING
        and not is_marked(line.text)
        and line.text[-1] not in ".,;"
        and any(character.isalnum() for character in line.text)
    )


def _work(seed: Seed, entry: _Entry) -> WorkRecord:
    reference = entry.reference
    title, names, venue = (seed.span(line.number) for line in (entry.title, entry.names, entry.venue))
    published = reference.publication
    year = None if reference.year is None else Claim(PartialDate(reference.year), venue)
    return WorkRecord(
        title=Claim(reference.title, title),
        creators=Claim(reference.creators, names) if reference.creators.names else None,
        date=year,
        has_code=Claim(value=True, span=title) if reference.has_code else None,
        links=tuple(Claim(each, title) for each in reference.links),
        venue=Claim(published.venue, venue) if published.venue else None,
        particulars=tuple(Claim(each, venue) for each in published.particulars),
        labels=tuple(seed.span(line.number) for line in entry.lines if len(entry.lines) > 1),
    )


PUBLICATIONS = Reader("publications", "list of publications", recognise, read)
