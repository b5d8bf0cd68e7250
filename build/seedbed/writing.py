"""From the library and its links to the docs folder, and what is kept for the next build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from seedbed.config import Settings
from seedbed.keep.store import Shelf
from seedbed.model.library import Library
from seedbed.model.link import Links
from seedbed.model.report import Since
from seedbed.project_files import site_facts
from seedbed.since import compare
from seedbed.write import files_of
from seedbed.write.data import LIBRARY
from seedbed.write.files import Files
from seedbed.write.markdown import Templates
from seedbed.write.planning import Plans
from seedbed.write.search import Index
from seedbed.write.sync import Draft, Synced, sync


def write(  # noqa: PLR0913, PLR0917 (what to write, what is known of it, and how many work)
    settings: Settings,
    library: Library,
    links: Links,
    known: Mapping[str, bytes],
    shelf: Shelf,
    jobs: int,
) -> tuple[Synced, Since]:
    """Write the pages and the data files, and tell what is in them that was not before.

    Args:
        settings: Where the docs folder is.
        library: What the seeds state.
        links: What speaks of what.
        known: The keys of files that are in place as they were written under them.
        shelf: Where plans of pages, compiled templates and the index of the search are kept.
        jobs: How many processes may work.

    Raises:
        SeedbedError: A file cannot be written.
    """
    data = settings.docs / LIBRARY
    before = data.read_bytes() if data.is_file() else None
    plans = shelf.take("write", Plans)
    compiled = shelf.take("templates", dict[str, bytes])
    templates = Templates(compiled)
    files = files_of(library, links, site_facts(settings), plans, jobs, templates)
    synced = sync(chain(files.pages(), _data(files, shelf)), settings.docs, known)
    shelf.put("write", files.planner.plans(), plans)
    if templates.compiled != compiled:
        shelf.put("templates", templates.compiled)
    return synced, compare(before, data.read_bytes(), library.moved)


def _data(files: Files, shelf: Shelf) -> Iterator[Draft]:
    """Drawn after the pages, so that no process that made those holds the index."""
    before = shelf.take("search", Index)
    yield from files.data(before, lambda index: shelf.put("search", index, before))
