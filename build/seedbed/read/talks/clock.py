"""Times of a recording, as transcripts write them: alone on a line, or before what is said then."""

from __future__ import annotations

import re

CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?"
"""A time ("1:02:03"), as a regular expression."""

UNTIL = r" ?(?:-->|–>|->|→) ?"
"""What stands between the time at which something is said and the one at which that ends."""

_TIME_ALONE = re.compile(rf"[\[(]?{CLOCK} ?[\])]?|\d{{1,2}}:\d\d ?[ap]\.?m\.?", re.IGNORECASE)
_TIME_OF_DAY = re.compile(r"\d{1,2}:\d\d ?[ap]\.?m\.?", re.IGNORECASE)
_OPENING_TIME = re.compile(
    rf"\\?[\[(](?P<time>{CLOCK})(?:{UNTIL}{CLOCK})? ?\\?[\])]:? ?"
    rf"|\[(?P<seconds>\d{{1,5}}\.\d{{1,3}}){UNTIL}\d{{1,5}}\.\d{{1,3}}\] ?"
    rf"|(?P<from>{CLOCK}){UNTIL}{CLOCK} "
    rf"|Starting point is (?P<start>{CLOCK}) ?"
)
"""In brackets; seconds of a span, as programs write them; or behind the words of Podscripts."""
_BARE_TIME = re.compile(rf"(?P<time>{CLOCK}) (?=\S)")
_INNER_TIME = re.compile(rf" ?(?:\\?\[{CLOCK}\\?\]|\(\d{{1,2}}:\d\d:\d\d\)|{CLOCK}{UNTIL}{CLOCK})(?= |$)")
_NOON = 12


def is_time(text: str) -> bool:
    """Whether `text` is a time of the recording and nothing else."""
    return _TIME_ALONE.fullmatch(text) is not None


def is_time_of_day(text: str) -> bool:
    """Whether `text` is a time of day ("10:02 AM") and nothing else."""
    return _TIME_OF_DAY.fullmatch(text) is not None


def split_time(text: str, *, bare: bool = False) -> tuple[int | None, str]:
    """The time that `text` begins with, in brackets or as a span, and the rest; `bare` takes any."""
    match = _OPENING_TIME.match(text) or (_BARE_TIME.match(text) if bare else None)
    if match is None:
        return None, text
    stated = next(time for time in match.groupdict().values() if time)
    return seconds(stated), text[match.end() :]


def without_times(text: str) -> str:
    """What is said, without the times that stand among it in brackets: "It rains. [00:12:03] Still."."""
    return _INNER_TIME.sub("", text).strip() if ":" in text else text


def seconds(clock: str) -> int:
    """A time of the recording as whole seconds; a time of day ("10:02 AM") since midnight."""
    if _TIME_OF_DAY.fullmatch(clock):
        hour, minute = map(int, re.findall(r"\d+", clock))
        return 60 * (60 * (hour % _NOON + _NOON * ("p" in clock.casefold())) + minute)
    total = 0
    for part in re.split(r"[.,]", clock.strip("[]() "), maxsplit=1)[0].split(":"):
        total = 60 * total + int(part)
    return total
