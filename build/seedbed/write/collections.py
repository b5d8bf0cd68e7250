"""The page of a collection, in its source's order, and all collections."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from seedbed.model.library import Collection, Entry, Section
from seedbed.model.list_page import CollectionsPage
from seedbed.model.page import Page
from seedbed.model.prose import opening
from seedbed.model.shown import Counted, Group, Note, Ref, WorkRow
from seedbed.model.thing_page import CollectionPage
from seedbed.text.prose import read_plain
from seedbed.text.slugs import slug
from seedbed.write import addresses
from seedbed.write.passages import passages
from seedbed.write.rows import Label
from seedbed.write.rulings import rulings_on
from seedbed.write.shelf import Shelf, WholeShelf
from seedbed.write.tasks import Task
from seedbed.write.wording import counted, date_shown, joined, shortened
from seedbed.write.works import mend

ALL_COLLECTIONS = Ref("Collections", "collections/index")
"""The list of all collections."""


def collection_tasks(shelf: WholeShelf) -> Iterator[Task]:
    """A page a collection, by id."""
    for collection in shelf.collections:
        yield Task(addresses.collection_page(collection), _collection_page, collection)


def collections_page(shelf: WholeShelf) -> Page:
    """All collections, by title."""
    rows = collection_rows(shelf)
    lead = (
        f"{counted(len(rows), 'list')} of papers, {'each ' * (len(rows) > 1)}in the order of the source."
        if rows
        else "No capture holds a list of papers yet."
    )
    return Page(
        path=f"{ALL_COLLECTIONS.address}.md",
        title="Collections",
        description="The lists of papers that the captures hold, each in the order of its source.",
        kind="collections",
        value=CollectionsPage("Collections", lead, rows),
        listed=False,
    )


def collection_rows(shelf: WholeShelf) -> tuple[Counted, ...]:
    """Collections with how many works they list, by title."""
    rows = [
        Counted(shelf.collection(each.id), counted(_size(each), "paper"), size=_size(each))
        for each in shelf.library.collections
    ]
    return tuple(sorted(rows, key=lambda row: (row.ref.label.casefold(), row.ref.address)))


def _size(collection: Collection) -> int:
    return len({entry.work for section in collection.sections for entry in section.entries})


def _held(collection: Collection) -> str:
    """How much the list holds: a paper may stand in it more than once."""
    entries, works = sum(len(section.entries) for section in collection.sections), _size(collection)
    held = counted(works, "paper")
    if entries != works:
        held = f"{counted(entries, 'entry', 'entries')} for {held}"
    return f"{held}, in the order of the source." if works > 1 else f"{held}."


def _collection_page(shelf: Shelf, subject: str) -> Iterator[Page]:
    collection = shelf.collections[subject]
    introduction = [read_plain(claim.value) for claim in collection.introduction]
    value = CollectionPage(
        title=collection.title.value,
        title_source=shelf.places.sources((collection.title.span,)),
        introduction=passages(shelf, "collection", collection.id, 0, introduction),
        introduction_source=shelf.places.sources(claim.span for claim in collection.introduction),
        sections=tuple(_section(shelf, section) for section in collection.sections),
        questions=tuple(
            Note(claim.value, shelf.places.sources((claim.span,))) for claim in collection.questions
        ),
        rulings=rulings_on(shelf, "collection", collection.id),
        size=_held(collection),
    )
    papers = counted(_size(collection), "paper")
    yield Page(
        path=f"{addresses.collection_page(collection.id)}.md",
        title=shelf.collection(collection.id).label,
        description=shortened(joined((f"A list of {papers}.", opening(introduction)))),
        kind="collection",
        value=value,
        parent=ALL_COLLECTIONS,
        mend=mend(shelf, (collection.source,)),
    )


def _section(shelf: Shelf, section: Section) -> Group:
    return Group(
        section.title.value if section.title else "",
        tuple(_entry(shelf, shelf.rows[entry.work], entry) for entry in section.entries),
        shelf.places.source(section.title.span) if section.title else None,
    )


def _entry(shelf: Shelf, row: WorkRow, entry: Entry) -> WorkRow:
    """A work as this list states it: its date, its topics, its fellows and its mentors here."""
    known = {name: topic for topic in shelf.topics_of.get(entry.work, ()) for name in _names(topic)}
    topics = [(claim.value, known.get(slug(claim.value))) for claim in entry.topics]
    return replace(
        row,
        date=date_shown(entry.date) if entry.date is not None and entry.date.year is not None else row.date,
        topics=tuple(
            Ref(label, addresses.topic_page(topic.id) if topic is not None else "") for label, topic in topics
        ),
        people=tuple(dict.fromkeys((*row.people, *(shelf.names[each.person] for each in entry.mentors)))),
        fellows=tuple(shelf.credited(credit) for credit in entry.fellows),
        mentors=tuple(shelf.credited(credit) for credit in entry.mentors),
        source=shelf.places.source(entry.source),
    )


def _names(topic: Label) -> Iterator[str]:
    yield topic.id
    for phrase in topic.phrases:
        yield slug(phrase)
