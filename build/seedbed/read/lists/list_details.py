"""The labelled lines below a work of a list, each with the lines of its value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from seedbed.read.creators import is_name_list
from seedbed.read.lists.label_groups import find_groups
from seedbed.read.lists.list_gap import is_control
from seedbed.read.lists.list_labels import TELLING, Field, find_label, fits, is_other_label, other_labels
from seedbed.read.lists.name_lines import end_of_names
from seedbed.read.shape import begins_abstract, is_prose, without_abstract_label
from seedbed.read.vocabulary import MENTORS, NOBODY
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

_UNDATED = re.compile(
    r"\d|yesterday|today|last (?:week|month|year)|spring|summer|autumn|fall|winter"
    r"|forthcoming|in press|n\.d|undated|ongoing",
    re.IGNORECASE,
)
_LONGEST_ODD_DATE = 40
_FEWEST_TOUCHING = 3
_MOST_ASIDE = 2
"""Lines of which we know nothing that may stand between a work's labels and its abstract."""
_NAMES: frozenset[Field] = frozenset(("creators", "fellows"))


@dataclass(frozen=True, slots=True)
class Details:
    """What the labels under a work say.

    Attributes:
        fields: Which labels there are, in order.
        creators: Lines of names; a value on the label's own line is cut from the label.
        date: A line that is a date.
        title: The title, where that is labelled, too.
        venue: The line that says where the work appeared.
        links: Lines that state where the work is.
        abstract: The abstract's paragraphs, where it has a label of its own; the first one is cut from it.
        topics: Lines that list keywords.
        odd_date: A line that stands where the date should, and cannot be read as one.
        labels: Lines that hold a label and no value.
    """

    fields: tuple[Field, ...] = ()
    creators: tuple[Line, ...] = ()
    fellows: tuple[Line, ...] = ()
    date: Line | None = None
    title: Line | None = None
    venue: Line | None = None
    links: tuple[Line, ...] = ()
    abstract: tuple[Line, ...] = ()
    topics: tuple[Line, ...] = ()
    odd_date: Line | None = None
    labels: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines without labels, and the labelled ones that follow; None at the end of the seed."""

    gap: tuple[Line, ...]
    details: Details | None


def read_stretches(lines: Sequence[Line]) -> list[Stretch]:
    """All lines, parted where labels begin and end; the last stretch is the one below the last label."""
    stretches: list[Stretch] = []
    gap: list[Line] = []
    groups = find_groups(lines)
    grouped = {at for first, end in groups.items() for at in range(first, end)}
    others = other_labels(lines) | {at for at in grouped if find_label(lines[at].text) is None}
    index = 0
    while index < len(lines):
        if index in groups:
            details, index = _read_group(lines, index, groups[index], others)
            stretches.append(Stretch(tuple(gap), details))
            gap = []
            continue
        if index in others:
            index += 1
            continue
        if (behind := _behind_mentors(lines, index)) is not None:
            index = behind
            continue
        if find_label(lines[index].text) is None:
            gap.append(lines[index])
            index += 1
            continue
        first = stretches[0].details if stretches else None
        known = [each for each in first.fields if each != "others"] if first is not None else []
        titles_first = known[:1] == ["title"]
        details, end = _read_details(lines, index, others, titles_first=titles_first)
        if TELLING.isdisjoint(details.fields):
            index = _read_beside(lines, index, details, gap, stretches)
            continue
        stretches.append(Stretch(tuple(gap), details))
        index, gap = end, []
    return [*stretches, Stretch(tuple(gap), None)]


def _read_group(lines: Sequence[Line], first: int, end: int, others: frozenset[int]) -> tuple[Details, int]:
    """What the labels of a group say, and the index behind it."""
    details, behind = _read_details(lines, first, others, within=end)
    return replace(details, fields=("others", *details.fields)), max(end, behind)


def _read_beside(
    lines: Sequence[Line], index: int, details: Details, gap: list[Line], stretches: list[Stretch]
) -> int:
    """The index behind a line that begins labels of an abstract and of keywords alone.

    The abstract is text as any. Keywords belong to the work above if its abstract stands between, and else
    stay unread.
    """
    if details.fields[0] == "abstract":
        gap.append(lines[index])
        return index + 1
    above = stretches[-1].details if stretches and gap and is_prose(gap[0].text) else None
    if above is not None and not above.topics:
        labelled = replace(above, topics=details.topics, labels=(*above.labels, *details.labels))
        stretches[-1] = replace(stretches[-1], details=labelled)
    return index + 1 + sum(1 for line in details.topics if line.number != lines[index].number)


def with_abstracts_above(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches with each abstract right above its work's labels, as most lists have it.

    Some have the labels between title and abstract. Then what stands above labels ends in a title, and what
    stands below them begins, mostly, with running text.
    """
    *labelled, tail = stretches
    if not labelled:
        return [tail]
    if (below_labels := _with_titles_below(labelled, tail)) is not None:
        return below_labels
    above = [stretch.gap for stretch in labelled]
    below = [*above[1:], tail.gap]
    if all(stretch.details is not None and stretch.details.title for stretch in labelled):
        return _with_text_below_titles(labelled, below)
    abstracts = [_leading_abstract(gap) for gap in below]
    if any(not gap or is_prose(gap[-1].text) for gap in above) or 2 * abstracts.count(()) >= len(below):
        return list(stretches)
    left = [gap[len(abstract) :] for gap, abstract in zip(below, abstracts, strict=True)]
    gaps = [(*title, *abstract) for title, abstract in zip([above[0], *left], abstracts, strict=False)]
    moved = [Stretch(gap, stretch.details) for gap, stretch in zip(gaps, labelled, strict=True)]
    return [*moved, Stretch(left[-1], None)]


def _with_titles_below(labelled: Sequence[Stretch], tail: Stretch) -> list[Stretch] | None:
    """The stretches where titles stand below the labels: blank lines part what belongs to each work.

    So it is where the lines right below each work's labels touch these, and none above them does, nor is
    running text or a button.
    """
    places = [_places(stretch.details) for stretch in labelled]
    below = [*(stretch.gap for stretch in labelled[1:]), tail.gap]
    if len(labelled) < _FEWEST_TOUCHING or any(
        stretch.details and stretch.details.title for stretch in labelled
    ):
        return None
    own: list[tuple[Line, ...]] = []
    for place, lines, following in zip(places, below, [*places[1:], None], strict=True):
        if place is None or not lines or lines[0].number != place[1] + 1:
            return None
        touching = takewhile(lambda each: each[1].number == each[0], enumerate(lines, start=lines[0].number))
        own.append(tuple(line for _, line in touching))
        if following is not None and lines[-1].number + 1 == following[0]:
            return None
    first = places[0]
    if first is None or (labelled[0].gap and labelled[0].gap[-1].number + 1 == first[0]):
        return None
    rest = [labelled[0].gap, *(lines[len(mine) :] for mine, lines in zip(own, below, strict=True))]
    apart = [line for lines in rest[:-1] for line in lines]
    headed = sum(1 for lines in rest[1:-1] if lines)
    if 2 * headed >= len(labelled) or any(is_prose(line.text) or is_control(line.text) for line in apart):
        return None  # these end the work whose labels stand below them
    gaps = [(*above, *mine) for above, mine in zip(rest, own, strict=False)]
    moved = [Stretch(tuple(gap), stretch.details) for gap, stretch in zip(gaps, labelled, strict=True)]
    return [*moved, Stretch(tuple(rest[-1]), None)]


def _places(details: Details | None) -> tuple[int, int] | None:
    """The first and the last line that labels and their values stand on."""
    if details is None:
        return None
    one = (details.date, details.venue, details.odd_date)
    several = (*details.creators, *details.fellows, *details.labels, *details.links, *details.topics)
    numbers = [line.number for line in (*several, *one) if line is not None]
    return (min(numbers), max(numbers)) if numbers and not details.abstract else None


def _with_text_below_titles(labelled: Sequence[Stretch], below: Sequence[Sequence[Line]]) -> list[Stretch]:
    """Where titles are labelled, what stands below a work's labels is its own."""
    abstracts, left = zip(*map(_own_text, below), strict=True)
    moved = [
        Stretch(gap, _with_abstract(stretch.details, abstract))
        for gap, stretch, abstract in zip([labelled[0].gap, *left], labelled, abstracts, strict=False)
    ]
    return [*moved, Stretch(left[-1], None)]


def _own_text(gap: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The text that lines begin with, or that a label near their beginning says is an abstract; the rest."""
    for at, line in enumerate(gap[: _MOST_ASIDE + 1]):
        if begins_abstract(line.text):
            end = next((n for n in range(at + 1, len(gap)) if not is_prose(gap[n].text)), len(gap))
            first = Line(line.number, without_abstract_label(line.text))
            return (first, *gap[at + 1 : end]), tuple(gap[end:])
    abstract = _leading_abstract(gap)
    return abstract, tuple(gap[len(abstract) :])


def _with_abstract(details: Details | None, lines: Sequence[Line]) -> Details | None:
    if details is None or details.abstract:
        return details
    text = tuple(line for line in lines if is_prose(line.text))
    buttons = tuple(line for line in lines if line not in text)
    return replace(details, abstract=text, labels=(*details.labels, *buttons))


def _leading_abstract(gap: Sequence[Line]) -> tuple[Line, ...]:
    """The running text that lines begin with, and the buttons below it."""
    abstract = tuple(takewhile(lambda line: is_prose(line.text), gap))
    buttons = takewhile(lambda line: is_control(line.text), gap[len(abstract) :])
    return (*abstract, *buttons) if abstract else ()


@dataclass(slots=True)
class _Gathered:
    """The labels of one work while they are read."""

    values: dict[Field, tuple[Line, ...]] = field(default_factory=dict)
    labels: list[Line] = field(default_factory=list)
    odd_date: Line | None = None


def _read_details(
    lines: Sequence[Line], index: int, others: frozenset[int], within: int = 0, *, titles_first: bool = False
) -> tuple[Details, int]:
    """The labels from `index` on that belong to one work, and the index behind them.

    A field that comes again belongs to the next work, unless two labels above `within` both name people. So
    does a title where `titles_first`.
    """
    gathered = _Gathered()
    while index < len(lines):
        if index in others:
            index += 1
            continue
        found = find_label(lines[index].text)
        if found is None and "date" not in gathered.values and _is_date_of(lines, index):
            gathered.values["date"] = (lines[index],)
            index += 1
            continue
        if found is None:
            behind = _behind_other_label(lines, index)
            if behind is None:
                break
            index = behind
            continue
        labelled, value = found
        if labelled in gathered.values and not (index < within and labelled in _NAMES):
            break
        if titles_first and labelled == "title" and gathered.values:
            break
        index = _read_value(lines, index, labelled, value, gathered)
    date = gathered.values.get("date", ())
    return Details(
        fields=tuple(gathered.values),
        creators=gathered.values.get("creators", ()),
        fellows=gathered.values.get("fellows", ()),
        date=date[0] if date else None,
        title=next(iter(gathered.values.get("title", ())), None),
        venue=next(iter(gathered.values.get("venue", ())), None),
        links=gathered.values.get("links", ()),
        abstract=gathered.values.get("abstract", ()),
        topics=gathered.values.get("topics", ()),
        odd_date=gathered.odd_date,
        labels=tuple(gathered.labels),
    ), index


def _is_date_of(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a date, and not the one that the next work begins with, below a blank line."""
    if find_date(lines[index].text) is None:
        return False
    apart = lines[index - 1].number + 1 < lines[index].number
    touching = index + 1 < len(lines) and lines[index].number + 1 == lines[index + 1].number
    return not (apart and touching)


def _read_value(lines: Sequence[Line], index: int, labelled: Field, value: str, gathered: _Gathered) -> int:
    label = lines[index]
    index += 1
    if labelled == "abstract":
        return _read_abstract(lines, index, value, gathered)
    if value:
        gathered.values[labelled] = (*gathered.values.get(labelled, ()), Line(label.number, value))
        return index
    gathered.labels.append(label)
    gathered.values[labelled] = ()
    if index < len(lines) and lines[index].text.casefold() in NOBODY:
        return index + 1
    if labelled == "date":
        return _read_date(lines, index, gathered)
    is_names = labelled in _NAMES
    end = end_of_names(lines, index, gathered.values) if is_names else _end_of_one(lines, index, labelled)
    gathered.values[labelled] = tuple(lines[index:end])
    return end


def _read_date(lines: Sequence[Line], index: int, gathered: _Gathered) -> int:
    """The index behind the date below its label, also where that cannot be read as one."""
    if index < len(lines) and find_date(lines[index].text) is not None:
        gathered.values["date"] = (lines[index],)
        return index + 1
    if _is_odd_date(lines, index):
        gathered.odd_date = lines[index]
        return index + 1
    return index


def _read_abstract(lines: Sequence[Line], index: int, value: str, gathered: _Gathered) -> int:
    """The index behind an abstract, whose label stands above `index`: at the end of the running text."""
    label = lines[index - 1]
    end = index
    while end < len(lines) and not find_label(lines[end].text) and is_prose(lines[end].text):
        end += 1
    first = (Line(label.number, value),) if value else ()
    gathered.labels += () if value else (label,)
    gathered.values["abstract"] = (*first, *lines[index:end])
    return end


def _end_of_one(lines: Sequence[Line], start: int, labelled: Field) -> int:
    """The index behind the one line that is what the label says; `start` itself where none is."""
    stated = start < len(lines) and not find_label(lines[start].text) and fits(labelled, lines[start].text)
    if labelled == "topics" and stated:
        stated = not is_prose(lines[start].text) and any(mark in lines[start].text for mark in ",;，、；")
    return start + 1 if stated else start


def _is_odd_date(lines: Sequence[Line], index: int) -> bool:
    """Whether a short line stands where a date should and is no title, since no running text follows it."""
    if index >= len(lines):
        return False
    text = lines[index].text
    followed = index + 1 < len(lines) and is_prose(lines[index + 1].text)
    return len(text) <= _LONGEST_ODD_DATE and bool(_UNDATED.search(text)) and not followed


def _behind_mentors(lines: Sequence[Line], index: int) -> int | None:
    """The index behind those who helped with a work, named before any label of its own; they stay unread."""
    behind = index + 2
    named = (
        lines[index].text.endswith((":", "："))
        and lines[index].text.casefold().rstrip(" :：") in MENTORS
        and behind < len(lines)
        and is_name_list(lines[index + 1].text)
    )
    return behind if named and find_label(lines[behind].text) is not None else None


def _behind_other_label(lines: Sequence[Line], index: int) -> int | None:
    """The index behind an unknown label and its one line, among a work's labels; both stay unread."""
    if not is_other_label(lines[index].text):
        return None
    behind = index + 1
    has_value = (
        behind < len(lines) and not find_label(lines[behind].text) and not is_prose(lines[behind].text)
    )
    followed = behind + 1 < len(lines) and is_prose(lines[behind + 1].text)
    return behind + 1 if has_value and not followed else behind
