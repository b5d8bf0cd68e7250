"""Cards of a programme's page: a title, then who did it in labels of its own, then what it is about.

Programmes name people in many words ("Project lead: …", "Mentor(s): …", "Contributor" over a name). What
tells a card is that one such label comes round again and again, and that a line of another text stands above
it each time. Which line above it is the title is the same for all cards: others say of what kind the work is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from seedbed.read.creators import without_by
from seedbed.read.dated_headings import heading_date
from seedbed.read.lists.card_begins import card_begins, labels_of
from seedbed.read.lists.card_fields import Card, Frame, fill, take_between, text_headings
from seedbed.read.lists.card_heads import (
    MOST_ABOVE,
    Heads,
    head_above,
    lines_lacking,
    name_place,
    named_places,
    nameless,
    names_above,
    title_place,
    usual_name_place,
    without_end_above,
)
from seedbed.read.lists.card_labels import KNOWN, LEADS, TITLES
from seedbed.read.lists.card_sections import led_sections, settle_sections
from seedbed.read.lists.cards_of_people import with_labelled_titles, with_titles_below
from seedbed.read.lists.last_card import above_abstracts, settle_abstracts, settle_last
from seedbed.read.shape import LONGEST_HEADING, without_number
from seedbed.read.works.affiliations import is_institution_line
from seedbed.text.lines import Line

_FEWEST = 3
_BULLET = re.compile(r"^[•·*–-]\s+")

_NamedBy = Callable[[Sequence[Card], Frame, Sequence[int], Sequence[int]], bool]
"""Gives cards that begin with a name their titles, and says whether that was done."""


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a page, and the lines above the first one.

    Attributes:
        is_headed: Whether the last of the lines above may be the heading of the first section.
        led: That heading, where it stands over who leads the section.
    """

    cards: Sequence[Card]
    above: Sequence[Line]
    label: str
    is_headed: bool = True
    led: Line | None = None


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's lines, the label of each, where the labels of each card begin, and what stands above those.

    Attributes:
        nameless: How many lines each card lacks of those that others have above their labels.
    """

    lines: Sequence[Line]
    labels: Sequence[str]
    begins: Sequence[int]
    heads: Heads
    nameless: Sequence[int]
    repeated: Mapping[str, int]

    @property
    def whole_heads(self) -> Heads:
        """What stands above the labels of the cards that lack nothing there."""
        return [head for head, lacks in zip(self.heads, self.nameless, strict=True) if not lacks]


def find_cards(lines: Sequence[Line]) -> Cards | None:
    """The cards that a page holds; None unless there are three or more, and they are no plain list.

    A name may stand where a title would. So it does where a label says the title, or where that stands below
    the labels; the last is the surest sign, and what stands above them then says where somebody studies.
    """
    labels = labels_of(lines)
    begins = card_begins(lines, labels)
    if len(begins) < _FEWEST:
        return None
    repeated = Counter(line.text for line in lines if len(line.text) <= LONGEST_HEADING)
    heads = [head_above(lines, labels, begin) for begin in begins]
    page = _Page(lines, labels, begins, heads, nameless(lines, heads, begins), repeated)
    name, named = name_place(page.heads, repeated), page
    if name is None and (name := usual_name_place(heads)) is not None:
        named = replace(page, nameless=[lines_lacking(head, name) for head in heads])
    if _titles_labelled(labels, begins):
        return _cards_at(named, name, with_labelled_titles)
    title = title_place(page.whole_heads, repeated)
    below = _cards_at(named, name, with_titles_below) if title is None or (name or 0) >= title else None
    return below or _cards_at(page, title, None)


def _cards_at(page: _Page, place: int | None, named_by: _NamedBy | None) -> Cards | None:
    """The cards whose titles stand so far above their labels; or the names of those whose works they are."""
    if place is None:
        return None
    lines, labels = page.lines, page.labels
    places = _find_places(page, place, names_above(page.whole_heads, place) if named_by is None else 0)
    frame = Frame(lines, labels, text_headings(lines, page.repeated), frozenset(filter(None, labels)))
    cards = _filled(page, places, frame)
    settle_last(cards, frame)
    settle_abstracts(cards, frame)
    for card, lacks in zip(cards, page.nameless, strict=True):
        if named_by is not None and lacks:
            # What stands there says where somebody studies, and not whose work it is.
            card.title = Line(card.title.number, "")
    if named_by is not None and not named_by(
        cards, frame, page.begins, [*places.starts[1:], places.ends[-1]]
    ):
        return None
    label = labels[page.begins[0]]
    if not (_differ(cards, frame, label) and _tell_works(cards)) or _stand_above_titles(cards, frame):
        return None
    if 2 * sum(1 for card in cards if is_institution_line(card.title.text)) > len(cards):
        return None  # where those work or study who are named above, and the titles stand elsewhere
    titles = {card.title for card in cards}
    is_headed = settle_sections(cards, [None if top in titles else top for top in places.tops], lines)
    above = [line for line in lines[: places.starts[0]] if line not in cards[0].kinds]
    return Cards(cards, above, label, is_headed, places.led[0])


@dataclass(frozen=True, slots=True)
class _Places:
    """Where each card begins and ends, and what stands over it.

    Attributes:
        title: How far above the labels titles stand.
        reach: How far above them cards begin.
        named: How far above them those are named who made the works, below their titles.
        tops: The heading over each, where there is one.
        led: The same, where it stands over who leads the section.
    """

    title: int
    reach: int
    named: Collection[int]
    starts: Sequence[int]
    ends: Sequence[int]
    tops: Sequence[Line | None]
    led: Sequence[Line | None]


def _find_places(page: _Page, title: int, names: int) -> _Places:
    """Find out where cards begin that have so many lines of names over their titles, and where they end."""
    lines = page.lines
    reaches = [title + names - lacks for lacks in page.nameless]
    heads = [
        without_end_above(lines, head, begin, reach)
        for head, begin, reach in zip(page.heads, page.begins, reaches, strict=True)
    ]
    starts = [begin - reach for begin, reach in zip(page.begins, reaches, strict=True)]
    led = led_sections(lines, starts)
    tops = [_top(lines, *each) for each in zip(heads, starts, reaches, strict=True)]
    over = [
        max(len(head) - reach, top is not None) or 2 * (each is not None)
        for head, reach, top, each in zip(heads, reaches, tops, led, strict=True)
    ]
    ends = [*(start - above for start, above in zip(starts[1:], over[1:], strict=True)), len(lines)]
    return _Places(title, title + names, named_places(page.whole_heads, title), starts, ends, tops, led)


def _filled(page: _Page, places: _Places, frame: Frame) -> list[Card]:
    """The cards at these places, each with the heading over it, but for the first."""
    cards: list[Card] = []
    rows = zip(places.starts, page.begins, places.ends, places.tops, places.led, page.nameless, strict=True)
    for start, begin, end, top, heading, lacks in rows:
        card = _begun(page.lines, places, start, begin, lacks=lacks)
        if cards:
            card.section = top or heading
        fill(card, frame, begin, end)
        cards.append(card)
    return cards


def _begun(lines: Sequence[Line], places: _Places, start: int, begin: int, *, lacks: int) -> Card:
    """A card with what stands above its labels: who made the work, its title, and what is between."""
    title = begin - places.title + lacks
    stated = lines[title]
    card = Card(Line(stated.number, without_number(_BULLET.sub("", stated.text))))
    named = [*lines[start : start + (places.reach > places.title)]]
    for at in range(title + 1, begin):
        if not lacks and begin - at in places.named:
            named.append(lines[at])
        else:
            take_between(card, lines[at])
    card.people = [("creators", Line(line.number, without_by(line.text))) for line in named]
    return card


def _top(lines: Sequence[Line], head: Sequence[Line], start: int, reach: int) -> Line | None:
    """The heading over a card that begins at `start`, also above as many lines as a head has, if it dates."""
    if len(head) > reach:
        return head[-reach - 1]
    above = lines[start - 1] if start and len(head) == MOST_ABOVE else None
    return above if above is not None and heading_date(above.text) is not None else None


def _titles_labelled(labels: Sequence[str], begins: Sequence[int]) -> bool:
    """Whether each card says in a label what its title is."""
    ends = [*begins[1:], len(labels)]
    return all(not TITLES.isdisjoint(labels[begin:end]) for begin, end in zip(begins, ends, strict=True))


def _tell_works(cards: Sequence[Card]) -> bool:
    """Whether most cards say who made something, when, or what it is about; open positions do not."""
    told = sum(
        1
        for card in cards
        if card.abstract or card.venue or card.dated or any(whom != "others" for whom, _ in card.people)
    )
    return 2 * told > len(cards)


def _differ(cards: Sequence[Card], frame: Frame, label: str) -> bool:
    """Whether the cards have what a list of labels in front of, or behind, abstracts has not.

    That is a kind below the title, somebody who leads or helped, a label that some have and other pages have
    not, or lines between labels and text.
    """
    if any(card.kinds or not card.people for card in cards) or label in LEADS:
        return True
    if any(whom == "others" for card in cards for whom, _ in card.people):
        return True
    own = Counter(label for label in frame.labels if label and label not in KNOWN)
    if any(count >= _FEWEST for count in own.values()):
        return True
    return any(above is not None for _, above in above_abstracts(cards, frame))


def _stand_above_titles(cards: Sequence[Card], frame: Frame) -> bool:
    """Whether the titles would be topics: right above most abstracts a longer line stands, no label."""
    found = list(above_abstracts(cards, frame))
    longer = sum(
        1
        for card, above in found
        if above is not None and len(above.text.split()) > len(card.title.text.split())
    )
    return 2 * longer > len(found) > 1
