"""Seeds that are pages of arXiv, copied as text: what a search found, a day's list, or one paper's page.

Between papers, somebody may have put abstracts alone: of papers whose title they did not copy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from seedbed.model.record import Reading
from seedbed.model.source import Seed
from seedbed.read.formats.arxiv_fields import (
    NUMBER,
    categories_of,
    is_day_in_mail,
    is_stated_day,
    stated_abstract,
    states_authors,
    states_title,
    take_categories,
    take_lines,
)
from seedbed.read.formats.bibliography import Entry, Stated, read_entries
from seedbed.read.reader import Reader, Recognition
from seedbed.read.shape import SENTENCE_ENDS, is_prose
from seedbed.text.dates import find_date
from seedbed.text.lines import Line, filled

_FORMATS = r"\[(?:(?:pdf|ps|html|other|src|format|abs|txt)(?:, ?)?){1,6}\]"
_HEAD = re.compile(
    rf"(?:\[?\d{{1,6}}[\].]\s?)?arxiv:(?P<number>{NUMBER})(?:v\d+)?(?P<marks>(?: ?\([^()]{{1,60}}\)){{0,3}})"
    rf" ?(?P<formats>{_FORMATS})?(?P<rest>.{{0,200}})",
    re.IGNORECASE,
)
_DOI = re.compile(r"\s(?:doi:? ?)(?P<doi>10\.\d{4,9}/\S+)\s?$", re.IGNORECASE)
_FORMATS_ALONE = re.compile(_FORMATS, re.IGNORECASE)
_COUNTER = re.compile(r"\[\d{1,6}\]|\d{1,6}\.")
_DAY = re.compile(
    r"(?:showing new listings for )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? "
    r"(?P<day>\d{1,2} [a-z]{3,9} \d{4})(?: \(.{1,80}\))?",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:new|cross|replacement)[ -](?:submissions|lists)\b.{0,60}|total of [\d,]+ entries.{0,200}"
    r"|showing (?:up to )?[\d,]+ .{0,80}|submission history|access paper:?|full-text links:?"
    r"|current browse context:?",
    re.IGNORECASE,
)
_ANNOUNCED_BEFORE = re.compile(r"\((?:cross-list|replaced)", re.IGNORECASE)
_LABEL_ALONE = re.compile(r"abstract\s?:", re.IGNORECASE)
_OPENING = 60
"""Letters by which two forms of one abstract are told from two abstracts."""
_LONGEST = 400
"""How much of a line is looked at to tell whether a paper begins there."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where a line begins a paper as arXiv does: its number with formats, or the day of submission."""
    lines = filled(line[:_LONGEST] for line in seed.lines)
    begun = [at for at in range(len(lines)) if _begins(lines, at)]
    if not begun:
        return None
    papers = sum(1 for at in begun if _head(lines, at)) or len(begun)
    begins = "paper begins" if papers == 1 else "papers begin"
    why = f"{papers} {begins} in it as on arXiv's pages: with a number there, or the day of submission"
    return Recognition(0.97, why)


def read(seed: Seed) -> Reading:
    """The papers; those of a list stand under the day of its heading, unless they were announced before."""
    lines = filled(seed.lines)
    entries: list[Entry] = []
    counters: list[int] = []
    days: set[int] = set()
    day: Stated | None = None
    at = 0
    while at < len(lines):
        if not _begins(lines, at):
            if _counts(lines, at):
                counters.append(lines[at].number)
            day = _heading_day(lines[at]) or day
            end = at + 1
            if states_title(lines, at):
                end = _end(lines, at)
                entries.append(_entry(lines[at:end]))
            elif _opening(lines, at):
                end = _end_of_abstract(lines, at)
                entries.append(_abstract_alone(lines[at:end]))
            at = end
            continue
        end = _end(lines, at)
        entry = _entry(lines[at:end])
        entries.append(entry)
        if day is not None and not entry.dates and not _ANNOUNCED_BEFORE.search(lines[at].text):
            entry.under = day
            days.add(day.first)
        at = end
    return read_entries(seed, ARXIV_LISTING.kind, entries, (), [*counters, *days])


def _begins(lines: Sequence[Line], at: int) -> bool:
    return _head(lines, at) is not None or is_stated_day(lines[at].text)


def _counts(lines: Sequence[Line], at: int) -> bool:
    """Whether a line holds nothing but the number of the paper that begins below it."""
    return _COUNTER.fullmatch(lines[at].text) is not None and at + 1 < len(lines) and _begins(lines, at + 1)


def _head(lines: Sequence[Line], at: int) -> re.Match[str] | None:
    """The line with a paper's number; formats, categories or the day of submission tell it from a mention."""
    match = _HEAD.fullmatch(lines[at].text) if len(lines[at].text) < _LONGEST else None
    if match is None:
        return None
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    known = bool(match["formats"]) or _FORMATS_ALONE.fullmatch(below) or is_stated_day(below)
    known = known or is_day_in_mail(below)
    return match if _categories(match) or (known and not match["rest"].strip()) else None


def _categories(head: re.Match[str]) -> list[str]:
    """The categories behind a paper's number; a DOI may stand behind those."""
    return categories_of(_DOI.sub("", head["rest"]))


def _end(lines: Sequence[Line], at: int) -> int:
    """Where the paper that begins at `at` ends: at the next one, or at a heading.

    The next one may begin with the label of its title, where this one's title or abstract stands above; and
    with its title where nothing else tells, which stands above its authors.
    """
    headed = _head(lines, at) is not None and at + 1 < len(lines)
    end = at + 2 if headed and is_stated_day(lines[at + 1].text) else at + 1
    opened = ""
    titled = states_title(lines, at)
    named = states_authors(lines[at].text)
    while end < len(lines):
        text = lines[end].text
        if _counts(lines, end) or _begins(lines, end) or _HEADING.fullmatch(text) or _DAY.fullmatch(text):
            break
        if states_authors(text):
            if named:
                return max(end - 1, at + 1)
            named = True
        if states_title(lines, end):
            if titled or opened:
                break
            titled = True
        if opening := _opening(lines, end):
            apart = not lines[end - 1].touches(lines[end])
            if opened and apart and opening != opened:
                break
            opened = opened or opening
        end += 1
    return end


def _opening(lines: Sequence[Line], at: int) -> str:
    """How an abstract begins, of a paper or alone, whose label stands before it or over it; else nothing."""
    text = lines[at].text
    stated = stated_abstract(text)
    if not stated and _LABEL_ALONE.fullmatch(text) and at + 1 < len(lines):
        stated = lines[at + 1].text
    return stated[:_OPENING] if is_prose(stated) else ""


def _end_of_abstract(lines: Sequence[Line], at: int) -> int:
    """Where an abstract ends that stands alone: behind its last paragraph, which may be broken into lines."""
    end = at + 1
    while end < len(lines) and not _opening(lines, end):
        if not (is_prose(lines[end].text) or _is_broken(lines[end - 1], lines[end])):
            break
        end += 1
    return end


def _is_broken(line: Line, below: Line) -> bool:
    """Whether a sentence goes on in the line below."""
    return line.touches(below) and not line.text.endswith(SENTENCE_ENDS)


def _abstract_alone(lines: Sequence[Line]) -> Entry:
    """The paper of which nothing but the abstract is stated."""
    first, last = lines[0].number, lines[-1].number
    parts = [stated_abstract(lines[0].text)]
    for above, line in pairwise(lines):
        parts += [" " if _is_broken(above, line) else "\n\n", line.text]
    text = "".join(parts).strip()
    return Entry(first, abstract=Stated(text, first, last))


def _entry(lines: Sequence[Line]) -> Entry:
    """The paper that these lines, its first one among them, state."""
    first = lines[0].number
    entry = Entry(first)
    head = _head(lines, 0)
    if head is None:
        take_lines(entry, lines)
        return entry
    entry.labels.append(first)
    entry.addresses.append(Stated(f"arXiv:{head['number']}", first, first))
    take_categories(entry, _categories(head), first)
    if doi := _DOI.search(head["rest"]):
        entry.addresses.append(Stated(doi["doi"], first, first))
    below = lines[1:]
    if below and _FORMATS_ALONE.fullmatch(below[0].text):
        entry.labels.append(below[0].number)
        below = below[1:]
    take_lines(entry, below)
    return entry


def _heading_day(line: Line) -> Stated | None:
    """The day of which a list's heading says that what follows was announced on it."""
    match = _DAY.fullmatch(line.text)
    return Stated(match["day"], line.number, line.number) if match and find_date(match["day"]) else None


ARXIV_LISTING = Reader("arxiv-listing", "page of arXiv", recognise, read)
