"""What pages of several kinds show, decided and typed.

Texts are as a reader sees them, neither escaped nor marked up; whatever is written out escapes them.
What is empty is not shown.
"""

from __future__ import annotations

import msgspec

from seedbed.model.prose import Style

Address = str
"""A page of the site without its extension, with an anchor where one is meant: `papers/soft-hands`,
`sources/notes-txt#L12`."""


class Piece(msgspec.Struct, frozen=True, array_like=True, gc=False):
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


class Ref(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A name that leads to a page of ours; without an address it is only the name."""

    label: str
    address: Address = ""


NOWHERE = Ref("")


class SourceRef(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The lines that state something: "line 12" of `seed`, and where they stand."""

    seed: str
    lines: str
    address: Address


class DateShown(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A date for people ("28 May 2026") and for programs ("2026-05-28").

    Attributes:
        inferred: Why, where part of it is worked out; else empty.
    """

    text: str
    iso: str
    year: str
    inferred: str = ""


class Note(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A sentence with the lines to check it against; `quiet` stands behind it, in small."""

    sentence: str
    sources: tuple[SourceRef, ...] = ()
    quiet: str = ""


class Fact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A labelled value of a list of facts; several values stand beside each other.

    Attributes:
        note: What has to be said about it: that it is worked out, and why.
    """

    label: str
    values: tuple[FactValue, ...]
    note: str = ""


class FactValue(msgspec.Struct, frozen=True, array_like=True, gc=False):
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


class Credited(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A person's part, as a page names it.

    Attributes:
        person: The name by which this source credits them, and their page.
        inferred: Why, where no line names them here; else empty.
    """

    person: Ref
    inferred: str = ""


class Words(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A stretch of a reading: held by all readings, or by this one alone."""

    text: str
    differs: bool


class ReadingShown(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One reading of a value about which sources differ.

    Attributes:
        leads: True for the reading that the page shows elsewhere.
        words: The reading itself; what differs from the leading one is marked.
    """

    words: tuple[Words, ...]
    source: SourceRef
    leads: bool


class Disagreement(msgspec.Struct, frozen=True, array_like=True, gc=False):
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


class Ruling(msgspec.Struct, frozen=True, array_like=True, gc=False):
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


class WorkRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
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
    mentors: tuple[Ref, ...] = ()
    source: SourceRef | None = None


class Group(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Works under one heading; without one where there is nothing to tell apart."""

    title: str
    rows: tuple[WorkRow, ...]
    source: SourceRef | None = None
    anchor: str = ""


class Counted(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Something with how many of its kind belong to it ("12 works"), and perhaps what they are."""

    ref: Ref
    count: str
    details: tuple[Ref, ...] = ()
    size: int = 0


class Lettered(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Entries under a letter of the alphabet, `#` for all that begin with none."""

    letter: str
    anchor: str
    entries: tuple[Counted, ...]


class Quote(msgspec.Struct, frozen=True, array_like=True, gc=False):
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
