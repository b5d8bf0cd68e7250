"""Works of a list on several lines, of which names come first: creators, title, and where it appeared."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from seedbed.model.record import NameList
from seedbed.read.buttons import is_buttons
from seedbed.read.dated_headings import heading_date
from seedbed.read.references.names import abbreviated_names, listed_names, one_or_several
from seedbed.read.references.venue import read_publication
from seedbed.read.shape import is_prose
from seedbed.read.works.appeared import LONGEST_VENUE, NUMBERS, is_dated_venue
from seedbed.read.works.block import Block
from seedbed.read.works.block_details import read_details
from seedbed.read.works.work_titles import is_work_title, may_be_short_title
from seedbed.text.dates import find_date
from seedbed.text.lines import Line, touches_above

_ENDS_SENTENCE = re.compile(r"(?<=\w{3})\.$")
_FEWEST = 2
"""Works that tell that creators come first."""


def find_below_names(lines: Sequence[Line], references: Container[int] = ()) -> list[Block] | None:
    """The works, in order; None unless most of those that say where they appeared name creators first.

    Where names stand between venues and titles, they may be of either: one order leaves out the first ones,
    the other one the last.
    """
    venues = [at for at in _venues(lines) if lines[at].number not in references]
    behind = sum(1 for at in venues if _are_title_and_names(lines[at - 2].text, lines[at - 1].text))
    below = sum(
        1
        for at in venues
        if at + 1 < len(lines) and _are_title_and_names(lines[at - 1].text, lines[at + 1].text)
    )
    before = sum(
        1
        for at in venues
        if _are_title_and_names(lines[at - 1].text, lines[at - 2].text) and _is_close(lines, at)
    )
    return list(_names_first(lines, venues)) if before > max(behind, below) and before >= _FEWEST else None


def _is_close(lines: Sequence[Line], venue: int) -> bool:
    """Whether no more blank lines stand above a title than between it and the venue."""
    names, title, where = (line.number for line in lines[venue - 2 : venue + 1])
    return title - names <= where - title


def _venues(lines: Sequence[Line]) -> Iterator[int]:
    """Where a line below two others says where a work appeared, and when; below a year, in which volume."""
    dated = False
    for at, line in enumerate(lines):
        dated = dated or heading_date(line.text) is not None
        placed = dated and touches_above(lines, at) and touches_above(lines, at - 1)
        if at > 1 and (is_dated_venue(line.text) or (placed and _is_numbered(line.text))):
            yield at


def _is_numbered(text: str) -> bool:
    """Whether a line names a venue, and its volume or pages."""
    short = len(text) <= LONGEST_VENUE and not is_prose(text.rstrip("."))
    published = read_publication(text) if short and any(map(str.isdigit, text)) else None
    return published is not None and bool(published.venue and published.particulars)


def _are_title_and_names(title: str, names: str) -> bool:
    """Whether two lines may be a title and names; of two that may both be names, a comma tells which are."""
    fits = is_work_title(title) and (listed_names(names) or abbreviated_names(names)) is not None
    return fits and not (", " in title and listed_names(title) is not None)


def _names_first(lines: Sequence[Line], venues: Sequence[int]) -> Iterator[Block]:
    """Creators, title and venue on a line each; only the last tells the two others from anything else."""
    taken = 0
    for at in venues:
        title, names, venue = lines[at - 1], lines[at - 2], lines[at]
        creators = _creators(names.text)
        published = read_publication(venue.text)
        if at - 2 < taken or creators is None or published.is_empty():
            continue
        sure = abbreviated_names(names.text, one_too=True) or listed_names(names.text)
        if not (may_be_short_title if sure else is_work_title)(title.text):
            continue
        end = next((n for n in range(at + 1, len(lines)) if not _is_below(lines, n)), len(lines))
        details = read_details(lines, at, end)
        yield Block(title, names, creators, details)
        taken = end


def _creators(text: str) -> NameList | None:
    stated = _ENDS_SENTENCE.sub("", text)
    return abbreviated_names(stated, one_too=True) or one_or_several(stated)


def _is_below(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a button behind a work, how often it is cited, or its year once more."""
    text = lines[at].text
    heads = find_date(text) is not None and not NUMBERS.fullmatch(lines[at - 1].text)
    return is_buttons(text) or (
        NUMBERS.fullmatch(text) is not None and touches_above(lines, at) and not heads
    )
