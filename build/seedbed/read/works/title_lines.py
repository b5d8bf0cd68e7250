"""A line that holds a title, and what is stated beside it: “On Rain” (with Ann Lee), Rain Letters [PDF]."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from seedbed.model.record import NameList
from seedbed.read.buttons import ARCHIVE_NUMBER_BEHIND, without_last_buttons
from seedbed.read.references.owner import along_owner
from seedbed.read.references.venue import RESUBMIT, VENUE, read_publication, stated_year
from seedbed.read.shape import without_number
from seedbed.read.vocabulary import OF_HEADINGS
from seedbed.read.works.affiliations import lists_places
from seedbed.read.works.bylines import read_byline
from seedbed.read.works.publication_headings import names_list
from seedbed.read.works.work_titles import is_work_title
from seedbed.text.lines import Line

_QUOTED = re.compile(
    r"(?:[“„«\"](?P<title>[^“”„«»\"]{5,300}?)[,.]?[”“»\"]|(?P<begun>[^“”„«»\"]{5,300}?),[”\"])(?P<rest>.*)"
)
"""A title in quotation marks, the first of which may be lost."""
_WITH = re.compile(
    r"[\s,.]{0,4}(?:\((?:joint(?:ly)? )?with:? (?P<inside>[^()]{3,200})\)"
    r"|\b(?:joint(?:ly)?|co-?authored) with:? (?P<names>[^()\[\]|]{3,200}))[,.]?\s{0,2}",
    re.IGNORECASE,
)
_BY = re.compile(r",? (?:written )?by (?P<names>[^\W_a-z][^()]{3,200})$")
_ONE_OF_SEVERAL = re.compile(r"[^\W\d_]+,? et al\.?")
"""A family name alone, which names nobody surely."""
_APPEARS = re.compile(
    r"^(?:(?:is )?(?:forthcoming|to appear|(?:conditionally )?accepted|published|appeared)(?: (?:at|in|by))?"
    rf"|(?:{RESUBMIT}|under review|submitted)\b.*|featured (?:on|in)\b.*)",
    re.IGNORECASE,
)
_STATUS = re.compile(
    rf"\s[–—-]\s(?:submitted|under review|in preparation|work in progress|{RESUBMIT})"
    r"(?: (?:to|at|by) [^–—]{3,80})?$",
    re.IGNORECASE,
)
"""What becomes of a work, behind a dash that ends its line."""
_MARKS = " ,.;:–—-"
_FEWEST_OF_HALF = 3
"""Words of the first half of a title, over its subtitle."""
_OPENING = frozenset('“„«"')


@dataclass(frozen=True, slots=True)
class TitleLine:
    """What the line states.

    Attributes:
        creators: Whom it names; those alone who worked with the page's owner where `beside` says so.
        where: Where the work appeared, as stated; empty where the line does not say so.
        links: Addresses of what the line gives the number of.
        is_marked: Whether it is more than a heading can be: in quotation marks, with names, or buttons.
    """

    title: str
    creators: NameList | None = None
    beside: bool = False
    where: str = ""
    links: tuple[str, ...] = ()
    is_marked: bool = False
    is_quoted: bool = False


def read_title_line(text: str, *, may_be_short: bool = False) -> TitleLine | None:
    """The title that a line states; None where it may be none, or where it begins or ends on another line."""
    if lists_places(text) or not any(map(str.isalnum, text)):
        return None
    bare, links, buttons = _without_brackets(_STATUS.sub("", without_number(text).strip()))
    head, bar, rest = bare.partition(" | ")
    creators, beside = None, False
    together = _WITH.search(head)
    if together is not None:
        stated = together["inside"] or together["names"].strip(_MARKS)
        creators, beside = _names(stated), True
        if creators is None:
            return None
        ended = together.group().rstrip().endswith((",", "."))
        head, rest = _around(head[: together.start()], head[together.end() :].strip(), rest, ended=ended)
    quoted = _QUOTED.fullmatch(head)
    if quoted is not None:
        head, rest = quoted["title"] or quoted["begun"], f"{quoted['rest']} {rest}"
        if creators is None and (along := along_owner(rest)) is not None:
            (creators, rest), beside = along, True
    elif head.count("“") != head.count("”") or head.count('"') % 2:
        return None
    by_line, by = False, _BY.search(head) if creators is None else None
    unknown = by is not None and _ONE_OF_SEVERAL.fullmatch(by["names"]) is not None
    creators = _names(by["names"]) if by is not None and not unknown else creators
    if by is not None and (creators is not None or unknown):
        head = head[: by.start()]
        by_line = True
    behind = rest.strip(_MARKS)
    if quoted is not None and not beside and behind and behind[0] != "(" and not _where(rest):
        return None  # running text that begins with a quotation
    title = head.strip(" ,;")
    known = (quoted is not None or may_be_short) and not title[:1].islower()
    if not is_work_title(f"On the {title}" if known else title):
        return None
    marked = bool(beside or by_line or buttons or bar or links or quoted)
    return TitleLine(title, creators, beside, _where(rest), links, marked, quoted is not None)


def _around(title: str, behind: str, rest: str, *, ended: bool) -> tuple[str, str]:
    """A title and the rest of its line, where names stand behind the title, or inside what is quoted."""
    title = title.strip()
    apart = title and title[0] not in _OPENING and title.count("”") + title.count('"') == 0
    if apart and behind and (ended or not behind[0].islower() or _APPEARS.match(behind)):
        return title, f"{behind} {rest}".strip()
    return f"{title} {behind}".strip(), rest


def _without_brackets(text: str) -> tuple[str, tuple[str, ...], bool]:
    """The line without the buttons and numbers in brackets that end it; addresses, and whether it had any."""
    bare = without_last_buttons(text)
    number = ARCHIVE_NUMBER_BEHIND.search(bare)
    if number is None:
        return bare, (), bare != text
    return bare[: number.start()].rstrip(), (f"https://arxiv.org/abs/{number['number']}",), True


def _names(stated: str) -> NameList | None:
    """The names that are stated, perhaps with a remark behind a semicolon."""
    byline = read_byline(stated) or read_byline(stated.partition("; ")[0])
    return byline.creators if byline is not None else None


def _where(rest: str) -> str:
    """Where a work appeared, if what stands behind its title says so."""
    stated = rest.strip(_MARKS)
    outer = re.fullmatch(r"\(([^()]{3,200})\)", stated)
    stated = outer[1] if outer else stated
    appears = _APPEARS.match(stated)
    named = stated[appears.end() :].strip(_MARKS) if appears else stated
    told = appears is not None or VENUE.search(named) is not None or stated_year(named) is not None
    named = "" if named.startswith("with ") else named
    return named if named and told and not read_publication(named).is_empty() else ""


def venue_line(line: Line, stated: TitleLine) -> Line | None:
    """Where the work appeared, with the line that says so."""
    return Line(line.number, stated.where) if stated.where else None


def second_halves(lines: Sequence[Line]) -> set[int]:
    """The numbers of lines right below one that ends in a colon, and is neither a label nor a heading."""
    return {
        below.number
        for above, below in pairwise(lines)
        if above.text.endswith(":")
        and above.touches(below)
        and len(words := above.text.casefold().rstrip(":").split()) >= _FEWEST_OF_HALF
        and OF_HEADINGS.isdisjoint(words)
        and not names_list(above.text)
    }
