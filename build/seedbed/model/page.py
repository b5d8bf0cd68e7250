"""What each page shows, decided and typed; a template only places it.

Texts are as a reader sees them, neither escaped nor marked up; whatever is written out escapes them.
An `Address` is a page of the site without its extension, with an anchor where one is meant:
`papers/soft-hands`, `sources/notes-txt#L12`. What is empty is not shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seedbed.model.picture import Arcs, LibraryMap, Strips
from seedbed.model.prose import Style

Address = str

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


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage in one style, which may lead somewhere.

    Attributes:
        source: For mathematics its LaTeX, for an address the URL; else empty.
        address: The page that it leads to, or nothing.
        why: Why it leads there, as a phrase.
    """

    text: str
    style: Style = "plain"
    source: str = ""
    address: Address = ""
    why: str = ""


Passage = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """A name that leads to a page of ours; without an address it is only the name."""

    label: str
    address: Address = ""


@dataclass(frozen=True, slots=True)
class SourceRef:
    """The lines that state something: "line 12" of `seed`, and where they stand."""

    seed: str
    lines: str
    address: Address


@dataclass(frozen=True, slots=True)
class DateShown:
    """A date for people ("28 May 2026") and for programs ("2026-05-28").

    Attributes:
        inferred: Why, where part of it is worked out; else empty.
    """

    text: str
    iso: str
    year: str
    inferred: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence with the lines to check it against; `quiet` stands behind it, in small."""

    sentence: str
    sources: tuple[SourceRef, ...] = ()
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision as pages show it.

    Attributes:
        about: The page of what it is about, where that is another page than this.
        decided: The decision, as a sentence.
        how: Who decided, by what ("the rule same title", "the maintainer, in seeds/library.yml").
    """

    about: Ref
    decided: str
    how: str
    evidence: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a reading: held by all readings, or by this one alone."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class ReadingShown:
    """One reading of a value about which sources differ.

    Attributes:
        leads: True for the reading that the page shows elsewhere.
        words: The reading itself; what differs from the leading one is marked.
    """

    words: tuple[Words, ...]
    source: SourceRef
    leads: bool


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A value about which sources differ in substance.

    Attributes:
        about: The page of what it is about.
        field: Which value ("abstract").
        readings: Each whole, the leading one first.
        excerpts: The same, with what all of them hold cut short.
        why: Why the leading reading leads, as a sentence.
    """

    about: Ref
    field: str
    readings: tuple[ReadingShown, ...]
    excerpts: tuple[ReadingShown, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Credited:
    """A person's part, as a page names it.

    Attributes:
        person: The name by which this source credits them, and their page.
        inferred: Why, where no line names them here; else empty.
    """

    person: Ref
    inferred: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value of a list of facts; several values stand beside each other.

    Attributes:
        note: What has to be said about it: that it is worked out, and why.
    """

    label: str
    values: tuple[FactValue, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class FactValue:
    """One value of a fact.

    Attributes:
        date: ISO form where the value is a date.
        address: A page of ours.
        url: An address elsewhere.
        inferred: True where it is worked out, not stated.
    """

    text: str
    sources: tuple[SourceRef, ...] = ()
    address: Address = ""
    url: str = ""
    date: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A work in a list.

    Attributes:
        creators: As listed, at most a few.
        more: How many creators are left out here.
        incomplete: True where the sources themselves leave creators out.
        first: The first sentence of the abstract.
        reasons: Why it stands in this list.
        tags: Every topic that a filter should find it by; `topics` are at most a few.
        people: Everyone that a filter should find it by.
    """

    work: Ref
    creators: tuple[Ref, ...] = ()
    more: int = 0
    incomplete: bool = False
    date: DateShown | None = None
    topics: tuple[Ref, ...] = ()
    first: str = ""
    reasons: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    fellows: tuple[Ref, ...] = ()
    source: SourceRef | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Works under one heading; without one where there is nothing to tell apart."""

    title: str
    rows: tuple[WorkRow, ...]
    source: SourceRef | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """Something with how many of its kind belong to it ("12 works"), and perhaps what they are."""

    ref: Ref
    count: str
    details: tuple[Ref, ...] = ()
    size: int = 0


@dataclass(frozen=True, slots=True)
class Lettered:
    """Entries under a letter of the alphabet, `#` for all that begin with none."""

    letter: str
    anchor: str
    entries: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage elsewhere that speaks of this page's subject.

    Attributes:
        words: The sentence.
        who: Who says it, or nothing.
        place: Where it stands.
        why: Why it is about this, as phrases.
        date: When it was said or written.
    """

    words: str
    who: Ref | None
    place: Ref
    why: tuple[str, ...]
    date: DateShown | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """How to cite a work."""

    text: str
    bibtex: str
    key: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page: the prose that somebody wrote for it, and what there is to see.

    Attributes:
        prose: Hand-written Markdown, trusted.
        counts: "40 papers" and the like, each leading to its list.
    """

    title: str
    prose: str
    counts: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    conversations: tuple[TranscriptRow, ...]
    newest: tuple[WorkRow, ...]
    people: tuple[Counted, ...]
    collections: tuple[Counted, ...]
    map: LibraryMap | None = None


@dataclass(frozen=True, slots=True)
class WorksPage:
    """A list of works, or a part of one; `parts` are all parts, this one without an address."""

    title: str
    lead: str
    groups: tuple[Group, ...]
    parts: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkPage:
    """A work.

    Attributes:
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


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Everyone, by letter."""

    title: str
    lead: str
    letters: tuple[Lettered, ...]
    parts: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class NameShown:
    """A form of a name and the lines that have it."""

    name: str
    sources: tuple[SourceRef, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class PersonPage:
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


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """Every topic, by size and by letter."""

    title: str
    lead: str
    stated: tuple[Counted, ...]
    derived: tuple[Counted, ...]
    letters: tuple[Lettered, ...]
    arcs: Arcs | None = None


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A topic.

    Attributes:
        lead: Whether sources state it or it was found, as a sentence.
        groups: Its works by the topics that go with it, the largest group first; a work may be in several.
            Those that have no other topic are in the last one, which leads nowhere.
    """

    label: str
    lead: str
    derived: bool
    evidence: tuple[Note, ...]
    beside: tuple[Counted, ...]
    groups: tuple[Counted, ...]
    works: tuple[WorkRow, ...]
    passages: tuple[Quote, ...]
    people: tuple[Counted, ...]
    more_people: int = 0
    parts: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class TranscriptRow:
    """A conversation in a list."""

    transcript: Ref
    speakers: tuple[Ref, ...]
    date: DateShown | None
    first: str
    size: str


@dataclass(frozen=True, slots=True)
class TranscriptsPage:
    """Every conversation."""

    title: str
    lead: str
    rows: tuple[TranscriptRow, ...]


@dataclass(frozen=True, slots=True)
class OnThis:
    """A work that a turn is about, with the reasons."""

    work: Ref
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeShown:
    """A time of the recording.

    Attributes:
        text: "1:02:03" from the start.
        seconds: The same in seconds; `#t={seconds}` leads to the first place that states it.
        is_first: Whether this is that place.
    """

    text: str
    seconds: int
    is_first: bool


@dataclass(frozen=True, slots=True)
class ParagraphShown:
    """A paragraph of a turn.

    Attributes:
        headings: Of chapters that begin with it; those that begin with the turn are the turn's.
        times: That the source states right before it.
    """

    passage: Passage
    headings: tuple[str, ...] = ()
    times: tuple[TimeShown, ...] = ()


@dataclass(frozen=True, slots=True)
class TurnShown:
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


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """A work that a conversation speaks of, and the turns in which it does."""

    work: WorkRow
    turns: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class TranscriptPage:
    """A conversation.

    Attributes:
        contents: The questions that lead through it, each with its turn.
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


@dataclass(frozen=True, slots=True)
class CollectionsPage:
    """Every collection."""

    title: str
    lead: str
    rows: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class CollectionPage:
    """A programme's list, in its source's order."""

    title: str
    title_source: tuple[SourceRef, ...]
    introduction: tuple[Passage, ...]
    introduction_source: tuple[SourceRef, ...]
    sections: tuple[Group, ...]
    questions: tuple[Note, ...]
    rulings: tuple[Ruling, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a date: "paper" or "conversation", and its page."""

    kind: str
    ref: Ref
    date: DateShown
    by: str


@dataclass(frozen=True, slots=True)
class Month:
    """What is dated in one month ("May 2026"), or in a year whose month is not known ("2026")."""

    title: str
    anchor: str
    entries: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """What is dated in one year, newest month first."""

    title: str
    anchor: str
    count: str
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the chart: its place and size in SVG units, and where it leads."""

    label: str
    x: float
    y: float
    width: float
    height: float
    address: Address


@dataclass(frozen=True, slots=True)
class Chart:
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


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Everything that has a date, newest first, and what has none."""

    title: str
    lead: str
    chart: Chart | None
    years: tuple[Year, ...]
    undated: tuple[Ref, ...]
    parts: tuple[Ref, ...] = ()
    by_topic: Strips | None = None


@dataclass(frozen=True, slots=True)
class MapPage:
    """The map of the library."""

    title: str
    map: LibraryMap


@dataclass(frozen=True, slots=True)
class SeedRow:
    """A seed in the list of sources."""

    seed: Ref
    kind: str
    lines: str
    unread: str
    captured: DateShown | None
    url: str


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Every seed."""

    title: str
    lead: str
    rows: tuple[SeedRow, ...]


@dataclass(frozen=True, slots=True)
class LineShown:
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


@dataclass(frozen=True, slots=True)
class Became:
    """What a line became: "title of", and the page of the thing."""

    holds: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A capture, or a part of one, line by line."""

    title: str
    lead: str
    facts: tuple[Fact, ...]
    remarks: tuple[Note, ...]
    lines: tuple[LineShown, ...]
    parts: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """A question that the rules cannot decide.

    Attributes:
        answers: What can be answered, each with the lines to paste into the curation file.
    """

    asked: str
    about: tuple[Ref, ...]
    evidence: tuple[Note, ...]
    answers: tuple[tuple[str, str], ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class InferredShown:
    """A value that is worked out: of what, which, and why."""

    about: Ref
    value: str
    why: str
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class UnreadShown:
    """A line that no reader understood."""

    source: SourceRef
    text: str


@dataclass(frozen=True, slots=True)
class NotesPage:
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


@dataclass(frozen=True, slots=True)
class MovedPage:
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


@dataclass(frozen=True, slots=True)
class Page:
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
    parent: Ref = Ref("")
    mend: str = ""
    listed: bool = True


@dataclass(frozen=True, slots=True)
class SiteFacts:
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


@dataclass(frozen=True, slots=True)
class Changes:
    """What writing the generated files changed: their paths below the docs folder, sorted."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
