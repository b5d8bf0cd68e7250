"""Cards of a programme's page: a title, then who did it in labels of its own, then what it is about.

Programmes name people in many words ("Project lead: …", "Mentor(s): …", "Contributor" over a name). What
tells a card is that one such label comes round again and again, and that a line of another text stands above
it each time. Which line above it is the title is the same for all cards: others say of what kind the work is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from seedbed.read.creators import is_name_list, without_by
from seedbed.read.lists.card_fields import Card, Frame, fill, text_headings
from seedbed.read.lists.card_labels import KNOWN, LEADS, TITLES, WHO, basic_label, names_people, value_of
from seedbed.read.lists.card_sections import led_sections, settle_sections
from seedbed.read.lists.cards_of_people import with_labelled_titles, with_titles_below
from seedbed.read.lists.list_gap import APPEARED, is_control
from seedbed.read.references.names import listed_names, single_name
from seedbed.read.shape import LONGEST_HEADING, is_prose, without_number
from seedbed.read.vocabulary import SUFFIXES, TITLE_WORDS
from seedbed.read.vocabulary import TITLES as TITLES_OF_PEOPLE
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

_FEWEST = 3
_BULLET = re.compile(r"^[•·*–-]\s+")
_MOST_SEEN = 30
_MOST_BELOW_TEXT = 0.2
"""Of the labels, how many may stand below running text; where more do, they end a work."""
_MOST_ABOVE = 3
_FEWEST_TITLE_WORDS = 2
_LEAST_WORDED = 0.8
_LEAST_NAMED = 0.7
_FEWEST_BELOW_NAME = 4
"""Words of titles, on average, that stand below somebody's name."""
_MOST_NAME_WORDS = 3


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


def find_cards(lines: Sequence[Line]) -> Cards | None:
    """The cards that a page holds; None unless there are three or more, and they are no plain list."""
    stated = [basic_label(line.text) for line in lines]
    counts = Counter(stated)
    # What stands before the colon of one line alone may be the beginning of a title.
    labels = [label if counts[label] > 1 or label in WHO else "" for label in stated]
    if _is_below_text(lines, labels):
        return None
    repeated = Counter(line.text for line in lines if len(line.text) <= LONGEST_HEADING)
    begins = _begins(lines, labels)
    if len(begins) < _FEWEST:
        return None
    titled = _titles_labelled(labels, begins)
    heads = [_head(lines, labels, begin) for begin in begins]
    place = None if titled else _title_place(heads, repeated)
    named_by = None if place is not None else with_labelled_titles if titled else with_titles_below
    place = place or _name_place(heads, repeated)
    if place is None:
        return None
    starts = [begin - place for begin in begins]
    led = led_sections(lines, starts)
    over = [len(head) - place or 2 * (each is not None) for head, each in zip(heads, led, strict=True)]
    ends = [*(start - above for start, above in zip(starts[1:], over[1:], strict=True)), len(lines)]
    frame = Frame(lines, labels, text_headings(lines, repeated), frozenset(filter(None, labels)))
    named = _named_places(heads, place)
    cards: list[Card] = []
    for start, begin, end, head, heading in zip(starts, begins, ends, heads, led, strict=True):
        title = Line(lines[start].number, without_number(_BULLET.sub("", lines[start].text)))
        between = range(start + 1, begin)
        card = Card(title, kinds=[lines[at] for at in between if begin - at not in named])
        people = (lines[at] for at in between if begin - at in named)
        card.people = [("creators", Line(line.number, without_by(line.text))) for line in people]
        if cards:
            card.section = head[-place - 1] if len(head) > place else heading
        fill(card, frame, begin, end)
        cards.append(card)
    _settle_last(cards)
    if named_by is not None and not named_by(cards, frame, begins, ends):
        return None
    are_works = _differ(cards, frame, labels[begins[0]]) and _tell_works(cards)
    if not are_works or _stand_above_titles(cards, frame):
        return None
    tops = [head[-place - 1] if len(head) > place else None for head in heads]
    settle_sections(cards, tops, lines)
    above = [line for line in lines[: starts[0]] if line not in cards[0].kinds]
    return Cards(cards, above, labels[begins[0]], led=led[0])


def _settle_last(cards: Sequence[Card]) -> None:
    """Leave the last card without what stands further below it than an abstract or buttons of others do.

    Where no other card has an abstract, what follows the last one is the page's own.
    """
    *others, last = cards
    if not any(card.abstract for card in others):
        last.abstract.clear()
    reach = [
        line.number - card.title.number for card in others for line in (*card.abstract[:1], *card.labels)
    ]
    end = last.title.number + max(reach, default=0) + _MOST_ABOVE
    if last.abstract and last.abstract[0].number > end:
        last.abstract.clear()
    end = max(end, *(line.number for line in last.abstract)) if last.abstract else end
    last.labels = [line for line in last.labels if line.number <= end]


def _is_below_text(lines: Sequence[Line], labels: Sequence[str]) -> bool:
    """Whether labels that name people end a work: running text or a button stands above the first of them."""
    below = seen = 0
    for at in islice((at for at, label in enumerate(labels) if label in WHO), _MOST_SEEN):
        above = at - 1
        while above >= 0 and labels[above]:
            above -= 1
        seen += 1
        below += above >= 0 and (is_prose(lines[above].text) or is_control(lines[above].text))
    return seen < _FEWEST or below > _MOST_BELOW_TEXT * seen


def _begins(lines: Sequence[Line], labels: Sequence[str]) -> list[int]:
    """Where the labels of each card begin: those above the label that names people most often, and it.

    A label that names are behind is another one than the same word over names: a menu may have that.
    """
    counts = Counter(label for label in labels if label)
    people = [(label, value_of(lines[at].text) != "", at) for at, label in enumerate(labels) if label in WHO]
    named = [each for each in people if names_people(lines, each[2])]
    often = Counter((label, inside) for label, inside, _ in named)
    if not often:
        return []
    anchor = max(often, key=often.__getitem__)
    begun = sum(1 for label, inside, _ in people if (label, inside) == anchor)
    if anchor[1] and often[anchor] >= _LEAST_NAMED * begun:
        named = people  # one that names nobody ("to be announced") begins a card like the others
    firsts = list(range(len(labels)))  # where the labels begin that stand together with each
    for at in range(1, len(labels)):
        if labels[at - 1] and counts[labels[at - 1]] >= _FEWEST:
            firsts[at] = firsts[at - 1]
    return [firsts[at] for label, inside, at in named if (label, inside) == anchor]


def _titles_labelled(labels: Sequence[str], begins: Sequence[int]) -> bool:
    """Whether each card says in a label what its title is."""
    ends = [*begins[1:], len(labels)]
    return all(not TITLES.isdisjoint(labels[begin:end]) for begin, end in zip(begins, ends, strict=True))


def _head(lines: Sequence[Line], labels: Sequence[str], begin: int) -> Sequence[Line]:
    """The short lines right above a card's labels: its title among them, at most three."""
    start = begin
    while (
        start > 0 and begin - start < _MOST_ABOVE and _may_be_head(lines[start - 1].text, labels[start - 1])
    ):
        start -= 1
    return lines[start:begin]


def _may_be_head(text: str, label: str) -> bool:
    appeared = APPEARED.match(text) is not None
    told = label or appeared or is_prose(text) or is_control(text) or _says_when(text)
    return not told and len(text) <= LONGEST_HEADING


def _says_when(text: str) -> bool:
    """Whether one of the parts of a line is when the work above it appeared: "May 2024 · Blog post"."""
    dates = [find_date(part.strip()) for part in text.split("·")] if "·" in text else []
    return any(date is not None and date.year is not None and date.month is not None for date in dates)


_Heads = Sequence[Sequence[Line]]
"""The short lines right above each card's labels."""


def _columns(heads: _Heads, repeated: Mapping[str, int]) -> Iterator[tuple[int, list[str]]]:
    """How far above the labels a line stands that is another one in each card, with all those lines."""
    for place in range(1, min(map(len, heads)) + 1):
        column = [head[-place].text for head in heads]
        if len(set(column)) == len(column) and all(repeated[text] <= 1 for text in column):
            yield place, column


def _name_place(heads: _Heads, repeated: Mapping[str, int]) -> int | None:
    """How far above the labels the name stands of whose work a label says the title."""
    for place, column in _columns(heads, repeated):
        full = sum(1 for text in column if _names_people(text))
        if full >= _LEAST_WORDED * len(column) - 1 and all(is_name_list(text) for text in column):
            return place
    return None


def _title_place(heads: _Heads, repeated: Mapping[str, int]) -> int | None:
    """How far above the labels each title stands: the longest line that may be one; None where none is sure.

    Names of several people are none, and the title may stand above them.
    """
    best: tuple[float, int] | None = None
    above_names = False
    for place, column in _columns(heads, repeated):
        people = 2 * sum(1 for text in column if _names_people(text)) > len(column)
        if people and any(", " in text for text in column):
            above_names = True  # what stands there may look like a name, and is none
            continue
        words = [len(text.split()) for text in column]
        worded = sum(1 for count in words if count >= _FEWEST_TITLE_WORDS)
        dated = any(find_date(text) is not None for text in column)
        if worded < _LEAST_WORDED * len(column) or dated or (people and not above_names):
            continue
        length = sum(words) / len(words)
        if best is None or length > best[0]:
            best = length, place
    if best is None:
        return None
    length, place = best
    above = [head[-place - 1].text for head in heads if len(head) > place]
    # Below names, a few words say what people work on, and are no titles.
    fields = length < _FEWEST_BELOW_NAME and 2 * sum(map(_is_full_name, above)) > len(heads)
    return None if fields else place


def _named_places(heads: _Heads, place: int) -> set[int]:
    """How far above the labels, and below the title, a line names people in most cards."""
    columns = {at: [head[-at].text for head in heads] for at in range(1, place)}
    return {at for at, column in columns.items() if 2 * sum(map(_names_people, column)) > len(column)}


def _names_people(text: str) -> bool:
    text = without_by(text)
    several = text.split(" & ") if " & " in text else text.split(" and ")
    return all(map(_is_full_name, several)) or (", " in text and listed_names(text) is not None)


def _is_full_name(text: str) -> bool:
    stated = text.casefold().split()
    words = [word for word in stated if word.strip(".,") not in TITLES_OF_PEOPLE | SUFFIXES]
    return len(words) <= _MOST_NAME_WORDS and TITLE_WORDS.isdisjoint(words) and single_name(text) is not None


def _tell_works(cards: Sequence[Card]) -> bool:
    """Whether most cards say who made something, or what it is about; open positions do neither."""
    told = sum(1 for card in cards if card.abstract or any(whom != "others" for whom, _ in card.people))
    return 2 * told > len(cards)


def _differ(cards: Sequence[Card], frame: Frame, label: str) -> bool:
    """Whether the cards have what a list of labels in front of, or behind, abstracts has not.

    That is a kind below the title, somebody who leads or helped, a label that some have and other pages have
    not, or lines between labels and text.
    """
    if any(card.kinds or card.people[:1] == [] for card in cards) or label in LEADS:
        return True
    if any(whom == "others" for card in cards for whom, _ in card.people):
        return True
    own = Counter(label for label in frame.labels if label and label not in KNOWN)
    if any(count >= _FEWEST for count in own.values()):
        return True
    return any(above is not None for _, above in _above_abstracts(cards, frame))


def _stand_above_titles(cards: Sequence[Card], frame: Frame) -> bool:
    """Whether the titles would be topics: right above most abstracts a longer line stands, no label."""
    found = list(_above_abstracts(cards, frame))
    longer = sum(
        1
        for card, above in found
        if above is not None and len(above.text.split()) > len(card.title.text.split())
    )
    return 2 * longer > len(found) > 1


def _above_abstracts(cards: Sequence[Card], frame: Frame) -> Iterator[tuple[Card, Line | None]]:
    """Each card that has an abstract, with the line above that, unless it is a label."""
    places = {line.number: at for at, line in enumerate(frame.lines)}
    for card in cards:
        if card.abstract:
            above = places[card.abstract[0].number] - 1
            yield card, None if frame.labels[above] else frame.lines[above]
