"""What tells whether a file is the one it was: its bytes, and the cheaper signs of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from io import RawIOBase
from pathlib import Path
from typing import NamedTuple

# Two writes within one tick of a file system's clock leave the same time. Where times have parts of a second,
# a tick is some milliseconds long; where they have none, it may be two seconds (FAT).
FINE_TICK = 100_000_000
COARSE_TICK = 2_000_000_000

# Bytes that are read at a time.
_AT_A_TIME = 1 << 18

# Bytes of a hash that are kept: of SHA-256, which most processors have instructions for.
_SHORT = 16


class Stamp(NamedTuple):
    """The signs of a file that the file system keeps; times in nanoseconds.

    Equal stamps mean equal bytes, once `is_settled` held when the stamp was taken: any later write gives the
    file another time of modification, setting that time by hand gives it another time of change, and putting
    another file in its place gives it another inode.
    """

    size: int
    modified: int
    changed: int
    inode: int

    def is_settled(self, now: int) -> bool:
        """Whether a write at `now` or later would show in the time of modification.

        Args:
            now: By the clock of the file system, not later than the stamp was taken.
        """
        tick = FINE_TICK if self.modified % 1_000_000_000 else COARSE_TICK
        return self.modified + tick <= now


# Equal to the stamp of no file: whoever compares with it looks at the bytes.
UNKNOWN = Stamp(-1, 0, 0, 0)


class FileRecord(NamedTuple):
    """A file as it was last seen."""

    stamp: Stamp
    digest: bytes


def stamp(path: Path) -> Stamp:
    """The stamp of one file."""
    return _of(path.stat())


def walk(folder: Path) -> dict[str, Stamp]:
    """The stamp of every file below a folder, by its path with forward slashes; a link is what it leads to.

    An empty folder is listed too, under its path and a slash; a folder that is not there holds nothing.
    """
    return dict(_walk(str(folder), "")) if folder.is_dir() else {}


def names_below(folder: Path) -> list[str]:
    """The path of every file below a folder, with forward slashes, without a look at the files."""
    return list(_names_below(str(folder), ""))


def _names_below(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _names_below(entry.path, f"{prefix}{entry.name}/")
            else:
                yield f"{prefix}{entry.name}"


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, Stamp]]:
    empty = True
    with os.scandir(folder) as entries:
        for entry in entries:
            empty = False
            if entry.is_dir():
                yield from _walk(entry.path, f"{prefix}{entry.name}/")
            else:
                yield f"{prefix}{entry.name}", _of(entry.stat())
    if empty and prefix:
        yield prefix, UNKNOWN


def _of(status: os.stat_result) -> Stamp:
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def digest(data: bytes | memoryview, sign: bytes = b"") -> bytes:
    """A short hash of bytes; under each `sign` the same bytes have another one."""
    hashed = sha256(sha256(sign).digest() if sign else b"")
    hashed.update(data)
    return hashed.digest()[:_SHORT]


def digest_file(path: Path | str) -> bytes:
    """A short hash of a file's bytes."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - half the time of Path's, for every page
        return digest_open_file(file)


def digest_open_file(file: RawIOBase) -> bytes:
    """The same of an open file; few of its bytes are held at a time."""
    hashed = sha256()
    while read := file.read(_AT_A_TIME):
        hashed.update(read)
    return hashed.digest()[:_SHORT]


def record(
    root: Path, stamps: Mapping[str, Stamp], known: Mapping[str, FileRecord], now: int
) -> dict[str, FileRecord]:
    """Tell what each file holds, reading those alone whose stamp is not known.

    Args:
        root: The folder that the paths start from.
        stamps: Each file's path and its stamp.
        known: What was recorded before.
        now: As in `Stamp.is_settled`.
    """
    return {
        path: kept if (kept := known.get(path)) and kept.stamp == seen else _look(root / path, seen, now)
        for path, seen in stamps.items()
        if not path.endswith("/")
    }


def _look(path: Path, seen: Stamp, now: int) -> FileRecord:
    return FileRecord(seen if seen.is_settled(now) else UNKNOWN, digest_file(path))


def same_files(one: Mapping[str, FileRecord], other: Mapping[str, FileRecord], *, but: str = "") -> bool:
    """Whether both are the same files, holding the same; the file `but` does not count."""
    return one.keys() - {but} == other.keys() - {but} and all(
        each.digest == other[path].digest for path, each in one.items() if path != but
    )


def clock(folder: Path) -> int:
    """The time by the clock of the file system that holds `folder`, in nanoseconds."""
    probe = folder / f"clock.{os.getpid()}"
    probe.write_bytes(b"")
    try:
        return probe.stat().st_mtime_ns
    finally:
        probe.unlink()
