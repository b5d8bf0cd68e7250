"""Bar charts: how many dated things a year or a month has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from seedbed.model.list_page import Bar, Chart, Dated
from seedbed.model.shown import Address
from seedbed.text.months import MONTHS
from seedbed.write.wording import number

_WIDTH, _HEIGHT, _BASELINE, _TOP = 720, 160, 136, 20
_GAP = 0.2
_LONGEST_BY_MONTH = 60
_MOST_LEFT_OUT = 0.25
_TICKS = 10
_ISO_YEAR, _ISO_MONTH = 4, 7


def chart(entries: Sequence[Dated], places: Mapping[str, Address]) -> Chart | None:
    """Bars by month, or by year (see `columns`); None where there would be one bar.

    Args:
        entries: What to count, each by its date; by month, those whose month is not known are left out.
        places: Where each month ("2026-05") and year ("2026") stands.
    """
    keys, cut = columns(entries)
    by_month = cut == _ISO_MONTH
    sizes = Counter(entry.date.iso[:cut] for entry in entries if len(entry.date.iso) >= cut)
    if len(sizes) < 2:  # noqa: PLR2004
        return None
    step = _WIDTH / len(keys)
    highest = max(sizes.values())
    bars = tuple(
        _bar(key, position * step, step, sizes[key], highest, places[key])
        for position, key in enumerate(keys)
        if sizes[key]
    )
    kinds = {entry.kind for entry in entries}
    what = "Papers and conversations" if len(kinds) > 1 else "Papers" if "paper" in kinds else "Conversations"
    title = f"{what} by {'month' if by_month else 'year'}"
    return Chart(_WIDTH, _HEIGHT, _BASELINE, bars, _ticks(keys, step), number(highest), title)


def columns(entries: Sequence[Dated]) -> tuple[list[str], int]:
    """What bars stand for: every month from first to last ("2026-05"); every year where those are many.

    By month, what has none would be left out: where that is much, bars stand for years as well.

    Returns:
        The months or years, and how much of an ISO date says which one it is.
    """
    months = [entry.date.iso[:_ISO_MONTH] for entry in entries if len(entry.date.iso) >= _ISO_MONTH]
    keys = _all_months(months) if months else []
    left_out = len(entries) - len(months)
    if 0 < len(keys) <= _LONGEST_BY_MONTH and left_out <= _MOST_LEFT_OUT * len(entries):
        return keys, _ISO_MONTH
    years = [int(entry.date.year) for entry in entries]
    return [f"{year:04d}" for year in range(min(years), max(years) + 1)] if years else [], _ISO_YEAR


def _all_months(months: Sequence[str]) -> list[str]:
    """Every month from the first to the last."""
    first, last = ((int(key[:4]) * 12 + int(key[5:7]) - 1) for key in (min(months), max(months)))
    return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(first, last + 1)]


def _bar(key: str, left: float, step: float, size: int, highest: int, address: Address) -> Bar:  # noqa: PLR0913, PLR0917
    height = max(2.0, round((_BASELINE - _TOP) * size / highest, 1))
    label = f"{_named(key)}: {number(size)}"
    return Bar(
        label,
        round(left + step * _GAP / 2, 1),
        _BASELINE - height,
        round(step * (1 - _GAP), 1),
        height,
        address,
    )


def _named(key: str) -> str:
    return f"{MONTHS[int(key[5:7]) - 1]} {key[:4]}" if len(key) == _ISO_MONTH else key


def _ticks(keys: Sequence[str], step: float) -> tuple[tuple[float, str], ...]:
    """Years below the bars: at each January, or at every so many bars."""
    if len(keys[0]) == _ISO_MONTH:
        starts = [(at, key[:4]) for at, key in enumerate(keys) if at == 0 or key.endswith("-01")]
        # The first label would run into a second one that stands close to it.
        if len(starts) > 1 and (starts[1][0] - starts[0][0]) * step < _WIDTH / 16:
            starts = starts[1:]
    else:
        every = -(-len(keys) // _TICKS)
        starts = [(at, key) for at, key in enumerate(keys) if at % every == 0]
    return tuple((round((at + 0.5) * step, 1), label) for at, label in starts)
