"""A work of a list that stands on several lines, as the finders of such works hand it on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from seedbed.model.record import NameList
from seedbed.read.works.appeared import is_dated_venue
from seedbed.read.works.block_details import Details
from seedbed.read.works.bylines import read_byline
from seedbed.text.lines import Line

_VENUE = re.compile(
    r"(?i:proceedings|transactions|journal|annals) of (?:the )?[^\W\d_a-z].{2,150}"
    r"|[^\W\d_a-z][^:?!()]{2,100} \d{1,4} ?\(\d{1,4}\)(?:[:,] ?\w{1,10}(?:[-–]\w{1,10})?)?\.?"
)
"""How a venue begins, or the whole of it with volume and issue."""
_MOST_ODD = 4
"""Of so many titles, one may look like names, or like a venue."""


@dataclass(frozen=True, slots=True)
class Block:
    """A work on several lines.

    Attributes:
        title: The title's line, without the number before it.
        names: The creators' line.
        creators: Whom it names.
        organisations: The institutions that it names behind them.
        employer: The line below that says where they work.
        more_names: The further lines of names, which `names` holds too.
        details: What stands below, or between the two.
        leaves_out_owner: Whether the creators are those alone who worked with the owner of the page.
    """

    title: Line
    names: Line
    creators: NameList
    details: Details = field(default_factory=Details)
    organisations: tuple[str, ...] = ()
    leaves_out_owner: bool = False
    employer: Line | None = None
    more_names: Sequence[Line] = ()

    def lines(self) -> list[Line]:
        """All lines that belong to the work, in order."""
        held = {line.number: line for line in (*self.details.lines, *self.more_names, self.names, self.title)}
        return [held[number] for number in sorted(held)]


def have_titles(blocks: Sequence[Block]) -> bool:
    """Whether the titles may be some: where several are lists of names, or venues, the order is another.

    Two names without a comma may be a title ("Bus Fares and Night Work"), unless one is a creator's.
    """
    listed = [_listed(block.title.text) for block in blocks]
    sure = [names for names, block in zip(listed, blocks, strict=True) if ", " in block.title.text]
    known = {name for names in (*sure, *(block.creators.names for block in blocks)) for name in names}
    odd = sum(
        1
        for names, block in zip(listed, blocks, strict=True)
        if not known.isdisjoint(names) or _is_venue(block.title.text) or _has_names_for_venue(block)
    )
    return odd <= 1 or _MOST_ODD * odd <= len(blocks)


def _listed(text: str) -> Sequence[str]:
    """The names, where a line lists several and nothing else."""
    byline = read_byline(text)
    return byline.creators.names if byline and byline.sure and len(byline.creators.names) > 1 else ()


def _is_venue(text: str) -> bool:
    """Whether a line says where something appeared: with a year or a volume, or by how it begins."""
    return is_dated_venue(text) or _VENUE.fullmatch(text) is not None


def _has_names_for_venue(block: Block) -> bool:
    return block.details.venue is not None and bool(_listed(block.details.venue.text))
