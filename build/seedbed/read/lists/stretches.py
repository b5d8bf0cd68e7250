"""A list parted where its labels begin and end: what stands above each work's labels, and what these say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from seedbed.read.buttons import is_control
from seedbed.read.lists.label_groups import find_groups, leads_part
from seedbed.read.lists.list_details import Details, Order, read_details
from seedbed.read.lists.list_labels import TELLING, find_label, is_other_label, other_labels
from seedbed.read.shape import begins_abstract, is_prose, without_abstract_label
from seedbed.text.lines import Line

_FEWEST_TOUCHING = 3
_MOST_ASIDE = 2
"""Lines of which we know nothing that may stand between a work's labels and its abstract."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines without labels, and what the labelled ones that follow say."""

    gap: tuple[Line, ...]
    details: Details


Parted = tuple[list[Stretch], tuple[Line, ...]]
"""All lines of a list: its stretches, and what stands below the last label."""


def read_stretches(lines: Sequence[Line]) -> Parted:
    """All lines, parted where labels begin and end.

    Where abstracts stand below the labels, a line between a label and running text is what the label says,
    and no title.
    """
    parted = _read_stretches(lines, text_below=False)
    return _read_stretches(lines, text_below=True) if _have_text_below(lines, *parted) else parted


def _have_text_below(lines: Sequence[Line], stretches: Sequence[Stretch], tail: Sequence[Line]) -> bool:
    """Whether running text follows the labels of most works, of those where it is sure what does.

    It is not where a label without a value stands above: what follows may be its value. Buttons say nothing.
    """
    gaps = (*(each.gap for each in stretches[1:]), tail)
    below = [gap[0] for gap in gaps if gap and not is_control(gap[0].text)]
    above = {line.number: before.text for before, line in pairwise(lines)}
    sure = [line for line in below if not is_other_label(above.get(line.number, ""))]
    return 2 * sum(1 for line in sure if is_prose(line.text)) > len(sure) and len(sure) < len(below)


def _read_stretches(lines: Sequence[Line], *, text_below: bool) -> Parted:
    stretches: list[Stretch] = []
    gap: list[Line] = []
    groups = find_groups(lines)
    grouped = {at for first, end in groups.items() for at in range(first, end)}
    others = other_labels(lines) | {at for at in grouped if find_label(lines[at].text) is None}
    others |= {at for at, line in enumerate(lines) if leads_part(line.text)}
    index = 0
    while index < len(lines):
        if index in groups:
            details, index = _read_group(lines, index, groups[index], others)
            stretches.append(Stretch(tuple(gap), details))
            gap = []
        elif index in others:
            index += 1
        elif find_label(lines[index].text) is None:
            gap.append(lines[index])
            index += 1
        else:
            order = Order(_have_titles_first(stretches), text_below)
            details, end = read_details(lines, index, others, order=order)
            if details.fields == ("mentors",):
                index = end
            elif TELLING.isdisjoint(details.fields):
                index = _read_beside(lines, index, details, gap, stretches)
            else:
                stretches.append(Stretch(tuple(gap), details))
                index, gap = end, []
    return stretches, tuple(gap)


def _have_titles_first(stretches: Sequence[Stretch]) -> bool:
    """Whether the first of the known labels of the list labels a title."""
    fields = stretches[0].details.fields if stretches else ()
    return next((each for each in fields if each != "others"), None) == "title"


def _read_group(lines: Sequence[Line], first: int, end: int, others: frozenset[int]) -> tuple[Details, int]:
    """What the labels of a group say, and the index behind it."""
    details, behind = read_details(lines, first, others, within=end)
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


def with_abstracts_above(labelled: Sequence[Stretch], tail: tuple[Line, ...]) -> Parted:
    """The stretches with each abstract right above its work's labels, as most lists have it.

    Some have the labels between title and abstract. Then what stands above labels ends in a title, and what
    stands below them begins, mostly, with running text.
    """
    if not labelled:
        return [], tail
    if (below_labels := _with_titles_below(labelled, tail)) is not None:
        return below_labels
    above = [stretch.gap for stretch in labelled]
    below = [*above[1:], tail]
    if all(stretch.details.title for stretch in labelled):
        return _with_text_below_titles(labelled, below)
    abstracts = [_leading_abstract(gap) for gap in below]
    if any(not gap or is_prose(gap[-1].text) for gap in above) or not _are_abstracts_below(abstracts, below):
        return _with_own_text_above(labelled), tail
    left = _left_below(abstracts, below)
    titles = [above[0], *left[:-1]]
    moved = [
        Stretch((*title, *abstract), stretch.details)
        for title, abstract, stretch in zip(titles, abstracts, labelled, strict=True)
    ]
    return moved, left[-1]


def _with_own_text_above(labelled: Sequence[Stretch]) -> list[Stretch]:
    """Where abstracts stand above labels: those with text right above the labels of a few works below them.

    That ends in a button, lines of the next work follow, and nothing else says what the work is about.
    """
    found = list(labelled)
    for at, (above, below) in enumerate(pairwise(labelled)):
        own = _leading_abstract(below.gap)
        left = below.gap[len(own) :]
        told = above.details.abstract or is_prose(found[at].gap[-1].text if found[at].gap else "")
        told = told or (at > 0 and any(is_prose(line.text) for line in found[at].gap))
        if own and is_control(own[-1].text) and left and not told:
            found[at] = replace(above, gap=(*found[at].gap, *own))
            found[at + 1] = replace(below, gap=left)
    return found


def _are_abstracts_below(abstracts: Sequence[Sequence[Line]], below: Sequence[Sequence[Line]]) -> bool:
    """Whether most of the running text begins right below labels, of several works; some may have none."""
    found = sum(1 for abstract in abstracts if abstract)
    told = sum(1 for gap in below if any(is_prose(line.text) for line in gap))
    return 2 * found > len(below) or (found > 1 and 2 * found > told)


def _left_below(
    abstracts: Sequence[Sequence[Line]], below: Sequence[tuple[Line, ...]]
) -> list[tuple[Line, ...]]:
    """What stands below each abstract and is of the next work: a heading, perhaps, and the title.

    Where headings stand apart from the abstract above, what touches it is of the same work: that it won a
    prize, or what opens more of it.
    """
    rest = [gap[len(abstract) :] for abstract, gap in zip(abstracts, below, strict=True)]
    apart = [_apart_from(abstract, lines) for abstract, lines in zip(abstracts, rest, strict=True)]
    headed = any(len(own) > 1 and own == lines for own, lines in zip(apart[:-1], rest, strict=False))
    return apart if headed else rest


def _apart_from(abstract: Sequence[Line], lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without those that touch the abstract above, if others stand apart below them."""
    following = enumerate(lines, start=abstract[-1].number + 1) if abstract else ()
    touching = sum(1 for _ in takewhile(lambda each: each[1].number == each[0], following))
    return lines[touching:] or lines


def _with_titles_below(labelled: Sequence[Stretch], tail: tuple[Line, ...]) -> Parted | None:
    """The stretches where titles stand below the labels: blank lines part what belongs to each work.

    So it is where the lines right below each work's labels touch these, and none above them does, nor is
    running text or a button.
    """
    places = [place for stretch in labelled if (place := _place(stretch.details)) is not None]
    titled = any(stretch.details.title for stretch in labelled)
    if titled or len(labelled) < _FEWEST_TOUCHING or len(places) < len(labelled):
        return None
    first, *below = [*(stretch.gap for stretch in labelled), tail]
    own: list[tuple[Line, ...]] = []
    for (_, last), lines, following in zip(places, below, [*places[1:], None], strict=True):
        if not lines or lines[0].number != last + 1:
            return None
        touching = takewhile(lambda each: each[1].number == each[0], enumerate(lines, start=last + 1))
        own.append(tuple(line for _, line in touching))
        if following is not None and lines[-1].number + 1 == following[0]:
            return None
    if first and first[-1].number + 1 == places[0][0]:
        return None
    *rest, end = [first, *(lines[len(mine) :] for mine, lines in zip(own, below, strict=True))]
    apart = [line for lines in rest for line in lines]
    headed = sum(1 for lines in rest[1:] if lines)
    if 2 * headed >= len(labelled) or any(is_prose(line.text) or is_control(line.text) for line in apart):
        return None  # these end the work whose labels stand below them
    moved = [
        Stretch((*above, *mine), stretch.details)
        for above, mine, stretch in zip(rest, own, labelled, strict=True)
    ]
    return moved, end


def _place(details: Details) -> tuple[int, int] | None:
    """The first and the last line that labels and their values stand on."""
    one = (details.date, details.venue, details.odd_date)
    several = (
        *details.creators,
        *details.fellows,
        *details.mentors,
        *details.labels,
        *details.links,
        *details.topics,
    )
    numbers = [line.number for line in (*several, *one) if line is not None]
    return (min(numbers), max(numbers)) if numbers and not details.abstract else None


def _with_text_below_titles(labelled: Sequence[Stretch], below: Sequence[Sequence[Line]]) -> Parted:
    """Where titles are labelled, what stands below a work's labels is its own."""
    abstracts, left = zip(*map(_own_text, below), strict=True)
    gaps = [labelled[0].gap, *left[:-1]]
    moved = [
        Stretch(gap, _with_abstract(stretch.details, abstract))
        for gap, stretch, abstract in zip(gaps, labelled, abstracts, strict=True)
    ]
    return moved, left[-1]


def _own_text(gap: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The text that lines begin with, or that a label near their beginning says is an abstract; the rest."""
    for at, line in enumerate(gap[: _MOST_ASIDE + 1]):
        if begins_abstract(line.text):
            end = next((n for n in range(at + 1, len(gap)) if not is_prose(gap[n].text)), len(gap))
            first = Line(line.number, without_abstract_label(line.text))
            return (first, *gap[at + 1 : end]), tuple(gap[end:])
    abstract = _leading_abstract(gap)
    return abstract, tuple(gap[len(abstract) :])


def _with_abstract(details: Details, lines: Sequence[Line]) -> Details:
    if details.abstract:
        return details
    text = tuple(line for line in lines if is_prose(line.text))
    buttons = tuple(line for line in lines if line not in text)
    return replace(details, abstract=text, labels=(*details.labels, *buttons))


def _leading_abstract(gap: Sequence[Line]) -> tuple[Line, ...]:
    """The running text that lines begin with, and the buttons below it."""
    abstract = tuple(takewhile(lambda line: is_prose(line.text), gap))
    buttons = takewhile(lambda line: is_control(line.text), gap[len(abstract) :])
    return (*abstract, *buttons) if abstract else ()
