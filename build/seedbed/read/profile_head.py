"""The line over a work's title in a profile: score, category, date and a mark for code, run together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from seedbed.model.date import PartialDate
from seedbed.text.dates import find_date
from seedbed.text.lines import Line
from seedbed.text.months import MONTH

LONGEST_HEAD = 80
"""No such line has more characters than this."""

SCORE = r"(?P<score>\d{1,3}(?:\.\d{1,3}?)?)"
"""As few decimals as fit: a day may follow at once ("74.127 May 2023")."""
# arXiv's categories, with their archive ("q-bio.NC", "hep-th") or without ("NC").
CATEGORY = (
    r"(?:[a-z]+(?:-[a-z]+)*\.[A-Za-z]{2,5}(?:-[a-z]+)?"
    r"|[A-Z]{2,4}|(?:hep|quant|math|gr|nucl|astro|cond)-[a-z]{2,4})"
)
_FIELD = r"[^\W\d_][\w&.-]*?|[^\W\d_a-z][\w.-]{1,24}(?: (?:[Aa]nd |& )?[^\W\d_a-z][\w.-]{1,24}?){1,3}"
"""One word, or several that each begin with a capital."""
_NAMED_DAY = rf"{MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?(?:,? ?[12]\d{{3}})?|{MONTH} [12]\d{{3}}"
DATE = rf"(?:{_NAMED_DAY}|\d{{1,2}} {MONTH}(?: [12]\d{{3}})?|[12]\d{{3}}-\d\d(?:-\d\d)?|[12]\d{{3}})"
CODE = r"(?:\s?(?:[·•|]\s?)?(?:(?P<code>Code)|Data(?:set)?s?|Models?|Demo|Video|Slides))*"
"""Marks for what there is besides the paper, run together as well."""
_SEP = r"\s?(?:[·•|]\s?)?"
"""What may stand between two parts where they do not run together."""
_AGO = (
    r"(?:\d{1,2} ?(?:min(?:ute)?|hour|day|week|month|year)s? ago|\d{1,2} ?(?:m|h|d|w|mo|y) ago"
    r"|an? (?:hour|day|week|month|year) ago|[Yy]esterday|[Tt]oday)"
)
"""A date that only somebody knows who knows when the page was copied."""
# Capitals, a space and a year name a conference: "ICML 2024".
_NO_CONFERENCE = r"(?![A-Z]{2,4} [12]\d{3}(?:Code|\s|$))"
_HEADS = tuple(
    re.compile(form)
    for form in (
        rf"(?:{SCORE}{_SEP})?{_NO_CONFERENCE}(?P<category>{CATEGORY}){_SEP}(?P<date>{DATE}){CODE}",
        # Any other field, where only the run-together date tells that it is none of a sentence.
        rf"(?:{SCORE}\s?)?(?P<category>{_FIELD})(?P<date>{_NAMED_DAY}){CODE}",
        # A number before a bare year counts something, as often as not.
        rf"{SCORE}{_SEP}(?P<category>)(?P<date>(?![12]\d{{3}}(?:Code|\s|$)){DATE}){CODE}",
        rf"(?P<score>\d{{1,3}}\.\d{{1,3}}){_SEP}(?P<category>{CATEGORY})(?P<date>){CODE}",
        rf"(?:{SCORE}{_SEP})?(?P<category>{CATEGORY}){_SEP}(?P<date>{_AGO}){CODE}",
    )
)
_DATE_ALONE = re.compile(rf"(?P<score>)(?P<category>)(?P<date>{DATE}){CODE}")
_ODD_DATE = re.compile(rf"(?:{SCORE}\s?)?(?P<category>{CATEGORY})\s?(?P<date>[A-Z\d?].{{0,24}}?){CODE}")
_ARCHIVES = re.compile(r"[A-Z]{2}|[a-z]+(?:-[a-z]+)*\.[A-Za-z]{2,5}(?:-[a-z]+)?")
"""Two capitals, or an archive and what it parts into; longer words in capitals may be buttons ("PDF")."""
_CATEGORY_ALONE = re.compile(rf"(?P<score>)(?P<category>\S.*?)(?P<date>){CODE}")
_COUNT = re.compile(r"\d[\d,]*\s[^\W\d_]+")
"""The heading over all works: "17 Papers"."""
_ROUGH_DATE = re.compile(
    r"(?:spring|summer|autumn|fall|winter|early|mid|late|q[1-4]|ca?\.)[ -]?(?:[12]\d{3}|\w+ [12]\d{3})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the line over a title states.

    Attributes:
        index: Which of the seed's non-blank lines it is, counted from 0.
        titled: Whether text follows on the very next line.
        odd_date: What stands where the date should, and cannot be read as one; else empty.
    """

    index: int
    titled: bool
    score: Decimal | None
    category: str
    date: PartialDate | None
    odd_date: str
    has_code: bool


def find_heads(lines: Sequence[Line]) -> list[Head]:
    """The heads among the seed's non-blank lines, in order.

    First those that cannot be taken for anything else; then, where there are some, those that only look like
    heads from their place: under a blank line, and touching the line below.
    """
    certain: dict[int, re.Match[str]] = {}
    for index, line in enumerate(lines):
        below_a_head = index - 1 in certain and lines[index - 1].touches(line)
        if not below_a_head and (match := _certain(line.text)):
            certain[index] = match
    if not certain:
        return []
    categories = {match["category"] for match in certain.values()} - {""}
    first = min(certain)
    found = dict(certain)
    for index, line in enumerate(lines):
        if index not in certain and index - 1 not in certain and _stands_like_a_head(lines, index):
            match = _likely(line.text, categories) or (
                _bare(line.text, categories)
                if index > first or _COUNT.fullmatch(lines[index - 1].text)
                else None
            )
            if match is not None:
                found[index] = match
    return [_head(lines, index, found[index]) for index in sorted(found)]


def is_head(text: str) -> bool:
    """Whether a line by itself can be nothing but a head, or is a date."""
    return _certain(text) is not None or find_date(text) is not None


def _certain(text: str) -> re.Match[str] | None:
    if len(text) > LONGEST_HEAD or find_date(text) is not None:  # "1 March 2009" is a day, and no score of 1
        return None
    return next((match for form in _HEADS if (match := form.fullmatch(text))), None)


def _stands_like_a_head(lines: Sequence[Line], index: int) -> bool:
    number = lines[index].number
    under_blank = index > 0 and lines[index - 1].number + 1 < number
    return under_blank and _touches_below(lines, index)


def _touches_below(lines: Sequence[Line], index: int) -> bool:
    return index + 1 < len(lines) and lines[index + 1].number == lines[index].number + 1


def _likely(text: str, categories: set[str]) -> re.Match[str] | None:
    """A date alone; or a score or a known category before something short that should be a date."""
    if len(text) > LONGEST_HEAD:
        return None
    if match := _DATE_ALONE.fullmatch(text):
        return match
    match = _ODD_DATE.fullmatch(text)
    if match is None:
        return None
    scored = bool(match["score"]) and "." in match["score"]
    known = match["category"] in categories and any(character.isdigit() for character in match["date"])
    return match if scored or known or _ROUGH_DATE.fullmatch(match["date"]) else None


def _bare(text: str, categories: set[str]) -> re.Match[str] | None:
    """A category, like arXiv's or one that other heads have, where neither score nor date stands with it."""
    match = _CATEGORY_ALONE.fullmatch(text) if len(text) <= LONGEST_HEAD else None
    if match is None or not (match["category"] in categories or _ARCHIVES.fullmatch(match["category"])):
        return None
    return match


def _head(lines: Sequence[Line], index: int, match: re.Match[str]) -> Head:
    date = find_date(match["date"]) if match["date"] else None
    return Head(
        index=index,
        titled=_touches_below(lines, index),
        score=Decimal(match["score"]) if match["score"] else None,
        category=match["category"] or "",
        date=date,
        odd_date=match["date"] if match["date"] and date is None else "",
        has_code=match["code"] is not None,
    )
