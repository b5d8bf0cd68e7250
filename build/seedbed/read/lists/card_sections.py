"""The headings between a programme's cards: which of the lines over titles are some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from seedbed.read.buttons import is_control
from seedbed.read.creators import is_name_list
from seedbed.read.dated_headings import without_dates_of_works
from seedbed.read.lists.card_fields import Card
from seedbed.read.lists.list_labels import label_of
from seedbed.read.lists.periods import names_period
from seedbed.read.shape import LONGEST_HEADING, is_prose
from seedbed.text.lines import Line

_LEAST_OVER = 0.8
"""Of the cards, how many have a kind over their titles, where it does not touch these."""


def settle_sections(cards: Sequence[Card], tops: Sequence[Line | None], lines: Sequence[Line]) -> bool:
    """What stands over most titles is no section: it says what kind of work that is, or is its number.

    It touches the titles, or is the same over others that do not follow each other. A kind comes again with
    other works, or in a menu; when a cohort worked is none. Whether what is over the first may be a section.
    """
    for card, top, heading in zip(cards, tops, without_dates_of_works(tops), strict=True):
        if top is not heading:
            card.section = None
    touching = [card for card in cards if card.section and card.section.touches(card.title)]
    if 2 * len(touching) <= len(cards) and not _take_turns(cards, tops):
        return True
    counts = Counter(line.text.casefold() for line in lines if len(line.text) <= LONGEST_HEADING)
    again = sum(1 for top in tops if top is not None and counts[top.text.casefold()] > 1)
    for card, top in zip(cards, tops, strict=True):
        card.section = None
        if top is not None and 2 * again > len(cards) and not names_period(top.text):
            card.kinds.append(top)
    return False


def _take_turns(cards: Sequence[Card], tops: Sequence[Line | None]) -> bool:
    """Whether what stands over nearly all titles is mostly what stands over others, too."""
    texts = Counter(top.text.casefold() for top in tops if top is not None)
    again = sum(count for count in texts.values() if count > 1)
    return texts.total() >= _LEAST_OVER * len(cards) and 2 * again > len(cards)


def led_sections(lines: Sequence[Line], starts: Sequence[int]) -> Sequence[Line | None]:
    """The headings over who leads a section, right above the titles at `starts`; None where there is none.

    Where no blank line stands between cards, fewer than half of them have such a line above.
    """
    dense = all(lines[start - 1].touches(lines[start]) for start in starts if start)
    led = [_led_section(lines[max(0, start - 3) : start], dense=dense) for start in starts]
    few = 2 * sum(1 for heading in led if heading is not None) < len(starts)
    return led if few or not dense else [None] * len(starts)


def _led_section(lines: Sequence[Line], *, dense: bool) -> Line | None:
    """The heading that lines end in, with a blank line above it and who leads that section below.

    As "Roofs" over "Theme lead: Ann Lee". Where the page is `dense`, it has no blank lines.
    """
    if len(lines) < len(("before", "heading", "lead")) or not says_who_leads(lines[-1].text):
        return None
    before, heading, _ = lines[-3:]
    apart = (dense or not before.touches(heading)) and len(heading.text) <= LONGEST_HEADING
    headed = apart and not (is_prose(heading.text) or is_control(heading.text))
    named = is_name_list(heading.text) and ":" not in heading.text
    return heading if headed and not named else None


def says_who_leads(text: str) -> bool:
    """Whether a line names somebody behind a label."""
    match = label_of(text)
    return match is not None and bool(match["value"]) and is_name_list(match["value"])
