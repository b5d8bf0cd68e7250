"""The labels of a programme's cards: whom they name, in the form that each has for one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from seedbed.read.creators import is_name_list
from seedbed.read.lists.list_labels import label_of
from seedbed.read.shape import is_prose
from seedbed.read.vocabulary import LABELS, MENTORS, PROJECT_LEADS
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

Who = Literal["creators", "fellows", "others"]
"""Whom a label names: "others" helped, and have no part in the work."""

_LONGEST_VALUE = 300
_FEWEST = 3
_LEAST_FITTING = 0.7
_WITHOUT_COLON = LABELS["creators"] | LABELS["fellows"] | LABELS["date"] | MENTORS | PROJECT_LEADS


def _plain(label: str) -> str:
    """A label in lower case, one of several in the form that it has for one."""
    basic = label.casefold().removesuffix("(s)").strip()
    return basic.removesuffix("s") if len(basic) > len("its") else basic


WHO: Mapping[str, Who] = {
    **{_plain(label): "others" for label in MENTORS},
    **{_plain(label): "creators" for label in (*LABELS["creators"], *PROJECT_LEADS)},
    **{_plain(label): "fellows" for label in LABELS["fellows"]},
}
TITLES = frozenset(map(_plain, LABELS["title"]))
TOPICS = frozenset(map(_plain, LABELS["topics"]))
VENUES = frozenset(map(_plain, LABELS["venue"]))


def basic_label(text: str) -> str:
    """The label that a line begins with, in its basic form, or that a line is, if people follow it."""
    match = label_of(text)
    if match is None:
        return _plain(text) if len(text) <= _LONGEST_VALUE and _plain(text) in WHO else ""
    if match["value"] and (len(match["value"]) > _LONGEST_VALUE or _is_text(match["value"])):
        return ""
    return _plain(match["label"])


def _is_text(value: str) -> bool:
    return is_prose(value) and not is_name_list(value)


def value_of(text: str) -> str:
    """What stands behind the label that a line begins with."""
    match = label_of(text)
    return match["value"] if match else ""


def names_people(lines: Sequence[Line], at: int) -> bool:
    """Whether names stand behind a label, or below it."""
    value = value_of(lines[at].text)
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return is_name_list(value) if value else bool(below) and is_name_list(below) and " " in below


def with_colons(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, with a colon behind each label that stands alone without one, as "Scholars" over names.

    That is sure where such a line comes again and again, and names stand below it nearly each time.
    """
    alone = [at for at, line in enumerate(lines) if line.text.casefold() in _WITHOUT_COLON]
    if len(alone) < _FEWEST:
        return lines
    counts = Counter(lines[at].text.casefold() for at in alone)
    fitting = Counter(
        lines[at].text.casefold()
        for at in alone
        if at + 1 < len(lines) and _fits(lines[at].text, lines[at + 1].text)
    )
    sure = {text for text, count in fitting.items() if count >= max(_FEWEST, _LEAST_FITTING * counts[text])}
    if WHO.keys().isdisjoint(map(_plain, sure)):
        return lines
    return [Line(line.number, f"{line.text}:") if line.text.casefold() in sure else line for line in lines]


def _fits(label: str, below: str) -> bool:
    if _plain(label) in WHO:
        return is_name_list(below)
    return find_date(below) is not None
