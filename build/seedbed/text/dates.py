"""Dates as people write them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from functools import lru_cache

from seedbed.model.date import PartialDate
from seedbed.text.months import ANY_MONTH, MONTH, month_number

LONGEST_DATE = 48
"""No written date has more characters than this."""

HOUR = r"\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?"
"""A time of day, as a programme has it: "10:15", "9.30 am"; as a regular expression."""

HOURS = rf"{HOUR} ?[-–—] ?{HOUR}"
"""When something begins and ends."""

_MONTHS = 12
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|°)?"
_YEAR = r"(?P<year>[12]\d{3})"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}(?P<name>{MONTH}) ?{_DAY}(?:(?:, ?| ){_YEAR})?",
        rf"(?P<name>{ANY_MONTH})(?:,? ?| del? ){_YEAR}",
        rf"{_WEEKDAY}{_DAY}\.? ?(?:of |de |d['’])?(?P<name>{ANY_MONTH})(?:(?:,? ?| del? ){_YEAR})?",
        rf"{_YEAR},? (?P<name>{MONTH})(?: {_DAY})?",
        rf"{_YEAR}",
        # ISO 8601, with or without a time of day, which is not kept.
        rf"{_YEAR}-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?)?",
        rf"{_YEAR}[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}})",
        # Written with full stops, the day comes first.
        rf"(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})\. ?{_YEAR}",
        # As Chinese, Japanese and Korean write it.
        rf"{_YEAR} ?[年년] ?(?P<month>\d{{1,2}}) ?[月월](?: ?(?P<day>\d{{1,2}}) ?[日일])?",
    )
)
_TIME_OF_DAY = re.compile(
    r"(?<=\d{4}),? (?:at )?(?:\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?|\d{1,2}(?:\.\d\d)? ?[ap]\.?m\.?)"
    r"(?: [A-Z]{2,4})?$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SLASHED = re.compile(rf"(?P<one>\d{{1,2}})/(?P<other>\d{{1,2}})/{_YEAR}")


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Whether those who wrote these dates put the day first ("28/10/2025"); None where none of them tells."""
    numbers = [
        (int(match["one"]), int(match["other"])) for text in texts if (match := _SLASHED.fullmatch(text))
    ]
    first, second = (any(pair[at] > _MONTHS for pair in numbers) for at in (0, 1))
    return first if first != second else None


def find_date(text: str, *, day_first: bool | None = None) -> PartialDate | None:
    """The date that `text` is, as far as it is stated; None where `text` is not a date, or not surely one.

    Read are month names (those of `seedbed.text.months`), ISO 8601, and years, months and days with their
    Chinese, Japanese or Korean marks; a time of day behind them is left out. `3/4/2025` is None, since it
    depends on who wrote it, unless `day_first` tells; `3/14/2025` is not. A day that the month does not have
    is None.
    """
    if len(text) > LONGEST_DATE:
        return None
    return _find_date(text, day_first) if _DIGIT.search(text) else None


def find_month(text: str, *, day_first: bool | None = None) -> PartialDate | None:
    """The date that `text` is, as `find_date` reads it, if it states month and year, and perhaps the day."""
    date = find_date(text, day_first=day_first)
    return date if date is not None and date.year is not None and date.month is not None else None


@lru_cache(maxsize=4_000)  # each of several readers asks about the same line
def _find_date(text: str, day_first: bool | None) -> PartialDate | None:  # noqa: FBT001
    stated = _TIME_OF_DAY.sub("", " ".join(text.split()))
    for form in _FORMS:
        if match := form.fullmatch(stated):
            return _date(match.groupdict())
    if match := _SLASHED.fullmatch(stated):
        return _slashed(int(match["one"]), int(match["other"]), int(match["year"]), day_first=day_first)
    return None


def _date(parts: dict[str, str | None]) -> PartialDate | None:
    name, month, day, year = (parts.get(part) for part in ("name", "month", "day", "year"))
    number = month_number(name) if name else int(month) if month else None
    if name and number is None:
        return None
    return _checked(int(year) if year else None, number, int(day) if day else None)


def _slashed(one: int, other: int, year: int, *, day_first: bool | None) -> PartialDate | None:
    if day_first is not None and max(one, other) <= _MONTHS:
        return _checked(year, other, one) if day_first else _checked(year, one, other)
    if one == other or other > _MONTHS:
        return _checked(year, one, other)
    return _checked(year, other, one) if one > _MONTHS else None


def _checked(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    """The date, unless the calendar does not have it; without a year, February has 29 days."""
    if month is not None and not 1 <= month <= _MONTHS:
        return None
    if month is not None and day is not None:
        leap_year = 2000
        if not 1 <= day <= calendar.monthrange(leap_year if year is None else year, month)[1]:
            return None
    return PartialDate(year, month, day)
