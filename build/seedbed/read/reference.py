"""A work as a reference states it, on one line: creators, title, where it appeared, and the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from seedbed.model.record import NameList, Particular
from seedbed.read.bibliography import address_of
from seedbed.read.creators import is_name_list, read_names, without_marks
from seedbed.read.pubmed import read_pubmed
from seedbed.read.shape import begins_abstract
from seedbed.read.venue import Publication, read_publication, stated_year
from seedbed.read.vocabulary import TITLE_WORDS
from seedbed.text.identifiers import find_addresses

LONGEST = 1500
"""No reference has more characters than this."""

_MARKER = re.compile(r"(?:\[\w{1,8}\]|\(?(?!(?:19|20)\d\d\b)\d{1,5}[.):]|[-–—•*·▪◦‣])\s+")
_WORDS_ON_BUTTONS = (
    "pdf|code|bib|bibtex|arxiv|doi|link|paper|slides|video|poster|website|talk|html|data|appendix|preprint"
    "|supplement|project|demo|dataset|software|abs|abstract|blog|media|ssrn|working paper|replication"
)
_BUTTON = re.compile(rf"[\[(](?:{_WORDS_ON_BUTTONS})[\])]", re.IGNORECASE)
_BUTTONS = re.compile(rf"(?:[\[(|]? ?\b(?:{_WORDS_ON_BUTTONS})\b[\])|]?[ ,·/]*){{1,8}}", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(
    r"\[(?P<text>[^\[\]]{1,300}|\[[^\[\]]{1,40}\])\]\((?P<url>https?://[^()\s]{1,500})\)"
)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,2})(?=\S)(?P<text>[^*_]{1,400}?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"[\[(]code[\])]", re.IGNORECASE)
_CODE_BUTTON = re.compile(r"\bcode\b", re.IGNORECASE)
_YEAR_BEHIND_NAMES = re.compile(
    r"^(?P<names>[^()]{3,}?)(?:\s*\((?P<year>(?:19|20)\d\d)[a-z]?(?:,[^()]{3,20})?\)[.:,]?"
    r"|,\s(?P<bare>(?:19|20)\d\d)[a-z]?\.)\s"
)
_SINGLE_QUOTED = re.compile(r"[‘'](?P<title>.{5,300}?)[’'][,.]\s")
_NUMBER = re.compile(r"\b(?:arxiv|doi):\s?(?:[^\s,;()\[\]]|\([^\s()]{1,40}\)){6,200}", re.IGNORECASE)
"""A work's number at arXiv, or its DOI, without an address around it; brackets inside are part of it."""
_IS_VENUE = re.compile(r"(?:in|to appear in|proceedings|[^,]*\d)\b", re.IGNORECASE)
_FORM = re.compile(
    r"\s*\[(?P<form>[^\[\]]{0,60}(?:dissertation|thesis|report|preprint|book|review)[^\[\]]{0,60})\]$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^(?P<names>[^“”\"]*)[“\"](?P<title>[^“”\"]{5,}?)[,.]?[”\"][,.]?(?P<rest>.*)$")
# A word of some length, a bracket or a quotation mark before the full stop: an initial ends no sentence.
_PART = re.compile(
    r"(?:(?<=[^\W_][^\W_])|(?<=[)\]’\"”$]))\. (?=[^\W_a-z]|[“(]|arXiv)|(?<=[?!]) (?=[^\W_a-z])"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?){1,4}")
_BARE_INITIALS = re.compile(r"[A-Z]{1,3}")
"""As in "Lee AB", of which family name and given names would be taken for each other."""
_BETWEEN = re.compile(r"\s*(?:,\s*(?:and|&)?|;|\band\b|&)\s+")
_WITH = re.compile(r"[\s,.]*\((?:joint )?with (?P<names>[^()]{3,200})\)[,.]?\s*")
_LONGEST_BUTTONS = 120
_FEWEST_TITLE_WORDS = 3
_MOST_TITLE_WORDS = 40
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Reference:
    """What a reference states; `links` are the addresses that it gives.

    Attributes:
        publication: Where the work appeared, as far as that can be told.
    """

    title: str
    creators: NameList
    year: int | None
    links: tuple[str, ...]
    has_code: bool
    publication: Publication


def read_reference(stated: str) -> Reference | None:
    """The reference that a line is; None where it is none, or could be taken apart in two ways.

    Known are `Names. Title. Venue, Year.`, `Title. Names. Venue, Year.`, `Names (Year). Title. Venue.`,
    `Names. Year. Title. Venue.`, PubMed's summaries, and titles in quotation marks, with or without
    "(with Names)" behind them.
    Markdown's emphasis is taken off. A year has to be stated.
    """
    if len(stated) > LONGEST or stated_year(stated) is None:
        return None
    marker = _MARKER.match(stated)
    unlinked = _MARKDOWN_LINK.sub(_link_text, stated[marker.end() :] if marker else stated)
    plain = " ".join(_EMPHASIS.sub(r"\g<text>", _BUTTON.sub(" ", unlinked)).split())
    head, _, tail = plain.rpartition(". ")
    plain = f"{head}." if head and is_buttons(tail) else plain
    found = _quoted(plain) or _listed_by_pubmed(plain) or _by_year(plain) or _by_parts(plain)
    if found is None or any(":" in name for name in found.names.names):
        return None  # no name has a colon: a label stands before it ("Reading: Roe (2001), …")
    title = found.title.strip(" .,")
    if not is_title(title) and not (found.is_marked and title):
        return None
    has_code = _CODE.search(stated) is not None
    publication = read_publication(found.rest)
    if form := _FORM.search(title):
        title = title[: form.start()]
        kind = Particular("type", form["form"])
        publication = replace(publication, particulars=(*publication.particulars, kind))
    numbers = (address_of(match.group()) for match in _NUMBER.finditer(stated))
    links = dict.fromkeys((*find_addresses(stated), *filter(None, numbers)))
    return Reference(title, found.names, found.year, tuple(links), has_code, publication)


def is_buttons(text: str) -> bool:
    """Whether a line holds buttons and nothing else ("PDF  Code")."""
    return len(text) <= _LONGEST_BUTTONS and _BUTTONS.fullmatch(text) is not None


def names_code(text: str) -> bool:
    """Whether buttons lead to code."""
    return _CODE_BUTTON.search(text) is not None


def _link_text(link: re.Match[str]) -> str:
    """What a Markdown link says, unless that is a button."""
    text = link["text"].strip("[]")
    return " " if is_buttons(text) else text


def is_marked(stated: str) -> bool:
    """Whether a line begins as an entry of a list does: with a number or a bullet."""
    return _MARKER.match(stated) is not None


@dataclass(frozen=True, slots=True)
class _Found:
    """A reference taken apart; `is_marked` where quotation marks show the title, which may be short then."""

    title: str
    names: NameList
    year: int
    rest: str
    is_marked: bool = False


def _quoted(text: str) -> _Found | None:
    match = _QUOTED.match(text)
    if match is None:
        return None
    stated, rest = match["names"], match["rest"]
    if rest.startswith(":"):  # the marks enclose a part of the title only
        return None
    behind = _YEAR_BEHIND_NAMES.match(f"{stated.strip()} ")
    year = _year_behind(behind) if behind else stated_year(rest)
    if year is None:
        return None
    if not stated.strip():
        together = _WITH.search(rest)
        rest = f"{rest[: together.start()]} {rest[together.end() :]}" if together else rest
        names = _others(together["names"] if together else "", rest)
    else:
        written = (behind["names"] if behind else stated).strip(" ,.:")
        names = listed_names(written) or single_name(written)
    return _Found(match["title"], names, year, rest, is_marked=True) if names is not None else None


def _others(stated: str, rest: str) -> NameList | None:
    """Whom "(with …)" names beside the list's owner; None where what follows is no venue."""
    venue = read_publication(rest).venue
    if not venue or venue[0].islower():
        return None
    names = (listed_names(stated) or single_name(stated)) if stated else NameList(())
    return None if names is None else NameList(names.names, complete=False)


def single_name(text: str) -> NameList | None:
    """One full name."""
    fits = is_name_list(text) and 1 < len(text.split()) <= _LONGEST_NAME
    return NameList((text.strip(),)) if fits else None


def _listed_by_pubmed(text: str) -> _Found | None:
    found = read_pubmed(text)
    return _Found(found.title, found.creators, found.year, found.where) if found else None


def _by_year(text: str) -> _Found | None:
    match = _YEAR_BEHIND_NAMES.match(text)
    written = match["names"].strip(" ,.") if match else ""
    names = listed_names(written) or single_name(written)
    if match is None or names is None:
        return None
    stated = text[match.end() :]
    if quoted := _SINGLE_QUOTED.match(stated):
        return _Found(quoted["title"], names, _year_behind(match), stated[quoted.end() :], is_marked=True)
    title, rest = _title_first(stated)
    return _Found(title, names, _year_behind(match), rest)


def _title_first(stated: str) -> tuple[str, str]:
    """A title, and what stands behind it; a question at its beginning may have a subtitle behind it."""
    title, *rest = _PART.split(stated, maxsplit=1)
    if rest and title.endswith(("?", "!")):
        subtitle, *behind = _PART.split(rest[0], maxsplit=1)
        several = len(subtitle.split()) > 1
        if behind and several and not _IS_VENUE.match(subtitle) and read_publication(behind[0]).venue:
            return f"{title} {subtitle}", behind[0]
    return title, " ".join(rest)


def _year_behind(match: re.Match[str]) -> int:
    return int(match["year"] or match["bare"])


def _by_parts(text: str) -> _Found | None:
    parts: Sequence[str] = _PART.split(text, maxsplit=3)
    if len(parts) < len(("names", "title", "venue")):
        return None
    if re.fullmatch(r"(?:19|20)\d\d", parts[1]):
        leading = listed_names(parts[0])
        return _Found(parts[2], leading, int(parts[1]), " ".join(parts[3:])) if leading is not None else None
    rest = ". ".join(parts[2:])
    year = stated_year(rest)
    first, second = listed_names(parts[0]), listed_names(parts[1])
    if first is not None and second is not None:
        # Of two that could both be names, the one with words that no name has is the title.
        first = None if _has_title_words(parts[0]) else first
        second = None if _has_title_words(parts[1]) else second
    if year is None or (first is None) == (second is None):
        return None
    title = parts[0] if first is None else parts[1]
    return _Found(title, first or second or NameList(()), year, rest)


def _has_title_words(text: str) -> bool:
    return not TITLE_WORDS.isdisjoint(text.split()[1:])


def listed_names(text: str) -> NameList | None:
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
    listed = without_marks(text[: others.start()] if others else text)
    parts = [part for part in _BETWEEN.split(listed) if part]
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


def is_title(text: str) -> bool:
    """Whether `text` begins as a title does, and is neither too short nor too long for one."""
    words = text.split()
    begins = bool(text) and (
        text[0].isdigit() or (text[0].isalpha() and not text[0].islower()) or text[0] in "$(“‘¿"
    )
    fits = _FEWEST_TITLE_WORDS <= len(words) <= _MOST_TITLE_WORDS and not begins_abstract(text)
    return begins and fits and not find_addresses(text)
