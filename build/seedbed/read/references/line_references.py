"""The references of a list, each on a line of its own, some of which only the lines around them tell.

A heading above may state the year that a reference leaves out; dashes stand for the names of the one above;
and where several name those alone who worked with the list's owner, the others may name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from seedbed.model.record import NameList
from seedbed.read.buttons import is_buttons
from seedbed.read.creators import is_organisation
from seedbed.read.dated_headings import heading_date
from seedbed.read.references.found import UNDATED
from seedbed.read.references.labelled import labelled_references
from seedbed.read.references.of_one import references_of_one
from seedbed.read.references.owner import BRACKETED_OTHERS
from seedbed.read.references.reference import (
    Reference,
    is_marked,
    read_of_owner,
    read_reference,
)
from seedbed.read.references.titles_and_names import titles_and_names
from seedbed.read.references.venue import stated_year
from seedbed.read.shape import is_testimonial
from seedbed.read.vocabulary import FUNCTION_WORDS
from seedbed.text.dates import HOURS, LONGEST_DATE
from seedbed.text.lines import Line

_DITTO = re.compile(r"(?:[-–—]{3,5}|[–—]{2}|_{3,8})[.,] ")
_BEGINS_BESIDE = re.compile(rf"{BRACKETED_OTHERS}[,.;]", re.IGNORECASE)
"""How a line begins that names who worked with the page's owner, and where: the title stands above it."""
_IN_PAGE = re.compile(r"\]\(#[^()]{0,80}\)$")
_SPAN_OF_DAY = re.compile(rf"{HOURS}\b", re.IGNORECASE)
_QUOTED_TITLE = re.compile(r"[“„«\"][^“”„«»\"]{5,300}[”“»\"]")
_BEGINS_QUOTED = re.compile(r"[^“”\"]{5,200}, [“\"][^“”\"]{10,300},[”\"] ")
_ENDS_IN_VENUE = re.compile(
    r"(?P<stated>[^“”\"]{5,200}, [“\"](?P<title>[^“”\"]{10,300}),[”\"]"
    r" (?P<where>[A-Z][^“”\"\d.:;?!()]{2,80}))\.?"
)
_FEWEST_QUOTED = 2
_MOST_VENUE_WORDS = 8
_SOME_YEAR = 2000
_FEWEST_OWNED = 2
"""So many references that leave out the list's owner tell that the others may, too."""
_FEWEST_WORDS = 8
"""A line of as many words should be a reference."""
_MOST_OF_MENU = 3
"""Words of an entry of a menu, with its bullet."""


def find_references(lines: Sequence[Line]) -> dict[int, Reference]:
    """The references, by the index of their line.

    Where no line tells by itself that it is one, lines of a title and names are, if several have one form.
    """
    found: dict[int, Reference] = {}
    years: dict[int, int | None] = {}
    above: NameList | None = None
    year: int | None = None
    for at, line in enumerate(lines):
        heading = heading_date(line.text) if len(line.text) <= LONGEST_DATE else None
        years[at] = year = year if heading is None else heading.year
        reference = _reference(line.text, above) or _below_year(line.text, year)
        if reference is not None:
            found[at] = reference
        if reference is not None or should_be_reference(line.text):
            above = reference.creators if reference else None
    found |= labelled_references(lines)
    if not found:
        return titles_and_names(lines)
    found |= _quoted_undated(lines, found)
    found |= references_of_one(
        lines, found, lambda at, text: read_reference(text) or _below_year(text, years[at])
    )
    if sum(1 for reference in found.values() if reference.leaves_out_owner) < _FEWEST_OWNED:
        return found
    rest = {
        at: read_of_owner(line.text)
        for at, line in enumerate(lines)
        if at not in found and not _BEGINS_BESIDE.match(line.text)
    }
    return dict(sorted((found | {at: reference for at, reference in rest.items() if reference}).items()))


def _below_year(text: str, year: int | None) -> Reference | None:
    """The reference that a line without a year is, whose year a heading over it states.

    Where no quotation marks show its title, several names and a venue have to stand around that.
    """
    quoted = _QUOTED_TITLE.search(text) is not None
    if year is None or not (quoted or (should_be_reference(text) and stated_year(text) is None)):
        return None
    head, _, tail = text.rpartition(". ")
    stated, buttons = (head, f" {tail}") if head and is_buttons(tail) else (text.rstrip("."), "")
    # Behind a journal's volume it has brackets.
    dated = (f"{stated}. {year}.{buttons}", f"{stated} ({year}).{buttons}")
    read = filter(None, map(read_reference, dated))
    unfinished = UNDATED.fullmatch(stated.rpartition(". ")[2]) is not None
    reference = next((each for each in read if quoted or _is_whole(each, unfinished=unfinished)), None)
    return replace(reference, date=None) if reference else None


def _quoted_undated(lines: Sequence[Line], found: Mapping[int, Reference]) -> dict[int, Reference]:
    """Those that leave out the year, of a title in quotation marks and a journal, where others have them so.

    As in: Ann Lee, “On Rain,” Rain Letters.
    """
    alike = sum(1 for at in found if _BEGINS_QUOTED.match(lines[at].text))
    if alike < _FEWEST_QUOTED:
        return {}
    texts = {at: line.text for at, line in enumerate(lines) if at not in found}
    ends = {at: end for at, text in texts.items() if (end := _ENDS_IN_VENUE.fullmatch(text))}
    read = {at: read_reference(f"{end['stated']} ({_SOME_YEAR}).") for at, end in ends.items()}
    return {
        at: replace(reference, date=None)
        for at, reference in read.items()
        if reference and reference.title == ends[at]["title"] and _is_name_of_venue(ends[at]["where"])
    }


def _is_name_of_venue(where: str) -> bool:
    """Whether every word has a capital that is no small one of the language, and it is no institution's."""
    words = where.split()
    high = all(word[0].isupper() or word in FUNCTION_WORDS for word in words)
    return high and len(words) <= _MOST_VENUE_WORDS and not is_organisation(where)


def _is_whole(reference: Reference, *, unfinished: bool) -> bool:
    """Whether it names several people, or one with the family name in front, and where the work appeared.

    Of one that has not appeared yet, that may be all that is said.
    """
    names = reference.creators.names
    named = len(names) > 1 or not reference.creators.complete or any("," in name for name in names)
    return named and (unfinished or not reference.publication.is_empty())


def _reference(text: str, above: NameList | None) -> Reference | None:
    """The reference that a line is; dashes at its beginning stand for the creators of the one above."""
    if is_testimonial(text) or _BEGINS_BESIDE.match(text):
        return None
    ditto = _DITTO.match(text)
    if ditto is None or above is None:
        return read_reference(text)
    reference = read_reference(f"Roe, Ann. {text[ditto.end() :]}")
    return replace(reference, creators=above) if reference else None


def should_be_reference(text: str) -> bool:
    """Whether a line is marked or long enough for a reference.

    A link to a place on the page is none, nor is what lasts from one time to another.
    """
    words = len(text.split())
    if _SPAN_OF_DAY.match(text):
        return False
    marked = is_marked(text) and words > _MOST_OF_MENU
    return not _IN_PAGE.search(text) and (marked or words >= _FEWEST_WORDS)
