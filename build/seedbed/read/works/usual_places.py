"""Where the names of most works on a page stand: over or under their abstracts, beside facts, under dates.

What most do tells of a single name, which alone may be anything, that it is a work's, too; and of a short
line above such names that it is a title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from seedbed.read.buttons import is_buttons, is_control
from seedbed.read.references.fact_lines import read_facts
from seedbed.read.references.venue import stated_year
from seedbed.read.shape import is_prose, without_number
from seedbed.read.works.appeared import date_of_work, is_dated_venue
from seedbed.read.works.block_details import hashtags
from seedbed.read.works.bylines import Byline
from seedbed.read.works.work_titles import is_place_of_poster, is_work_title, may_be_short_title
from seedbed.text.dates import find_month
from seedbed.text.lines import Line, touches_above

_PAGES = re.compile(r"(?:pp?\. ?)?[a-z]?\d{1,5} ?[–-] ?[a-z]?\d{1,5}", re.IGNORECASE)
_FEWEST_TOLD = 30
"""Words of a paragraph that may be an abstract."""
_NEARLY_ALL = 0.8
"""Of the works whose names are sure, how many have to have one form."""
_FEWEST_ALIKE = 3
_LEAST_ALIKE = 0.6
"""Of the works whose names are sure, how many have to stand alike, and that many at least."""
_FEWEST_OVER = 5
_FEWEST_NAMED = 2
"""Abstracts below names; fewer are enough where so many of them stand below several."""
_LEAST_OVER = 0.6
"""Of the abstracts, how many have to stand below names."""
_FEWEST_BESIDE_FACTS = 3

_Form = tuple[bool, str]
"""Whether a title has a number, and what stands right below the names: buttons, text, or something else."""


@dataclass(frozen=True, slots=True)
class UsualPlaces:
    """Where the names of most works stand, by the indexes of lines of names; all empty where most differ.

    Attributes:
        known: Names that lists of several state, and the one that the page begins with, in lower case.
        form: What nearly all works have that can be seen around their names.
        over_abstracts: Names below a title and over a paragraph.
        under_abstracts: Names under a paragraph, each with the title over that.
        beside_facts: Names right over short facts about a work, or right under them.
        under_dates: Names below a line that touches a day or a month above it.
        below_titles: Names below what is a title, though it may be one word or in small letters.
    """

    known: frozenset[str]
    form: _Form | None
    over_abstracts: frozenset[int]
    under_abstracts: Mapping[int, int]
    beside_facts: frozenset[int]
    under_dates: frozenset[int]
    below_titles: frozenset[int]

    def are_known(self, byline: Byline) -> bool:
        """Whether a line surely names people: several, or one whom the page names elsewhere."""
        return byline.sure or byline.creators.names[0].casefold() in self.known

    def are_usual(self, lines: Sequence[Line], title: int, names: int) -> bool:
        """Whether names stand below their title as those of most works do."""
        placed = (self.over_abstracts, self.under_abstracts, self.under_dates)
        if any(names in each for each in placed):
            return True
        return self.form is not None and _form(lines, title, names) == self.form


def usual_places(lines: Sequence[Line], bylines: Mapping[int, Byline]) -> UsualPlaces:
    """Where the names of most works stand, of the lines that may name people, each by its index."""
    known = _known_names(bylines)
    beside_facts = _beside_facts(lines, bylines, known)
    under_dates = _under_dates(lines, bylines)
    return UsualPlaces(
        known=known,
        form=_usual_form(lines, bylines),
        over_abstracts=_over_abstracts(lines, bylines),
        under_abstracts=_under_abstracts(lines, bylines),
        beside_facts=beside_facts,
        under_dates=under_dates,
        below_titles=beside_facts | under_dates | _placed_alike(lines, bylines),
    )


def _known_names(bylines: Mapping[int, Byline]) -> frozenset[str]:
    """The names that lists of several state, and the one that the page begins with."""
    listed = {name.casefold() for byline in bylines.values() if byline.sure for name in byline.creators.names}
    owner = {bylines[0].creators.names[0].casefold()} if 0 in bylines else set()
    return frozenset(listed | owner)


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
    """Where names surely stand right over short facts about a work, or right under them, as more names do.

    What stands over both, names and facts, is the work's title, whatever it looks like. Beside works over
    whose facts names stand, a date is enough.
    """
    named = [
        at for at, byline in bylines.items() if byline.sure or byline.creators.names[0].casefold() in known
    ]
    over = [at for at in named if is_dated_below(lines, at)]
    under = [at for at in named if at > 1 and is_dated_below(lines, at - 2)]
    most = max(over, under, key=len)
    if len(most) < _FEWEST_BESIDE_FACTS:
        return frozenset()
    dated = (at for at in named if date_of_work(_text_below(lines, at)) is not None)
    return frozenset((*over, *dated) if most is over else under)


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
    return under if found >= _FEWEST_ALIKE and found >= _LEAST_ALIKE * len(sure) else {}


def _may_be_over(title: str, below: Sequence[Line]) -> bool:
    dated = any(stated_year(line.text) is not None and not is_prose(line.text) for line in below)
    return may_be_short_title(title) if dated else is_work_title(title)


def _is_long(line: Line) -> bool:
    return len(line.text.split()) >= _FEWEST_TOLD and is_prose(line.text)


def _under_dates(lines: Sequence[Line], bylines: Mapping[int, Byline]) -> frozenset[int]:
    """Where names stand below a line that touches a day or a month above it, if most names do."""
    under = frozenset(
        at
        for at in bylines
        if at > 1 and touches_above(lines, at - 1) and find_month(lines[at - 2].text) is not None
    )
    sure = [at for at, byline in bylines.items() if byline.sure]
    found = sum(1 for at in sure if at in under)
    return under if found >= _FEWEST_ALIKE and found >= _LEAST_ALIKE * len(sure) else frozenset()


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
    if count < max(_FEWEST_ALIKE, _LEAST_ALIKE * len(places)):
        return frozenset()
    return frozenset(at for at, found in places.items() if found == place and not _is_sure(bylines, at - 1))


def _is_sure(bylines: Mapping[int, Byline], at: int) -> bool:
    return at in bylines and bylines[at].sure


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
    follows = "buttons" if text and is_button_of_work(text) else ("text" if text and is_prose(text) else "")
    return without_number(lines[title].text) != lines[title].text, follows


def is_dated_below(lines: Sequence[Line], at: int) -> bool:
    """Whether the line below names says where and when something appeared."""
    below = _text_below(lines, at)
    return is_dated_venue(below) or read_facts(below) is not None


def _text_below(lines: Sequence[Line], at: int) -> str:
    return lines[at + 1].text if at + 1 < len(lines) else ""


def is_button_of_work(text: str) -> bool:
    """Whether a line beside a work holds its buttons, or its topics behind marks."""
    return is_buttons(text) or is_control(text) or bool(hashtags(Line(0, text)))
