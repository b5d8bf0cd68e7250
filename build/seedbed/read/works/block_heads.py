"""Where works begin that stand on several lines: each title, and the creators' line below it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from seedbed.read.buttons import is_control
from seedbed.read.lists.list_labels import label_of
from seedbed.read.lists.named_titles import dated_title
from seedbed.read.references.fact_lines import read_facts
from seedbed.read.shape import is_prose
from seedbed.read.works.affiliations import is_institution_line
from seedbed.read.works.appeared import begins_as_venue, is_dated_venue
from seedbed.read.works.bylines import Byline
from seedbed.read.works.usual_places import is_button_of_work, is_dated_below, usual_places
from seedbed.read.works.work_titles import is_kind, is_work_title, may_be_short_title
from seedbed.text.lines import Line, touches_above

_MOST_BUTTONS = 2
"""Lines between title and names that are buttons or say where the work appeared."""
_LONGEST_LABELLED = 120
MOST_PARAGRAPHS = 6
"""Of an abstract that stands above a title, or between that and the names."""
_FEWEST_LED = 3
"""Works whose gaps tell whether names stand over titles, or whose numbers tell where others begin."""
_NUMBERED = re.compile(r"(?:#\d{1,5}|\d{1,5}[.)]|\[\d{1,5}\]) +(?=[^\W\d_])")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class BlockHead:
    """Where a work begins: the indexes of its title and of its creators' line, and whom that names."""

    title: int
    names: int
    byline: Byline


def find_block_heads(
    lines: Sequence[Line], bylines: Mapping[int, Byline], references: Container[int]
) -> Iterator[BlockHead]:
    """The works, each by a line of names and the title above it; one name alone needs a further sign.

    It is sure where others name it, too, where the page begins with it, where the line below is a venue or an
    institution, or where it stands as the names of most works do (`UsualPlaces`).
    """
    places = usual_places(lines, bylines)
    taken = -1
    names: set[int] = set()
    for at, byline in bylines.items():
        if at in places.under_abstracts:
            title = places.under_abstracts[at] if places.under_abstracts[at] not in names else None
        else:
            title = _title_above(lines, at, names, may_be_short=at in places.below_titles)
        if byline.sure and title is not None:
            names.add(at)
        if title is None or title <= taken or lines[title].number in references:
            continue
        if at not in places.beside_facts and at + 2 in places.beside_facts and read_facts(lines[at + 1].text):
            continue  # it is the title over those facts, and over the names below them
        if title in bylines and bylines[title].creators == byline.creators:
            continue  # the name of a page, and that once more with where it belongs
        if (
            places.are_known(byline)
            or is_dated_below(lines, at)
            or is_employed(lines, at)
            or places.are_usual(lines, title, at)
        ):
            yield BlockHead(title, at, byline)
            taken = at


def names_lead(lines: Sequence[Line], heads: Sequence[BlockHead]) -> bool:
    """Whether the widest gap between one work's names and the next one's stands right above these, mostly.

    Then these names are of what stands below them, and no titles stand above names.
    """
    stretches = [(first.names + 1, second.names) for first, second in pairwise(heads)]
    gaps = [lines[end].number - lines[end - 1].number for _, end in stretches]
    widest = [
        max((lines[at].number - lines[at - 1].number for at in range(first, end)), default=0)
        for first, end in stretches
    ]
    leading = sum(1 for gap, other in zip(gaps, widest, strict=True) if gap > other)
    return len(heads) >= _FEWEST_LED and 2 * leading > len(stretches)


def numbered_alike(lines: Sequence[Line], titles: Sequence[int]) -> Sequence[int]:
    """The lines with a number in the form that all titles have theirs in: "#46 On Rain".

    A work begins there, though its names may be missing.
    """
    forms = {_form_of_number(lines[at].text) for at in titles}
    if len(forms) != 1 or "" in forms or len(titles) < _FEWEST_LED:
        return ()
    numbered = (at for at, line in enumerate(lines) if _form_of_number(line.text) in forms)
    return [at for at in numbered if not is_prose(lines[at].text)]


def _form_of_number(text: str) -> str:
    numbered = _NUMBERED.match(text)
    return _DIGITS.sub("0", numbered[0]) if numbered else ""


def is_employed(lines: Sequence[Line], at: int) -> bool:
    """Whether the line below one name says where its bearer works, and running text follows that."""
    below = lines[at + 1 : at + 3]
    return (
        len(below) > 1
        and is_institution_line(below[0].text)
        and not is_dated_venue(below[0].text)
        and is_prose(below[1].text)
    )


def _title_above(
    lines: Sequence[Line], at: int, names: Container[int], *, may_be_short: bool = False
) -> int | None:
    """The title of the work whose creators stand at `at`; buttons or the abstract may stand in between.

    A line of names further up (`names`) is none, though a title may look like one. A word or two may be the
    title where `may_be_short`.
    """
    above = at - 1
    dated = above >= 0 and _is_dated_title(lines, above)
    while not dated and above > 0 and at - above <= _MOST_BUTTONS and _may_stand_between(lines[above].text):
        above -= 1
    if above < 0:
        return None
    if not is_work_title(lines[above].text) and above + 1 < at and is_work_title(lines[above + 1].text):
        above += 1  # it states a year, and says of nothing else where that appeared
    text = lines[above].text
    if dated or (above == at - 1 and above not in names and _is_small_title(lines, above)):
        return above
    if above + 1 < at and is_dated_venue(text) and begins_as_venue(text):
        return None  # that ends the work above
    if may_be_short and may_be_short_title(text):
        return above
    if is_work_title(text.rstrip(",") if lines[at].text.startswith("with ") else text) and above not in names:
        return above
    while above > 0 and at - above < MOST_PARAGRAPHS and is_prose(lines[above].text):
        above -= 1
    between = is_prose(lines[above + 1].text) and above not in names
    return above if between and is_work_title(lines[above].text) else None


def _is_dated_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a title and its year, "On Rain (2021)", and stands apart from what is above."""
    dated = None if touches_above(lines, at) else dated_title(lines[at])
    return dated is not None and is_work_title(dated[0].text)


def _is_small_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a line in small letters is a title: it stands apart, over names and the buttons of a work."""
    text = lines[at].text
    apart = at > 0 and not lines[at - 1].touches(lines[at])
    if not text[0].islower() or not apart or at + 2 >= len(lines) or not is_control(lines[at + 2].text):
        return False
    touching = lines[at].number + 2 == lines[at + 2].number
    return touching and ", " not in text and is_work_title(text[0].upper() + text[1:])


def _may_stand_between(text: str) -> bool:
    """Whether a line between title and creators is a button or a label, or tells as what a work appeared."""
    facts = is_dated_venue(text) or read_facts(text) is not None or is_kind(text)
    return facts or is_button_of_work(text) or _is_labelled(text)


def _is_labelled(text: str) -> bool:
    """Whether a short line begins with a label in small letters: "schedule: Mon, 8:45", "theme: Rain"."""
    small = len(text) <= _LONGEST_LABELLED and text[0].islower() and not is_work_title(text)
    match = label_of(text) if small else None
    return match is not None and bool(match["value"])
