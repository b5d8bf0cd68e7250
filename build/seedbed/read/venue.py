"""Where a work appeared, as the end of a reference states it: "Journal of Rain 12(3), 45–67, 2024"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from seedbed.model.record import Particular
from seedbed.text.identifiers import locate_addresses

_YEAR = re.compile(r"[,;(]?\s*(?<![\d.:/–-])\b(?:19|20)\d\d[a-z]?\b(?!\s?[–-]\s?\d)\)?")
_STATED_YEAR = re.compile(r"(?<![\d.:/–-])(?:19|20)\d\d(?=[a-z]?(?![\w.]?\d))")
_DOI = re.compile(r"\b(?:doi|arxiv|pmid|isbn|issn)\s?:?\s?\S*\d\S*", re.IGNORECASE)
_PAGES = r"(?:pp?\.\s?)?(?P<pages>[A-Za-z]{0,2}\d{1,7}(?:\s?[–—-]{1,2}\s?[A-Za-z]{0,2}\d{1,7})?)"
_NUMBERED = re.compile(
    rf"(?P<venue>.{{3,200}}?)[,.]?\s(?:vol\.?\s?|volume\s)?(?P<volume>\d{{1,4}})"
    rf"(?:\s?\((?P<issue>[^()]{{1,20}})\)|,?\s(?:no|issue|nr)\.?\s?(?P<number>\d{{1,4}}))?(?:\s?[,:;]\s?{_PAGES})?",
    re.IGNORECASE,
)
_PAGED = re.compile(rf"(?P<venue>.{{3,200}}?),?\s(?=pp?\.\s?\d|\(pp?\.\s?\d)\(?{_PAGES}\)?", re.IGNORECASE)
_IN = re.compile(r"\A(?i:in|to appear in|forthcoming in|published in)(?: the)?:?\s+(?=[^\W_a-z]|\d)")
_PUBLISHER = re.compile(r"(?:(?P<place>[^\W\d_][\w .,-]{1,40}):\s)?(?P<publisher>[^:]{2,60})")
_PUBLISHERS = ("press", "verlag", "publishers", "publishing", "books", "& sons", "éditions", "society")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
_MARKS = " .,;:–—-*_"
_LONGEST = 160
_MOST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Publication:
    """Where a work appeared; the venue is empty where that cannot be told."""

    venue: str = ""
    particulars: tuple[Particular, ...] = ()


def stated_year(text: str) -> int | None:
    """The last year that stands in `text` and is no part of another number."""
    years = _STATED_YEAR.findall(text)
    return int(years[-1]) if years else None


def read_publication(stated: str) -> Publication:
    """What stands behind a reference's title and names; year, addresses and archives' numbers left out."""
    text = stated
    for address in reversed(list(locate_addresses(stated))):
        text = f"{text[: address.start]} {text[address.end :]}"
    text = _YEAR.sub(" ", _DOI.sub(" ", text))
    text = " ".join(_EMPTY.sub(" ", text).split()).strip(_MARKS)
    text = text.strip(f"{_MARKS}()[]") if text.count("(") != text.count(")") else text
    text = _IN.sub("", text, count=1)
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or not text[0].isalnum():
        return Publication()
    for form in (_NUMBERED, _PAGED):
        match = form.fullmatch(text)
        if match:
            return _numbered(match.groupdict())
    return _published_by(text)


def _numbered(parts: dict[str, str | None]) -> Publication:
    venue = (parts["venue"] or "").strip(" ,.;*_")
    found = (
        ("volume", parts.get("volume")),
        ("number", parts.get("issue") or parts.get("number")),
        ("pages", parts.get("pages")),
    )
    return Publication(venue, tuple(Particular(label, value) for label, value in found if value))


def _published_by(text: str) -> Publication:
    """A publisher with its place, where the name says that it is one; else the venue."""
    match = _PUBLISHER.fullmatch(text)
    if match and match["publisher"].casefold().rstrip(".").endswith(_PUBLISHERS):
        stated = (("place", match["place"]), ("publisher", match["publisher"]))
        return Publication("", tuple(Particular(label, value) for label, value in stated if value))
    return Publication(text) if ". " not in text else Publication()
