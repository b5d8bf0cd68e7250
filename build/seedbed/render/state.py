"""What is kept from one build to the next: the signs of all files, and what each page is made of.

The first file tells whether anything changed, and is all that a build of nothing new reads; the second is
read when something did. Both are put in place at the end of a build, and each says by a hash whether it is
whole. A build that is stopped before that leaves those of the build before it: they are still true of every
file that still has the bytes they speak of, and every other file is made anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from seedbed.keep.stamps import FileRecord, Stamp, stamp
from seedbed.keep.store import read_value, write_value
from seedbed.render.result import Remark

# Goes up when the meaning of a field changes.
SCHEMA = 1


class Signs(msgspec.Struct, frozen=True, array_like=True):
    """What a build reads to learn that there is nothing to do.

    Attributes:
        schema: The meaning of these fields.
        build: Which build this is; both files must name the same.
        project: The folders that it was built from and to.
        packages: A sign of the installed packages.
        folders: The folders of settings: theme, templates, code.
        settings: The configuration file, and every file of those folders, by absolute path.
        date: The date that the sitemap states.
        sources: Every file of the documentation folder.
        outputs: Every file of the site.
        pages: How many pages the site has.
        remarks: What MkDocs warned of.
    """

    schema: int
    build: str
    project: tuple[str, ...]
    packages: bytes
    folders: tuple[str, ...]
    settings: dict[str, FileRecord]
    date: str
    sources: dict[str, FileRecord]
    outputs: dict[str, FileRecord]
    pages: int
    remarks: tuple[Remark, ...]


class PageRecord(msgspec.Struct, frozen=True, array_like=True):
    """What a page was made of and what became of it.

    Attributes:
        output: Its path below the site.
        digest: Of its bytes; empty where its template gave nothing, and no file was written.
        looked_up: Every file that its links were looked up as, found or not.
        anchors: The places on it.
        links: Its links to places on pages: the page, the place, and the link as written.
        entries: What the search index holds of it.
        remarks: What MkDocs warned of while it was made.
    """

    output: str
    digest: bytes
    looked_up: tuple[str, ...]
    anchors: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...]
    entries: tuple[dict[str, Any], ...]
    remarks: tuple[Remark, ...]


class Making(msgspec.Struct, frozen=True, array_like=True):
    """How the site was made.

    Attributes:
        build: As in `Signs`.
        surroundings: A hash of all that every page depends on.
        face: A hash of what pages show of those in the navigation.
        meta_keys: The keys of front matter that pages read of those in the navigation.
        docs: As in `seedbed.render.catalogue.Listing`.
        theme: As in `seedbed.render.catalogue.Listing`.
        pages: Every page, by its path below the documentation folder.
    """

    build: str
    surroundings: bytes
    face: bytes
    meta_keys: tuple[str, ...]
    docs: dict[str, int]
    theme: dict[str, tuple[str, int]]
    pages: dict[str, PageRecord]


def read_signs(cache: Path) -> Signs | None:
    """The signs of the build before; None where there are none, or none that can be trusted."""
    signs = read_value(cache / "signs", Signs)
    return signs if signs is not None and signs.schema == SCHEMA else None


def stamp_of_signs(cache: Path) -> Stamp | None:
    """The stamp of the file that holds the signs: another one, where another build has been."""
    path = cache / "signs"
    return stamp(path) if path.is_file() else None


def read_making(cache: Path, signs: Signs) -> Making | None:
    """How the build before was made; None where it is not known, or is known of another build."""
    making = read_value(cache / "making", Making)
    return making if making is not None and making.build == signs.build else None


def forget(cache: Path) -> None:
    """Keep nothing: the site is one of which nothing is known."""
    (cache / "signs").unlink(missing_ok=True)


def write_state(cache: Path, signs: Signs, making: Making) -> None:
    """Keep what the next build starts from."""
    write_value(cache / "making", making)
    write_signs(cache, signs)


def write_signs(cache: Path, signs: Signs) -> None:
    """Keep the signs of files, of which the making is kept already."""
    write_value(cache / "signs", signs)
