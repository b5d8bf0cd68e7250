"""Works as they stand in lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

import msgspec
from msgspec.structs import replace

from seedbed.model.library import PersonId
from seedbed.model.link import TopicId
from seedbed.model.shown import DateShown, Group, Ref, WorkRow
from seedbed.text.sentences import sentence_at, sentence_starts
from seedbed.write import addresses
from seedbed.write.wording import cut, first_refs, shortened

Thing = TypeVar("Thing")

_CREATORS = 6
_TOPICS = 4
_FIRST = 240
_OPENING = 2000


@dataclass(frozen=True, slots=True)
class Label:
    """What other pages show of a topic; `phrases` are the names that sources may have for it."""

    id: TopicId
    label: str
    kind: Literal["stated", "derived"]
    phrases: tuple[str, ...]


class Face(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What other pages show of a work, as its sources state it.

    Attributes:
        creators: Each under the name by which the source credits them, which may be empty, with their id.
        names: The creators' leading names.
        topics: Stated ones first.
    """

    title: str
    creators: tuple[tuple[str, PersonId], ...]
    names: tuple[str, ...]
    complete: bool
    date: DateShown | None
    abstract: str
    topics: tuple[Label, ...]


def work_row(work: str, face: Face, title: str, opening: str) -> WorkRow:
    """A work as it stands in lists.

    Args:
        work: Its id.
        face: What lists show of it.
        title: Its title, plain.
        opening: The first paragraph of its abstract, plain.
    """
    shown = len(cut(face.creators, _CREATORS)[0])
    return WorkRow(
        work=Ref(title, addresses.work_page(work)),
        creators=creator_refs(face, shown),
        more=len(face.creators) - shown,
        incomplete=not face.complete,
        date=face.date,
        topics=first_refs(_TOPICS, face.topics, _topic_ref),
        first=first_sentence(opening),
        tags=tuple(topic.label for topic in face.topics),
        people=face.names,
    )


def creator_refs(face: Face, most: int) -> tuple[Ref, ...]:
    """The first creators of a work, each with their page."""
    return tuple(
        Ref(stated or name, addresses.person_page(person))
        for (stated, person), name in zip(face.creators[:most], face.names[:most], strict=True)
    )


def _topic_ref(topic: Label) -> Ref:
    return Ref(topic.label, addresses.topic_page(topic.id))


def first_sentence(paragraph: str) -> str:
    """The first sentence of a paragraph, cut short where it is long."""
    text = paragraph[:_OPENING]
    start, end = sentence_at(text, sentence_starts(text, 2), 0)
    return shortened(text[start:end], _FIRST)


def newest_first(rows: Iterable[WorkRow]) -> tuple[WorkRow, ...]:
    """By date, the newest first and what has none last; on one day by title."""
    return tuple(
        in_order(rows, title=lambda row: row.work.label, place=lambda row: row.work.address, date=_date)
    )


def _date(row: WorkRow) -> DateShown | None:
    return row.date


def in_order(
    things: Iterable[Thing],
    *,
    title: Callable[[Thing], str],
    place: Callable[[Thing], str],
    date: Callable[[Thing], DateShown | None],
) -> list[Thing]:
    """The order of lists of works: by date, the newest first and what has none last; on one day by title.

    Args:
        things: Works, or what stands for them.
        title: Of one of them.
        place: What parts those of one title and day: no two have the same.
        date: Of one of them.
    """
    by_title = sorted(things, key=lambda each: (title(each).casefold(), place(each)))
    return sorted(by_title, key=lambda each: shown.iso if (shown := date(each)) else "", reverse=True)


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
