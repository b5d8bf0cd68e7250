"""A reference taken apart, and where the title ends that stands before full stops."""

from __future__ import annotations

import re
from dataclasses import dataclass

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList
from seedbed.read.references.venue import Publication, read_publication

# A word of some length, a bracket or a quotation mark before the full stop: an initial ends no sentence, nor
# does what stands before a number ("Report No. 7").
PART = re.compile(
    r"(?!(?<=\bN[or])\. \d)"
    r"(?:(?<=[^\W_][^\W_])|(?<=[)\]’\"”$]))\. (?=[^\W_a-z]|[“(]|arXiv|https?:|doi)|(?<=[?!]) (?=[^\W_a-z])"
)
UNDATED = re.compile(
    r"\b(?:n\. ?d\.|o\. ?J\.|s\. ?f\.|in press|forthcoming|to appear|in preparation"
    r"|working paper|submitted|(?:under|in) review)",
    re.IGNORECASE,
)
"""What stands where a year would: that there is none yet, or that nobody knows it."""
HELPED = re.compile(
    r"(?:betreu\w*|supervis\w*|advis[eo]rs?|gutachter\w*|mentors?|directeur|directrice)\s?:", re.IGNORECASE
)
"""How what stands behind a thesis begins that says who helped with it."""
_TELLS_WHERE = re.compile(rf"{HELPED.pattern}|arxiv:\s?\d", re.IGNORECASE)
"""What can stand behind a venue that is named, and stands behind the title where none is."""
_COUNTS = r"(?<![A-Z]{2} \d{4})(?:,\d{3}\b)*,? (?!nos?\b|pp?\b|vol\b|[sS]\b)[a-z]"
"""What stands behind a number that counts what a lower-case word names, as no venue's volume or year does."""
_IS_VENUE = re.compile(rf"(?:(?i:in|to appear in|proceedings)\b|[^,]*\d\b(?!{_COUNTS}))")


@dataclass(frozen=True, slots=True)
class Found:
    """A reference taken apart.

    Attributes:
        date: None where the reference says that there is none.
        rest: What stands behind title and names: where it appeared.
        is_marked: Whether the style shows where the title begins and ends, which may be short then.
        publication: Where it appeared, where the style says so; else it is to be told from the rest.
        leaves_out_owner: Whether the names are those alone who worked with the owner of the list.
    """

    title: str
    names: NameList
    date: PartialDate | None
    rest: str
    is_marked: bool = False
    publication: Publication | None = None
    leaves_out_owner: bool = False


def title_first(stated: str) -> tuple[str, str]:
    """A title, and what stands behind it; a question at its beginning may have a subtitle behind it."""
    title, *rest = PART.split(stated, maxsplit=1)
    if rest and title.endswith(("?", "!")):
        subtitle, *behind = PART.split(rest[0], maxsplit=1)
        several = len(subtitle.split()) > 1
        told = behind and (_TELLS_WHERE.match(behind[0]) or read_publication(behind[0]).venue)
        if told and several and not _IS_VENUE.match(subtitle):
            return f"{title} {subtitle}", behind[0]
    return title, " ".join(rest)
