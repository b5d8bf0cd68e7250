"""Every file of the site's source: pages as Markdown, and the data for scripts and other programs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from seedbed.keep.stamps import digest
from seedbed.model.library import Library
from seedbed.model.link import Links
from seedbed.model.page import Page, SiteFacts
from seedbed.write.colophon import colophon_files
from seedbed.write.data import LIBRARY, library_json
from seedbed.write.markdown import render_markdown
from seedbed.write.pages import pages
from seedbed.write.previews import preview_files
from seedbed.write.rows import work_rows
from seedbed.write.search import search_files
from seedbed.write.shelf import shelve
from seedbed.write.sync import Draft


def files_of(library: Library, links: Links, site: SiteFacts) -> Iterator[Draft]:
    """Each file, one after the other, so that not all of a large library are held at once.

    A page's content follows from its typed value, and from the code, alone: the value's hash is its key.

    Raises:
        ValueError: Two pages would lie at one path, which is a fault of the stage that gave their ids.
    """
    shelf = shelve(library, links)
    rows = work_rows(shelf)
    taken: set[str] = set()
    for page in pages(shelf, rows, site):
        if page.path in taken:
            raise ValueError(f"two pages at {page.path}: the second is {page.title!r}")
        taken.add(page.path)
        yield Draft(page.path, partial(_page, page), digest(msgspec.msgpack.encode(page)))
    yield Draft(LIBRARY, partial(library_json, library, links))
    for files in (preview_files(shelf, rows), colophon_files(library), search_files(library, links)):
        for path, content in files.items():
            yield Draft(path, partial(bytes, content))


def _page(page: Page) -> bytes:
    return render_markdown(page).encode()
