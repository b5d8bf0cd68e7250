"""Where cards end, and the last one of a page: what below its labels is its own, and what is not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from seedbed.read.buttons import is_control
from seedbed.read.lists.card_fields import Card, Frame
from seedbed.read.lists.card_heads import MOST_ABOVE
from seedbed.text.lines import Line


def settle_abstracts(cards: Sequence[Card], frame: Frame) -> None:
    """Leave a card without text before which more stands than before others': another card's title.

    Where a line apart from those above heads that of the last one, one is enough: it is the page's own.
    """
    aside = [_lines_before_text(card, frame) if card.abstract else None for card in cards]
    told = sorted(count for count in aside if count is not None)
    usual = told[len(told) // 2] if told else 0
    for card, count in zip(cards, aside, strict=True):
        more = 0 if card is cards[-1] and _is_headed(card, frame) else 1
        if count is not None and count > usual + more:
            card.abstract.clear()


def _lines_before_text(card: Card, frame: Frame) -> int:
    """How many lines stand between a card's labels and its text that are no labels and no buttons."""
    first = max((line.number for _, line in card.people), default=card.title.number)
    numbers = [line.number for line in frame.lines]
    begin, end = bisect_right(numbers, first), bisect_left(numbers, card.abstract[0].number)
    return sum(1 for at in range(begin, end) if not frame.labels[at] and not is_control(frame.lines[at].text))


def _is_headed(card: Card, frame: Frame) -> bool:
    """Whether what stands right above a card's text stands apart from the line above that."""
    above = (
        bisect_left([line.number for line in frame.lines], card.abstract[0].number) - 1
        if card.abstract
        else 0
    )
    return above > 0 and not frame.lines[above - 1].touches(frame.lines[above])


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
