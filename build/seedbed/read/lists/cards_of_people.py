"""Cards that begin with a person's name, and say the title of that person's work below."""

from __future__ import annotations

from collections.abc import Sequence

from seedbed.read.lists.card_fields import Card, Frame
from seedbed.read.lists.card_labels import TITLES
from seedbed.read.lists.list_labels import label_of
from seedbed.read.shape import is_prose
from seedbed.read.works.affiliations import is_institution_line
from seedbed.read.works.work_titles import is_work_title, may_be_short_title
from seedbed.text.lines import Line

_LEAST_TOLD = 0.6
"""Of the cards, how many have to have their abstract right below the title, where any has one."""
_FEWEST_WORDS = 4
"""Words of titles on average; what people are, or work on, is said in fewer."""
_FEWEST_ALONE = 6
"""The same where no abstract tells that they are titles."""
_POSITIONS = frozenset(
    """
    candidate director engineer fellow lecturer phd postdoc postdoctoral professor researcher scientist
    student
    """.split()
)
_MOST_POSITION_WORDS = 3
"""So early says a line what somebody is: "PhD student", "Senior research scientist"."""
_OF_PEOPLE = frozenset(("she", "he", "they"))
"""How a text about somebody goes on."""


def with_labelled_titles(
    cards: Sequence[Card], frame: Frame, begins: Sequence[int], ends: Sequence[int]
) -> bool:
    """Give each card the title that a label says; the name above it is a fellow's. Whether that was done.

    Running text about somebody, which begins with the name, says nothing of the work.
    """
    for card, begin, end in zip(cards, begins, ends, strict=True):
        at = next(at for at in range(begin, end) if frame.labels[at] in TITLES)
        match = label_of(frame.lines[at].text)
        if match is None or not match["value"]:
            return False
        fellow = card.title
        card.title = Line(frame.lines[at].number, match["value"])
        card.kinds.clear()
        _credit(card, fellow)
        words = {word.casefold() for word in fellow.text.split()}
        if card.abstract and card.abstract[0].text.split()[0].strip(",’'s").casefold() in words:
            card.abstract.clear()
    return True


def _credit(card: Card, fellow: Line) -> None:
    """Name whose work it is above a card's labels, if somebody is."""
    if fellow.text:
        card.people.append(("fellows", fellow))


def with_titles_below(
    cards: Sequence[Card], frame: Frame, begins: Sequence[int], ends: Sequence[int]
) -> bool:
    """Give each card the title that stands below its labels; the name above them is a fellow's.

    That is sure where an abstract stands right below most titles, and hardly one of these is about somebody;
    or where no card has any, and the titles are longer.
    Titles have more words than what stands between the names and the labels: where somebody studies, or what.
    """
    titles = [
        _title_below(card, frame, begin, end) for card, begin, end in zip(cards, begins, ends, strict=True)
    ]
    found = [title for title in titles if title is not None]
    told = [card for card, title in zip(cards, titles, strict=True) if title and _is_over(title, card)]
    bare = not any(card.abstract for card in cards)
    words = sum(map(_words, found))
    if (
        len(found) < len(cards)
        or len({title.text for title in found}) < len(found)
        or (not bare and len(told) < _LEAST_TOLD * len(cards))
        or words < (_FEWEST_ALONE if bare else _FEWEST_WORDS) * len(found)
        or words <= sum(max(map(_words, card.kinds), default=0) for card in cards)
        or any(_tells_of(card.title, card) for card in cards)
    ):
        return False
    for card, title in zip(cards, found, strict=True):
        card.section = None if card.section in found else card.section
        _credit(card, card.title)
        card.title = title
        card.kinds.clear()
        if not _is_over(title, card):
            card.abstract.clear()
    return True


def _words(line: Line) -> int:
    return len(line.text.split())


def _title_below(card: Card, frame: Frame, begin: int, end: int) -> Line | None:
    """The first line behind a card's labels and what stands below these, if it may be a title."""
    held = {line.number for line in (*card.labels, *(named for _, named in card.people))}
    at = begin
    while at < end and (frame.labels[at] or frame.lines[at].number in held):
        at += 1
    text = frame.lines[at].text if at < end else ""
    of_person = {word.strip(",.()").casefold() for word in text.split()[:_MOST_POSITION_WORDS]}
    below = frame.lines[at + 1].text if at + 1 < end else ""
    over_text = is_prose(below) and not frame.labels[at + 1] and may_be_short_title(text)
    titled = bool(text) and (over_text or is_work_title(text[0].upper() + text[1:]))
    fits = titled and _POSITIONS.isdisjoint(of_person) and not is_institution_line(text)
    return frame.lines[at] if fits else None


def _is_over(title: Line, card: Card) -> bool:
    """Whether nothing but blank lines stands between a title and the abstract."""
    between = [line for line in (*card.labels, *card.kinds) if title.number < line.number]
    first = card.abstract[0].number if card.abstract else 0
    return title.number < first and not any(line.number < first for line in between)


def _tells_of(name: Line, card: Card) -> bool:
    """Whether the text below somebody's name is about them."""
    words = {word.strip(",’'s").casefold() for word in name.text.split()}
    first = card.abstract[0].text.split()[0].strip(",’'s").casefold() if card.abstract else ""
    return first in words | _OF_PEOPLE
