"""What a captured page carries around its content: menus above, a footer below, buttons in between.

Furniture is known by its words, and only where several signs stand together, since any one of them may be
content. It belongs to no record, and so is listed as unread.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from seedbed.read.shape import SPEECH_ENDS, is_prose
from seedbed.read.shown_records import without_records
from seedbed.read.vocabulary import BUTTONS, FOOTERS, MENUS
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

_LONGEST = 120
_FURNITURE = BUTTONS | FOOTERS | MENUS
_OF_MENUS = MENUS | {"archive", "archives", "episodes", "newsletter", "support"}
_OF_BARS = _FURNITURE | {"transcript"}
"""Some words are headings where they stand alone, and lead somewhere beside other entries."""
_SETS_COOKIES = r"(?:(?:this|our) (?:web ?)?site|we) (?:and our partners )?uses? cookies\b"
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[ ,]*(?:\d{4}|\w+ \d{4})|^(?:copyright )?© ?\w|all rights reserved"
    r"|cookie (?:policy|settings|preferences)|privacy policy"
    rf"|^{_SETS_COOKIES}"
    r"|terms (?:of (?:service|use)|and conditions|& conditions)"
    r"|^(?:this page (?:was )?)?last (?:modified|updated|changed|edited)\b"
    r"|^transcribed by https?://\S+$|^[^.:]{2,60} stopped transcription$",
    re.IGNORECASE,
)
_COOKIES = re.compile(_SETS_COOKIES, re.IGNORECASE)
_NOTICE = re.compile(r"(?:©|\(c\)|copyright)[ ,]*(?:©|\(c\))? ?\d{4}\b", re.IGNORECASE)
_MOST_BELOW_RIGHTS = 3
"""So few lines from the end a notice of rights ends the page, though running text stands below it."""
_DURATION = re.compile(
    r"(?:(?:length|duration|runtime|running time|listen|watch)\s?[:：]?\s?)?"
    r"(?:\d{1,2}:)?\d{1,3}:\d\d(?:\s?/\s?(?:\d{1,2}:)?\d{1,3}:\d\d)?"
    r"|(?:\d+ ?h )?\d+ ?m(?:in)? \d+ ?s(?:ec)?"
    r"|\d+ ?(?:h|hrs?|hours?)(?:,? ?\d+ ?(?:m|mins?|minutes?))?(?:,? ?\d+ ?(?:s|secs?|seconds?))?"
    r"|\d+[ -]?(?:m|mins?|minutes?)(?: (?:read|listen|watch))?",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\d[\d.,]* ?[kmb]?\+? (?:views?|subscribers?|followers?|comments?|likes?|shares?|plays?|listens?"
    r"|downloads?|replies|restacks?|reactions?|votes?)|\d[\d.,]*[kmb]",
    re.IGNORECASE,
)
"""How often something was seen or liked."""
_MORE = re.compile(r"(?:show|load|see|view|read) (?:more|all|less)(?: \w+){0,2}[ …›»→]*", re.IGNORECASE)
_CHOICE = re.compile(
    r"(?:showing|displaying|viewing) (?:all )?\d.{0,60}|\d[\d,]* (?:results?|items?|entries|matches)\b.{0,20}"
    r"|(?:filter|sort|search|group)(?:(?:ed)? by\b|s?:).{0,80}|search \w{1,20}(?:…|\.\.\.)?"
    r"|\d{1,6} \w{3,20} \(showing \d{1,6}\)"
    r"|(?:[^▾▼⌄]{1,40}[▾▼⌄]){1,10}(?: ?(?:reset|clear)(?: all)?(?: filters)?)?"
    r"|(?:clear|reset)(?: all)?(?: filters)?|[\w ]{2,30}: all"
    r"|(?:newest|oldest|latest|most recent) first|all (?:years|topics|types)|all(?: (?:19|20)\d\d){2,40}",
    re.IGNORECASE,
)
"""How a page says which part of a list it shows, and lets choose another."""
_OFFERED = re.compile(
    r"(?:browse|filter|group|sort|(?:go|jump|skip) to)\b[^:]{0,24}:\s*(?P<offers>\S.*)", re.IGNORECASE
)
_FEWEST_OFFERED = 2
_LONGEST_OFFER = 500
_OFFERS = re.compile(r"(?:filter|sort|search|group)(?:ed)? by(?: \w+)?$", re.IGNORECASE)
_MOST_CHOICES = 60
_LONGEST_CHOICE = 4
_CRUMBS = re.compile(r"(?:home|start)\s*[>›»/|]\s*\S.*|\S[^>›»]*(?:\s[>›»]\s[^>›»]+){2,}", re.IGNORECASE)
_QUESTIONS = re.compile(r"(?:\w+ )?faqs?")
_BETWEEN_ENTRIES = re.compile(r" ?[|·•] ?| / ")
_FOOTER = re.compile(
    r"related \w{4,20}|discussion about this \w{3,20}"
    r"|(?:sign up|subscribe|join)\b.{0,30}\b(?:newsletter|mailing list|updates)",
    re.IGNORECASE,
)
_MOST_BETWEEN = 12
"""So many other lines may stand between two signs: titles of related pages, a menu's own entries."""
_LONGEST_BETWEEN = 80
"""Characters of such a line; also of the least that recognition looks at of each line."""
_FEWEST_SIGNS = 2
_FEWEST_IN_ROW = 3
_LONGEST_RELATED = 12
"""Words in a line above the footer that may belong to it."""
_NO_HEADING_ENDS = (*SPEECH_ENDS, ":", ")", "]")


def body(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines between menus and footer, without the records for programs that a page shows among them."""
    inner = lines[menu_end(lines) :]
    return without_records(inner[: footer_start(inner)])


def menu_end(lines: Sequence[Line]) -> int:
    """The index of the first line below the menus; 0 where there are no sure ones.

    Menus end at the first date, running text or labelled line, whatever stands below it.
    """
    end = signs = between = 0
    for index, line in enumerate(lines):
        if is_menu(line.text):
            end, between = index + 1, 0
            signs += 1
        elif between == _MOST_BETWEEN or not _may_stand_between(line.text):
            break
        else:
            between += 1
    return end if signs >= _FEWEST_SIGNS else 0


def footer_start(lines: Sequence[Line]) -> int:
    """The index of the first line of the footer; the number of lines where there is no sure one."""
    start = len(lines)
    signs = between = 0
    last = max(1, start - _MOST_BELOW_RIGHTS)
    noticed = next((index for index in range(last, start) if _NOTICE.match(lines[index].text)), None)
    if noticed is not None:
        start, signs = noticed, _FEWEST_SIGNS
    for index in range(start - 1, 0, -1):
        text = lines[index].text
        rights = is_rights(text)
        if rights or is_footer(text):
            start, between = index, 0
            signs += _FEWEST_SIGNS if rights else 1
        elif between == _MOST_BETWEEN or not _may_stand_between(text):
            break
        else:
            between += 1
    return start if signs >= _FEWEST_SIGNS else len(lines)


def with_related(lines: Sequence[Line], start: int, first: int) -> int:
    """Where the footer of running speech begins that has a sure one at `start`: with the headings above it.

    Only lines behind `first` that end no sentence are taken.
    """
    while start - 1 > first and _is_heading(lines[start - 1].text):
        start -= 1
    return start


def is_menu(text: str) -> bool:
    """Whether `text` is an entry that menus have ("Log in"), several, crumbs, or speaks of cookies."""
    if len(text) > _LONGEST:
        return False
    plain = _plain(text)
    alone = plain in MENUS or _QUESTIONS.fullmatch(plain) is not None or _CRUMBS.fullmatch(text) is not None
    several = " " in plain and (_OF_MENUS.issuperset(plain.split()) or _is_row_of_entries(text))
    return alone or several or _is_bar(text, _OF_MENUS) or _COOKIES.match(text) is not None


def _is_row_of_entries(text: str) -> bool:
    """Whether a line parts entries of a menu, some of them the page's own.

    Blanks part them ("Home About Mentors Projects"), or strokes and dots ("About | Our people | Donate").
    """
    barred = _BETWEEN_ENTRIES.split(text)
    words = barred if len(barred) >= _FEWEST_IN_ROW else text.split()
    entries = [_plain(word) for word in words]
    known = {entry for entry in entries if entry in MENUS or _QUESTIONS.fullmatch(entry)}
    fewest = _FEWEST_IN_ROW if words is barred else _FEWEST_IN_ROW + 1
    row = len(words) >= fewest and all(word[:1].isupper() for word in words)
    return row and len(known) >= _FEWEST_SIGNS and 3 * len(known) >= len(words)


def is_entry_of_menu(lines: Sequence[Line], at: int) -> bool:
    """Whether a line of one word stands among others of one or two, each touching the next."""
    around = lines[max(0, at - 1) : at + 2]
    touching = around[-1].number - around[0].number == len(around) - 1 == len(("above", "below"))
    return touching and " " not in lines[at].text and all(len(line.text.split()) <= 2 for line in around)  # noqa: PLR2004


def is_footer(text: str) -> bool:
    """Whether `text` is a line that footers have ("Related episodes", "Contact")."""
    if len(text) > _LONGEST:
        return False
    return _plain(text) in _FURNITURE or _FOOTER.fullmatch(text) is not None or _is_bar(text, _FURNITURE)


def is_choice(text: str) -> bool:
    """Whether `text` says which part of a list is shown, or lets choose another ("Showing 6 projects")."""
    return (len(text) <= _LONGEST and _CHOICE.fullmatch(text) is not None) or _offers_several(text)


def _offers_several(text: str) -> bool:
    """Whether a line names what may be chosen, all of it: "Filter by topic: All · Rain · Snow"."""
    offered = _OFFERED.match(text) if len(text) <= _LONGEST_OFFER else None
    offers = _BETWEEN_ENTRIES.split(offered["offers"]) if offered else ()
    return len(offers) >= _FEWEST_OFFERED and all(len(each.split()) <= _LONGEST_CHOICE for each in offers)


def without_choices(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without those by which a page lets choose, and the names of what may be chosen between them.

    These are short lines, and stand between "Filter by" and what tells the choice to be over ("Clear all").
    """
    left_out = _choices(lines)
    return [line for at, line in enumerate(lines) if at not in left_out]


def offered_choices(lines: Sequence[Line]) -> frozenset[str]:
    """The lines by which a page lets choose, in lower case."""
    return frozenset(lines[at].text.casefold() for at in _choices(lines))


def _choices(lines: Sequence[Line]) -> AbstractSet[int]:
    choices = [at for at, line in enumerate(lines) if is_choice(line.text)]
    left_out = set(choices)
    for first, last in pairwise(choices):
        if _OFFERS.match(lines[first].text) and last - first <= _MOST_CHOICES:
            between = range(first + 1, last)
            if all(len(lines[at].text.split()) <= _LONGEST_CHOICE for at in between):
                left_out.update(between)
    return left_out


def without_count(text: str) -> str:
    """`text` without the count that it begins with: "21,904 views  14 Sept 2023"."""
    counted = _COUNT.match(text)
    return text[counted.end() :].lstrip(" •·|,-–—") if counted else text


def is_rights(text: str) -> bool:
    """Whether `text` is a notice of rights, which nothing but a footer has."""
    return len(text) <= 2 * _LONGEST and _RIGHTS.search(text) is not None


def _is_row(text: str) -> bool:
    """Whether a line is several buttons of a word each: "Facebook X LinkedIn Email"."""
    words = text.casefold().split()
    return len(words) >= _FEWEST_IN_ROW and all(word in BUTTONS for word in words)


def is_button(text: str) -> bool:
    """Whether `text` is a button, a duration or a stage direction, and so neither title nor name."""
    if len(text) > _LONGEST:
        return False
    return (
        _plain(text) in BUTTONS
        or _is_bar(text, _OF_BARS)
        or _is_row(text)
        or _MORE.fullmatch(text) is not None
        or _DURATION.fullmatch(text) is not None
        or _COUNT.fullmatch(text) is not None
        or (text[0] in "[(♪" and text[-1] in "])♪")
    )


def _is_bar(text: str, known: AbstractSet[str]) -> bool:
    """Whether a line holds several entries side by side, all of them known."""
    entries = _BETWEEN_ENTRIES.split(text)
    return len(entries) > 1 and all(_plain(entry) in known for entry in entries)


def _may_stand_between(text: str) -> bool:
    """Whether `text` is short, and neither running text, a date, a label, nor labelled."""
    return (
        len(text) < _LONGEST_BETWEEN
        and not is_prose(text)
        and find_date(text) is None
        and not text.endswith((":", "："))
        and ": " not in text
    )


def _is_heading(text: str) -> bool:
    return (
        not text.endswith(_NO_HEADING_ENDS)
        and len(text.split()) <= _LONGEST_RELATED
        and ": " not in text
        and not is_prose(text)
    )


def _plain(text: str) -> str:
    return text.casefold().strip("[]()<>→←›‹»«…. |•·✕×☰:↓↑▶►+")
