"""The styles that references are written in, and what each takes a reference apart into."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList, Particular
from seedbed.read.creators import is_name_list, read_names
from seedbed.read.references.author_date import YEAR_BEHIND_NAMES, by_year, date_behind
from seedbed.read.references.found import PART, UNDATED, Found, title_first
from seedbed.read.references.names import (
    abbreviated_names,
    listed_names,
    one_inverted,
    one_or_several,
    paired_inverted,
    reference_names,
    single_name,
)
from seedbed.read.references.owner import beside_owner, of_owner, with_others
from seedbed.read.references.parts import read_parts
from seedbed.read.references.vancouver import read_vancouver
from seedbed.read.references.venue import VENUE, Publication, stated_date, stated_year
from seedbed.read.vocabulary import PARTICLES, TITLE_WORDS

_BRITISH = re.compile(r"^(?P<names>(?:[^“”„«»\"‘]{5,}?[.,] )?)‘(?P<title>.{5,300}?)[,.]?’[,.] (?P<rest>.+)$")
"""A title in single quotation marks, which an apostrophe does not end."""
_QUOTED = re.compile(
    r"^(?P<names>[^“”„«»\"]*)[“„«\"](?P<title>[^“”„«»\"]{5,}?)[,.]?[”“»\"][,.]?(?P<rest>.*)$"
)
_CITED = re.compile(
    r",? ?[(\[](?P<names>[^()\[\]\d]{2,120}?),? (?P<year>(?:19|20)\d\d)[a-z]?[)\]](?=[,;.: ]|$)"
)
"""Behind a title in quotation marks: “On Rain” (Lee & Ek, 2021). Family names alone name nobody surely."""
_ACRONYM = re.compile(r"\b[A-Z]{2,}")
_ENDS_INSIDE = re.compile(r",|[^\W\d_]{2}\. ")
"""No name in full has it: it is inverted, or a sentence ends there, and a title begins."""
_TYPE = re.compile(r"\[(?:J|M|C|D|R|N|P|S|A|G|Z|EB|DB|CP)(?:/OL)?\](?:[.．] ?|// ?)")
"""What kind of work it is, as GB/T 7714 marks it behind the title: “[J].” for an article."""
_CONFERENCE = re.compile(r"\b[A-Z][\w/-]*[A-Z][\w/-]*(?: \([^()]{1,40}\))? (?:19|20)\d\d\b")
"""An acronym and a year, as dblp.org has them behind a title: "RAIN 2020: 1-8"."""
_ARTICLES = ("The", "A", "An", "On", "Das", "Les", "Los")
_QUOTES = "“„\"‘'"
_INITIALS = r"[^\W\d_a-z]\.(?:[ -]?[^\W\d_a-z]\.){0,3}"
_FAMILY = r"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,3}"
_FAMILY_FIRST = re.compile(
    rf"(?P<names>{_FAMILY}, {_INITIALS}(?:(?:; |, & | & |, and | and |, ){_FAMILY}, {_INITIALS}){{0,60}})"
    r"(?P<others>,? et al\.?)? (?=[^\W_a-z])"
)
"""Names that end on initials, and the title right behind them: "Lee, A., Ek, C. and Roe, D. On Rain. …"."""
_FAMILY_FIRST_BARE = re.compile(
    rf"(?P<names>{_FAMILY} {_INITIALS}(?:(?:,| and|, and| &|, &) {_FAMILY} {_INITIALS}){{1,60}})"
    r"(?P<others>,? et al\.?)? (?=[^\W_a-z])"
)
"""The same without a comma before the initials: "Lee A., Ek C. and Roe D. On Rain. Venue, 2020"."""
_FAMILY_FIRST_CYRILLIC = re.compile(
    rf"(?P<names>[Ѐ-ӿ-]+ {_INITIALS}(?:, [Ѐ-ӿ-]+ {_INITIALS}){{0,60}})(?P<others> и др\.)? (?=[^\W_a-z])"
)
_BEHIND_TITLE = re.compile(r" // |; ")
"""What may stand between a title and where it appeared besides a full stop."""
_BRACKETED_END = re.compile(r" \((?P<where>[^()]{3,200}\b(?:19|20)\d\d)\)\.?$")
_BY = re.compile(r"(?P<title>[^()]{3,200}?),? by (?P<names>[^()]{3,200}?),? \(?(?P<year>(?:19|20)\d\d)\)?\.?")
_BOOK = re.compile(
    r"(?P<names>[^(),]{3,200}), (?P<title>[^()]{5,300}) "
    r"\((?P<place>[^():]{2,60}): (?P<publisher>[^():]{2,80}), (?P<year>(?:19|20)\d\d)\)(?:[.,]|$)"
)


def take_apart(text: str) -> Found | None:
    """The reference that `text` is, in the first style that it fits; None where it fits none."""
    found = (
        with_others(text)
        or _by_doubled_stop(text)
        or _by_type(text)
        or _quoted(text)
        or _vancouver(text)
        or by_year(text)
    )
    found = found or _by_colon(text) or _by_initials(text) or _by_parts(text)
    return found or _book(text) or _by_word(text) or beside_owner(text) or _by_commas(text)


def _by_doubled_stop(text: str) -> Found | None:
    """Names that end on an initial's full stop, and on one more: "Lee, Ann B.. On Rain. Venue, 2020"."""
    written, _, stated = text.partition(".. ")
    names = reference_names(f"{written}.") if stated else None
    if names is None:
        return None
    title, rest = title_first(stated.replace(".. ", ". "))
    return Found(title, names, stated_date(rest), rest) if stated_year(rest) else None


def _by_commas(text: str) -> Found | None:
    found = read_parts(text)
    return Found(found.title, found.names, stated_date(found.rest), found.rest) if found else None


def _by_type(text: str) -> Found | None:
    mark = _TYPE.search(text)
    head = re.split(r"[.．] ?", text[: mark.start()], maxsplit=1) if mark else []
    if mark is None or len(head) < len(("names", "title")):
        return None
    names = read_names(head[0]) if is_name_list(head[0]) else None
    date = stated_date(text[mark.end() :])
    return Found(head[1], names, date, text[mark.end() :], is_marked=True) if names and date else None


def _quoted(text: str) -> Found | None:
    match = _QUOTED.match(text) or _BRITISH.match(text)
    if match is None:
        return None
    stated, rest = match["names"], match["rest"]
    if rest.startswith(":"):  # the marks enclose a part of the title only
        return None
    behind = YEAR_BEHIND_NAMES.match(f"{stated.rstrip(' .,')}. ")
    if behind and stated[behind.end() :].strip(" .,:"):
        return None  # the marks enclose some words of the title only
    date = date_behind(behind) if behind else stated_date(rest)
    if not stated.strip() and (cited := _CITED.match(rest)):
        return _of_citation(match["title"], cited)
    if not stated.strip():
        return of_owner(match["title"], rest, date)
    told = date is not None or behind is not None or any(sign.search(rest) for sign in (UNDATED, VENUE))
    written = _together((behind["names"] if behind else stated).strip(" ,.:"))
    names = reference_names(written) if told else None
    return Found(match["title"], names, date, rest, is_marked=True) if names is not None else None


def _of_citation(title: str, cited: re.Match[str]) -> Found:
    """A title with what stands in brackets behind it: who wrote it and when, or where it appeared."""
    where = cited["names"]
    date = PartialDate(int(cited["year"]))
    if VENUE.search(where) or _ACRONYM.search(where):
        return Found(title, NameList((), complete=False), date, where, is_marked=True)
    listed = one_or_several(where) or NameList((), complete=False)
    return Found(title, listed, date, "", is_marked=True)


def _together(written: str) -> str:
    """Names as one list: "Ann Lee and Bo Ek, with Cy Roe" are three."""
    first, beside, others = written.partition(", with ")
    return f"{first.replace(' and ', ', ')}, {others}" if beside else written


def _vancouver(text: str) -> Found | None:
    found = read_vancouver(text)
    if found is None:
        return None
    return Found(
        found.title, found.creators, found.date, found.where, is_marked=True, publication=found.publication
    )


def _by_colon(text: str) -> Found | None:
    """Names with the family name in front, a colon, the title: as Springer and German scholars have it."""
    written, _, stated = text.partition(": ")
    date = stated_date(stated)
    if date is None or ", " not in written:
        return None
    several = listed_names(written)
    if several and _CONFERENCE.search(stated) and not any(map(_ENDS_INSIDE.search, several.names)):
        title, rest = title_first(stated)
        return Found(title, several, date, rest) if rest else None
    parts = [reference_names(part.strip()) for part in written.split(" / ")]
    names = [name for part in parts if part for name in part.names]
    if None in parts or not all("," in name for name in names):
        return None
    title, rest = title_first(stated)
    if not rest or rest[0].isdigit():  # then a comma ends the title, and no full stop does
        return None
    complete = all(part.complete for part in parts if part)
    return Found(title, NameList(tuple(names), complete), date, rest, is_marked=True)


def _by_initials(text: str) -> Found | None:
    """Names that end on initials, right in front of the title: as in Nature, ABNT, ACS and GOST."""
    forms = (_FAMILY_FIRST, _FAMILY_FIRST_CYRILLIC, _FAMILY_FIRST_BARE)
    match = next(filter(None, (form.match(text) for form in forms)), None)
    date = stated_date(text[match.end() :]) if match else None
    names = reference_names(match["names"]) if match else None
    if match is None or names is None or date is None:
        return None
    stated = text[match.end() :]
    end = _BRACKETED_END.search(stated)
    if end is not None and ". " not in stated[: end.start()]:
        title, rest = stated[: end.start()], end["where"]
    else:
        title, rest = title_first(stated)
    if behind := _BEHIND_TITLE.search(title):
        title, rest = title[: behind.start()], f"{title[behind.end() :]}. {rest}"
    if rest[:1].isdigit() or (is_name_list(title) and any(map(_is_whole, names.names))):
        return None  # a comma ends the title, or the last name is one in full ("Ann Lee, J. R. Roe. …")
    complete = match["others"] is None and names.complete
    return Found(title, NameList(names.names, complete), date, rest, is_marked=bool(rest))


def _is_whole(name: str) -> bool:
    """Whether what stands before a name's comma may be a name in full."""
    family = name.partition(",")[0].split() if "," in name else []
    return len([word for word in family if word not in PARTICLES]) > 1


def _book(text: str) -> Found | None:
    """A book as the humanities cite it: "Ann Lee, The Long Table: A History (Cork: Rain House, 2017)"."""
    match = _BOOK.match(text)
    names = one_or_several(match["names"]) if match else None
    if match is None or names is None or _may_be_name(match["title"].partition(", ")[0]):
        return None
    published = Publication("", tuple(Particular(label, match[label]) for label in ("place", "publisher")))
    return Found(match["title"], names, PartialDate(int(match["year"])), "", publication=published)


def _by_word(text: str) -> Found | None:
    """A title, "by", and names, as people recommend a book: "The Long Table by Ann Lee (2017)"."""
    match = _BY.fullmatch(text)
    names = one_or_several(match["names"]) if match else None
    return Found(match["title"], names, stated_date(match["year"]), "") if match and names else None


def _by_parts(text: str) -> Found | None:
    parts: Sequence[str] = PART.split(text, maxsplit=3)
    if len(parts) < len(("names", "title", "venue")):
        return None
    if re.fullmatch(r"(?:19|20)\d\d", parts[1]):
        leading = reference_names(parts[0])
        date = PartialDate(int(parts[1]))
        return Found(parts[2], leading, date, " ".join(parts[3:])) if leading is not None else None
    rest = ". ".join(parts[2:])
    if stated_year(rest) is None:
        return None
    if behind_question := _behind_question(parts):
        return behind_question
    first = listed_names(parts[0]) or abbreviated_names(parts[0]) or paired_inverted(parts[0])
    second = listed_names(parts[1])
    if first is not None and second is not None:
        # Of two that could both be names, the one with words that no name has is the title.
        first = None if _has_title_words(parts[0]) else first
        second = None if _has_title_words(parts[1]) else second
    if first is None and second is None and not _may_be_name(parts[1]):
        first = one_inverted(parts[0])
    if (first is None) == (second is None):
        return None
    title = parts[0] if first is None else parts[1]
    if first is not None and title.endswith("?"):
        title, rest = title_first(text[len(parts[0]) :].lstrip(". "))
    return Found(title, first or second or NameList(()), stated_date(rest), rest)


def _behind_question(parts: Sequence[str]) -> Found | None:
    """The reference of these parts whose title goes on behind its question, and names stand behind that."""
    question, subtitle, written, *rest = parts
    names = listed_names(written) if rest and question.endswith("?") else None
    several = names is not None and len(names.names) > 1 and VENUE.search(written) is None
    if names is None or not several or listed_names(question) is not None:
        return None
    return Found(f"{question} {subtitle}", names, stated_date(rest[0]), rest[0])


def _may_be_name(text: str) -> bool:
    """Whether a title could be a name, so that its place does not tell which it is."""
    told = text.split(maxsplit=1)[0] in _ARTICLES or _has_title_words(text)
    return text[0] in _QUOTES or (not told and single_name(text) is not None)


def _has_title_words(text: str) -> bool:
    return not TITLE_WORDS.isdisjoint(text.split()[1:])
