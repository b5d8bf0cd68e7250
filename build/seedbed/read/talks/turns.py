"""A turn of a conversation while its lines are gathered, and the record that it becomes."""

from __future__ import annotations

from dataclasses import dataclass, field

from seedbed.model.record import TurnRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.talks.paragraphs import Paragraph, joined
from seedbed.text.lines import Line


@dataclass(slots=True)
class Turn:
    """What somebody says.

    Attributes:
        label: The speaker's; empty where no line says who speaks.
        line: The line that it stands on.
        time: When it begins, where that line says so.
        times: The times that stand above and among what is said.
        said: What is said, by line.
    """

    label: str = ""
    line: int = 0
    time: int | None = None
    times: list[Claim[int]] = field(default_factory=list)
    said: list[Line] = field(default_factory=list)

    def record(self, seed: Seed, *, whole: bool) -> TurnRecord:
        """The turn, of which something is said; a time over it is when it begins.

        Args:
            seed: Where it stands.
            whole: Whether its lines are to be joined into paragraphs, as nothing else makes them some.
        """
        times = tuple(sorted(self.times, key=lambda claim: claim.span))
        time = self.time
        if time is None and times and times[0].span.first <= self.said[0].number:
            time = times[0].value
        paragraphs = joined(self.said) if whole else [Paragraph(text, n, n) for n, text in self.said]
        return TurnRecord(
            speaker=Claim(self.label, seed.span(self.line)) if self.label else None,
            paragraphs=tuple(Claim(text, seed.span(first, last)) for text, first, last in paragraphs),
            time=time,
            times=times,
        )
