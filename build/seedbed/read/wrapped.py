"""Seeds whose paragraphs are broken into lines of one width, as in mail or PDF: made whole to be read.

A reader takes a line for a paragraph. So it is given a seed in which each paragraph is one line, and what it
reads is then stated of the lines that are there. The numbers that a text browser puts before links are left
out there, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeVar

from seedbed.model.record import Reading
from seedbed.model.source import Claim, Seed, Span
from seedbed.read.broken_titles import broken_titles
from seedbed.read.buttons import is_buttons
from seedbed.read.coverage import account
from seedbed.read.hanging import entries_with_bullets, full_entries, hanging_lines
from seedbed.read.line_width import LEAST_SHARE, broken_at_a_width
from seedbed.read.link_numbers import find_addresses_below, links_in, without_numbers
from seedbed.read.page_links import with_links
from seedbed.read.reader import Reader, Recognition
from seedbed.read.references.names import listed_names
from seedbed.text.words import is_common

_LETTERS = re.compile(r"[^\W\d_A-Z]{2,30}")
_LETTERS_AT_END = re.compile(r"[^\W\d_]{2,30}$")
_BIBTEX = re.compile(r"@\w{4,20}\{")
_T = TypeVar("_T")


def of_paragraphs(reader: Reader) -> Reader:
    """The same reader, which is given whole paragraphs."""
    return of_whole(reader, unwrap)


def of_whole(reader: Reader, make_whole: Callable[[Seed], Unwrapped | None]) -> Reader:
    """The same reader, which is given the seed as `make_whole` makes it, or as it is where that is None."""

    def recognise(seed: Seed) -> Recognition | None:
        whole = make_whole(seed)
        return reader.recognise(whole.seed if whole else seed)

    def read(seed: Seed) -> Reading:
        whole = make_whole(seed)
        return whole.rewrap(with_links(reader.read(whole.seed)), seed) if whole else reader.read(seed)

    return replace(reader, recognise=recognise, read=read)


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A seed made whole.

    Attributes:
        seed: The seed with a paragraph a line.
        places: For each of its lines the first and the last one that it was broken into, counted from 1.
    """

    seed: Seed
    places: tuple[tuple[int, int], ...]

    def rewrap(self, reading: Reading, seed: Seed) -> Reading:
        """What was read of the whole lines, stated of those of `seed`, which they were made of."""
        records = tuple(self.moved(record) for record in reading.records)
        remarks = tuple(self.moved(remark) for remark in reading.remarks)
        return account(seed, reading.kind, records, remarks, reading.why)

    def moved(self, value: _T) -> _T:
        """The same value with all its spans moved to the lines that the whole ones were made of."""
        moved: Any = value
        if isinstance(value, Span):
            moved = Span(value.seed, self.places[value.first - 1][0], self.places[value.last - 1][1])
        elif isinstance(value, Claim):
            moved = Claim(self.moved(value.value), self.moved(value.span))
        elif isinstance(value, tuple):
            moved = tuple(map(self.moved, value))
        elif is_dataclass(value) and not isinstance(value, type):
            changed = {field.name: self.moved(getattr(value, field.name)) for field in fields(value)}
            moved = replace(value, **changed)
        return moved  # type: ignore[no-any-return]


def one_by_one(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The places of lines of which each is one line of the seed, by its number there."""
    return tuple((number, number) for number in numbers)


@lru_cache(maxsize=1)  # each of several readers is asked about the same seed
def unwrap(seed: Seed) -> Unwrapped | None:
    """The seed made whole; None where no line is broken at a width, or goes on in one that is set in."""
    addresses, end = find_addresses_below(seed.lines)
    lines = [" ".join(line.split()) for line in seed.lines[:end]]
    least = 0.0 if addresses else LEAST_SHARE  # a text browser breaks each line that is too long
    goes_on = (
        broken_at_a_width(lines, seed.lines[:end], least)
        or hanging_lines(seed.lines[:end])
        or broken_at_a_width(lines, seed.lines[:end], least, among_short=True)
    )
    goes_on |= broken_titles(lines)
    within, ends = entries_with_bullets(seed.lines[:end])
    sure = full_entries(seed.lines[:end], within)
    goes_on = (goes_on - ends) | sure
    if addresses:
        said = [without_numbers(line, addresses) for line in lines]
        goes_on = {at for at in goes_on if at in sure or not _are_apart(*said[at : at + 2])}
    if not goes_on and not addresses:
        return None
    starts = [at for at in range(len(lines)) if at - 1 not in goes_on]
    places = [*pairwise((*starts, len(lines)))]
    whole = [_joined(lines[start:end]) for start, end in places]
    first_and_last = tuple((start + 1, end) for start, end in places)
    bare = tuple(without_numbers(line, addresses) for line in whole) if addresses else tuple(whole)
    made = replace(seed, lines=bare, links=(), remarks=())
    links = (
        Claim(link, made.span(number))
        for number, line in enumerate(whole if addresses else (), start=1)
        for link in links_in(line, addresses)
    )
    return Unwrapped(replace(made, links=tuple(links)), first_and_last)


def _are_apart(line: str, below: str) -> bool:
    """Whether a line ends, however long it is: it lists names, or names, buttons or BibTeX follow."""
    listed = [listed_names(each) is not None for each in (line, below)]
    ends = listed[0] != listed[1] and not line.endswith((",", " and", " &"))
    return ends or is_buttons(below) or _BIBTEX.match(below) is not None


def _joined(lines: Sequence[str]) -> str:
    """A paragraph as one line; a word that is broken at its hyphen is whole again."""
    joints = [_joint(*pair) for pair in pairwise(lines)]
    return "".join(
        f"{line.removesuffix('-') if joint is None else line}{joint or ''}"
        for line, joint in zip(lines, [*joints, ""], strict=True)
    )


def _joint(line: str, below: str) -> str | None:
    """What stands between two lines of a paragraph; None where a hyphen goes that breaks an everyday word."""
    if not line.endswith("-"):
        return " "
    begun, ended = _LETTERS_AT_END.search(line[:-1]), _LETTERS.match(below)
    return None if begun and ended and is_common((begun[0] + ended[0]).casefold()) else ""
