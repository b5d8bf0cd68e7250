"""What one reader saw in one seed: records whose every value is a claim, and the lines it could not read.

The law of reading: every non-blank line of a seed lies in exactly one record or in one unread span.
`parts` is how a record says which lines are its own, and what each of them holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from seedbed.model.date import PartialDate
from seedbed.model.source import Claim, Seed, Span


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of a record, and what they hold, in the field's words ("title", "creators", "turn 12")."""

    holds: str
    span: Span


@dataclass(frozen=True, slots=True)
class NameList:
    """Names as a source lists them, in its order.

    Attributes:
        names: Each name as stated.
        complete: False where the source says that it left names out ("et al.").
    """

    names: tuple[str, ...]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a source states about a person: its label and value, both as stated."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Particular:
    """What else a source states of how a work was published.

    Attributes:
        label: What it is, by one name in every format ("volume", "number", "pages", "publisher", "edition").
        value: As stated.
    """

    label: str
    value: str


_WORK_VALUES = (
    "title", "creators", "abstract", "date", "category", "score", "has_code", "venue", "fellows", "mentors",
)  # fmt: skip
"""Those fields of a work's record that hold one claim each, or none."""

_work_values: Callable[[WorkRecord], tuple[Claim[object] | None, ...]] = attrgetter(*_WORK_VALUES)


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """One place that states a paper or report.

    A value that the place does not state is None or empty. `abstract` may hold several paragraphs,
    parted by a blank line; one that the source cuts off ends in "…". `category` is as stated ("AI");
    resolving it to a taxonomy is not a reader's task. `score` keeps the decimals that are stated ("86.0").

    Attributes:
        venue: Where it appeared: the journal, the proceedings, the book.
        particulars: How it was published besides: volume, pages, publisher.
        mentors: Those whom a programme names as helping with the work; they are no creators by that.
        under: The date of the heading that the work stands under ("2025"). The heading's line is no part of
            this record.
        labels: Lines of this record that hold no value of their own ("Authors:", "Read more").
    """

    title: Claim[str] | None = None
    creators: Claim[NameList] | None = None
    abstract: Claim[str] | None = None
    date: Claim[PartialDate] | None = None
    category: Claim[str] | None = None
    score: Claim[Decimal] | None = None
    has_code: Claim[bool] | None = None
    organisations: tuple[Claim[str], ...] = ()
    topics: tuple[Claim[str], ...] = ()
    fellows: Claim[NameList] | None = None
    links: tuple[Claim[str], ...] = ()
    venue: Claim[str] | None = None
    particulars: tuple[Claim[Particular], ...] = ()
    mentors: Claim[NameList] | None = None
    under: Claim[PartialDate] | None = None
    labels: tuple[Span, ...] = ()

    def parts(self) -> Iterator[Part]:
        """This record's lines, by what they hold."""
        for holds in _WORK_VALUES:
            claim: Claim[object] | None = getattr(self, holds)
            if claim is not None:
                yield Part("code" if holds == "has_code" else holds, claim.span)
        for particular in self.particulars:
            yield Part(particular.value.label, particular.span)
        for holds, claims in (
            ("organisations", self.organisations),
            ("topic", self.topics),
            ("link", self.links),
        ):
            for each in claims:
                yield Part(holds, each.span)
        for span in self.labels:
            yield Part("label", span)

    def span(self) -> Span:
        """From the first line of this record to its last.

        Raises:
            ValueError: The record claims no line at all, which no reader may return.
        """
        several = (*self.particulars, *self.organisations, *self.topics, *self.links)
        claims = (*_work_values(self), *several)
        return cover((*[claim.span for claim in claims if claim is not None], *self.labels))


@dataclass(frozen=True, slots=True)
class ProfileRecord:
    """A person's profile: who it is about, what it states of them, and the works that it lists, in order."""

    name: Claim[str]
    field: Claim[str] | None = None
    figures: tuple[Claim[Figure], ...] = ()
    works: tuple[WorkRecord, ...] = ()
    labels: tuple[Span, ...] = ()

    def parts(self) -> Iterator[Part]:
        """This record's lines and those of its works, by what they hold."""
        yield Part("profile owner", self.name.span)
        if self.field is not None:
            yield Part("field", self.field.span)
        for figure in self.figures:
            yield Part("figure", figure.span)
        for span in self.labels:
            yield Part("label", span)
        for work in self.works:
            yield from work.parts()


@dataclass(frozen=True, slots=True)
class SectionRecord:
    """A part of a programme's list: its heading (None where entries stand before any), its works in order."""

    title: Claim[str] | None
    works: tuple[WorkRecord, ...]


@dataclass(frozen=True, slots=True)
class CollectionRecord:
    """A programme's list of works, in its own order, with what stands around it."""

    title: Claim[str]
    introduction: tuple[Claim[str], ...] = ()
    sections: tuple[SectionRecord, ...] = ()
    questions: tuple[Claim[str], ...] = ()
    labels: tuple[Span, ...] = ()

    def parts(self) -> Iterator[Part]:
        """This record's lines and those of its works, by what they hold."""
        yield Part("list title", self.title.span)
        for paragraph in self.introduction:
            yield Part("introduction", paragraph.span)
        for question in self.questions:
            yield Part("question", question.span)
        for span in self.labels:
            yield Part("label", span)
        for section in self.sections:
            if section.title is not None:
                yield Part("section", section.title.span)
            for work in section.works:
                yield from work.parts()


@dataclass(frozen=True, slots=True)
class BibliographyRecord:
    """A file of references, in the file's order: the one record whose works may share lines with each other.

    Attributes:
        labels: Lines that hold the works together and belong to none of them: a header, brackets,
            abbreviations that entries refer to.
    """

    works: tuple[WorkRecord, ...]
    labels: tuple[Span, ...] = ()

    def parts(self) -> Iterator[Part]:
        """The file's own lines and those of its works, by what they hold."""
        for span in self.labels:
            yield Part("label", span)
        for work in self.works:
            yield from work.parts()


@dataclass(frozen=True, slots=True)
class TurnRecord:
    """What one speaker says before another does.

    Attributes:
        speaker: The label as stated; None where the source does not say who speaks.
        paragraphs: Each without the label, with its own span; at least one where there is no label.
        time: Seconds from the start, where the source states it.
        times: The times that the source states inside the turn, in order, each with its line. Such a line
            holds nothing but the time, or begins a paragraph.
    """

    speaker: Claim[str] | None
    paragraphs: tuple[Claim[str], ...]
    time: int | None = None
    times: tuple[Claim[int], ...] = ()

    @property
    def label(self) -> str:
        """The speaker's label as stated; empty where there is none."""
        return "" if self.speaker is None else self.speaker.value

    def span(self) -> Span:
        """From the turn's first line to its last."""
        spoken = (claim.span for claim in self.paragraphs)
        return cover(spoken if self.speaker is None else (self.speaker.span, *spoken))


@dataclass(frozen=True, slots=True)
class Casting:
    """Whom a label of a conversation stands for: the full name, as stated."""

    label: str
    name: str


@dataclass(frozen=True, slots=True)
class TranscriptRecord:
    """A conversation, with what the page states before it.

    Attributes:
        headings: Of chapters, which stand between or inside turns.
        cast: Whom labels stand for, where the page says so.
    """

    title: Claim[str] | None = None
    date: Claim[PartialDate] | None = None
    host: Claim[str] | None = None
    section: Claim[str] | None = None
    summary: tuple[Claim[str], ...] = ()
    turns: tuple[TurnRecord, ...] = ()
    headings: tuple[Claim[str], ...] = ()
    labels: tuple[Span, ...] = ()
    cast: tuple[Claim[Casting], ...] = ()

    def parts(self) -> Iterator[Part]:
        """This record's lines, by what they hold."""
        for holds in ("title", "date", "host", "section"):
            claim: Claim[object] | None = getattr(self, holds)
            if claim is not None:
                yield Part(holds, claim.span)
        for holds, claims in (
            ("summary", self.summary),
            ("speaker", self.cast),
            ("chapter", self.headings),
        ):
            for each in claims:
                yield Part(holds, each.span)
        for span in self.labels:
            yield Part("label", span)
        for number, turn in enumerate(self.turns, start=1):
            if turn.speaker is not None:
                yield Part(f"turn {number}", turn.speaker.span)
            for paragraph in turn.paragraphs:
                yield Part(f"turn {number}", paragraph.span)
            for time in turn.times:
                yield Part(f"turn {number}", time.span)


Record = WorkRecord | ProfileRecord | CollectionRecord | BibliographyRecord | TranscriptRecord


@dataclass(frozen=True, slots=True)
class LineCount:
    """How many lines a seed has; `total` is the sum of the other three."""

    total: int
    blank: int
    read: int
    unread: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One seed, as its reader understood it.

    Attributes:
        kind: The reader's kind ("profile", "abstracts", "transcript", "list"), or "unknown".
        why: The sentence that says why this kind was chosen.
        records: In the order of the seed.
        unread: Non-blank lines that no record holds, in order.
        remarks: Sentences for the report: what the reader found odd but could live with.
    """

    seed: Seed
    kind: str
    why: str
    records: tuple[Record, ...]
    unread: tuple[Span, ...]
    remarks: tuple[Claim[str], ...] = ()

    def works(self) -> Iterator[WorkRecord]:
        """Every work record of this seed, in its order."""
        for record in self.records:
            match record:
                case WorkRecord():
                    yield record
                case ProfileRecord() | BibliographyRecord():
                    yield from record.works
                case CollectionRecord():
                    for section in record.sections:
                        yield from section.works
                case TranscriptRecord():
                    pass

    def unread_lines(self) -> Iterator[int]:
        """The numbers of the non-blank lines that were not read, in order."""
        for span in self.unread:
            for number in range(span.first, span.last + 1):
                if self.seed.lines[number - 1].strip():
                    yield number

    def count(self) -> LineCount:
        """The seed's lines, counted by what became of them."""
        total = len(self.seed.lines)
        blank = sum(1 for line in self.seed.lines if not line.strip())
        unread = sum(1 for _ in self.unread_lines())
        return LineCount(total, blank, total - blank - unread, unread)


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of `spans`, which are of one seed and at least one."""
    found = list(spans)
    if not found:
        raise ValueError("nothing to cover")
    return Span(found[0].seed, min([span.first for span in found]), max([span.last for span in found]))
