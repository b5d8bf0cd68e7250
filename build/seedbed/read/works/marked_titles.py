"""Titles that a mark sets apart, the same each time: a heading's, a number, a rule above them, or bold.

A mark says more than a blank line does: what stands below a title is its work's, up to the next mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from seedbed.read.markdown import HEADING, unstressed
from seedbed.read.shape import LONGEST_HEADING
from seedbed.text.dates import HOUR
from seedbed.text.lines import Line

_COUNTED = re.compile(
    r"\W*(?:paper|article|abstract|entry|item|work|publication|study|result|talk|poster|project|no\.?|nr\.?)?"
    r" ?#?\d{1,4}(?: ?(?:of|/|von|de|sur) ?\d{1,4})?\W*",
    re.IGNORECASE,
)
_CODED = re.compile(
    rf"(?:{HOUR}(?: ?[-–—] ?{HOUR})? )?[A-Z]{{1,3}}-?\d{{1,3}}(?:\.\d{{1,3}})?"
    r"(?: [(\[][^()\[\]]{3,30}[)\]])?"
)
"""The number of a talk or a poster at a meeting, with its time: "14:20 O-42", "P12 [cancelled]"."""
_RULE = re.compile(r"(?:([=\-_*~—–#])\s?){3,}")
_NUMBERED = re.compile(r"(?:#{1,6} )?(?:\*\*)?[(\[]?(?P<number>\d{1,4})[.)\]]+ (?P<title>\S.*)")
_CITED = re.compile(
    r"(?P<title>\S.{2,300}?)(?: [—–|] | - )(?P<names>[^—–|()]{2,200}?),? \((?P<year>(?:19|20)\d\d)\)\.?"
)
"""As in "On Rain — Ann Lee, Bo Ek (2021)"."""
_BOLD = re.compile(r"\*\*(?P<title>[^*]{3,300})\*\*")
_FEWEST = 2
_LONGEST_CODE = 60
_SHORTEST = 3
"""Characters of a title."""


Kind = Literal["cited", "counted", "headed", "numbered", "ruled", "bold"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A title and the lines below it, up to the next mark.

    Attributes:
        title: Without its mark.
        marks: Lines that hold nothing but a mark.
        body: All that is below, without marks.
        over: The heading of a higher level that it stands under.
        behind: What stands behind the title on its line: names, and the year.
    """

    title: Line
    marks: tuple[Line, ...]
    body: tuple[Line, ...]
    over: Line | None = None
    behind: tuple[Line, ...] = ()


def find_marked(lines: Sequence[Line]) -> Iterator[tuple[Kind, list[Marked]]]:
    """The titles by each kind of mark that comes again, the surest kind first."""
    for kind, find in _KINDS.items():
        found = find(lines)
        if len(found) >= _FEWEST:
            yield kind, found


def _cited(lines: Sequence[Line]) -> list[Marked]:
    """With names and the year behind them, in lines that are no references: an abstract follows each."""
    places = [(at, match) for at, line in enumerate(lines) if (match := _CITED.fullmatch(_plain(line).text))]
    ends = [*(at for at, _ in places), len(lines)][1:]
    return [
        Marked(
            Line(lines[at].number, match["title"]),
            (),
            tuple(lines[at + 1 : end]),
            behind=(Line(lines[at].number, match["names"]), Line(lines[at].number, f"({match['year']})")),
        )
        for (at, match), end in zip(places, ends, strict=True)
    ]


def _below_counts(lines: Sequence[Line]) -> list[Marked]:
    """Below a line that counts them: "Paper 2 of 6", "[3]", "14:20 O-42"."""
    return _below(lines, _counts)


def _counts(text: str) -> bool:
    counted = _COUNTED.fullmatch(text) is not None and _is_ruled(text)
    return counted or (len(text) <= _LONGEST_CODE and _CODED.fullmatch(text) is not None)


def _is_ruled(text: str) -> bool:
    """Whether more than a number stands there, which may be anything's."""
    return not text.strip("#.)(: ").isdigit()


def _below_rules(lines: Sequence[Line]) -> list[Marked]:
    """Below a rule; what stands above the first one is a work, too, where it is one of them."""
    return _below(lines, lambda text: _RULE.fullmatch(text) is not None)


def _below(lines: Sequence[Line], is_mark: Callable[[str], bool]) -> list[Marked]:
    marks = [at for at, line in enumerate(lines) if is_mark(line.text)]
    parted = [(at, end) for at, end in pairwise((*marks, len(lines))) if end - at > 1]
    return [
        Marked(_plain(lines[at + 1]), (lines[at],), tuple(lines[at + 2 : end]))
        for at, end in parted
        if _may_be_title(lines[at + 1].text)
    ]


def _headings(lines: Sequence[Line]) -> list[Marked]:
    """Headings of Markdown, of the level that most are of."""
    levels = {at: _level(line.text) for at, line in enumerate(lines) if HEADING.fullmatch(line.text)}
    counts = [sum(1 for level in levels.values() if level == each) for each in range(7)]
    most = max(range(1, 7), key=lambda level: (counts[level], level))
    found = []
    over: Line | None = None
    ends = [at for at, level in levels.items() if level <= most]
    for at, end in pairwise((*ends, len(lines))):
        if levels[at] < most:
            over = lines[at]
        elif _may_be_title(lines[at].text):
            found.append(Marked(_plain(lines[at]), (), tuple(lines[at + 1 : end]), over))
    return found


def _level(text: str) -> int:
    return len(text) - len(text.lstrip("#"))


def _numbered(lines: Sequence[Line]) -> list[Marked]:
    """Titles with numbers that go up by one."""
    places: list[int] = []
    awaited = 1
    for at, line in enumerate(lines):
        match = _NUMBERED.fullmatch(line.text)
        if match is not None and int(match["number"]) == awaited and _may_be_title(match["title"]):
            places.append(at)
            awaited += 1
    return _at(lines, places)


def _bold(lines: Sequence[Line]) -> list[Marked]:
    """Titles of which each is a line in bold."""
    return _at(lines, [at for at, line in enumerate(lines) if _BOLD.fullmatch(line.text)])


def _at(lines: Sequence[Line], places: Sequence[int]) -> list[Marked]:
    return [
        Marked(_plain(lines[at]), (), tuple(lines[at + 1 : end]))
        for at, end in pairwise((*places, len(lines)))
    ]


def _may_be_title(text: str) -> bool:
    return _SHORTEST <= len(text) <= LONGEST_HEADING and any(map(str.isalpha, text))


def _plain(line: Line) -> Line:
    """A title without its marks."""
    text = unstressed(line.text.lstrip("# "))
    match = _NUMBERED.fullmatch(text)
    return Line(line.number, unstressed(match["title"]).strip() if match else text.strip())


_KINDS: Mapping[Kind, Callable[[Sequence[Line]], list[Marked]]] = {
    "cited": _cited,
    "counted": _below_counts,
    "headed": _headings,
    "numbered": _numbered,
    "ruled": _below_rules,
    "bold": _bold,
}
