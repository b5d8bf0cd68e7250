"""From the library and its links to every page of the site: some show it as a whole, most one thing of it."""

from __future__ import annotations

from collections.abc import Iterator

from seedbed.model.library import Moved
from seedbed.model.page import MovedPage, Page, SiteFacts
from seedbed.model.shown import Ref
from seedbed.write.addresses import KIND_AT
from seedbed.write.collections import collection_tasks, collections_page
from seedbed.write.home import home_page
from seedbed.write.library_map import map_page
from seedbed.write.notes import notes_pages
from seedbed.write.people import people_pages, person_tasks
from seedbed.write.pictures.library_map import library_map
from seedbed.write.shelf import WholeShelf
from seedbed.write.sources import source_tasks, sources_page
from seedbed.write.tasks import Task
from seedbed.write.timeline import timeline_pages
from seedbed.write.topics import topic_tasks, topics_page
from seedbed.write.transcripts import transcript_tasks, transcripts_page
from seedbed.write.works import work_tasks, works_tasks


def whole_pages(shelf: WholeShelf, site: SiteFacts) -> Iterator[Page]:
    """The pages that show the library as a whole, and those that lead from old addresses to new ones."""
    yield from front_pages(shelf, site)
    yield from list_pages(shelf)


def front_pages(shelf: WholeShelf, site: SiteFacts) -> Iterator[Page]:
    """Those of them that put much of it together, and take longest."""
    drawn = library_map(shelf)
    yield home_page(shelf, site, drawn)
    if drawn is not None:
        yield map_page(drawn)
    yield from people_pages(shelf)
    yield from timeline_pages(shelf)
    yield from notes_pages(shelf)


def list_pages(shelf: WholeShelf) -> Iterator[Page]:
    """All the others."""
    yield topics_page(shelf)
    yield transcripts_page(shelf)
    yield collections_page(shelf)
    yield sources_page(shelf)
    for moved in shelf.library.moved:
        yield _moved_page(shelf, moved)


def page_tasks(shelf: WholeShelf) -> Iterator[Task]:
    """Tasks for the pages that show one thing of the library, and for the parts of the list of works."""
    yield from works_tasks(shelf)
    yield from work_tasks(shelf)
    yield from person_tasks(shelf)
    yield from topic_tasks(shelf)
    yield from transcript_tasks(shelf)
    yield from collection_tasks(shelf)
    yield from source_tasks(shelf)


def _moved_page(shelf: WholeShelf, moved: Moved) -> Page:
    folder, _, subject = moved.new.partition("/")
    kind = KIND_AT.get(folder)
    label = shelf.thing(kind, subject).label if kind else moved.new
    return Page(
        path=f"{moved.old}.md",
        title=f"Moved: {label}",
        description=f"This page is now at {moved.new}.",
        kind="moved",
        value=MovedPage(Ref(label, moved.new)),
        listed=False,
    )
