"""The labelled lines of a list ("Authors:", "Fellows:", "Date:"), each with the lines of its value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from seedbed.read.creators import is_name_list
from seedbed.read.shape import is_prose
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

Field = Literal["creators", "fellows", "date"]

LABELS: Mapping[str, Field] = {
    "author": "creators",
    "authors": "creators",
    "author(s)": "creators",
    "creator": "creators",
    "creators": "creators",
    "contributor": "creators",
    "contributors": "creators",
    "fellow": "fellows",
    "fellows": "fellows",
    "fellow(s)": "fellows",
    "scholar": "fellows",
    "scholars": "fellows",
    "mentee": "fellows",
    "mentees": "fellows",
    "participant": "fellows",
    "participants": "fellows",
    "date": "date",
    "published": "date",
    "publication date": "date",
    "date published": "date",
    "posted": "date",
    "released": "date",
}
"""What a label says, in lower case, and what it labels."""

_LABEL = re.compile(r"(?P<label>[^\W\d_][\w() ]{0,28}?) ?[:：] ?(?P<value>.*)")
_NOTHING = frozenset(("none", "n/a", "na", "-", "–", "—", "tbd", "tba", "unknown"))
_UNDATED = re.compile(
    r"\d|spring|summer|autumn|fall|winter|forthcoming|in press|n\.d|undated|ongoing", re.IGNORECASE
)
_LONGEST_ODD_DATE = 40


@dataclass(frozen=True, slots=True)
class Details:
    """What the labels under a work say.

    Attributes:
        fields: Which labels there are, in order.
        creators: Lines of names; a value on the label's own line is cut from the label.
        date: A line that is a date.
        odd_date: A line that stands where the date should, and cannot be read as one.
        labels: Lines that hold a label and no value.
    """

    fields: tuple[Field, ...] = ()
    creators: tuple[Line, ...] = ()
    fellows: tuple[Line, ...] = ()
    date: Line | None = None
    odd_date: Line | None = None
    labels: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines without labels, and the labelled ones that follow; None at the end of the seed."""

    gap: tuple[Line, ...]
    details: Details | None


def read_stretches(lines: Sequence[Line]) -> list[Stretch]:
    """All lines, parted where labels begin and end; the last stretch is the one below the last label."""
    stretches: list[Stretch] = []
    gap: list[Line] = []
    index = 0
    while index < len(lines):
        if find_label(lines[index].text) is None:
            gap.append(lines[index])
            index += 1
            continue
        details, index = _read_details(lines, index)
        stretches.append(Stretch(tuple(gap), details))
        gap = []
    return [*stretches, Stretch(tuple(gap), None)]


def find_label(text: str) -> tuple[Field, str] | None:
    """The field that `text` labels and the value behind the label, perhaps empty; None where it labels none.

    A value on the same line has to look like one, lest a title that begins "Date: " be taken for a label.
    """
    match = _LABEL.match(text)
    labelled = LABELS.get(match["label"].casefold()) if match else None
    if match is None or labelled is None:
        return None
    value = match["value"]
    fits = not value or (find_date(value) is not None if labelled == "date" else is_name_list(value))
    return (labelled, value) if fits else None


@dataclass(slots=True)
class _Gathered:
    """The labels of one work while they are read."""

    values: dict[Field, tuple[Line, ...]] = field(default_factory=dict)
    labels: list[Line] = field(default_factory=list)
    odd_date: Line | None = None


def _read_details(lines: Sequence[Line], index: int) -> tuple[Details, int]:
    """The labels from `index` on that belong to one work, and the index behind them.

    A field that comes again belongs to the next work.
    """
    gathered = _Gathered()
    while index < len(lines):
        found = find_label(lines[index].text)
        if found is None:
            behind = _behind_other_label(lines, index)
            if behind is None:
                break
            index = behind
            continue
        labelled, value = found
        if labelled in gathered.values:
            break
        index = _read_value(lines, index, labelled, value, gathered)
    date = gathered.values.get("date", ())
    return Details(
        fields=tuple(gathered.values),
        creators=gathered.values.get("creators", ()),
        fellows=gathered.values.get("fellows", ()),
        date=date[0] if date else None,
        odd_date=gathered.odd_date,
        labels=tuple(gathered.labels),
    ), index


def _read_value(lines: Sequence[Line], index: int, labelled: Field, value: str, gathered: _Gathered) -> int:
    label = lines[index]
    index += 1
    if value:
        gathered.values[labelled] = (Line(label.number, value),)
        return index
    gathered.labels.append(label)
    gathered.values[labelled] = ()
    if index < len(lines) and lines[index].text.casefold() in _NOTHING:
        return index + 1
    if labelled != "date":
        end = _end_of_names(lines, index)
        gathered.values[labelled] = tuple(lines[index:end])
        return end
    if index < len(lines) and find_date(lines[index].text) is not None:
        gathered.values[labelled] = (lines[index],)
        return index + 1
    if _is_odd_date(lines, index):
        gathered.odd_date = lines[index]
        return index + 1
    return index


def _end_of_names(lines: Sequence[Line], start: int) -> int:
    """The index behind the names that begin at `start`; `start` itself where no names stand there.

    The line after a label holds its names unless it reads like something else, or unless running text
    follows, which makes it the title of the next work. Further lines are names while they touch the first
    and another label follows, or while the line before ends in a comma.
    """
    if start >= len(lines) or find_label(lines[start].text) or _other_label(lines[start].text):
        return start
    end = start + 1
    while end < len(lines) and _goes_on(lines, end):
        end += 1
    labelled_below = end < len(lines) and (find_label(lines[end].text) or _other_label(lines[end].text))
    if labelled_below:
        return end if not is_prose(lines[start].text) or is_name_list(lines[start].text) else start
    if not is_name_list(lines[start].text):
        return start
    end = start + 1
    while (
        end < len(lines) and lines[end - 1].text.endswith((",", ";", " and", " &")) and _goes_on(lines, end)
    ):
        end += 1
    single = len(lines[start].text.split(",")) == 1
    return start if single and end < len(lines) and is_prose(lines[end].text) else end


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    touches = lines[index - 1].number + 1 == lines[index].number
    return touches and not find_label(lines[index].text) and is_name_list(lines[index].text)


def _is_odd_date(lines: Sequence[Line], index: int) -> bool:
    """Whether a short line stands where a date should and is no title, since no running text follows it."""
    if index >= len(lines):
        return False
    text = lines[index].text
    followed = index + 1 < len(lines) and is_prose(lines[index + 1].text)
    return len(text) <= _LONGEST_ODD_DATE and bool(_UNDATED.search(text)) and not followed


def _other_label(text: str) -> bool:
    """Whether `text` is a label on a line of its own that we do not know ("Mentors:")."""
    match = _LABEL.fullmatch(text)
    return match is not None and not match["value"]


def _behind_other_label(lines: Sequence[Line], index: int) -> int | None:
    """The index behind an unknown label and its one line, among a work's labels; both stay unread."""
    if not _other_label(lines[index].text):
        return None
    behind = index + 1
    has_value = (
        behind < len(lines) and not find_label(lines[behind].text) and not is_prose(lines[behind].text)
    )
    followed = behind + 1 < len(lines) and is_prose(lines[behind + 1].text)
    return behind + 1 if has_value and not followed else behind
