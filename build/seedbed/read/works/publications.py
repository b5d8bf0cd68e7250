"""Seeds that hold a list of publications: a reference a line, or title, creators and more on several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seedbed.model.record import (
    CollectionRecord,
    ProfileRecord,
    Reading,
    Record,
    SectionRecord,
    WorkRecord,
)
from seedbed.model.source import Claim, Seed
from seedbed.read.claims import claim_of
from seedbed.read.coverage import account
from seedbed.read.dated_headings import Headings
from seedbed.read.furniture import body
from seedbed.read.markdown import links_in_markdown
from seedbed.read.page_links import works_with_links
from seedbed.read.page_owner import find_page_owner
from seedbed.read.profile_head import find_heads
from seedbed.read.reader import Reader, Recognition
from seedbed.read.references.labelled import labelled_references
from seedbed.read.references.line_references import should_be_reference
from seedbed.read.references.reference import LONGEST
from seedbed.read.works.other_sections import outside_others
from seedbed.read.works.owned_blocks import find_owner
from seedbed.read.works.publication_entries import Entry, find_entries
from seedbed.read.works.publication_headings import (
    find_headings,
    find_title,
    find_title_with_meeting,
)
from seedbed.read.works.weekly_blocks import names_week
from seedbed.text.lines import Line, filled
from seedbed.text.names import read_name

_SURE = 0.72
_FEWEST = 3
_LEAST_SHARE = 0.6
"""Of the lines that are long enough for a reference, how many have to be one."""
_LEAST_NAMED_SHARE = 0.4
"""Below a heading that says that publications follow."""
_MOST_ABOVE = 6
"""So many lines above the first work may say whose page it is."""
_FEWEST_NAMED = 2
"""So many works are enough there, or where each has its abstract."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where three or more works are stated as references are, and most lines long enough for one are."""
    lines = body(filled(line[: LONGEST + 1] for line in seed.lines))
    if len(find_heads(lines)) > 1:
        return None  # a profile's works have their titles and creators on lines of their own, too
    of_works = outside_others(lines)
    entries = find_entries(seed, of_works)
    title = find_title(lines, [entry.lines for entry in entries])
    on_a_line = sum(1 for entry in entries if len(entry.lines) == 1)
    candidates = [line for line in of_works if should_be_reference(line.text) and not names_week(line.text)]
    first = entries[0].lines[0].number if entries else 0
    above = sum(1 for line in candidates if line.number < first)
    candidates = candidates[min(above, _MOST_ABOVE) :]
    held = {line.number for entry in entries for line in entry.lines}
    missed = sum(1 for line in candidates if line.number not in held)
    share = _LEAST_SHARE if title is None else _LEAST_NAMED_SHARE
    if 2 * len(labelled_references(of_works)) > len(entries):
        share = 0.0  # the rest says when and by whom they are read
    told = all(entry.work.abstract for entry in entries)
    fewest = _FEWEST if title is None and not told else _FEWEST_NAMED
    found = max(len(candidates) - missed, len(entries))  # a title may be too short for a candidate
    if len(entries) < fewest or found < share * (found + missed):
        return None
    if on_a_line == len(entries):
        why = f"{on_a_line} of its {len(lines)} lines are references with creators, title and year"
    else:
        why = f"{len(entries)} works stand in it, each with its title, its creators, and more below"
    return Recognition(_SURE, why)


def read(seed: Seed) -> Reading:
    """The references, as a list where a heading names it; what cannot be taken apart surely stays unread."""
    linked = replace(seed, links=tuple(links_in_markdown(seed)))
    lines = body(filled(seed.lines))
    entries = find_entries(seed, outside_others(lines))
    works_lines = [entry.lines for entry in entries]
    title = find_title_with_meeting(lines, works_lines) or find_title(lines, works_lines)
    sections = _sections(seed, lines, entries, title)
    sections = [(head, tuple(works_with_links(listed, linked))) for head, listed in sections]
    works = tuple(work for _, listed in sections for work in listed)
    records: tuple[Record, ...] = works
    if owner := _find_owner(seed, lines, entries):
        heads = (line for line in (title, *(head for head, _ in sections)) if line is not None)
        labels = tuple(seed.span(line.number) for line in heads)
        records = (ProfileRecord(claim_of(seed, owner), works=works, labels=labels),)
    elif title is not None:
        listed = (
            SectionRecord(Claim(head.text.lstrip("# "), seed.span(head.number)) if head else None, here)
            for head, here in sections
        )
        records = (
            CollectionRecord(
                title=Claim(title.text.lstrip("# "), seed.span(title.number)), sections=tuple(listed)
            ),
        )
    return account(seed, PUBLICATIONS.kind, records)


_Section = tuple[Line | None, tuple[WorkRecord, ...]]


def _sections(
    seed: Seed, lines: Sequence[Line], entries: Sequence[Entry], title: Line | None
) -> list[_Section]:
    """The works by the headings below the title; a year among those dates the works that have no date."""
    begins = {entry.lines[0].number: entry for entry in entries}
    heads = {line.number for line in find_headings(lines, [entry.lines for entry in entries])}
    sections: list[tuple[Line | None, list[WorkRecord]]] = [(None, [])]
    headings = Headings(seed)
    first = title.number if title else 0
    if title is not None:
        headings.headed(title)
    for line in lines:
        if line.number in begins:
            work = begins[line.number].work
            sections[-1][1].append(work if work.date else replace(work, under=headings.over_work(work)))
        elif line.number in heads and line.number > first:
            sections.append((line, []))
            headings.headed(line)
    return [(head, tuple(works)) for head, works in sections if works]


def _find_owner(seed: Seed, lines: Sequence[Line], entries: Sequence[Entry]) -> Line | None:
    """The name that the page begins with, where most works name nobody but those beside its bearer."""
    implied = sum(1 for entry in entries if entry.leaves_out_owner)
    first = entries[0].lines[0].number if entries else 0
    owner = find_owner(seed, lines, first) if entries else None
    if owner is None or 2 * implied <= len(entries):
        creators = (entry.work.creators for entry in entries if not entry.leaves_out_owner)
        return find_page_owner(lines, [claim.value if claim else None for claim in creators], first)
    family = read_name(owner.text).family_letters
    lists = (entry.work.creators.value for entry in entries if entry.work.creators)
    whole = (names.names for names in lists if names.complete)
    named = all(family in {read_name(name).family_letters for name in names} for names in whole)
    return owner if named else None


PUBLICATIONS = Reader("publications", "list of publications", recognise, read, surest=_SURE)
