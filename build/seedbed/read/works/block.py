"""A work of a list that stands on several lines, as the finders of such works hand it on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from seedbed.model.record import NameList
from seedbed.read.works.appeared import is_dated_venue
from seedbed.read.works.block_details import Details
from seedbed.read.works.bylines import read_byline
from seedbed.text.lines import Line

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
    """Whether the titles may be some: where several are lists of names, or venues, the order is another."""
    odd = sum(1 for block in blocks if _lists_names(block.title.text) or is_dated_venue(block.title.text))
    return odd <= 1 or _MOST_ODD * odd <= len(blocks)


def _lists_names(text: str) -> bool:
    byline = read_byline(text)
    return byline is not None and byline.sure and len(byline.creators.names) > 1
