"""Works on the page of their creator, whom it need not name: a title, and below it where it appeared."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedbed.model.record import NameList
from seedbed.read.block_details import read_details
from seedbed.read.blocks import Block, is_work_title
from seedbed.read.bylines import read_byline
from seedbed.read.publication_headings import names_list
from seedbed.read.reference_names import listed_names, single_name
from seedbed.read.reference_styles import BESIDE
from seedbed.read.vocabulary import ORGANISATIONS
from seedbed.text.lines import Line

_VENUE = re.compile(r"[^\W_a-z].{2,120}? \((?:(?:19|20)\d\d|(?i:forthcoming|in press))\)\.?")
_FEWEST = 3
_DECORATION = re.compile(r"^[\W_]+")
_MOST_ABOVE = 3


def find_owner(lines: Sequence[Line], first: int) -> Line | None:
    """The line at the top of a page, above line `first`, that is a person's name, without what adorns it."""
    for line in lines[:_MOST_ABOVE]:
        bare = Line(line.number, _DECORATION.sub("", line.text))
        byline = read_byline(bare.text) if bare.text and not names_list(bare.text) else None
        if line.number >= first:
            return None
        if byline is not None and len(byline.creators.names) == 1:
            return bare
    return None


def find_owned_blocks(lines: Sequence[Line]) -> list[Block]:
    """Titles with a journal and a year in brackets right below; none unless there are three, and an owner."""
    venues = [at for at in range(1, len(lines)) if _is_venue(lines[at].text)]
    begins = [at - 1 for at in venues if _is_title(lines[at - 1].text)]
    if len(begins) < _FEWEST or find_owner(lines, lines[begins[0]].number) is None:
        return []
    ends = [*begins, len(lines)][1:]
    return [_block(lines, begin, end) for begin, end in zip(begins, ends, strict=True)]


def _is_venue(text: str) -> bool:
    words = {word.strip(".,()").casefold() for word in text.split()} - {"journal"}
    return _VENUE.fullmatch(text) is not None and ORGANISATIONS.isdisjoint(words)


def _is_title(text: str) -> bool:
    """Whether a line may be a title; of two words, too, since the line below it tells that it is one."""
    bare = BESIDE.sub("", text)
    return is_work_title(f"On {bare}") and bare[0].isupper() and not _is_venue(text)


def _block(lines: Sequence[Line], begin: int, end: int) -> Block:
    line = lines[begin]
    together = BESIDE.search(line.text)
    stated = together["names"] if together else ""
    named = (listed_names(stated) or single_name(stated)) if stated else None
    names = named.names if named else ()
    title = Line(line.number, BESIDE.sub("", line.text) if named else line.text)
    return Block(title, line, NameList(names, complete=False), read_details(lines, begin + 1, end))
