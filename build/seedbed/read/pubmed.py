"""References as PubMed lists them: in Vancouver style, with the number that PubMed gives them.

Such a one is "Lee AB, Ek C. A title. J Rain. 2021;12(3):45-67. PMID: 33700001." Rules: https://www.nlm.nih.gov/bsd/uniform_requirements.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from seedbed.model.record import NameList

_NAME = r"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]+){0,3} [A-Z]{1,3}(?: (?:Jr|Sr|2nd|3rd))?"
_NAMES = re.compile(rf"{_NAME}(?:, {_NAME})*(?P<others>,? et al)?\. ")
_WHERE = re.compile(
    r"\. (?P<year>(?:19|20)\d\d)(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: \d{1,2}(?:-\d{1,2})?)?)?;\s?"
    r"(?P<volume>\d{1,4})(?:\s?\((?P<number>[^()]{1,20})\))?"
    r"(?:\s?:\s?(?P<pages>[A-Za-z]{0,2}\d{1,7}(?:[-–][A-Za-z]{0,2}\d{1,7})?))?(?=[.;,\s]|$)"
)
_PUBMED = re.compile(r"\bPMID: \d{1,8}\b")
"""Without it, anybody may have written the names, and in another order."""
_SENTENCE_END = re.compile(r"(?<=[?!]) |\. ")
_FEWEST_WORDS = 3
"""Of each sentence of a title; where one has fewer, it may be a journal's name with full stops inside."""
_MOST_JOURNAL_WORDS = 10


@dataclass(frozen=True, slots=True)
class Listed:
    """What such a reference states; `where` is in the order that `seedbed.read.venue` reads."""

    title: str
    creators: NameList
    year: int
    where: str


def read_pubmed(text: str) -> Listed | None:
    """The reference that `text` begins with; None where title and journal cannot be told apart surely."""
    names = _NAMES.match(text)
    where = _WHERE.search(text, names.end()) if names else None
    if names is None or where is None or not _PUBMED.search(text, where.end()):
        return None
    *sentences, journal = _SENTENCE_END.split(text[names.end() : where.start()])
    if not sentences or any(len(each.split()) < _FEWEST_WORDS for each in sentences):
        return None
    if not journal[:1].isalpha() or len(journal.split()) > _MOST_JOURNAL_WORDS:
        return None
    title = text[names.end() : where.start() - len(journal)].strip().removesuffix(".")
    listed = text[: names.start("others") if names["others"] else names.end() - len(". ")]
    number = f"({where['number']})" if where["number"] else ""
    pages = f": {where['pages']}" if where["pages"] else ""
    return Listed(
        title=title,
        creators=NameList(tuple(map(_inverted, listed.split(", "))), complete=names["others"] is None),
        year=int(where["year"]),
        where=f"{journal} {where['volume']}{number}{pages}",
    )


def _inverted(name: str) -> str:
    """The name with a comma before the initials, which would else be taken for the family name."""
    words = name.split()
    at = max(place for place, word in enumerate(words) if word.isupper() and place)
    initials = "".join(f"{letter}." for letter in words[at])
    return ", ".join([" ".join(words[:at]), initials, *words[at + 1 :]])
