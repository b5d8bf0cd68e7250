"""A work of a list that stands on several lines, as the finders of such works hand it on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from seedbed.model.record import NameList
from seedbed.read.works.block_details import Details
from seedbed.text.lines import Line


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
