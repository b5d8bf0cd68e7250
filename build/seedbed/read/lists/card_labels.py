"""The labels of a programme's cards: whom they name, in the form that each has for one of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

from seedbed.read.buttons import is_control
from seedbed.read.creators import is_name_list
from seedbed.read.lists.list_labels import REMARKS, label_of
from seedbed.read.shape import is_prose, is_topic
from seedbed.read.vocabulary import FIELD_LABELS, LABELS, MENTORS, PROJECT_LEADS
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

Who = Literal["creators", "fellows", "others"]
"""Whom a label names: "others" helped, and have no part in the work."""

_LONGEST_VALUE = 300
_FEWEST = 3
_LEAST_FITTING = 0.7
"""Of the lines of one text, how many have to stand over what such a label says."""
_WITHOUT_COLON = (
    LABELS["creators"] | LABELS["fellows"] | LABELS["date"] | LABELS["topics"] | MENTORS | PROJECT_LEADS
)
_ALONE_NO_HEADING = frozenset(("appeared in", "award", "awards", "prize", "published in", "status", "venue"))
"""Labels that are no heading over works: those may stand under "Journal", or under "Notes"."""
_LONGEST_LABEL = 30
_BESIDE = (" | ", " · ", " • ", " // ")
_LONGEST_PARTED = 1500
_IN_ROLE = re.compile(r"(?P<name>[^(),;]{2,60}?) \((?P<role>[^()]{2,30})\)(?:[,;]\s|$)")
"""As in "Ann Lee (Fellow), Bo Ek (Advisor)"."""
_ALONE = re.compile(
    r"(?:solo|individual|single)(?:[- ](?:project|work|entry|submission))?(?: by|:|,)? ", re.IGNORECASE
)
_HANDLE = re.compile(r"@?[\w.-]{2,30}")
_QUOTES = " \"“”„«»'‘’"


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
LEADS = frozenset(map(_plain, PROJECT_LEADS))
STATE = _plain("status")
DATES = frozenset(map(_plain, LABELS["date"]))
VENUES = frozenset(map(_plain, LABELS["venue"]))
KNOWN = WHO.keys() | set(map(_plain, FIELD_LABELS))
"""All labels that works have; others are a page's own."""


def basic_label(text: str) -> str:
    """The label that a line begins with, in its basic form, or that a line is, if people follow it."""
    match = label_of(text)
    if match is None:
        return _plain(text) if len(text) <= _LONGEST_VALUE and _plain(text) in WHO else ""
    if match["value"] and (len(match["value"]) > _LONGEST_VALUE or _is_text(match["value"])):
        return ""
    return _plain(match["label"])


def stated_label(text: str) -> str:
    """The label that a line begins with, in its basic form, also where running text stands behind it."""
    match = label_of(text)
    return _plain(match["label"]) if match else ""


def _is_text(value: str) -> bool:
    return is_prose(value) and not is_name_list(value)


def value_of(text: str) -> str:
    """What stands behind the label that a line begins with."""
    match = label_of(text)
    return match["value"] if match else ""


def people_in(value: str) -> str:
    """The names that stand behind a label, without what says that it is one alone; empty where it lists none.

    Among full names, some may be those by which people are called elsewhere: "Ann Lee, bo_ek, “Dee”".
    """
    listed = _ALONE.sub("", value)
    if is_name_list(listed):
        return listed
    parts = [part.strip(_QUOTES) for part in listed.split(",")]
    handles = [part for part in parts if _HANDLE.fullmatch(part)]
    others = ", ".join(part for part in parts if part not in handles)
    named = 0 < len(handles) < len(parts) and " " in others and is_name_list(others)
    return ", ".join(parts) if named else ""


def names_people(lines: Sequence[Line], at: int) -> bool:
    """Whether names stand behind a label, or below it."""
    value = value_of(lines[at].text)
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return people_in(value) != "" if value else bool(below) and is_name_list(below) and " " in below


def people_beside(lines: Sequence[str]) -> Mapping[int, Sequence[str]]:
    """What lines that name people of two kinds say of each, by their index: "Ann Lee | Mentor: Bo Ek".

    That is sure where a page has several such lines.
    """
    found = {at: parts for at, line in enumerate(lines) if (parts := _people_beside(line))}
    return found if len({lines[at] for at in found}) >= _FEWEST else {}


def _people_beside(text: str) -> Sequence[str]:
    """The parts of a line that begins with names and names others behind a label; none where it does not."""
    if len(text) > _LONGEST_PARTED:
        return ()
    if text.endswith(")") and (roles := _by_roles(text)):
        return roles
    mark = next((mark for mark in _BESIDE if mark in text), None)
    parts = [part.strip() for part in text.split(mark) if part.strip()] if mark and ":" in text else []
    labelled = [basic_label(part) in WHO and is_name_list(value_of(part)) for part in parts]
    return parts if any(labelled[1:]) and (labelled[0] or is_name_list(parts[0])) else ()


def _by_roles(text: str) -> Sequence[str]:
    """The authors of a line of which each has a role in brackets behind the name, and those of each role."""
    named: dict[str, list[str]] = {}
    end = 0
    matches = list(_IN_ROLE.finditer(text))
    for match in matches:
        role = match["role"].strip()
        if match.start() != end or _plain(role) not in WHO or not is_name_list(match["name"]):
            return ()
        named.setdefault(role, []).append(match["name"])
        end = match.end()
    if end < len(text):
        return ()
    listed = [("Authors", [match["name"] for match in matches]), *named.items()]
    return [f"{label}: {', '.join(names)}" for label, names in listed]


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
    # One is named below "Fellow", and several below "Fellows".
    basic = Counter(_plain(text) for text in fitting.elements())
    sure = {
        text
        for text, count in fitting.items()
        if basic[_plain(text)] >= _FEWEST and count >= _LEAST_FITTING * counts[text]
    }
    if WHO.keys().isdisjoint(map(_plain, sure)):
        return lines
    sure |= _again(lines, sure)
    sure |= _among(lines, sure)
    sure |= _between(lines, sure)
    return [Line(line.number, f"{line.text}:") if line.text.casefold() in sure else line for line in lines]


def _fits(label: str, below: str) -> bool:
    plain = _plain(label)
    if plain in WHO:
        return is_name_list(below)
    if plain in TOPICS or plain in VENUES or plain in REMARKS:
        return is_topic(below)
    return find_date(below) is not None


def _again(lines: Sequence[Line], sure: AbstractSet[str]) -> frozenset[str]:
    """Labels of where works appeared, or what they won, that come again, each right below a sure one's value.

    What they say stands below; a heading that comes again would not have the same words.
    """
    texts = [line.text.casefold() for line in lines]
    places: dict[str, list[bool]] = {}
    for at, text in enumerate(texts):
        if text in _ALONE_NO_HEADING and text not in sure:
            below = at + 1 < len(lines) and _fits(text, lines[at + 1].text)
            places.setdefault(text, []).append(at > 1 and texts[at - 2] in sure and below)
    return frozenset(text for text, fit in places.items() if len(fit) > 1 and all(fit))


def _among(lines: Sequence[Line], sure: AbstractSet[str]) -> frozenset[str]:
    """Labels that come seldom, each time below the value of a sure one, and over what they may say.

    More labels, or running text, mostly follow that sure one: below a work's last label stands a heading. A
    button tells nothing.
    """
    texts = [line.text.casefold() for line in lines]
    rare = (_WITHOUT_COLON | LABELS["venue"] | REMARKS) - sure
    ends: Counter[str] = Counter()
    for label, below in zip(texts, lines[2:], strict=False):
        if label in sure and below.text.casefold() not in rare and not is_control(below.text):
            goes_on = below.text.casefold() in sure or is_prose(below.text)
            ends[label] += -1 if goes_on else 1
    inside = {label for label in sure if ends[label] < 0} | rare
    places = [at for at, text in enumerate(texts) if text in rare]
    odd = {
        texts[at]
        for at in places
        if at < len(("label", "value"))
        or texts[at - 2] not in inside
        or at + 1 == len(lines)
        or not _fits(lines[at].text, lines[at + 1].text)
    }
    return frozenset(texts[at] for at in places) - odd


def _between(lines: Sequence[Line], sure: AbstractSet[str]) -> frozenset[str]:
    """Labels that we do not know, with their values between those of sure ones: "Cohort" over "Summer 2024".

    What stands over titles, to say of what kind each is, has another line below it every time; so may a label
    between two that follow each other in other works.
    """
    texts = [line.text.casefold() for line in lines]
    following = {pair for pair in zip(texts, texts[2:], strict=False) if pair[0] in sure and pair[1] in sure}
    values: dict[str, list[str]] = {}
    inside: Counter[str] = Counter()
    for above, label, value, below in zip(texts, texts[2:], texts[3:], texts[4:], strict=False):
        if len(label) <= _LONGEST_LABEL and {above, below} <= sure:
            values.setdefault(label, []).append(value)
            inside[label] += (above, below) in following
    counts = Counter(text for text in texts if text in values)
    return frozenset(
        label
        for label, stated in values.items()
        if len(stated) >= max(_FEWEST, _LEAST_FITTING * counts[label])
        and (3 * len(set(stated)) <= 2 * len(stated) or inside[label] == len(stated))
        and label not in sure
    )
