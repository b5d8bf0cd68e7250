"""Lines that state a title and names, and not when it appeared: works only where several lines have one form.

"On Rain — Ann Lee, Bo Ek" alone may be anything; a list of papers has several.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from seedbed.read.references.found import PART, Found
from seedbed.read.references.names import one_or_several, single_name
from seedbed.read.references.reference import LONGEST, Reference, plain_text, reference_of, without_marker
from seedbed.read.references.venue import Publication, is_venue_and_year, read_publication, stated_year
from seedbed.text.dates import HOURS
from seedbed.text.lines import Line

_DASHED = re.compile(r"(?P<title>.{10,300}\S) ?[—–|] (?P<names>[^—–|]{3,600}?)[.,]?$")
_QUOTED = re.compile(
    r"[“„«\"](?P<title>[^“”„«»\"]{10,300}?)[,.]?[”“»\"][,.:]?\s+(?:by\s+)?(?P<names>[^“”„«»\"]{3,600}?)[.,]?$"
)
_BY = re.compile(r"(?P<title>.{10,300}),? by (?P<names>[^\W_a-z][^()]{2,600}?)[.,]?$")
_TIMES = re.compile(rf"{HOURS}:? (?:(?:keynote|invited talk)(?: \d)?:? )?", re.IGNORECASE)
"""When a talk begins and ends, before its title."""
_FEWEST = 3


def titles_and_names(lines: Sequence[Line]) -> dict[int, Reference]:
    """The works that lines of one form state, by the index of their line; none unless there are some.

    Most of them have to name several people, which headings and headlines do not.
    """
    forms = (_title_and_names, _quoted_and_names, _names_and_title, _title_by_names)
    found = max((_in_form(lines, form) for form in forms), key=len)
    several = sum(1 for reference in found.values() if len(reference.creators.names) > 1)
    return found if len(found) >= _FEWEST and 2 * several > len(found) else {}


def _in_form(lines: Sequence[Line], form: Callable[[str], Reference | None]) -> dict[int, Reference]:
    stated = {at: form(line.text) for at, line in enumerate(lines)}
    return {at: reference for at, reference in stated.items() if reference is not None}


def _title_and_names(stated: str) -> Reference | None:
    """A title, and names behind a dash or a bar: "On Rain — Ann Lee, Bo Ek"."""
    return _in_order(stated, _DASHED, "—–|")


def _quoted_and_names(stated: str) -> Reference | None:
    """A title in quotation marks, and names: “On Rain”, Ann Lee and Bo Ek."""
    return _in_order(stated, _QUOTED, '“„«"')


def _title_by_names(stated: str) -> Reference | None:
    """A title, "by", and names: "10:30 - 11:00 On Rain by Ann Lee and Bo Ek"."""
    times = _TIMES.match(stated)
    return _in_order(stated[times.end() :] if times else stated, _BY, (" by ",))


def _names_and_title(stated: str) -> Reference | None:
    """Names, which a full stop ends, and a title: "Ann Lee and Bo Ek. On Rain"."""
    if ". " not in stated:
        return None
    # A title may hold a year; behind a number or a bullet, that is a reference which could not be read.
    bare = without_marker(stated) if _may_be_one(stated) else stated
    names, *titles = PART.split(plain_text(bare))
    listed = one_or_several(names) if len(titles) == 1 else None
    if listed is None or (len(listed.names) == 1 and single_name(titles[0]) is not None):
        return None
    if read_publication(titles[0]).particulars or is_venue_and_year(titles[0]):
        return None  # the title stands elsewhere
    return reference_of(Found(titles[0], listed, None, "", publication=Publication()), stated)


def _in_order(stated: str, form: re.Pattern[str], marks: Iterable[str]) -> Reference | None:
    """The work that a line is which has such a form, and so one of the `marks` that tell it."""
    if not any(mark in stated for mark in marks) or not _may_be_one(stated):
        return None
    text = form.match(plain_text(without_marker(stated)))
    names = one_or_several(text["names"]) if text else None
    if text is None or names is None:
        return None
    return reference_of(Found(text["title"], names, None, "", publication=Publication()), stated)


def _may_be_one(stated: str) -> bool:
    """Whether a line is no longer than references are, and states no year, as these do not."""
    return len(stated) <= LONGEST and stated_year(stated) is None
