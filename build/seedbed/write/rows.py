"""Works as they stand in lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from seedbed.model.library import Work
from seedbed.model.link import Topic
from seedbed.model.page import Group, Ref, WorkRow
from seedbed.text.sentences import sentence_at, sentence_starts
from seedbed.write import addresses
from seedbed.write.shelf import Shelf, opening
from seedbed.write.wording import shortened, stated_date

_CREATORS = 6
_TOPICS = 4
_FIRST = 240
_OPENING = 2000

Rows = Mapping[str, WorkRow]
"""The row of every work, by its id."""


def work_rows(shelf: Shelf) -> Rows:
    """The row of every work, worked out once: a work stands in many lists."""
    return {work.id: _row(shelf, work) for work in shelf.library.works}


def _row(shelf: Shelf, work: Work) -> WorkRow:
    topics = shelf.topics_of.get(work.id, ())
    return WorkRow(
        work=shelf.work(work.id),
        creators=tuple(shelf.credited(credit) for credit in work.creators[:_CREATORS]),
        more=max(0, len(work.creators) - _CREATORS),
        incomplete=not work.creators_complete,
        date=stated_date(work.date),
        topics=topic_refs(topics[:_TOPICS]),
        first=first_sentence(opening(shelf, work.id)),
        tags=tuple(topic.label for topic in topics),
        people=tuple(shelf.people[credit.person].name for credit in work.creators),
    )


def topic_refs(topics: Iterable[Topic]) -> tuple[Ref, ...]:
    """Topics, each with its page."""
    return tuple(Ref(topic.label, addresses.topic_page(topic.id)) for topic in topics)


def first_sentence(paragraph: str) -> str:
    """The first sentence of a paragraph, cut short where it is long."""
    text = paragraph[:_OPENING]
    start, end = sentence_at(text, sentence_starts(text), 0)
    return shortened(text[start:end], _FIRST)


def newest_first(rows: Iterable[WorkRow]) -> tuple[WorkRow, ...]:
    """By date, the newest first and what has none last; on one day by title."""
    by_title = sorted(rows, key=lambda row: (row.work.label.casefold(), row.work.address))
    return tuple(sorted(by_title, key=lambda row: row.date.iso if row.date else "", reverse=True))


def by_year(rows: Iterable[WorkRow]) -> tuple[Group, ...]:
    """The newest first, in groups of one year; without headings where there is but one group."""
    groups: dict[str, list[WorkRow]] = {}
    for row in newest_first(rows):
        groups.setdefault(row.date.year if row.date else "Without a date", []).append(row)
    if len(groups) == 1:
        return tuple(Group("", tuple(members)) for members in groups.values())
    return tuple(Group(title, tuple(members)) for title, members in groups.items())


def because(row: WorkRow, reasons: Sequence[str]) -> WorkRow:
    """The row in a list where it stands for reasons, which say more than its first sentence would."""
    return replace(row, reasons=tuple(reasons), first="")
