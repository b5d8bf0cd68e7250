"""Projects that a programme offers: a title, mentors without a label, what it is about, who may apply.

Who stands below such a title has made nothing yet, but will look after whoever applies. What tells the
projects is that each says, behind one label or in hours a week, what is asked of those who do, and that the
page speaks of mentors; where names stand is then the same for all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from seedbed.read.buttons import is_control
from seedbed.read.lists.card_fields import Card
from seedbed.read.lists.cards import Cards
from seedbed.read.lists.list_labels import label_of
from seedbed.read.shape import is_prose, is_topic, without_number
from seedbed.read.works.affiliations import is_institution_line
from seedbed.read.works.asides import says_without_abstract
from seedbed.read.works.bylines import read_byline
from seedbed.read.works.work_titles import is_work_title, may_be_short_title
from seedbed.text.lines import Line

_ASKED = re.compile(
    r"(?:(?:desired|required|preferred|ideal|recommended|useful) )?"
    r"(?:background|skills?|candidates?|applicants?|qualifications?|experience)"
    r"|(?:pre)?requisites?|requirements?|prior knowledge|mentee(?:s| profile)?"
    r"|what (?:we|i)['’](?:re|m) looking for|who should apply|(?:skills|experience) (?:needed|required)",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"\d{1,3}(?: ?[–-] ?\d{1,3})?\+? ?(?:hours?|hrs?|h) ?(?:/|per|a|each) ?week", re.IGNORECASE
)
_SIGNS = (
    re.compile(r"\b(?:mentor|supervis|advis[eo]r)", re.IGNORECASE),
    re.compile(r"\bproject", re.IGNORECASE),
)
_FEWEST = 3
_LEAST_SHARE = 0.6
"""Of the lines that say what is asked, how many need a project above them; of these, how many a title."""
_MOST_PARAGRAPHS = 6
_MOST_HEAD = 7
_FEWEST_WORDS = 4
"""Words of titles, on average."""


class _Place(NamedTuple):
    """Where a project's head begins, the text about it, and what is asked."""

    begin: int
    text: int
    end: int


def find_offered(lines: Sequence[Line]) -> Cards | None:
    """The projects, with the lines above the first; None unless there are three or more, and mentors."""
    label = _label(lines)
    if not label or not all(any(sign.search(line.text) for line in lines) for sign in _SIGNS):
        return None
    asked = [at for at, line in enumerate(lines) if _asks(line.text) == label]
    places = list(_places(lines, asked))
    if len(places) < _FEWEST or len(places) < _LEAST_SHARE * len(asked):
        return None
    titles = _titles(lines, places)
    borders = [*(place.begin for place in places), len(lines)]
    cards = [
        _card(lines, place, title, end)
        for place, title, end in zip(places, titles, borders[1:], strict=True)
        if title is not None
    ]
    fits = len(cards) >= max(_FEWEST, _LEAST_SHARE * len(places))
    fits = fits and len({card.title.text for card in cards}) == len(cards)
    return Cards(cards, lines[: places[0].begin], label, is_headed=False) if fits else None


def _label(lines: Sequence[Line]) -> str:
    """The label that comes most often of those that say what is asked; empty where none comes thrice."""
    counts = Counter(filter(None, (_asks(line.text) for line in lines)))
    label, count = counts.most_common(1)[0] if counts else ("", 0)
    return label if count >= _FEWEST else ""


def _asks(text: str) -> str:
    """The label behind which a line says what is asked of those who apply; empty where it says nothing so."""
    if _HOURS.fullmatch(text.rstrip(".")):
        return "hours a week"
    match = label_of(text)
    label = match["label"].casefold().strip() if match and match["value"] else ""
    return label if _ASKED.fullmatch(label) else ""


def _places(lines: Sequence[Line], asked: Sequence[int]) -> Iterator[_Place]:
    """Where projects stand: text above what is asked, and right over that the lines of its head."""
    for above, at in pairwise((-1, *asked)):
        text = at
        while text - 1 > above and at - text < _MOST_PARAGRAPHS and not _is_of_head(lines[text - 1].text):
            text -= 1
        begin = text
        while begin - 1 > above and text - begin < _MOST_HEAD and _goes_on(lines, begin, text):
            begin -= 1
        if begin < text < at:
            yield _Place(begin, text, at)


def _is_of_head(text: str) -> bool:
    return not is_prose(text) and not says_without_abstract(text) and not _asks(text)


def _goes_on(lines: Sequence[Line], at: int, text: int) -> bool:
    """Whether the line above one of a head is of it, too: they touch, and no button of the page is there."""
    above = lines[at - 1]
    return (at == text or above.touches(lines[at])) and _is_of_head(above.text) and not is_control(above.text)


def _titles(lines: Sequence[Line], places: Sequence[_Place]) -> list[int | None]:
    """Where the titles are: as far down the heads as most are, else where one surely is and no other may be.

    None where most have too few words for titles: topics may stand above names, too.
    """
    heads = [[at for at in _over_names(place) if _is_headed(lines, place, at)] for place in places]
    sure = [[at for at in head if _is_sure(lines[at].text)] for head in heads]
    counts = Counter(at - place.begin for place, head in zip(places, sure, strict=True) for at in head)
    usual = max(counts, key=lambda at: (counts[at], at)) if counts else 0
    found: list[int | None] = []
    for place, head, told in zip(places, heads, sure, strict=True):
        at = place.begin + usual
        if at in told or (at in head and not told and at == head[-1]):
            found.append(at)
        else:
            found.append(told[0] if at not in head and len(told) == 1 else None)
    titles = [lines[at].text for at in found if at is not None]
    words = sum(len(title.split()) for title in titles)
    return found if words >= _FEWEST_WORDS * len(titles) else [None] * len(places)


def _is_sure(text: str) -> bool:
    return is_work_title(text) and not _names(text)


def _over_names(place: _Place) -> range:
    return range(place.begin, place.text - 1)


def _is_headed(lines: Sequence[Line], place: _Place, at: int) -> bool:
    """Whether a line of a head may be a title, with names right below it."""
    return at in _over_names(place) and _names(lines[at + 1].text) and may_be_short_title(lines[at].text)


def _names(text: str) -> bool:
    return read_byline(text) is not None and not is_institution_line(text)


def _card(lines: Sequence[Line], place: _Place, title: int, end: int) -> Card:
    card = Card(Line(lines[title].number, without_number(lines[title].text)))
    card.kinds = [line for line in lines[place.begin : title] if is_topic(line.text)]
    card.people = [("others", lines[title + 1])]
    text = lines[place.text : place.end]
    card.abstract = [line for line in text if is_prose(line.text) and not says_without_abstract(line.text)]
    card.labels = [line for line in lines[place.end : end] if is_control(line.text)]
    return card
