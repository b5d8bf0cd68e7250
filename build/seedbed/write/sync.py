"""The one place that writes: generated files into the docs folder, beside what people wrote there."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from seedbed.errors import SeedbedError
from seedbed.keep.files import write_file
from seedbed.model.page import Changes
from seedbed.write.front_matter import GENERATOR

MANIFEST = ".generated.json"
"""Below the docs folder: which files there are ours."""

STAGING = ".generated.new"
"""Below the docs folder, while it is written: what is new, until all of it can be put in place."""

# Folders whose files other than pages are all generated. Needed only where the manifest is lost: a page
# says of itself that it is generated, a script or a data file cannot.
_DATA_FOLDERS = ("data/", "search/")
_MARK = re.compile(rb"\A---\r?\n(?:(?!---\r?\n)[^\n]*\n){0,12}?generated: " + GENERATOR.encode() + rb"\r?\n")
_HEAD = 65536
_NOTHING_KNOWN: Mapping[str, bytes] = MappingProxyType({})


class Draft(NamedTuple):
    """A file that is wanted.

    Attributes:
        path: Where, below the docs folder, with forward slashes.
        make: Gives its content, pieces of it one after the other, or a file that holds it and may be taken;
            called only where it is not known to be in place.
        key: A hash of what the content follows from; empty where the content has to be looked at.
    """

    path: str
    make: Callable[[], bytes | Iterable[bytes] | Path]
    key: bytes = b""

    def stays(self, known: Mapping[str, bytes]) -> bool:
        """Whether the file is in place as it is wanted, by the keys of files that are."""
        return bool(self.key) and known.get(self.path) == self.key

    def write(self, file: Path) -> None:
        """Write its content into a file, of which few pieces are held at a time."""
        _write(self.make(), file)

    def content(self) -> bytes:
        """All of its content at once."""
        made = self.make()
        if isinstance(made, Path):
            return made.read_bytes()
        return made if isinstance(made, bytes) else b"".join(made)


class Synced(NamedTuple):
    """What writing changed, and the key of each file that has one, by its path."""

    changes: Changes
    keys: dict[str, bytes]


def sync(drafts: Iterable[Draft], docs: Path, known: Mapping[str, bytes] = _NOTHING_KNOWN) -> Synced:
    """Make the generated part of `docs` hold exactly what is drafted.

    Nothing is put in place before all drafts are drawn. A file whose content is the same is left alone; a
    generated file that is no longer wanted is removed, and so is a folder that this leaves empty.
    Hand-written files are never touched. One content is held at once.

    Args:
        drafts: The files, each path once.
        docs: The docs folder; made where it is missing.
        known: The keys of files that are in place as they were written under them.

    Raises:
        SeedbedError: A hand-written file is where a generated one has to be, or the folder cannot be written.
        ValueError: Two files would lie at one path, which is a fault of the stage that gave their ids.
    """
    manifest = _read_manifest(docs)
    ours = manifest if manifest is not None else _marked(docs)
    keys: dict[str, bytes] = {}
    staged: dict[str, Path] = {}
    staging = docs / STAGING
    try:
        shutil.rmtree(staging, ignore_errors=True)  # of a build that was stopped
        for draft in drafts:
            if draft.path in keys:
                raise ValueError(f"two files at {draft.path}")
            keys[draft.path] = draft.key
            if not draft.stays(known):
                beside = staging / str(len(staged))
                if _stage(draft.make(), docs / draft.path, beside):
                    staged[draft.path] = beside
        _refuse_hand_written(keys, docs, ours, manifest_lost=manifest is None)
        # Should this stop half-way, every file that it may have written is already known as ours.
        _write_manifest(docs, {*ours, *keys})
        for path, beside in sorted(staged.items()):
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            beside.replace(docs / path)
        removed = [path for path in sorted(ours - keys.keys()) if _remove(docs, path)]
        _write_manifest(docs, keys)
    except OSError as error:
        raise SeedbedError(
            f"cannot be written ({error.strerror}). Mend its permissions, or make room on the disk.",
            path=str(error.filename or docs),
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    unchanged = sorted(path for path in keys if path not in staged)
    changes = Changes(tuple(sorted(staged)), tuple(unchanged), tuple(removed))
    return Synced(changes, {path: key for path, key in keys.items() if key})


def _stage(content: bytes | Iterable[bytes] | Path, place: Path, beside: Path) -> bool:
    """Put a content beside the docs, to be put in its place later; False where it is there already."""
    whole = isinstance(content, bytes)
    if whole and _content(place) == content:
        return False
    beside.parent.mkdir(parents=True, exist_ok=True)
    _write(content, beside)
    return whole or not (place.is_file() and filecmp.cmp(beside, place, shallow=False))


def _write(content: bytes | Iterable[bytes] | Path, file: Path) -> None:
    if isinstance(content, Path):
        shutil.move(content, file)
    else:
        with file.open("wb") as opened:
            opened.writelines((content,) if isinstance(content, bytes) else content)


def _read_manifest(docs: Path) -> frozenset[str] | None:
    """The files that the last run left; None where that is not known any more."""
    try:
        stated = msgspec.json.decode((docs / MANIFEST).read_bytes(), type=list[str])
    except (OSError, msgspec.DecodeError):
        return None
    return frozenset(path for path in stated if _is_below(path))


def _is_below(path: str) -> bool:
    """Whether a path of the manifest stays inside the docs folder, whoever wrote it there."""
    return bool(path.strip("/.")) and path[0] != "/" and "\\" not in path and ".." not in path.split("/")


def _write_manifest(docs: Path, paths: Iterable[str]) -> None:
    content = b"[\n" + b",\n".join(msgspec.json.encode(path) for path in sorted(paths)) + b"\n]\n"
    if _content(docs / MANIFEST) != content:
        write_file(docs / MANIFEST, content)


def _marked(docs: Path) -> frozenset[str]:
    """The pages that say of themselves that they are generated."""
    return frozenset(path.relative_to(docs).as_posix() for path in docs.rglob("*.md") if _is_marked(path))


def _is_marked(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _MARK.match(file.read(_HEAD)) is not None
    except OSError:
        return False


def _refuse_hand_written(
    files: Iterable[str], docs: Path, ours: frozenset[str], *, manifest_lost: bool
) -> None:
    """Stop, before anything is written, where a hand-written file is in the way."""
    for path in sorted(set(files) - ours):
        place = docs / path
        if not os.path.lexists(place):
            _refuse_file_as_folder(docs, path)
            continue
        data = manifest_lost and path.startswith(_DATA_FOLDERS)
        if place.is_dir() or not (data or (path.endswith(".md") and _is_marked(place))):
            raise SeedbedError(
                f"this hand-written file is where the generated {path} has to be. Rename one of them: "
                "the hand-written file, or what the seeds name.",
                path=str(place),
            )


def _refuse_file_as_folder(docs: Path, path: str) -> None:
    """A hand-written file where a generated one needs a folder."""
    for parent in PurePosixPath(path).parents:
        place = docs / parent
        if place.is_file():
            raise SeedbedError(
                f"this hand-written file is where the folder of the generated {path} has to be. Rename it.",
                path=str(place),
            )


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _remove(docs: Path, path: str) -> bool:
    """Remove a generated file and the folders that it leaves empty; False where it was gone already."""
    place = docs / path
    try:
        place.unlink()
    except FileNotFoundError:
        return False
    for parent in place.relative_to(docs).parents:
        folder = docs / parent
        if folder == docs or any(folder.iterdir()):
            break
        folder.rmdir()
    return True
