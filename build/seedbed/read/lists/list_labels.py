"""The labels that lines of a list begin with: those that we know ("Authors:", "Date:"), and others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from seedbed.read.creators import is_name_list, is_organisation
from seedbed.read.shape import LONGEST_HEADING, is_prose
from seedbed.read.vocabulary import LABELS, MENTORS, SPEAKERS
from seedbed.read.works.affiliations import POSITIONS
from seedbed.text.dates import find_date
from seedbed.text.identifiers import address_of, find_addresses
from seedbed.text.lines import Line

Field = Literal[
    "title", "creators", "fellows", "mentors", "date", "venue", "links", "abstract", "topics", "others"
]

_FIELDS: tuple[Field, ...] = (
    "title", "creators", "fellows", "date", "venue", "links", "abstract", "topics",
)  # fmt: skip
"""Those that have labels of one kind each; "others" has the labels that we do not know."""

_FIELD_OF: Mapping[str, Field] = {
    **dict.fromkeys(SPEAKERS, "creators"),
    **dict.fromkeys(MENTORS, "mentors"),
    **{label: field for field in _FIELDS for label in LABELS[field]},
}
"""What a label says, in lower case, and what it labels."""

TELLING: frozenset[Field] = frozenset((*_FIELDS, "others")) - {"abstract", "topics"}
"""What tells a work of a list. An abstract, its keywords or mentors may be labelled in any text."""

REMARKS = frozenset(("award", "awards", "honor", "honour", "honours", "note", "notes", "prize", "status"))
"""Labels of what else is said of a work; nothing of it is read."""
_OF_ONE = frozenset(
    "adviser advisor fellow grantee intern mentee mentor scholar student supervisor trainee".split()
)
_LONGEST_LABEL = 31
"""Characters of a label, its colon included: one, 28 more and a space before that."""
_LABEL = re.compile(r"(?P<label>[^\W\d_][\w() ’'-]{0,28}?) ?[:：] ?(?P<value>.*)")
_LONGEST_VENUE = 120
_NEVER_ALONE = ("data", "abstrakt", "öz")
"""Labels that mean something else in English, or too much, where no value stands behind them."""
_MEASURE = re.compile(r"\d[\d.,:/–-]{0,12}(?: [^\W\d_]{1,12}\.?)?")
_LONGEST_OTHER = 120
_FEWEST_ALONE = 3
_FEWEST_TITLE_WORDS = 5


def label_of(text: str) -> re.Match[str] | None:
    """The label that a line begins with; most lines have no colon where one would end."""
    beginning = text[:_LONGEST_LABEL]
    return _LABEL.match(text) if ":" in beginning or "：" in beginning else None


def find_label(text: str) -> tuple[Field, str] | None:
    """The field that `text` labels and the value behind the label, perhaps empty; None where it labels none.

    A value on the same line has to look like one, lest a title that begins "Date: " be taken for a label.
    """
    match = label_of(text)
    labelled = _FIELD_OF.get(match["label"].casefold()) if match else None
    if match is None or labelled is None:
        return None
    value = match["value"]
    alone = not value and match["label"].casefold() not in _NEVER_ALONE
    return (labelled, value) if alone or (value and fits(labelled, value)) else None


def fits(labelled: Field, value: str) -> bool:
    """Whether a value on the label's own line looks like what the label says."""
    match labelled:
        case "date":
            return find_date(value) is not None
        case "title":
            worded = any(character.isalpha() for character in value) and not find_addresses(value)
            return len(value) <= LONGEST_HEADING and worded
        case "links":
            return bool(find_addresses(value)) or bool(address_of(value))
        case "abstract" | "topics":
            return True
        case "venue":
            return len(value) <= _LONGEST_VENUE and not is_prose(value)
        case _:
            return is_name_list(value)


def without_employer(label: str, named: str) -> str:
    """The one whom a label names, without where they work, and as what: "Mentor: Ann Lee, Chemist, UCL".

    Institutions that say of themselves that they are some stay.
    """
    name, *others = named.split(", ")
    if label.casefold() not in _OF_ONE or not others or " " not in name or ";" in named:
        return named
    if any(map(_is_acronym, name.split())):
        return named  # family names stand in capitals
    employed = all(map(_is_employment, others))
    kept = (part for part in others if is_organisation(part) and not _is_position(part))
    return ", ".join((name, *kept)) if employed else named


def _is_employment(part: str) -> bool:
    """Whether what stands behind a name is a position or an organisation: one word, or one of capitals."""
    words = part.split()
    told = _is_position(part) or is_organisation(part)
    return len(words) == 1 or told or any(map(_is_acronym, words[1:]))


def _is_acronym(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) > 1


def _is_position(part: str) -> bool:
    return not POSITIONS.isdisjoint(map(str.casefold, part.split()))


def other_labels(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that begin with a label which we do not know, but which recurs next to those that we do.

    Such a line ("Reviewer: Ann Lee") is neither a title nor a topic, and stays unread; so do a label alone
    ("Cohort:") and its value below. One that states a measure ("Cook time: 9 minutes") right above those that
    we know need not recur.
    """
    found: dict[str, list[int]] = {}
    measures: set[int] = set()
    known = {index for index, line in enumerate(lines) if find_label(line.text)}
    for index, line in enumerate(lines):
        match = label_of(line.text) if len(line.text) <= _LONGEST_OTHER else None
        if match is None or not match["value"] or index in known:
            continue
        if _MEASURE.fullmatch(match["value"]):
            measures.add(index)
        if not is_prose(line.text):
            found.setdefault(match["label"].casefold(), []).append(index)
    beside = known | {at for places in found.values() if len(places) > 1 for at in places}
    return frozenset(
        index
        for label, places in found.items()
        if (len(places) > 1 or label in REMARKS)
        and all(_is_among(lines, at, beside) for at in places)
        and not _is_title_again(lines, places, beside)
        for index in places
    ).union(_above_known(measures, known), _alone_above_known(lines, known))


def _is_title_again(lines: Sequence[Line], places: Sequence[int], labelled: set[int]) -> bool:
    """Whether one title with a colon stands over the labels of a work that a list has twice."""
    texts = {lines[at].text for at in places}
    over = all(at - 1 not in labelled and at + 1 in labelled for at in places)
    return over and len(texts) == 1 and all(len(text.split()) >= _FEWEST_TITLE_WORDS for text in texts)


def _above_known(measures: set[int], known: set[int]) -> Iterator[int]:
    """Those of the measures below which a label stands that we know, or another of them that has it."""
    below = set(known)
    for index in sorted(measures, reverse=True):
        if index + 1 in below:
            below.add(index)
            yield index


def _alone_above_known(lines: Sequence[Line], known: set[int]) -> Iterator[int]:
    """Labels on lines of their own, each above its value and, below that, a label that we know or another.

    A title may stand so, too ("Talk:"); but no two titles are the same, and of the values most are.
    """
    below = set(known)
    places: dict[str, list[int]] = {}
    unsure: set[str] = set()
    for index in sorted(set(range(len(lines) - 2)) - known, reverse=True):
        label, value = lines[index].text, lines[index + 1].text
        if len(label) > _LONGEST_LABEL or not is_other_label(label):
            continue
        if index + 2 in below and index + 1 not in below and not is_prose(value):
            below.add(index)
            places.setdefault(label.casefold(), []).append(index)
        else:
            unsure.add(label.casefold())
    for label, indexes in places.items():
        values = {lines[index + 1].text for index in indexes}
        if label not in unsure and len(indexes) >= _FEWEST_ALONE and 2 * len(values) <= len(indexes):
            yield from (at for index in indexes for at in (index, index + 1))


def is_other_label(text: str) -> bool:
    """Whether `text` is a label on a line of its own that we do not know ("Reviewers:")."""
    match = _LABEL.fullmatch(text)
    return match is not None and not match["value"]


def _is_among(lines: Sequence[Line], at: int, labelled: set[int]) -> bool:
    """Whether a labelled line follows, or comes before and no running text follows, as it would a title."""
    ends = at + 1 == len(lines) or not is_prose(lines[at + 1].text)
    return at + 1 in labelled or (at - 1 in labelled and ends)
