"""References of the author-date styles, as APA's and Chicago's: names, the year, then the title."""

from __future__ import annotations

import re

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList
from seedbed.read.references.found import PART, UNDATED, Found, title_first
from seedbed.read.references.names import inverted_names, listed_names, reference_names, single_name
from seedbed.read.references.parts import names_and_venue, title_and_venue
from seedbed.read.references.venue import VENUE, read_publication, stated_date

_DATED = r"(?:(?:\d{1,2} )?[A-Z]\w{2,8}\.? (?:\d{1,2}, )?)?(?:19|20)\d\d[a-z]?(?:,[^()]{3,30})?"
YEAR_BEHIND_NAMES = re.compile(
    rf"^(?P<names>[^()]{{3,}}?)(?: \([Ee]ds?\.\)\.?)?"
    rf"(?:\s*\((?P<dated>{_DATED}|(?i:{UNDATED.pattern}))\)[.:,]?"
    rf"|[,.]?\s(?P<bare>(?:19|20)\d\d[a-z]?|(?i:{UNDATED.pattern}))(?:\.|(?<=, \d{{4}}):))\s"
)
"""Names, and behind them the year, in brackets ("dated") or bare; or that there is none."""
_TITLE_END = re.compile(r"(?:(?<=\w\w)\.|(?<=[?!])) (?=[^\W\d_])")
_PERSON_AND_YEAR = re.compile(r"[^()]{3,60} \((?:19|20)\d\d\)")
_SINGLE_QUOTED = re.compile(r"[‘'](?P<title>.{5,300}?)[’'][,.]\s")
_INITIAL = re.compile(r"\b[^\W\d_]\.")
_LONGEST_OF_ONE = 3
"""Words of a name in full, most often."""


def by_year(text: str) -> Found | None:
    """Names and a year, then the title: "Lee, A. (2020). On Rain. Rain Letters.", or "Ann Lee. 2020. …"."""
    match = YEAR_BEHIND_NAMES.match(text)
    written = match["names"].strip(" ,.") if match else ""
    names = reference_names(written)
    if match is None or names is None:
        return _by_title_and_year(text, match) if match and match["dated"] else None
    if match["bare"] and _is_doubtful(match, names):
        return None
    stated = text[match.end() :]
    date = date_behind(match)
    if quoted := _SINGLE_QUOTED.match(stated):
        return Found(quoted["title"], names, date, stated[quoted.end() :], is_marked=True)
    parted = _of_commas(stated, sure=match.group().rstrip().endswith(","))
    title, rest = parted or title_first(stated)
    if len(names.names) == 1 and _is_swapped(written, title):
        return None
    if title.endswith(")") and _PERSON_AND_YEAR.fullmatch(title) and single_name(title[: title.rindex("(")]):
        return None  # a list of people, each with a year
    # One word is a title where such names and a year in brackets stand before it, and a venue behind it.
    inverted = bool(names.names) and all("," in name for name in names.names)
    placed = rest.startswith("In ") or bool(read_publication(rest).particulars)
    placed = placed or (len(names.names) > 1 and rest[:1].isalpha()) or VENUE.match(rest) is not None
    sure = match["dated"] is not None and bool(rest) and (inverted or placed)
    return Found(title, names, date, rest, is_marked=sure and _begins_high(title))


def _begins_high(title: str) -> bool:
    """Whether a capital begins a title, or the words in quotation marks at its beginning."""
    quoted = title.startswith('"') and title.count('"') % len('""') == 0
    return title.removeprefix('"' if quoted else "")[:1].isupper()


def _is_doubtful(match: re.Match[str], names: NameList) -> bool:
    """Whether what stands before a bare year may be no names, or no names alone.

    A place and a year may end on a colon, too; and where nothing parts the names from the year, a venue may
    stand between the two.
    """
    colon = match.group().endswith(": ") and _INITIAL.search(names.names[0]) is None
    return colon or (". " in match["names"].strip(" ,.") and match.string[match.end("names")] == " ")


def _by_title_and_year(text: str, match: re.Match[str]) -> Found | None:
    """A title in front of names with initials and of their year: "On Rain. Lee, A. (2020). Rain Letters."."""
    rest = text[match.end() :]
    if not match.group().rstrip().endswith(".") or not rest[:1].isupper():
        return None
    for end in _TITLE_END.finditer(match["names"]):
        names = inverted_names(match["names"][end.end() :].strip(" ,"))
        if names is not None:
            title = text[: end.end()].strip().removesuffix(".")
            return Found(title, names, date_behind(match), rest, is_marked=True)
    return None


def _of_commas(stated: str, *, sure: bool) -> tuple[str, str] | None:
    """A title, and the venue behind a comma: surely, where a comma stood behind the year, too."""
    title, *rest = PART.split(stated, maxsplit=1)
    return title_and_venue(stated.rstrip(".")) if sure or (not rest and ", " in title) else None


def _is_swapped(written: str, title: str) -> bool:
    """Whether what should be a name is too long for one, and names begin what should be the title."""
    if len(written.split()) <= _LONGEST_OF_ONE:
        return False
    return (listed_names(title) or names_and_venue(title)[0]) is not None


def date_behind(match: re.Match[str]) -> PartialDate | None:
    """The date of a match of `YEAR_BEHIND_NAMES`; None where that says that there is none."""
    return stated_date(match["dated"] or match["bare"])
