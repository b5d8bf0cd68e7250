"""A work as a reference states it, on one line: creators, title, where it appeared, and the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from seedbed.model.record import NameList
from seedbed.read.creators import is_name_list, read_names
from seedbed.text.identifiers import find_addresses

LONGEST = 1500
"""No reference has more characters than this."""

_MARKER = re.compile(r"(?:\[\w{1,8}\]|\(?\d{1,3}[.)]|[-–—•*·▪◦‣])\s+")
_BUTTON = re.compile(
    r"[\[(](?:pdf|code|bib|bibtex|arxiv|doi|link|paper|slides|video|poster|website|talk|html)[\])]",
    re.IGNORECASE,
)
_CODE = re.compile(r"[\[(]code[\])]", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.:/-])(?:19|20)\d\d(?=[a-z]?(?![\w.]?\d))")
_YEAR_BEHIND_NAMES = re.compile(
    r"^(?P<names>[^()]{3,}?)\s*\((?P<year>(?:19|20)\d\d)[a-z]?(?:,[^()]{3,20})?\)[.:,]?\s"
)
_QUOTED = re.compile(r"^(?P<names>[^“”\"]*)[“\"](?P<title>[^“”\"]{5,}?)[,.]?[”\"][,.]?(?P<rest>.*)$")
# A word of some length, a bracket or a quotation mark before the full stop: an initial ends no sentence.
_PART = re.compile(r"(?:(?<=[^\W_][^\W_])|(?<=[)\]’\"”$]))\. (?=[^\W_a-z]|[“(])|(?<=[?!]) (?=[^\W_a-z])")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?){1,4}")
_BARE_INITIALS = re.compile(r"[A-Z]{1,3}")
"""As in "Lee AB", of which family name and given names would be taken for each other."""
_BETWEEN = re.compile(r"\s*(?:,\s*(?:and|&)?|;|\band\b|&)\s+")
_FEWEST_TITLE_WORDS = 3
_MOST_TITLE_WORDS = 40
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Reference:
    """What a reference states; `links` are the addresses that it gives."""

    title: str
    creators: NameList
    year: int | None
    links: tuple[str, ...]
    has_code: bool


def read_reference(stated: str) -> Reference | None:
    """The reference that a line is; None where it is none, or could be taken apart in two ways.

    Known are `Names. Title. Venue, Year.`, `Title. Names. Venue, Year.`, `Names (Year). Title. Venue.`,
    `Names. Year. Title. Venue.` and titles in quotation marks. A year has to be stated.
    """
    if len(stated) > LONGEST:
        return None
    marker = _MARKER.match(stated)
    plain = " ".join(_BUTTON.sub(" ", stated[marker.end() :] if marker else stated).split())
    found = _quoted(plain) or _by_year(plain) or _by_parts(plain)
    if found is None:
        return None
    title, names, year = found
    title = title.strip(" .,")
    if not _is_title(title):
        return None
    return Reference(title, names, year, find_addresses(stated), _CODE.search(stated) is not None)


def is_marked(stated: str) -> bool:
    """Whether a line begins as an entry of a list does: with a number or a bullet."""
    return _MARKER.match(stated) is not None


_Found = tuple[str, NameList, int]


def _quoted(text: str) -> _Found | None:
    match = _QUOTED.match(text)
    if match is None:
        return None
    stated = match["names"]
    behind = _YEAR_BEHIND_NAMES.match(f"{stated.strip()} ")
    names = _names((behind["names"] if behind else stated).strip(" ,.:"))
    year = int(behind["year"]) if behind else _year(match["rest"])
    return (match["title"], names, year) if names is not None and year is not None else None


def _by_year(text: str) -> _Found | None:
    match = _YEAR_BEHIND_NAMES.match(text)
    names = _names(match["names"].strip(" ,.")) if match else None
    if match is None or names is None:
        return None
    return _PART.split(text[match.end() :], maxsplit=1)[0], names, int(match["year"])


def _by_parts(text: str) -> _Found | None:
    parts: Sequence[str] = _PART.split(text, maxsplit=3)
    if len(parts) < len(("names", "title", "venue")):
        return None
    if re.fullmatch(r"(?:19|20)\d\d", parts[1]):
        leading = _names(parts[0])
        return (parts[2], leading, int(parts[1])) if leading is not None else None
    year = _year(" ".join(parts[2:]))
    first, second = _names(parts[0]), _names(parts[1])
    if year is None or (first is None) == (second is None):
        return None
    return (parts[1], first, year) if first is not None else (parts[0], second or NameList(()), year)


def _names(text: str) -> NameList | None:
    """The names that `text` surely lists: several, or one with initials; "Family, I." is kept as stated."""
    inverted = _inverted(text)
    if inverted is not None:
        return inverted
    if not is_name_list(text):
        return None
    listed = read_names(text)
    words = [name.split() for name in listed.names]
    if any(not 1 < len(each) <= _LONGEST_NAME or _BARE_INITIALS.fullmatch(each[-1]) for each in words):
        return None
    several = len(listed.names) > 1 or not listed.complete
    initials = any(_INITIALS.fullmatch(word) for each in words for word in each)
    return listed if listed.names and (several or initials) else None


def _inverted(text: str) -> NameList | None:
    others = re.search(r",? et\.? al\.?$", text)
    parts = [part for part in _BETWEEN.split(text[: others.start()] if others else text) if part]
    given, families = parts[1::2], parts[::2]
    if (
        not given
        or len(given) != len(families)
        or not all(_INITIALS.fullmatch(f"{part.rstrip('.')}.") for part in given)
    ):
        return None
    if any(not family[:1].isalpha() or len(family.split()) > _LONGEST_NAME for family in families):
        return None
    names = (
        f"{family}, {part if part.endswith('.') else part + '.'}"
        for family, part in zip(families, given, strict=True)
    )
    return NameList(tuple(names), complete=others is None)


def _year(text: str) -> int | None:
    """The last year that stands in `text` and is no part of another number."""
    years = _YEAR.findall(text)
    return int(years[-1]) if years else None


def _is_title(text: str) -> bool:
    words = text.split()
    begins = bool(text) and (
        text[0].isdigit() or (text[0].isalpha() and not text[0].islower()) or text[0] in "$(“‘¿"
    )
    return begins and _FEWEST_TITLE_WORDS <= len(words) <= _MOST_TITLE_WORDS and not find_addresses(text)
