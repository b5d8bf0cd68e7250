"""The year that a date leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from seedbed.model.curation import Curation
from seedbed.model.date import PartialDate
from seedbed.model.record import Reading, TranscriptRecord, WorkRecord
from seedbed.model.source import Claim
from seedbed.text.months import MONTHS


@dataclass(frozen=True, slots=True)
class Years:
    """What year to take for a date without one.

    Attributes:
        captured: For each seed, by path, the day of its capture, where that is known.
        latest: The latest full date that any seed states.
    """

    captured: Mapping[str, str]
    latest: Claim[PartialDate] | None

    def complete(
        self, claim: Claim[PartialDate], under: Claim[PartialDate] | None = None
    ) -> tuple[PartialDate, str] | None:
        """The date with its year, and why this year if it was left out; None where no year can be found.

        Args:
            claim: The date as stated.
            under: The date of the heading that the claim stands under; it may be the claim itself.
        """
        date = claim.value
        if claim == under and date.year is not None:
            return date, f"The source dates it by the heading that it stands under ({under.span})."
        if date.year is not None:
            return date, ""
        if under is not None and under.value.year is not None:
            year = under.value.year
            why = f"The source leaves the year out, and lists it under a heading of {year} ({under.span})."
            return date.in_year(year), why
        captured = self.captured.get(claim.span.seed, "")
        if captured[:4].isdecimal():
            year = int(captured[:4])
            return date.in_year(year), f"The source leaves the year out; it was captured on {captured}."
        if self.latest is None or self.latest.value.year is None:
            return None
        why = (
            f"The source leaves the year out; the latest full date in the seeds is {self.latest.value.iso()} "
            f"({self.latest.span})."
        )
        return date.in_year(self.latest.value.year), why


def dated(record: WorkRecord) -> Claim[PartialDate] | None:
    """The date that a place states of a work; where it states none, that of the heading over it."""
    return record.date or record.under


def find_years(readings: Iterable[Reading], curation: Curation) -> Years:
    """Learn the years from the captures and from all dates that the seeds state."""
    captured = {reading.seed.path: reading.seed.captured for reading in readings if reading.seed.captured}
    captured |= {note.path: note.captured for note in curation.seeds if note.captured}
    dated = [claim for claim in _dates(readings) if claim.value.year is not None]
    full = [claim for claim in dated if claim.value.day is not None]
    latest = max(full or dated, key=lambda claim: (claim.value.key(), _reversed(claim)), default=None)
    return Years(captured, latest)


def _reversed(claim: Claim[PartialDate]) -> tuple[int, ...]:
    """Of equal dates the first place counts, so that it does not matter how seeds are read."""
    return tuple(-ord(character) for character in str(claim.span))


def _dates(readings: Iterable[Reading]) -> Iterator[Claim[PartialDate]]:
    for reading in readings:
        for work in reading.works():
            if work.date is not None:
                yield work.date
        for record in reading.records:
            if isinstance(record, TranscriptRecord) and record.date is not None:
                yield record.date


def date_as_written(date: PartialDate) -> str:
    """A date as people write it, as far as it is stated ("May 28", "Jul 1, 2022")."""
    year = "" if date.year is None else str(date.year)
    if date.month is None:
        return year or "no date"
    month = MONTHS[date.month - 1][:3]
    if date.day is None:
        return f"{month} {year}".strip()
    return f"{month} {date.day}, {year}" if year else f"{month} {date.day}"
