"""Works of a page that says how to cite each: a title, where it appeared, then "Recommended citation: …".

The names stand in the citation alone. Where some works are cited so, or "Published in" stands right below
their titles, others may leave out the citation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Sequence

from seedbed.model.record import NameList
from seedbed.read.buttons import is_buttons
from seedbed.read.furniture import is_button
from seedbed.read.references.reference import Reference, read_reference
from seedbed.read.shape import is_prose
from seedbed.read.works.block import Block
from seedbed.read.works.block_details import Details
from seedbed.read.works.bylines import read_byline
from seedbed.read.works.work_titles import may_be_short_title
from seedbed.text.dates import find_date
from seedbed.text.lines import Line, letters_and_digits

_CITED = re.compile(
    r"(?:(?:recommended |suggested |preferred )?citation|(?:please )?cite (?:this \w+ )?as|cite this \w+"
    r"|how to cite)\s?:\s*",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:published|forthcoming|to appear|presented|accepted) (?:in|at)\s"
    r"(?P<where>(?P<venue>.{0,200}?),\s?(?P<date>(?:\w+ (?:\d{1,2}, )?)?(?:19|20)\d\d))\.?",
    re.IGNORECASE,
)
"""Where a work appeared, on a line of its own; the page may leave out all but the year."""
_FEWEST = 2
_FURTHEST = 6
"""So many lines below its title a citation may stand."""
_FEWEST_TOLD = 30
"""Words of what is an abstract; a page may say in a sentence what a work is about, too."""


def find_cited_blocks(lines: Sequence[Line], references: Container[int] = ()) -> list[Block]:
    """The works, in order; none unless there are two, and most name somebody."""
    lines = [line for line in lines if line.number not in references]
    cited = {
        at: reference for at, line in enumerate(lines) if (reference := _citation(line.text)) is not None
    }
    titles = {_title_above(lines, at, reference.title) for at, reference in cited.items()}
    titles |= {at for at in range(len(lines) - 1) if _is_published(lines, at)}
    begins = sorted(at for at in titles if at is not None)
    if len(begins) < _FEWEST:
        return []
    ends = [*begins, len(lines)]
    blocks = []
    for begin in begins:
        end = ends[bisect_right(begins, begin)]
        citation = next((at for at in range(begin, min(end, begin + _FURTHEST + 1)) if at in cited), None)
        blocks.append(_block(lines, begin, end, citation, cited.get(citation) if citation else None))
    named = sum(1 for block in blocks if block.creators.names)
    return blocks if 2 * named > len(blocks) else []


def _citation(text: str) -> Reference | None:
    label = _CITED.match(text)
    return read_reference(text[label.end() :]) if label is not None else None


def _title_above(lines: Sequence[Line], at: int, title: str) -> int | None:
    """Where the title of a citation stands above it, as a line of its own."""
    letters = letters_and_digits(title)
    above = range(at - 1, max(-1, at - 1 - _FURTHEST), -1)
    return next((n for n in above if letters and letters_and_digits(lines[n].text) == letters), None)


def _is_published(lines: Sequence[Line], at: int) -> bool:
    """Whether a line may be a title, and says below where it appeared."""
    published = _PUBLISHED.fullmatch(lines[at + 1].text)
    dated = published is not None and find_date(published["where"]) is not None  # "Published in May, 2023"
    return published is not None and not dated and may_be_short_title(lines[at].text)


def _block(
    lines: Sequence[Line], begin: int, end: int, citation: int | None, reference: Reference | None
) -> Block:
    """The work that begins with the title at `begin`; what its citation states, where it has one."""
    details = _details(lines, begin + 1, end, citation)
    if reference is None or citation is None:
        below = ((line, read_byline(line.text)) for line in lines[begin + 1 : end][:_FURTHEST])
        told = ((line, by) for line, by in below if by is not None and (by.sure or by.leaves_out_owner))
        names, byline = next(told, (lines[begin], None))
        creators = byline.creators if byline else NameList((), complete=False)
        beside = byline is not None and byline.leaves_out_owner
        return Block(lines[begin], names, creators, details, leaves_out_owner=beside)
    number = lines[citation].number
    if details.venue is None and reference.publication.venue:
        details.venue = Line(number, reference.publication.venue)
    if details.date is None and reference.date is not None:
        details.date = reference.date, lines[citation]
    return Block(lines[begin], lines[citation], reference.creators, details)


def _details(lines: Sequence[Line], start: int, end: int, citation: int | None) -> Details:
    """What stands below a title: up to the first line behind the citation that is no button, or a heading."""
    details = Details()
    for at in range(start, end):
        line = lines[at]
        if (published := _PUBLISHED.fullmatch(line.text)) is not None:
            _take_published(details, line, published)
        elif is_buttons(line.text) or is_button(line.text):
            details.buttons.append(line)
            details.lines.append(line)
        elif at > citation if citation is not None else _is_heading(line.text):
            break
        elif is_prose(line.text) and len(line.text.split()) >= _FEWEST_TOLD and at != citation:
            details.abstract = details.abstract or [line]
    details.lines += details.abstract
    return details


def _is_heading(text: str) -> bool:
    return not is_prose(text) and read_byline(text) is None


def _take_published(details: Details, line: Line, published: re.Match[str]) -> None:
    date = find_date(published["date"])
    details.date = details.date or (None if date is None else (date, line))
    if details.venue is None and published["venue"].strip():
        details.venue = Line(line.number, published["venue"].strip())
    details.lines.append(line)
