"""The papers that a page lists above or below a conversation, as those that were spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seedbed.model.record import WorkRecord
from seedbed.model.source import Seed
from seedbed.read.references.line_references import find_references
from seedbed.read.talks.notices import heads_citations, stands_below
from seedbed.read.talks.speech_end import is_of_page
from seedbed.read.works.reference_works import work_of_reference
from seedbed.text.lines import Line


@dataclass(frozen=True, slots=True)
class Cited:
    """The heading of such a list, and its works; what is no whole reference is none of them."""

    heading: Line
    works: tuple[WorkRecord, ...]

    def lines(self) -> Iterator[int]:
        """The numbers of the lines."""
        yield self.heading.number
        yield from (part.span.first for work in self.works for part in work.parts())


def find_cited(seed: Seed, lines: Sequence[Line]) -> Cited | None:
    """The works below the first heading that says so ("Papers mentioned"), up to what else the page says.

    None where no line there is a reference.

    Args:
        seed: The whole seed.
        lines: Those above what is said, or those below.
    """
    heading = next((at for at, line in enumerate(lines) if heads_citations(line.text)), None)
    if heading is None:
        return None
    below = lines[heading + 1 :]
    end = next(
        (at for at, line in enumerate(below) if is_of_page(line.text) or stands_below(line.text)), len(below)
    )
    references = find_references(below[:end])
    works = tuple(
        work_of_reference(seed, below[at], reference) for at, reference in sorted(references.items())
    )
    return Cited(lines[heading], works) if works else None
