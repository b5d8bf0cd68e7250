"""Everything that a build is made from, and whether it is as it was.

Signs of files are those of `seedbed.keep.stamps`: a file whose stamp may hide an edit is read, and its hash
decides.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from seedbed.config import HOME, Settings
from seedbed.keep.stamps import UNKNOWN, FileRecord, Stamp, clock, digest, digest_file, same_files, walk

_PACKAGE = str(Path(__file__).resolve().parent)
# Of our own code, what stands behind the pages' Markdown: rendering looks after itself.
_NOT_GROWING = ("theme/", "render/")


class Inputs(msgspec.Struct, frozen=True, array_like=True):
    """Everything that the pages' Markdown and a build's report follow from.

    Attributes:
        settings: Those of the project that any stage before rendering reads.
        packages: The names and versions of what is installed, and of Python.
        readers: Where the readers of installed packages lie: their packages' folders, or files.
        files: Seeds, curation file, ledger, hand-written home page, our own code and those readers', by
            absolute path. What is no file that can be read has a hash of what it is instead.
    """

    settings: str
    packages: bytes
    readers: tuple[str, ...]
    files: dict[str, FileRecord]

    def same_as(self, other: Inputs, *, but: str = "") -> bool:
        """Whether both lead to the same pages; the file `but` does not count."""
        return (
            self.settings == other.settings
            and self.packages == other.packages
            and same_files(self.files, other.files, but=but)
        )

    def code(self) -> bytes:
        """A sign of the code that works on the seeds, and of the packages that it uses."""
        files = {path: each for path, each in self.files.items() if _lies_in(path, (_PACKAGE, *self.readers))}
        told = [f"{path} {files[path].digest.hex()}" for path in sorted(files)]
        return digest("\n".join([self.packages.hex(), *told]).encode())


def look_at_inputs(settings: Settings, known: Inputs | None) -> Inputs:
    """The inputs as they are now.

    Taken before any of them is read: an edit in between then shows the next time.

    Args:
        settings: Of the project; its cache folder is made where it is missing.
        known: As they were: a file whose stamp is known is not read.
    """
    settings.cache.mkdir(parents=True, exist_ok=True)
    now = clock(settings.cache)
    before = known.files if known else {}
    packages = _packages()
    readers = known.readers if known and known.packages == packages else _readers()
    paths = [*_below(str(settings.seeds)), str(settings.docs / HOME), *_code(), *_files_of(readers)]
    named = zip(map(_storable, paths), paths, strict=True)
    files = {name: _look(path, before.get(name), now) for name, path in named}
    return Inputs(repr(settings), packages, readers, files)


def _lies_in(path: str, places: Iterable[str]) -> bool:
    return any(path == place or path.startswith(f"{place}{os.sep}") for place in places)


def _below(folder: str) -> Iterator[str]:
    """Every file and folder below a folder. Links are not followed: they may lead in a circle."""
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except OSError as error:
        yield f"{folder}/: {error.strerror}"
        return
    for entry in found:
        yield entry.path
        if entry.is_symlink():
            yield f"{entry.path} -> {os.path.realpath(entry.path)}"
        elif entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)


def _code() -> Iterator[str]:
    for name in walk(Path(_PACKAGE)):
        if not name.startswith(_NOT_GROWING) and "__pycache__" not in name:
            yield str(Path(_PACKAGE, name))


def _readers() -> tuple[str, ...]:
    """Where the packages that offer readers lie, as far as that can be told without importing them."""
    from importlib.metadata import entry_points  # noqa: PLC0415 (a tenth of a second; seldom asked)
    from importlib.util import find_spec  # noqa: PLC0415

    from seedbed.read.registry import ENTRY_POINTS  # noqa: PLC0415

    places: set[str] = set()
    for package in {point.module.partition(".")[0] for point in entry_points(group=ENTRY_POINTS)}:
        try:
            spec = find_spec(package)
        except (ImportError, ValueError):
            continue  # loading the reader will say so
        if spec is not None:
            folders = spec.submodule_search_locations
            places.update(folders if folders is not None else [spec.origin or ""])
    return tuple(sorted(places - {""}))


def _files_of(readers: Iterable[str]) -> Iterator[str]:
    for place in readers:
        if os.path.isdir(place):  # noqa: PTH112 - as above
            yield from (str(Path(place, name)) for name in walk(Path(place)) if name.endswith(".py"))
        else:
            yield place


def _storable(path: str) -> str:
    """A path as text that can be kept: bytes of a name that are no UTF-8 are written out."""
    return path.encode("utf-8", "backslashreplace").decode()


def _look(path: str, known: FileRecord | None, now: int) -> FileRecord:
    """What `path` holds; only the contents of files are read, never a pipe's or a device's."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a third of Path's time, for every seed
        if not stat.S_ISREG(status.st_mode):
            return FileRecord(UNKNOWN, digest(stat.filemode(status.st_mode)[:1].encode()))
        seen = Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        if known is not None and known.stamp == seen:
            return known
        return FileRecord(seen if seen.is_settled(now) else UNKNOWN, digest_file(path))
    except (OSError, ValueError) as error:
        return FileRecord(UNKNOWN, digest(type(error).__name__.encode()))


def _packages() -> bytes:
    """A sign of what is installed: the folders in which installers name each package and its version.

    The sizes of the files that say what a package offers stand beside them: one that is installed from a
    folder may offer more under the same version.
    """
    names = {
        f"{name} {_size(f'{folder}/{name}/entry_points.txt')}"
        for folder in sys.path
        if os.path.isdir(folder)  # noqa: PTH112 - as above
        for name in os.listdir(folder)  # noqa: PTH208
        if name.endswith((".dist-info", ".egg-info"))
    }
    return digest("\n".join([sys.version, *sorted(names)]).encode())


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116
    except OSError:
        return -1
