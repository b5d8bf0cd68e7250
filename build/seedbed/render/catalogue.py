"""Every file of a site, as MkDocs' own `Files`; each becomes a `File` when it is asked for."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.utils import is_markdown_file

from seedbed.render.placing import is_section, name_sections
from seedbed.render.unfit import UnfitError


@dataclass(frozen=True, slots=True)
class Listing:
    """Which files there are, and how MkDocs includes each in the site, by the number of its `InclusionLevel`.

    Attributes:
        docs: The files of the documentation folder.
        theme: The files of the theme, with the folder that each comes from; one of the documentation folder
            that has the same path goes first.
    """

    docs: dict[str, int]
    theme: dict[str, tuple[str, int]]


class _ThemeFiles:
    """In place of the environment that MkDocs asks for the theme's files, most of which are Material's icons.

    They lie in a folder that begins with a dot, and MkDocs leaves out whatever is in such a folder: to list
    14,500 of them and leave out each takes longer than all else that a site of a few pages needs.
    """

    def __init__(self, folders: Iterable[str]) -> None:
        self._folders = folders

    def list_templates(self, filter_func: Callable[[str], bool]) -> list[str]:
        """As Jinja's environments have it."""
        found = {
            Path(path, name).relative_to(folder).as_posix()
            for folder in self._folders
            for path, names in _walk_shown(folder)
            for name in names
        }
        return [name for name in sorted(found) if filter_func(name)]


def _walk_shown(folder: str) -> Iterator[tuple[str, list[str]]]:
    """The folders below one, but those that begin with a dot, with the files of each."""
    for path, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        yield path, names


def list_files(config: MkDocsConfig) -> Listing:
    """List the files of a site, as MkDocs does."""
    theme = Files([])
    theme.add_files_from_theme(_ThemeFiles(config.theme.dirs), config)  # type: ignore[arg-type]
    set_exclusions(theme, config)
    return Listing(
        {file.src_uri: file.inclusion.value for file in get_files(config)},
        {file.src_uri: (file.src_dir or "", file.inclusion.value) for file in theme},
    )


def list_again(config: MkDocsConfig, before: Listing, uris: Iterable[str]) -> Listing:
    """List the files of a site whose settings and theme are as they were.

    Args:
        config: The settings.
        before: The files that there were.
        uris: The files that the documentation folder has now.
    """
    docs = {}
    for uri in uris:
        number = before.docs.get(uri)
        if number is None:
            file = File(uri, config.docs_dir, config.site_dir, use_directory_urls=False)
            set_exclusions([file], config)
            number = file.inclusion.value
        docs[uri] = number
    return Listing(docs, before.theme)


class Catalogue(Files):
    """The files of a site, looked up by MkDocs while it follows the links of a page.

    MkDocs 1.6 asks it for one file by its path, and for the pages that the navigation may hold; a `File`
    and a `Page` for each of many thousands would take longer than the pages that changed.
    """

    def __init__(self, listing: Listing, config: MkDocsConfig) -> None:
        super().__init__([])
        self._listing = listing
        self._config = config
        self.looked_up: set[str] = set()

    def get_file_from_path(self, path: str) -> File | None:
        """The file at a path below the documentation folder; None where there is none."""
        uri = path if path in self._listing.docs else PurePath(path).as_posix()
        self.looked_up.add(uri)
        return self._src_uris.get(uri) or self._make(uri)

    def at(self, uri: str) -> File:
        """The file at a path that is known to be in the catalogue."""
        file = self._src_uris.get(uri) or self._make(uri)
        if file is None:
            raise KeyError(uri)
        return file

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> Sequence[File]:
        """The pages that may stand in the navigation, in MkDocs' order."""
        return [
            self.at(uri)
            for uri, number in sorted(self._listing.docs.items(), key=lambda item: _walk_order(item[0]))
            if number > InclusionLevel.NOT_IN_NAV.value
            and is_markdown_file(uri)
            and inclusion(InclusionLevel(number))
        ]

    def __iter__(self) -> Iterator[File]:
        raise UnfitError("a plugin asks for every file at once")

    def _make(self, uri: str) -> File | None:
        number, folder = self._listing.docs.get(uri), self._config.docs_dir
        if number is None:
            if uri not in self._listing.theme:
                return None
            folder, number = self._listing.theme[uri]
        file = File(uri, folder, self._config.site_dir, use_directory_urls=False)
        file.inclusion = InclusionLevel(number)
        self._src_uris[uri] = file
        return file


def site_pages(listing: Listing) -> list[str]:
    """Every page that the site has, in MkDocs' order."""
    pages = [uri for uri, number in listing.docs.items() if _is_shown(number) and is_markdown_file(uri)]
    return sorted(pages, key=_walk_order)


def site_files(listing: Listing) -> list[str]:
    """Every file that is copied into the site as it is."""
    own = [uri for uri, number in listing.docs.items() if _is_shown(number) and not is_markdown_file(uri)]
    theme = [
        uri for uri, (_, number) in listing.theme.items() if _is_shown(number) and uri not in listing.docs
    ]
    return own + theme


def _is_shown(number: int) -> bool:
    return number > InclusionLevel.DRAFT.value


def write_listing(path: Path, listing: Listing) -> None:
    """Write a listing down for other processes."""
    path.write_bytes(msgspec.msgpack.encode(listing))


def read_listing(path: Path) -> Listing:
    """Read what `write_listing` wrote."""
    return msgspec.msgpack.decode(path.read_bytes(), type=Listing)


def require_one_file_a_place(listing: Listing) -> None:
    """Look for files that want one place in the site, about which MkDocs has rules of its own.

    Raises:
        UnfitError: There are two such files.
    """
    places = [_place(uri) for uri in site_pages(listing)] + site_files(listing)
    if len(set(places)) < len(places):
        twice = min(place for place, count in Counter(places).items() if count > 1)
        raise UnfitError(f'two files want to be "{twice}"')


def _place(uri: str) -> str:
    folder, slash, name = uri.rpartition("/")
    stem = name.rpartition(".")[0]
    return f"{folder}{slash}{'index' if stem == 'README' else stem}.html"


def place_sections(listing: Listing, config: MkDocsConfig) -> Listing:
    """As `Placing` does: where the user names no navigation, let it be the sections' own pages."""
    if not name_sections(config, site_pages(listing)):
        return listing
    hidden = InclusionLevel.NOT_IN_NAV.value
    docs = {
        uri: hidden if number > hidden and is_markdown_file(uri) and not is_section(uri) else number
        for uri, number in listing.docs.items()
    }
    return Listing(docs, listing.theme)


def _walk_order(uri: str) -> tuple[tuple[str, ...], bool, str]:
    """Sorts paths as MkDocs walks them: a folder's index first, then its files, then its folders."""
    *folders, name = uri.split("/")
    return tuple(folders), name.rpartition(".")[0] not in {"index", "README"}, name
