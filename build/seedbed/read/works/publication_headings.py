"""What stands over the works of a list of publications: its title, and the headings of its sections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from seedbed.read.buttons import is_buttons, is_control, shows_abstract
from seedbed.read.dated_headings import heading_date
from seedbed.read.furniture import is_choice, is_entry_of_menu
from seedbed.read.references.reference import is_marked
from seedbed.read.shape import is_number
from seedbed.read.works.appeared import is_dated_venue
from seedbed.read.works.asides import ASIDE
from seedbed.text.identifiers import find_addresses
from seedbed.text.lines import Line

_TITLE = re.compile(
    r"(?!(?:call for|search|browse|find|filter) )(?:[\w’'&,-]+ ){0,6}"
    r"(?:publications?|papers|articles|bibliography|references|works|writings?|preprints|research|abstracts)"
    r"(?: (?:by|of|from|for|list)(?: [\w.’'-]+){0,6})?(?: \(in [^\W\d_]{4,20}\))?"
    r"|works cited|(?:ausgewählte )?(?:veröffentlichungen|publikationen|schriften|literatur)"
    r"|schriftenverzeichnis|literaturverzeichnis|bibliographie|références|publicaciones|bibliografía"
    r"|referencias|publicações|pubblicazioni"
    r"|参考文献|论文|論文|发表论文|发表论文列表|研究業績|発表論文|主要論文",
    re.IGNORECASE,
)
_MEETING = r"(?=\D*[A-Z]\w*[A-Z])[A-Z][\w’'&/]*(?: [A-Z][\w’'&/]*){0,3} (?:(?:19|20)\d\d|['’]\d\d)"
_AT_MEETING = re.compile(rf"^{_MEETING}(?::| ?[–—|·-]) |(?: [–—|·-]|,| at) {_MEETING}$")
"""Where works were presented, before or behind what such a title says: "Accepted Papers – RAIN 2020"."""
_NO_HEADING = re.compile(r"back to\b|\d{1,2}[:.]\d\d\b|all$|doi: ?10\.", re.IGNORECASE)
"""How a line begins that leads back, or to a work, or says when a talk begins; or the first of choices."""
_DATED_LAST = re.compile(r"(?:, |\()(?:19|20)\d\d\)?\.?$")
"""How a venue ends that stands below a title, rather than over works."""
_LONGEST = 60
_NEAR = 8
"""Lines above the first work; further up, menus name the same."""
_PRESENTED = frozenset("oral poster spotlight talk".split())
_FEWEST = 3
"""So many works a heading over each may be no heading: it says of its work where that appeared."""

_Works = Sequence[Sequence[Line]]
"""The lines of each work, in order."""


def find_title(lines: Sequence[Line], works: _Works) -> Line | None:
    """The heading that says what the list is: the first one near its first work, or else the nearest.

    One near by that stands further up, too, is what a menu leads to: then it is that.
    """
    first = works[0][0].number if works else 0
    above = [line for line in lines if line.number < first]
    seen = Counter(line.text for line in above)
    for line in reversed(above[-_NEAR:]):
        if names_list(line.text) and seen[line.text] > 1:
            return line
    named = [at for at, line in enumerate(above) if names_list(line.text) and not is_entry_of_menu(above, at)]
    near = (at for at in named if len(above) - at <= _NEAR)
    return above[next(near, named[-1])] if named else None


def find_title_with_meeting(lines: Sequence[Line], works: _Works) -> Line | None:
    """The heading near the first work that says where those of the list were presented, too."""
    first = works[0][0].number if works else 0
    above = [line for line in lines if line.number < first]
    return next((line for line in above[-_NEAR:] if _names_meeting(line.text)), None)


def names_list(text: str) -> bool:
    """Whether a heading says that works follow: "Selected Publications"."""
    return len(text) <= _LONGEST and _TITLE.fullmatch(text.lstrip("# ").rstrip(":")) is not None


def _names_meeting(text: str) -> bool:
    """The same with the meeting before or behind it; that of a book stands over more than works."""
    bare = text.lstrip("# ")
    meeting = _AT_MEETING.search(bare) if len(text) <= _LONGEST else None
    said = bare[: meeting.start()] + bare[meeting.end() :] if meeting else ""
    return bool(said) and not said.casefold().startswith("book ") and names_list(said)


def find_headings(lines: Sequence[Line], works: _Works) -> Iterator[Line]:
    """Short lines right over a work, over what is numbered like one, or marked as headings; and years.

    Where most works have such a line right on top of them, it is none: it says where that work appeared, and
    so it does where the page lets choose among those, or below the title of a work that is not read. One that
    touches buttons above, and nothing below, is one more of them. Nor does a heading say how one
    work was presented, where that stands among other works' lines.
    """
    begins = {work[0].number for work in works}
    held = {line.number for work in works for line in work}
    over = [line for line in lines if line.number + 1 in begins and line.number not in held]
    tops = {line.number for line in over if not _is_marked_heading(line.text)}
    badges = tops if len(works) >= _FEWEST and 2 * len(tops) > len(works) else set()
    said = {line.text for line in over if line.number in badges}
    if any(line.text.casefold() in _PRESENTED for work in works for line in work):
        said |= {line.text for line in lines if line.text.casefold() in _PRESENTED}
    free = [line for line in lines if line.number not in badges and line.text not in said]
    buttons = {line.number for line in lines if is_buttons(line.text)}
    left = {line.number for line in lines} - held
    for line, below in pairwise(free):
        ends = line.number - 1 in buttons and not line.touches(below)
        stands_over = (below.number in begins and not ends) or is_marked(below.text)
        stands_over = stands_over or _is_marked_heading(line.text)
        of_work = line.number - 1 in left and _DATED_LAST.search(line.text) and is_dated_venue(line.text)
        if line.number not in held and stands_over and not of_work and _may_be_heading(line.text):
            yield line


def _is_marked_heading(text: str) -> bool:
    return text.startswith("#") or heading_date(text) is not None


def _may_be_heading(text: str) -> bool:
    return (
        len(text) <= _LONGEST
        and not is_choice(text)
        and not (" " in text and is_control(text))
        and not is_marked(text)
        and (not is_number(text) or heading_date(text) is not None)
        and text[-1] not in ".,;"
        and not (ASIDE.match(text) and text[-1] not in ":：")
        and not (shows_abstract(" " + text.strip("[]")) or _NO_HEADING.match(text) or find_addresses(text))
        and any(character.isalnum() for character in text)
    )
