"""How to cite a work: a line of text, and a BibTeX entry."""

from __future__ import annotations

import re
from collections.abc import Mapping

from seedbed.model.library import Work
from seedbed.model.thing_page import Citation
from seedbed.text.months import MONTHS
from seedbed.text.names import in_natural_order, is_group, without_suffix
from seedbed.text.prose import plain_text
from seedbed.write.shelf import Shelf
from seedbed.write.wording import joined, sentence, separator

# The characters that BibTeX reads as marks of its own or of TeX's, and how TeX writes them as text.
_SPECIAL = re.compile(r"[\\{}%&#$_~^]")
_WRITTEN = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_PUBLISHED = ("volume", "number", "pages", "publisher", "edition", "series")
_CONFERENCE = re.compile(
    r"\b(?:conference|workshop|symposium|annual meeting|\d(?:st|nd|rd|th) meeting)\b", re.IGNORECASE
)
_THESIS = re.compile(
    r"(?P<kind>ph\.?d|doctoral|master['’]?s?|m\.?sc)\.? (?:thesis|dissertation)\b[,.: ]*(?P<school>.*)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?<=\d) ?(?:--|[-‐‑‒–—−]) ?(?=[A-Za-z]?\d+$)")
_KEY = re.compile(r"[^A-Za-z0-9:_.+-]+")


def cite(work: Work, shelf: Shelf) -> Citation:
    """The citation of a work, by what the sources state of it and no more."""
    title = shelf.titles[work.id]
    names = [plain_text(credit.name_as_stated) or shelf.names[credit.person] for credit in work.creators]
    text = _text(work, title, [in_natural_order(name) for name in names])
    return Citation(text, _bibtex(work, title, names), work.citation_key)


def _text(work: Work, title: str, names: list[str]) -> str:
    creators = separator(names).join(names)
    if creators and not work.creators_complete:
        creators += " et al."
    year = _year(work)
    who = f"{creators} ({year})" if creators and year else creators
    if year and not creators:
        title = f"{title} ({year})"
    link = work.links[0].value if work.links else ""
    return joined((sentence(who) if who else "", sentence(title), _where(work), link))


def _where(work: Work) -> str:
    """As in "Journal 12(3): 45–67."; empty where no source says where it appeared."""
    if work.venue is None:
        return ""
    stated = published(work)
    number = f"({stated['number']})" if "number" in stated else ""
    volume = f" {stated.get('volume', '')}{number}".rstrip()
    pages = f": {_pages(stated['pages'], '–')}" if "pages" in stated else ""
    return sentence(f"{plain_text(work.venue.shown)}{volume}{pages}")


def _pages(stated: str, dash: str) -> str:
    """First and last page with a dash of one kind between them, however the source writes it."""
    return _RANGE.sub(dash, stated)


def published(work: Work) -> dict[str, str]:
    """Volume, pages, publisher and their like, the first value of each."""
    return {claim.value.label: claim.value.value for claim in reversed(work.particulars)}


def _year(work: Work) -> str:
    return f"{work.date.shown.year:04d}" if work.date is not None and work.date.shown.year is not None else ""


def _bibtex(work: Work, title: str, names: list[str]) -> str:
    fields = [("title", f"{{{_tex(title)}}}")]
    if names:
        others = [] if work.creators_complete else ["others"]
        fields.append(("author", " and ".join([*(_name(name) for name in names), *others])))
    if year := _year(work):
        fields.append(("year", year))
        month = work.date.shown.month if work.date is not None else None
        if month is not None:
            fields.append(("month", MONTHS[month - 1].lower()[:3]))
    stated = published(work)
    if "pages" in stated:
        stated["pages"] = _pages(stated["pages"], "--")
    fields += [(name, _tex(stated[name])) for name in _PUBLISHED if name in stated]
    entry = "misc"
    if work.venue is not None:
        entry, field, venue = _venue(plain_text(work.venue.shown), stated)
        fields.append((field, _tex(venue)))
    if work.links:
        fields.append(("url", work.links[0].value.replace("{", "%7B").replace("}", "%7D")))
    written = "".join(
        f"  {name} = {value},\n" if name == "month" else f"  {name} = {{{value}}},\n"
        for name, value in fields
    )
    return f"@{entry}{{{_KEY.sub('', work.citation_key) or 'work'},\n{written}}}"


def _venue(venue: str, stated: Mapping[str, str]) -> tuple[str, str, str]:
    """What BibTeX calls a work that appeared there, and the venue's field and value, as far as that is told.

    A conference says what it is, and so does a thesis; else a volume or a number is a journal's.
    """
    form = stated.get("type", "").casefold()
    if thesis := _THESIS.match(venue):
        kind = "mastersthesis" if thesis["kind"][0].casefold() == "m" else "phdthesis"
        return (kind, "school", thesis["school"]) if thesis["school"] else (kind, "type", venue)
    if "thesis" in form:
        return "phdthesis", "school", venue
    if _CONFERENCE.search(venue):
        return "inproceedings", "booktitle", venue
    if "volume" in stated or "number" in stated or form == "journal article":
        return "article", "journal", venue
    return "misc", "howpublished", venue


def _name(name: str) -> str:
    """A name in braces where BibTeX would take it apart otherwise than it is meant."""
    bare, suffix = without_suffix(name)
    given, _, last = bare.rpartition(" ")
    if is_group(name) or re.search(r"\band\b", name):
        return f"{{{_tex(name)}}}"
    if "," in bare:
        family, _, given = bare.partition(",")
        in_parts = in_natural_order(bare) != bare
        return _tex(f"{family}, {suffix},{given}" if suffix else name) if in_parts else f"{{{_tex(name)}}}"
    return f"{_tex(given)} {{{_tex(f'{last} {suffix}')}}}" if suffix and given else _tex(name)


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda match: _WRITTEN.get(match.group(), f"\\{match.group()}"), text)
