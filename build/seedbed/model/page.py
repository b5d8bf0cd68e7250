"""A page of the site: what it shows, decided and typed; a template only places it."""

from __future__ import annotations

from typing import Literal

import msgspec

from seedbed.model.list_page import (
    CollectionsPage,
    HomePage,
    MapPage,
    NotesPage,
    PeoplePage,
    SourcesPage,
    TimelinePage,
    TopicsPage,
    TranscriptsPage,
    WorksPage,
)
from seedbed.model.shown import NOWHERE, Ref
from seedbed.model.thing_page import (
    CollectionPage,
    PersonPage,
    SourcePage,
    TopicPage,
    TranscriptPage,
    WorkPage,
)

PageKind = Literal[
    "home",
    "works",
    "work",
    "people",
    "person",
    "topics",
    "topic",
    "transcripts",
    "transcript",
    "collections",
    "collection",
    "timeline",
    "map",
    "sources",
    "source",
    "notes",
    "moved",
]


class MovedPage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An old address, which leads to a new one."""

    to: Ref


PageValue = (
    HomePage
    | WorksPage
    | WorkPage
    | PeoplePage
    | PersonPage
    | TopicsPage
    | TopicPage
    | TranscriptsPage
    | TranscriptPage
    | CollectionsPage
    | CollectionPage
    | TimelinePage
    | MapPage
    | SourcesPage
    | SourcePage
    | NotesPage
    | MovedPage
)


class Page(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A page of the site.

    Attributes:
        path: Of its Markdown below `docs_src/`, with forward slashes ("papers/soft-hands.md").
        title: For the window and for lists, plain.
        description: What the page holds, plain, at most 160 characters.
        tags: Topic labels, for engines that make use of them.
        parent: The page that the way back leads to; without an address there is none.
        mend: Where what the page shows can be mended; empty where nothing of it is stated by a seed.
        listed: False keeps it out of the search, as for pages that only list others.
    """

    path: str
    title: str
    description: str
    kind: PageKind
    value: PageValue
    tags: tuple[str, ...] = ()
    parent: Ref = NOWHERE
    mend: str = ""
    listed: bool = True


class SiteFacts(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the site says of itself, which no seed states.

    Attributes:
        name: The site's name.
        description: What it is, in a sentence.
        home: The hand-written Markdown of the home page, without front matter.
        home_title: Its heading; the site's name where empty.
    """

    name: str
    description: str = ""
    home: str = ""
    home_title: str = ""
    repo_url: str = ""


class Changes(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What writing the generated files changed: their paths below the docs folder, sorted."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
