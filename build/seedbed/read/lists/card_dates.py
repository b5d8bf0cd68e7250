"""The lines of a card that say where a work appeared, or when."""

from __future__ import annotations

import re

from seedbed.read.lists.card_labels import STATE, value_of
from seedbed.read.lists.list_labels import label_of
from seedbed.read.lists.where_shown import APPEARED
from seedbed.read.references.venue import STANDING, VENUE, read_publication, says_who_takes, stated_year
from seedbed.read.shape import is_prose
from seedbed.text.dates import find_date, find_month
from seedbed.text.lines import Line
from seedbed.text.months import MONTH

_BETWEEN_PARTS = ("|", "·", "•")
_MEETING = re.compile(
    r"[A-Za-z]*[A-Z][A-Za-z-]*[A-Z][A-Za-z]*(?<=\w{3}),? (?:(?:19|20)|['’])\d\d"
    r"(?:,? (?i:workshop|conference|main|track|findings)\b[^.]{0,80}?"
    r"|,? [A-Z][^.,()]{0,60} (?i:track|workshop))?"
    r"(?: ?\([^()]{1,60}\))?",
)
"""Where a work was shown, by the short name of a meeting and its year: "SaTML 2025 (Oral)"."""
_OTHER_DAY = re.compile(
    r"deadline|due|apply|clos|start|begin|\bends?\b|until|updated|modified", re.IGNORECASE
)
"""In labels of days that are not a work's own: when to apply, or when somebody begins."""
_MADE = re.compile(
    r"(?:preprint|manuscript|(?:working|discussion|white) paper|(?:technical )?report|(?:policy )?brief"
    r"|(?:blog )?post|essay|article|published|released)"
    r"(?:, | ?\()(?P<date>[^()]{4,30})\)?",
    re.IGNORECASE,
)
"""What a work is, and since when: "Preprint (March 2026)"."""
_DAY = rf"(?:\d{{1,2}} {MONTH},?|{MONTH} \d{{1,2}},) \d{{4}}|\d{{4}}-\d\d-\d\d"
_SUBMITTED = re.compile(
    rf"submitted(?: on)?:? (?P<date>{_DAY})(?:; v1 submitted (?P<first>{_DAY}))?(?:;.{{0,80}})?\.?",
    re.IGNORECASE,
)
"""When a preprint came in, and what archives say behind it: "Submitted 9 May, 2025; announced May 2025."."""
_COMMA = re.compile(r", ")
_LONGEST_DATED = 120


def appeared_in(line: Line, label: str) -> Line | None:
    """Where a work appeared, as a line or the label of its state says: "Status: Accepted at Rain 2024"."""
    stated = value_of(line.text) if label == STATE else line.text
    told = APPEARED.match(stated) or _MEETING.fullmatch(stated) or (not label and _is_dated_venue(stated))
    return Line(line.number, stated) if told else None


def _is_dated_venue(text: str) -> bool:
    """Whether a line without a label names what publishes, with volume and year, or with a month behind it.

    It may also be a journal that has taken the work.
    """
    if says_who_takes(text):
        return True
    if is_prose(text) or _OTHER_DAY.search(text) or STANDING.match(text) or stated_year(text) is None:
        return False
    head, dated = _part_date(text)
    named = VENUE.search(head) is not None or stated_year(head) is not None
    if dated and named and _MADE.fullmatch(text) is None:
        return True
    particulars = {each.label for each in read_publication(text).particulars}
    return "volume" in particulars and len(particulars) > 1


def _part_date(text: str) -> tuple[str, str]:
    """What stands before a month and a year behind a comma, and these: "Rain Letters, May 2024"."""
    for comma in _COMMA.finditer(text[:_LONGEST_DATED]):
        if find_month(text[comma.end() :]) is not None:
            return text[: comma.start()], text[comma.end() :]
    return text, ""


def submitted_on(line: Line) -> Line | None:
    """The day on which a line says that a preprint came in, first if there are several, and nothing else."""
    match = _SUBMITTED.fullmatch(line.text)
    return Line(line.number, match["first"] or match["date"]) if match else None


def dated_by(line: Line) -> Line | None:
    """The date that a line is, or one of its parts: "Working paper | April 2025", "Date: May 2024"."""
    text = line.text
    match = label_of(text)
    stated = match["value"] if match else text
    if match is not None and _OTHER_DAY.search(match["label"]):
        return None
    if (made := _MADE.fullmatch(stated)) is not None:
        stated = made["date"]
    elif match is None and find_date(stated) is None and not _OTHER_DAY.search(stated):
        stated = _part_date(stated)[1] or stated
    for mark in _BETWEEN_PARTS:
        if mark in stated:
            stated = next((part for part in stated.split(mark) if find_date(part.strip())), stated)
    date = find_date(stated.strip())
    return Line(line.number, stated.strip()) if date is not None and date.year is not None else None
