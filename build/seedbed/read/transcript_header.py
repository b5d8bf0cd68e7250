"""What stands before a conversation: section, date, title, host and summary, in any order, some missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from seedbed.model.date import PartialDate
from seedbed.model.source import Claim, Seed
from seedbed.read.furniture import is_button, is_menu
from seedbed.read.shape import is_prose
from seedbed.read.speakers import is_full_name
from seedbed.read.vocabulary import SECTIONS
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

_DATE_LABEL = re.compile(
    r"(?:date|published|posted|recorded|aired|released)(?: on)?\s?[:：]?\s", re.IGNORECASE
)
_HOST_LABEL = re.compile(
    r"(?:host|interviewer|moderator|presenter)s?\s?[:：]\s?|(?:hosted by|presented by|moderated by|by)\s",
    re.IGNORECASE,
)
_MOST_SECTION_WORDS = 4


@dataclass(frozen=True, slots=True)
class Header:
    """What was found; lines that none of these hold are not read."""

    title: Claim[str] | None = None
    date: Claim[PartialDate] | None = None
    host: Claim[str] | None = None
    section: Claim[str] | None = None
    summary: tuple[Claim[str], ...] = ()


def read_header(seed: Seed, lines: Sequence[Line], turns: Sequence[str]) -> Header:
    """Sort the header's lines, given the labels of the turns below, one a turn.

    Dates, running text and the names of speakers tell themselves; only then what remains is taken by place.
    """
    summary = tuple(Claim(line.text, seed.span(line.number)) for line in lines if is_prose(line.text))
    short = [line for line in lines if not is_prose(line.text) and not _is_furniture(line.text)]
    date = next((Claim(date, seed.span(line.number)) for line in short if (date := _date(line.text))), None)
    host = _find_host(seed, short, turns)
    taken = {claim.span.first for claim in (date, host) if claim is not None}
    rest = [line for line in short if line.number not in taken]
    title, section = _title_and_section(rest, date.span.first if date else None)
    return Header(
        title=Claim(title.text, seed.span(title.number)) if title else None,
        date=date,
        host=host,
        section=Claim(section.text, seed.span(section.number)) if section else None,
        summary=summary,
    )


def _is_furniture(text: str) -> bool:
    return is_button(text) or is_menu(text)


def _date(text: str) -> PartialDate | None:
    return find_date(text) or find_date(_DATE_LABEL.sub("", text, count=1))


def _find_host(seed: Seed, lines: Sequence[Line], turns: Sequence[str]) -> Claim[str] | None:
    """The line that says who is the host, or the name of one who speaks; of several, who speaks first.

    Where the turns have no full names ("HOST:"), the name that ends the header is the host's.
    """
    for line in lines:
        label = _HOST_LABEL.match(line.text)
        if label and is_full_name(line.text[label.end() :]):
            return Claim(line.text[label.end() :], seed.span(line.number))
    speakers = {turn.casefold() for turn in turns}
    named = [line for line in lines if line.text.casefold() in speakers]
    if len(named) > 1:
        named = [line for line in named if line.text.casefold() == turns[0].casefold()]
    elif not named and len(lines) > 1 and not any(map(is_full_name, set(turns))):
        named = [lines[-1]] if is_full_name(lines[-1].text) else []
    return Claim(named[0].text, seed.span(named[0].number)) if named else None


def _title_and_section(rest: Sequence[Line], date: int | None) -> tuple[Line | None, Line | None]:
    """Title and section among the lines that are neither date, host nor running text.

    A section is known by its words ("Podcasts"), or stands above the date and the title, and is short.
    With more lines than that, what stands nearest to the date decides; else both stay unknown.
    """
    named = next((line for line in rest if _names_a_section(line.text)), None)
    others = [line for line in rest if line is not named]
    if len(others) > 1 and date is not None and (below := [line for line in others if line.number > date]):
        above = [line for line in others if line.number < date]
        return below[0], named or (above[-1] if above else None)
    match others:
        case ():
            return None, named
        case [only]:
            # One word over a date may as well be a section that we do not know.
            unsure = named is None and date is not None and only.number < date and " " not in only.text
            return (None if unsure else only), named
        case [first, second] if named is None:
            shorter = len(first.text.split()) <= min(_MOST_SECTION_WORDS, len(second.text.split()) - 1)
            return (second, first) if shorter else (first, None)
        case _:
            below = [line for line in others if named is not None and line.number > named.number]
            return (below[0] if below else None), named


def _names_a_section(text: str) -> bool:
    words = text.casefold().split()
    return len(words) <= _MOST_SECTION_WORDS and words[-1] in SECTIONS
