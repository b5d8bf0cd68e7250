"""A line of a list that names a work's creators: "Ann Lee*, Bo Ek (2)", "by Ann Lee", "with Bo Ek"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from seedbed.model.record import NameList
from seedbed.read.buttons import is_buttons, is_control, without_buttons
from seedbed.read.creators import (
    is_in_two_scripts,
    is_organisation,
    may_hold_organisation,
    read_names,
    split_organisations,
    without_article,
)
from seedbed.read.references.fact_lines import part_facts
from seedbed.read.references.names import abbreviated_names, listed_names, one_or_several, single_name
from seedbed.read.references.owner import beside_and_where
from seedbed.read.references.parts import names_and_venue, names_with_venue
from seedbed.read.references.venue import STANDING
from seedbed.read.vocabulary import FUNCTION_WORDS, OF_HEADINGS, ORGANISATIONS, TITLE_WORDS
from seedbed.read.works.affiliations import affiliated_names, is_institution_line
from seedbed.read.works.beside_owner import BESIDE, without_brackets

_LONGEST = 1500
_QUOTES = frozenset("“”„«»")
"""What stands around titles, and around no names."""
_SAID = re.compile(
    r"(?i:(?:(?:written )?by|authors?(?:\(s\))?\s?:)\s+)"
    r"|(?:Par|Por) (?=[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4}(?:,| et | y | e |$))"
)
"""What stands before creators; "Par" may be a name, too, and then one word follows it."""
_CODE = re.compile(r"(?=\S{0,4}\d)[A-Z]{0,2}\d{0,2}[A-Z]?[-.]?\d{1,3}[.:)]? (?=[^\W\d_a-z])")
"""By which a programme calls a talk or a poster, in front of the names: "1A-2 Ann Lee", "P12. Ann Lee"."""
_NUMBER_BEHIND = re.compile(r"\s[-–—|]\s#?(?:[A-Za-z]{1,6}[ -]?)?\d.{0,40}$")
_MORE_BEHIND = re.compile(r"\s[•|]\s")
"""What parts the creators from what else a line says: "By Ann Lee • Mentored by Cy Roe • Summer 2024"."""
_PUBLISHED_BEHIND = re.compile(
    r"\s(?:\((?P<where>[^()]{3,150}\b(?:19|20)\d\d)\)"
    r"|[–—|·-]\s(?P<stated>(?:[^()–—|·]|\(\d{1,4}\)|(?<=\d)–(?=\d)){3,150}[, (](?:19|20)\d\d\)?))$"
)
"""Where a work appeared, behind its creators: "By Ann Lee (Journal of Rain, 2024)", "Ann Lee — Rain, 2024".
"""
_MORE_OF_THEM = re.compile(r"(?: ·)?,? (?:\(?\+ ?\d{1,4}(?: more| others)?\)?|et al\.?|…)$", re.IGNORECASE)
"""What stands for the rest behind names that dots part."""
_HELPED_BY = re.compile(r",? (?:and )?(?:mentored|supervised|advised) by [^()]{3,150}?(?= \(|$)")
_OF_ALL = re.compile(r"^(?:both|all)(?: at| of)? ")
_PLACED = re.compile(r"\s\((?P<place>[^\W\d_][^()]{1,150})\)\*?(?=[,;]| and | & |$)")
_UNEMPLOYED = re.compile(r",? independent (?:researcher|scholar|consultant)s?\b", re.IGNORECASE)
"""What stands behind a name in place of an institution."""
OF_PROGRAMMES = frozenset(
    "session sessions panel room track break coffee tea lunch dinner reception registration posters".split()
)
"""Words of what stands between the talks of a programme, written as a name is: "Afternoon Tea"."""
_PRESENTED = frozenset(
    "spotlight oral poster talk paper presentation keynote invited contributed lightning".split()
)
"""Words that say how a work is presented, of which somebody's name holds one at most: "Spotlight Poster"."""
_OF_LINKS = frozenset("cv curriculum vitae vitæ résumé resume github linkedin scholar orcid email".split())
"""Words of where a home page leads, which stand below its owner as an employer does."""
_AT = re.compile(r"(?P<names>[^–—|()]{3,80}?)\s[-–—|]\s(?P<place>[^–—|()]{2,120})")
"""Names, a dash, and where they work: "Ann Lee — University of Cork"."""
_DATED_NAME = re.compile(r"\((?P<year>(?:19|20)\d\d)(?:[–-][\w ]{0,9})?\)(?:,|$)")
"""Behind those of whom a page tells when they were somewhere: "Ann Lee (2020), Bo Ek (2017)".

Behind the last of several it says when they wrote something.
"""
_ONE_INITIAL = re.compile(r" [A-Z](?=[*#†‡,]|$)")
"""Names whose initials are never one letter may have family names in capitals: "Bo EK"."""
_FEWEST_FULL = 2
_LONGEST_NAME = 4
"""Words; where a venue stands behind the names, what has more may be a title in capitals in front of them."""
_STAYED = re.compile(
    r" \((?:ph\.? ?d|d\.? ?phil|m\.?(?:sc|phil|a)|b\.?(?:sc|a)|master['’]?s|post-?doc\w*|since|until"
    r"|graduated)\b[^()]*\)",
    re.IGNORECASE,
)
"""Behind those of whom a page tells when they studied there: "Bo Ek (PhD 2025, now at Rain Inc.)"."""
_POSSESSIVE = re.compile(r"[^\W\d_A-Z]['’]s ")
"""What a heading says of somebody, as in "Author's Works"."""
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
    if len(text) > _LONGEST or not _QUOTES.isdisjoint(text) or STANDING.match(text):
        return None
    text, when = without_brackets(text)
    said, beside = _SAID.match(text), BESIDE.match(text)
    lead = said or beside or _CODE.match(text)
    stated, facts = part_facts(text[lead.end() :] if lead else text)
    if not stated or stated[0].islower() or ("(" in stated and _STAYED.search(stated)):
        return None
    byline = _with_venue(stated) if beside is None and not facts else None
    if byline is not None or ("(" in stated and _DATED_NAME.search(stated)):
        return byline
    names, where, places = _parted(stated)
    where = facts or where
    byline = _of_employed(names, where) or _with_place(names)
    told = said is not None or _UNEMPLOYED.search(stated) is not None
    byline = byline or _of_listed(names, where, places, said=told)
    if beside is None:
        return byline
    if (byline is None or not byline.where) and (
        parted := beside_and_where(without_buttons(stated))
    ) is not None:
        byline = Byline(parted[0], (), sure=True, where=parted[1])
    if byline is None:
        return None
    creators = replace(byline.creators, complete=False)
    return replace(byline, creators=creators, leaves_out_owner=True, where=byline.where or when)


def read_mononymous(text: str) -> Byline | None:
    """Several full names, and one of a single word among them: "Ann Lee, Bo Ek, Kartini".

    A place may stand behind names like that; what else stands around the line has to tell that none does.
    """
    names = text.split(", ")
    alone = [name for name in names if " " not in name]
    full = listed_names(", ".join(name for name in names if " " in name))
    sure = full is not None and len(full.names) >= _FEWEST_FULL and len(full.names) == len(names) - 1
    if not sure or len(alone) != 1 or not (alone[0].isalpha() and alone[0].istitle()):
        return None
    listed = NameList(tuple(names))
    return Byline(listed, (), sure=True) if _may_be_people(listed.names) else None


def _parted(stated: str) -> tuple[str, str, tuple[str, ...]]:
    """The names, where the work appeared, and places of work in brackets, without what else a line says."""
    if ";" not in stated:  # else it parts two groups of names as an institution does
        stated = _UNEMPLOYED.sub("", stated)
    published = _PUBLISHED_BEHIND.search(stated)
    stated = stated[: published.start()] if published else _NUMBER_BEHIND.sub("", stated)
    stated = _MORE_BEHIND.split(stated, maxsplit=1)[0]
    names, places = _without_places(_HELPED_BY.sub("", stated) if " by " in stated else stated)
    where = (published["where"] or published["stated"]) if published else ""
    return names, where, places


def _of_employed(stated: str, where: str) -> Byline | None:
    """Names with their institutions behind commas."""
    employed = affiliated_names(stated)
    if employed is None:
        return None
    people, places = employed
    places = tuple(place for place in places if _UNEMPLOYED.fullmatch(f" {place}") is None)
    return Byline(NameList(people), places, sure=True, where=where)


def _of_listed(stated: str, where: str, places: tuple[str, ...], *, said: bool) -> Byline | None:
    """Names alone, or with organisations behind them; `said` is whether a word says that they are names."""
    names, organisations = split_organisations(_ENDS_SENTENCE.sub("", _with_commas(stated)))
    several = abbreviated_names(names, one_too=True) if _ONE_INITIAL.search(names) else None
    several = several or listed_names(names)
    if several is None and _ENDS_IN_YEAR.search(names):
        found, stands = names_and_venue(names)
        if found and all(len(name.split()) <= _LONGEST_NAME for name in found.names):
            several, where = found, stands
    if several is not None:
        several, groups = _without_groups(several)
        organisations = (*organisations, *groups)
    listed = several or _one(names)
    if listed is None or not _may_be_people(listed.names):
        return None
    organisations = (*organisations, *filter(_names_organisation, places))
    sure = several is not None or said or bool(organisations) or bool(where)
    return Byline(listed, organisations, sure, where=where)


def _may_be_people(names: tuple[str, ...]) -> bool:
    return not _is_of_programme(names) and all(map(_may_be_a_person, names)) and not _begins_title(names)


def without_place(text: str) -> str:
    """Names without where they work, behind commas or in brackets: "Ann Lee (University of Cork), Bo Ek"."""
    byline = read_byline(text) if _may_say_where(text) else None
    return ", ".join(byline.creators.names) if byline is not None and byline.creators.complete else text


def organisations_in(text: str) -> Sequence[str]:
    """The organisations among names, and those in brackets behind names: "Ann Lee (University of Cork)"."""
    if _may_say_where(text) and (byline := read_byline(text)) is not None:
        return byline.organisations
    return tuple(filter(is_organisation, read_names(text).names)) if may_hold_organisation(text) else ()


def _may_say_where(names: str) -> bool:
    return (")" in names and not is_in_two_scripts(names)) or may_hold_organisation(names)


def _without_groups(listed: NameList) -> tuple[NameList, tuple[str, ...]]:
    """The people of a list of several, and the groups that stand among them: "Ann Lee, Bo Ek, Rain Team"."""
    groups = tuple(filter(is_organisation, listed.names))
    people = tuple(name for name in listed.names if name not in groups)
    return (replace(listed, names=people), groups) if groups and len(people) > 1 else (listed, ())


def _with_venue(stated: str) -> Byline | None:
    """Several names, and where the work appeared, or nothing but its year: "Ann Lee, Bo Ek (2024)"."""
    dated = _DATED_NAME.search(stated) if "(" in stated else None
    found = names_with_venue(stated) if dated is None else None
    if dated is not None and dated.end() == len(stated):
        several = listed_names(stated[: dated.start()].rstrip())
        found = (several, dated["year"]) if several and len(several.names) > 1 else None
    return Byline(found[0], (), sure=True, where=found[1]) if found else None


def _with_place(stated: str) -> Byline | None:
    match = _AT.fullmatch(stated)
    known = one_or_several(match["names"]) if match and is_institution_line(match["place"]) else None
    if match is None or known is None or not all(map(_may_be_a_person, known.names)):
        return None
    return Byline(known, (match["place"],), sure=True)


def _without_places(text: str) -> tuple[str, tuple[str, ...]]:
    """The names without the places of work in brackets behind them, and those places."""
    if "(" not in text:
        return text, ()
    places = (_OF_ALL.sub("", match["place"]) for match in _PLACED.finditer(text))
    return _PLACED.sub("", text), tuple(dict.fromkeys(places))


def _names_organisation(place: str) -> bool:
    return not ORGANISATIONS.isdisjoint(word.strip(".,'’").casefold() for word in place.split())


def _with_commas(text: str) -> str:
    """A list whose names are all parted by dots, parted by commas: "Ann Lee · Bo Ek (+3 more)"."""
    others = _MORE_OF_THEM.search(text) if " · " in text else None
    parts = text[: others.start() if others else len(text)].split(" · ")
    names = len(parts) > 1 and all(single_name(part) and _may_be_a_person(part) for part in parts)
    return ", ".join((*parts, "et al.") if others else parts) if names else text


def _one(text: str) -> NameList | None:
    """One full name, and no button, heading or sentence."""
    words = text.casefold().split()
    known = not (_OF_LINKS | OF_HEADINGS).isdisjoint(words) or not FUNCTION_WORDS.isdisjoint(words[:1])
    furniture = known or is_buttons(text) or is_control(text)
    return None if furniture else single_name(text)


def _may_be_a_person(name: str) -> bool:
    words = [word.strip(",'’()").casefold() for word in without_article(name).split()]
    return (
        ":" not in name
        and _POSSESSIVE.search(name) is None
        and ORGANISATIONS.isdisjoint(words)
        and TITLE_WORDS.isdisjoint(words[1:])
    )


def _is_of_programme(names: tuple[str, ...]) -> bool:
    """Whether one name alone is none, but what a programme has between talks: "Session A", "Room C204"."""
    words = names[0].casefold().replace(",", "").split() if len(names) == 1 else []
    presented = bool(words) and _PRESENTED.issuperset(words)
    return presented or not OF_PROGRAMMES.isdisjoint(words) or any(word[-1].isdigit() for word in words)


def _begins_title(names: tuple[str, ...]) -> bool:
    """Whether an article stands before the first name, and is no initial: "A Cheap and Simple Gauge"."""
    first, *others = (name.partition(" ")[0] for name in names)
    return first in ("An", "The") or (first == "A" and not any(len(word.strip(".")) == 1 for word in others))
