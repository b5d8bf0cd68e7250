"""What one build did, as a value: the command line prints it as text or as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from seedbed.model.finding import Finding
from seedbed.model.record import BibliographyRecord, LineCount, Reading, Record


@dataclass(frozen=True, slots=True)
class SeedReport:
    """How one seed was read."""

    path: str
    kind: str
    why: str
    records: int
    lines: LineCount
    unread: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()

    @classmethod
    def of(cls, reading: Reading) -> SeedReport:
        """What there is to report of a reading."""
        return cls(
            reading.seed.path,
            reading.kind,
            reading.why,
            sum(map(_counted, reading.records)),
            reading.count(),
            tuple(reading.unread_lines()),
            tuple(f"{remark.span}: {remark.value}" for remark in reading.remarks),
        )


def _counted(record: Record) -> int:
    """A file of references is as many records as it has entries."""
    return len(record.works) if isinstance(record, BibliographyRecord) else 1


@dataclass(frozen=True, slots=True)
class AddedSeed:
    """What became of one file that was to be a seed.

    Attributes:
        file: As it was named.
        seed: How it is read.
        done: "unchanged" where the folder of seeds had it just so, "kept" where it has another of its name.
        noted: Whether the curation file was told something of it.
    """

    file: str
    seed: SeedReport
    done: Literal["added", "overwritten", "unchanged", "kept"]
    noted: bool


@dataclass(frozen=True, slots=True)
class AddReport:
    """The files that were to be seeds.

    Attributes:
        faults: What can be no seed, or could not be put there, one line each.
    """

    added: tuple[AddedSeed, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of what the library holds."""

    seeds: int = 0
    works: int = 0
    people: int = 0
    transcripts: int = 0
    collections: int = 0
    topics: int = 0
    links: int = 0
    conflicts: int = 0
    questions: int = 0


@dataclass(frozen=True, slots=True)
class Since:
    """What differs from the last build, by name; all empty for a first build.

    Attributes:
        first: True when there was no last build to compare with.
        merged: Pages whose address leads to another page now ("people/jenny-bao → people/xuchan-bao").
    """

    first: bool = True
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageCounts:
    """What was done to the files of the site's source and to the site itself."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    rendered: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True)
class BuildReport:
    """One build, from seeds to site.

    Attributes:
        faults: What could not be read, one line each; any of them makes the exit status 1.
        warnings: What went well but should be looked at, one line each.
        findings: What the check of the finished site found.
        seconds: Of each stage, in the order in which they ran.
        site: The page to open, as a path; empty when nothing was rendered.
        read: How many seeds were read; none of them where nothing has changed since the last build.
    """

    seeds: tuple[SeedReport, ...] = ()
    counts: Counts = field(default_factory=Counts)
    since: Since = field(default_factory=Since)
    pages: PageCounts = field(default_factory=PageCounts)
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()
    site: str = ""
    read: int = 0
