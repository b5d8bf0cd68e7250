"""Labelled lines right below the titles of a list: what it says of each work, in labels of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from seedbed.read.buttons import is_control
from seedbed.read.creators import is_name_list
from seedbed.read.lists.list_labels import is_other_label, label_of
from seedbed.read.shape import LONGEST_HEADING, is_prose
from seedbed.read.vocabulary import LABELS, MENTORS
from seedbed.read.works.bylines import read_byline
from seedbed.text.dates import LONGEST_DATE, find_date
from seedbed.text.lines import Line

_FEWEST = 3
_LEAST_SHARE = 0.8
"""Of the lines with one label, how many have to stand right below a title."""
_FEWEST_TITLE_WORDS = 2
_OF_NO_WORK = frozenset((
    "email", "e-mail", "mail", "phone", "telephone", "tel", "fax", "mobile", "contact",
    "chair", "chairs", "session chair", "session chairs", "co-chair", "chaired by", "moderator", "moderators",
))  # fmt: skip
"""Labels of how somebody is reached, below people and offices, and of who leads a session of a meeting."""
_LEADS_PART = re.compile(r"(?:stream|track|theme|area|cohort|section) leads?", re.IGNORECASE)
_OF_PEOPLE = LABELS["creators"] | LABELS["fellows"] | MENTORS
"""What may stand in a group though it recurs seldom: one work has "Mentors", where others have "Mentor"."""
_TITLE = re.compile(r"(?!(?:19|20)\d\d\b|\d{1,2}[:.]\d\d\b)(?:[^\W_a-z]|[“\"‘'$¿¡]\w)")
_DASH = re.compile(r"\s?[–—|]\s|\s-\s|:\s")
_SENTENCE_END = (".", "?", "!")
_FEWEST_SENTENCE_WORDS = 3
_LONGEST_BEGINNING = 31


def find_groups(lines: Sequence[Line]) -> Mapping[int, int]:
    """Where groups begin, and where each ends: runs of lines with labels that recur, below titles.

    They are sure where one label, whatever it says ("Mentor: …", "Funding: …"), begins three groups or more,
    and hardly ever stands elsewhere. No two titles are the same; a title may be what the label says.
    """
    labels = [_label(line.text) for line in lines]
    counts = Counter(label for label in labels if label)
    recurring = {label for label, count in counts.items() if count >= _FEWEST or label in _OF_PEOPLE}
    runs = list(_runs(labels, recurring))
    above = Counter(lines[first - 1].text for first, _ in runs if first)
    begun = Counter(map(_beginning, {line.text for line in lines}))
    begun[""] = 1
    titles = {
        text
        for text, count in above.items()
        if count == 1 and _may_be_title(text) and begun[_beginning(text)] == 1
    }
    named = LABELS["title"]
    below_titles = [run for run in runs if _text_above(lines, run[0]) in titles or labels[run[0]] in named]
    heads = Counter(labels[first] for first, _ in below_titles)
    sure = {
        label
        for label, count in heads.items()
        if count >= _FEWEST and count >= _LEAST_SHARE * counts[label] and label not in _OF_NO_WORK
    }
    return {first: end for first, end in below_titles if labels[first] in sure}


def leads_part(text: str) -> bool:
    """Whether a line below a heading says who leads that part of a list: "Stream lead: Ann Lee"."""
    match = label_of(text)
    return match is not None and _LEADS_PART.fullmatch(match["label"]) is not None


def _beginning(text: str) -> str:
    """What stands before the first colon of a line, if that is short; "Chair/Co-Chair" is like a label."""
    head, colon, _ = text[:_LONGEST_BEGINNING].partition(":")
    return head if colon else ""


def _label(text: str) -> str:
    """The label that a line begins with, in lower case, if a short value stands behind it; else empty."""
    match = label_of(text)
    if match is None or not match["value"] or leads_part(text):
        return ""
    value, label = match["value"], str(match["label"].casefold())
    if label in LABELS["title"]:
        return label
    is_said = value.endswith(_SENTENCE_END) and len(value.split()) >= _FEWEST_SENTENCE_WORDS
    if (is_prose(value) or is_said) and not is_name_list(value):
        return ""
    return label


def _runs(labels: Sequence[str], recurring: set[str]) -> Iterator[tuple[int, int]]:
    """Where lines with recurring labels begin, and the index behind the last of them that stand together.

    Below a labelled title, one that does not recur may stand among them, since it is no title. Where titles
    are labelled, each begins a run of its own.
    """
    first: int | None = None
    for index, label in enumerate((*labels, "")):
        if label in recurring:
            if first is not None and {label, labels[first]} <= LABELS["title"]:
                yield first, index
                first = index
            first = index if first is None else first
            continue
        below = labels[index + 1] if index + 1 < len(labels) else ""
        among = label and below in recurring and below not in LABELS["title"]
        if first is not None and not (among and labels[first] in LABELS["title"]):
            yield first, index
            first = None


def _text_above(lines: Sequence[Line], first: int) -> str | None:
    """The line above, unless it is the value of a label on a line of its own ("Date:", "May 2")."""
    is_value = first > 1 and is_other_label(lines[first - 2].text)
    return None if first == 0 or is_value else lines[first - 1].text


def _may_be_title(text: str) -> bool:
    """Whether a line begins as titles do, and is no sentence, button or address, nor says who wrote when."""
    byline = read_byline(text)
    return (
        len(text) <= LONGEST_HEADING
        and len(text.split()) >= _FEWEST_TITLE_WORDS
        and not is_prose(text)
        and not is_control(text)
        and _TITLE.match(text) is not None
        and find_date(text) is None
        and not text.endswith((":", ";", ",", "."))
        and not any(mark in text for mark in (" · ", "@", "://"))
        and not _begins_with_day(text)
        and not (byline and byline.where)
    )


def _begins_with_day(text: str) -> bool:
    """Whether a line says what is on a day, and is the title of nothing: "8 May 2024 – led by Ann Lee"."""
    dash = _DASH.search(text[:LONGEST_DATE])
    return dash is not None and find_date(text[: dash.start()]) is not None
