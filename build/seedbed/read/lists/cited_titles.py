"""Works below headings by month: a title, a short citation ("Lee et al., 2025"), and what the work says.

Some have no citation there, as posts of a group; what they are stands between those that have one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList
from seedbed.read.buttons import is_control
from seedbed.read.creators import begins_high, is_organisation
from seedbed.read.dated_headings import heading_date
from seedbed.read.lists.dated_entry import DatedEntry, may_be_title, text_from
from seedbed.read.references.names import one_or_several
from seedbed.read.shape import SENTENCE_ENDS, is_prose
from seedbed.read.vocabulary import PARTICLES
from seedbed.text.dates import LONGEST_DATE, find_date
from seedbed.text.lines import Line

_FEWEST = 3
_LONGEST = 160
_CITATION = re.compile(
    r"(?P<names>[^\W\d][^\d()]{1,120}?)(?P<others>,? et\.? al\.?)?,? \(?(?P<year>(?:19|20)\d\d)\)?"
)
_Citation = tuple[NameList, int]
"""Family names, and a year."""
_AND = re.compile(r",? (?:&|and) ")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")
_MOST_NAME_WORDS = 3
_BY = re.compile(r"(?:[^\W\d]+ ){0,3}by (?P<names>\S.{2,120})", re.IGNORECASE)
"""What says by whom something is, and what it is: "Guest comment by A. Lee"."""


def find_cited_titles(lines: Sequence[Line]) -> list[DatedEntry]:
    """The works, in order; none unless three short citations name several people, each below a title."""
    stated = {at: each for at, line in enumerate(lines) if at and (each := _citation(line.text))}
    cited = {at: each for at, each in stated.items() if _may_be_cited(lines, at, stated)}
    sure = sum(1 for names, _ in cited.values() if len(names.names) > 1 or not names.complete)
    if sure < _FEWEST or 2 * sure < len(cited):
        return []
    first, last = min(cited) - 1, max(cited)
    months = (at for at, line in enumerate(lines[:first]) if _is_month(line.text))
    at = next(months, first)
    found: list[DatedEntry] = []
    while at <= last:
        entry = _entry(lines, at, cited)
        found += [entry] if entry else []
        at += len(entry.lines) if entry else 1
    return found


def _may_be_cited(lines: Sequence[Line], at: int, cited: Mapping[int, _Citation]) -> bool:
    title = lines[at - 1].text
    return at - 1 not in cited and not is_prose(title) and find_date(title) is None and not is_control(title)


def _is_month(text: str) -> bool:
    date = heading_date(text) if len(text) <= LONGEST_DATE else None
    return date is not None and date.month is not None


def _citation(text: str) -> _Citation | None:
    """The family names that a line lists, and the year behind them; None where it says anything else."""
    match = _CITATION.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None or find_date(text) is not None:
        return None
    names = [name for part in _AND.split(match["names"]) for name in part.split(", ")]
    if not all(map(_may_be_family, names)):
        return None
    return NameList(tuple(names), complete=match["others"] is None), int(match["year"])


def _may_be_family(name: str) -> bool:
    """Whether a family name may be so: one word with a capital, particles before it, initials around."""
    words = name.split()
    fits = 0 < len(words) <= _MOST_NAME_WORDS and all(map(_WORD.fullmatch, words))
    if not fits or words[-1] in PARTICLES or is_organisation(name):
        return False
    high = all(word in PARTICLES or begins_high(word) for word in words)
    return high and not any(word.isupper() and len(word) > 1 and "." not in word for word in words)


def _entry(lines: Sequence[Line], at: int, cited: Mapping[int, _Citation]) -> DatedEntry | None:
    """The work whose title is line `at`; without a citation it must have a text right below."""
    title = lines[at]
    if at + 1 in cited:
        creators, year = cited[at + 1]
        text = tuple(_text_below(lines, at + 2, cited))
        held = (*lines[at : at + 2], *text)
        return DatedEntry(
            PartialDate(year), held[1].number, title, text, held, names=held[1], creators=creators
        )
    if at in cited or not may_be_title(title.text) or is_control(title.text):
        return None
    by = _BY.fullmatch(lines[at + 1].text)
    named = one_or_several(by["names"]) if by else None
    start = at + 2 if named else at + 1
    text = tuple(_text_below(lines, start, cited))
    names = lines[at + 1] if named else None
    held = (*lines[at:start], *text)
    return DatedEntry(None, title.number, title, text, held, names=names, creators=named) if text else None


def _text_below(lines: Sequence[Line], start: int, cited: Container[int]) -> Iterator[Line]:
    """The running text below a title or what is under it; also a short sentence that touches that."""
    text = tuple(text_from(lines, start))
    if text or start >= len(lines) or start + 1 in cited:
        return iter(text)
    touches = lines[start - 1].touches(lines[start])
    return iter(lines[start : start + 1] if touches and lines[start].text.endswith(SENTENCE_ENDS) else ())
