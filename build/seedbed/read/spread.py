"""Profiles copied so that each part has a line of its own, or each line a blank one below: made whole.

A profile's reader knows works by what runs together over their titles ("99.1AIMay 28"), and tells by blank
lines what belongs together. Some ways of copying a page put each part on its own line; some part all lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from seedbed.model.source import Seed
from seedbed.read.profile_head import CATEGORY, CODE, DATE, LONGEST_HEAD, SCORE
from seedbed.read.reader import Reader
from seedbed.read.wrapped import Unwrapped, of_whole

_PARTS = tuple(re.compile(part) for part in (SCORE, CATEGORY, DATE, CODE))
"""What stands over a title, in the order in which it does."""
_RATING = re.compile(r"\d{1,3}\.\d{1,3}")
_NUMBER = re.compile(r"\d[\d.,]*[kKM]?\+?\s?%?")
_FEWEST_LINES = 8
_MOST_TOUCHING = 8
"""One line of so many may touch the next where blank lines part all: a figure and its label do."""
_FEWEST_PARTS = 2
_FEWEST_FIGURES = 2
_LONGEST_LABEL = 30
_HEADER_LINES = 30
Place = tuple[int, int]


def of_whole_heads(reader: Reader) -> Reader:
    """The same reader, which is given the line over a title, and each figure with its label, as one line."""
    return of_whole(reader, gather_parts)


def gather_parts(seed: Seed) -> Unwrapped | None:
    """The seed made whole; None where nothing in it is parted."""
    places = [(number, number) for number in range(1, len(seed.lines) + 1)]
    full = [number for number, line in enumerate(seed.lines, start=1) if line.strip()]
    touching = sum(later == number + 1 for number, later in pairwise(full))
    if len(full) >= _FEWEST_LINES and _MOST_TOUCHING * touching <= len(full):
        places = [(number, number) for number in full]
    texts = [seed.lines[first - 1][: LONGEST_HEAD + 1].strip() for first, _ in places]
    runs = _head_runs(texts)
    if not any(_RATING.fullmatch(texts[first]) for first, _ in runs):
        runs = []
    header = texts[: min(runs[0][0] if runs else len(texts), _HEADER_LINES)]
    runs = [*_figures(header), *runs]
    if not runs and len(places) == len(seed.lines):
        return None
    joined = _join(places, runs)
    lines = tuple("".join(line.strip() for line in seed.lines[first - 1 : last]) for first, last in joined)
    return Unwrapped(replace(seed, lines=lines, links=(), remarks=()), tuple(joined))


def _head_runs(texts: Sequence[str]) -> list[Place]:
    """The first and last index of neighbours that are, in their order, parts of what stands over a title."""
    runs: list[Place] = []
    start = at = 0
    while at < len(texts):
        start, order = at, -1
        while at < len(texts) and (part := _part(texts[at], order)) is not None:
            order, at = part, at + 1
        if at - start >= _FEWEST_PARTS:
            runs.append((start, at - 1))
        at = max(at, start + 1)
    return runs


def _part(text: str, above: int) -> int | None:
    """Which part `text` is, of those that may stand below the part `above`: of marks, one more."""
    if not text or len(text) > LONGEST_HEAD:
        return None
    return next(
        (n for n in range(min(above + 1, len(_PARTS) - 1), len(_PARTS)) if _PARTS[n].fullmatch(text)), None
    )


def _figures(texts: Sequence[str]) -> list[Place]:
    """The neighbours that are a figure and its label, in either order; blank lines may part them."""
    full = [at for at, text in enumerate(texts) if text]
    apart = {at for at, (index, below) in enumerate(pairwise(full)) if index + 1 < below}
    return [(full[first], full[last]) for first, last in _pairs([texts[at] for at in full], apart)]


def _pairs(texts: Sequence[str], apart: AbstractSet[int]) -> list[Place]:
    """The pairs; those in `apart` have a blank line below them, which may tell where pairs end."""
    pairs: list[Place] = []
    at = 0
    while at < len(texts):
        end = _chain_end(texts, at)
        if end and not _is_parted(range(at, end - 1), apart) and _chain_end(texts, at + 1) > end:
            # The line above is a label of nothing, since without it all of them are pairs.
            at, end = at + 1, end + 1
        if end - at >= 2 * _FEWEST_FIGURES:
            pairs += [(first, first + 1) for first in range(at, end, 2)]
        at = max(end, at + 1)
    return pairs


def _is_parted(joints: Sequence[int], apart: AbstractSet[int]) -> bool:
    """Whether blank lines part pairs from each other, and none of them parts a pair."""
    return len(joints) > 1 and all((at in apart) == (place % 2 == 1) for place, at in enumerate(joints))


def _chain_end(texts: Sequence[str], start: int) -> int:
    """Where the pairs of a number and a label end that follow each other from `start` on."""
    at = start
    while at + 1 < len(texts) and _is_pair(texts[at], texts[at + 1]):
        at += 2
    return at if at > start else 0


def _is_pair(one: str, other: str) -> bool:
    number, label = (one, other) if _NUMBER.fullmatch(one) else (other, one)
    return (
        _NUMBER.fullmatch(number) is not None
        and 0 < len(label) <= _LONGEST_LABEL
        and label[0].isalpha()
        and not label[-1].isdigit()
    )


def _join(places: Sequence[Place], runs: Sequence[Place]) -> list[Place]:
    """The places, those of each run as one; runs are in order and apart."""
    joined: list[Place] = []
    at = 0
    for first, last in runs:
        joined += [*places[at:first], (places[first][0], places[last][1])]
        at = last + 1
    return [*joined, *places[at:]]
