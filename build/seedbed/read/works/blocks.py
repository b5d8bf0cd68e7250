"""Works of a list on several lines: title and creators, either first, then what else is stated of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from functools import partial

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList
from seedbed.read.buttons import is_control, without_last_buttons
from seedbed.read.lists.named_titles import dated_title
from seedbed.read.references.fact_lines import read_facts
from seedbed.read.references.names import listed_names, one_or_several
from seedbed.read.shape import is_prose, without_number
from seedbed.read.works.abstract_labels import unlabelled
from seedbed.read.works.abstracts_above import abstracts_above
from seedbed.read.works.appeared import is_dated_venue
from seedbed.read.works.below_names import find_below_names
from seedbed.read.works.block import Block
from seedbed.read.works.block_details import hashtags, read_details
from seedbed.read.works.block_heads import (
    BlockHead,
    find_block_heads,
    is_employed,
    names_lead,
    numbered_alike,
)
from seedbed.read.works.bylines import Byline, read_byline, read_mononymous
from seedbed.read.works.venue_tags import part_tag
from seedbed.read.works.work_titles import is_work_title, odd_sentences
from seedbed.text.dates import day_comes_first, find_month
from seedbed.text.lines import Line, touches_above
from seedbed.text.months import MONTH

_QUOTED = re.compile(r"[“„«\"](?P<title>[^“”„«»\"]{5,300}?)[,.]?[”“»\"]")
"""As a page marks its owner's titles; elsewhere a title may be what somebody said."""
_FEWEST = 2
"""Works that do not tell yet whether names come first."""
_FEWEST_TALKS = 3
_MOST_UNNAMED = 0.34
"""Of the works, how many may name nobody on a page whose works all stand below dates."""
_FEWEST_LAST = 25
"""Words of a text below the last work alone that may be its abstract."""
_LEAST_WORDS = 6
"""Words of talks' titles on average, where nothing but names with institutions tells that they are some."""
_COMMITTEE = re.compile(
    r"\b(?:chairs?|committees?|organi[sz](?:ers?|ation)|boards?|members?|moderators?|delegates|editors)\b",
    re.IGNORECASE,
)
_OF_WHEN = re.compile(rf"\d+|\b(?:spring|summer|autumn|fall|winter|{MONTH})\b", re.IGNORECASE)
_MOSTLY = 0.6
"""Of the works, how many have to begin below a date: some can be read in two ways, and are not."""
_MOST_TAILS = 8
"""Further lines of one list of names."""


def find_blocks(lines: Sequence[Line], references: Container[int] = ()) -> list[Block]:
    """The blocks, in order, none of which shares a line with another, or with one of `references`.

    Whether titles or creators come first is the same for all: as it is for most of those of which it is sure.
    """
    below_names = find_below_names(lines, references)
    return _titles_first(lines, references) if below_names is None else below_names


def _titles_first(lines: Sequence[Line], references: Container[int]) -> list[Block]:
    """A title, then its creators, perhaps with the abstract in between."""
    lines, tails = _with_whole_names(lines)
    bylines = {
        at: byline
        for at, line in enumerate(lines)
        if line.number not in references and (byline := _byline(lines, at)) is not None
    }
    heads = _heads(lines, bylines, references)
    if names_lead(lines, heads):
        return []
    heads = _with_unnamed(lines, heads)
    starts, abstracts = abstracts_above(lines, heads)
    dates = _dates_above(lines, starts)
    starts = [start - (date is not None) for start, date in zip(starts, dates, strict=True)]
    ends = _ends(lines, heads, starts, references)
    blocks = _without_years(list(map(partial(_block, lines, tails), heads, ends, abstracts)))
    for block, start, date in zip(blocks, starts, dates, strict=True):
        if date is not None:
            block.details.date = (date, lines[start])
            block.details.lines.append(lines[start])
    _settle_last(lines, blocks)
    talks = _talks(lines, heads, bylines)
    return [
        block
        for block, head in zip(blocks, heads, strict=True)
        if block.details.says_something() or head.names in talks
    ]


def _heads(
    lines: Sequence[Line], bylines: Mapping[int, Byline], references: Container[int]
) -> Sequence[BlockHead]:
    """Where works begin, without what ends in a full stop where hardly any other title does."""
    found = list(find_block_heads(lines, bylines, references))
    odd = odd_sentences([lines[head.title].text for head in found])
    return [head for at, head in enumerate(found) if at not in odd]


def _ends(
    lines: Sequence[Line], heads: Sequence[BlockHead], starts: Sequence[int], references: Container[int]
) -> list[int]:
    """Where each work ends: before the next one, a heading over others, or a reference."""
    stated = (at for at, line in enumerate(lines) if line.number in references)
    numbered = numbered_alike(lines, [head.title for head in heads])
    borders = sorted({*starts, *_headings_alike(lines, starts), *stated, *numbered, len(lines)})
    return [borders[bisect_right(borders, head.names)] for head in heads]


def _talks(
    lines: Sequence[Line], heads: Sequence[BlockHead], bylines: Mapping[int, Byline]
) -> frozenset[int]:
    """The names with institutions below titles that are a programme's, which need say no more of a work."""
    talks = [head for head in heads if head.byline.organisations and head.names + 1 not in bylines]
    are_talks = _are_talks([lines[head.title].text for head in talks])
    return frozenset(head.names for head in talks) if are_talks else frozenset()


def _without_years(blocks: list[Block]) -> list[Block]:
    """The works without the years behind their titles, "On Rain (2021)", where most have one there."""
    dated = [dated_title(block.title) for block in blocks]
    if 2 * (len(dated) - dated.count(None)) <= len(dated):
        return blocks
    for at, stated in enumerate(dated):
        if stated is not None:
            blocks[at] = replace(blocks[at], title=stated[0])
            blocks[at].details.date = blocks[at].details.date or (stated[1], stated[0])
    return blocks


def _with_unnamed(lines: Sequence[Line], heads: Sequence[BlockHead]) -> Sequence[BlockHead]:
    """The works, with those few among them that stand below a date as most do, and name nobody surely."""
    dated = _dates_above(lines, [head.title for head in heads])
    if len(heads) < _FEWEST_TALKS or dated.count(None) > _MOST_UNNAMED * len(heads):
        return heads
    held = {at for head in heads for at in (head.title, head.names)}
    nobody = Byline(NameList(()), (), sure=False)
    unnamed = [
        BlockHead(at, at, nobody)
        for at in range(heads[0].names + 1, heads[-1].title)
        if held.isdisjoint((at, at - 1))
        and touches_above(lines, at)
        and is_work_title(lines[at].text)
        and find_month(lines[at - 1].text) is not None
        and any(is_prose(line.text) for line in lines[at + 1 : at + 1 + _FEWEST])
    ]
    few = len(unnamed) <= _MOST_UNNAMED * len(heads)
    return sorted([*heads, *unnamed], key=lambda head: head.title) if few else heads


def _settle_last(lines: Sequence[Line], blocks: Sequence[Block]) -> None:
    """Leave the last work without a text that stands apart from it, where no other has any, and no label.

    A few words may be the page's own though they touch it.
    """
    if len(blocks) <= _FEWEST or any(block.details.abstract for block in blocks[:-1]):
        return
    details = blocks[-1].details
    held = {line.number for line in blocks[-1].lines()}
    labelled = any(unlabelled(line.text)[1] for line in lines if line.number in held)
    words = sum(len(line.text.split()) for line in details.abstract)
    apart = words < _FEWEST_LAST or details.abstract[0].number - 1 not in held
    if details.abstract and apart and not labelled:
        details.lines = [line for line in details.lines if line not in details.abstract]
        details.abstract = []


def _byline(lines: Sequence[Line], at: int) -> Byline | None:
    """Whom a line names; right above buttons of a work, a single word may be a name among others."""
    byline = read_byline(lines[at].text)
    if byline is not None or at + 1 == len(lines) or not is_control(lines[at + 1].text):
        return byline
    return read_mononymous(lines[at].text) if ", " in lines[at].text else None


def _with_whole_names(lines: Sequence[Line]) -> tuple[Sequence[Line], Mapping[int, Sequence[Line]]]:
    """The lines with names that go on behind a comma in one, and the further lines of each."""
    tails: dict[int, list[Line]] = {}
    whole: list[Line] = []
    for line in lines:
        first = whole[-1] if whole else None
        touching = (
            first is not None
            and first.text.endswith(",")
            and (first.number + len(tails.get(first.number, ())) + 1 == line.number)
        )
        if first is None or not touching or len(tails.get(first.number, ())) == _MOST_TAILS:
            whole.append(line)
            continue
        joined = f"{first.text} {line.text}"
        if listed_names(first.text.rstrip(",")) and one_or_several(line.text.rstrip(",")):
            whole[-1] = Line(first.number, joined)
            tails.setdefault(first.number, []).append(line)
        else:
            whole.append(line)
    return (whole, tails) if tails else (lines, tails)


def _are_talks(titles: Sequence[str]) -> bool:
    """Whether titles over names with institutions are a programme's, and no headings over committees."""
    words = sum(len(title.split()) for title in titles)
    return (
        len(titles) >= _FEWEST_TALKS
        and words >= _LEAST_WORDS * len(titles)
        and not any(_COMMITTEE.search(title) or _names_people(title) for title in titles)
    )


def _names_people(title: str) -> bool:
    byline = read_byline(title)
    return byline is not None and byline.sure


def _dates_above(lines: Sequence[Line], starts: Sequence[int]) -> list[PartialDate | None]:
    """For each work the day or the month that it begins right below, where most begin below one."""
    above = [lines[start - 1].text if touches_above(lines, start) else "" for start in starts]
    day_first = day_comes_first(above)
    dates = [find_month(text, day_first=day_first) for text in above]
    mostly = len(dates) - dates.count(None) >= _MOSTLY * len(dates)
    return dates if mostly else [None] * len(dates)


def _headings_alike(lines: Sequence[Line], starts: Sequence[int]) -> list[int]:
    """The lines that stand apart over works, and say the same as that over the first but for when, or which.

    "Winter 2024 cohort" ends what is said of the work above it as "Summer 2025 cohort" begins the list.
    """
    apart = [at - 1 for at in starts if at > 1 and not touches_above(lines, at)]
    apart = [at for at in apart if not lines[at - 1].touches(lines[at])]
    kinds = [_OF_WHEN.sub("", lines[at].text.partition(":")[0]).casefold().split() for at in apart]
    first = bool(apart) and apart[0] == starts[0] - 1 and bool(kinds[0])
    return [at for at, kind in zip(apart, kinds, strict=True) if first and kind == kinds[0]]


def _block(
    lines: Sequence[Line],
    tails: Mapping[int, Sequence[Line]],
    head: BlockHead,
    end: int,
    above: Sequence[Line],
) -> Block:
    """The work that begins with `head` and ends before `end`; an abstract that comes first is `above`."""
    title, names = lines[head.title], lines[head.names]
    more_names = tails.get(names.number, ())
    placed = next((line for line in lines[head.title + 1 : head.names] if is_dated_venue(line.text)), None)
    details = read_details(
        lines, head.names + 1, _before_other(lines, head.names + 1, end) if placed else end
    )
    details.take_where(Line((names, *more_names)[-1].number, head.byline.where))
    between = lines[head.title + 1 : head.names]
    if above:
        said = ((line.number, unlabelled(line.text)[0]) for line in above)
        details.abstract = [Line(number, text) for number, text in said if text]
    elif told := [line for line in between if is_prose(line.text)]:
        labelled = any(unlabelled(line.text)[1] for line in details.lines)
        if not labelled:  # what stands below may be of a work whose names cannot be read
            details.lines = [line for line in details.lines if line not in details.abstract]
            details.abstract = told
    details.topics += [topic for line in between for topic in hashtags(line)]
    for line in between:
        if facts := read_facts(line.text):
            details.take_facts(line, facts)
    details.venue = details.venue or placed
    details.lines += [*above, *between]
    where, bare = part_tag(without_number(title.text))
    details.venue = details.venue or (Line(title.number, where) if where else None)
    stated = Line(title.number, without_last_buttons(bare).rstrip(","))
    if head.byline.leaves_out_owner and (quoted := _QUOTED.fullmatch(stated.text)):
        stated = Line(title.number, quoted["title"])
    by = head.byline
    employer = lines[head.names + 1] if not by.organisations and is_employed(lines, head.names) else None
    details.lines += [employer] if employer else []
    return Block(
        stated, names, by.creators, details, by.organisations, by.leaves_out_owner, employer, more_names
    )


def _before_other(lines: Sequence[Line], start: int, end: int) -> int:
    """Where a title stands over a further venue, which is another work's, whatever else is said of that."""
    venues = (at for at in range(start + 1, end) if is_dated_venue(lines[at].text))
    return max(start, next(venues, end + 1) - 1)
