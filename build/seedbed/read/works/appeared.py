"""Which lines say where a work appeared, and when: "In Proceedings of Rain, 2024", "Draft: May 2024"."""

from __future__ import annotations

import re

from seedbed.model.date import PartialDate
from seedbed.read.buttons import is_buttons
from seedbed.read.dated_headings import heading_date
from seedbed.read.references.owner import BESIDE_OWNER
from seedbed.read.references.venue import (
    RESUBMIT,
    STANDING,
    VENUE,
    is_honour,
    read_publication,
    standing_date,
    stated_year,
)
from seedbed.read.shape import is_prose
from seedbed.read.works.venue_tags import part_tag
from seedbed.text.dates import find_date
from seedbed.text.months import MONTH

LONGEST_VENUE = 250
"""Characters of a line that says where a work appeared."""
NUMBERS = re.compile(r"\d{1,6}\*?(?: (?:19|20)\d\d)?|\*")
"""A line of numbers alone: how often a work is cited, its year once more, or both."""
_DATED = re.compile(
    r"(?:(?:first )?(?:published|posted|submitted|released|date)(?: on| online)?\s?[:：]?"
    r"|(?:(?:this|first|current|latest|last|new) )?(?:version|draft|updated?|revised)\s?[:：])\s"
    rf"(?P<date>\d{{1,2}} {MONTH},? \d{{4}}|{MONTH} (?:\d{{1,2}},? )?\d{{4}}|\d{{4}}(?:-\d\d(?:-\d\d)?)?)"
    r"(?![\w-])",
    re.IGNORECASE,
)
_PUBLISHED_ONLINE = re.compile(
    r"\b(?:published|available)(?: online)?:? "
    rf"(?P<date>\d{{1,2}} {MONTH},? \d{{4}}|{MONTH} \d{{1,2}},? \d{{4}}|\d{{4}}-\d\d-\d\d)(?![\w-])",
    re.IGNORECASE,
)
_HANDLED = re.compile(r"\b(?:received|accepted|published online):? ", re.IGNORECASE)
"""When a paper came in, and when it was taken: "Received 2 Feb 2023, Accepted 14 Jun 2023"."""
_NOT_YET = re.compile(rf"(?:{RESUBMIT}|reject and resubmit)\b", re.IGNORECASE)
"""A journal that has not taken a paper is not where it appeared."""
_TIMES_ONLY = re.compile(
    rf"(?:\b(?:{MONTH}|spring|summer|autumn|fall|winter|\d{{1,4}}(?:st|nd|rd|th|[ap]\.?m\.?)?|[ap]\.?m\.?|present|now|today|to|until|since)(?!\w)"
    r"|[ ,.:;/()–—-])+",
    re.IGNORECASE,
)
"""A line of dates and hours alone: how long somebody was somewhere, or when a talk is."""
_PERIOD = re.compile(r"\((?:19|20)\d\d ?[–-] ?(?:19|20)?\d\d\)$")
"""In brackets behind a title: the years that a work is about, and none in which it appeared."""
_LIFE = re.compile(r"(?:born|died|nationality|geboren|gestorben)\b", re.IGNORECASE)
"""How a line begins that says when somebody lived."""
_ENDS_IN_YEAR = re.compile(
    r"(?:19|20)\d\d\)?[.,]{0,2}(?: (?:oral|spotlight|poster|invited|best)\b[^.]{0,40}\.?)?$", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"(?i:in|to appear (?:in|at)|(?:accepted|presented|published|appeared|abridged) (?:in|at|by|to))"
    r"(?: the)? "
    r"(?=[^\W_a-z]|\d|proc)"
)
"""How a sentence begins that says where a work appeared: "In Proceedings of the …"."""
_FEWEST_SIGNS = 2
_SAYING = frozenset(
    "we is are was were be that this these our can it how has have had i my which who their they its".split()
)
_SHORT = 150
_HONOUR = re.compile(r"\b(?:awards?|prizes?|winner|covered|press|talk|version|best)\b", re.IGNORECASE)
_KIND_WITH_VENUE = re.compile(
    r"(?:paper|pdf|poster|slides|talk|video) \((?P<where>[^()]{4,120})\)", re.IGNORECASE
)
"""A link, and where what it leads to appeared."""
_REMARK_BEHIND = re.compile(
    r"(?<=[\d.)]) \((?:[^\W_a-z][^()]{5,100}\.|(?:lead|invited|open access|peer[- ]reviewed)(?: \w+)?"
    r"|in [A-Z]\w+)\)$"
)


def is_dated_venue(text: str) -> bool:
    """Whether a line is short and states a year beside something else, as where a work appeared does."""
    return (
        len(text) <= LONGEST_VENUE
        and stated_year(text) is not None
        and find_date(text) is None
        and heading_date(text) is None
        and len(text.split()) > 1
        and not part_tag(text)[0]
        and not is_buttons(text)
        and NUMBERS.fullmatch(text) is None
        and _TIMES_ONLY.fullmatch(text) is None
        and _LIFE.match(text) is None
        and (_PERIOD.search(text) is None or VENUE.search(text) is not None)
    )


def without_kind(text: str) -> str:
    """Where a work appeared, without the link before it, and without a remark in brackets behind it.

    As in "Paper (Rain 2024 Spotlight)", "Rain Press, 2024. (A book for children is to follow.)".
    """
    match = _KIND_WITH_VENUE.fullmatch(text)
    return match["where"] if match else _REMARK_BEHIND.sub("", text)


def is_venue(text: str) -> bool:
    """Whether a short line says where a work appeared; one that ends as sentences do ends in its year."""
    if _HANDLED.search(text) or _NOT_YET.match(text) or STANDING.match(text) or is_honour(text):
        return False
    dated, named = is_dated_venue(text), VENUE.search(text) is not None
    sentence = is_prose(text) and not says_where(text)
    return (
        (dated or named)
        and not sentence
        and len(text) <= LONGEST_VENUE
        and BESIDE_OWNER.search(text) is None  # a title stands before it
        and not read_publication(text).is_empty()
    )


def says_where(text: str) -> bool:
    """Whether a sentence says where a work appeared, and nothing of what it is about."""
    if len(text) > LONGEST_VENUE or STANDING.match(text):
        return False
    published = read_publication(text)
    numbered = any(each.label != "publisher" for each in published.particulars)
    signs = (VENUE.search(text), _ENDS_IN_YEAR.search(text), _PUBLISHED.match(text), numbered)
    little = says_little(text) and bool(published.venue) and _HONOUR.search(text) is None
    return little or sum(map(bool, signs)) >= _FEWEST_SIGNS


def begins_as_venue(text: str) -> bool:
    """Whether a line begins as one that says where a work appeared: "In Proceedings of the …"."""
    return _PUBLISHED.match(text) is not None


def says_little(text: str) -> bool:
    """Whether a short line with a year has none of the words that a sentence about something has."""
    words = {word.strip(".,()").casefold() for word in text.split()} if len(text) <= _SHORT else _SAYING
    return stated_year(text) is not None and _SAYING.isdisjoint(words)


def date_of_work(text: str) -> PartialDate | None:
    """The date that a line is, or that it says a work was published on."""
    dated = _DATED.match(text) or (_PUBLISHED_ONLINE.search(text) if _HANDLED.search(text) else None)
    date = find_date(dated["date"]) if dated else find_date(text) or standing_date(text)
    return date if date is not None and date.year is not None else None
