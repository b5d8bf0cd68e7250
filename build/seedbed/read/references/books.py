"""Books in a list whose owner they leave out, told by their ISBN: "On Rain. London: Thule, 1983. ISBN …"."""

from __future__ import annotations

import re

from seedbed.model.record import NameList, Particular
from seedbed.read.references.found import Found
from seedbed.read.references.names import one_or_several
from seedbed.read.references.owner import BRACKETED_OTHERS
from seedbed.read.references.venue import Publication
from seedbed.text.dates import find_date

_ISBN = re.compile(r"[.,;]? \(?ISBN(?:-1[03])?:? ?[\dXx][\dXx –-]{8,20}\)?\.?$")
_YEAR = r"(?:1[5-9]|20)\d\d"
_WITH = re.compile(rf"{BRACKETED_OTHERS}[.,:]? ")
_PLACE = r"(?:(?P<place>[^\W\d_a-z][^\d_.:;()]{1,40}): )"
_HOUSE = r"(?P<house>[^\W\d_a-z][^\d.:;()]{2,80}?)"
_OF_BOOKS = r"(?=[^,.:;()]{0,60}\b(?:Press|Books|Publish\w+|Verlag|House|University|Editions|Éditions)\b)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<title>.{{3,300}}?)[.,]? \((?P<year>{_YEAR})\)[.,] {_PLACE}?{_HOUSE}",
        rf"(?P<title>.{{3,300}}?)(?:\.|(?<=[?!])) {_PLACE}{_HOUSE}, (?P<year>{_YEAR})",
        rf"(?P<title>.{{3,300}}?)(?:[.,]|(?<=[?!])) {_OF_BOOKS}{_HOUSE}, (?P<year>{_YEAR})",
        rf"(?P<title>.{{3,300}}?)[.,]? \({_PLACE}?{_HOUSE},? (?P<year>{_YEAR})\)",
    )
)
"""Its title, then where, by whom and when it was published, the year before or behind that."""
_ARTICLE = re.compile(r"(?:An?|The) ")


def read_book(text: str) -> Found | None:
    """The book that a line states with its ISBN, and those whom "(with …)" names beside the list's owner."""
    isbn = _ISBN.search(text) if "ISBN" in text else None
    stated = text[: isbn.start()] if isbn else ""
    beside = _WITH.match(stated)
    names = one_or_several(beside["names"]) if beside else None
    if beside is not None and names is None:
        return None
    bare = stated[beside.end() :] if beside else stated
    book = next((match for form in _FORMS if (match := form.fullmatch(bare))), None)
    if book is None or _begins_with_names(book["title"]):
        return None
    creators = NameList(names.names if names else (), complete=False)
    place = book.groupdict().get("place")
    house = f"{place}: {book['house']}" if place else book["house"]
    published = Publication("", (Particular("publisher", house),))
    date = find_date(book["year"])
    return Found(
        book["title"], creators, date, house, is_marked=True, publication=published, leaves_out_owner=True
    )


def begins_with_article(names: NameList) -> bool:
    """Whether what was taken for names begins as titles do."""
    return bool(names.names) and _ARTICLE.match(names.names[0]) is not None


def _begins_with_names(title: str) -> bool:
    """Whether names stand in front of the title, or in its place."""
    first, stop, _ = title.partition(". ")
    dated = re.search(rf"\({_YEAR}\)", title) is not None
    return dated or ((stop != "" or _ARTICLE.match(title) is None) and one_or_several(first) is not None)
