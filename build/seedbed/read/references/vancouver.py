"""References in the style of the National Library of Medicine, which is called Vancouver style, too.

Such a one is "Lee AB, Ek C. A title. J Rain. 2021;12(3):45-67." Rules: https://www.nlm.nih.gov/bsd/uniform_requirements.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList, Particular
from seedbed.read.references.venue import Publication
from seedbed.text.dates import find_date

_CAPITALS = "".join(filter(str.isupper, map(chr, range(ord("À"), ord("ƀ")))))
"""Those of Latin script that English has not."""
NAME = (
    r"(?:['’]t )?[^\W\d_][\w'’-]*(?: (?:(?!and )[^\W\d_][\w'’-]+|[ey]|['’]t)){0,3}"
    rf" (?:[A-Z{_CAPITALS}]{{1,3}}|[A-Z{_CAPITALS}]-[A-Z{_CAPITALS}])(?: (?:Jr|Sr|2nd|3rd))?"
)
"""A name as this style writes it ("van der Meer AB"), as a regular expression."""

ABBREVIATED = re.compile(rf"{NAME}(?:, {NAME}){{0,200}}")
"""Several of them, or one."""

_LEFT_OUT = r"(?:…|\.\.\.|\. \. \.)"
_NAMES = re.compile(
    rf"{NAME}(?:(?:,(?: {_LEFT_OUT},?)?(?: (?:&|and))?| &| and) (?!and ){NAME})*"
    rf"(?P<others>,? et al)?(?P<group>,? (?:on behalf of|for) the [^.;:]{{3,80}})?\. "
)
_BETWEEN = re.compile(r",? (?:&|and) |, ")
_OMISSION = re.compile(rf", {_LEFT_OUT},? ")
_GROUP = re.compile(r"(?P<name>[^\W\d_][\w&'’-]*(?: [\w&'’-]+){1,8})\. ")
_DATE = (
    r"(?P<date>(?:\d{1,2} [A-Z][a-z]{2,8} )?"
    r"(?:19|20)\d\d(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: \d{1,2}(?:-\d{1,2})?)?)?)"
)
_WHERE = re.compile(
    rf"(?:\.|(?<=[^\W\d_])|,(?= \d{{1,2}} [A-Z])) {_DATE}[;,]\s?"
    r"(?P<volume>\d{1,4})(?:\s?\((?P<number>[^()]{1,20})\))?"
    r"(?:\s?:\s?(?P<pages>[A-Za-z]{0,4}\d{1,12}(?:[A-Z]{2}\d{3,6}|[-–][A-Za-z]{0,4}\d{1,7})?))?(?=[.;,\s]|$)"
)
"""Where an article appeared: its date, volume, number and pages: ". 2021;12(3):45-67"."""
_AHEAD = re.compile(rf"(?:\.|(?<=[^\W\d_])) {_DATE}(?::(?P<pages>[\w.()-]{{3,30}}?))?\. doi:\s?10\.")
"""The same of an article that is in no volume yet, or of a preprint, which has a number in place of pages."""
_YEAR = (
    r"(?: https?://\S{5,200})?,? \(?(?P<date>(?:19|20)\d\d)\)?\.?"
    r"(?:;? (?:\[|doi:|https?:|PMC?ID:).{0,250})?$"
)
"""The year that ends a reference, but for addresses, numbers and buttons."""
_YEAR_LAST = re.compile(
    r"(?:\.|(?<=[?!])) (?P<journal>(?:[^\W_a-z][^\W_]{0,11}(?: [^\W_a-z][^\W_]{0,11}){0,2}\. ?){0,8}"
    r"(?:[^\W_a-z]|[a-z]{1,5}[A-Z]|npj )[^.;:?!]{0,80}?)\.?"
    r"(?P<place>,? \d{1,4}(?:\s?\([^()]{1,20}\))?(?:[:,]\s?(?:pp?\. ?)?[A-Za-z]{0,4}\d{1,9}"
    rf"(?:[-–][A-Za-z]{{0,4}}\d{{1,9}})?(?:\.e\d{{1,4}})?)?)?{_YEAR}"
)
"""A journal, perhaps its volume, and the year, as lists on pages end: "On Rain. Nat. Rain 7:1 (2020)."."""
UNDATED_PREPRINT = re.compile(r"[.?!] (?P<archive>[A-Za-z]{1,12}(?i:rxiv))\.? (?:doi:|https?:)\s?\S{5,200}$")
"""Where a preprint is, as lists have it that say no year of one: "On Rain. RainRxiv. doi:10.1/rain"."""
_CHAPTER = re.compile(
    rf"(?P<title>[^.?!]{{3,300}}[?!]?)\.? In: (?P<book>[^.?!]{{3,200}}(?:\..{{0,300}}?)?){_YEAR}"
)
_WORD_AND_STOP = re.compile(r"\w{7}\. |\w \w+\. ")
"""As no journal has them that is abbreviated."""
_THESIS = re.compile(
    r"(?:ph\.? ?d\.?|doctoral|master['’]?s|m\.?sc\.?) (?:thesis|dissertation)\b", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"(?:\. (?P<edition>\d{1,2}(?:st|nd|rd|th) ed))?\. (?P<place>[^.:;]{2,60}): (?P<publisher>[^:;]{2,80}); "
    rf"{_DATE}\b(?:.{{0,30}}?\bp\. (?P<pages>\d{{1,5}}(?:[-–]\d{{1,5}})?))?"
)
_NUMBERED = re.compile(r"\bPMID: \d{1,8}\b|\bdoi:\s?10\.", re.IGNORECASE)
_WITHIN = ". In: "
_EDITORS = re.compile(r".{3,300}?, editors?\. ")
_SENTENCE_END = re.compile(r"(?<=[?!]) |\. ")
_FEWEST_WORDS = 3
"""Of each sentence of a title; where one has fewer, it may be a journal's name with full stops inside."""
_FEWEST_WORDS_ALONE = 2
_MOST_JOURNAL_WORDS = 10
_TITLE = re.compile(r"(?P<title>[^.?!]{10,300}[.?!]) (?=[^\W\d_])")
_DAYS = re.compile(r"-\w+(?: \d.*)?$")
"""The later of two days or months, between which a work appeared."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What such a reference states.

    Attributes:
        where: Where an article appeared, in the order that `seedbed.read.references.venue` reads.
        publication: Where a book appeared, or a chapter of one.
    """

    title: str
    creators: NameList
    date: PartialDate | None
    where: str
    publication: Publication | None = None


def read_vancouver(text: str) -> Listed | None:
    """The reference that `text` begins with; None where title and journal cannot be told apart surely."""
    names = _NAMES.match(text)
    if names is None:
        group = _GROUP.match(text)
        found = _book(text, group.end(), NameList((group["name"],))) if group else None
        return found or _title_first(text)
    ends = (names.start(part) for part in ("others", "group") if names[part])
    listed = text[: min(ends, default=names.end() - len(". "))]
    creators = vancouver_names(listed, complete=names["others"] is None)
    found = _article(text, names.end(), creators) or _book(text, names.end(), creators)
    found = found or _chapter(text, names.end(), creators) or _dated_last(text, names.end(), creators)
    return found or _preprint(text, names.end(), creators)


def _title_first(text: str) -> Listed | None:
    """An article with its title in front of several names: "On rain. Lee AB, Ek C. J Rain. 2021;3:1-9."."""
    title = _TITLE.match(text)
    names = _NAMES.match(text, title.end()) if title else None
    if title is None or names is None or names["group"]:
        return None
    end = names.start("others") if names["others"] else names.end() - len(". ")
    creators = vancouver_names(text[names.start() : end], complete=names["others"] is None)
    where = text[names.end() :]
    cited = read_citation(where)
    last = None if cited else _YEAR_LAST.fullmatch(f". {where}")
    stated = title["title"].removesuffix(".")
    if len(creators.names) == 1 or len(stated.split()) < _FEWEST_WORDS:
        return None
    if cited is not None:
        return Listed(stated, creators, cited[1], "", cited[0])
    return (
        Listed(stated, creators, _date(last["date"]), f"{last['journal']}{last['place'] or ''}")
        if last
        else None
    )


def read_citation(text: str) -> tuple[Publication, PartialDate | None] | None:
    """Where and when an article appeared, as a line beginning with its journal says."""
    where = _WHERE.search(text) or _AHEAD.search(text)
    if where is None or ". " in text[: where.start()]:
        return None
    stated = where.groupdict()
    labels = ("volume", "number", "pages")
    particulars = tuple(Particular(label, stated[label]) for label in labels if stated.get(label))
    return Publication(text[: where.start()], particulars), _date(where["date"])


def vancouver_names(listed: str, *, complete: bool) -> NameList:
    """Names that commas part, each with a comma before the initials, which else look like a family name."""
    whole = _OMISSION.sub(", ", listed)
    names = _BETWEEN.split(whole.removeprefix("and "))
    return NameList(tuple(map(_inverted, names)), complete=complete and whole == listed)


def _article(text: str, start: int, creators: NameList) -> Listed | None:
    where = _WHERE.search(text, start)
    # Without pages or a number, anybody may have written the names, and in another order.
    if where is None or not (where["pages"] or _NUMBERED.search(text, where.end())):
        return None
    *sentences, journal = _SENTENCE_END.split(text[start : where.start()])
    fewest = _FEWEST_WORDS if len(sentences) > 1 else _FEWEST_WORDS_ALONE
    if not sentences or any(len(each.split()) < fewest for each in sentences):
        return None
    if not journal[:1].isalpha() or len(journal.split()) > _MOST_JOURNAL_WORDS:
        return None
    title = text[start : where.start() - len(journal)].strip().removesuffix(".")
    number = f"({where['number']})" if where["number"] else ""
    pages = f": {where['pages']}" if where["pages"] else ""
    return Listed(title, creators, _date(where["date"]), f"{journal} {where['volume']}{number}{pages}")


def _dated_last(text: str, start: int, creators: NameList) -> Listed | None:
    """An article of which the journal, perhaps with its volume, and the year are told.

    One name alone may be no name ("Vitamin D."), unless a volume or a thesis stands behind the title.
    """
    end = _YEAR_LAST.search(text, start)
    title = text[start : end.start()] if end else ""
    if end is None or len(title.split()) < _FEWEST_WORDS or ". " in title:
        return None
    place = end["place"] or ""
    if end.group()[0] != "." and _WORD_AND_STOP.search(end["journal"]):
        return None  # the title may go on behind the question
    several = len(creators.names) > 1 or not creators.complete
    if not several and not place and _THESIS.match(end["journal"]) is None:
        return None
    return Listed(title, creators, _date(end["date"]), f"{end['journal']}{place}")


def _preprint(text: str, start: int, creators: NameList) -> Listed | None:
    """A preprint of several, of which an archive and an address are told, and no year."""
    where = UNDATED_PREPRINT.search(text, start)
    title = text[start : where.start() + 1].removesuffix(".") if where else ""
    told = len(title.split()) >= _FEWEST_WORDS and ". " not in title and len(creators.names) > 1
    return Listed(title, creators, None, where["archive"]) if where and told else None


def _chapter(text: str, start: int, creators: NameList) -> Listed | None:
    """A part of a book, of which the year is told last."""
    stated = _CHAPTER.fullmatch(text, start)
    return Listed(stated["title"], creators, _date(stated["date"]), stated["book"]) if stated else None


def _book(text: str, start: int, creators: NameList) -> Listed | None:
    """A book, or a chapter of one."""
    published = _PUBLISHED.search(text, start)
    if published is None:
        return None
    title, within, book = text[start : published.start()].partition(_WITHIN)
    editors = _EDITORS.match(book)
    venue = book[editors.end() :] if editors else book
    if len(title.split()) < _FEWEST_WORDS or (". " in title) or (within and ". " in venue):
        return None
    stated = (*published.groupdict().items(), ("editors", editors.group().strip(" .") if editors else ""))
    particulars = tuple(Particular(label, value) for label, value in stated if value and label != "date")
    return Listed(title, creators, _date(published["date"]), "", Publication(venue, particulars))


def _date(stated: str) -> PartialDate | None:
    return find_date(_DAYS.sub("", stated))


def _inverted(name: str) -> str:
    words = name.split()
    at = max(place for place, word in enumerate(words) if word.isupper() and place)
    initials = "-".join("".join(f"{letter}." for letter in part) for part in words[at].split("-"))
    return ", ".join([" ".join(words[:at]), initials, *words[at + 1 :]])
