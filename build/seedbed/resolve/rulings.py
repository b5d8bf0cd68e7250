"""The maintainer's rulings, tied to the listings and the forms of names that they mean.

A form may say which of several it means: `Wei Zhang @ On Swimming` is the Wei Zhang of that work, and
`Editorial @ journal.txt` the work of that title in that seed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from seedbed.errors import SeedbedError
from seedbed.model.curation import Correction, Curation, Ruling
from seedbed.model.decision import Evidence
from seedbed.model.record import Reading
from seedbed.text.lines import clean

BORDER = " @ "
"""Between a name or title and the place that it is meant at."""


@dataclass(frozen=True, slots=True)
class Same:
    """Numbers that are one thing, under a key of the curation file, in a line of it."""

    key: str
    line: int
    numbers: tuple[int, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Rulings:
    """Rulings about things that are known by number.

    Attributes:
        path: The curation file.
        apart: Under a label, the numbers on one side; numbers on different sides are different things.
        same: What is one thing.
        corrections: For each correction the numbers that it is about.
        warnings: Rulings that match nothing.
    """

    path: str
    apart: tuple[tuple[Hashable, int, tuple[int, ...]], ...]
    same: tuple[Same, ...]
    corrections: tuple[tuple[Correction, tuple[int, ...]], ...]
    warnings: tuple[str, ...]

    def corrections_of(self, groups: Sequence[Sequence[int]]) -> list[list[Correction]]:
        """The corrections of each thing, given the numbers that are that thing."""
        group_of = {number: group for group, numbers in enumerate(groups) for number in numbers}
        found: list[list[Correction]] = [[] for _ in groups]
        for correction, numbers in self.corrections:
            for group in sorted({group_of[number] for number in numbers}):
                found[group].append(correction)
        return found


def apply_rulings(
    kind: str,
    rulings: Iterable[Ruling],
    corrections: Iterable[Correction],
    path: str,
    find: Callable[[str], Sequence[int]],
) -> Rulings:
    """Tie rulings and corrections to numbers.

    Args:
        kind: "people" or "works", as the curation file calls them.
        rulings: What is the same, and what is different.
        corrections: What to show instead.
        path: The curation file, for warnings and evidence.
        find: The numbers that a form means; none where nothing in the seeds is called so.
    """
    apart: list[tuple[Hashable, int, tuple[int, ...]]] = []
    same: list[Same] = []
    corrected: list[tuple[Correction, tuple[int, ...]]] = []
    warnings: list[str] = []
    for ruling in rulings:
        found = [tuple(find(form)) for form in ruling.forms]
        missing = [form for form, numbers in zip(ruling.forms, found, strict=True) if not numbers]
        warnings += [unmatched(path, ruling.line, f"{kind}: {ruling.verdict}", form) for form in missing]
        if sum(map(bool, found)) < 2:  # noqa: PLR2004 (a ruling is about two)
            continue
        if ruling.verdict == "same":
            numbers = tuple(sorted({number for each in found for number in each}))
            same.append(Same(f"{kind}: same", ruling.line, numbers, ruled(path, ruling.line)))
        else:
            label = ("curation", ruling.line)
            apart += [(label, side, numbers) for side, numbers in enumerate(found)]
    for correction in corrections:
        numbers = tuple(find(correction.form))
        if numbers:
            corrected.append((correction, numbers))
        else:
            warnings.append(unmatched(path, correction.line, f"{kind}: {correction.field}", correction.form))
    return Rulings(path, tuple(apart), tuple(same), tuple(corrected), tuple(warnings))


def correction_of(
    field: Literal["name", "title", "date"], corrections: Iterable[Correction], path: str
) -> Correction | None:
    """What the maintainer shows instead of one field of a thing; None where the field is left as it is.

    Args:
        field: Of the thing.
        corrections: All those of the thing.
        path: The curation file.

    Raises:
        SeedbedError: Two corrections of the field differ.
    """
    found = [correction for correction in corrections if correction.field == field]
    for other in found[1:]:
        if other.values != found[0].values:
            called = "this person's name" if field == "name" else f"the {field}"
            raise SeedbedError(
                f"{called} is “{other.values[0]}” here, but “{found[0].values[0]}” in line {found[0].line}. "
                "Take one of the two out.",
                path=path,
                line=other.line,
            )
    return found[0] if found else None


def said_in(path: str, line: int) -> str:
    """Why the maintainer's word holds: where it stands."""
    return f"the maintainer says so in {path}:{line}."


def ruled(path: str, line: int) -> tuple[Evidence, ...]:
    """The evidence of a ruling."""
    return (Evidence(said_in(path, line)),)


def unmatched(path: str, line: int, key: str, form: str) -> str:
    """The warning of an entry about a name or title that no seed states."""
    return (
        f"{path}:{line}: {key}: nothing in the seeds is called “{form}”; correct it, or take the entry out."
    )


def parted(form: str) -> tuple[str, str]:
    """A form's name or title, and the place that it is meant at; an empty place means all."""
    name, border, place = clean(form).rpartition(BORDER)
    return (name, place) if border else (clean(form), "")


def merge_is_ruled_out(path: str, label: Hashable, line: int, form: str) -> SeedbedError:
    """The error of a ruling that contradicts another."""
    other = label[1] if isinstance(label, tuple) else 0
    return SeedbedError(
        f"“{form}” and another are said to be the same here, but line {other} says that they are different. "
        "Take one of the two entries out.",
        path=path,
        line=line,
    )


def unmatched_seeds(curation: Curation, readings: Iterable[Reading]) -> tuple[str, ...]:
    """Warnings for notes on seeds that do not exist."""
    paths = {reading.seed.path for reading in readings}
    return tuple(
        f"{curation.path}:{note.line}: seeds: there is no seed “{note.path}”; correct the path, or take the "
        "entry out."
        for note in curation.seeds
        if note.path not in paths
    )
