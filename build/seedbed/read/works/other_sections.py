"""Sections of a curriculum vitae that list no works, though they may look like it: talks, prizes, courses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedbed.read.furniture import is_entry_of_menu
from seedbed.read.vocabulary import FUNCTION_WORDS
from seedbed.text.lines import Line

_OTHER = re.compile(
    r"(?:recent|latest) (?:blog )?posts"
    r"|(?:(?:invited|selected|recent|upcoming|public|conference|guest|keynote|plenary|seminar|research|professional"
    r"|academic|other|university|work|visiting) (?:and |& )?){0,3}"
    r"(?:talks?|presentations?|lectures?|keynotes?|seminars?|colloquia|teaching(?: experience)?"
    r"|courses?(?: taught)?|awards?|honou?rs|prizes|grants?|fellowships?|funding|scholarships|education"
    r"|employment|experience|appointments|positions|service|media|press(?: coverage)?|outreach|supervision"
    r"|advising|mentoring|skills|vorträge|lehre|auszeichnungen|preise|ausbildung|conférences|enseignement"
    r"|in the (?:press|news|media)"
    r"|formation|prix|ponencias|docencia|premios|formación)(?:(?:,| and| &| und| et| y) [\w ]{3,40}){0,2}",
    re.IGNORECASE,
)
_CITED_BY = "cited by:"
"""What stands over works of others; without the colon, a column of numbers may stand below it."""
_WORKS = re.compile(
    r"publication|article|paper|chapter|book|preprint|proceedings|journal|thes[ie]s|report|bibliograph|\bworks?\b"
    r"|manuscript|review|progress|forthcoming|veröffentlich|publikation|aufsätze|beiträge|ouvrage|chapitre"
    r"|publicacion|artículo|libro|capítulo",
    re.IGNORECASE,
)
_OF_HEADINGS = frozenset(("all", "in", "my", "other", "our", "their"))
_LONGEST = 60
_MOST_WORDS = 8
_PARAGRAPH = 400
"""Characters of what is said of a talk; a curriculum vitae has no line as long."""
_FEWEST_PARAGRAPHS = 3
_LEAST_TOLD = 0.1
"""Of the lines, how many are that long in the programme of a meeting."""
_OF_WORKS = re.compile(
    r"(?:[\w’'&,-]+ ){0,3}(?:publications?|articles|papers|preprints|books|chapters|writings?"
    r"|veröffentlichungen|publikationen|publicaciones|publicações)",
    re.IGNORECASE,
)
"""The heading of a section of works."""


def outside_others(lines: Sequence[Line]) -> list[Line]:
    """The lines that are not below a heading of such a section, up to the next heading.

    A heading ends it that names works, or is written as the one above: in capitals, or marked with “#”.
    Where no heading names works and several paragraphs stand on the page, it is a meeting's, whose keynotes
    and talks are its works.
    """
    if _is_programme(lines):
        return list(lines)
    found: list[Line] = []
    above = ""
    for at, line in enumerate(lines):
        if _is_other(line.text) and not is_entry_of_menu(lines, at):
            above = line.text
        elif above and _ends(line.text, above):
            above = ""
        if not above:
            found.append(line)
    return found


def _is_programme(lines: Sequence[Line]) -> bool:
    told = sum(1 for line in lines if len(line.text) >= _PARAGRAPH)
    headed = any(_OF_WORKS.fullmatch(line.text.strip("# :*")) for line in lines if len(line.text) <= _LONGEST)
    return told >= max(_FEWEST_PARAGRAPHS, _LEAST_TOLD * len(lines)) and not headed


def _is_other(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    return text.casefold() == _CITED_BY or _OTHER.fullmatch(text.strip("# :*")) is not None


def _ends(text: str, above: str) -> bool:
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or text[-1] in ".,;":
        return False
    marked = text.startswith("#") and above.startswith("#")
    return marked or (text.isupper() and above.isupper()) or _names_works(text)


def _names_works(text: str) -> bool:
    """Whether a heading names works; a title that has such a word begins as sentences do ("How I review")."""
    first = text.split(maxsplit=1)[0].casefold()
    if first in FUNCTION_WORDS and first not in _OF_HEADINGS:
        return False
    return _WORKS.search(text) is not None and not any(character.isdigit() for character in text)
