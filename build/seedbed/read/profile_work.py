"""One work of a profile: what stands below its head, by order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedbed.model.record import WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.buttons import is_buttons
from seedbed.read.claims import abstract_of, links_of
from seedbed.read.creators import is_name_list, read_names, split_organisations
from seedbed.read.furniture import is_button
from seedbed.read.lists.name_lines import joined_names, names_go_on
from seedbed.read.profile_head import Head
from seedbed.read.shape import begins_abstract, is_prose, without_number
from seedbed.text.identifiers import is_address
from seedbed.text.lines import Line

_LONGEST_NOTE = 40
_MOST_PARTS = 4
"""Words of a name that stands where a title would."""
_ENDS = (".", "!", "…", ":", ";", ",", "$", ")")
"""How a line ends that is part of running text."""
_BEGINS = re.compile(r"[^\w\s]*[^\W_a-z]")
"""How running text begins, and no line of it that stands inside a sentence."""
_SUMMARY = re.compile(r"tl;?dr\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"\d[\d.,]* \w+|(?:no|without) (?:abstract|summary)(?: (?:is )?available)?\.?|\[?no abstract\]?",
    re.IGNORECASE,
)
"""What stands where the abstract would, if there were one: a count may ("9 citations")."""
_COUNTED = re.compile(r".*\(\d+\)")
"""An entry of another list, with a count: "Bo Ek (3)"."""
_BY = re.compile(r"by:? ", re.IGNORECASE)


def work_of(seed: Seed, line: Line, head: Head, around: Sequence[Line]) -> WorkRecord:
    """A work as a record.

    Args:
        seed: Whose lines these are.
        line: The head's line.
        head: What it states.
        around: The other lines of the work: its title, where that stands over the head, and those below.
    """
    place = seed.span(line.number)
    # What touches the head is its title, whatever it says ("Notes").
    buttons = [other for other in around if other.number > line.number + 1 and _is_button(other.text)]
    links = [other for other in around if is_address(other.text)]
    said = [other for other in around if other not in buttons and other not in links]
    title, creators, paragraphs = _split_work(line, said)
    names, organisations = split_organisations(_joined_names(creators)) if creators else ("", ())
    creators_place = seed.span(creators[0].number, creators[-1].number) if creators else place
    return WorkRecord(
        title=_joined(seed, title) if title else None,
        creators=Claim(read_names(names), creators_place) if names else None,
        abstract=abstract_of(seed, paragraphs) if paragraphs else None,
        date=Claim(head.date, place) if head.date else None,
        category=Claim(head.category, place) if head.category else None,
        score=Claim(head.score, place) if head.score is not None else None,
        has_code=Claim(value=True, span=place) if head.has_code else None,
        organisations=tuple(Claim(each, creators_place) for each in organisations),
        links=links_of(seed, sorted((*links, *paragraphs))),
        labels=tuple(seed.span(button.number) for button in buttons),
    )


def _is_button(text: str) -> bool:
    return is_button(text) or is_buttons(text)


def _split_work(head: Line, below: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line], Sequence[Line]]:
    """The title's lines, the creators' and the abstract's, by their order; each of them may be missing.

    The title stands over the head, or on the line under it, or creators do, and it below them. Where a blank
    line parts the two, what follows is a title unless it looks like something else.
    """
    rest = list(below)
    title: list[Line] = []
    creators: list[Line] = []
    if rest and rest[0].number > head.number and _are_names_over_title(rest):
        creators.append(rest.pop(0))
    if rest and rest[0].number < head.number:
        title.append(rest.pop(0))
    touches = bool(rest) and rest[0].number == head.number + 1 and not begins_abstract(rest[0].text)
    if rest and not title and (touches or _may_be_title(rest)):
        title.append(rest.pop(0))
        if touches and _goes_on(title[0], rest):
            title.append(rest.pop(0))
    if len(rest) > 1 and title and _is_between(rest):
        rest.pop(0)
    if not creators and rest and is_creators(rest[0].text):
        creators.append(rest.pop(0))
        while rest and _are_more_names(creators, rest[0]):
            creators.append(rest.pop(0))
    del rest[_end_of_text(rest) :]
    del rest[_next_work(rest) :]
    while len(rest) > 1 and (_is_note(rest) or _is_summary(rest)):
        rest.pop(0)
    nothing = len(rest) == 1 and _NOTHING.fullmatch(rest[0].text) is not None
    told = len(rest) == 1 or any(is_prose(line.text) for line in rest)
    if nothing or not told or _is_of_others(creators, rest):
        rest.clear()
    return title, creators, rest


def _joined(seed: Seed, lines: Sequence[Line]) -> Claim[str]:
    text = without_number(" ".join(line.text for line in lines))
    return Claim(text, seed.span(lines[0].number, lines[-1].number))


def _joined_names(lines: Sequence[Line]) -> str:
    return _BY.sub("", joined_names(line.text for line in lines))


def _are_names_over_title(lines: Sequence[Line]) -> bool:
    """Whether the first line names several people, and a title stands below it rather than more names."""
    first, *below = (line.text for line in lines[:3])
    listed = read_names(first)
    if not below or is_prose(below[0]) or ":" in first or not is_name_list(first):
        return False
    if not listed.complete:
        return True
    several = "," in first and all(len(name.split()) <= _MOST_PARTS for name in listed.names)
    return several and not any(map(is_creators, below))


def _are_more_names(creators: Sequence[Line], line: Line) -> bool:
    """Whether a list of names that is broken into lines goes on in one more."""
    last = creators[-1]
    if not last.touches(line) or not names_go_on(last.text, line.text):
        return False
    if split_organisations(last.text)[1]:
        return False
    return not is_prose(line.text) and is_name_list(joined_names(each.text for each in (*creators, line)))


def _goes_on(title: Line, rest: Sequence[Line]) -> bool:
    """Whether a title is broken into two lines: the second touches it, and names stand apart below both."""
    if len(rest) < len(("its second line", "names")):
        return False
    more, names = rest[:2]
    return (
        more.number == title.number + 1
        and names.number > more.number + 1
        and not is_prose(more.text)
        and not ("," in more.text and is_name_list(more.text))
        and is_creators(names.text)
    )


def _end_of_text(rest: Sequence[Line]) -> int:
    """Where short lines begin that end no sentence and stand apart below the abstract; else its end."""
    start = len(rest)
    while start > 1 and _ends_nothing(rest[start - 1].text):
        start -= 1
    apart = (at for at in range(max(start, 1), len(rest)) if not rest[at - 1].touches(rest[at]))
    return next(apart, len(rest))


def _next_work(rest: Sequence[Line]) -> int:
    """Where a title, names and running text stand below the abstract: a work whose head is missing."""
    start = 0  # of the short lines right above
    for at in range(1, len(rest) - len(("names", "abstract"))):
        start = at if is_prose(rest[at - 1].text) else start
        title, names, text = rest[at : at + 3]
        apart = not rest[at - 1].touches(title) or ", " in names.text
        told = not is_prose(title.text) and is_creators(names.text) and is_prose(text.text)
        if start and apart and told:
            return start
    return len(rest)


def _ends_nothing(text: str) -> bool:
    """Whether a line is no running text, and none that a paragraph may end with."""
    return not is_prose(text) and (_COUNTED.fullmatch(text) is not None or not text.endswith(_ENDS))


def _is_between(rest: Sequence[Line]) -> bool:
    """Whether the first line stands between title and creators, and is no running text ("Spotlight")."""
    first, below = rest[0].text, rest[1].text
    return not is_creators(first) and not is_prose(first) and is_creators(below)


def _is_note(rest: Sequence[Line]) -> bool:
    """Whether the first line ends no sentence, and text begins below it: apart, or it is too short for text.

    It says something of the work besides ("Cited by 12"), or is a heading inside the abstract.
    """
    first, text = rest[0].text, rest[1].text
    apart = not rest[0].touches(rest[1]) and not is_prose(first)
    return (
        (apart or len(first) <= _LONGEST_NOTE)
        and not first.endswith(_ENDS)
        and is_prose(text)
        and _BEGINS.match(text) is not None
    )


def _is_of_others(creators: Sequence[Line], rest: Sequence[Line]) -> bool:
    """Whether what stands apart below the names is no text: a heading, and other people with their counts."""
    apart = bool(creators) and bool(rest) and not creators[-1].touches(rest[0])
    return apart and all(_ends_nothing(line.text) for line in rest)


def _is_summary(rest: Sequence[Line]) -> bool:
    """Whether the first line sums up in a sentence, under a label of its own, what the text below it says."""
    return _SUMMARY.match(rest[0].text) is not None and is_prose(rest[1].text)


def is_creators(text: str) -> bool:
    """Whether a line lists names, perhaps with organisations behind them."""
    names, organisations = split_organisations(text)
    return is_name_list(text) or (bool(organisations) and not is_prose(names))


def _may_be_title(rest: Sequence[Line]) -> bool:
    """Whether the first line is no running text, and no list of names unless names follow it."""
    if is_prose(rest[0].text) or begins_abstract(rest[0].text):
        return False
    listed = read_names(rest[0].text)
    several = len(listed.names) > 1 or not listed.complete
    names_follow = len(rest) > 1 and is_name_list(rest[1].text)
    return names_follow or not (several and is_name_list(rest[0].text))
