"""The whole of adding: examine a file, show how it would be read, copy it, and note what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from seedbed.add.notes import with_note
from seedbed.add.plan import Examined, SeedsFolder, Standing, examine, put
from seedbed.config import CURATION, Settings
from seedbed.errors import SeedbedError
from seedbed.keep.files import read_text, write_named
from seedbed.model.curation import Curation
from seedbed.model.report import AddedSeed, AddReport, SeedReport
from seedbed.read.reader import Reader
from seedbed.resolve.curation import parse_curation

_DONE: Mapping[Standing, Literal["added", "overwritten", "unchanged"]] = {
    "new": "added",
    "different": "overwritten",
    "same": "unchanged",
}


@dataclass(frozen=True, slots=True)
class Talk:
    """What adding says and asks as it goes.

    Attributes:
        show: Told how a file would be read, before anything is done with it.
        may_overwrite: Asked about a seed, as messages name it, that is there and differs.
        tell: Told what became of a file.
    """

    show: Callable[[Examined], None]
    may_overwrite: Callable[[str], bool]
    tell: Callable[[AddedSeed], None]


def add(
    settings: Settings,
    files: tuple[Path, ...],
    note: Mapping[str, str],
    readers: tuple[Reader, ...],
    talk: Talk,
) -> AddReport:
    """Put files into the folder of seeds, one after the other; what can be no seed is left, and told.

    Args:
        settings: Whose seeds.
        files: As they were named.
        note: What to write of each into the curation file ("source", "captured"); may be empty.
        readers: Those that a build has.
        talk: Said and asked on the way.

    Raises:
        SeedbedError: The curation file is to be told something, and cannot be read.
    """
    shown = settings.shown(settings.seeds)
    curation_file = _CurationFile(settings.seeds / CURATION, f"{shown}/{CURATION}")
    folder = SeedsFolder(settings.seeds, shown, curation_file.curation(needed=bool(note)), settings.limits)
    faults: list[SeedbedError] = []
    added: list[AddedSeed] = []
    for examined in examine(files, folder, readers, faults):
        talk.show(examined)
        try:
            one = _add(examined, folder, curation_file, note, talk)
        except SeedbedError as fault:
            faults.append(fault)
        else:
            added.append(one)
            talk.tell(one)
    return AddReport(tuple(added), tuple(map(str, faults)))


def _add(
    examined: Examined, folder: SeedsFolder, curation_file: _CurationFile, note: Mapping[str, str], talk: Talk
) -> AddedSeed:
    name = examined.capture.name
    report = SeedReport.of(examined.reading)
    if examined.standing == "different" and not talk.may_overwrite(f"{folder.shown}/{name}"):
        return AddedSeed(examined.file, report, "kept", noted=False)
    # What the curation file cannot be told is better known before there is a seed without its note.
    told = with_note(curation_file.text(), curation_file.shown, name, note) if note else None
    if examined.standing != "same":
        put(examined.capture, folder)
    if told is not None:
        curation_file.write(told)
    return AddedSeed(examined.file, report, _DONE[examined.standing], noted=told is not None)


@dataclass(frozen=True, slots=True)
class _CurationFile:
    """The curation file, with the line ends that it has; one that is not there is empty."""

    path: Path
    shown: str

    def text(self) -> str:
        return read_text(self.path, self.shown, newline="") if self.path.exists() else ""

    def curation(self, *, needed: bool) -> Curation:
        """What it says; nothing where it is broken and not needed, for a build will tell."""
        try:
            return parse_curation(self.text(), self.shown)
        except SeedbedError:
            if needed:
                raise
            return Curation()

    def write(self, text: str) -> None:
        write_named(self.path, text.encode(), self.shown)
