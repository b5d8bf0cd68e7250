"""Numbers in sentences."""

from __future__ import annotations

FEW = 12
"""How many of many numbers are named."""


def many(number: int, one: str, many: str = "") -> str:
    """A number and what it counts: "1 line", "2,000 lines"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def few(numbers: tuple[int, ...]) -> str:
    """The first few of some numbers, and how many more there are."""
    more = len(numbers) - FEW
    return ", ".join(map(str, numbers[:FEW])) + (f" and {more:,} more" if more > 0 else "")
