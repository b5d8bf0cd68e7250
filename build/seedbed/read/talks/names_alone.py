"""Names that stand on a line of their own over what their bearers say, without a colon or a time behind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from seedbed.read.shape import SPEECH_ENDS
from seedbed.read.talks.clock import CLOCK, is_time
from seedbed.read.talks.turn_labels import (
    LONGEST_LABEL,
    MOST_NAME_WORDS,
    Labelled,
    may_stand_alone,
    without_role,
)
from seedbed.read.vocabulary import OPENERS
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

_BOLD_ALONE = re.compile(r"(\*\*|__)(?P<label>[^:：*_]{1,70})\1$")
_TIME_LED = re.compile(rf"[\[(]{CLOCK}[\])] \S")
_BADGE = re.compile(r"[A-Z]{1,3}\d?")
_SPOKEN_ENDS = (*SPEECH_ENDS, "’", ")", "]", ",", ":")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_LONG_SPEECH = 100
_MOST_SILENT = 0.1
"""Of the names that recur, how many may stand over what nobody says."""
_FEWEST_TURNS = 4


def find_names_alone(lines: Sequence[Line]) -> list[Labelled]:
    """Names that stand on a line of their own over what their bearers say; none unless that is sure.

    It is where two of them recur, and nearly each one stands over what ends as speech does; where most stand
    over what begins with a time, one that does need not recur. What stands below days is what a list by date
    has there: titles; and what states a year is where something appeared.
    """
    found = [
        Labelled(index, without_role(name), "")
        for index, name in enumerate(map(_not_bold, lines))
        if (may_stand_alone(name) or _is_first_name(name, lines, index)) and _YEAR.search(name) is None
    ]
    counts = Counter(one.key() for one in found)
    recurring = [one for one in found if counts[one.key()] > 1 and find_date(one.label) is None]
    alone = {one.index for one in recurring}
    silent = [one for one in recurring if not _is_spoken(lines, one.index + 1, alone)]
    dated = [one for one in recurring if one.index and find_date(lines[one.index - 1].text)]
    speakers = {one.key() for one in recurring}
    spoken = len(recurring) - len(silent)
    sure = (
        len(speakers) > 1
        and spoken >= _FEWEST_TURNS
        and len(silent) <= max(1, _MOST_SILENT * len(recurring))
        and len(dated) < len(recurring) / 2
    )
    if not sure:
        return []
    over_times = [one for one in found if _stands_over_time(lines, one.index)]
    mostly = 2 * sum(1 for one in over_times if one.index in alone) > len(recurring)
    once = [one for one in over_times if one.index not in alone] if mostly else []
    return sorted((*recurring, *once), key=lambda one: one.index)


def _not_bold(line: Line) -> str:
    bold = _BOLD_ALONE.match(line.text)
    return bold["label"].strip() if bold else line.text


def _is_first_name(text: str, lines: Sequence[Line], index: int) -> bool:
    """Whether a line is one word with a capital, over a time, or over what begins with one."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    is_word = text.isalpha() and text.istitle() and text.casefold() not in OPENERS
    return is_word and (is_time(below) or _TIME_LED.match(below) is not None)


def _is_spoken(lines: Sequence[Line], index: int, alone: set[int]) -> bool:
    if index < len(lines) and is_time(lines[index].text):
        index += 1
    if index >= len(lines) or index in alone:
        return False
    text = lines[index].text
    return len(text) > _LONG_SPEECH or text.endswith(_SPOKEN_ENDS)


def _stands_over_time(lines: Sequence[Line], index: int) -> bool:
    """Whether what stands below begins with a time, as nothing but what is said does."""
    return index + 1 < len(lines) and _TIME_LED.match(lines[index + 1].text) is not None


def without_badges(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the letters that programs put into a circle over each name: "AL" over "Ann Lee"."""
    badges = {
        above.number
        for above, below in pairwise(lines)
        if _BADGE.fullmatch(above.text) and above.text == _letters_of(below.text)
    }
    return lines if len(badges) <= 1 else [line for line in lines if line.number not in badges]


def _letters_of(name: str) -> str:
    return "".join(word[0] for word in name[:LONGEST_LABEL].split()[:MOST_NAME_WORDS])
