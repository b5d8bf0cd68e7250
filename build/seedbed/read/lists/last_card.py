"""The last card of a page: where it ends, and what is the page's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seedbed.read.lists.card_fields import Card, Frame
from seedbed.read.lists.card_heads import MOST_ABOVE
from seedbed.text.lines import Line


def settle_last(cards: Sequence[Card], frame: Frame) -> None:
    """Leave the last card without what stands further below it than an abstract or buttons of others do.

    Where no other card has an abstract, or none below a heading, what follows the last one is the page's own;
    so is a line without a label that says where or when something was, where no other card has any.
    """
    *others, last = cards
    headed = [card for card, above in above_abstracts(cards, frame) if above is not None]
    if not any(card.abstract for card in others) or headed == [last]:
        last.abstract.clear()
    named = max((line.number for _, line in last.people), default=last.title.number)
    if last.venue and last.venue.number > named + 1 and not any(card.venue for card in others):
        last.venue = None
    if last.dated and last.dated.number > named + 1 and not any(card.dated for card in others):
        last.dated = None
    reach = [
        line.number - card.title.number for card in others for line in (*card.abstract[:1], *card.labels)
    ]
    end = last.title.number + max(reach, default=0) + MOST_ABOVE
    if last.abstract and last.abstract[0].number > end:
        last.abstract.clear()
    end = max(end, *(line.number for line in last.abstract)) if last.abstract else end
    last.labels = [line for line in last.labels if line.number <= end]


def above_abstracts(cards: Sequence[Card], frame: Frame) -> Iterator[tuple[Card, Line | None]]:
    """Each card that has an abstract, with the line above that, unless it is a label."""
    places = {line.number: at for at, line in enumerate(frame.lines)}
    for card in cards:
        if card.abstract:
            above = places[card.abstract[0].number] - 1
            yield card, None if frame.labels[above] else frame.lines[above]
