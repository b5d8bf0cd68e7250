"""Makes readings by hand, as the readers would, for tests that need no text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import count
from typing import TypeVar

from seedbed.model.record import (
    CollectionRecord,
    NameList,
    ProfileRecord,
    Reading,
    Record,
    SectionRecord,
    TranscriptRecord,
    TurnRecord,
    WorkRecord,
)
from seedbed.model.source import Claim, Seed, Span
from seedbed.text.dates import find_date

T = TypeVar("T")


class Maker:
    """Gives each value that it makes a line of its own, in one seed."""

    def __init__(self, path: str = "seed.txt") -> None:
        self.path = path
        self.lines = count(1)

    def claim(self, value: T) -> Claim[T]:
        line = next(self.lines)
        return Claim(value, Span(self.path, line, line))

    def work(  # noqa: PLR0913 (a record has as many fields)
        self,
        title: str = "",
        creators: Sequence[str] = (),
        *,
        abstract: str = "",
        fellows: Sequence[str] = (),
        mentors: Sequence[str] = (),
        date: str = "",
        category: str = "",
        score: str | None = None,
        topics: Sequence[str] = (),
        complete: bool = True,
    ) -> WorkRecord:
        stated = find_date(date) if date else None
        return WorkRecord(
            title=self.claim(title) if title else None,
            creators=self.claim(NameList(tuple(creators), complete)) if creators else None,
            abstract=self.claim(abstract) if abstract else None,
            fellows=self.claim(NameList(tuple(fellows))) if fellows else None,
            mentors=self.claim(NameList(tuple(mentors))) if mentors else None,
            date=self.claim(stated) if stated else None,
            category=self.claim(category) if category else None,
            score=self.claim(Decimal(score)) if score is not None else None,
            topics=tuple(self.claim(topic) for topic in topics),
        )

    def profile(self, name: str, works: Iterable[WorkRecord] = ()) -> ProfileRecord:
        return ProfileRecord(self.claim(name), works=tuple(works))

    def collection(self, title: str, works: Iterable[WorkRecord]) -> CollectionRecord:
        return CollectionRecord(self.claim(title), sections=(SectionRecord(None, tuple(works)),))

    def transcript(
        self, turns: Iterable[tuple[str, str]], *, title: str = "", host: str = "", summary: str = ""
    ) -> TranscriptRecord:
        return TranscriptRecord(
            title=self.claim(title) if title else None,
            host=self.claim(host) if host else None,
            summary=(self.claim(summary),) if summary else (),
            turns=tuple(TurnRecord(self.claim(speaker), (self.claim(text),)) for speaker, text in turns),
        )

    def reading(self, *records: Record, captured: str = "") -> Reading:
        lines = tuple(f"line {number}" for number in range(1, next(self.lines)))
        digest = hashlib.sha256(self.path.encode()).hexdigest()
        seed = Seed(self.path, lines, digest, captured=captured)
        return Reading(seed, "made", "made by hand", tuple(records), ())
