"""Works on the page of their creator, whom it need not name: a title, and below it where it appeared."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Container, Sequence
from itertools import islice

from seedbed.model.record import NameList
from seedbed.model.source import Seed
from seedbed.read.furniture import is_menu
from seedbed.read.page_owner import bare_owner
from seedbed.read.references.owner import BESIDE_OWNER
from seedbed.read.references.venue import VENUE, read_publication, stated_year
from seedbed.read.vocabulary import OF_HEADINGS, ORGANISATIONS
from seedbed.read.works.abstract_labels import is_labelled
from seedbed.read.works.appeared import is_venue, without_kind
from seedbed.read.works.block import Block
from seedbed.read.works.block_details import read_details
from seedbed.read.works.bylines import Byline, read_byline
from seedbed.read.works.publication_headings import names_list
from seedbed.read.works.title_lines import TitleLine, read_title_line, venue_line
from seedbed.read.works.work_titles import is_work_title, may_be_short_title
from seedbed.text.lines import Line, filled, touches_above

_VENUE = re.compile(
    r"[^\W_a-z].{2,120}? \((?:(?:19|20)\d\d|(?i:forthcoming|in press|(?:conditionally )?accepted))\)\.?"
)
_FIELD = re.compile(
    r"\w(?:(?:ology|ologies|istry|omics|graphy|sciences?|studies|engineering|medicine|informatics|mathematics|physics"
    r"|linguistics|genetics)|research)$",
    re.IGNORECASE,
)
"""How fields of study end, which else may look like a name: "Structural Neurobiology"."""
_FEWEST = 3
_FEWEST_BESIDE = 2
_LABELLED = 2
"""With so many labelled abstracts to each text without a label, that is none."""
_MOST_ABOVE = 3
_MOST_OF_MENU = 12
"""Of so many lines, those of one word are a menu's, and are not counted."""
_MOST_BETWEEN = 1
"""Lines between a title and its abstract: "Job market paper"."""


def find_owner(seed: Seed, lines: Sequence[Line], first: int) -> Line | None:
    """The line at the top of a page that is a person's name, without what adorns it.

    Where none is, it is the only one among the menus that is: there a home page says whose it is.

    Args:
        seed: The whole page.
        lines: What stands between its menus and its footer.
        first: The line of the first work; the name stands above it.
    """
    worded = (line for line in lines[:_MOST_OF_MENU] if " " in line.text)
    above = [line for line in islice(worded, _MOST_ABOVE) if line.number < first]
    among = filled(seed.lines[: min(lines[0].number, first) - 1]) if lines else ()
    in_menus = [bare for line in among if not is_menu(line.text) and (bare := _person(line))]
    alone = in_menus[0] if len({line.text for line in in_menus}) == 1 else None
    return next((bare for line in above if (bare := _person(line))), alone)


def _person(line: Line) -> Line | None:
    """A line that is one person's name, without what adorns it."""
    bare = Line(line.number, bare_owner(line.text))
    byline = read_byline(bare.text) if bare.text and not names_list(bare.text) else None
    if byline is None or len(byline.creators.names) != 1 or _FIELD.search(bare.text):
        return None
    name = byline.creators.names[0]
    return Line(line.number, name) if bare.text.startswith(f"{name} ") else bare


def find_owned_blocks(
    seed: Seed, lines: Sequence[Line], references: Collection[int] = (), headed: Sequence[Block] = ()
) -> list[Block]:
    """Titles with "(with …)" behind or below, an abstract, or a journal and a year in brackets right below.

    None unless there is an owner, and three of them. Beside some `references`, which all leave out the owner,
    one is enough, and quotation marks tell a title, too. The works that are `headed` are among them.
    """
    stated = {at for at, line in enumerate(lines) if line.number in references}
    over = {block.title.number: block for block in headed}
    begins = _begins(lines, [at for at in range(len(lines)) if at not in stated], over, len(references))
    if not begins or find_owner(seed, lines, lines[begins[0]].number) is None:
        return []
    headings = (
        at for at in range(1, len(lines)) if not touches_above(lines, at) and names_list(lines[at].text)
    )
    bounds = sorted({*begins, *stated, *headings, len(lines)})
    blocks = [
        over.get(lines[begin].number) or _block(lines, begin, bounds[bisect_right(bounds, begin)])
        for begin in begins
    ]
    _settle_unlabelled(lines, blocks)
    return blocks


def _settle_unlabelled(lines: Sequence[Line], blocks: Sequence[Block]) -> None:
    """Leave works without text where a label says of most others what their abstracts are.

    So is the last one, below which the page may go on, where no other has text without a label.
    """
    labels = {line.number for line in lines if is_labelled(line.text)}
    bare = [
        block
        for block in blocks
        if (text := block.details.abstract) and labels.isdisjoint((text[0].number - 1, text[0].number))
    ]
    if len(labels) >= _LABELLED * len(bare) or (labels and bare == [blocks[-1]]):
        for block in bare:
            taken = {line.number for line in block.details.abstract}
            block.details.abstract = []
            block.details.lines = [line for line in block.details.lines if line.number not in taken]


def _begins(
    lines: Sequence[Line], others: Sequence[int], headed: Container[int], references: int
) -> list[int]:
    """Where works begin among the lines that are no references; beside these, two words may head anything."""
    beside = references >= _FEWEST_BESIDE
    placed = [at for at in others if _stands_over_venue(lines, at)]
    told = [at for at in others if lines[at].number in headed or _is_told(lines, at, beside=beside)]
    if beside and len(placed) < _FEWEST:
        placed = []
    begins = {*placed, *told}
    if len(begins) >= _FEWEST_BESIDE:
        begins |= {at for at in others if _stands_over_journal(lines, at)}
    return sorted(begins) if len(begins) >= _FEWEST or (beside and not placed) else []


def _stands_over_venue(lines: Sequence[Line], at: int) -> bool:
    return at + 1 < len(lines) and _is_venue(lines[at + 1].text) and _is_title(lines[at].text)


def _stands_over_journal(lines: Sequence[Line], at: int) -> bool:
    """The same beside works that are told otherwise, for a line apart, over a dated venue in any form.

    That has to hold a word of venues, or numbers: else it may say where somebody studied, or what they won.
    """
    if at + 1 == len(lines) or touches_above(lines, at) or not lines[at].touches(lines[at + 1]):
        return False
    text, below = lines[at].text, without_kind(lines[at + 1].text)
    if names_list(text) or not OF_HEADINGS.isdisjoint(text.casefold().split()):
        return False
    return _is_dated_journal(below) and may_be_short_title(text)


def _is_dated_journal(text: str) -> bool:
    """Whether a line says where a work appeared and when, by a word of venues or by its volume."""
    named = VENUE.search(text) is not None or bool(read_publication(text).particulars)
    return named and stated_year(text) is not None and is_venue(text)


def _is_told(lines: Sequence[Line], at: int, *, beside: bool) -> bool:
    """Whether those beside the owner stand behind a title, or its abstract below it; or it is quoted."""
    stated = read_title_line(lines[at].text)
    if stated is None:
        apart = not touches_above(lines, at) and may_be_short_title(lines[at].text)
        return apart and _names_below(lines, at) is not None
    if stated.beside or (beside and stated.is_quoted):
        return True
    if _names_below(lines, at):
        return True
    below = lines[at + 1 : at + 1 + _MOST_BETWEEN + 1]
    return not touches_above(lines, at) and any(is_labelled(each.text) for each in below)


def _names_below(lines: Sequence[Line], at: int) -> tuple[int, Byline] | None:
    """Those beside the owner whom the line right below names, or the one below a venue: "(with Bo Ek)"."""
    below = at + 1
    below += (
        below + 1 < len(lines) and touches_above(lines, below + 1) and _is_dated_journal(lines[below].text)
    )
    if below == len(lines) or not touches_above(lines, below):
        return None
    byline = read_byline(lines[below].text)
    return (below, byline) if byline is not None and byline.leaves_out_owner else None


def _is_venue(text: str) -> bool:
    words = {word.strip(".,()").casefold() for word in text.split()} - {"journal"}
    return _VENUE.fullmatch(text) is not None and ORGANISATIONS.isdisjoint(words)


def _is_title(text: str) -> bool:
    """Whether a line may be a title; of two words, too, since the line below it tells that it is one."""
    bare = BESIDE_OWNER.sub("", text)
    return is_work_title(f"On {bare}") and bare[0].isupper() and not _is_venue(text)


def _block(lines: Sequence[Line], begin: int, end: int) -> Block:
    line = lines[begin]
    stated = read_title_line(line.text) or read_title_line(line.text, may_be_short=True)
    stated = stated or TitleLine(line.text)
    below = _names_below(lines, begin) if stated.creators is None else None
    at, byline = below or (begin, None)
    named, creators = lines[at], byline.creators if byline else stated.creators
    held = [*lines[begin : min(at, begin + 1) + 1], *lines[begin + 1 : at], *lines[at + 1 : end]]
    details = read_details(held, min(at, begin + 1) - begin + 1, len(held))
    details.venue = venue_line(line, stated) or details.venue
    if byline is not None and byline.where:
        details.take_where(Line(named.number, byline.where))
    names = creators.names if creators else ()
    return Block(Line(line.number, stated.title), named, NameList(names, complete=False), details)
