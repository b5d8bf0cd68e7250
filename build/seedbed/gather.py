"""The seeds, read from disk: which files of `seeds/` are captures, and what keeps one from being read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seedbed.errors import SeedbedError
from seedbed.model.curation import Curation
from seedbed.model.source import Seed
from seedbed.text.lines import split_lines

CURATION = "library.yml"
LEDGER = "permalinks.tsv"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The seeds, sorted by path, and what could not be read."""

    seeds: tuple[Seed, ...]
    faults: tuple[SeedbedError, ...]


def gather(folder: Path, shown: str, curation: Curation) -> Gathered:
    """Read every seed below `folder`.

    Args:
        folder: The seeds' folder.
        shown: How messages name it.
        curation: Gives seeds their kind, address and date of capture.

    Raises:
        SeedbedError: There is no such folder.
    """
    if not folder.is_dir():
        raise SeedbedError(
            "there is no such folder. Make it, and put one text file into it for each captured page.",
            path=shown,
        )
    seeds: list[Seed] = []
    faults: list[SeedbedError] = []
    notes = {note.path: note for note in curation.seeds}
    for path in seed_paths(folder):
        name = path.relative_to(folder).as_posix()
        try:
            seed = read_seed(path, name, shown=f"{shown}/{name}")
        except SeedbedError as fault:
            faults.append(fault)
            continue
        note = notes.get(name)
        if note is not None:
            seed = Seed(seed.path, seed.lines, seed.sha256, note.kind, note.source, note.captured)
        seeds.append(seed)
    return Gathered(tuple(seeds), tuple(faults))


def seed_paths(folder: Path) -> Iterator[Path]:
    """The files below `folder` that are seeds, sorted: no hidden or backup file, none of our own."""
    found: list[Path] = []
    for where, folders, files in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        found.extend(
            Path(where, each) for each in files if not each.startswith(".") and not each.endswith("~")
        )
    own = {folder / CURATION, folder / LEDGER}
    yield from sorted((path for path in found if path not in own), key=lambda path: path.as_posix())


def read_seed(path: Path, name: str, *, shown: str) -> Seed:
    """Read one seed.

    Args:
        path: The file.
        name: Its path below the seeds' folder.
        shown: How messages name it.

    Raises:
        SeedbedError: It cannot be opened, is empty, or is not UTF-8.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SeedbedError(
            f"cannot be opened ({error.strerror}). Mend its permissions, or remove it.", path=shown
        ) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SeedbedError(
            f"byte 0x{content[error.start]:02x} is not UTF-8 text. Save the file as UTF-8.",
            path=shown,
            line=content.count(b"\n", 0, error.start) + 1,
        ) from error
    if not text.strip():
        raise SeedbedError("is empty. Put the captured text into it, or remove it.", path=shown)
    return Seed(name, split_lines(text), hashlib.sha256(content).hexdigest())
