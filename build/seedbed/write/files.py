"""Every file of the site's source: pages as Markdown, and the data for scripts and other programs."""

from __future__ import annotations

from seedbed.model.library import Library
from seedbed.model.link import Links
from seedbed.model.page import SiteFacts
from seedbed.write.colophon import colophon_files
from seedbed.write.data import LIBRARY, library_json
from seedbed.write.markdown import render_markdown
from seedbed.write.pages import pages
from seedbed.write.previews import preview_files
from seedbed.write.rows import work_rows
from seedbed.write.search import search_files
from seedbed.write.shelf import shelve


def files_of(library: Library, links: Links, site: SiteFacts) -> dict[str, bytes]:
    """Each file's content, by its path below the docs folder.

    Raises:
        ValueError: Two pages would lie at one path, which is a fault of the stage that gave their ids.
    """
    shelf = shelve(library, links)
    rows = work_rows(shelf)
    files: dict[str, bytes] = {}
    for page in pages(shelf, rows, site):
        if page.path in files:
            raise ValueError(f"two pages at {page.path}: the second is {page.title!r}")
        files[page.path] = render_markdown(page).encode()
    files[LIBRARY] = library_json(library, links)
    files |= preview_files(shelf, rows)
    files |= colophon_files(library)
    files |= search_files(library, links)
    return files
