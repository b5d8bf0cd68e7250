"""The library's report on itself: decisions, questions, conflicts, what is worked out, what was not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from seedbed.model.library import Credit
from seedbed.model.link import Topic
from seedbed.model.list_page import InferredShown, NotesPage, QuestionShown, UnreadShown
from seedbed.model.page import Page
from seedbed.model.shown import Counted, Note, Ref, Ruling
from seedbed.model.source import Span
from seedbed.write import addresses
from seedbed.write.differences import disagreement
from seedbed.write.line_ranges import claimed
from seedbed.write.rulings import notes, ruling
from seedbed.write.shelf import WholeShelf
from seedbed.write.wording import capitalised, counted, day_month_year, sentence, shortened

NOTES = Ref("Notes", "notes/index")
"""The first page of the notes."""

_A_PAGE = addresses.QUESTIONS_A_PAGE
_UNREAD_A_PAGE = 1000


@dataclass(frozen=True, slots=True)
class _Chapter:
    """One kind of note.

    Attributes:
        name: The last part of its own pages' address, and its field of the page value.
        anchor: Of its heading, where it stands among the others.
        title: What its own page is called.
        one: What one of it is called; `several`, many.
        size: How many there are.
        page: A page with the notes from one number to another.
    """

    name: str
    anchor: str
    title: str
    one: str
    several: str
    size: int
    a_page: int
    fill: Callable[[NotesPage, int, int], NotesPage]


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
    address = f"notes/{chapter.name}" if own else f"{NOTES.address}#{chapter.anchor}"
    return Counted(
        Ref(chapter.title, address), counted(chapter.size, chapter.one, chapter.several), size=chapter.size
    )


def _own_pages(chapter: _Chapter) -> Iterator[Page]:
    first = f"notes/{chapter.name}"
    count = -(-chapter.size // chapter.a_page)
    for number in range(1, count + 1):
        begin = (number - 1) * chapter.a_page
        end = min(begin + chapter.a_page, chapter.size)
        parts = tuple(
            Ref(
                f"{(part - 1) * chapter.a_page + 1}–{min(part * chapter.a_page, chapter.size)}",
                "" if part == number else addresses.part_page(first, part),
            )
            for part in range(1, count + 1)
        )
        lead = f"{counted(chapter.size, chapter.one, chapter.several)}; these are {begin + 1} to {end}."
        value = chapter.fill(NotesPage(chapter.title, lead, parts=parts), begin, end)
        yield Page(
            path=f"{addresses.part_page(first, number)}.md",
            title=chapter.title if number == 1 else f"{chapter.title}, part {number}",
            description=shortened(f"{chapter.title} in this library: {lead}"),
            kind="notes",
            value=value,
            parent=NOTES,
            listed=False,
        )


def _chapters(shelf: WholeShelf) -> Iterator[_Chapter]:
    library = shelf.library
    warnings = tuple(Note(sentence(each)) for each in (*library.warnings, *shelf.links.warnings))
    inferred = tuple(_inferred(shelf))
    unread = tuple((reading, line) for reading in library.readings for line in reading.unread_lines())
    derived = tuple(topic for topic in shelf.links.topics if topic.kind == "derived")
    yield _Chapter(
        "warnings",
        "to-look-at",
        "To look at",
        "thing to look at",
        "things to look at",
        len(warnings),
        _A_PAGE,
        lambda page, begin, end: replace(page, warnings=warnings[begin:end]),
    )
    yield _Chapter(
        "questions",
        "questions",
        "Questions",
        "open question",
        "open questions",
        len(library.questions),
        _A_PAGE,
        lambda page, begin, end: replace(
            page, questions=tuple(_question(shelf, number) for number in range(begin, end))
        ),
    )
    yield _Chapter(
        "conflicts",
        "where-sources-differ",
        "Where sources differ",
        "value",
        "values",
        len(library.conflicts),
        _A_PAGE,
        lambda page, begin, end: replace(
            page,
            disagreements=tuple(
                disagreement(each, shelf.thing(each.kind, each.subject), shelf.places)
                for each in library.conflicts[begin:end]
            ),
        ),
    )
    yield _Chapter(
        "decisions",
        "decisions",
        "Decisions",
        "decision",
        "decisions",
        len(library.decisions),
        5 * _A_PAGE,
        lambda page, begin, end: replace(
            page,
            rulings=tuple(
                ruling(shelf, each, shelf.thing(each.kind, each.subject))
                for each in library.decisions[begin:end]
            ),
        ),
    )
    yield _Chapter(
        "inferred",
        "worked-out",
        "Worked out",
        "value",
        "values",
        len(inferred),
        5 * _A_PAGE,
        lambda page, begin, end: replace(page, inferred=inferred[begin:end]),
    )
    yield _Chapter(
        "topics",
        "topics-found-in-the-texts",
        "Topics found in the texts",
        "topic",
        "topics",
        len(derived),
        2 * _A_PAGE,
        lambda page, begin, end: replace(
            page, topics=tuple(_topic(shelf, each) for each in derived[begin:end])
        ),
    )
    yield _Chapter(
        "unread",
        "lines-not-read",
        "Lines not read",
        "line",
        "lines",
        len(unread),
        _UNREAD_A_PAGE,
        lambda page, begin, end: replace(
            page,
            unread=tuple(
                UnreadShown(
                    shelf.places.source(Span(reading.seed.path, line, line)), reading.seed.lines[line - 1]
                )
                for reading, line in unread[begin:end]
            ),
        ),
    )


def _question(shelf: WholeShelf, index: int) -> QuestionShown:
    question = shelf.library.questions[index]
    return QuestionShown(
        question.asked,
        tuple(shelf.thing(question.kind, subject) for subject in question.subjects),
        notes(shelf, question.evidence),
        question.answers,
        f"question-{index + 1}",
    )


def _inferred(shelf: WholeShelf) -> Iterator[InferredShown]:
    """Values of which no source states some part: dates, and creators whom no line of the work names."""
    for work in shelf.library.works:
        if work.date is not None and work.date.inferred:
            yield InferredShown(
                shelf.work(work.id),
                f"date {day_month_year(work.date.shown)}",
                sentence(capitalised(work.date.inferred)),
                shelf.places.sources(claimed(work.date)),
            )
        for credit in work.creators:
            if credit.inferred:
                yield _credit(shelf, shelf.work(work.id), "creator", credit)
    for transcript in shelf.library.transcripts:
        if transcript.date is not None and transcript.date.inferred:
            yield InferredShown(
                shelf.transcript(transcript.id),
                f"date {day_month_year(transcript.date.shown)}",
                sentence(capitalised(transcript.date.inferred)),
                shelf.places.sources(claimed(transcript.date)),
            )
        if transcript.host is not None and transcript.host.inferred:
            yield _credit(shelf, shelf.transcript(transcript.id), "host", transcript.host)


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
