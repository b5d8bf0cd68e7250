"""The pages of one thing: a work, a person, a topic, a conversation, a collection, a capture."""

from __future__ import annotations

import msgspec

from seedbed.model.picture import Strips
from seedbed.model.shown import (
    Counted,
    Credited,
    Disagreement,
    Fact,
    Group,
    Note,
    Passage,
    Quote,
    Ref,
    Ruling,
    SourceRef,
    WorkRow,
)


class Citation(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """How to cite a work."""

    text: str
    bibtex: str
    key: str


class WorkPage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A work.

    Attributes:
        title_note: Why it has this title, where no source states it; else empty.
        creators_word: What their source is said to state: "creator" of one alone.
        abstract_cut: Whether every source cuts the abstract off.
    """

    title: Passage
    title_source: tuple[SourceRef, ...]
    creators: tuple[Credited, ...]
    creators_source: tuple[SourceRef, ...]
    creators_incomplete: bool
    facts: tuple[Fact, ...]
    abstract: tuple[Passage, ...]
    abstract_source: tuple[SourceRef, ...]
    disagreements: tuple[Disagreement, ...]
    discussed: tuple[Quote, ...]
    mentioned: tuple[Quote, ...]
    related: tuple[WorkRow, ...]
    citation: Citation
    sources: tuple[Note, ...]
    rulings: tuple[Ruling, ...]
    questions: tuple[Ref, ...] = ()
    abstract_cut: bool = False
    title_note: str = ""
    creators_word: str = "creators"


class NamedIn(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A capture, and the lines of it that have a form of a name; `more` lines are left out here."""

    seed: str
    sources: tuple[SourceRef, ...]
    more: int = 0


class NameShown(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A form of a name and the captures that have it; `more` says how many of these are left out here."""

    name: str
    seeds: tuple[NamedIn, ...]
    more: str = ""


class PersonPage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A person."""

    name: str
    lead: str
    facts: tuple[Fact, ...]
    works: tuple[Group, ...]
    topics: tuple[Counted, ...]
    co_authors: tuple[Counted, ...]
    turns: tuple[Counted, ...]
    mentioned: tuple[Quote, ...]
    names: tuple[NameShown, ...]
    disagreements: tuple[Disagreement, ...]
    rulings: tuple[Ruling, ...]
    questions: tuple[Ref, ...] = ()
    together: Strips | None = None
    mentored: tuple[Group, ...] = ()


class TopicPage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A topic.

    Attributes:
        lead: Whether sources state it or it was found, as a sentence.
        held: How many papers, passages and people there are, each leading to where they begin on this page.
        groups: Its works by the topics that go with it, the largest group first; a work may be in several.
            Those that have no other topic are in the last one, which leads nowhere.
        works_cut: Whether other parts of the page have more works.
        more_people: How many people are left out of `people`, as a sentence; empty if none is.
    """

    label: str
    lead: str
    held: tuple[Counted, ...]
    derived: bool
    evidence: tuple[Note, ...]
    beside: tuple[Counted, ...]
    groups: tuple[Counted, ...]
    works: tuple[WorkRow, ...]
    works_cut: bool
    passages: tuple[Quote, ...]
    people: tuple[Counted, ...]
    more_people: str = ""
    parts: tuple[Ref, ...] = ()


class OnThis(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A work that a turn is about, with the reasons."""

    work: Ref
    reasons: tuple[str, ...]


class TimeShown(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A time of the recording.

    Attributes:
        text: "1:02:03" from the start.
        seconds: The same in seconds; `#t={seconds}` leads to the first place that states it.
        is_first: Whether this is that place.
    """

    text: str
    seconds: int
    is_first: bool


class ParagraphShown(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A paragraph of a turn.

    Attributes:
        headings: Of chapters that begin with it; those that begin with the turn are the turn's.
        times: That the source states right before it.
    """

    passage: Passage
    headings: tuple[str, ...] = ()
    times: tuple[TimeShown, ...] = ()


class TurnShown(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A turn.

    Attributes:
        speaker: Its label is empty where the source does not say who speaks.
        time: Where the source states it.
        headings: Of chapters that begin with the turn.
        voice: Which of the speakers it is, counted from 1 in the order in which they first speak; 0 where the
            source does not say.
    """

    number: int
    speaker: Ref
    time: TimeShown | None
    paragraphs: tuple[ParagraphShown, ...]
    source: SourceRef
    on_this: tuple[OnThis, ...]
    headings: tuple[str, ...] = ()
    voice: int = 0


class SpokenOf(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A work that a conversation speaks of, and the turns in which it does."""

    work: WorkRow
    turns: tuple[Ref, ...]


class TranscriptPage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A conversation.

    Attributes:
        contents: The questions that lead through it, each with its turn.
        title_note: Why it has this title, where no source states it; else empty.
    """

    title: str
    title_source: tuple[SourceRef, ...]
    facts: tuple[Fact, ...]
    summary: tuple[Passage, ...]
    summary_source: tuple[SourceRef, ...]
    spoken_of: tuple[SpokenOf, ...]
    topics: tuple[Counted, ...]
    contents: tuple[Ref, ...]
    turns: tuple[TurnShown, ...]
    rulings: tuple[Ruling, ...]
    title_note: str = ""


class CollectionPage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A programme's list, in its source's order.

    Attributes:
        size: How many entries it has, and of how many papers.
    """

    title: str
    title_source: tuple[SourceRef, ...]
    introduction: tuple[Passage, ...]
    introduction_source: tuple[SourceRef, ...]
    sections: tuple[Group, ...]
    questions: tuple[Note, ...]
    rulings: tuple[Ruling, ...]
    size: str = ""


class Became(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a line became: "title of", and the page of the thing."""

    holds: str
    ref: Ref


class LineShown(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A line of a capture.

    Attributes:
        became: What it became ("title of …"), each leading there; nothing for a blank line.
        unread: True where no reader understood it.
        ranges: Anchors for the spans of several lines that begin here ("L12-L18").
    """

    number: int
    text: str
    became: tuple[Became, ...]
    unread: bool
    ranges: tuple[str, ...]


class SourcePage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A capture, or a part of one, line by line."""

    title: str
    lead: str
    facts: tuple[Fact, ...]
    remarks: tuple[Note, ...]
    lines: tuple[LineShown, ...]
    parts: tuple[Ref, ...] = ()
