"""Lists with a project a line, its fields side by side: "On Rain | Fellow: Ann Lee | Mentor: Bo Ek | 2024".

A list's reader knows a project by its title and the labelled lines below: it is given each field as a line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from seedbed.model.record import Reading
from seedbed.model.source import Seed
from seedbed.read.coverage import find_fault
from seedbed.read.lists.card_labels import WHO, basic_label, people_beside, people_in, value_of
from seedbed.read.lists.list_labels import label_of
from seedbed.read.reader import Reader
from seedbed.read.references.names import single_name
from seedbed.read.shape import is_prose
from seedbed.read.wrapped import Unwrapped, of_whole
from seedbed.text.dates import find_date
from seedbed.text.identifiers import find_addresses
from seedbed.text.lines import clean

_MARKS = (" | ", " │ ", " ¦ ", " · ", " • ", "\t", " — ", " – ")
_BULLET = re.compile(r"^\s*[-•*·▪‣]\s+")
_FIELD = r"(?:authors?|author\(s\)|by|abstract|summary|date|year|venue|journal|keywords|published)"
_LABELS = re.compile(rf"(?<=\S)\s+(?={_FIELD}\s?[:：]\s)", re.IGNORECASE)
_WHOLE = re.compile(rf"\s*(?:\d{{1,4}}[.)] )?title\s?[:：] .{{3,300}}?\s{_FIELD}\s?[:：]\s", re.IGNORECASE)
_FEWEST_INLINE = 2
_FEWEST_ROWS = 3
_MOST_NAME_WORDS = 3


def of_parted(reader: Reader) -> Reader:
    """The same reader, which is given each field of a project as a line of its own.

    Where it takes fields of one line for parts of two works, it is given the lines as they are.
    """
    parted = of_whole(reader, part_rows)

    def read(seed: Seed) -> Reading:
        reading = parted.read(seed)
        return reader.read(seed) if part_rows(seed) is not None and find_fault(reading) else reading

    return replace(parted, read=read)


@lru_cache(maxsize=1)  # a reader is asked about the same seed, and then reads it
def part_rows(seed: Seed) -> Unwrapped | None:
    """The seed with a field a line; None unless some lines hold projects, all parted by the same mark.

    So it is with lines that name people of several kinds, and nothing else.
    """
    rows = max((_rows(seed.lines, mark) for mark in _MARKS), key=len)
    people = people_beside([clean(line) for line in seed.lines])
    if len(rows) < _FEWEST_ROWS:
        rows = {}
    inline = _inline(seed.lines)
    if not rows and not people and not inline:
        return None
    lines: list[str] = []
    places: list[tuple[int, int]] = []
    for number, line in enumerate(seed.lines, start=1):
        fields: Sequence[str] = people.get(number - 1, (line,))
        fields = _with_labelled_dates(_without_buttons(rows[number])) if number in rows else fields
        fields = inline.get(number, fields)
        lines += fields
        places += [(number, number)] * len(fields)
    return Unwrapped(replace(seed, lines=tuple(lines), links=(), remarks=()), tuple(places))


def _inline(lines: Sequence[str]) -> Mapping[int, Sequence[str]]:
    """By number, the fields of lines that state a whole work: "Title: On Rain Authors: Ann Lee"."""
    found = {
        number: [field.strip(" |;") for field in _LABELS.split(line) if field.strip(" |;")]
        for number, line in enumerate(lines, start=1)
        if _WHOLE.match(line) is not None
    }
    return found if len(found) >= _FEWEST_INLINE else {}


def _without_buttons(fields: Sequence[str]) -> Sequence[str]:
    """The fields without those at the end that say nothing of the project: "Paper", "Talk", "Demo"."""
    end = len(fields)
    while end > 1 and not _says_something(fields[end - 1]):
        end -= 1
    return fields[:end]


def _with_labelled_dates(fields: Sequence[str]) -> Sequence[str]:
    """The fields with a label before a date, which at the end could be the head of the next project."""
    return [f"Date: {field}" if find_date(field) is not None else field for field in fields]


def _says_something(field: str) -> bool:
    labelled = label_of(field) is not None
    return labelled or is_prose(field) or find_date(field) is not None or bool(find_addresses(field))


def _rows(lines: Sequence[str], mark: str) -> dict[int, list[str]]:
    """The fields of each project, by the number of its line."""
    stated = {
        number: [field for part in _BULLET.sub("", line).split(mark) if (field := part.strip())]
        for number, line in enumerate(lines, start=1)
        if mark in line
    }
    return {number: fields for number, fields in stated.items() if _is_row(fields)}


def _is_row(fields: Sequence[str]) -> bool:
    """Whether full names stand behind a label in one of some fields, but not in the first, the title.

    One field alone says whose the work is; a line may also name somebody and who helps them.
    """
    first, *others = fields or ("",)
    whom = [WHO[basic_label(field)] for field in others if _names_people(field)]
    told = any(who != "others" for who in whom) if len(others) == 1 else bool(whom)
    return told and not _names_people(first) and (len(others) > 1 or not _may_be_a_name(first))


def _may_be_a_name(field: str) -> bool:
    return len(field.split()) <= _MOST_NAME_WORDS and single_name(field) is not None


def _names_people(field: str) -> bool:
    return basic_label(field) in WHO and people_in(value_of(field)) != ""
