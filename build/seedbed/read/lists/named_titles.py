"""Titles that a list gives together with somebody's name, or a year, on one line."""

from __future__ import annotations

import re

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList
from seedbed.read.references.names import one_or_several
from seedbed.text.lines import Line

_NAME_BEFORE = re.compile(r"(?P<name>[^“”\"]{3,80}?) [-–—:|] [“\"](?P<title>[^“”\"]{5,300})[”\"]")
_CITED = re.compile(
    r"[“\"](?P<title>[^“”\"]{3,300}?)[.,]?[”\"],? "
    r"[(\[](?P<names>[^()\[\]]{2,120}?),? (?P<year>(?:19|20)\d\d)[a-z]?[)\]]"
    r"(?:[,;. ].{0,60})?"
)


_DATED = re.compile(r"(?P<title>.{3,300}\S) ?[(\[](?P<year>(?:19|20)\d\d)[)\]]")


def creator_before(title: Line) -> tuple[Line, Line] | None:
    """The creator and the title where a line holds both: “Ann Lee – “On Rain””."""
    match = _NAME_BEFORE.fullmatch(title.text)
    return (Line(title.number, match["name"]), Line(title.number, match["title"])) if match else None


def cited_title(title: Line) -> tuple[Line, NameList | None, PartialDate] | None:
    """Title, creators and year where a line cites a work: “On Rain” (Lee & Ek, 2021).

    Family names alone name nobody surely, and are left out.
    """
    match = _CITED.fullmatch(title.text)
    if match is None:
        return None
    names = one_or_several(match["names"])
    return Line(title.number, match["title"]), names, PartialDate(int(match["year"]))


def dated_title(title: Line) -> tuple[Line, PartialDate] | None:
    """The title and the year where that stands behind it in brackets: On Rain (2021)."""
    match = _DATED.fullmatch(title.text)
    return (Line(title.number, match["title"]), PartialDate(int(match["year"]))) if match else None
