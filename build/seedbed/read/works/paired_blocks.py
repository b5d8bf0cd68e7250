"""Works of which a list states no more than title and creators, on a line each: accepted papers, posters.

Nothing but the order tells such pairs from headings over names. So there have to be several in a row, all
in the same order, most of them with names that are sure; and headings over committees are none.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from seedbed.read.buttons import without_last_buttons
from seedbed.read.references.venue import stated_year
from seedbed.read.shape import without_number
from seedbed.read.works.affiliations import is_institution_line
from seedbed.read.works.block import Block
from seedbed.read.works.block_details import Details
from seedbed.read.works.bylines import Byline, read_byline
from seedbed.read.works.work_titles import is_work_title, odd_sentences
from seedbed.text.dates import HOUR, HOURS
from seedbed.text.lines import Line

_FEWEST = 5
"""So many pairs whose names are sure."""
_LEAST_SURE = 0.5
"""Of the pairs, how many have to have names that are sure."""
_LEAST_WORDS = 5
"""Words of the titles on average; headings have fewer."""
_LEAST_HELD = 0.6
"""How much of what stands between the first pair and the last belongs to pairs."""
_OF_PEOPLE = re.compile(
    r"\b(?:chairs?|committees?|organi[sz](?:ers?|ing)|boards?|members|moderators?|panell?ists?|delegates|editors"
    r"|speakers|mentors|winners?|awards?|prizes?|congratulations)\b",
    re.IGNORECASE,
)
"""In headings over names, and in news about people."""
_NUMBER = re.compile(rf"[A-Z]{{0,3}}\d{{1,4}}[.):]?|{HOUR}|{HOURS}")
"""What stands alone on a line between works: a poster's number, or when a talk begins."""


@dataclass(frozen=True, slots=True)
class _Pair:
    title: int
    names: int


def find_paired_blocks(lines: Sequence[Line], references: Container[int] = ()) -> list[Block]:
    """The pairs, in order; none unless there are some that can be nothing else."""
    kept = [line for line in lines if line.number not in references and _NUMBER.fullmatch(line.text) is None]
    bylines = {at: byline for at, line in enumerate(kept) if (byline := read_byline(line.text)) is not None}
    if sum(1 for byline in bylines.values() if byline.sure) < _FEWEST:
        return []
    placed = {at for at in bylines if bylines[at].sure or "(" in kept[at].text}
    titles = {at for at, line in enumerate(kept) if at not in placed and _may_be_title(line.text)}
    orders = [_pairs(kept, bylines, titles, names_first=first) for first in (False, True)]
    ranks = [(_togetherness(kept, pairs), len(pairs)) for pairs in orders]
    found = orders[ranks.index(max(ranks))]
    if ranks[0] == ranks[1] or not _are_works(kept, bylines, found):
        return []  # where both orders fit as well, one of them gives each title to the wrong names
    odd = odd_sentences([kept[pair.title].text for pair in found])
    return [_block(kept, pair, bylines[pair.names]) for at, pair in enumerate(found) if at not in odd]


def _sure(bylines: Mapping[int, Byline], at: int) -> bool:
    return at in bylines and bylines[at].sure


def _may_be_title(text: str) -> bool:
    """Whether a line may be a title, and neither an institution nor a heading over people."""
    return is_work_title(text) and not is_institution_line(text) and _OF_PEOPLE.search(text) is None


def _pairs(
    lines: Sequence[Line], bylines: Mapping[int, Byline], titles: Container[int], *, names_first: bool
) -> list[_Pair]:
    """The pairs in one order, each line in one of them; one name alone counts right beside another pair."""
    found: list[_Pair] = []
    at = 0
    while at + 1 < len(lines):
        title, names = (at + 1, at) if names_first else (at, at + 1)
        follows = bool(found) and max(found[-1].title, found[-1].names) + 1 == at
        beside = follows or (title + 2 in titles and _sure(bylines, names + 2))
        if title in titles and names in bylines and (bylines[names].sure or beside):
            found.append(_Pair(title, names))
            at += 2
        else:
            at += 1
    return found


def _togetherness(lines: Sequence[Line], pairs: Sequence[_Pair]) -> int:
    """1 where most pairs stand closer together than to their neighbours, -1 where further apart, else 0."""
    balance = 0
    for pair, behind in pairwise(pairs):
        inside = abs(lines[pair.title].number - lines[pair.names].number)
        last, first = max(pair.title, pair.names), min(behind.title, behind.names)
        outside = lines[first].number - lines[last].number
        balance += (inside < outside) - (inside > outside)
    return (2 * balance > len(pairs)) - (-2 * balance > len(pairs))


def _are_works(lines: Sequence[Line], bylines: Mapping[int, Byline], pairs: Sequence[_Pair]) -> bool:
    sure = sum(1 for pair in pairs if bylines[pair.names].sure)
    if sure < _FEWEST or sure < _LEAST_SURE * len(pairs) or _togetherness(lines, pairs) < 0:
        return False
    dated = sum(1 for pair in pairs if stated_year(lines[pair.title].text) is not None)
    if 2 * max(dated, sum(1 for pair in pairs if pair.title in bylines)) > len(pairs):
        return False  # names stand below names, or with where something appeared
    words = sum(len(lines[pair.title].text.split()) for pair in pairs)
    first, last = min(pairs[0].title, pairs[0].names), max(pairs[-1].title, pairs[-1].names)
    return words >= _LEAST_WORDS * len(pairs) and 2 * len(pairs) >= _LEAST_HELD * (last - first + 1)


def _block(lines: Sequence[Line], pair: _Pair, byline: Byline) -> Block:
    title, names = lines[pair.title], lines[pair.names]
    title = Line(title.number, without_last_buttons(without_number(title.text)))
    details = Details()
    details.take_where(Line(names.number, byline.where))
    return Block(title, names, byline.creators, details, organisations=byline.organisations)
