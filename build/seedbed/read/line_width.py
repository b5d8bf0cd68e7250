"""Lines that a program has broken at a width, as in mail, PDF or a text browser: which of them go on.

Lines that are filled up to a width break where the next word would not fit. That width is the one at which
most lines end so, and it has to be sure: lines of a page are of any length, and some are as long by chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from seedbed.read.beginning_lines import are_names, beginnings, is_place
from seedbed.read.references.reference import is_marked
from seedbed.read.shape import SENTENCE_ENDS
from seedbed.read.works.appeared import is_dated_venue
from seedbed.text.words import stop_words

_NARROWEST, _WIDEST = 45, 110
_FEWEST_BROKEN = 6
"""Lines that break at one width."""
LEAST_SHARE = 0.5
"""Of the lines that may go on, how many have to break there, unless a text browser broke them."""
_MOST_WIDER = 0.15
"""Of all lines, how many may be wider than that, though they have a space to be broken at."""
_UNBROKEN, _MOST_UNBROKEN = 1.3, 1
"""A line so many times as wide was broken by nothing; where more are, the short ones are whole, too."""
_LEAST_INSIDE = 0.3
"""Of the lines that go on, how many begin with a small letter: titles, one below the other, do not."""
_FEWEST_PILED, _PILED, _BAND = 8, 4, 8
"""Of lines that nothing broke, few end at a width and more some letters before it: so many, and so many times
as many as end so many letters before it, tell of a width where no line is wider."""
_LEAST_PILED, _MOST_ENDED = 0.7, 0.3
"""Of the lines that end there, how many have to go on, and how many may end a sentence."""
_FEWEST_CUT, _LEAST_CUT = 3, 0.15
"""How many have to end where no entry of a list does."""
_FEW_WIDER = 2
"""Characters by which a line may be wider than the others that a text browser breaks."""
_SLACK = 5
"""The same where a typesetter did, whose letters are not all as wide."""


@dataclass(frozen=True, slots=True)
class _Measured:
    """Lines, and where each of them ends.

    Attributes:
        lines: Without white space around them.
        indents: How far each is set in.
        ends: How wide each is, with that.
        joints: The lines that are followed by another, by their indexes.
        too_wide: How wide such a line would be with the first word of the next.
    """

    lines: Sequence[str]
    indents: Sequence[int]
    ends: Sequence[int]
    joints: Sequence[int]
    too_wide: dict[int, int]


def broken_at_a_width(
    lines: Sequence[str], stated: Sequence[str], least: float, *, among_short: bool = False
) -> set[int]:
    """The lines, by index, that the next one goes on with, as they are filled up to a width.

    Args:
        lines: Without white space around them, and with one space inside.
        stated: The same as the seed states them.
        least: Of the lines that another follows, how many have to be filled up.
        among_short: Whether only those of some length count, as most are titles, names and venues.

    Returns:
        None of them unless the width is sure.
    """
    measured = _measure(lines, stated)
    if len(measured.joints) < _FEWEST_BROKEN:
        return set()
    slack = _SLACK if among_short else 0 if least else _FEW_WIDER
    give = slack if among_short else 0
    ends, too_wide = measured.ends, measured.too_wide
    width, broken = _width((ends[at] - give, too_wide[at] + give) for at in measured.joints)
    wider = _wider(lines, width + give)
    piled_up = not wider and _are_piled_up(measured, width, broken)
    enough = piled_up or _are_enough(measured, broken, least, among_short=among_short)
    if not enough or wider > _MOST_WIDER * len(lines) or (among_short and _have_unbroken(lines, width)):
        return set()
    full = {at for at in measured.joints if width < too_wide[at] + slack and ends[at] <= width + slack}
    goes_on = _going_on(measured, full, among_short=among_short)
    return goes_on if _is_running_text(lines, goes_on, full, piled_up=piled_up) else set()


def _measure(lines: Sequence[str], stated: Sequence[str]) -> _Measured:
    indents = [len(line) - len(line.lstrip()) for line in stated]
    ends = [indent + len(line) for indent, line in zip(indents, lines, strict=True)]
    joints = [at for at in range(len(lines) - 1) if lines[at] and lines[at + 1]]
    too_wide = {at: ends[at] + 1 + len(_first_word(stated[at + 1])) for at in joints}
    return _Measured(lines, indents, ends, joints, too_wide)


def _first_word(line: str) -> str:
    """The first word, with what a space that no line is broken at joins to it."""
    return line.strip().replace("\t", " ").partition(" ")[0]


def _wider(lines: Sequence[str], width: int) -> int:
    """How many lines are wider, though they have a space to be broken at."""
    return sum(1 for line in lines if len(line) > width and " " in line[:width])


def _are_piled_up(measured: _Measured, width: int, broken: int) -> bool:
    """Whether far more lines end at the width than some letters before it."""
    band = width - _BAND
    shorter = sum(1 for at in measured.joints if measured.ends[at] <= band < measured.too_wide[at])
    return broken >= max(_FEWEST_PILED, _PILED * shorter)


def _are_enough(measured: _Measured, broken: int, least: float, *, among_short: bool) -> bool:
    """Whether so many lines are broken of those that may be."""
    long_enough = _NARROWEST if among_short else 0
    may_be = sum(1 for at in measured.joints if measured.ends[at] >= long_enough)
    return broken >= max(_FEWEST_BROKEN, least * may_be)


def _have_unbroken(lines: Sequence[str], width: int) -> bool:
    """Whether several lines are paragraphs that nothing broke."""
    return sum(1 for line in lines if len(line) > _UNBROKEN * width) > _MOST_UNBROKEN


def _going_on(measured: _Measured, full: set[int], *, among_short: bool) -> set[int]:
    """Of the lines that are full, those that the next one goes on with.

    A line that is set in further than the one above begins a paragraph, unless most that go on are, or a
    bullet stands before the one above.
    """
    lines, indents = measured.lines, measured.indents
    begins = beginnings(lines)
    goes_on = {at for at in full if not begins(at + 1)}
    if len(goes_on) < LEAST_SHARE * len(full):
        return set()
    if among_short:
        goes_on -= set(_around_names(lines, measured.joints))
    set_in = {at for at in goes_on if indents[at + 1] > indents[at] and not is_marked(lines[at])}
    return goes_on - (set_in if 2 * len(set_in) <= len(goes_on) else set())


def _is_running_text(lines: Sequence[str], goes_on: set[int], full: set[int], *, piled_up: bool) -> bool:
    """Whether what goes on is text, and no lines that are as long as each other by chance."""
    inside = sum(1 for at in goes_on if lines[at + 1][0].islower())
    if inside >= _LEAST_INSIDE * len(goes_on):
        return True
    ended = sum(1 for at in goes_on if lines[at].endswith(SENTENCE_ENDS))
    cut = sum(1 for at in goes_on if _is_cut(lines[at]))
    most_go_on = len(goes_on) >= max(_FEWEST_BROKEN, _LEAST_PILED * len(full))
    return (
        piled_up
        and most_go_on
        and ended <= _MOST_ENDED * len(goes_on)
        and cut >= max(_FEWEST_CUT, _LEAST_CUT * len(goes_on))
    )


def _is_cut(line: str) -> bool:
    """Whether a line ends where no entry of a list does: at a comma, or a word that others follow."""
    return line.endswith((",", ";", "&", "-", "–")) or line.rpartition(" ")[2] in stop_words()


def _around_names(lines: Sequence[str], joints: Iterable[int]) -> Iterator[int]:
    """The last lines of titles over names or venues, of the names, and of the institutions below them."""
    for at in joints:
        line, below = lines[at : at + 2]
        if line.endswith((",", " and", " &")):
            continue
        if are_names(below) or (line.endswith(SENTENCE_ENDS) and is_dated_venue(below)):
            yield at
        if not are_names(line):
            continue
        if not below[0].islower():
            yield at
        place = at + 1
        while place < len(lines) and is_place(lines[place]) and not are_names(lines[place]):
            yield place
            place += 1


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
