"""What a build keeps for the next one: what it was made from, what it wrote, and what it said.

Where all of that is as it was, the next build has nothing to do but say the same again. Signs of files are
those of `seedbed.keep.stamps`: a file whose stamp may hide an edit is read, and its hash decides.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from seedbed.config import Settings
from seedbed.keep.stamps import UNKNOWN, FileRecord, Stamp, clock, digest, digest_file, record, stamp, walk
from seedbed.keep.store import read_value, write_value
from seedbed.model.date import PartialDate
from seedbed.model.report import BuildReport

HOME = "home.md"
"""The hand-written prose of the home page, in the docs folder."""

# Goes up when the meaning of a field changes.
SCHEMA = 2

_FILE = "growth"
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


class Growth(msgspec.Struct, frozen=True, array_like=True):
    """What a build was made from, what it wrote, and what it said.

    Attributes:
        schema: The meaning of these fields.
        inputs: What it was made from.
        generated: Every file that it has left in the docs folder, by its path there.
        keys: Hashes of what such files follow from, beside the code; not every file has one.
        report: What it said, with what the check of the site found.
        date: The newest date that the library states.
        site: The name that rendering gives to the site that was checked; empty where none was.
    """

    schema: int
    inputs: Inputs
    generated: dict[str, FileRecord]
    keys: dict[str, bytes]
    report: BuildReport
    date: PartialDate | None
    site: str = ""

    def keys_of(self, standing: Mapping[str, FileRecord], inputs: Inputs) -> dict[str, bytes]:
        """The keys that still tell what a file holds.

        Args:
            standing: The generated files as they are now.
            inputs: As they are now: under other code, a key means another content.
        """
        if self.inputs.code() != inputs.code():
            return {}
        return {
            path: key
            for path, key in self.keys.items()
            if path in standing and standing[path].digest == self.generated[path].digest
        }


def read_growth(cache: Path) -> Growth | None:
    """What the last build kept; None where there is nothing, or nothing that can be trusted."""
    growth = read_value(cache / _FILE, Growth)
    return growth if growth is not None and growth.schema == SCHEMA else None


def write_growth(cache: Path, growth: Growth) -> None:
    """Keep it for the next build."""
    write_value(cache / _FILE, growth)


def look_at_inputs(settings: Settings, known: Growth | None) -> Inputs:
    """The inputs as they are now.

    Taken before any of them is read: an edit in between then shows the next time.

    Args:
        settings: Of the project; its cache folder is made where it is missing.
        known: What was kept: a file whose stamp it holds is not read.
    """
    settings.cache.mkdir(parents=True, exist_ok=True)
    now = clock(settings.cache)
    before = known.inputs.files if known else {}
    packages = _packages()
    readers = known.inputs.readers if known and known.inputs.packages == packages else _readers()
    paths = [*_below(str(settings.seeds)), str(settings.docs / HOME), *_code(), *_files_of(readers)]
    named = zip(map(_storable, paths), paths, strict=True)
    files = {name: _look(path, before.get(name), now) for name, path in named}
    return Inputs(repr(settings), packages, readers, files)


def look_at_generated(
    docs: Path, cache: Path, paths: Iterable[str], known: Mapping[str, FileRecord]
) -> dict[str, FileRecord]:
    """Generated files as they are now, by their paths below the docs folder; what is gone is left out.

    Args:
        docs: The docs folder.
        cache: The cache folder, which is on the same file system.
        paths: Which files are generated.
        known: What was kept, as for `look_at_inputs`.
    """
    cache.mkdir(parents=True, exist_ok=True)
    now = clock(cache)
    stamps = walk(docs)
    return record(docs, {path: stamps[path] for path in paths if path in stamps}, known, now)


def look_at_written(
    docs: Path, cache: Path, paths: Iterable[str], known: Mapping[str, FileRecord]
) -> dict[str, FileRecord]:
    """The same after a few of the files were written, without a look at the others.

    Args:
        docs: As above.
        cache: As above.
        paths: Which files are generated.
        known: Those that were not written, as they were before; one that somebody else has edited since
            shows another stamp the next time.
    """
    now = clock(cache)
    looked_at = {path: docs / path for path in paths if path not in known}
    stamps = {path: stamp(file) for path, file in looked_at.items() if file.is_file()}
    return {path: known[path] for path in paths if path in known} | record(docs, stamps, {}, now)


def same_files(one: Mapping[str, FileRecord], other: Mapping[str, FileRecord], *, but: str = "") -> bool:
    """Whether both are the same files, holding the same; the file `but` does not count."""
    return one.keys() - {but} == other.keys() - {but} and all(
        each.digest == other[path].digest for path, each in one.items() if path != but
    )


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
