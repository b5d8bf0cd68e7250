"""A line of a list that names a work's creators: "Ann Lee*, Bo Ek (2)", "by Ann Lee", "with Bo Ek"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from seedbed.model.record import NameList
from seedbed.read.buttons import is_buttons
from seedbed.read.creators import split_organisations
from seedbed.read.lists.list_gap import is_control
from seedbed.read.references.names import abbreviated_names, listed_names, single_name
from seedbed.read.references.parts import names_and_venue
from seedbed.read.vocabulary import FUNCTION_WORDS, ORGANISATIONS, TITLE_WORDS
from seedbed.read.works.affiliations import affiliated_names

_LONGEST = 1500
_QUOTES = frozenset("“”„«»")
"""What stands around titles, and around no names."""
_SAID = re.compile(
    r"(?i:(?:(?:written )?by|authors?(?:\(s\))?\s?:)\s+)"
    r"|(?:Par|Por) (?=[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4}(?:,| et | y | e |$))"
)
"""What stands before creators; "Par" may be a name, too, and then one word follows it."""
_BESIDE = re.compile(r"(?:joint(?:ly)? (?:work )?)?with:?\s+", re.IGNORECASE)
_NUMBER_BEHIND = re.compile(r"\s[-–—|]\s#?(?:[A-Za-z]{1,6}[ -]?)?\d.{0,40}$")
_MORE_BEHIND = re.compile(r"\s[•|]\s")
"""What parts the creators from what else a line says: "By Ann Lee • Mentored by Cy Roe • Summer 2024"."""
_PUBLISHED_BEHIND = re.compile(
    r"\s(?:\((?P<where>[^()]{3,150}\b(?:19|20)\d\d)\)"
    r"|[–—|·-]\s(?P<stated>[^()–—|·]{3,150}[, (](?:19|20)\d\d\)?))$"
)
"""Where a work appeared, behind its creators: "By Ann Lee (Journal of Rain, 2024)", "Ann Lee — Rain, 2024".
"""
_HELPED_BY = re.compile(r",? (?:and )?(?:mentored|supervised|advised) by [^()]{3,150}?(?= \(|$)")
_PLACED = re.compile(r"\s\((?P<place>[^\W\d_][^()]{2,150})\)(?=[,;]| and | & |$)")
_DATED_NAME = re.compile(r"\((?:19|20)\d\d(?:[–-][\w ]{0,9})?\)(?:,|$)")
"""Behind those of whom a page tells when they were somewhere: "Ann Lee (2020), Bo Ek (2017)"."""
_ONE_INITIAL = re.compile(r" [A-Z](?=[*#†‡,]|$)")
"""Names whose initials are never one letter may have family names in capitals: "Bo EK"."""
_LONGEST_NAME = 4
"""Words; where a venue stands behind the names, what has more may be a title in capitals in front of them."""
_ENDS_IN_YEAR = re.compile(r", [^,]{2,120} (?:19|20)\d\d$")
_ENDS_SENTENCE = re.compile(r"(?<=\w\w)\.$(?<!\bal\.)")


@dataclass(frozen=True, slots=True)
class Byline:
    """Whom a line names.

    Attributes:
        sure: Whether the line can be nothing else; one name alone may be a place, or a heading.
        leaves_out_owner: Whether it names those alone who worked with the owner of the page.
        where: Where the work appeared, and when, if the line says so behind the names.
    """

    creators: NameList
    organisations: tuple[str, ...]
    sure: bool
    leaves_out_owner: bool = False
    where: str = ""


def read_byline(text: str) -> Byline | None:
    """The names that a line lists and nothing else; None where it lists none, or institutions."""
    if len(text) > _LONGEST or not _QUOTES.isdisjoint(text):
        return None
    said, beside = _SAID.match(text), _BESIDE.match(text)
    lead = said or beside
    stated = text[lead.end() :] if lead else text
    if not stated or stated[0].islower() or ("(" in stated and _DATED_NAME.search(stated)):
        return None
    published = _PUBLISHED_BEHIND.search(stated)
    stated = stated[: published.start()] if published else _NUMBER_BEHIND.sub("", stated)
    stated = _MORE_BEHIND.split(stated, maxsplit=1)[0]
    stated, places = _without_places(_HELPED_BY.sub("", stated) if " by " in stated else stated)
    if employed := affiliated_names(stated):
        people, employers = employed
        known = NameList(people, complete=beside is None)
        where = (published["where"] or published["stated"]) if published else ""
        return Byline(known, employers, sure=True, leaves_out_owner=beside is not None, where=where)
    names, organisations = split_organisations(_ENDS_SENTENCE.sub("", _with_commas(stated)))
    several = (
        abbreviated_names(names, one_too=True) if _ONE_INITIAL.search(names) else None
    ) or listed_names(names)
    where = (published["where"] or published["stated"]) if published else ""
    if several is None and _ENDS_IN_YEAR.search(names):
        found, stands = names_and_venue(names)
        if found and all(len(name.split()) <= _LONGEST_NAME for name in found.names):
            several, where = found, stands
    listed = several or _one(names)
    if listed is None or not all(map(_may_be_a_person, listed.names)):
        return None
    if beside:
        listed = replace(listed, complete=False)
    organisations = (*organisations, *filter(_names_organisation, places))
    sure = several is not None or said is not None or bool(organisations) or bool(where)
    return Byline(listed, organisations, sure, leaves_out_owner=beside is not None, where=where)


def _without_places(text: str) -> tuple[str, tuple[str, ...]]:
    """The names without the places of work in brackets behind them, and those places."""
    if "(" not in text:
        return text, ()
    return _PLACED.sub("", text), tuple(dict.fromkeys(match["place"] for match in _PLACED.finditer(text)))


def _names_organisation(place: str) -> bool:
    return not ORGANISATIONS.isdisjoint(word.strip(".,'’").casefold() for word in place.split())


def _with_commas(text: str) -> str:
    """A list whose names are all parted by dots, parted by commas: "Ann Lee · Bo Ek"."""
    parts = text.split(" · ")
    names = len(parts) > 1 and all(single_name(part) and _may_be_a_person(part) for part in parts)
    return ", ".join(parts) if names else text


def _one(text: str) -> NameList | None:
    """One full name, and no button or sentence."""
    first = text.split(maxsplit=1)[0].casefold() if text else ""
    furniture = first in FUNCTION_WORDS or is_buttons(text) or is_control(text)
    return None if furniture else single_name(text)


def _may_be_a_person(name: str) -> bool:
    words = [word.strip(",'’()").casefold() for word in name.split()]
    return ":" not in name and ORGANISATIONS.isdisjoint(words) and TITLE_WORDS.isdisjoint(words[1:])
