"""From the library and its links to the docs folder, and what is kept for the next build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from seedbed.config import Settings
from seedbed.keep.beside import aside
from seedbed.keep.store import Store
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
    store: Store,
    jobs: int,
    *,
    apart: bool = False,
) -> tuple[Synced, Since]:
    """Write the pages and the data files, and tell what is in them that was not before.

    Args:
        settings: Where the docs folder is.
        library: What the seeds state.
        links: What speaks of what.
        known: The keys of files that are in place as they were written under them.
        store: Where plans of pages, compiled templates and the index of the search are kept.
        jobs: How many processes may work.
        apart: Whether another process may make the data files, while this one makes the few pages that are
            not known. Where all are made, every process has enough to do.

    Raises:
        SeedbedError: A file cannot be written.
    """
    written = settings.docs / LIBRARY
    before = written.read_bytes() if written.is_file() else None
    plans = store.take("write", Plans)
    compiled = store.take("templates", dict[str, bytes])
    templates = Templates(compiled)
    files = files_of(library, links, site_facts(settings), plans, jobs, templates)
    parted = apart and bool(known)

    def data() -> Iterable[Draft]:
        drafts = _data(files, store)
        return [_made(draft, known) for draft in drafts] if parted else drafts

    with aside(data, apart=parted) as made:
        # The pages come first, so that no process that makes those holds the index of the search.
        synced = sync(chain(files.pages(), _when_wanted(made)), settings.docs, known)
    store.put("write", files.planner.plans(), plans)
    if templates.compiled != compiled:
        store.put("templates", templates.compiled)
    return synced, compare(before, written.read_bytes(), library.moved)


def _data(files: Files, store: Store) -> Iterator[Draft]:
    before = store.take("search", Index)
    yield from files.data(before, lambda index: store.put("search", index, before))


def _made(draft: Draft, known: Mapping[str, bytes]) -> Draft:
    """A draft with what it makes, to be sent; nothing is made of a file that is in place."""
    return draft._replace(make=partial(bytes, b"" if draft.stays(known) else draft.content()))


def _when_wanted(drafts: Callable[[], Iterable[Draft]]) -> Iterator[Draft]:
    yield from drafts()
