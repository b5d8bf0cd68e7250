"""One work of a list by date: the line that dates it, its title, and how it begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList
from seedbed.read.dated_headings import heading_date
from seedbed.read.shape import begins_abstract, is_prose
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

_FEWEST_TITLE_WORDS = 2


@dataclass(frozen=True, slots=True)
class DatedEntry:
    """A work, with all its lines; perhaps of what kind it is, and by whom.

    Attributes:
        date: None where only a heading dates it.
        stated: The number of the line that states the date; that of its title where none does.
        names: The line that names its creators.
    """

    date: PartialDate | None
    stated: int
    title: Line
    text: tuple[Line, ...]
    lines: tuple[Line, ...]
    kind: Line | None = None
    names: Line | None = None
    creators: NameList | None = None


def find_day(text: str) -> PartialDate | None:
    """The date that a line is, if it states a day."""
    date = find_date(text)
    return date if date is not None and date.day is not None else None


def may_be_title(text: str) -> bool:
    """Whether a line is several words, and neither running text nor a date."""
    return (
        not is_prose(text)
        and not begins_abstract(text)
        and len(text.split()) >= _FEWEST_TITLE_WORDS
        and find_date(text) is None
        and heading_date(text) is None
    )


def text_from(lines: Sequence[Line], start: int) -> Iterator[Line]:
    """The running text below a title, to the next day or heading."""
    for at in range(start, len(lines)):
        if not is_prose(lines[at].text):
            return
        yield lines[at]
