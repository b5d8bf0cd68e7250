"""Pages that a browser printed to PDF: read without what it prints at the head and the foot of each sheet.

Chromium prints the time and the title above, the address and "2/7" below; Firefox prints the title and the
address above, "2 of 7" and the time below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from seedbed.model.source import Seed
from seedbed.read.shape import SENTENCE_ENDS
from seedbed.read.wrapped import Unwrapped, one_by_one

_TIME = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}[:.]\d\d(?: ?[AP]M)?"
_URL = r"(?:https?|file)://\S+"
_ADDRESSED = re.compile(rf"\s*{_URL}\s+(?P<at>\d{{1,4}})/(?P<of>\d{{1,4}})\s*")
_BARE = re.compile(rf"\s*(?P<at>\d{{1,4}}) of (?P<of>\d{{1,4}})(?:\s{{2,}}{_TIME})?\s*")
_HEAD = re.compile(rf"\s*(?:{_TIME}(?:\s{{2,}}\S.*)?|\S.{{0,200}}\s{{2,}}{_URL})\s*")
_FEWEST_BARE = 2
"""Feet without an address; one that has it tells of a page on a single sheet, too."""


def without_sheets(seed: Seed) -> Unwrapped | None:
    """The seed as if it had been printed on one sheet; None where no feet of sheets stand in it."""
    feet = [found for line in seed.lines if (found := _foot(line))]
    if not _are_counted(feet):
        return None
    marks = [_foot(line) or _HEAD.fullmatch(line) for line in seed.lines]
    kept: list[int] = []
    gaps = groupby(range(len(seed.lines)), lambda at: bool(marks[at]) or not seed.lines[at].strip())
    for is_gap, numbers in gaps:
        run = list(numbers)
        if not is_gap or not any(marks[at] for at in run):
            kept += run
        elif kept and run[-1] + 1 < len(seed.lines) and not _goes_on(seed.lines, kept[-1], run[-1] + 1):
            kept.append(next((at for at in run if not seed.lines[at].strip()), run[0]))
    lines = tuple("" if marks[at] else seed.lines[at].lstrip("\f") for at in kept)
    return Unwrapped(replace(seed, lines=lines), one_by_one(at + 1 for at in kept))


def _foot(line: str) -> re.Match[str] | None:
    return _ADDRESSED.fullmatch(line) or _BARE.fullmatch(line)


def _are_counted(feet: Sequence[re.Match[str]]) -> bool:
    """Whether feet count the sheets: each one more than the one before, out of the same number."""
    counted = [(int(foot["at"]), int(foot["of"])) for foot in feet]
    first, of_all = counted[0] if counted else (0, 0)
    fewest = 1 if any(foot.re is _ADDRESSED for foot in feet) else _FEWEST_BARE
    return len(counted) >= fewest and all(
        at == first + number <= of == of_all for number, (at, of) in enumerate(counted)
    )


def _goes_on(lines: Sequence[str], above: int, below: int) -> bool:
    """Whether a paragraph goes on over the end of a sheet."""
    begins = lines[below].lstrip()[:1]
    return begins.islower() or not lines[above].rstrip().endswith(SENTENCE_ENDS)
