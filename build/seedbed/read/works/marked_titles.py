"""Titles that a mark sets apart, the same each time: a heading's, a number, a rule above them, or bold.

A mark says more than a blank line does: what stands below a title is its work's, up to the next mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from seedbed.read.markdown import HEADING, unstressed
from seedbed.read.references.found import UNDATED
from seedbed.read.references.names import abbreviated_names, listed_names
from seedbed.read.shape import LONGEST_HEADING, is_prose
from seedbed.read.works.abstract_labels import unlabelled
from seedbed.text.dates import HOUR, find_date
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
_CITED = (
    re.compile(
        r"(?P<title>\S.{2,300}?)(?: [—–|] | - )(?P<names>[^—–|()]{2,200}?),?"
        rf" [(\[](?P<where>[^()\[\]]{{0,80}}?\b(?:19|20)\d\d[a-z]?|{UNDATED.pattern})"
        r"(?:[;,] [^()\[\]]{2,60})?[)\]]\.?"
        r"(?:[,.;]? (?P<behind>[^—–|()\[\]\s][^—–|()\[\]]{2,80}))?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<title>\S.{2,300}?)(?: [—–|] | - )(?P<names>[^—–|()\d]{2,200}?), (?P<where>(?:19|20)\d\d)\.?"
        r"(?:[,.;] (?P<behind>[^—–|()\[\]\s][^—–|()\[\]]{2,80}))?"
    ),
    re.compile(r"(?P<title>\S.{2,300}?) \| (?P<names>[^|]{2,200}?) \| (?P<where>[^|]{0,80}\b(?:19|20)\d\d)"),
    re.compile(r"(?P<title>\S.{2,300}?) \((?P<names>[^()]{2,120}?),? (?P<where>(?:19|20)\d\d)[a-z]?\)\.?"),
)
"""As in "On Rain — Ann Lee, Bo Ek (2021)", "On Rain | Ann Lee | Rain 2021", "On Rain (Lee et al., 2021)".

Behind the year may stand where the work is, or that it was revised.
"""
_DATED = re.compile(r"(?P<title>.{3,300}?\S) [(\[](?P<year>(?:19|20)\d\d)[)\]]")
_BULLET = re.compile(r"^[-*•·–] +(?=\S)|^#\d{1,5} +(?=\S)")
_BOLD = re.compile(r"\*\*(?P<title>[^*]{3,300})\*\*")
_FEWEST = 2
_LONGEST_CODE = 60
_LONGEST_CITED = 600
_FEWEST_STANZAS, _MOST_OTHERS = 3, 3
"""So many stanzas; beside them, what is said of all works."""
_SHORTEST = 3
"""Characters of a title."""


Kind = Literal["cited", "counted", "headed", "numbered", "ruled", "bold", "parted"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A title and the lines below it, up to the next mark.

    Attributes:
        title: Without its mark; empty where an abstract's label stands in its place.
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
        found = list(map(_with_year, find(lines)))
        if len(found) >= _FEWEST:
            yield kind, found


def _with_year(marked: Marked) -> Marked:
    """The title without the year that stands behind it in brackets."""
    dated = _DATED.fullmatch(marked.title.text) if not marked.behind else None
    if dated is None:
        return marked
    number = marked.title.number
    behind = (Line(number, ""), Line(number, f"({dated['year']})"))
    return replace(marked, title=Line(number, dated["title"]), behind=behind)


def _cited(lines: Sequence[Line]) -> list[Marked]:
    """With names and the year behind them, in lines that are no references: an abstract follows each."""
    places = _cited_at(lines)
    begins = sorted({*(at for at, _ in places), *_numbered_at(lines, places), len(lines)})
    ends = [begins[bisect_right(begins, at)] for at, _ in places]
    return [
        Marked(
            Line(lines[at].number, match["title"]),
            (),
            tuple(lines[at + 1 : end]),
            behind=(Line(lines[at].number, match["names"]), Line(lines[at].number, _where(match))),
        )
        for (at, match), end in zip(places, ends, strict=True)
    ]


def _numbered_at(lines: Sequence[Line], places: Sequence[tuple[int, re.Match[str]]]) -> Iterator[int]:
    """Where further entries begin, if those that cite a work are numbered: they end those above, too."""
    numbered = {at for at, line in enumerate(lines) if _NUMBERED.fullmatch(line.text)}
    if 2 * sum(1 for at, _ in places if at in numbered) > len(places):
        yield from numbered


def _where(match: re.Match[str]) -> str:
    """When and where a work appeared, in brackets: "(2021)", "(Rain Letters, 2021)"."""
    behind = match.groupdict().get("behind")
    return f"({behind}, {match['where']})" if behind else f"({match['where']})"


def _cited_at(lines: Sequence[Line]) -> list[tuple[int, re.Match[str]]]:
    """The lines that cite a work, in the form that most of them have; names in place of titles cite none."""
    plain = [(at, _plain(line).text) for at, line in enumerate(lines) if len(line.text) <= _LONGEST_CITED]
    forms = (
        [(at, match) for at, text in plain if (match := form.fullmatch(text)) is not None] for form in _CITED
    )
    found = max(forms, key=len)
    named = sum(1 for _, match in found if _are_names(match["title"]))
    return [] if 2 * named > len(found) else found


def _are_names(text: str) -> bool:
    return (listed_names(text) or abbreviated_names(text, one_too=True)) is not None


def _stanzas(lines: Sequence[Line]) -> list[Marked]:
    """The first lines of what blank lines part, or two of them where one parts title, names and abstract."""
    gaps = [below.number - above.number for above, below in pairwise(lines)]
    for least in (3, 2):
        starts = [0, *(at for at, gap in enumerate(gaps, start=1) if gap >= least)]
        parted = _with_text(lines[at:end] for at, end in pairwise((*starts, len(lines))) if at < end)
        whole = [stanza for stanza in parted if len(stanza) > 1 and _may_be_title(stanza[0].text)]
        if len(whole) >= _FEWEST_STANZAS and len(whole) >= len(parted) - _MOST_OTHERS:
            return [Marked(_plain(stanza[0]), (), tuple(stanza[1:])) for stanza in whole]
    return []


def _with_text(stanzas: Iterable[Sequence[Line]]) -> list[Sequence[Line]]:
    """The stanzas, each with those below it that begin with running text, or that name somebody."""
    joined: list[Sequence[Line]] = []
    for stanza in stanzas:
        text = unstressed(stanza[0].text)
        alone = len(stanza) == 1 and (is_prose(text) or listed_names(text) is not None)
        goes_on = alone or len(text) > LONGEST_HEADING
        if joined and goes_on:
            joined[-1] = (*joined[-1], *stanza)
        else:
            joined.append(stanza)
    return joined


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
    return _below(lines, lambda text: _RULE.fullmatch(text) is not None, above=True)


def _below(lines: Sequence[Line], is_mark: Callable[[str], bool], *, above: bool = False) -> list[Marked]:
    """What stands below each mark; with what stands above the first one, if they part works."""
    marks = [at for at, line in enumerate(lines) if is_mark(line.text)]
    starts = [-1, *marks] if above and marks else marks
    parted = [(at, end) for at, end in pairwise((*starts, len(lines))) if end - at > 1]
    found = []
    for at, end in parted:
        first, *rest = lines[at + 1 : end]
        mark = tuple(lines[max(at, 0) : at + 1])
        if unlabelled(first.text)[1]:
            found.append(Marked(Line(first.number, ""), mark, (first, *rest)))
        elif _may_be_title(first.text):
            found.append(Marked(_plain(first), mark, tuple(rest)))
    return found


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
    """Titles with numbers that go up by one; one of them may be missing, or below a line that is no title."""
    matches = ((at, _NUMBERED.fullmatch(line.text)) for at, line in enumerate(lines))
    numbers = [(at, int(match["number"])) for at, match in matches if match and _may_be_title(match["title"])]
    last = {number: at for at, number in numbers}
    places: list[int] = []
    awaited = 1
    for at, number in numbers:
        left_out = number == awaited + 1 and last.get(awaited, 0) < at
        if number == awaited or left_out:
            places.append(at)
            awaited = number + 1
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
    """Whether a line is long enough for a title, and no longer, and states no day."""
    fits = _SHORTEST <= len(text) <= LONGEST_HEADING and any(map(str.isalpha, text))
    return fits and find_date(text) is None


def _plain(line: Line) -> Line:
    """A title without its marks, and without a bullet, or a number: "#14 On Rain"."""
    text = unstressed(_BULLET.sub("", _BULLET.sub("", line.text).lstrip("# ")))
    match = _NUMBERED.fullmatch(text)
    title = unstressed(match["title"]).strip() if match else text.strip()
    return Line(line.number, title if title.count("**") % 2 == 0 else title.removeprefix("**").strip())


_KINDS: Mapping[Kind, Callable[[Sequence[Line]], list[Marked]]] = {
    "cited": _cited,
    "counted": _below_counts,
    "headed": _headings,
    "numbered": _numbered,
    "ruled": _below_rules,
    "bold": _bold,
    "parted": _stanzas,
}
