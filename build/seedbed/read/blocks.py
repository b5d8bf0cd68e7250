"""Works of a list on several lines: title and creators, either first, then where and when they appeared."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from seedbed.read.reference import Reference, is_buttons, is_title, names_code
from seedbed.read.reference_names import listed_names, single_name
from seedbed.read.venue import read_publication, stated_date, stated_year
from seedbed.text.dates import find_date
from seedbed.text.identifiers import find_addresses
from seedbed.text.lines import Line

_LONGEST_VENUE = 200
_LONGEST_SENTENCE = 20
"""Words of a title that ends in a full stop."""
_NUMBERS = re.compile(r"\d{1,6}\*?(?: (?:19|20)\d\d)?|\*")
"""A line of numbers alone: how often a work is cited, its year once more, or both."""


@dataclass(frozen=True, slots=True)
class Block:
    """A work on several lines.

    Attributes:
        below: The lines behind the venue's that belong to it and state nothing besides: buttons, numbers.
    """

    title: Line
    names: Line
    venue: Line
    reference: Reference
    below: tuple[Line, ...] = ()


def find_blocks(lines: Sequence[Line], references: Container[int] = ()) -> list[Block]:
    """The blocks, in order, none of which shares a line with another, or ends on one of `references`.

    Whether titles or creators come first is the same for all: as it is for most of those of which it is sure.
    """
    venues = [
        at for at in range(2, len(lines)) if lines[at].number not in references and _is_venue(lines[at])
    ]
    sure = [(listed_names(lines[at - 1].text), listed_names(lines[at - 2].text)) for at in venues]
    behind = sum(1 for second, first in sure if second and not first)
    before = sum(1 for second, first in sure if first and not second)
    blocks: list[Block] = []
    taken = 0
    for at in venues:
        if at - 2 < taken:
            continue
        block = _block(lines, at, titles_first=behind >= before)
        if block is not None:
            blocks.append(block)
            taken = at + 1 + len(block.below)
    return blocks


def _is_venue(line: Line) -> bool:
    """Whether a line is short and states a year beside something else."""
    text = line.text
    return (
        len(text) <= _LONGEST_VENUE
        and stated_year(text) is not None
        and find_date(text) is None
        and len(text.split()) > 1
        and not is_buttons(text)
        and _NUMBERS.fullmatch(text) is None
    )


def _block(lines: Sequence[Line], at: int, *, titles_first: bool) -> Block | None:
    title, names = (lines[at - 2], lines[at - 1]) if titles_first else (lines[at - 1], lines[at - 2])
    listed = listed_names(names.text) or single_name(names.text)
    date = stated_date(lines[at].text)
    publication = read_publication(lines[at].text)
    sentence = title.text.endswith(".") and len(title.text.split()) > _LONGEST_SENTENCE
    fits = (
        is_title(title.text.strip(" .")) and not sentence and (publication.venue or publication.particulars)
    )
    if not fits or listed is None or date is None:
        return None
    below = tuple(_below(lines, at + 1))
    stated = (title, names, lines[at], *below)
    reference = Reference(
        title=title.text.strip(" "),
        creators=listed,
        date=date,
        links=tuple(dict.fromkeys(url for line in stated for url in find_addresses(line.text))),
        has_code=any(names_code(line.text) for line in below),
        publication=publication,
    )
    return Block(title, names, lines[at], reference, below)


def _below(lines: Sequence[Line], start: int) -> Iterator[Line]:
    """The buttons behind a work, how often it is cited, and its year where that stands there once more."""
    for at in range(start, len(lines)):
        text = lines[at].text
        touches = lines[at - 1].number + 1 == lines[at].number
        number = _NUMBERS.fullmatch(text) is not None
        if not is_buttons(text) and not (number and touches and not _heads(lines, at)):
            return
        yield lines[at]


def _heads(lines: Sequence[Line], at: int) -> bool:
    """Whether a number is the year over what follows, and not one more number of the work above it."""
    return find_date(lines[at].text) is not None and not _NUMBERS.fullmatch(lines[at - 1].text)
