"""Seeds whose paragraphs are broken into lines of one width, as in mail or PDF: made whole to be read.

A reader takes a line for a paragraph. So it is given a seed in which each paragraph is one line, and what it
reads is then stated of the lines that are there. The numbers that a text browser puts before links are left
out there, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any, TypeVar

from seedbed.model.record import Reading
from seedbed.model.source import Claim, Seed, Span
from seedbed.read.broken_titles import broken_titles
from seedbed.read.buttons import is_buttons
from seedbed.read.coverage import account
from seedbed.read.creators import is_name_list
from seedbed.read.hanging import hanging_lines
from seedbed.read.link_numbers import find_addresses_below, links_in, without_numbers
from seedbed.read.lists.card_labels import WHO, basic_label, value_of
from seedbed.read.page_links import with_links
from seedbed.read.profile_head import is_head
from seedbed.read.reader import Reader, Recognition
from seedbed.read.references.fact_lines import read_facts
from seedbed.read.references.names import listed_names
from seedbed.read.references.reference import is_marked
from seedbed.read.shape import SENTENCE_ENDS, begins_abstract
from seedbed.read.works.abstract_labels import unlabelled
from seedbed.read.works.affiliations import is_institution_line
from seedbed.read.works.appeared import is_dated_venue
from seedbed.read.works.bylines import read_byline
from seedbed.text.words import is_common

_NARROWEST, _WIDEST = 45, 110
_KEYWORDS = re.compile(r"(?:author )?(?:key ?words|index terms|jel codes?)\s?[:：—–]", re.IGNORECASE)
_FEWEST_BROKEN = 6
"""Lines that break at one width."""
_LEAST_SHARE = 0.5
"""Of the lines that may go on, how many have to break there, unless a text browser broke them."""
_MOST_WIDER = 0.15
"""Of all lines, how many may be wider than that."""
_LEAST_INSIDE = 0.3
"""Of the lines that go on, how many begin with a small letter: titles, one below the other, do not."""
_UNBROKEN = 3
"""A line so many times as wide is a paragraph that nothing broke."""
_FEWEST_UNBROKEN = 2
"""Where so many are, the short lines among them are whole, too."""
_FEW_WIDER = 2
"""Characters by which a line may be wider than the others that a text browser breaks."""
_SLACK = 5
"""The same where a typesetter did, whose letters are not all as wide."""
_NUMBERED_PLACE = re.compile(r"[(\[]?\d{1,2}[)\].]? ?[^\W\d_a-z]")
"""How an institution begins to which numbers behind names lead: "1 University of Cork"."""
_LETTERS = re.compile(r"[^\W\d_A-Z]{2,30}")
_LETTERS_AT_END = re.compile(r"[^\W\d_]{2,30}$")
_BIBTEX = re.compile(r"@\w{4,20}\{")
_T = TypeVar("_T")


def of_paragraphs(reader: Reader) -> Reader:
    """The same reader, which is given whole paragraphs."""
    return of_whole(reader, unwrap)


def of_whole(reader: Reader, make_whole: Callable[[Seed], Unwrapped | None]) -> Reader:
    """The same reader, which is given the seed as `make_whole` makes it, or as it is where that is None."""

    def recognise(seed: Seed) -> Recognition | None:
        whole = make_whole(seed)
        return reader.recognise(whole.seed if whole else seed)

    def read(seed: Seed) -> Reading:
        whole = make_whole(seed)
        return whole.rewrap(with_links(reader.read(whole.seed)), seed) if whole else reader.read(seed)

    return replace(reader, recognise=recognise, read=read)


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A seed made whole.

    Attributes:
        seed: The seed with a paragraph a line.
        places: For each of its lines the first and the last one that it was broken into, counted from 1.
    """

    seed: Seed
    places: tuple[tuple[int, int], ...]

    def rewrap(self, reading: Reading, seed: Seed) -> Reading:
        """What was read of the whole lines, stated of those of `seed`, which they were made of."""
        records = tuple(self.moved(record) for record in reading.records)
        remarks = tuple(self.moved(remark) for remark in reading.remarks)
        return account(seed, reading.kind, records, remarks, reading.why)

    def moved(self, value: _T) -> _T:
        """The same value with all its spans moved to the lines that the whole ones were made of."""
        moved: Any = value
        if isinstance(value, Span):
            moved = Span(value.seed, self.places[value.first - 1][0], self.places[value.last - 1][1])
        elif isinstance(value, Claim):
            moved = Claim(self.moved(value.value), self.moved(value.span))
        elif isinstance(value, tuple):
            moved = tuple(map(self.moved, value))
        elif is_dataclass(value) and not isinstance(value, type):
            changed = {field.name: self.moved(getattr(value, field.name)) for field in fields(value)}
            moved = replace(value, **changed)
        return moved  # type: ignore[no-any-return]


@lru_cache(maxsize=1)  # each of several readers is asked about the same seed
def unwrap(seed: Seed) -> Unwrapped | None:
    """The seed made whole; None where no line is broken at a width, or goes on in one that is set in."""
    addresses, end = find_addresses_below(seed.lines)
    lines = [" ".join(line.split()) for line in seed.lines[:end]]
    least = 0.0 if addresses else _LEAST_SHARE  # a text browser breaks each line that is too long
    goes_on = (
        _broken_at_a_width(lines, seed.lines[:end], least)
        or hanging_lines(seed.lines[:end])
        or _broken_at_a_width(lines, seed.lines[:end], least, among_short=True)
    )
    goes_on |= broken_titles(lines)
    if addresses:
        said = [without_numbers(line, addresses) for line in lines]
        goes_on = {at for at in goes_on if not _are_apart(*said[at : at + 2])}
    if not goes_on and not addresses:
        return None
    starts = [at for at in range(len(lines)) if at - 1 not in goes_on]
    places = [*pairwise((*starts, len(lines)))]
    whole = [_joined(lines[start:end]) for start, end in places]
    first_and_last = tuple((start + 1, end) for start, end in places)
    bare = tuple(without_numbers(line, addresses) for line in whole) if addresses else tuple(whole)
    made = replace(seed, lines=bare, links=(), remarks=())
    links = (
        Claim(link, made.span(number))
        for number, line in enumerate(whole if addresses else (), start=1)
        for link in links_in(line, addresses)
    )
    return Unwrapped(replace(made, links=tuple(links)), first_and_last)


def _broken_at_a_width(
    lines: Sequence[str], stated: Sequence[str], least: float, *, among_short: bool = False
) -> set[int]:
    """The lines that the next one goes on with, as they are filled up to a width; none unless that is sure.

    Lines that are filled up to a width break where the next word would not fit. That width is the one at
    which most lines end so; it is sure where the `least` part of them do, and few are longer.
    A line that is set in further than the one above begins a paragraph, unless most that go on are, or a
    bullet stands before the one above.
    """
    indents = [len(line) - len(line.lstrip()) for line in stated]
    ends = [indent + len(line) for indent, line in zip(indents, lines, strict=True)]
    joints = [at for at in range(len(lines) - 1) if lines[at] and lines[at + 1]]
    if len(joints) < _FEWEST_BROKEN:
        return set()
    too_wide = {at: ends[at] + 1 + len(_first_word(stated[at + 1])) for at in joints}
    slack = _SLACK if among_short else 0 if least else _FEW_WIDER
    give = slack if among_short else 0
    width, broken = _width((ends[at] - give, too_wide[at] + give) for at in joints)
    wider = sum(1 for end in ends if end > width + give)
    if among_short and sum(1 for end in ends if end > _UNBROKEN * width) >= _FEWEST_UNBROKEN:
        return set()
    may_be = [at for at in joints if ends[at] >= _NARROWEST] if among_short else joints
    if broken < max(_FEWEST_BROKEN, least * len(may_be)) or wider > _MOST_WIDER * len(lines):
        return set()
    full = {at for at in joints if width < too_wide[at] + slack and ends[at] <= width + slack}
    goes_on = {at for at in full if not _begins_anew(lines[at + 1])}
    if among_short:
        goes_on -= set(_around_names(lines, joints))
    set_in = {at for at in goes_on if indents[at + 1] > indents[at] and not is_marked(lines[at])}
    goes_on -= set_in if 2 * len(set_in) <= len(goes_on) else set()
    inside = sum(1 for at in goes_on if lines[at + 1][0].islower())
    return goes_on if inside >= _LEAST_INSIDE * len(goes_on) else set()


def _first_word(line: str) -> str:
    """The first word, with what a space that no line is broken at joins to it."""
    return line.strip().replace("\t", " ").partition(" ")[0]


def _around_names(lines: Sequence[str], joints: Iterable[int]) -> Iterator[int]:
    """The last lines of titles over names or venues, of the names, and of the institutions below them."""
    for at in joints:
        line, below = lines[at : at + 2]
        if line.endswith((",", " and", " &")):
            continue
        if _are_names(below) or (line.endswith(SENTENCE_ENDS) and is_dated_venue(below)):
            yield at
        if not _are_names(line):
            continue
        if not below[0].islower():
            yield at
        place = at + 1
        while place < len(lines) and _is_place(lines[place]):
            yield place
            place += 1


def _is_place(line: str) -> bool:
    return is_institution_line(line) or _NUMBERED_PLACE.match(line) is not None


def _are_names(line: str) -> bool:
    """Whether a line lists several people, most of its words with a capital."""
    words = line.split()
    low = sum(1 for word in words if word[0].islower())
    byline = read_byline(line) if ", " in line and 3 * low <= len(words) else None
    return byline is not None and byline.sure and len(byline.creators.names) > 1


def _begins_anew(line: str) -> bool:
    """Whether a line goes on with none: it has a label, stands over a title, or says when a work appeared."""
    return _is_labelled(line) or is_head(line) or read_facts(line) is not None


def _is_labelled(line: str) -> bool:
    """Whether a line says itself that it is an abstract or lists keywords, or names people behind a label."""
    begins = unlabelled(line)[1] or _KEYWORDS.match(line) if line[:1].isupper() else begins_abstract(line)
    return bool(begins) or (basic_label(line) in WHO and is_name_list(value_of(line)))


def _are_apart(line: str, below: str) -> bool:
    """Whether a line ends, however long it is: it lists names, or names, buttons or BibTeX follow."""
    listed = [listed_names(each) is not None for each in (line, below)]
    ends = listed[0] != listed[1] and not line.endswith((",", " and", " &"))
    return ends or is_buttons(below) or _BIBTEX.match(below) is not None


def _joined(lines: Sequence[str]) -> str:
    """A paragraph as one line; a word that is broken at its hyphen is whole again."""
    joints = [_joint(*pair) for pair in pairwise(lines)]
    return "".join(
        f"{line.removesuffix('-') if joint is None else line}{joint or ''}"
        for line, joint in zip(lines, [*joints, ""], strict=True)
    )


def _joint(line: str, below: str) -> str | None:
    """What stands between two lines of a paragraph; None where a hyphen goes that breaks an everyday word."""
    if not line.endswith("-"):
        return " "
    begun, ended = _LETTERS_AT_END.search(line[:-1]), _LETTERS.match(below)
    return None if begun and ended and is_common((begun[0] + ended[0]).casefold()) else ""


def _width(joints: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """The width at which most lines break, and how many do; of each, where it ends and would, one word on."""
    changes = [0] * (_WIDEST + 2)
    for end, too_wide in joints:
        if _NARROWEST <= end <= _WIDEST:
            changes[end] += 1
            changes[min(too_wide, _WIDEST + 1)] -= 1
    counts = list(accumulate(changes))[: _WIDEST + 1]
    most = max(counts)
    return counts.index(most), most
