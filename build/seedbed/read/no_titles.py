"""Lines that stand where a title would, and say of themselves that they are none: a date, a label, names.

A reader finds titles by where they stand. Where a line is missing that it counts on, another may stand in its
place; what that one says of itself tells so, whichever reader it was.
"""

from __future__ import annotations

import re

from seedbed.read.buttons import ARROWS, is_control
from seedbed.read.dated_headings import MONTH_OR_SEASON, heading_date
from seedbed.read.references.venue import is_honour, is_venue_and_year
from seedbed.read.works.appeared import is_dated_venue
from seedbed.read.works.work_titles import says_otherwise
from seedbed.text.dates import find_date

_SOME_TIME = re.compile(
    rf"{MONTH_OR_SEASON}(?: ?[-–—/&] ?{MONTH_OR_SEASON})?,? ?(?:19|20)\d\d(?: ?[-–—/] ?(?:20)?\d\d)?"
    r"(?: (?:cohort|programme|program|edition|fellowship|batch|class))?"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d",
    re.IGNORECASE,
)
"""When something took place: a season of a year, or a day of which nobody says which number is its month."""
_BAR = re.compile(r" [|·•] ")
_LABELLED = re.compile(
    r"(?:subjects|cite as|journal ref|key ?words|comments|mentors?|supervisors?|fellows?|scholars?|authors?"
    r"|output|technologies|topics|tags)\s?:.*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:comments|citation|mentors?|supervisors?|fellows?|scholars?|authors?|(?:no )?abstract"
    r"(?: (?:is )?(?:not |un)?available.{0,20})?|published|posted|submitted|output|venue|topics|tags)\W?"
    r"|pages? \d+(?:[-–]\d+)?|honou?rable mentions?|published (?:by|in) .{1,60}",
    re.IGNORECASE,
)
_VENUE = re.compile(r"[^\W_a-z][\w-]*[^\W_a-z] (?:(?:19|20)\d\d|['’]\d\d)(?: \([^()]{1,60}\))?")
"""An acronym and a year: "ICML 2025 (Spotlight)"."""
_CAPITALISED = r"[^\W\d_a-z][\w.'’-]*"
_PARTICLE = r"(?:de|del|della|di|da|do|dos|du|van|von|der|den|ten|ter|la|le|el|al|bin|ibn)"
_NAME = rf"{_CAPITALISED}(?: (?:{_CAPITALISED}|{_PARTICLE})){{0,5}} {_CAPITALISED}"
_NAMES = re.compile(
    rf"{_NAME}(?:, {_NAME}){{2,}}(?:,? (?:and|&) {_NAME})?|{_NAME}(?: [·•|] {_NAME}){{2,}}"
    r"|[^,*†‡§]+[*†‡§]+(?:, [^,*†‡§]+[*†‡§]+)+"
)
"""Three names or more; or two that are both marked: "Ann Lee*, Bo Ek*"."""
_IN_A_VENUE = re.compile(
    r".*[, ]\d{1,4} ?\(\d{1,3}(?:[-–/]\d{1,3})?\)(?:[,:] ?(?:pp?\. ?)?\w?\d+(?:[-–]\w?\d+)?)?\.?"
    r"|.*\bpp\. ?\d+[-–]\d+\.?|.*\breport (?:19|20)\d\d[:/]\d+",
    re.IGNORECASE,
)
"""Which issue and pages a work takes: "Annals of Slow Rain, 3(2), 55–71"."""
_ADDRESS = re.compile(r"(?:[^\W_]+ ){0,3}https?://\S+", re.IGNORECASE)
"""An address, and at most what leads up to it: "at https://code.example.org/tides"."""
_BULLETS = ("•", "▪", "◦", "‣", "·", "○", "●")


def says_no_title(text: str) -> bool:
    """Whether a line that stands where a title would says of itself that it is something else."""
    return (
        says_otherwise(text)
        or is_control(text)
        or is_honour(text)
        or text.endswith(ARROWS)
        or text.startswith(_BULLETS)
        or (is_venue_and_year(text) and is_dated_venue(text))
        or any(form.fullmatch(text) for form in (_LABEL, _LABELLED, _VENUE, _NAMES, _IN_A_VENUE, _ADDRESS))
        or any(map(_says_when, _BAR.split(text)))
    )


def is_label(text: str) -> bool:
    """Whether a line is nothing but the label of what stands beside it: "Comments"."""
    return _LABEL.fullmatch(text) is not None


def _says_when(text: str) -> bool:
    stated = text.strip()
    return (find_date(stated) or heading_date(stated)) is not None or _SOME_TIME.fullmatch(stated) is not None
