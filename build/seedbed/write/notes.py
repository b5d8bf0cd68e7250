"""The library's report on itself: decisions, questions, conflicts, what is worked out, what was not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from msgspec.structs import replace

from seedbed.model.date import PartialDate
from seedbed.model.decision import Conflict, Decision, Question
from seedbed.model.library import Credit, Stated
from seedbed.model.link import Topic
from seedbed.model.list_page import InferredShown, NotesPage, QuestionShown, UnreadShown
from seedbed.model.page import Page
from seedbed.model.record import Reading
from seedbed.model.shown import Counted, Disagreement, Note, Ref, Ruling
from seedbed.model.source import Span
from seedbed.write import addresses
from seedbed.write.differences import disagreement
from seedbed.write.line_ranges import claimed
from seedbed.write.rulings import notes, ruling
from seedbed.write.shelf import WholeShelf
from seedbed.write.wording import capitalised, counted, day_month_year, sentence, shortened, why_inferred

T = TypeVar("T")

NOTES = Ref("Notes", "notes/index")
"""The first page of the notes."""

_A_PAGE = addresses.QUESTIONS_A_PAGE
_UNREAD_A_PAGE = 1000


@dataclass(frozen=True, slots=True)
class _Words:
    """What one kind of note is called.

    Attributes:
        name: The last part of its own pages' address.
        anchor: Of its heading, where it stands among the others.
        title: What its own page is called.
        one: What one of it is called; `several`, many.
    """

    name: str
    anchor: str
    title: str
    one: str
    several: str


_WARNINGS = _Words("warnings", "to-look-at", "To look at", "thing", "things")
_QUESTIONS = _Words("questions", "questions", "Questions", "open question", "open questions")
_CONFLICTS = _Words("conflicts", "where-sources-differ", "Where sources differ", "value", "values")
_DECISIONS = _Words("decisions", "decisions", "Decisions", "decision", "decisions")
_INFERRED = _Words("inferred", "worked-out", "Worked out", "value", "values")
_TOPICS = _Words("topics", "topics-found-in-the-texts", "Topics found in the texts", "topic", "topics")
_VALUES = frozenset(("inferred-year", "profile-owner"))
"""Decisions whose outcome stands among what is worked out, with the same evidence."""
_UNREAD = _Words("unread", "lines-not-read", "Lines not read", "line", "lines")


@dataclass(frozen=True, slots=True)
class _Chapter:
    """The notes of one kind.

    Attributes:
        words: What they are called.
        size: How many there are.
        a_page: How many stand on one page.
        fill: Puts those from one number to another on a page.
    """

    words: _Words
    size: int
    a_page: int
    fill: Callable[[NotesPage, int, int], NotesPage]

    @property
    def counted(self) -> str:
        """How many of what there are."""
        return counted(self.size, self.words.one, self.words.several)


def notes_pages(shelf: WholeShelf) -> Iterator[Page]:
    """The notes; a kind of which there are very many stands on pages of its own."""
    chapters = [chapter for chapter in _chapters(shelf) if chapter.size]
    whole = NotesPage(
        "Notes",
        "What this library knows of itself: what was decided and on what evidence, what is open, where "
        "sources differ, what is worked out and not stated, and what could not be read."
        if chapters
        else "Nothing had to be decided, nothing is open, and every line was read.",
        counts=tuple(_count(chapter) for chapter in chapters),
    )
    for chapter in chapters:
        if chapter.size <= chapter.a_page:
            whole = chapter.fill(whole, 0, chapter.size)
    yield Page(
        path=f"{NOTES.address}.md",
        title="Notes",
        description="What was decided and why, what is open, where sources differ, what is worked out.",
        kind="notes",
        value=whole,
        listed=False,
    )
    for chapter in chapters:
        if chapter.size > chapter.a_page:
            yield from _own_pages(chapter)


def _count(chapter: _Chapter) -> Counted:
    own = chapter.size > chapter.a_page
    address = f"notes/{chapter.words.name}" if own else f"{NOTES.address}#{chapter.words.anchor}"
    return Counted(Ref(chapter.words.title, address), chapter.counted, size=chapter.size)


def _own_pages(chapter: _Chapter) -> Iterator[Page]:
    first, title = f"notes/{chapter.words.name}", chapter.words.title
    begins = range(0, chapter.size, chapter.a_page)
    labels = [f"{begin + 1}–{min(begin + chapter.a_page, chapter.size)}" for begin in begins]
    for number, begin in enumerate(begins, start=1):
        end = min(begin + chapter.a_page, chapter.size)
        parts = addresses.part_refs(first, labels, number)
        lead = f"{chapter.counted}; these are {begin + 1} to {end}."
        value = chapter.fill(NotesPage(title, lead, parts=parts), begin, end)
        yield Page(
            path=f"{addresses.part_page(first, number)}.md",
            title=title if number == 1 else f"{title}, part {number}",
            description=shortened(f"{title} in this library: {lead}"),
            kind="notes",
            value=value,
            parent=NOTES,
            listed=False,
        )


def _chapters(shelf: WholeShelf) -> Iterator[_Chapter]:
    library = shelf.library
    warnings = [Note(sentence(each)) for each in (*library.warnings, *shelf.links.warnings)]
    questions = list(enumerate(library.questions, start=1))
    unread = [(reading, line) for reading in library.readings for line in reading.unread_lines()]
    derived = [topic for topic in shelf.links.topics if topic.kind == "derived"]
    yield _chapter(_WARNINGS, warnings, _A_PAGE, lambda page, some: replace(page, warnings=tuple(some)))
    yield _chapter(
        _QUESTIONS,
        questions,
        _A_PAGE,
        lambda page, some: replace(page, questions=tuple(_question(shelf, *each) for each in some)),
    )
    yield _chapter(
        _CONFLICTS,
        library.conflicts,
        _A_PAGE,
        lambda page, some: replace(page, disagreements=tuple(_conflict(shelf, each) for each in some)),
    )
    yield _chapter(
        _DECISIONS,
        [decision for decision in library.decisions if decision.rule not in _VALUES],
        5 * _A_PAGE,
        lambda page, some: replace(page, rulings=tuple(_decision(shelf, each) for each in some)),
    )
    yield _chapter(
        _INFERRED,
        tuple(_inferred(shelf)),
        5 * _A_PAGE,
        lambda page, some: replace(page, inferred=tuple(some)),
    )
    yield _chapter(
        _TOPICS,
        derived,
        2 * _A_PAGE,
        lambda page, some: replace(page, topics=tuple(_topic(shelf, each) for each in some)),
    )
    yield _chapter(
        _UNREAD,
        unread,
        _UNREAD_A_PAGE,
        lambda page, some: replace(page, unread=tuple(_unread(shelf, *each) for each in some)),
    )


def _chapter(
    words: _Words, things: Sequence[T], a_page: int, fill: Callable[[NotesPage, Sequence[T]], NotesPage]
) -> _Chapter:
    return _Chapter(words, len(things), a_page, lambda page, begin, end: fill(page, things[begin:end]))


def _conflict(shelf: WholeShelf, conflict: Conflict) -> Disagreement:
    return disagreement(conflict, shelf.thing(conflict.kind, conflict.subject), shelf.places)


def _decision(shelf: WholeShelf, decision: Decision) -> Ruling:
    return ruling(shelf, decision, shelf.thing(decision.kind, decision.subject))


def _unread(shelf: WholeShelf, reading: Reading, line: int) -> UnreadShown:
    seed = reading.seed
    return UnreadShown(shelf.places.source(Span(seed.path, line, line)), seed.lines[line - 1])


def _question(shelf: WholeShelf, number: int, question: Question) -> QuestionShown:
    return QuestionShown(
        question.asked,
        tuple(shelf.thing(question.kind, subject) for subject in question.subjects),
        notes(shelf, question.evidence),
        question.answers,
        f"question-{number}",
    )


def _inferred(shelf: WholeShelf) -> Iterator[InferredShown]:
    """Values of which no source states some part: titles, dates, creators whom no line of a work names."""
    for work in shelf.library.works:
        yield from _stated(shelf, shelf.work(work.id), work.title, work.date)
        for credit in work.creators:
            if credit.inferred:
                yield _credit(shelf, shelf.work(work.id), "creator", credit)
    for transcript in shelf.library.transcripts:
        yield from _stated(shelf, shelf.transcript(transcript.id), transcript.title, transcript.date)
        if transcript.host is not None and transcript.host.inferred:
            yield _credit(shelf, shelf.transcript(transcript.id), "host", transcript.host)


def _stated(
    shelf: WholeShelf, about: Ref, title: Stated[str], date: Stated[PartialDate] | None
) -> Iterator[InferredShown]:
    if title.inferred:
        yield InferredShown(about, "title", why_inferred(title), shelf.places.sources(claimed(title)))
    if date is not None and date.inferred:
        shown = f"date {day_month_year(date.shown)}"
        yield InferredShown(about, shown, why_inferred(date), shelf.places.sources(claimed(date)))


def _credit(shelf: WholeShelf, about: Ref, role: str, credit: Credit) -> InferredShown:
    name = shelf.names[credit.person]
    return InferredShown(
        about, f"{role} {name}", sentence(capitalised(credit.inferred)), shelf.places.sources((credit.span,))
    )


def _topic(shelf: WholeShelf, topic: Topic) -> Ruling:
    held = counted(len(topic.works), "paper")
    return Ruling(
        shelf.topic(topic.id),
        f"{held}.",
        f"phrases: {', '.join(topic.phrases)}" if topic.phrases else "",
        notes(shelf, topic.evidence),
    )
