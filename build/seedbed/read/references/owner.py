"""References in a list whose owner they leave out: "On Rain (with Ann Lee), Journal of Rain, 2020"."""

from __future__ import annotations

import re

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList
from seedbed.read.references.found import PART, UNDATED, Found, title_first
from seedbed.read.references.names import listed_names, one_or_several, single_name
from seedbed.read.references.parts import names_and_venue
from seedbed.read.references.venue import VENUE, Publication, read_publication, stated_date
from seedbed.text.dates import find_date

BRACKETED_OTHERS = r"\((?:joint(?:ly)? )?with (?P<names>[^()]{3,200})\)"
"""Those who worked with the owner of the list, whom it leaves out; as a regular expression."""
BESIDE_OWNER = re.compile(rf"[\s,.]*{BRACKETED_OTHERS}[,.]?\s*")
"""The same behind a title, with the marks around it."""
_ALONG = re.compile(r"[,.]? ?(?:[Jj]oint(?:ly)? )?[Ww]ith (?=[^\W_a-z])")
"""The same without brackets, right behind a title in quotation marks."""
_WITH = re.compile(r", (?:joint(?:ly)? )?with (?=[^\W_a-z])")
"""And behind any other title."""
_AND = re.compile(r",? (?:and|&) ")
_LISTED = re.compile(r"(?P<names>[^()]{3,200}? (?:and|&) [^,()]{3,60}), (?P<rest>.+)")
"""Names with "and" before the last, and more behind it."""
_SENTENCE = re.compile(r"\. ")
_REMARK = re.compile(r" (?=\([a-z\d])")
"""In brackets behind names: "(2024)", "(data collection)"."""
_WITH_FIRST = re.compile(rf"{BRACKETED_OTHERS}[.,:]? (?=[^\W_a-z]|[“\"])")
_IN_BOOK = re.compile(r"[\s,.]*[Ii]n:? (?P<book>(?=[^\W\d_a-z])[^,.()\d]{5,150}?)(?:,|\.| ?\()")
"""The book that a chapter stands in, behind its title."""
_QUOTED_AND_DATED = re.compile(
    r"[“„«\"](?P<title>[^“”„«»\"]{5,200}?)[,.]?[”“»\"][,.]? \(?(?P<when>[^()]{4,30}?)\)?\.?"
)


def with_others(text: str) -> Found | None:
    """Those beside the list's owner, in brackets, then the title: "(with Ann Lee) On Rain. Venue, 2020"."""
    match = _WITH_FIRST.match(text) if text.startswith("(") else None
    names = one_or_several(match["names"]) if match else None
    if match is None or names is None:
        return None
    title, rest = title_first(text[match.end() :])
    creators = NameList(names.names, complete=False)
    return Found(title, creators, stated_date(rest), rest, is_marked=bool(rest), leaves_out_owner=True)


def beside_owner(text: str) -> Found | None:
    """A title, those beside the list's owner, the venue: "On Rain (with Ann Lee), Journal of Rain, 2020"."""
    match = BESIDE_OWNER.search(text) or _WITH.search(text)
    if match is None or not match.start():
        return None
    title, rest = text[: match.start()], text[match.end() :]
    if match.re is BESIDE_OWNER:
        names = one_or_several(match["names"])
    else:
        names, rest = names_and_venue(rest)
    date = stated_date(rest)
    dated = date is not None or UNDATED.search(rest) is not None
    if names is None or not dated or read_publication(rest).is_empty() or PART.search(title):
        return None
    return Found(title, NameList(names.names, complete=False), date, rest, leaves_out_owner=True)


def of_owner(title: str, behind: str, date: PartialDate | None) -> Found | None:
    """A title of the list's owner, with those whom "(with …)" names, or with a dated venue behind it."""
    together, along = BESIDE_OWNER.search(behind), along_owner(behind)
    rest = f"{behind[: together.start()]} {behind[together.end() :]}" if together else behind
    listed: NameList | None = None
    if together is not None:
        listed = one_or_several(together["names"])
    elif along is not None:
        listed, rest = along
    venue = read_publication(rest).venue
    named = bool(venue) and not venue[0].islower()
    names = listed.names if listed else ()
    book = _IN_BOOK.match(rest)
    if listed is None and (together or along or not ((named or book) and date)):
        return None
    creators = NameList(names, complete=False)
    if book is not None and not named:
        publication = Publication(book["book"], ())
        return Found(
            title, creators, date, "", is_marked=True, publication=publication, leaves_out_owner=True
        )
    return Found(title, creators, date, rest if named else "", is_marked=True, leaves_out_owner=True)


def quoted_and_dated(text: str) -> Found | None:
    """A title in quotation marks, and nothing behind it but when it was written: "Rain," June 2024."""
    stated = _QUOTED_AND_DATED.fullmatch(text)
    date = find_date(stated["when"]) if stated else None
    if stated is None or date is None or date.year is None:
        return None
    names = NameList((), complete=False)
    return Found(stated["title"], names, date, "", is_marked=True, leaves_out_owner=True)


def along_owner(behind: str) -> tuple[NameList | None, str] | None:
    """Those whom "with …" names right behind a title, and the rest; None where that is not said."""
    along = _ALONG.match(behind)
    return _names_and_rest(behind[along.end() :]) if along is not None else None


def beside_and_where(stated: str) -> tuple[NameList, str] | None:
    """Those behind "with", and where and when the work appeared behind them; None where that is not said."""
    listed, rest = _names_and_rest(stated)
    where = rest.strip(" .,")
    return (listed, where) if listed is not None and tells_where(where) else None


def tells_where(text: str) -> bool:
    """Whether what stands behind names says where a work appeared, or will: "Journal of Rain 4(2), 2020"."""
    told = stated_date(text) is not None or any(sign.search(text) for sign in (UNDATED, VENUE))
    return told and not read_publication(text).is_empty()


def _names_and_rest(stated: str) -> tuple[NameList | None, str]:
    """The names that a text is, or begins with: to a full stop, a remark, or as far as commas part them."""
    if (whole := _ending(stated.rstrip(" .,"))) is not None:
        return whole, ""
    parted = [end.split(stated, maxsplit=1) for end in (PART, _SENTENCE, _REMARK)]
    parted += [[match["names"], match["rest"]] for match in (_LISTED.fullmatch(stated),) if match]
    for head, *rest in parted:
        if rest and (listed := one_or_several(head)) is not None:
            return listed, _dated_sentence(rest[0])
    listed, behind = names_and_venue(stated)
    first, _, others = stated.partition(", ")
    if listed is None and (behind == others or ", " not in others):
        return single_name(first), others
    return (None if UNDATED.fullmatch(behind.strip(" .")) else listed), behind


def _ending(stated: str) -> NameList | None:
    """One name, or several with "and" before the last: else the last one may be a journal's."""
    *_, last = _AND.split(stated)
    return one_or_several(stated) if last != stated and "," not in last else single_name(stated)


def _dated_sentence(stated: str) -> str:
    """What says where a work appeared, without the buttons behind it: "Rain, 2020. Paper. Code."."""
    first, *_ = PART.split(stated, maxsplit=1)
    return first if stated_date(first) is not None else stated


def of_owner_alone(text: str) -> Found | None:
    """A reference that names nobody, in its creator's list: a title, and a venue with a year behind it."""
    title, rest = title_first(text)
    date = stated_date(rest)
    venue = read_publication(rest).venue
    if date is None or not venue or venue[0].islower() or listed_names(title) is not None:
        return None
    return Found(title, NameList((), complete=False), date, rest, leaves_out_owner=True)
