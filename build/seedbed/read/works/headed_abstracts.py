"""Works whose title stands over their abstract, with names above it, behind it, below it, or nowhere.

Any text may have headings over paragraphs. What tells works is that the same order of shapes comes again, and
that most of its titles, or of its abstracts, are what no heading and no paragraph is: labelled, in quotation
marks, with names, an archive's number or buttons beside them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from seedbed.model.record import NameList
from seedbed.read.shape import is_prose
from seedbed.read.vocabulary import MENTORS
from seedbed.read.works.abstract_heads import (
    ARCHIVE_NUMBER,
    FEWEST_WORDS,
    Head,
    begins_abstract,
    find_heads,
    tells_of_work,
    title_of,
)
from seedbed.read.works.affiliations import is_institution_line
from seedbed.read.works.block import Block
from seedbed.read.works.block_details import read_details
from seedbed.read.works.bylines import Byline, read_byline
from seedbed.read.works.publication_headings import names_list
from seedbed.read.works.title_lines import venue_line
from seedbed.text.lines import Line
from seedbed.text.names import read_name

_FEWEST = 2
_FEWEST_BARE = 3
"""Works of which nothing but what their abstracts say tells that they are some."""
_LEAST_SHARE = 0.6
"""Of the references, how many have to be titles of abstracts; of the titles, how many have to stand alike."""
_MOST_ABOVE = 2
_MOST_BELOW = 4
_HELPED = re.compile(rf"(?:{'|'.join(sorted(MENTORS))})(?:\(s\))?: ", re.IGNORECASE)
_BULLET = re.compile(r"^[•*+^‡†-]+\s*")
_LIST = re.compile(
    r"\b(?:papers?|publications?|articles?|abstracts?|talks|projects?|preprints?|theses|dissertations?|posters?"
    r"|presentations?)\b",
    re.IGNORECASE,
)
"""Words of which a heading has one that says that works follow."""
_MOST_HEADING_WORDS = 8
_OF_ITSELF = re.compile(
    r"\b(?:this|the present|our) "
    r"(?:paper|article|study|thesis|dissertation|chapter|essay|talk|presentation|poster)\b"
    r"|\b(?:we|I) (?:then |also |first )?(?:study|show|argue|find|propose|present|introduce|investigate"
    r"|examine|develop|prove|explore|analy[sz]e|estimate|demonstrate|describe|discuss|defend|compare)\b",
    re.IGNORECASE,
)
"""How abstracts speak of the work that they are of."""


def find_headed_blocks(lines: Sequence[Line], references: Collection[int] = ()) -> list[Block]:
    """The works, in order; none unless the page is surely a list of some.

    A line of `references` may be a title, where most of them have an abstract below, and is no abstract.
    """
    starts = [at for at in range(len(lines)) if begins_abstract(lines, at, references)]
    heads = find_heads(lines, starts, references)
    stated = sum(1 for head in heads if lines[head.title].number in references)
    if stated < _LEAST_SHARE * len(references):
        heads = [head for head in heads if lines[head.title].number not in references]
    heads = _apart(lines, _with_names_above(lines, _labelled(heads)))
    if not _are_works(lines, heads, len(starts)):
        return []
    begins = [*(head.first() for head in heads), len(lines)]
    borders = sorted({*begins, *(at for at, line in enumerate(lines) if line.number in references)})
    blocks = [_block(lines, head, borders[bisect_right(borders, head.abstract)]) for head in heads]
    return _with_names_below(lines, heads, begins, blocks)


def _with_names_above(lines: Sequence[Line], heads: Sequence[Head]) -> list[Head]:
    """The heads with the names that stand over most titles, if they do."""
    above = [_names_above(lines, head) for head in heads]
    named = [found for found in above if found is not None]
    if any(head.names for head in heads) or len(named) < max(_FEWEST, _LEAST_SHARE * len(heads)):
        return list(heads)
    topped = sum(1 for found in named if found[0][0] and title_of(lines[found[0][0] - 1].text) is not None)
    if topped >= _LEAST_SHARE * len(heads):
        return []  # what stands below title and names is no title: a room, or a day
    people = {found[0][1].creators.names for found in named}
    if len(people) < _LEAST_SHARE * len(named):
        return list(heads)
    first = next(
        at for at, found in enumerate(above) if found or heads[at].is_labelled or heads[at].is_marked
    )
    return [  # what stands over the first names is what the page says of all
        replace(head, names=found[0], above=(*head.above, *found[1]), is_marked=True) if found else head
        for head, found in zip(heads[first:], above[first:], strict=True)
    ]


def _names_above(lines: Sequence[Line], head: Head) -> tuple[tuple[int, Byline], tuple[int, ...]] | None:
    between: list[int] = []
    for at in range(head.title - 1, max(-1, head.title - 2 - _MOST_ABOVE), -1):
        text = lines[at].text
        byline = read_byline(_BULLET.sub("", text))
        if byline is not None and not is_institution_line(text):
            return (at, byline), (at, *between)
        if tells_of_work(text) != "told" and not _HELPED.match(text):
            return None
        between.append(at)
    return None


def _labelled(heads: Sequence[Head]) -> Sequence[Head]:
    """The heads of labelled abstracts alone, where most are."""
    labelled = [head for head in heads if head.is_labelled]
    return labelled if len(labelled) >= _FEWEST and 2 * len(labelled) >= len(heads) else heads


def _apart(lines: Sequence[Line], heads: Sequence[Head]) -> list[Head]:
    """Those of the heads that begin behind a blank line, where most do: what touches may be half a title.

    A heading that says that works follow may touch the first of them.
    """
    apart = [
        head
        for head in heads
        if not (at := head.first()) or not lines[at - 1].touches(lines[at]) or names_list(lines[at - 1].text)
    ]
    return apart if 2 * len(apart) >= len(heads) else list(heads)


def _are_works(lines: Sequence[Line], heads: Sequence[Head], paragraphs: int) -> bool:
    """Whether the page is a list of works: by their titles, or by what most abstracts say under a heading."""
    if len(heads) < _FEWEST or any(_tell_of_people(lines, heads)):
        return False
    told = sum(1 for head in heads if head.is_labelled or head.is_marked)
    if told >= _LEAST_SHARE * len(heads):
        return True
    of_itself = sum(1 for head in heads if _OF_ITSELF.search(lines[head.abstract].text))
    listed = any(
        _LIST.search(line.text) and len(line.text.split()) <= _MOST_HEADING_WORDS
        for line in lines[: heads[0].title]
    )
    texts = sum(1 for line in lines[heads[0].title :] if is_prose(line.text))
    all_headed = len(heads) >= _LEAST_SHARE * max(paragraphs, texts)
    return listed and all_headed and len(heads) >= _FEWEST_BARE and of_itself >= _LEAST_SHARE * len(heads)


def _tell_of_people(lines: Sequence[Line], heads: Sequence[Head]) -> Iterator[bool]:
    """For two neighbours, whether what stands below them tells of whom they name: a directory does."""
    told = [
        head.names is not None
        and read_name(head.names[1].creators.names[0]).family_letters
        in {word.strip(",.’'s").casefold() for word in lines[head.abstract].text.split()[:FEWEST_WORDS]}
        for head in heads
    ]
    yield from (one and other for one, other in pairwise(told))


def _block(lines: Sequence[Line], head: Head, end: int) -> Block:
    title = lines[head.title]
    stated = head.stated
    below = head.title + 1
    named = head.names is not None and head.names[0] == below
    details = read_details(lines, below + named, end)
    if (venue := venue_line(title, stated)) is not None:
        details.venue = venue
    between = range(head.title + 1, head.abstract)
    parts = [lines[at] for at in (*between, *head.above)]
    numbers = [(match["number"], line) for line in parts if (match := ARCHIVE_NUMBER.fullmatch(line.text))]
    details.links += [(address, title) for address in stated.links]
    details.links += [(f"https://arxiv.org/abs/{number}", line) for number, line in numbers]
    details.lines += parts
    beside = stated.beside or (stated.creators is None and head.names is None)
    if head.names is None:
        creators = stated.creators or NameList((), complete=False)
        creators = replace(creators, complete=False) if stated.beside else creators
        return Block(Line(title.number, stated.title), title, creators, details, leaves_out_owner=beside)
    at, byline = head.names
    details.take_where(Line(lines[at].number, byline.where))
    return Block(
        Line(title.number, stated.title),
        lines[at],
        byline.creators,
        details,
        byline.organisations,
        byline.leaves_out_owner,
    )


def _with_names_below(
    lines: Sequence[Line], heads: Sequence[Head], begins: Sequence[int], blocks: list[Block]
) -> list[Block]:
    """The blocks with the names that stand below most abstracts, where none has any elsewhere."""
    if any(block.creators.names for block in blocks):
        return blocks
    below = [_names_below(lines, head, end) for head, end in zip(heads, begins[1:], strict=True)]
    if sum(1 for found in below if found) < _LEAST_SHARE * len(blocks):
        return blocks
    for at, found in enumerate(below):
        if found is not None:
            blocks[at] = replace(
                blocks[at], names=found[0], creators=found[1].creators, leaves_out_owner=False
            )
    return blocks


def _names_below(lines: Sequence[Line], head: Head, end: int) -> tuple[Line, Byline] | None:
    """The surely named below an abstract, close to its end."""
    at = head.abstract + 1
    while at < end and is_prose(lines[at].text):
        at += 1
    for line in lines[at : min(end, at + _MOST_BELOW)]:
        byline = read_byline(line.text)
        if byline is not None and byline.sure:
            return line, byline
    return None
