"""Projects of a programme's page: a title, then "Description:" with running text, then who looks after it.

Calls for summers of code and mentorships say of each project what it is, what should come of it, and who its
mentors are, in labels with a colon behind or on lines of their own. What tells the projects is that a label
for descriptions comes round again and again, each time below a title of its own, and that most name somebody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence

from seedbed.read.buttons import is_control
from seedbed.read.creators import is_name_list
from seedbed.read.lists.card_fields import Card
from seedbed.read.lists.card_labels import TITLES, TOPICS, WHO, Who, value_of
from seedbed.read.lists.cards import Cards
from seedbed.read.lists.list_labels import label_of
from seedbed.read.shape import LONGEST_HEADING, is_prose, without_number
from seedbed.text.dates import find_date
from seedbed.text.identifiers import find_addresses
from seedbed.text.lines import Line

_DESCRIBES = frozenset((
    "description", "project description", "short description", "brief description", "detailed description",
    "brief explanation", "rationale", "project idea", "project summary", "project overview",
    "about the project",
))  # fmt: skip
_FEWEST = 3
_LEAST_TITLED = 0.8
"""Of the labels for descriptions, how many have to stand below a title."""
_FEWEST_TITLE_WORDS = 2
_FURTHEST = 12
_MOST_BETWEEN = 3
"""Lines between a title and its description: how long the project takes, where to ask."""
_MOST_PEOPLE = 12
_LONGEST_PERSON = 120
_LONGEST_NAME = 5
_MARKED = re.compile(r"^[-•*·]\s+")
_REACHED = re.compile(r"\s*(?:[(\[<].*|[-–—,]\s*@.*|\s@\S+.*|,?\s*\S+@\S+.*)$")
"""Behind a name: how somebody is reached, in brackets or not."""


def find_described(lines: Sequence[Line]) -> Cards | None:
    """The projects of a page, with the lines above the first; None unless there are three or more."""
    labels = [_label(line.text) for line in lines]
    described = [at for at, label in enumerate(labels) if label in _DESCRIBES and _has_text(lines, at)]
    if len(described) < _FEWEST:
        return None
    if sum(1 for label in labels if label in TITLES) >= len(described):
        others: Container[int] = range(len(lines))  # a title says itself that it is one
    else:
        again = {label for label, count in Counter(filter(None, labels)).items() if count > 1}
        bare = (at for at, label in enumerate(labels) if label in again and not value_of(lines[at].text))
        others = {at + 1 for at in bare}
    titles = [_title_above(lines, labels, at, others) for at in described]
    counts = Counter(line.text for line in lines if len(line.text) <= LONGEST_HEADING)
    begins = sorted({at for at in titles if at is not None})
    texts = {lines[at].text for at in begins}
    if len(begins) < max(_FEWEST, _LEAST_TITLED * len(described)) or len(texts) < len(begins):
        return None
    cards = [
        _card(lines, labels, begin, end) for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True)
    ]
    if 2 * sum(1 for card in cards if card.people) <= len(cards):
        return None  # open positions, courses and wares have descriptions, too
    held = {line.number for card in cards for line in (*(named for _, named in card.people), *card.abstract)}
    for card, begin in zip(cards, begins, strict=True):
        above = lines[begin - 1] if begin and not labels[begin - 1] else None
        if above is None or above.number in held:
            continue
        if counts[above.text] > 1 and _may_be_title(above.text, fewest=1):
            card.section = above
    first = begins[0] - (cards[0].section is not None)
    return Cards(cards, lines[:first], labels[described[0]], is_headed=False)


def _label(text: str) -> str:
    """The label that a line begins with, or that it is, in lower case; empty where there is none."""
    match = label_of(text)
    label = (match["label"] if match else text if len(text) <= len("about the project ") else "").casefold()
    plain = label.removesuffix("(s)").strip()
    if match is None:
        return plain if plain in _DESCRIBES or _whom(plain) is not None else ""
    return plain


def _whom(label: str) -> Who | None:
    return WHO.get(label) or WHO.get(label.removesuffix("s"))


def _has_text(lines: Sequence[Line], at: int) -> bool:
    match = label_of(lines[at].text)
    said = match["value"] if match else ""
    return is_prose(said) if said else at + 1 < len(lines) and is_prose(lines[at + 1].text)


def _title_above(lines: Sequence[Line], labels: Sequence[str], at: int, others: Container[int]) -> int | None:
    """The title over a description: the nearest line that may be one, past labels and a word of advice.

    None of `others` is one: they say something else, as what stands below a label on a line of its own.
    """
    between = 0
    for above in range(at - 1, max(-1, at - 1 - _FURTHEST), -1):
        said = bool(labels[above]) or above in others
        titled = labels[above] in TITLES and value_of(lines[above].text)
        if titled or (_may_be_title(lines[above].text) and not said):
            return above
        between += not said
        too_long = not said and len(lines[above].text) > LONGEST_HEADING
        if labels[above] in _DESCRIBES or too_long or between > _MOST_BETWEEN:
            return None
    return None


def _may_be_title(text: str, fewest: int = _FEWEST_TITLE_WORDS) -> bool:
    return (
        fewest <= len(text.split())
        and not is_prose(text)
        and not is_control(text)
        and (text[0].isupper() or text[0].isdigit() or text[0] in '“"[(')
        and text[-1] not in ":;,."
        and find_date(text) is None
        and "@" not in text
    )


def _card(lines: Sequence[Line], labels: Sequence[str], begin: int, end: int) -> Card:
    """The project whose title stands at `begin`: its description, and the people whom labels name."""
    title = value_of(lines[begin].text) if labels[begin] in TITLES else lines[begin].text
    card = Card(Line(lines[begin].number, without_number(title)))
    at = begin + 1
    while at < end:
        label = labels[at]
        match = label_of(lines[at].text)
        value = match["value"] if match else ""
        whom = _whom(label)
        if label in _DESCRIBES and not card.abstract:
            card.abstract += [Line(lines[at].number, value)] if value else []
            card.labels += [] if value else [lines[at]]
            at += 1
            while at < end and not labels[at] and is_prose(lines[at].text):
                card.abstract.append(lines[at])
                at += 1
            continue
        at += 1
        if whom is None:
            if value and label in TOPICS:
                card.topics.append(Line(lines[at - 1].number, value))
            elif value and find_addresses(value) == (value,):
                card.links.append(Line(lines[at - 1].number, value))
            continue
        people = [Line(lines[at - 1].number, value)] if value else _people_below(lines, labels, at, end)
        named = [person for person in map(_person, people) if person is not None]
        card.people += [(whom, person) for person in named]
        card.labels += [] if value or not named else [lines[at - 1]]
        at += 0 if value else len(people)
    return card


def _people_below(lines: Sequence[Line], labels: Sequence[str], at: int, end: int) -> list[Line]:
    """The lines below a label that name somebody each."""
    found: list[Line] = []
    while at < end and len(found) < _MOST_PEOPLE and not labels[at] and _person(lines[at]) is not None:
        found.append(lines[at])
        at += 1
    return found


def _person(line: Line) -> Line | None:
    """Whom a line names, without how they are reached: "Ann Lee (@ann, ann@a.example)"."""
    if len(line.text) > _LONGEST_PERSON:
        return None
    stated = _MARKED.sub("", line.text)
    if "; " in stated and is_name_list(stated) and "@" not in stated:
        return Line(line.number, stated)  # several, each perhaps with where they work in brackets
    bare = _REACHED.sub("", stated).strip(" ,")
    reached = bare != stated.strip(" ,")
    fits = bool(bare) and is_name_list(bare) and (reached or " " in bare) and ":" not in bare
    short = len(bare.split()) <= _LONGEST_NAME or "," in bare or " and " in bare
    return Line(line.number, bare) if fits and short else None
