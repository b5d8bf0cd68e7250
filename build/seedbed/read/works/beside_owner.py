"""A line, below a title, that names in brackets those who worked with the page's owner: "(with Ann Lee)"."""

from __future__ import annotations

import re

from seedbed.read.buttons import without_last_buttons
from seedbed.read.references.owner import tells_where
from seedbed.read.references.venue import STANDING
from seedbed.text.dates import find_date

BESIDE = re.compile(r"(?:(?:joint(?:ly)?|together|co-?authored) (?:work )?)?with:?\s+", re.IGNORECASE)
"""What stands before those beside the owner."""
_IN_BRACKETS = re.compile(
    rf"[(\[](?:[\w ]{{2,40}}[;,] )?(?P<inside>{BESIDE.pattern}[^()\[\]]{{3,300}})[)\]][.,]?"
    r"(?: (?P<behind>[^(\s].{3,119}))?",
    re.IGNORECASE,
)
_IN_BOOK = ("in ", "in: ")
_LONGEST_REMARK = 80
_MOST_REMARKED = 3
"""Words of a remark behind a full stop: "Lead article"."""


def without_brackets(text: str) -> tuple[str, str]:
    """What stands in the brackets, and where or when the work appeared, as is told behind them.

    "(with Bo Ek and Cy Roe), Roofs 4(2), 2024 [PDF]": "with Bo Ek and Cy Roe", "Roofs 4(2), 2024". Any other
    line is given back as it is.
    """
    bracketed = _IN_BRACKETS.fullmatch(text) if text[:1] in "([" else None
    if bracketed is None:
        return text, ""
    behind = bracketed["behind"] or ""
    told = _told(behind) if behind[:1].isupper() or behind.startswith(_IN_BOOK) else ""
    return (bracketed["inside"], told) if not behind or told or _is_remark(behind) else (text, "")


def _told(behind: str) -> str:
    """Where or when, perhaps before a short remark: "Roofs, 2020. Lead article"."""
    whole = without_last_buttons(behind)
    first, _, remark = whole.partition(". ")
    short = STANDING.match(remark) or len(remark.split()) <= _MOST_REMARKED
    stated = (whole, first) if remark and short else (whole,)
    return next((told for told in stated if find_date(told) or tells_where(told)), "")


def _is_remark(behind: str) -> bool:
    return len(behind) <= _LONGEST_REMARK and (behind[0].islower() or STANDING.match(behind) is not None)
