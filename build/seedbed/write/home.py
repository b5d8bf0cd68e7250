"""The first page: what this library is, how much of what it holds, and where to begin."""

from __future__ import annotations

from seedbed.model.list_page import HomePage
from seedbed.model.page import Page, SiteFacts
from seedbed.model.picture import LibraryMap
from seedbed.model.shown import Counted, Ref
from seedbed.write.collections import ALL_COLLECTIONS, collection_rows
from seedbed.write.order import newest_works
from seedbed.write.people import EVERYONE, person_entry
from seedbed.write.shelf import WholeShelf
from seedbed.write.sources import ALL_SOURCES
from seedbed.write.topics import ALL_TOPICS, topic_entries
from seedbed.write.transcripts import ALL_TRANSCRIPTS, transcript_rows
from seedbed.write.wording import at_most, counted, folded, listed, shortened
from seedbed.write.works import ALL_WORKS

_EMPTY = "There is nothing in it yet: put a captured page into the folder of its seeds, and build it again."
_NEWEST = 6
_TOPICS = 14
_PEOPLE = 12
_CONVERSATIONS = 5
_COLLECTIONS = 12


def home_page(shelf: WholeShelf, site: SiteFacts, drawn: LibraryMap | None = None) -> Page:
    """The home page; `drawn` is the map, which it shows in small."""
    title = site.home_title or site.name
    rows = collection_rows(shelf)
    value = HomePage(
        title=title,
        prose=site.home,
        lead="" if shelf.library.readings else _EMPTY,
        counts=tuple(count for count in _counts(shelf) if count.size),
        topics=tuple(topic_entries(shelf)[:_TOPICS]),
        conversations=transcript_rows(shelf)[:_CONVERSATIONS],
        newest=tuple(shelf.rows[work] for work in newest_works(shelf)[:_NEWEST]),
        people=_people(shelf),
        collections=at_most(_COLLECTIONS, rows, lambda row: row, ALL_COLLECTIONS.address),
        map=drawn,
    )
    held = listed([count.ref.label for count in value.counts])
    return Page(
        path="index.md",
        title=title,
        description=shortened(site.description or (f"{title}: {held}." if held else title)),
        kind="home",
        value=value,
    )


def _counts(shelf: WholeShelf) -> tuple[Counted, ...]:
    library = shelf.library
    sizes = (
        (ALL_WORKS, len(library.works), "paper", "papers"),
        (EVERYONE, len(library.people), "person", "people"),
        (ALL_TOPICS, len(shelf.links.topics), "topic", "topics"),
        (ALL_TRANSCRIPTS, len(library.transcripts), "conversation", "conversations"),
        (ALL_COLLECTIONS, len(library.collections), "collection", "collections"),
        (ALL_SOURCES, len(library.readings), "source", "sources"),
    )
    return tuple(
        Counted(Ref(counted(size, one, several), ref.address), "", size=size)
        for ref, size, one, several in sizes
    )


def _people(shelf: WholeShelf) -> tuple[Counted, ...]:
    """Those with most papers; a conversation's speakers before others of the same count."""
    ordered = sorted(
        shelf.library.people,
        key=lambda person: (
            -len(person.works),
            person.id not in shelf.spoken,
            folded(person.name),
            person.id,
        ),
    )
    return tuple(person_entry(shelf, person) for person in ordered[:_PEOPLE])
