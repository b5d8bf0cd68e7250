"""Short facts about a work on one line, between dots or bars: "3 Apr 2026 · Rain Letters · 12 citations"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from seedbed.model.date import PartialDate
from seedbed.read.buttons import is_buttons
from seedbed.read.creators import is_organisation
from seedbed.read.references.names import one_or_several
from seedbed.read.references.venue import VENUE, stated_year
from seedbed.read.shape import is_prose
from seedbed.text.dates import find_date
from seedbed.text.identifiers import address_of

_BETWEEN = re.compile(r"\s[·•∙|]\s")
_LONGEST = 250
_LONGEST_PART = 120
_COUNT = re.compile(
    r"(?:cited by|citations?:?) \d[\d.,]*k?"
    r"|\d[\d.,]*k?\+? (?:citations?|cites|downloads?|views?|reads?|stars?)"
    r"|(?:not yet cited|no citations)(?: yet)?",
    re.IGNORECASE,
)
"""How often a work is cited, or looked at."""
_CATEGORY = (
    r"(?:[a-z]{1,8}(?:-[a-z]{2,4})?\.[A-Z]{2}|(?:physics|cond-mat)\.[a-z]{2,5}(?:-[a-z]{2,5})?"
    r"|(?:hep|quant|gr|nucl|math|astro|cond)-[a-z]{2,4})"
)
_CATEGORIES = re.compile(rf"\[?(?P<first>{_CATEGORY})(?:[,;] {_CATEGORY}){{0,8}}\]?")
"""Of arXiv; the first one is the work's."""
_DATED = re.compile(rf"((?:19|20)\d\d-\d\d(?:-\d\d)?),? +({_CATEGORY})(?:,? +(\S.*))?")
"""A day and a category, which nothing but blanks part: "2026-01-30 cs.CY", and where the work appeared."""
_PUBLISHED_IN = re.compile(
    rf"(?:published|posted|submitted|announced)(?: on)?:? (.{{4,20}}?) (?:in|to) ({_CATEGORY})", re.IGNORECASE
)
"""The same in words: "Published 30 Jan 2026 in cs.CY"."""
_PUBLISHED_BEGINS = frozenset("aApPsS")
_LISTED = re.compile(rf" \[{_CATEGORY}\]$")
"""The category behind an archive's number."""
_ASIDE = re.compile(r"new|open access|peer[- ]reviewed|\d{1,4} (?:pages|pp\.?)", re.IGNORECASE)
_FEWEST = 2
_MOST_UNKNOWN = 2
"""Parts of which nothing tells what they are: where a work appeared, and an award."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What such a line states.

    Attributes:
        date: None where it states none beside the venue.
        venue: Where the work appeared; empty where it does not say so.
        addresses: Those that its number at arXiv and its DOI stand for.
        category: The work's at arXiv, or empty.
        sure: Whether a part says what only a line of facts does.
        unknown: The parts of which nothing tells what they are; the first one is the venue.
    """

    date: PartialDate | None = None
    venue: str = ""
    addresses: tuple[str, ...] = ()
    category: str = ""
    sure: bool = False
    unknown: tuple[str, ...] = ()


def read_facts(text: str) -> Facts | None:
    """The facts that a line lists; None where it may be anything else."""
    parts = fact_parts(text)
    if len(parts) < _FEWEST or is_prose(text):
        return None
    return facts_of(parts)


def part_facts(text: str) -> tuple[str, str]:
    """What a line begins with, and the facts behind it, if any: "Ann Lee · RAIN 2020 · 12 citations"."""
    first, *parts = fact_parts(text) or ("",)
    if parts and facts_of(parts):
        return first, " · ".join(parts)
    return (first, ", ".join(parts)) if _are_venue_and_year(first, parts) else (text, "")


def _are_venue_and_year(first: str, parts: Sequence[str]) -> bool:
    """Whether a venue and its date stand behind names, though the venue could be anything."""
    if len(parts) != len(("venue", "date")) or not _may_be_venue(parts[0]) or one_or_several(first) is None:
        return False
    date = find_date(parts[1])
    return date is not None and date.year is not None and find_date(parts[0]) is None


def tells_count(part: str) -> bool:
    """Whether a part says how often a work is cited, or nothing of where it appeared."""
    return is_buttons(part) or any(form.fullmatch(part) for form in (_COUNT, _ASIDE))


def fact_parts(text: str) -> Sequence[str]:
    """The parts of a line between dots or bars; none where it is too long for such a line."""
    if len(text) > _LONGEST:
        return ()
    if text[:2].isdigit() and (dated := _DATED.fullmatch(text)) is not None:
        return [part for part in dated.groups() if part]
    if text[:1] in _PUBLISHED_BEGINS and (stated := _PUBLISHED_IN.fullmatch(text)) is not None:
        return stated.groups()
    if text.isascii() and "|" not in text:  # most lines are told by this
        return (text,)
    return [part.strip() for part in _BETWEEN.split(text)]


def facts_of(parts: Sequence[str]) -> Facts | None:
    """The facts that these parts are; None where one is none, or no part is surely one."""
    facts = Facts()
    for part in parts:
        facts = _with_part(facts, part)
    venue = facts.unknown[0] if facts.unknown else ""
    if len(facts.unknown) > _MOST_UNKNOWN or not all(map(_may_be_venue, facts.unknown)):
        return None
    dated = facts.date is not None and stated_year(venue) == facts.date.year
    appeared = facts.date is not None and (dated or VENUE.search(venue))
    if not (facts.sure or appeared):
        return None
    return replace(facts, venue=venue)


def _with_part(facts: Facts, part: str) -> Facts:
    date = find_date(part)
    categories = _CATEGORIES.fullmatch(part)
    address = address_of(_LISTED.sub("", part))
    if date is not None and date.year is not None and facts.date is None:
        return replace(facts, date=date)
    if address:
        return replace(facts, addresses=(*facts.addresses, address), sure=True)
    if categories:
        return replace(facts, category=facts.category or categories["first"], sure=True)
    if tells_count(part):
        return replace(facts, sure=facts.sure or _COUNT.fullmatch(part) is not None)
    return replace(facts, unknown=(*facts.unknown, part))


def _may_be_venue(part: str) -> bool:
    named = not is_organisation(part) or VENUE.search(part) is not None
    return named and len(part) <= _LONGEST_PART and part[:1].isalnum() and any(map(str.isalpha, part))
