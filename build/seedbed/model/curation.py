"""The maintainer's word: what `seeds/library.yml` says, after it was read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class SeedNote:
    """What the maintainer knows of one seed; a field left empty is not known."""

    path: str
    line: int
    kind: str = ""
    source: str = ""
    captured: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """Names or titles that are one, or are not.

    Attributes:
        verdict: "same", or "different".
        forms: Two or more names (of people) or titles (of works), as a seed states them.
        line: Where the curation file says so, counted from 1.
    """

    verdict: Literal["same", "different"]
    forms: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What to show or read instead of what a seed states.

    Attributes:
        form: The name or title as a seed states it.
        field: "split" (into names), "name" (the preferred form), "title", or "date".
        values: The names of a split; else one value.
        line: Where the curation file says so, counted from 1.
    """

    form: str
    field: Literal["split", "name", "title", "date"]
    values: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class TopicRuling:
    """A topic that the maintainer names: its label, its phrases, and labels that mean the same."""

    label: str
    phrases: tuple[str, ...]
    same: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Curation:
    """The curation file; the empty value stands for a missing file."""

    path: str = ""
    seeds: tuple[SeedNote, ...] = ()
    people: tuple[Ruling, ...] = ()
    people_corrections: tuple[Correction, ...] = ()
    works: tuple[Ruling, ...] = ()
    works_corrections: tuple[Correction, ...] = ()
    topics: tuple[TopicRuling, ...] = ()

    def note_on(self, seed: str) -> SeedNote | None:
        """What the maintainer knows of the seed at a path; None where nothing is noted."""
        return next((note for note in self.seeds if note.path == seed), None)
