"""Seeds that hold a list of publications: a reference a line, perhaps numbered, under headings or none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from seedbed.model.record import CollectionRecord, NameList, Reading, SectionRecord, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.blocks import find_blocks
from seedbed.read.coverage import account
from seedbed.read.dated_headings import heading_date
from seedbed.read.furniture import body
from seedbed.read.other_sections import other_lines
from seedbed.read.reader import Reader, Recognition
from seedbed.read.reference import LONGEST, Reference, is_marked, read_reference
from seedbed.text.lines import Line, filled

_TITLE = re.compile(
    r"(?:[\w’'&,-]+ ){0,6}"
    r"(?:publications?|papers|articles|bibliography|references|works|writings?|preprints|research)"
    r"(?: (?:by|of|from|list)(?: [\w.’'-]+){0,6}| list)?"
    r"|works cited|(?:ausgewählte )?(?:veröffentlichungen|publikationen|schriften|literatur)"
    r"|schriftenverzeichnis|literaturverzeichnis|bibliographie|références|publicaciones|bibliografía"
    r"|referencias|publicações|pubblicazioni"
    r"|参考文献|论文|論文|发表论文|发表论文列表|研究業績|発表論文|主要論文",
    re.IGNORECASE,
)
_DITTO = re.compile(r"(?:[-–—]{3,5}|[–—]{2}|_{3,8})[.,] ")
_IN_PAGE = re.compile(r"\]\(#[^()]{0,80}\)$")
_LONGEST_HEADING = 60
_FEWEST = 3
_LEAST_SHARE = 0.6
_LEAST_NAMED_SHARE = 0.4
"""Below a heading that says that publications follow."""
_FEWEST_NAMED = 2
_FEWEST_WORDS = 8
"""A line of as many words should be a reference."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where three or more works are stated as references are, and most lines long enough for one are."""
    lines = body(filled(line[: LONGEST + 1] for line in seed.lines))
    entries = _entries(lines)
    title = _find_title(lines, entries)
    on_a_line = sum(1 for entry in entries if len(entry.lines) == 1)
    others = other_lines(lines)
    candidates = [line for line in lines if line.number not in others and _should_be_one(line.text)]
    held = {line.number for entry in entries for line in entry.lines}
    missed = sum(1 for line in candidates if line.number not in held)
    share = _LEAST_SHARE if title is None else _LEAST_NAMED_SHARE
    fewest = _FEWEST if title is None else _FEWEST_NAMED
    if len(entries) < fewest or len(candidates) - missed < share * len(candidates):
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


def _should_be_one(text: str) -> bool:
    """Whether a line is marked or long enough for a reference; a link to a place on the page is none."""
    return not _IN_PAGE.search(text) and (is_marked(text) or len(text.split()) >= _FEWEST_WORDS)


def _entries(all_lines: Sequence[Line]) -> list[_Entry]:
    """The works, in order: those on a line of their own, and those on several."""
    others = other_lines(all_lines)
    lines = [line for line in all_lines if line.number not in others]
    found: dict[int, _Entry] = {}
    above: NameList | None = None
    for line in lines:
        reference = _reference(line.text, above)
        if reference is not None:
            found[line.number] = _Entry((line,), line, line, line, reference)
        if reference is not None or _should_be_one(line.text):
            above = reference.creators if reference else None
    for block in find_blocks(lines, found):
        stated = (block.title, block.names, block.venue, *block.below)
        if not any(line.number in found for line in stated):
            first, *rest = sorted(stated, key=lambda line: line.number)
            found[first.number] = _Entry(
                (first, *rest), block.title, block.names, block.venue, block.reference
            )
    return [found[number] for number in sorted(found)]


def _reference(text: str, above: NameList | None) -> Reference | None:
    """The reference that a line is; dashes at its beginning stand for the creators of the one above."""
    ditto = _DITTO.match(text)
    if ditto is None or above is None:
        return read_reference(text)
    reference = read_reference(f"Roe, Ann. {text[ditto.end() :]}")
    return replace(reference, creators=above) if reference else None


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
    return WorkRecord(
        title=Claim(reference.title, title),
        creators=Claim(reference.creators, names) if reference.creators.names else None,
        date=Claim(reference.date, venue) if reference.date else None,
        has_code=Claim(value=True, span=title) if reference.has_code else None,
        links=tuple(Claim(each, title) for each in reference.links),
        venue=Claim(published.venue, venue) if published.venue else None,
        particulars=tuple(Claim(each, venue) for each in published.particulars),
        labels=tuple(seed.span(line.number) for line in entry.lines if len(entry.lines) > 1),
    )


PUBLICATIONS = Reader("publications", "list of publications", recognise, read)
