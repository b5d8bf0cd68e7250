"""What seeds that were just saved state: their pages, before they are put together with the whole library.

A build reads, resolves, links and renders, which takes seconds where the library is large. What a seed itself
states need not wait for that. It is resolved with those other seeds alone that state the same works, under
the addresses that the ledger knows; what speaks of it, what it is about and what it is like follow from all
texts, and are left to the build, as is the year of a date that states none. What was read of a seed is kept
for the build; nothing else of a first look is, and nothing of it becomes part of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from seedbed.config import CURATION, LEDGER, Settings
from seedbed.errors import SeedbedError
from seedbed.inputs import Inputs
from seedbed.intake import take_in
from seedbed.keep.workers import ALONE
from seedbed.model.date import PartialDate
from seedbed.model.library import Library, Stated
from seedbed.model.link import Links
from seedbed.model.page import Page
from seedbed.project_files import read_curation, read_ledger
from seedbed.recall import recall, store_of
from seedbed.render.desk import Desk, set_up_desk
from seedbed.resolve.resolve import resolve
from seedbed.text.titles import title_key
from seedbed.write import addresses
from seedbed.write.collections import collection_tasks
from seedbed.write.data import LIBRARY
from seedbed.write.markdown import Templates
from seedbed.write.people import person_tasks
from seedbed.write.shelf import WholeShelf
from seedbed.write.shelving import shelve
from seedbed.write.sources import source_tasks
from seedbed.write.tasks import Task
from seedbed.write.transcripts import transcript_tasks
from seedbed.write.works import work_tasks

# At the foot of the window, where nothing moves when the built page takes the place of this one.
_NOTICE = (
    b'<p class="quiet" role="status" style="position:fixed;inset:auto 0 0;margin:0;padding:.5rem .8rem;'
    b'text-align:center;background:var(--paper);border-top:1px solid var(--rule)">'
    b"A first look: topics, and what links here, follow when the library is built.</p>"
)
_BODY_END = b"</body>"
_LARGEST = 300_000
"""Bytes of saved seeds that are read and planned at once; for more, a build has to be waited for."""
_INFERRED_YEAR = "inferred-year"


class _Place(msgspec.Struct, frozen=True, gc=False):
    seed: str


class _Work(msgspec.Struct, frozen=True, gc=False):
    id: str
    title: str
    sources: tuple[_Place, ...]


class _Standing(msgspec.Struct, frozen=True, gc=False):
    """What `data/library.json` tells of the library that was built last."""

    works: tuple[_Work, ...]


class Looking:
    """All that a first look takes, made ready."""

    def __init__(self, settings: Settings, desk: Desk) -> None:
        """Begin with a desk for the site as it was built last."""
        self._settings = settings
        self._desk = desk
        self._templates = Templates()

    def take(self) -> dict[str, Callable[[], bytes]]:
        """What makes each page, by its path below the site; nothing where the project cannot be read."""
        try:
            pages = look(self._settings)
        except SeedbedError:
            return {}  # the build will say so
        self._desk.expect(page.path for page in pages)
        return {f"{page.path.removesuffix('.md')}.html": partial(self._made, page) for page in pages}

    def _made(self, page: Page) -> bytes:
        html = self._desk.preview(page.path, self._templates.render(page))
        return html.replace(_BODY_END, _NOTICE + _BODY_END)


def get_ready(settings: Settings) -> Looking | None:
    """Get ready to look at seeds that are saved from now on; None where pages cannot be made one by one."""
    desk = set_up_desk(settings.config_file, settings.site, settings.cache)
    return Looking(settings, desk) if desk else None


def look(settings: Settings) -> tuple[Page, ...]:
    """The pages of what the seeds state that were saved since the last build.

    Those are the pages of their works, conversations and collections, of the seeds themselves, and of people
    who have no page yet. There are none where more has changed than seeds, or where no build left what it
    takes to tell.

    Raises:
        SeedbedError: A file of the project cannot be read, or rulings in it contradict each other.
    """
    past = recall(settings)
    if past.growth is None or past.growth.inputs.code() != past.inputs.code():
        return ()
    saved = _saved(settings.seeds, past.inputs, past.growth.inputs)
    standing = _standing(settings.docs / LIBRARY)
    if not saved or standing is None or _size(settings.seeds, saved) > _LARGEST:
        return ()
    curation, _ = read_curation(settings)
    ledger, store = read_ledger(settings), store_of(settings, past)

    def library_of(names: Container[str]) -> Library:
        readings = take_in(settings, curation, store, ALONE, only=names).readings
        return _without_inferred_years(resolve(readings, curation, ledger))

    library = library_of(saved)
    others = _stating(library, standing) - saved
    shelf = shelve(library_of(saved | others) if others else library, Links())
    tasks = _tasks(shelf, saved, settings.docs)
    return tuple(page for task in tasks for page in task.plan(shelf, task.argument) if isinstance(page, Page))


def _saved(folder: Path, now: Inputs, before: Inputs) -> frozenset[str]:
    """The names of the seeds that are new or have changed; none where something else has changed, too."""
    paths = now.files.keys() | before.files.keys()
    changed = {Path(path) for path in paths if _digest(now, path) != _digest(before, path)}
    changed.discard(folder / LEDGER)  # which a build itself writes
    names = {path.relative_to(folder).as_posix() for path in changed if path.is_relative_to(folder)}
    if now.settings != before.settings or len(names) < len(changed) or CURATION in names:
        return frozenset()
    return frozenset(names)


def _size(folder: Path, names: Iterable[str]) -> int:
    """The bytes of some seeds that are still there."""
    files = (folder / name for name in names)
    return sum(file.stat().st_size for file in files if file.is_file())


def _without_inferred_years(library: Library) -> Library:
    """The library without dates whose year follows from all seeds, and without what was decided of them."""
    replace = msgspec.structs.replace
    return replace(
        library,
        works=tuple(replace(work, date=_stated(work.date)) for work in library.works),
        transcripts=tuple(replace(talk, date=_stated(talk.date)) for talk in library.transcripts),
        decisions=tuple(each for each in library.decisions if each.rule != _INFERRED_YEAR),
    )


def _stated(date: Stated[PartialDate] | None) -> Stated[PartialDate] | None:
    return None if date is not None and date.inferred else date


def _digest(inputs: Inputs, path: str) -> bytes:
    return inputs.files[path].digest if path in inputs.files else b""


def _standing(file: Path) -> _Standing | None:
    try:
        return msgspec.json.decode(file.read_bytes(), type=_Standing)
    except (OSError, msgspec.DecodeError):
        return None


def _stating(library: Library, standing: _Standing) -> frozenset[str]:
    """The names of the seeds that state a work of the library, as it was built last."""
    ids = {work.id for work in library.works}
    titles = {title_key(work.title.shown) for work in library.works}
    return frozenset(
        place.seed
        for work in standing.works
        if work.id in ids or title_key(work.title) in titles
        for place in work.sources
    )


def _tasks(shelf: WholeShelf, saved: Container[str], docs: Path) -> Iterator[Task]:
    """The tasks of pages that follow from these seeds alone, and of people whose page is not there yet."""
    library, places = shelf.library, shelf.places
    works = (each for each in library.works if any(span.seed in saved for span in each.sources))
    people = (addresses.person_page(each.id) for each in library.people)
    wanted = {
        *(addresses.work_page(each.id) for each in works),
        *(addresses.transcript_page(each.id) for each in library.transcripts if each.source.seed in saved),
        *(addresses.collection_page(each.id) for each in library.collections if each.source.seed in saved),
        *(places.seed(reading.seed.path) for reading in library.readings if reading.seed.path in saved),
        *(page for page in people if not (docs / f"{page}.md").exists()),
    }
    for tasks in (work_tasks, transcript_tasks, collection_tasks, source_tasks, person_tasks):
        yield from (task for task in tasks(shelf) if task.name in wanted)
