"""What a card of a programme's page says behind its title: people, a date, topics, and what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from seedbed.read.buttons import is_control, points_on
from seedbed.read.creators import is_name_list
from seedbed.read.dated_headings import counts_cohorts
from seedbed.read.lists.card_dates import appeared_in, dated_by, submitted_on
from seedbed.read.lists.card_labels import (
    DATES,
    TOPICS,
    VENUES,
    WHO,
    Who,
    people_in,
    stated_label,
    value_of,
)
from seedbed.read.lists.list_labels import label_of, without_employer
from seedbed.read.references.venue import stated_year
from seedbed.read.shape import is_prose, without_abstract_label
from seedbed.read.works.asides import ASIDE, says_without_abstract
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

_FEWEST = 3
_FEWEST_WORDS = 9
"""Words of an abstract: "Details are sent on request." is none."""
_FEWEST_TOLD = 25
"""Words of a summary that stands in the place of an abstract."""


@dataclass(slots=True)
class Card:
    """A work's lines, by what they hold.

    Attributes:
        title: Its title; the value where a label stands before it.
        kinds: Lines between the title and the first label: of what kind it is.
        topics: The lines that list what it is about, without their labels.
        people: The lines that name people, without their labels, and whom each names.
        dated: The line that states its date.
        venue: The line that says where it appeared, without its label.
        abstract: The paragraphs that say what it is about.
        labels: Lines that hold a label or a button and nothing else.
        section: A heading over the title.
        links: Addresses that stand behind labels, and nothing else.
    """

    title: Line
    kinds: list[Line] = field(default_factory=list)
    topics: list[Line] = field(default_factory=list)
    people: list[tuple[Who, Line]] = field(default_factory=list)
    dated: Line | None = None
    venue: Line | None = None
    abstract: list[Line] = field(default_factory=list)
    labels: list[Line] = field(default_factory=list)
    section: Line | None = None
    links: list[Line] = field(default_factory=list)

    def names(self, who: Who) -> list[Line]:
        """The lines that name those people."""
        return [line for whom, line in self.people if whom == who]


@dataclass(frozen=True, slots=True)
class Frame:
    """The page: its lines, the label of each, and the headings that stand over text in each card.

    Attributes:
        known: All labels of the page; what stands behind one may be running text in some cards.
    """

    lines: Sequence[Line]
    labels: Sequence[str]
    over_text: frozenset[str]
    known: frozenset[str]


def text_headings(lines: Sequence[Line], repeated: Mapping[str, int]) -> frozenset[str]:
    """The lines that come again and again, mostly over running text ("Project description")."""
    over = Counter(line.text for line, below in pairwise(lines) if is_prose(below.text))
    often = (text for text, count in repeated.items() if count >= _FEWEST and 2 * over[text] > count)
    return frozenset(text for text in often if not is_prose(text) and not is_control(text))


def fill(card: Card, frame: Frame, begin: int, end: int) -> None:
    """Add what the lines from `begin` to `end` say: people, the date, and the first running text."""
    at = begin
    while at < end:
        line, label = frame.lines[at], frame.labels[at]
        whom = WHO.get(label)
        if whom is not None:
            at = _take_people(card, frame, at, whom)
            continue
        if (below := _value_below(frame, at, end)) is not None:
            _take_detail(card, Line(below.number, f"{line.text} {below.text}"), label)
            card.labels.append(line)
            at += 2
            continue
        headed = line.text in frame.over_text and at + 1 < end
        if is_control(line.text):
            card.labels.append(line)
        elif (submitted := submitted_on(line)) is not None:
            card.dated = card.dated or submitted
        elif not label and not headed and (_says_little(line.text) or _dates_cohort(frame, at)):
            pass
        elif not card.abstract and (headed or (is_prose(line.text) and not label)):
            if headed:
                card.labels.append(line)
                at += 1
            first = Line(frame.lines[at].number, without_abstract_label(frame.lines[at].text))
            card.abstract = [first, *_paragraphs(frame, at + 1, _end_of_text(frame, at, end))]
            at += len(card.abstract) - 1
            card.abstract[:0] = _begun_above(frame, at - len(card.abstract) + 1, begin)
        else:
            _take_detail(card, line, label)
            if _is_over_buttons(frame, at, end):
                card.dated = card.dated or dated_by(line)
        at += 1


def _dates_cohort(frame: Frame, at: int) -> bool:
    """Whether a line stands right below the heading of a cohort, whose works follow: "Cohort 1", "2023"."""
    return at > 0 and _touch(frame, at) and counts_cohorts(frame.lines[at - 1].text)


def _is_over_buttons(frame: Frame, at: int, end: int) -> bool:
    """Whether a line stands right over a work's buttons, as a date below an abstract may."""
    below = frame.lines[at + 1].text if at + 1 < end and _touch(frame, at + 1) else ""
    return bool(below) and (is_control(below) or points_on(below))


def _value_below(frame: Frame, at: int, end: int) -> Line | None:
    """What stands below a label that says when, where or about what: "Date:" over "2024"."""
    label = frame.labels[at]
    alone = (label in TOPICS or label in VENUES or label in DATES) and not value_of(frame.lines[at].text)
    if not alone or at + 1 >= end or frame.labels[at + 1]:
        return None
    below = frame.lines[at + 1]
    dated = label not in DATES or find_date(below.text) is not None
    return below if dated and not is_prose(below.text) and not is_control(below.text) else None


def _take_detail(card: Card, line: Line, label: str) -> None:
    """Add what a line says by its label; above the abstract also where and when, without one."""
    value = value_of(line.text)
    if label in TOPICS and value:
        card.topics.append(Line(line.number, value))
    elif label in VENUES and value:
        card.venue = Line(line.number, value)
    elif label in DATES and value:
        dated = dated_by(line)
        if dated is None and stated_year(value) is not None:
            card.venue = card.venue or Line(line.number, value)  # "Published: Rain Letters 3(2), 2024"
        card.dated = card.dated or dated
    elif not card.abstract:
        appeared = appeared_in(line, label) if card.venue is None else None
        card.venue = appeared or card.venue
        card.dated = card.dated or (dated_by(line) if appeared is None else None)


def take_between(card: Card, line: Line) -> None:
    """Add a line between title and labels: when and where the work appeared, or of what kind it is."""
    before = card.venue, card.dated
    _take_detail(card, line, "")
    if (card.venue, card.dated) == before:
        card.kinds.append(line)


def _says_little(text: str) -> bool:
    """Whether a sentence is no abstract: very short, all in one ("TL;DR: …"), or that none is."""
    words = len(text.split())
    return is_prose(text) and (
        words < _FEWEST_WORDS
        or (words < _FEWEST_TOLD and ASIDE.match(text) is not None)
        or says_without_abstract(text)
    )


def _begun_above(frame: Frame, at: int, begin: int) -> Sequence[Line]:
    """The lines right above running text that goes on from them, as where a formula stands between."""
    start = at
    if frame.lines[at].text[0].islower():
        while start > begin and _touch(frame, start) and not frame.labels[start - 1]:
            start -= 1
    return frame.lines[start:at]


def _touch(frame: Frame, at: int) -> bool:
    return frame.lines[at - 1].touches(frame.lines[at])


def _end_of_text(frame: Frame, at: int, end: int) -> int:
    """Where a gap wider than a blank line, and than that above the text at `at`, ends what belongs to it."""
    lines = frame.lines
    widest = max(len(("line", "blank line")), lines[at].number - lines[at - 1].number)
    return next((n for n in range(at + 1, end) if lines[n].number - lines[n - 1].number > widest), end)


def _paragraphs(frame: Frame, at: int, end: int) -> Iterator[Line]:
    """The running text from `at` on, up to a label that other cards have, too, or to the day it came in."""
    while (
        at < end
        and is_prose(frame.lines[at].text)
        and stated_label(frame.lines[at].text) not in frame.known
        and submitted_on(frame.lines[at]) is None
    ):
        yield frame.lines[at]
        at += 1


def _take_people(card: Card, frame: Frame, at: int, whom: Who) -> int:
    """The index behind a label that names people, and the line of names below it."""
    line = frame.lines[at]
    match = label_of(line.text)
    label, value = (match["label"], match["value"]) if match else (line.text, "")
    if value:
        if people := people_in(without_employer(label, value)):
            card.people.append((whom, Line(line.number, people)))
        return at + 1
    below = frame.lines[at + 1] if at + 1 < len(frame.lines) else None
    if below is None or frame.labels[at + 1] or not is_name_list(below.text):
        return at + 1
    card.people.append((whom, Line(below.number, without_employer(label, below.text))))
    if whom != "others":
        card.labels.append(line)
    return at + 2
