"""Works on the page of their creator, whom it need not name: a title, and below it where it appeared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from seedbed.model.record import NameList
from seedbed.read.page_owner import bare_owner
from seedbed.read.references.names import listed_names, one_or_several, single_name
from seedbed.read.references.owner import BESIDE
from seedbed.read.vocabulary import ORGANISATIONS
from seedbed.read.works.abstracts import unlabelled
from seedbed.read.works.block_details import read_details
from seedbed.read.works.blocks import Block
from seedbed.read.works.bylines import read_byline
from seedbed.read.works.publication_headings import names_list
from seedbed.read.works.work_titles import is_work_title
from seedbed.text.lines import Line

_VENUE = re.compile(r"[^\W_a-z].{2,120}? \((?:(?:19|20)\d\d|(?i:forthcoming|in press))\)\.?")
_FIELD = re.compile(
    r"\w(?:(?:ology|ologies|istry|omics|graphy|sciences?|studies|engineering|medicine|informatics|mathematics|physics"
    r"|linguistics|genetics)|research)$",
    re.IGNORECASE,
)
"""How fields of study end, which else may look like a name: "Structural Neurobiology"."""
_FEWEST = 3
_MOST_ABOVE = 3
_MOST_OF_MENU = 12
"""Of so many lines, those of one word are a menu's, and are not counted."""
_MOST_BETWEEN = 1
"""Lines between a title and its abstract: "Job market paper"."""


def find_owner(lines: Sequence[Line], first: int) -> Line | None:
    """The line at the top of a page, above line `first`, that is a person's name, without what adorns it."""
    worded = (line for line in lines[:_MOST_OF_MENU] if " " in line.text)
    for line in islice(worded, _MOST_ABOVE):
        bare = Line(line.number, bare_owner(line.text))
        byline = read_byline(bare.text) if bare.text and not names_list(bare.text) else None
        if line.number >= first:
            return None
        if byline is not None and len(byline.creators.names) == 1 and not _FIELD.search(bare.text):
            return bare
    return None


def find_owned_blocks(lines: Sequence[Line]) -> list[Block]:
    """Titles with a journal and a year in brackets, or an abstract, right below, or with "(with …)" behind.

    None unless there are three, and an owner.
    """
    begins = [at for at in range(len(lines)) if _begins(lines, at)]
    if len(begins) < _FEWEST or find_owner(lines, lines[begins[0]].number) is None:
        return []
    ends = [*begins, len(lines)][1:]
    return [_block(lines, begin, end) for begin, end in zip(begins, ends, strict=True)]


def _begins(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text
    below = [line.text for line in lines[at + 1 : at + 1 + _MOST_BETWEEN + 1]]
    if below and _is_venue(below[0]) and _is_title(text):
        return True
    together = BESIDE.search(text)
    if together is not None and is_work_title(text[: together.start()]):
        return listed_names(together["names"]) is not None or single_name(together["names"]) is not None
    apart = at == 0 or lines[at - 1].number + 1 < lines[at].number
    return apart and is_work_title(text) and any(unlabelled(each)[1] for each in below)


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
    named = one_or_several(stated) if stated else None
    names = named.names if named else ()
    title = Line(line.number, line.text[: together.start()] if named and together else line.text)
    return Block(title, line, NameList(names, complete=False), read_details(lines, begin + 1, end))
