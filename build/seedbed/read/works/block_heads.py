"""Where works begin that stand on several lines: each title, and the creators' line below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from seedbed.read.buttons import is_buttons, is_control
from seedbed.read.lists.list_labels import label_of
from seedbed.read.lists.named_titles import dated_title
from seedbed.read.references.fact_lines import read_facts
from seedbed.read.references.venue import stated_year
from seedbed.read.shape import is_prose, without_number
from seedbed.read.works.affiliations import is_institution_line
from seedbed.read.works.appeared import begins_as_venue, is_dated_venue
from seedbed.read.works.block_details import hashtags
from seedbed.read.works.bylines import Byline
from seedbed.read.works.work_titles import is_kind, is_place_of_poster, is_work_title, may_be_short_title
from seedbed.text.dates import find_month
from seedbed.text.lines import Line, touches_above

_PAGES = re.compile(r"(?:pp?\. ?)?[a-z]?\d{1,5} ?[–-] ?[a-z]?\d{1,5}", re.IGNORECASE)
_MOST_BUTTONS = 2
"""Lines between title and names that are buttons or say where the work appeared."""
_LONGEST_LABELLED = 120
MOST_PARAGRAPHS = 6
"""Of an abstract that stands above a title, or between that and the names."""
_FEWEST_TOLD = 30
"""Words of a paragraph that may be an abstract."""
_NEARLY_ALL = 0.8
_FEWEST_UNDER = 3
_LEAST_UNDER = 0.6
_FEWEST_OVER = 5
_FEWEST_NAMED = 2
_LEAST_OVER = 0.6
_FEWEST_BESIDE_FACTS = 3


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
    institution, where the work has the form of all those whose names are sure, over an abstract where most
    stand below one name, or under one where most names do.
    """
    known = _known_names(bylines)
    usual = _usual_form(lines, bylines)
    over = _over_abstracts(lines, bylines)
    beside_facts = _beside_facts(lines, bylines, known)
    under = _under_abstracts(lines, bylines)
    dated = _under_dates(lines, bylines)
    short = beside_facts | dated | _placed_alike(lines, bylines)
    taken = -1
    names: set[int] = set()
    for at, byline in bylines.items():
        if at in under:
            title = under[at] if under[at] not in names else None
        else:
            title = _title_above(lines, at, names, may_be_short=at in short)
        if byline.sure and title is not None:
            names.add(at)
        if title is None or title <= taken or lines[title].number in references:
            continue
        if at not in beside_facts and at + 2 in beside_facts and read_facts(lines[at + 1].text):
            continue  # it is the title over those facts, and over the names below them
        if title in bylines and bylines[title].creators == byline.creators:
            continue  # the name of a page, and that once more with where it belongs
        single = byline.creators.names[0].casefold()
        sure = byline.sure or single in known or _is_dated_below(lines, at) or is_employed(lines, at)
        if (
            not sure
            and at not in over
            and at not in under
            and at not in dated
            and not (usual and _form(lines, title, at) == usual)
        ):
            continue
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
    return len(heads) >= _FEWEST_UNDER and 2 * leading > len(stretches)


def _over_abstracts(lines: Sequence[Line], bylines: Mapping[int, Byline]) -> frozenset[int]:
    """Where one name stands below a title and over a paragraph, if most paragraphs of the page stand so.

    Most of the titles must be no names: else names may stand over positions, and paragraphs tell of people.
    Fewer paragraphs are enough where several names stand over some.
    """
    told = {at for at in range(2, len(lines)) if len(lines[at].text.split()) >= _FEWEST_TOLD}
    over = frozenset(at - 1 for at in told if at - 1 in bylines and is_work_title(lines[at - 2].text))
    sure = sum(1 for at in over if at - 1 not in bylines)
    named = sum(1 for at in over if bylines[at].sure)
    several = len(over) >= _FEWEST_OVER or named >= _FEWEST_NAMED
    enough = several and len(over) >= _LEAST_OVER * len(told)
    return over if enough and 2 * sure > len(over) else frozenset()


def _beside_facts(
    lines: Sequence[Line], bylines: Mapping[int, Byline], known: Container[str]
) -> frozenset[int]:
    """Where names surely stand right over short facts about a work, or where it appeared, or right under.

    It is the one of these that most do.

    What stands over both is the work's title, whatever it looks like.
    """
    named = [
        at for at, byline in bylines.items() if byline.sure or byline.creators.names[0].casefold() in known
    ]
    over = [at for at in named if _is_dated_below(lines, at)]
    under = [at for at in named if at > 1 and _is_dated_below(lines, at - 2)]
    most = max(over, under, key=len)
    return frozenset(most if len(most) >= _FEWEST_BESIDE_FACTS else ())


def _under_abstracts(lines: Sequence[Line], bylines: Mapping[int, Byline]) -> Mapping[int, int]:
    """Where names stand right under a long paragraph, and what stands right over that, if most names do.

    That is the title then, though it may be one word, or begin with a small letter, if a date is below.
    """
    under = {
        at: at - 2
        for at in bylines
        if at > 1 and _is_long(lines[at - 1]) and _may_be_over(lines[at - 2].text, lines[at + 1 : at + 2])
    }
    sure = [at for at, byline in bylines.items() if byline.sure]
    found = sum(1 for at in sure if at in under)
    return under if found >= _FEWEST_UNDER and found >= _LEAST_UNDER * len(sure) else {}


def _under_dates(lines: Sequence[Line], bylines: Mapping[int, Byline]) -> frozenset[int]:
    """Where names stand below a line that touches a day or a month above it, if most names do."""
    under = frozenset(
        at
        for at in bylines
        if at > 1 and touches_above(lines, at - 1) and find_month(lines[at - 2].text) is not None
    )
    sure = [at for at, byline in bylines.items() if byline.sure]
    found = sum(1 for at in sure if at in under)
    return under if found >= _FEWEST_UNDER and found >= _LEAST_UNDER * len(sure) else frozenset()


def _placed_alike(lines: Sequence[Line], bylines: Mapping[int, Byline]) -> frozenset[int]:
    """Where names surely stand between a line and text or buttons, with blank lines as around most of those.

    Most of those must have a title above them; then what stands above the others is one, too.
    """
    places = {
        at: (lines[at - 1].touches(lines[at]), touches_above(lines, at - 1))
        for at, byline in bylines.items()
        if byline.sure and at > 1 and _form(lines, at - 1, at)[1]
    }
    titled = Counter(place for at, place in places.items() if is_work_title(lines[at - 1].text))
    place, count = titled.most_common(1)[0] if titled else ((False, False), 0)
    if count < max(_FEWEST_UNDER, _LEAST_UNDER * len(places)):
        return frozenset()
    return frozenset(at for at, found in places.items() if found == place and not _is_sure(bylines, at - 1))


def _is_sure(bylines: Mapping[int, Byline], at: int) -> bool:
    return at in bylines and bylines[at].sure


def _may_be_over(title: str, below: Sequence[Line]) -> bool:
    dated = any(stated_year(line.text) is not None and not is_prose(line.text) for line in below)
    return may_be_short_title(title) if dated else is_work_title(title)


def _is_long(line: Line) -> bool:
    return len(line.text.split()) >= _FEWEST_TOLD and is_prose(line.text)


_Form = tuple[bool, str]


def _usual_form(lines: Sequence[Line], bylines: Mapping[int, Byline]) -> _Form | None:
    """The form that nearly all works have whose names are sure, where buttons or numbers tell it."""
    forms = Counter(_form(lines, at - 1, at) for at, byline in bylines.items() if byline.sure and at)
    (form, count), *_ = forms.most_common(1) or [((False, ""), 0)]
    usual = count >= _NEARLY_ALL * forms.total()
    return form if usual and (form[1] == "buttons" or (form[0] and form[1])) else None


def _form(lines: Sequence[Line], title: int, names: int) -> _Form:
    """Whether a title is numbered, and what stands right below the names."""
    below = (line.text for line in lines[names + 1 : names + 3])
    text = next((text for text in below if not (_PAGES.fullmatch(text) or is_place_of_poster(text))), "")
    follows = "buttons" if text and _is_button(text) else ("text" if text and is_prose(text) else "")
    return without_number(lines[title].text) != lines[title].text, follows


def _known_names(bylines: Mapping[int, Byline]) -> frozenset[str]:
    """The names that lists of several state, and the one that the page begins with."""
    listed = {name.casefold() for byline in bylines.values() if byline.sure for name in byline.creators.names}
    owner = {bylines[0].creators.names[0].casefold()} if 0 in bylines else set()
    return frozenset(listed | owner)


def _is_dated_below(lines: Sequence[Line], at: int) -> bool:
    """Whether the line below names says where and when something appeared."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return is_dated_venue(below) or read_facts(below) is not None


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
    return facts or _is_button(text) or _is_labelled(text)


def _is_labelled(text: str) -> bool:
    """Whether a short line begins with a label in small letters: "schedule: Mon, 8:45", "theme: Rain"."""
    small = len(text) <= _LONGEST_LABELLED and text[0].islower() and not is_work_title(text)
    match = label_of(text) if small else None
    return match is not None and bool(match["value"])


def _is_button(text: str) -> bool:
    return is_buttons(text) or is_control(text) or bool(hashtags(Line(0, text)))
