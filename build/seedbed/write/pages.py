"""From the library and its links to every page of the site."""

from __future__ import annotations

from collections.abc import Iterator

from seedbed.model.library import Library, Moved
from seedbed.model.link import Links
from seedbed.model.page import MovedPage, Page, Ref, SiteFacts
from seedbed.write.collections import collection_pages, collections_page
from seedbed.write.home import home_page
from seedbed.write.library_map import map_page
from seedbed.write.notes import notes_pages
from seedbed.write.people import people_pages, person_pages
from seedbed.write.pictures.library_map import library_map
from seedbed.write.rows import Rows, work_rows
from seedbed.write.shelf import Shelf, shelve
from seedbed.write.sources import source_pages, sources_page
from seedbed.write.timeline import timeline_pages
from seedbed.write.topics import topic_pages, topics_page
from seedbed.write.transcripts import transcript_pages, transcripts_page
from seedbed.write.works import work_pages, works_pages


def plan_pages(library: Library, links: Links, site: SiteFacts) -> tuple[Page, ...]:
    """Every page, each with all that it shows."""
    shelf = shelve(library, links)
    return tuple(pages(shelf, work_rows(shelf), site))


def pages(shelf: Shelf, rows: Rows, site: SiteFacts) -> Iterator[Page]:
    """The same, one after the other, so that not every page of a large library is held at once."""
    drawn = library_map(shelf)
    yield home_page(shelf, rows, site, drawn)
    if drawn is not None:
        yield map_page(drawn)
    yield from works_pages(shelf, rows)
    yield from work_pages(shelf, rows)
    yield from people_pages(shelf)
    yield from person_pages(shelf, rows)
    yield topics_page(shelf)
    yield from topic_pages(shelf, rows)
    yield transcripts_page(shelf)
    yield from transcript_pages(shelf, rows)
    yield collections_page(shelf)
    yield from collection_pages(shelf, rows)
    yield from timeline_pages(shelf, rows)
    yield sources_page(shelf)
    yield from source_pages(shelf)
    yield from notes_pages(shelf)
    for moved in shelf.library.moved:
        yield _moved_page(shelf, moved)


def _moved_page(shelf: Shelf, moved: Moved) -> Page:
    folder, _, subject = moved.new.partition("/")
    kinds = {
        "papers": "work",
        "people": "person",
        "topics": "topic",
        "transcripts": "transcript",
        "collections": "collection",
    }
    label = shelf.thing(kinds[folder], subject).label if folder in kinds else moved.new
    return Page(
        path=f"{moved.old}.md",
        title=f"Moved: {label}",
        description=f"This page is now at {moved.new}.",
        kind="moved",
        value=MovedPage(Ref(label, moved.new)),
        listed=False,
    )
