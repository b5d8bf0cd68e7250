"""References whose parts commas or bars part: "Ann Lee, Bo Ek, On slow rain, Phys. Rev. Lett. 125 (2020)".

A title may hold commas, too. So it ends where a venue surely begins, or where nothing but one venue and
numbers can follow; else the line stays as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from seedbed.model.record import NameList
from seedbed.read.buttons import is_buttons, without_buttons
from seedbed.read.creators import is_organisation
from seedbed.read.references.fact_lines import tells_count
from seedbed.read.references.found import PART, UNDATED
from seedbed.read.references.names import listed_names, single_name
from seedbed.read.references.venue import VENUE, read_publication, stated_year
from seedbed.read.vocabulary import TITLE_WORDS
from seedbed.text.months import ANY_MONTH
from seedbed.text.names import is_native

_BARS = tuple(re.compile(rf"\s[{bar}]\s") for bar in "|—–·")
_BEGINS_VENUE = re.compile(
    r"(?i:in|to appear|accepted|presented|published)\b"
    r"|[A-Z][\w-]{0,12}\.\s(?:[A-Z][\w-]{0,12}\.?\s){0,5}"  # "Phys. Rev. Lett. 125"
    r"|[A-Z][\w/&’' -]{0,20}[A-Z][\w/&-]{0,12}[ ’'](?:(?:19|20)\d\d|\d\d)\b"  # "ICML 2020", "IEEE S&P '20"
    r"|[A-Z][^,]{2,80} \d{1,4}(?:\s?\(\d{1,4}\)|:\d)"  # "Annals of Rain 12 (2020)"
)
_NO_WORDS = re.compile(
    rf"(?:and )?(?:pp?\.|pages?|nos?\.|vol\.|doi|arxiv|https?:|{ANY_MONTH}|[a-z]{{0,4}}\d).*|\W*",
    re.IGNORECASE,
)
"""What may stand behind a venue: numbers, pages, a date, an address."""
_DIGIT = re.compile(r"\d")
_NO_NAME = re.compile(r"\b(?i:vol|no|pp)\.? ?\d|\([A-Z]{3}")
_WORD = re.compile(r"[^\W\d_]{3}")
_YEAR_BEHIND = re.compile(r"(?P<stated>.+?),? \((?P<year>(?:19|20)\d\d)[a-z]?\)\.?")
_INITIAL = re.compile(r"[^\W\d_]\.")
_LONGEST_NATIVE = 5
"""Characters of a name in a script that parts no words."""
_MOST_TITLE_PARTS = 3


class Parts(NamedTuple):
    """What such a reference states; `rest` is where and when the work appeared."""

    title: str
    names: NameList
    rest: str


def read_parts(text: str) -> Parts | None:
    """The reference that `text` is; None where it is none, or could be taken apart in two ways."""
    return _by_bars(text) or _names_first(text) or _names_and_year(text) or _title_first(text)


def names_and_venue(stated: str) -> tuple[NameList | None, str]:
    """The names that a line begins with, and the venue behind them, where commas part all of it."""
    parts = [part for part in stated.split(", ") if not is_buttons(part.strip())]
    count = next((at for at, part in enumerate(parts) if _is_no_person(part)), 0)
    if count == len(parts) - 1 and not VENUE.search(parts[-1]) and len(parts[-1].split()) == 1:
        return None, ""  # nothing but a year is left, and the last name may be a journal's
    return listed_names(", ".join(parts[:count])), ", ".join(parts[count:])


@lru_cache(maxsize=4_000)  # each of several ways to find works asks about the same line
def names_with_venue(stated: str) -> tuple[NameList, str] | None:
    """Several names and nothing but a venue behind them: "Ann Lee, Bo Ek, Journal of Rain, 12(3)"."""
    if not any(sign.search(stated) for sign in (_DIGIT, VENUE, UNDATED)):
        return None
    text = without_buttons(stated).rstrip(" .")
    head, *behind = PART.split(text, maxsplit=1)
    listed, where = (listed_names(head), behind[0]) if behind else (None, "")
    listed, where = (listed, where) if listed else names_and_venue(text)
    if listed is None or len(listed.names) == 1 or any(map(VENUE.search, listed.names)):
        return None
    first = where.partition(",")[0].rstrip()
    published = read_publication(where)
    if is_organisation(first) and not _DIGIT.search(where):
        return None  # they work there
    told = _BEGINS_VENUE.match(where) or VENUE.search(first) or published.venue == first != where
    return (listed, where) if told and not published.is_empty() else None


def title_and_venue(stated: str) -> tuple[str, str] | None:
    """A title, and the venue behind it, where a comma parts the two."""
    parts = stated.split(", ")
    behind = range(1, len(parts))
    worded = [at for at in behind if _NO_WORDS.fullmatch(parts[at]) is None]
    at = next((at for at in worded if _BEGINS_VENUE.match(parts[at]) or VENUE.search(parts[at])), 0)
    at = worded[0] if not at and len(worded) == 1 else at
    title = ", ".join(parts[:at])
    inside = any(title.count(opens) != title.count(closes) for opens, closes in ("()", "[]"))
    return (title, ", ".join(parts[at:])) if at and not inside else None


def _by_bars(text: str) -> Parts | None:
    bar = next((bar for bar in _BARS if bar.search(text)), _BARS[0])
    parts = [part for part in bar.split(text) if not tells_count(part)]
    names = [listed_names(part) for part in parts[:2]]
    if len(parts) <= len(names) or (names[0] is None) == (names[1] is None):
        return None
    rest = ", ".join(parts[2:])
    listed = names[0] or names[1]
    return Parts(parts[names[0] is not None], listed, rest) if listed and stated_year(rest) else None


def _names_first(text: str) -> Parts | None:
    names, stated = names_and_venue(text)
    found = title_and_venue(stated.rstrip(".")) if names else None
    if names is None or found is None or stated_year(found[1]) is None:
        return None
    title, rest = found
    return Parts(title, names, rest) if _may_be_title(title) else None


def _names_and_year(text: str) -> Parts | None:
    """The same of which nothing is said but the year, where initials tell names: "A. Lee, On Rain (2020)"."""
    dated = _YEAR_BEHIND.fullmatch(text)
    names, title = names_and_venue(dated["stated"]) if dated else (None, "")
    if dated is None or names is None or not any(map(_INITIAL.match, names.names)):
        return None
    return Parts(title, names, dated["year"]) if _may_be_title(title) else None


def _title_first(text: str) -> Parts | None:
    parts = text.rstrip(".").split(", ")
    if all(map(single_name, parts[:2])):
        return None  # names begin it, though not all of them look like names
    for at in range(1, min(_MOST_TITLE_PARTS, len(parts) - 1) + 1):
        title = ", ".join(parts[:at])
        if ". " in title and single_name(title.rpartition(". ")[2]):
            return None  # a full stop ends the title, and the first of the names stands behind it
        names, rest = names_and_venue(", ".join(parts[at:]))
        if names is not None and stated_year(rest) is not None and _WORD.search(rest):
            return Parts(title, names, rest) if _may_be_title(title) and single_name(title) is None else None
    return None


def _may_be_title(text: str) -> bool:
    """Whether something is said in it that neither a name nor a venue says."""
    words = text.split()
    said = any(word.islower() and word.isalpha() for word in words[1:])
    return (
        (said or not TITLE_WORDS.isdisjoint(words)) and not is_organisation(text) and not VENUE.search(text)
    )


def _is_no_person(part: str) -> bool:
    if is_native(part) and len(part) <= _LONGEST_NATIVE:
        return False
    name = single_name(part.removeprefix("and ").strip()) or listed_names(part)
    other = _NO_NAME.search(part) is not None
    return name is None or other or is_organisation(part) or VENUE.search(part) is not None
