"""The folder of seeds: which of its files are captures, and what keeps one from being read."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Container, Iterator
from pathlib import Path

from seedbed.config import CURATION, LEDGER, Limits
from seedbed.errors import SeedbedError
from seedbed.gather.capture import DEFAULT_LIMITS, Capture, read_content
from seedbed.model.curation import Curation

_BACKUPS = (".bak", ".orig", ".rej", ".swp", ".swo", ".tmp", ".part", ".crdownload")
_NEVER = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})
_UNSHOWABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode's categories of controls, of marks that cannot be seen, of broken bytes, and of line ends."""
_UNSHOWABLE_NAME = "has a name with characters that cannot be shown. Rename it."


def gather(  # noqa: PLR0913, PLR0917 (the last two have a default)
    folder: Path,
    shown: str,
    curation: Curation,
    faults: list[SeedbedError],
    limits: Limits = DEFAULT_LIMITS,
    only: Container[str] | None = None,
) -> Iterator[Capture]:
    """The files below `folder` that are seeds, sorted by name, each read from disk when its turn comes.

    Args:
        folder: The seeds' folder.
        shown: How messages name it.
        curation: What the maintainer knows of each.
        faults: Takes what is no file, cannot be opened, or is too large.
        limits: How large a seed, and the nesting of folders, may be.
        only: The names of those that are wanted; None where all are.

    Raises:
        SeedbedError: There is no such folder.
    """
    if not folder.is_dir():
        raise SeedbedError(
            "there is no such folder. Make it, and put one text file into it for each captured page.",
            path=shown,
        )
    notes = {note.path: note for note in curation.seeds}
    for path in seed_paths(folder, shown, faults, limits):
        name = path.relative_to(folder).as_posix()
        if only is not None and name not in only:
            continue
        named = f"{shown}/{name}"
        try:
            content = read_content(path, named, limits)
        except SeedbedError as fault:
            faults.append(fault)
            continue
        yield Capture(name, named, content, notes.get(name))


def seed_paths(
    folder: Path,
    shown: str,
    faults: list[SeedbedError],
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Path]:
    """The files below `folder` that are seeds, sorted: no hidden or backup file, none of our own.

    What must not be read (a link that leads elsewhere, a pipe, a folder nested too deep) becomes one of
    `faults`. Links between folders are never followed: they could go round in a circle.
    """
    own = {folder / CURATION, folder / LEDGER}
    found: list[Path] = []
    waiting = [(folder, 0)]
    while waiting:
        here, depth = waiting.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            faults.append(
                SeedbedError(
                    f"cannot be opened ({error.strerror}). Mend its permissions, or remove it.",
                    path=_shown(here, folder, shown),
                )
            )
            continue
        for entry in entries:
            path = Path(entry.path)
            if _is_passed_over(entry.name) or path in own:
                continue
            fault = _why_not(path, folder, depth, limits)
            if fault:
                faults.append(SeedbedError(fault, path=_shown(path, folder, shown)))
            elif entry.is_dir(follow_symlinks=False):
                waiting.append((path, depth + 1))
            else:
                found.append(path)
    yield from sorted(found, key=lambda path: path.as_posix())


def why_no_seed(name: str) -> str:
    """Why a file in this place would be no seed, whatever it holds, and what to do; empty when it could be.

    Args:
        name: The place below the seeds' folder, with forward slashes.
    """
    if not all(map(_can_be_shown, name.split("/"))):
        return _UNSHOWABLE_NAME
    if any(map(_is_passed_over, name.split("/"))):
        return "has the name of a hidden file or of a backup, which builds pass over. Rename it."
    if name in {CURATION, LEDGER}:
        return "has the name of a file that Seedbed keeps beside the seeds. Rename it."
    return ""


def place_in(folder: Path, file: Path) -> str:
    """Where below the seeds' folder a file lies, with forward slashes; empty where it lies elsewhere."""
    try:
        real, seeds = file.resolve(), folder.resolve()
    except (OSError, RuntimeError):  # a link in a circle, which is a RuntimeError before Python 3.13
        return ""
    return real.relative_to(seeds).as_posix() if seeds in real.parents else ""


def showable(path: str) -> str:
    """A path as messages name it, with what cannot be printed written out."""
    escaped = path.encode("utf-8", "backslashreplace").decode()
    return "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in escaped)


def _can_be_shown(name: str) -> bool:
    return all(unicodedata.category(character) not in _UNSHOWABLE for character in name)


def _is_passed_over(name: str) -> bool:
    """Hidden files, and the copies that editors, systems and browsers leave behind."""
    return (
        name.startswith((".", "~$"))
        or name.endswith("~")
        or (name.startswith("#") and name.endswith("#"))
        or name.lower().endswith(_BACKUPS)
        or name in _NEVER
    )


def _why_not(path: Path, folder: Path, depth: int, limits: Limits) -> str:
    """Why `path` must not be read, and what to do; empty when it may be."""
    if not _can_be_shown(path.name):
        return _UNSHOWABLE_NAME
    if path.is_symlink():
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError):  # a link in a circle is a RuntimeError before Python 3.13
            return "is a link that leads nowhere. Remove it, or put the file itself here."
        if not target.is_relative_to(folder.resolve()):
            return "is a link that leads out of this folder, and is not followed. Put the file itself here."
        if target.is_dir():
            return "is a link to a folder, and is not followed. Seeds in that folder are read there."
    if path.is_dir() and depth >= limits.folders:
        return (
            f"lies more than {limits.folders} folders deep. Move it up, or raise "
            "extra.seedbed.limits.folders in mkdocs.yml."
        )
    return ""


def _shown(path: Path, folder: Path, shown: str) -> str:
    """How a message names `path`, which lies in `folder`."""
    below = path.relative_to(folder).as_posix()
    return showable(shown if below == "." else f"{shown}/{below}")
