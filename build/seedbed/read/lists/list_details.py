"""The labelled lines below a work of a list, each with the lines of its value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from seedbed.read.lists.card_dates import submitted_on
from seedbed.read.lists.list_labels import Field, find_label, fits, is_other_label, label_of, without_employer
from seedbed.read.lists.name_lines import end_of_names
from seedbed.read.shape import is_prose, is_topic
from seedbed.read.vocabulary import NOBODY
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

_UNDATED = re.compile(
    r"\d|yesterday|today|last (?:week|month|year)|spring|summer|autumn|fall|winter"
    r"|forthcoming|in press|n\.d|undated|ongoing",
    re.IGNORECASE,
)
_LONGEST_ODD_DATE = 40
_NAMES: frozenset[Field] = frozenset(("creators", "fellows", "mentors"))


@dataclass(frozen=True, slots=True)
class Details:
    """What the labels under a work say.

    Attributes:
        fields: Which labels there are, in order.
        creators: Lines of names; a value on the label's own line is cut from the label. `fellows` and
            `mentors` are alike.
        date: A line that is a date.
        title: The title, where that is labelled, too.
        venue: The line that says where the work appeared.
        links: Lines that state where the work is.
        abstract: The abstract's paragraphs, where it has a label of its own; the first one is cut from it.
        topics: Lines that list keywords.
        odd_date: A line that stands where the date should, and cannot be read as one.
        labels: Lines that hold a label and no value.
    """

    fields: tuple[Field, ...] = ()
    creators: tuple[Line, ...] = ()
    fellows: tuple[Line, ...] = ()
    mentors: tuple[Line, ...] = ()
    date: Line | None = None
    title: Line | None = None
    venue: Line | None = None
    links: tuple[Line, ...] = ()
    abstract: tuple[Line, ...] = ()
    topics: tuple[Line, ...] = ()
    odd_date: Line | None = None
    labels: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """Where a list has the parts of a work, as the others of its works show.

    Attributes:
        titles_first: Titles are labelled, and that is the first label of each work.
        text_below: The running text below a work's labels is its own, and so is what a label over it says.
    """

    titles_first: bool = False
    text_below: bool = False


_NO_ORDER = Order()


@dataclass(slots=True)
class _Gathered:
    """The labels of one work while they are read."""

    order: Order
    values: dict[Field, tuple[Line, ...]] = field(default_factory=dict)
    labels: list[Line] = field(default_factory=list)
    odd_date: Line | None = None

    def is_complete(self, labelled: Field, *, in_group: bool) -> bool:
        """Whether a further label of a field belongs to the next work; arguments as in `read_details`."""
        more = labelled == "mentors" == next(reversed(self.values), None)
        again = labelled in self.values and not more and not (in_group and labelled in _NAMES)
        return again or (self.order.titles_first and labelled == "title" and bool(self.values))

    def details(self) -> Details:
        """What they say."""
        return Details(
            fields=tuple(self.values),
            creators=self.values.get("creators", ()),
            fellows=self.values.get("fellows", ()),
            mentors=self.values.get("mentors", ()),
            date=self._first("date"),
            title=self._first("title"),
            venue=self._first("venue"),
            links=self.values.get("links", ()),
            abstract=self.values.get("abstract", ()),
            topics=self.values.get("topics", ()),
            odd_date=self.odd_date,
            labels=tuple(self.labels),
        )

    def _first(self, labelled: Field) -> Line | None:
        return next(iter(self.values.get(labelled, ())), None)


def read_details(
    lines: Sequence[Line], index: int, others: frozenset[int], within: int = 0, order: Order = _NO_ORDER
) -> tuple[Details, int]:
    """The labels from `index` on that belong to one work, and the index behind them.

    A field that comes again belongs to the next work, unless two labels above `within` both name people, or
    the one right behind mentors names more of them. So does a title where these stand first.
    """
    gathered = _Gathered(order)
    while index < len(lines):
        if index in others:
            index += 1
            continue
        found = find_label(lines[index].text)
        if found is not None:
            if gathered.is_complete(found[0], in_group=index < within):
                break
            index = _read_value(lines, index, *found, gathered)
        elif "date" not in gathered.values and (submitted := submitted_on(lines[index])) is not None:
            gathered.values["date"] = (submitted,)
            index += 1
        elif "date" not in gathered.values and _is_date_of(lines, index):
            gathered.values["date"] = (lines[index],)
            index += 1
        elif (behind := _behind_other_label(lines, index, gathered)) is not None:
            index = behind
        else:
            break
    return gathered.details(), index


def _is_date_of(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a date, and not the one that the next work begins with, below a blank line."""
    if find_date(lines[index].text) is None:
        return False
    apart = not lines[index - 1].touches(lines[index])
    touching = index + 1 < len(lines) and lines[index].touches(lines[index + 1])
    return not (apart and touching)


def _read_value(lines: Sequence[Line], index: int, labelled: Field, value: str, gathered: _Gathered) -> int:
    label = lines[index]
    index += 1
    if labelled == "abstract":
        return _read_abstract(lines, index, value, gathered)
    stated = label_of(label.text)
    whom = stated["label"] if stated and labelled in _NAMES else ""
    if value:
        value = without_employer(whom, value)
        gathered.values[labelled] = (*gathered.values.get(labelled, ()), Line(label.number, value))
        return index
    gathered.labels.append(label)
    gathered.values.setdefault(labelled, ())
    if index < len(lines) and lines[index].text.casefold() in NOBODY:
        return index + 1
    if labelled == "date":
        return _read_date(lines, index, gathered)
    if whom:
        end = end_of_names(lines, index, gathered.values, text_below=gathered.order.text_below)
    else:
        end = _end_of_one(lines, index, labelled)
    below = (Line(line.number, without_employer(whom, line.text)) for line in lines[index:end])
    gathered.values[labelled] = (*gathered.values[labelled], *below)
    return end


def _read_date(lines: Sequence[Line], index: int, gathered: _Gathered) -> int:
    """The index behind the date below its label, also where that cannot be read as one."""
    if index < len(lines) and find_date(lines[index].text) is not None:
        gathered.values["date"] = (lines[index],)
        return index + 1
    if _is_odd_date(lines, index):
        gathered.odd_date = lines[index]
        return index + 1
    return index


def _read_abstract(lines: Sequence[Line], index: int, value: str, gathered: _Gathered) -> int:
    """The index behind an abstract, whose label stands above `index`: at the end of the running text."""
    label = lines[index - 1]
    end = index
    while (
        end < len(lines)
        and not find_label(lines[end].text)
        and is_prose(lines[end].text)
        and submitted_on(lines[end]) is None
    ):
        end += 1
    first = (Line(label.number, value),) if value else ()
    gathered.labels += () if value else (label,)
    gathered.values["abstract"] = (*first, *lines[index:end])
    return end


def _end_of_one(lines: Sequence[Line], start: int, labelled: Field) -> int:
    """The index behind the one line that is what the label says; `start` itself where none is."""
    stated = start < len(lines) and not find_label(lines[start].text) and fits(labelled, lines[start].text)
    if labelled == "topics" and stated:
        above_text = start + 1 < len(lines) and is_prose(lines[start + 1].text)  # as the next title is
        several = any(mark in lines[start].text for mark in ",;，、；")
        stated = not is_prose(lines[start].text) and (several or not above_text)
        if stated and not several:
            return _end_of_topics(lines, start)
    return start + 1 if stated else start


def _end_of_topics(lines: Sequence[Line], start: int) -> int:
    """The index behind a topic, or behind several that touch each other above the next label."""
    end = start + 1
    while (
        end < len(lines)
        and lines[end - 1].touches(lines[end])
        and is_topic(lines[end].text)
        and not find_label(lines[end].text)
    ):
        end += 1
    return end if end < len(lines) and find_label(lines[end].text) else start + 1


def _is_odd_date(lines: Sequence[Line], index: int) -> bool:
    """Whether a short line stands where a date should and is no title, since no running text follows it."""
    if index >= len(lines):
        return False
    text = lines[index].text
    followed = index + 1 < len(lines) and is_prose(lines[index + 1].text)
    return len(text) <= _LONGEST_ODD_DATE and bool(_UNDATED.search(text)) and not followed


def _behind_other_label(lines: Sequence[Line], index: int, gathered: _Gathered) -> int | None:
    """The index behind an unknown label and its one line, among a work's labels; both stay unread.

    What stands above a label that the work has already is no value, but the title of the next work.
    """
    if not is_other_label(lines[index].text):
        return None
    behind = index + 1
    below = find_label(lines[behind + 1].text) if behind + 1 < len(lines) else None
    if below is not None and below[0] in gathered.values:
        return None
    has_value = (
        behind < len(lines) and not find_label(lines[behind].text) and not is_prose(lines[behind].text)
    )
    followed = behind + 1 < len(lines) and is_prose(lines[behind + 1].text)
    return behind + 1 if has_value and (gathered.order.text_below or not followed) else behind
