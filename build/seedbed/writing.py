"""From the library and its links to the docs folder, and what is kept for the next build."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from seedbed.config import Settings
from seedbed.keep.beside import aside
from seedbed.keep.memory import leave
from seedbed.keep.store import Store
from seedbed.model.library import Library
from seedbed.model.link import Links
from seedbed.model.page import Changes
from seedbed.project_files import site_facts
from seedbed.write.data import LIBRARY
from seedbed.write.files import Files, files_of
from seedbed.write.markdown import Templates
from seedbed.write.planning import Plans, draft_of
from seedbed.write.search import Index, Search
from seedbed.write.sync import Draft, sync
from seedbed.write.tasks import Errand, Made

# Below the cache: what another process makes, until it is put in place.
_INCOMING = "incoming"


class Written(NamedTuple):
    """What was written.

    Attributes:
        changes: Which files.
        keys: The key of each that has one, by its path.
        library_before: The data of the library that stood there before; None where none did.
        keep: Keeps what the next build takes over.
    """

    changes: Changes
    keys: dict[str, bytes]
    library_before: bytes | None
    keep: Callable[[], None]


def write(  # noqa: PLR0913, PLR0917 (what to write, what is known of it, and how many work)
    settings: Settings,
    library: Library,
    links: Links,
    known: Mapping[str, bytes],
    store: Store,
    jobs: int,
    *,
    apart: bool = False,
) -> Written:
    """Write the pages and the data files.

    Args:
        settings: Where the docs folder is.
        library: What the seeds state.
        links: What speaks of what.
        known: The keys of files that are in place as they were written under them.
        store: Where plans of pages, compiled templates and the index of the search are kept.
        jobs: How many processes may work.
        apart: Whether another process may make what shows the library as a whole, while this one makes
            pages of single things.

    Raises:
        SeedbedError: A file cannot be written.
    """
    written = settings.docs / LIBRARY
    before: bytes | None = None

    def drawn(drafts: Iterable[Draft]) -> Iterator[Draft]:
        """The drafts; and once all are drawn, the data of the last build, which still stand and are large."""
        nonlocal before
        yield from drafts
        before = written.read_bytes() if written.is_file() else None

    plans = store.take("write", Plans)
    compiled = store.take("templates", dict[str, bytes])
    templates = Templates(compiled)
    files = files_of(library, links, site_facts(settings), plans, jobs, templates)
    incoming = settings.cache / _INCOMING if apart else None
    with _drafts(files, store, known, incoming) as drafts:
        synced = sync(drawn(drafts), settings.docs, known)

    def keep() -> None:
        store.put("write", files.planner.plans(), plans)
        if templates.compiled != compiled:
            store.put("templates", templates.compiled)
        leave(files)

    return Written(synced.changes, synced.keys, before, keep)


@contextmanager
def _drafts(
    files: Files, store: Store, known: Mapping[str, bytes], incoming: Path | None
) -> Iterator[Iterable[Draft]]:
    """Every file; another process makes those of the library as a whole in the folder `incoming`, if any.

    Where all pages are made, that is one of those that make them.
    """

    def renew(make: Callable[[Index | None], Search]) -> Search:
        before = store.take("search", Index)
        search = make(before)
        store.put("search", search.index, before)
        return search

    def of_the_whole(folder: Path) -> list[Made]:
        numbered = enumerate(files.of_the_whole(renew))
        return [_made(each, known, folder / str(number)) for number, each in numbered]

    def with_templates(folder: Path) -> tuple[list[Made], dict[str, bytes]]:
        return of_the_whole(folder), files.planner.templates.compiled

    def received(make: Callable[[], tuple[list[Made], dict[str, bytes]]]) -> Iterator[Draft]:
        made, compiled = make()
        files.planner.templates.compiled.update(compiled)
        yield from map(draft_of, made)

    if incoming is None:
        yield files.drafts(renew)
        return
    shutil.rmtree(incoming, ignore_errors=True)  # of a build that was stopped
    incoming.mkdir(parents=True)
    try:
        if known:
            with aside(partial(with_templates, incoming), apart=True) as worked:
                yield chain(files.of_things(), received(worked))
        else:
            yield files.of_things(Errand(partial(of_the_whole, incoming)))
    finally:
        shutil.rmtree(incoming, ignore_errors=True)


def _made(draft: Draft, known: Mapping[str, bytes], file: Path) -> Made:
    """A file with what a draft makes; nothing is made of what is in place."""
    if not draft.stays(known):
        draft.write(file)
    return Made(draft.path, draft.key, file)
