"""The pages that show many things: the first page, lists, the timeline, the map, the notes."""

from __future__ import annotations

import msgspec

from seedbed.model.picture import Arcs, LibraryMap, Strips
from seedbed.model.shown import (
    Address,
    Counted,
    DateShown,
    Disagreement,
    Group,
    Lettered,
    Note,
    Ref,
    Ruling,
    SourceRef,
    WorkRow,
)


class TranscriptRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A conversation in a list."""

    transcript: Ref
    speakers: tuple[Ref, ...]
    date: DateShown | None
    first: str
    size: str


class HomePage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The first page: the prose that somebody wrote for it, and what there is to see.

    Attributes:
        prose: Hand-written Markdown, trusted.
        lead: What to know where there is nothing to see yet; empty elsewhere.
        counts: "40 papers" and the like, each leading to its list.
    """

    title: str
    prose: str
    lead: str
    counts: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    conversations: tuple[TranscriptRow, ...]
    newest: tuple[WorkRow, ...]
    people: tuple[Counted, ...]
    collections: tuple[Counted, ...]
    map: LibraryMap | None = None


class WorksPage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A list of works, or a part of one; `parts` are all parts, this one without an address."""

    title: str
    lead: str
    groups: tuple[Group, ...]
    parts: tuple[Ref, ...] = ()


class PeoplePage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Everyone, by letter."""

    title: str
    lead: str
    letters: tuple[Lettered, ...]
    parts: tuple[Ref, ...] = ()


class TopicsPage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Every topic, by size and by letter."""

    title: str
    lead: str
    stated: tuple[Counted, ...]
    derived: tuple[Counted, ...]
    letters: tuple[Lettered, ...]
    arcs: Arcs | None = None


class TranscriptsPage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Every conversation."""

    title: str
    lead: str
    rows: tuple[TranscriptRow, ...]


class CollectionsPage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Every collection."""

    title: str
    lead: str
    rows: tuple[Counted, ...]


class Dated(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Something with a date: "paper" or "conversation", and its page."""

    kind: str
    ref: Ref
    date: DateShown
    by: str


class Month(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What is dated in one month ("May 2026"), or in a year whose month is not known ("2026")."""

    title: str
    anchor: str
    entries: tuple[Dated, ...]


class Year(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What is dated in one year, newest month first."""

    title: str
    anchor: str
    count: str
    months: tuple[Month, ...]


class Bar(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A bar of the chart: its place and size in SVG units, and where it leads."""

    label: str
    x: float
    y: float
    width: float
    height: float
    address: Address


class Chart(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A bar chart in SVG units; its text equivalent is the list that follows it.

    Attributes:
        ticks: Labels below the bars, each with its middle.
        top: The scale's highest value, as text.
    """

    width: int
    height: int
    baseline: int
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    top: str
    title: str


class TimelinePage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Everything that has a date, newest first, and what has none."""

    title: str
    lead: str
    chart: Chart | None
    years: tuple[Year, ...]
    undated: tuple[Ref, ...]
    parts: tuple[Ref, ...] = ()
    by_topic: Strips | None = None


class MapPage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The map of the library."""

    title: str
    map: LibraryMap


class SeedRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A seed in the list of sources."""

    seed: Ref
    kind: str
    lines: str
    unread: str
    captured: DateShown | None
    url: str


class SourcesPage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Every seed."""

    title: str
    lead: str
    rows: tuple[SeedRow, ...]


class QuestionShown(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A question that the rules cannot decide.

    Attributes:
        answers: What can be answered, each with the lines to paste into the curation file.
    """

    asked: str
    about: tuple[Ref, ...]
    evidence: tuple[Note, ...]
    answers: tuple[tuple[str, str], ...]
    anchor: str


class InferredShown(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A value that is worked out: of what, which, and why."""

    about: Ref
    value: str
    why: str
    sources: tuple[SourceRef, ...]


class UnreadShown(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A line that no reader understood."""

    source: SourceRef
    text: str


class NotesPage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The library's report on itself, or a part of it.

    Attributes:
        counts: What there is in all, each leading to its part.
        warnings: What the maintainer should look at.
        topics: Derived topics, with where they come from.
    """

    title: str
    lead: str
    counts: tuple[Counted, ...] = ()
    questions: tuple[QuestionShown, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    inferred: tuple[InferredShown, ...] = ()
    topics: tuple[Ruling, ...] = ()
    unread: tuple[UnreadShown, ...] = ()
    warnings: tuple[Note, ...] = ()
    parts: tuple[Ref, ...] = ()
