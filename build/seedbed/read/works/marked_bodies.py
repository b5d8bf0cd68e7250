"""What stands below a marked title: names, what labels say, where it appeared, and running text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.buttons import is_control
from seedbed.read.claims import abstract_of, claim_of, links_of, publication_claims
from seedbed.read.creators import is_name_list, people_of, read_names
from seedbed.read.lists.list_labels import find_label
from seedbed.read.lists.topic_lines import listed_topics
from seedbed.read.markdown import is_link_bar, unstressed
from seedbed.read.references.fact_lines import part_facts
from seedbed.read.references.names import one_or_several, single_name
from seedbed.read.references.owner import tells_where
from seedbed.read.references.reference import links_in
from seedbed.read.references.vancouver import read_citation
from seedbed.read.references.venue import Publication, read_publication, stated_date
from seedbed.read.shape import is_prose, without_abstract_label
from seedbed.read.works.abstract_labels import unlabelled
from seedbed.read.works.asides import ASIDE
from seedbed.read.works.bylines import Byline, read_byline, without_place
from seedbed.read.works.marked_titles import Marked
from seedbed.text.dates import find_date
from seedbed.text.lines import Line

_LONGEST_WHERE = 160
_BULLET = re.compile(r"^[-*•·] +")
_BEHIND_NAMES = re.compile(
    r"(?:by )?(?P<names>[^()|·•]{3,300}?),?"
    r"(?: [(\[](?P<inside>[^()\[\]]{0,80}\b(?:19|20)\d\d)[)\]]"
    r"| [·|•] (?P<behind>(?=.{0,80}\b(?:19|20)\d\d\b).{4,120}))\.?",
    re.IGNORECASE,
)
"""Names, and where or when the work appeared: "by Ann Lee (2021)", "Ann Lee, Bo Ek · 2021 · Rain"."""
_HOLDS_NOTHING = re.compile(r"[\[(][^()\[\]]{0,120}[\])]|\W*")


@dataclass(slots=True)
class Below:
    """What was found below a title.

    Attributes:
        named: Whether a label says who the creators are.
        goes_on: Whether names stand below running text, too, as in a conversation.
        left: How many lines are none of these.
        where: Where and when the work appeared.
        labels: Lines that hold no value: marks, labels, buttons.
    """

    creators: Claim[NameList] | None = None
    named: bool = False
    goes_on: bool = False
    left: int = 0
    date: Claim[PartialDate] | None = None
    where: Line | None = None
    abstract: list[Line] = field(default_factory=list)
    topics: list[Claim[str]] = field(default_factory=list)
    links: list[Claim[str]] = field(default_factory=list)
    labels: list[Line] = field(default_factory=list)

    def tells(self) -> bool:
        """Whether the title is a work's: it has an abstract, or creators and where or when it appeared."""
        return bool(self.abstract or (self.creators and (self.date or self.where)))


def read_below(seed: Seed, marked: Marked) -> Below:
    """What stands below a title, or behind it; lines that are none of these stay unread."""
    found = Below(labels=list(marked.marks))
    if marked.behind and _are_names_below(marked):
        found.where = Line(
            marked.title.number, " ".join(line.text.strip("()") for line in marked.behind).strip()
        )
    elif marked.behind:
        names, found.where = marked.behind
        listed = one_or_several(names.text)
        found.creators = Claim(listed, seed.span(names.number)) if listed and listed.names else None
    for at, line in enumerate(marked.body):
        text, where = part_facts(unstressed(_BULLET.sub("", line.text, count=1) or line.text))
        _take(seed, found, Line(line.number, text), is_first=at == 0)
        if where and found.where is None:
            found.where = Line(line.number, where.replace(" · ", ", "))
    return found


def _are_names_below(marked: Marked) -> bool:
    """Whether names stand right below a title, so that it is a venue that stands behind it."""
    return bool(marked.body) and not is_prose(marked.body[0].text) and is_name_list(marked.body[0].text)


def work_of(seed: Seed, title: Line, below: Below) -> WorkRecord:
    """The work of a title and what stands below it."""
    publication, date = Publication("", ()), below.date
    place = seed.span(title.number if below.where is None else below.where.number)
    if below.where is not None:
        text = below.where.text
        publication, when = read_citation(text) or (read_publication(text), stated_date(text))
        date = date or (Claim(when, place) if when else None)
    venue, particulars = publication_claims(publication, place)
    stated = (Claim(each, place) for each in links_in(below.where.text if below.where else ""))
    links = {claim.value: claim for claim in (*below.links, *stated, *links_of(seed, below.abstract))}
    return WorkRecord(
        title=claim_of(seed, title) if title.text else None,
        creators=below.creators,
        abstract=abstract_of(seed, below.abstract) if below.abstract else None,
        date=date,
        venue=venue,
        particulars=particulars,
        topics=tuple(below.topics),
        links=tuple(links.values()),
        labels=tuple(seed.span(line.number) for line in below.labels),
    )


def _take(seed: Seed, found: Below, line: Line, *, is_first: bool) -> None:
    labelled = find_label(line.text)
    rest, is_abstract = unlabelled(line.text)
    if is_abstract:
        _take_labelled(seed, found, "abstract", Line(line.number, rest))
    elif labelled is not None:
        _take_labelled(seed, found, labelled[0], Line(line.number, labelled[1]))
    elif is_control(line.text) or is_link_bar(line.text):
        found.labels.append(line)
    elif _take_names(seed, found, line, is_first=is_first):
        return
    elif ASIDE.match(line.text) and not found.abstract:
        pass
    elif found.abstract or is_prose(line.text):
        if is_prose(line.text) and not _HOLDS_NOTHING.fullmatch(line.text):
            found.abstract.append(Line(line.number, without_abstract_label(line.text)))
        else:
            found.left += 1
            found.goes_on = found.goes_on or is_name_list(line.text)
    elif found.where is None and len(line.text) <= _LONGEST_WHERE and stated_date(line.text) is not None:
        found.where = line
    else:
        found.left += 1


def _take_names(seed: Seed, found: Below, line: Line, *, is_first: bool) -> bool:
    """Whether a line above the abstract names creators, and perhaps where and when the work appeared."""
    if found.creators is not None or found.abstract:
        return False
    behind = _BEHIND_NAMES.fullmatch(line.text)
    text = behind["names"] if behind else line.text
    byline = read_byline(text) or (_one_in_venue(text) if is_first else None)
    sure = byline is not None and byline.sure
    if not sure and not (is_first and is_name_list(text)):
        return False
    names = people_of(byline.creators if byline else read_names(text))
    if names.names:
        found.creators = Claim(names, seed.span(line.number))
    where = (behind["inside"] or behind["behind"]) if behind else (byline.where if byline else "")
    found.where = found.where or (Line(line.number, where) if where else None)
    return bool(names.names)


def _one_in_venue(text: str) -> Byline | None:
    """One full name, and behind a full stop where and when the work appeared: "Ann Lee. Roofs, 2021."."""
    name, _, where = text.partition(". ")
    named = single_name(name)
    return Byline(named, (), sure=True, where=where) if named and tells_where(where.rstrip(".")) else None


def _take_labelled(seed: Seed, found: Below, what: str, value: Line) -> None:
    """Take what a label says; of a kind that this does not know, the line stays unread."""
    match what:
        case "creators" if found.creators is None:
            found.creators, found.named = _names(seed, value), True
        case "date" if found.date is None and (date := find_date(value.text)) is not None:
            found.date = Claim(date, seed.span(value.number))
        case "venue" if found.where is None:
            found.where = value
        case "abstract" if value.text:
            found.abstract.append(value)
        case "abstract":
            found.labels.append(value)
        case "topics":
            found.topics += [Claim(topic, seed.span(value.number)) for topic in listed_topics(value.text)]
        case "links":
            found.links += links_of(seed, (value,))
            found.labels.append(value)
        case _:
            pass


def _names(seed: Seed, line: Line) -> Claim[NameList] | None:
    people = people_of(read_names(without_place(line.text)))
    return Claim(people, seed.span(line.number)) if people.names else None
