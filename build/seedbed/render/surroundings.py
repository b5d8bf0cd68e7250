"""What every page depends on: settings, theme, templates, our own code, and the packages that render."""

from __future__ import annotations

import importlib.util
import re
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from seedbed.keep.stamps import FileRecord, Stamp, digest, record, stamp, walk

# The packages whose code a page passes through.
PACKAGES = (
    "Babel",
    "Jinja2",
    "Markdown",
    "MarkupSafe",
    "Pygments",
    "PyYAML",
    "backrefs",
    "mkdocs",
    "mkdocs-material",
    "mkdocs-material-extensions",
    "pathspec",
    "pymdown-extensions",
)

# How MkDocs 1.6 names the date of the build to a template.
_DATE = re.compile(rb"build_date_utc|update_date")

# Our own part in it.
CODE = Path(__file__).resolve().parent


def look_at(paths: Iterable[str], known: Mapping[str, FileRecord], now: int) -> dict[str, FileRecord]:
    """Tell what each file holds, and each file below each folder, by its absolute path.

    Args:
        paths: Files and folders; one that is not there has nothing below it.
        known: What was recorded before.
        now: As in `Stamp.is_settled`.
    """
    return record(Path(), stamps_of(paths), known, now)


def stamps_of(paths: Iterable[str]) -> dict[str, Stamp]:
    """The stamps of files, and of all that is below folders, by absolute path."""
    stamps: dict[str, Stamp] = {}
    for path in map(Path, paths):
        if path.is_dir():
            found = {str(path / name): each for name, each in walk(path).items() if not name.endswith("/")}
            stamps |= {name: each for name, each in found.items() if "__pycache__" not in name}
        elif path.exists():
            stamps[str(path)] = stamp(path)
    return stamps


def _shows_date(files: Iterable[str]) -> bool:
    """Whether a template may show the date of the build, beside the sitemap, which does."""
    templates = (Path(each) for each in files if each.endswith(".html"))
    return any(_DATE.search(each.read_bytes()) for each in templates)


def installed() -> bytes:
    """A quick sign of what is installed: the same sign means the same versions, another need mean nothing."""
    return digest("\n".join([sys.version, *sorted(_installed())]).encode())


def _installed() -> Iterator[str]:
    """The names of the folders in which the installer says what it installed beside MkDocs."""
    spec = importlib.util.find_spec("mkdocs")
    for location in (spec.submodule_search_locations or []) if spec else []:
        for path in Path(location).parent.iterdir():
            if path.suffix in {".dist-info", ".egg-info"}:
                yield path.name


def fingerprint(settings: Mapping[str, FileRecord], date: str) -> bytes:
    """A hash of all that every page depends on.

    Args:
        settings: The files of settings, theme and code, by absolute path.
        date: The date of the build, which matters only where a template may show it.
    """
    files = [f"{path} {each.digest.hex()}" for path, each in sorted(settings.items())]
    dated = date if _shows_date(settings) else ""
    own = [sys.version, zlib.ZLIB_RUNTIME_VERSION, *map(_version, PACKAGES)]
    return digest("\n".join([*own, dated, *files]).encode())


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"{package} is not installed"
