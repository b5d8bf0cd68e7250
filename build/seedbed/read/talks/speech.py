"""What is said in a conversation: turns with their paragraphs, the times among them, and headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seedbed.model.record import TurnRecord
from seedbed.model.source import Claim, Seed, Span
from seedbed.read.markdown import HEADING
from seedbed.read.shape import SPEECH_ENDS, is_prose, is_single_sentence
from seedbed.read.talks.clock import is_time, seconds, split_time, without_times
from seedbed.read.talks.notices import is_around, is_sponsored
from seedbed.read.talks.paragraphs import are_broken
from seedbed.read.talks.turn_labels import Labelled
from seedbed.read.talks.turns import Turn
from seedbed.text.lines import Line

_TIMED_HEADING = re.compile(
    r"[\[(]?(?:\d{1,2}:)?\d{1,2}:\d\d[\])]?\s?[-–—|]\s?(?P<title>[^\W_a-z].{1,100}|[a-z]{1,2}[A-Z].{1,100})"
)
_HEADING_TIMED = re.compile(r"(?P<title>[^\W_a-z].{1,88}\S) [\[(](?:\d{1,2}:)?\d{1,2}:\d\d[\])]")
_NO_HEADING_ENDS = (*SPEECH_ENDS, ",", ":", ";", ")", "]", "*")
_LISTED_CHAPTER = re.compile(
    r"[\[(]?(?:\d{1,2}:)?\d{1,2}:\d\d[\])]?\s?(?:[-–—|:]\s?)?(?P<title>[^\W\d_].{1,100})"
)
_LONGEST_LISTED = 130
_BULLET = re.compile(r"(?:[-–—•*·▪◦‣]|\d{1,2}[.)]) ")
_FEWEST_RECURRING = 2
_CREDITS = re.compile(
    r"[^.:?!]{2,60} (?:is|was) (?:produced|edited|mixed|recorded|engineered) by\b"
    r"|(?:(?:our |theme |original )*(?:music|sound design|editing|production)(?: is| was)?) by\b"
    r"|(?:produced|edited|transcribed|recorded) by\b|this transcript (?:was|is|has been)\b"
    r"|this (?:interview|conversation) (?:was|has been) (?:lightly |slightly )?(?:edited|condensed)\b",
    re.IGNORECASE,
)
"""How credits begin."""

_LONGEST_HEADING = 90
_MOST_HEADING_WORDS = 12
_LEAST_PUNCTUATED = 0.7
"""Of the turns, how many have to end as sentences do."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What was found, in the order of the seed; lines that none of these hold are not read."""

    turns: tuple[TurnRecord, ...]
    headings: tuple[Claim[str], ...]


def listed_chapters(header: Iterable[Line]) -> dict[int, str]:
    """The chapters that lines above a conversation list, each with its time ("12:03 – Newts"), by line."""
    found = ((line.number, _LISTED_CHAPTER.fullmatch(line.text[:_LONGEST_LISTED])) for line in header)
    return {number: match["title"] for number, match in found if match}


def recurring_chapters(
    header: Iterable[Line], lines: Sequence[Line], begins: Sequence[Labelled]
) -> dict[int, str]:
    """The chapters that a list above a conversation names without times, by line.

    They are two lines or more that stand among the turns again, and begin none.
    """
    at = {one.index for one in begins}
    among = range(begins[0].index, begins[-1].index)
    again = {lines[index].text.casefold() for index in among if index not in at}
    again |= {lines[begins[0].index - 1].text.casefold()} if begins[0].index else set()
    titles = ((line.number, _BULLET.sub("", line.text)) for line in header)
    found = {number: title for number, title in titles if title.casefold() in again}
    return found if len(found) >= _FEWEST_RECURRING else {}


def read_speech(
    seed: Seed,
    lines: Sequence[Line],
    begins: Sequence[Labelled],
    start: int,
    chapters: frozenset[str] = frozenset(),
) -> Speech:
    """The turns that begin where `begins` says, and the headings among them.

    A time on a line of its own belongs to what follows it. A paragraph that nobody's label stands before goes
    on with the turn; what a sponsor has said is nobody's turn.

    Args:
        seed: Where the lines come from.
        lines: All of them, to the end of the speech.
        begins: Which of the lines begin a turn, in order; one at least.
        start: The first line that may be a heading or a time of the speech.
        chapters: The headings that a list above the conversation names, in lower case.
    """
    at = {one.index: one for one in begins}
    headed = _has_headings(lines, begins)
    turns: list[Turn] = []
    headings: list[Claim[str]] = []
    waiting: list[Claim[int]] = []
    for index in range(start, len(lines)):
        line = lines[index]
        place = seed.span(line.number)
        if index in at:
            turns.append(Turn(at[index].label, line.number, at[index].time, waiting))
            waiting = []
            _say(turns[-1], at[index].text, place)
        elif is_time(line.text):
            waiting.append(Claim(seconds(line.text), place))
        elif (title := split_time(line.text, bare=True)[1]).casefold() in chapters:
            headings.append(Claim(title, place))
        elif not turns and (is_around(line.text) or is_sponsored(line.text)):
            continue
        elif (heading := _heading(lines, index, at, unmarked=headed)) is not None:
            headings.append(Claim(heading, place))
        elif turns:
            goes_on = turns[-1].said and is_sponsored(turns[-1].said[0].text)
            sponsored = is_sponsored(split_time(line.text)[1]) and not goes_on
            if sponsored or _CREDITS.match(line.text):
                turns.append(Turn())
            turns[-1].times += waiting
            waiting = []
            _say(turns[-1], line.text, place)
    turns[-1].times += waiting
    spoken = [turn for turn in turns if turn.said]  # a label that nothing follows is none
    broken = are_broken([turn.said for turn in spoken])
    return Speech(tuple(turn.record(seed, whole=broken) for turn in spoken), tuple(headings))


def _say(turn: Turn, text: str, place: Span) -> None:
    """Add a paragraph; a time in brackets before it is no part of it."""
    time, rest = split_time(text)
    if time is not None:
        turn.times.append(Claim(time, place))
    if said := without_times(rest):
        turn.said.append(Line(place.first, said))


def _has_headings(lines: Sequence[Line], begins: Sequence[Labelled]) -> bool:
    """Whether what is said ends as sentences do, so that what does not may be a heading."""
    said = [one.text for one in begins if one.text] or [
        lines[one.index + 1].text for one in begins if one.index + 1 < len(lines)
    ]
    ended = sum(1 for text in said if text.endswith(_NO_HEADING_ENDS))
    return ended >= _LEAST_PUNCTUATED * len(said) > 0


def _heading(lines: Sequence[Line], index: int, at: dict[int, Labelled], *, unmarked: bool) -> str | None:
    """The heading that a line is: marked as Markdown does, or short, apart, and right above a turn."""
    text = lines[index].text
    if match := HEADING.fullmatch(text):
        return match["text"]
    if (timed := _TIMED_HEADING.fullmatch(text)) and not is_prose(timed["title"]):
        return timed["title"]
    _, title = split_time(text, bare=True)
    below = next((n for n in range(index + 1, len(lines)) if not is_time(lines[n].text)), len(lines))
    late = _HEADING_TIMED.fullmatch(text) if below in at else None
    if late and not late["title"].endswith(_NO_HEADING_ENDS) and not is_prose(late["title"]):
        return late["title"]
    apart = (index == 0 or not lines[index - 1].touches(lines[index])) and below in at
    # What stands below a name with nothing beside it is what its bearer says.
    apart = apart and (index - 1 not in at or bool(at[index - 1].text))
    fits = (
        0 < len(title) <= _LONGEST_HEADING
        and len(title.split()) <= _MOST_HEADING_WORDS
        and title[0] not in "[(*♪-–—"
        and not title[0].islower()
        and not title.endswith(_NO_HEADING_ENDS)
        and is_single_sentence(title)
        and not is_prose(title)
    )
    return title if unmarked and apart and fits and not lines[index].touches(lines[below]) else None
