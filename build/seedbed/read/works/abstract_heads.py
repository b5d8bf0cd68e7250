"""What stands over an abstract: a title, and lines that say more of a work, such as names or a number."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from seedbed.read.buttons import is_buttons, is_control, leads_on
from seedbed.read.furniture import is_button
from seedbed.read.lists.list_labels import label_of
from seedbed.read.references.names import listed_names, single_name
from seedbed.read.references.venue import (
    RESUBMIT,
    STANDING,
    VENUE,
    is_honour,
    says_who_takes,
    stated_year,
)
from seedbed.read.shape import is_prose
from seedbed.read.vocabulary import LABELS, MENTORS, OPENERS, PROJECT_LEADS, ROLES, TITLE_WORDS
from seedbed.read.works.abstract_labels import unlabelled
from seedbed.read.works.affiliations import is_institution_line
from seedbed.read.works.appeared import LONGEST_VENUE, date_of_work, is_dated_venue
from seedbed.read.works.asides import SUMMARY
from seedbed.read.works.bylines import Byline, read_byline
from seedbed.read.works.title_lines import TitleLine, read_title_line
from seedbed.text.dates import find_date
from seedbed.text.identifiers import is_address
from seedbed.text.lines import Line

_LABELS = frozenset().union(*LABELS.values()) - LABELS["title"] | frozenset(
    ("time", "location", "place", "room", "session", "when", "where", "affiliation", "institution", "format")
)
_NO_TITLES = (OPENERS | frozenset().union(*LABELS.values(), MENTORS, PROJECT_LEADS, ROLES)) - {"title"}
"""What stands before a colon, and begins no title."""
FEWEST_WORDS = 12
"""Words of an abstract's first paragraph."""
_FEWEST_BELOW_REFERENCE = 25
_MOST_BETWEEN = 5
_MOST_ASIDE = 4
"""Words of a line between a title in quotation marks and the rest: "Invited talk"."""
_LONGEST_LABELLED = 120
_MOST_NAME_WORDS = 4
"""So few words that may be a name are taken for one."""
_LISTED = re.compile(r",|\b[^\W\d_a-z]\.")
"""What lists of names have, or their initials; a title may look like two names."""
ARCHIVE_NUMBER = re.compile(
    r"(?:\[?\d{1,4}[\].)]? ?)?(?:arxiv:\s?)?(?P<number>\d{4}\.\d{4,5})(?:v\d)?", re.IGNORECASE
)
_STANDING = re.compile(
    rf"(?:presented at|under review|(?:project )?(?:funded|supported) by|{RESUBMIT}"
    r"|job market paper|submitted|forthcoming|accepted|in preparation"
    r"|published|posted|received|available)\b",
    re.IGNORECASE,
)
"""How a line begins that says what becomes of a work."""
_MAIL = re.compile(r"(?<=[\w])@(?=\w)|\[at\]|\(at\)")
"""What somebody has who introduces themselves, and no abstract."""
_DAY = re.compile(r"(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\b,? \d.{0,20}", re.IGNORECASE)
"""As in "Thu, 11 May 23"."""


@dataclass(slots=True)
class Head:
    """What stands over an abstract, by the indexes of its lines.

    Attributes:
        abstract: The first line of the abstract, its label included.
        names: The line of names, and whether it stands above the title, if there is one.
        is_labelled: Whether a label says that this is an abstract.
        is_marked: Whether the title, or a line below it, is what no heading has.
    """

    title: int
    stated: TitleLine
    abstract: int
    is_labelled: bool
    is_marked: bool
    names: tuple[int, Byline] | None = None
    above: tuple[int, ...] = ()

    def first(self) -> int:
        """The index of the first line of all."""
        return min((self.title, *self.above))


def begins_abstract(lines: Sequence[Line], at: int, references: Collection[int]) -> bool:
    """Whether running text begins at a line that may be an abstract's, or a label of one."""
    line = lines[at]
    if line.number in references or not at:
        return False
    text, labelled = unlabelled(line.text)
    if labelled:
        return bool(text) or (at + 1 < len(lines) and is_prose(lines[at + 1].text))
    if not is_prose(text) or len(text.split()) < FEWEST_WORDS or text[0] in "#-•*" or _MAIL.search(text):
        return False
    if _says_more(line.text):
        return False
    above = lines[at - 1]
    stands_apart = not is_prose(above.text) or _is_marked_title(above.text) or _says_more(above.text)
    return not unlabelled(above.text)[1] and stands_apart


def _says_more(text: str) -> bool:
    """Whether what looks like running text says where a work appeared, or who wrote it with its owner."""
    if len(text) > LONGEST_VENUE:
        return False
    byline = read_byline(text)
    return bool(tells_of_work(text)) or (byline is not None and byline.leaves_out_owner)


def _is_marked_title(text: str) -> bool:
    """Whether what looks like running text is a title with more beside it."""
    stated = read_title_line(text)
    return stated is not None and stated.is_marked


def find_heads(lines: Sequence[Line], starts: Sequence[int], references: Collection[int]) -> list[Head]:
    """The titles over abstracts; what may be two names or a title is what it is for most others."""
    read = [_head(lines, start, references) for start in starts]
    heads = [head for head in read if head is not None]
    doubtful = sum(1 for head in heads if head.names and _may_be_title(lines[head.names[0]].text))
    named = sum(1 for head in heads if head.names) - doubtful
    lost = len(read) - len(heads)
    if 2 * named > len(heads) - doubtful or not doubtful + lost:
        return heads
    return [head for start in starts if (head := _head(lines, start, references, bare=True)) is not None]


def _head(
    lines: Sequence[Line], start: int, references: Collection[int], *, bare: bool = False
) -> Head | None:
    """The title over the abstract at `start`; lines that say something else of a work may stand between.

    Where titles are `bare`, what may be two names is one.
    """
    labelled = unlabelled(lines[start].text)[1]
    marked = False
    names: tuple[int, Byline] | None = None
    for at in range(start - 1, max(-1, start - 2 - _MOST_BETWEEN), -1):
        text = lines[at].text
        if lines[at].number in references and (at + 1 < start or not _tells_at_length(lines[start].text)):
            return None
        stated = title_of(text, may_be_short=labelled and at + 1 == start)
        byline = read_byline(text) if names is None else None
        sure = byline is not None and (byline.sure or byline.leaves_out_owner)
        if byline is not None and sure and not (bare and stated and _may_be_title(text)):
            names = at, byline
        elif (told := tells_of_work(text)) and not (stated and stated.is_quoted):
            marked = marked or told == "marked"
        elif _is_note(lines, at, start):
            continue
        elif stated is not None:
            marked = marked or stated.is_marked or names is not None
            return _numbered(lines, Head(at, stated, start, labelled, marked, names))
        elif not (at and len(text.split()) <= _MOST_ASIDE and _is_quoted(lines[at - 1].text)):
            break
    return None


def _is_note(lines: Sequence[Line], at: int, start: int) -> bool:
    """Whether a line stands apart from the abstract below, and ends what is said of its work further up."""
    above = lines[max(0, at - 2) : at + 1]
    touching = [one.touches(below) for one, below in pairwise(above)] == [True, True]
    if at + 1 < start or lines[at].touches(lines[start]) or not touching:
        return False
    byline = read_byline(above[1].text)
    return bool(tells_of_work(above[1].text)) or (byline is not None and byline.leaves_out_owner)


def _tells_at_length(text: str) -> bool:
    """Whether running text is no reference that could not be read: it is long, and names no year."""
    return len(text.split()) >= _FEWEST_BELOW_REFERENCE and stated_year(text) is None


def title_of(text: str, *, may_be_short: bool = False) -> TitleLine | None:
    """The title that a line states; running text does only with more beside it."""
    stated = read_title_line(text, may_be_short=may_be_short)
    if stated is None or (is_prose(text) and not stated.is_marked):
        return None
    aside = stated.title.partition(":")[0].casefold() in _NO_TITLES
    beside = stated.is_quoted or stated.creators is not None or ": " in stated.title
    return None if aside or (not beside and _may_be_people(stated.title)) else stated


def _may_be_people(title: str) -> bool:
    if not TITLE_WORDS.isdisjoint(title.split()):
        return False
    short = len(title.split()) <= _MOST_NAME_WORDS and single_name(title) is not None
    return short or (not _may_be_title(title) and listed_names(title) is not None)


def _may_be_title(names: str) -> bool:
    """Whether what looks like names may be a title, as "Warm Rain and Cold Roofs": two, of plain words."""
    return " and " in names and _LISTED.search(names) is None


def _is_quoted(text: str) -> bool:
    return text[0] in '“„«"' and text[-1] in '”“»"'


def _numbered(lines: Sequence[Line], head: Head) -> Head:
    """The head with an archive's number that stands right above the title."""
    at = head.title - 1
    if at < 0 or not ARCHIVE_NUMBER.fullmatch(lines[at].text):
        return head
    return replace(head, above=(at,), is_marked=True)


def tells_of_work(text: str) -> str:
    """Whether a line between title and abstract says more of a work, and is "marked" as nothing else is."""
    if ARCHIVE_NUMBER.fullmatch(text) or is_address(text):
        return "marked"
    if is_buttons(text) or is_control(text) or (text[0] in "[(" and is_button(text)):
        return "marked"
    when = date_of_work(text) or find_date(text.partition(", ")[2])
    dated = when is not None or _DAY.fullmatch(text) is not None
    stands = _STANDING.match(text) or STANDING.match(text) or is_honour(text) or SUMMARY.match(text)
    if dated or stands or is_institution_line(text) or leads_on(text):
        return "told"
    if (is_dated_venue(text) and VENUE.search(text)) or says_who_takes(text):
        return "marked"
    label = label_of(text) if len(text) <= _LONGEST_LABELLED else None
    return "told" if label is not None and label["value"] and label["label"].casefold() in _LABELS else ""
