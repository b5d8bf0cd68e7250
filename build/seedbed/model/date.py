"""Calendar dates that may be known only in part."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of the Gregorian calendar, as far as it is known.

    The year is missing where the seed leaves it out ("May 28") and nothing tells it. Written as ISO 8601
    calendar dates of reduced precision: 2026-05-28, 2026-05, 2026.

    Attributes:
        year: The year, or None where the source leaves it out.
        month: 1 to 12, or None.
        day: 1 to 31, or None; never without a month.
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    def in_year(self, year: int) -> PartialDate:
        """The same day and month, in `year`."""
        return replace(self, year=year)

    def iso(self) -> str:
        """ISO 8601, as precise as the date is known.

        Raises:
            ValueError: The year is not known.
        """
        if self.year is None:
            raise ValueError("a date without a year has no ISO form")
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def key(self) -> tuple[int, int, int]:
        """Sorts dates in time; an unknown month or day comes before the known ones of its year."""
        return (self.year or 0, self.month or 0, self.day or 0)
