"""Seeds that are the works of an ORCID record, copied as text: title, journal, date and type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from seedbed.model.record import Reading
from seedbed.model.source import Seed
from seedbed.read.creators import read_names
from seedbed.read.formats.bibliography import Entry, Stated, read_entries
from seedbed.read.page_owner import as_profile
from seedbed.read.reader import Reader, Recognition
from seedbed.read.references.names import single_name
from seedbed.text.lines import Line, filled

_TYPES = (
    r"journal (?:article|issue)|book(?: chapter| review)?|edited book"
    r"|conference (?:paper|abstract|poster|output|presentation|proceedings)|preprint|working paper|report"
    r"|dissertation(?:(?: or |/)thesis)?|data ?set|software|review|patent|lecture|blog post|website"
    r"|online resource|research (?:tool|technique|protocol)|supervised student publication"
    r"|data management plan|technical standard|standards?(?: (?:and|or) policy)?|learning object"
    r"|public speech|artistic (?:output|performance)|(?:moving )?image|cartographic material|clinical study"
    r"|invention|model|other|translation|manual"
    r"|(?:magazine|newspaper|newsletter|encyclopedia|dictionary) (?:article|entry)"
)
_DATED = re.compile(rf"(?P<date>[12]\d{{3}}(?:-\d\d){{0,2}}) \| (?P<type>{_TYPES})", re.IGNORECASE)
_UNDATED = re.compile(rf"(?P<date>)(?P<type>{_TYPES})", re.IGNORECASE)
_FIELD = re.compile(
    r"(?P<label>doi|contributors?|isbn|issn|part of isbn|uri|url|arxiv): ?(?P<value>\S.*)", re.IGNORECASE
)
_SOURCE = re.compile(r"source:(?P<name> ?\S.{0,200})?", re.IGNORECASE)
_MARK = re.compile(r"\s?(?:check_circle)?", re.IGNORECASE)
"""What stands where the name of a source is on the next line: nothing, or the name of a picture."""
_HEADING = re.compile(r"works(?: \(\d.{0,40}\))?", re.IGNORECASE)
_BUTTON = re.compile(
    r"(?:show|hide) (?:more|less)? ?details?|sort(?: by)?|(?:expand|collapse) all"
    r"|(?:(?:start|end|publication) )?(?:date|title|type)(?: \([^()]{1,30}\))?"
    r"|(?:preferred source)? ?(?:\(of \d{1,4}\))?[\u200b-\u200f\ufeff]*"
    r"|items per page:? ?\d{0,4}|\d{1,5} ?[-–—] ?\d{1,5} of \d{1,5}",
    re.IGNORECASE,
)
"""Also by what works are sorted, how many sources a work has, of which one is shown, and how many works a
page; the marks that no one sees stand for a picture."""
_SELF_ASSERTED = re.compile(r"self-asserted source", re.IGNORECASE)
"""That the record's owner is the source, whose name stands below."""
_ALSO = re.compile(r"also known as:?(?: \S.*)?", re.IGNORECASE)
"""What stands between the owner's name and other forms of it, on its line or the next."""
_NUMBER = re.compile(r"(?:https?://)?(?:orcid\.org/)?\d{4}-\d{4}-\d{4}-[\dX]{4}", re.IGNORECASE)
"""The record's own, which stands below its owner's name."""
_PICTURE = re.compile(r"(?:orcid )?id(?: icon)?", re.IGNORECASE)
"""What stands for a picture between the two."""
_MOST_ABOVE = 2
"""Title and venue; where more lines stand there, none of them is surely the title."""
_OPENING = 2000
"""How much of a line recognition looks at."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where works, each with a line of date and type, end on lines that name their source."""
    lines = filled(line[:_OPENING] for line in seed.lines)
    dated = sum(1 for line in lines if _DATED.fullmatch(line.text))
    if not dated or not any(_SOURCE.fullmatch(line.text) for line in lines) or not _entries(lines):
        return None
    works = "work has" if dated == 1 else "works have"
    return Recognition(0.94, f"{dated} {works} date and type on a line as ORCID does (“2013 | Book chapter”)")


def read(seed: Seed) -> Reading:
    """The works of the record's owner, each from its title to the line that names its source."""
    lines = filled(seed.lines)
    return as_profile(read_entries(seed, ORCID.kind, _entries(lines)), _find_owner(lines))


def _find_owner(lines: Sequence[Line]) -> Line | None:
    """The name above the record's number, or above other names that stand between."""
    head = [line for line in lines if not _PICTURE.fullmatch(line.text)]
    for at, line in enumerate(head):
        if at and _NUMBER.fullmatch(line.text):
            also = (place for place in range(max(1, at - 2), at) if _ALSO.fullmatch(head[place].text))
            name = head[next(also, at) - 1]
            if single_name(name.text):
                return name
    return None


def _entries(lines: Sequence[Line]) -> list[Entry]:
    owner = _find_owner(lines)
    entries: list[Entry] = []
    above: list[Line] | None = None
    entry: Entry | None = None
    source_above = False
    for line, below in pairwise((*lines, Line(0, ""))):
        source = _SOURCE.fullmatch(line.text)
        if source or source_above:
            if entry is not None:
                entry.labels.append(line.number)
            source_above = source is not None and _is_named_below(source["name"] or "", below, owner)
            above, entry = [], entry if source_above else None
        elif _HEADING.fullmatch(line.text):
            above, entry = [], None
        elif above is not None and (dated := _dated(above, line, below)):
            if 0 < len(above) <= _MOST_ABOVE:
                entry = _begin(above, line, dated)
                entries.append(entry)
            above = None
        elif entry is not None:
            _take(entry, line)
        elif above is not None and not _BUTTON.fullmatch(line.text):
            above.append(line)
    return entries


def _dated(above: Sequence[Line], line: Line, below: Line) -> re.Match[str] | None:
    """The date and type of a work; the type alone below its title, unless the date is yet to come."""
    dated = _DATED.fullmatch(line.text)
    alone = dated is None and above and not _DATED.fullmatch(below.text)
    return _UNDATED.fullmatch(line.text) if alone else dated


def _is_named_below(source: str, below: Line, owner: Line | None) -> bool:
    """Whether the line below names the source."""
    if _SELF_ASSERTED.fullmatch(source.strip()):
        return owner is not None and below.text == owner.text
    return _MARK.fullmatch(source) is not None


def _begin(above: Sequence[Line], line: Line, dated: re.Match[str]) -> Entry:
    """The work whose title, and perhaps whose venue, stand above the line with its date."""
    entry = Entry(above[0].number, title=_stated(above[0]))
    if len(above) > 1:
        entry.venue = _stated(above[1])
    if dated["date"]:
        entry.dates.append(Stated(dated["date"], line.number, line.number))
    entry.particulars.append(("type", Stated(dated["type"], line.number, line.number)))
    return entry


def _take(entry: Entry, line: Line) -> None:
    """What has a label below the date; the rest stays unread."""
    field = _FIELD.fullmatch(line.text)
    if field is None:
        if _BUTTON.fullmatch(line.text):
            entry.labels.append(line.number)
        return
    stated = Stated(field["value"], line.number, line.number)
    match field["label"].casefold():
        case "contributor" | "contributors":
            listed = read_names(field["value"])
            entry.names += [Stated(name, line.number, line.number) for name in listed.names]
            entry.complete = entry.complete and listed.complete
        case "isbn" | "issn" as label:
            entry.take(label.upper(), stated)
        case "part of isbn":
            entry.take("ISBN", stated)
        case _:
            entry.take("address", stated)
            entry.labels.append(line.number)


def _stated(line: Line) -> Stated:
    return Stated(line.text, line.number, line.number)


ORCID = Reader("orcid-works", "works of an ORCID record", recognise, read)
