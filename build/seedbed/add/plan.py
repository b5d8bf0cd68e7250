"""Which files become which seeds: each examined as a build would, and put into the seeds' folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from seedbed.config import Limits
from seedbed.errors import SeedbedError
from seedbed.gather import Capture, place_in, read_content, showable, why_no_seed
from seedbed.keep.files import write_named
from seedbed.model.curation import Curation
from seedbed.model.record import Reading
from seedbed.read.reader import Reader
from seedbed.read.registry import read

Standing = Literal["new", "same", "different"]
"""What the folder of seeds has in the place of a file: nothing, the same (be it the file itself), another."""


@dataclass(frozen=True, slots=True)
class SeedsFolder:
    """The folder to add to, which need not exist yet.

    Attributes:
        path: Where it is.
        shown: How messages name it.
        curation: What the maintainer knows of seeds.
        limits: How large a seed may be.
    """

    path: Path
    shown: str
    curation: Curation
    limits: Limits


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that can be a seed.

    Attributes:
        file: As it was named.
        capture: The file as the seed that it would be.
        reading: How that would be read.
        standing: What the folder has in its place.
    """

    file: str
    capture: Capture
    reading: Reading
    standing: Standing


def examine(
    files: tuple[Path, ...], folder: SeedsFolder, readers: tuple[Reader, ...], faults: list[SeedbedError]
) -> Iterator[Examined]:
    """Examine files in the order in which they were named, each when its turn comes.

    What can be no seed becomes one of `faults`, as does a file that has the name of an earlier one.
    """
    taken: dict[str, str] = {}
    for file in files:
        try:
            examined = _examine(file, folder, readers, taken)
        except SeedbedError as fault:
            faults.append(fault)
        else:
            taken[examined.capture.name] = examined.file
            yield examined


def put(capture: Capture, folder: SeedsFolder) -> None:
    """Write a seed into its folder, over what is there.

    Raises:
        SeedbedError: It cannot be written.
    """
    write_named(folder.path / capture.name, capture.content, f"{folder.shown}/{capture.name}")


def _examine(
    file: Path, folder: SeedsFolder, readers: tuple[Reader, ...], taken: Mapping[str, str]
) -> Examined:
    named = showable(str(file))
    capture = _capture(file, named, folder)
    if capture.name in taken:
        raise SeedbedError(
            f"has the same name as {taken[capture.name]}; a seed's name is its own. Rename one.", path=named
        )
    reading = read(capture.seed(folder.limits), readers, folder.limits.records)
    return Examined(named, capture, reading, _standing(capture, folder))


def _capture(file: Path, named: str, folder: SeedsFolder) -> Capture:
    name = place_in(folder.path, file) or file.name
    fault = why_no_seed(name)
    if fault:
        raise SeedbedError(fault, path=named)
    content = read_content(file, named, folder.limits)
    return Capture(name, named, content, folder.curation.note_on(name))


def _standing(capture: Capture, folder: SeedsFolder) -> Standing:
    target = folder.path / capture.name
    if target.is_symlink() or (target.exists() and not target.is_file()):
        raise SeedbedError(
            "is a link or a folder, so no file can be put there. Remove it, or rename the file.",
            path=f"{folder.shown}/{capture.name}",
        )
    if not target.exists():
        return "new"
    return "same" if target.read_bytes() == capture.content else "different"
