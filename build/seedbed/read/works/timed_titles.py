"""Talks whose title stands behind the time at which they begin, over the names: "10:30 On Rain"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from seedbed.read.shape import is_prose
from seedbed.read.works.affiliations import is_institution_line
from seedbed.read.works.block import Block
from seedbed.read.works.block_details import Details
from seedbed.read.works.bylines import OF_PROGRAMMES, read_byline, read_mononymous
from seedbed.text.dates import HOUR
from seedbed.text.lines import Line

_TIMED = re.compile(
    rf"{HOUR}\s+(?:\[(?:cancelled|canceled|online|invited|withdrawn)\]\s+)?(?P<title>[^\W_].{{3,300}})",
    re.IGNORECASE,
)
_FEWEST = 4
_LEAST_SHARE = 0.6
"""Of the lines that begin with an hour, how many have to stand over names."""


def find_timed_blocks(lines: Sequence[Line], references: Container[int] = ()) -> list[Block]:
    """The talks, in order; none unless several lines are such titles, most of them right over names.

    One name alone may be who speaks from that time on, under a heading: half of the talks have several.
    """
    timed = {
        at: match["title"]
        for at, line in enumerate(lines[:-1])
        if line.text[0].isdigit() and (match := _TIMED.fullmatch(line.text)) is not None
    }
    blocks = [block for at, title in timed.items() if (block := _block(lines, at, title)) is not None]
    told = [block for block in blocks if block.names.number not in references]
    several = sum(1 for block in told if len(block.creators.names) > 1 or block.organisations)
    enough = len(told) >= max(_FEWEST, _LEAST_SHARE * len(timed))
    return told if enough and 2 * several >= len(told) else []


def _block(lines: Sequence[Line], at: int, title: str) -> Block | None:
    line, below = lines[at : at + 2]
    byline = read_byline(below.text) or read_mononymous(below.text)
    touching = line.touches(below)
    words = {word.strip(",.:").casefold() for word in title.split()}
    if byline is None or not touching or is_prose(title) or is_institution_line(below.text):
        return None
    if not OF_PROGRAMMES.isdisjoint(words):
        return None
    return Block(Line(line.number, title), below, byline.creators, Details(), byline.organisations)
