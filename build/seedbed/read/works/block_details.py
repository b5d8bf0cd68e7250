"""What stands below a work's title and creators: where and when it appeared, its abstract, and more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from seedbed.model.date import PartialDate
from seedbed.read.buttons import is_buttons, is_control, leads_on, without_buttons
from seedbed.read.creators import is_name_list
from seedbed.read.dated_headings import heading_date
from seedbed.read.furniture import is_button, is_rights
from seedbed.read.references.fact_lines import Facts, fact_parts, facts_of, read_facts
from seedbed.read.references.parts import names_and_venue
from seedbed.read.references.venue import (
    STANDING,
    stated_date,
    stated_year,
)
from seedbed.read.shape import is_prose
from seedbed.read.works.abstract_labels import unlabelled
from seedbed.read.works.affiliations import lists_places
from seedbed.read.works.appeared import (
    LONGEST_VENUE,
    NUMBERS,
    date_of_work,
    is_venue,
    says_little,
    says_where,
    without_kind,
)
from seedbed.read.works.asides import ASIDE, SUMMARY, says_without_abstract
from seedbed.text.dates import find_date
from seedbed.text.identifiers import find_addresses
from seedbed.text.lines import Line

_TOPICS = re.compile(
    r"(?:author )?(?:keywords|key words|topics|tags|subjects?)\s?[:：]\s*(?P<listed>.+)", re.IGNORECASE
)
_HASHTAGS = re.compile(r"(?:#[^\W_][\w-]*[ ,]*)+")
_HELPED = re.compile(r"(?:co-)?(?:mentored|supervised|advised) by:? (?P<names>[^()]{3,150})", re.IGNORECASE)
_LAST_YEAR = re.compile(r" \((?P<year>(?:19|20)\d\d)\)\.?$")
"""Behind what is yet to come: "New draft coming soon! (2025)"."""
_LONGEST_NAME = 60
_BESIDE = re.compile(r"(?:joint(?:ly)?|together) (?:work )?with\b", re.IGNORECASE)
_QUOTED_TITLE = re.compile(r"[“„«\"][^“”„«»\"\s]{2,}\s[^“”„«»\"]{3,300}[”“»\"]")
_FEWEST_QUOTING = 25
"""Words of an abstract that begins with what somebody said."""
_FEWEST_APART = 12
"""Words of an abstract that stands apart from all else that is said of its work."""
_MOST_BETWEEN = 5
"""Lines of which we know nothing that may stand between the creators and the abstract."""


@dataclass(slots=True)
class Details:
    """What was found; `lines` are all lines that belong to the work, those without a value among them.

    Attributes:
        has_none: Whether a sentence says that there is no abstract; text below it is another work's.
    """

    venue: Line | None = None
    category: Line | None = None
    mentors: Line | None = None
    date: tuple[PartialDate, Line] | None = None
    abstract: list[Line] = field(default_factory=list)
    summary: Line | None = None
    has_none: bool = False
    topics: list[tuple[str, Line]] = field(default_factory=list)
    links: list[tuple[str, Line]] = field(default_factory=list)
    buttons: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def take_date(self, line: Line) -> bool:
        """Whether a line above the work, or beside its names, is a date; then it is taken."""
        date = find_date(line.text)
        if date is None:
            return False
        self.date = (date, line)
        self.lines.append(line)
        return True

    def take_where(self, line: Line) -> None:
        """What stands behind the creators on their line: where the work appeared, or when."""
        facts = facts_of(fact_parts(line.text))
        if facts is not None:
            self.take_facts(line, facts)
        elif line.text and not self.take_date(line):
            self.venue = line

    def take_facts(self, line: Line, facts: Facts) -> None:
        """What a line of facts states, as far as no line before it did."""
        if facts.date is not None:
            self.date = self.date or (facts.date, line)
        if facts.venue:
            self.venue = self.venue or Line(line.number, facts.venue)
        if facts.category:
            self.category = self.category or Line(line.number, facts.category)
        self.links += [(address, line) for address in facts.addresses]

    def take_aside(self, line: Line) -> None:
        """What is said about the work, if it says in short what that is about."""
        if SUMMARY.match(line.text):
            self.summary = line
        self.has_none = self.has_none or says_without_abstract(line.text)

    def settle_summary(self) -> None:
        """Take the summary for the abstract, where there is no other."""
        if self.summary is not None and not self.abstract:
            self.abstract = [Line(self.summary.number, SUMMARY.sub("", self.summary.text, count=1))]
            self.lines.append(self.summary)

    def says_something(self) -> bool:
        """Whether anything stands there that tells a work from a heading with names below."""
        return bool(self.venue or self.date or self.abstract or self.links or self.buttons or self.category)


def hashtags(line: Line) -> list[tuple[str, Line]]:
    """The topics of a line that holds marks and nothing else: "#evals #game-theory"."""
    text = line.text
    if not text.startswith("#") or len(text) > LONGEST_VENUE or _HASHTAGS.fullmatch(text) is None:
        return []
    return [(tag.strip("#,").replace("-", " "), line) for tag in text.split()]


def read_details(
    lines: Sequence[Line], start: int, end: int, *, labelled_only: bool = False, labelled: bool = False
) -> Details:
    """What the lines from `start` to before `end` say of the work above them.

    An abstract is the first running text, or what a label says is one. It ends at the first line behind it
    that is neither running text nor anything else that we know of a work.

    Args:
        lines: All of the seed.
        start: The first line behind the title and the creators.
        end: The first line that is none of this work's.
        labelled_only: Whether only what has a label is taken, and buttons.
        labelled: Whether the abstract's label stands above these lines.
    """
    found = Details()
    unknown = 0
    for at in range(start, end):
        line = lines[at]
        text, label = unlabelled(line.text)
        dated = heading_date(line.text) is not None
        if _is_of_others(line.text) or (dated and (labelled_only or _is_heading(found, lines, at))):
            break
        if label and not found.abstract:
            labelled = True
            found.lines.append(line)
            found.abstract += [Line(line.number, text)] if text else []
        elif _take(found, lines, at, may_be_venue=not labelled_only and not found.abstract and unknown <= 1):
            found.lines.append(line)
        elif ASIDE.match(line.text) or STANDING.match(line.text) or says_without_abstract(line.text):
            if found.abstract:
                break
            found.take_aside(line)
            unknown += 1
        elif lists_places(line.text) or says_little(line.text):
            unknown += 1
        elif (
            is_prose(line.text)
            and (labelled or not labelled_only)
            and _goes_on(found, lines, at, labelled=labelled)
        ):
            found.abstract.append(line)
            found.lines.append(line)
        elif found.abstract or found.buttons or labelled_only or unknown == _MOST_BETWEEN:
            break
        else:
            unknown += 1
    found.settle_summary()
    return found


def _is_of_others(text: str) -> bool:
    """Whether the page ends with a line, or another work begins: with its title in quotation marks, or names.

    Those begin what reads like a sentence; a title no more than a line.
    """
    quoted = _QUOTED_TITLE.match(text) is not None and len(text.split()) < _FEWEST_QUOTING
    beside = len(text) <= LONGEST_VENUE and _BESIDE.match(text) is not None
    named = ", " in text[:_LONGEST_NAME] and is_prose(text) and names_and_venue(text)[0] is not None
    return is_rights(text) or quoted or beside or named


def _is_heading(found: Details, lines: Sequence[Line], at: int) -> bool:
    """Whether a line that is a year or a month stands over the next work, and does not date this one."""
    touches = lines[at - 1].touches(lines[at])
    if touches and NUMBERS.fullmatch(lines[at - 1].text):
        return False  # it ends the numbers of this work
    dated = found.date is not None or (found.venue is not None and stated_year(found.venue.text) is not None)
    return not touches or dated or bool(found.abstract or found.buttons)


def _goes_on(found: Details, lines: Sequence[Line], at: int, *, labelled: bool) -> bool:
    """Whether running text is the abstract's: its first paragraph, or one right behind another.

    A few words apart from a work's buttons may be the page's own ("Earlier papers are listed elsewhere.").
    """
    if found.abstract:
        return found.lines[-1] is lines[at - 1]
    apart = found.says_something() and not lines[at - 1].touches(lines[at])
    told = not apart or len(lines[at].text.split()) >= _FEWEST_APART
    return labelled or (told and not found.has_none and not _appeared(lines[at].text))


def _appeared(text: str) -> bool:
    """Whether what looks like running text is where a work appeared, and a remark in brackets."""
    bare = without_kind(text)
    return bare != text and is_venue(bare)


def _take(found: Details, lines: Sequence[Line], at: int, *, may_be_venue: bool) -> bool:
    """Whether a line tells by its form what it is; then it is taken."""
    line = lines[at]
    text = line.text
    addresses = find_addresses(text)
    touches = lines[at - 1].touches(line)
    if is_buttons(text) or is_control(text) or is_button(text) or leads_on(text):
        found.buttons.append(line)
    elif (year := _LAST_YEAR.search(text)) and leads_on(text[: year.start()]):
        found.buttons.append(line)
        found.date = found.date or (PartialDate(int(year["year"])), line)
    elif _take_listed(found, line):
        pass
    elif facts := read_facts(text):
        found.take_facts(line, facts)
    elif len(addresses) == 1 and " " not in text:
        found.links.append((addresses[0], line))
    elif NUMBERS.fullmatch(text):
        return touches and (found.venue is not None or not may_be_venue)
    elif date := date_of_work(text):
        found.date = found.date or (date, line)
    elif may_be_venue and found.venue is None and is_venue(where := without_kind(without_buttons(text))):
        found.venue = Line(line.number, where)
    elif may_be_venue and is_prose(text) and says_where(without_buttons(text)):
        published = stated_date(text)
        found.date = found.date or (None if published is None else (published, line))
    else:
        return False
    return True


def _take_listed(found: Details, line: Line) -> bool:
    """Whether a line lists what the work is about, or who helped with it; then it is taken."""
    if topics := _TOPICS.fullmatch(line.text):
        parts = (part.strip(" .") for part in re.split("[;,·|]", topics["listed"]))
        found.topics += [(part, line) for part in parts if part]
    elif tags := hashtags(line):
        found.topics += tags
    elif (helped := _HELPED.fullmatch(line.text)) and is_name_list(helped["names"]):
        found.mentors = found.mentors or Line(line.number, helped["names"])
    else:
        return False
    return True
