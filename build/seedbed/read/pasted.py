"""Seeds in which somebody pasted papers one below another, each as its own page states it: read one by one.

A reader knows the pages of one place. Where it leaves most of a seed unread, and several blank lines part
that, each part may be another place's page, a reference with its abstract, or an abstract alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from seedbed.model.record import BibliographyRecord, Reading, WorkRecord
from seedbed.model.source import Seed
from seedbed.read.claims import abstract_of
from seedbed.read.coverage import account
from seedbed.read.shape import is_prose
from seedbed.read.works.abstract_labels import unlabelled
from seedbed.read.works.abstracts import ABSTRACTS
from seedbed.read.works.publications import PUBLICATIONS
from seedbed.read.works.work_titles import is_work_title
from seedbed.read.wrapped import Unwrapped, one_by_one
from seedbed.text.lines import Line, filled

_FEWEST, _MOST = 3, 200
_LEAST_READ = 0.6
"""Of the parts, how many have to state a work."""
_SAMPLE = 4
"""Where none of so many parts does, the others are not looked at: most texts that nobody reads have none."""
_FEWEST_WORDS = 60
"""Words of an abstract that stands alone, without its label."""
_TELLS = re.compile(r"\b(?:[Ww]e|[Tt]his (?:paper|article|study|work|thesis))\b")
"""How those write who tell of their own work."""

_Place = tuple[int, int]
"""The first and the last line of a part, counted from 1."""


def read_pasted(seed: Seed, before: Reading, read_part: Callable[[Seed], Reading]) -> Reading | None:
    """The papers of all parts; None unless most parts state some, and there are more than `before` has."""
    places = [place for whole in _parted(seed.lines) for place in _without_abstract_above(seed.lines, *whole)]
    if not _FEWEST <= len(places) <= _MOST:
        return None
    works: list[WorkRecord] = []
    left = min(len(places) - _FEWEST, int((1 - _LEAST_READ) * len(places)))
    for seen, place in enumerate(places, start=1):
        here = tuple(_works(seed, place, read_part))
        works += here
        left -= not here
        if left < 0 or (not works and seen >= _SAMPLE):
            return None
    if len(works) <= sum(1 for _ in before.works()):
        return None
    why = f"{len(works)} papers stand in it one below another, in several forms"
    return account(seed, ABSTRACTS.kind, works, seed.remarks, why)


def _parted(lines: Sequence[str]) -> Iterator[_Place]:
    """What two blank lines or more part."""
    first = last = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if first and number - last > len(("the line", "one blank line")):
            yield first, last
            first = 0
        first, last = first or number, number
    if first:
        yield first, last


def _without_abstract_above(lines: Sequence[str], first: int, last: int) -> Iterator[_Place]:
    """A part, and apart from it an abstract that it begins with, where a title stands below that."""
    end = next((number for number in range(first, last + 1) if not lines[number - 1].strip()), last + 1)
    text, labelled = unlabelled(lines[first - 1].strip())
    above = end == first + 1 and (labelled or len(text.split()) >= _FEWEST_WORDS) and is_prose(text)
    below = next((lines[number - 1].strip() for number in range(end + 1, last + 1)), "")
    if above and below and is_work_title(below):
        yield first, first
        yield end + 1, last
    else:
        yield first, last


def _works(seed: Seed, place: _Place, read_part: Callable[[Seed], Reading]) -> Iterator[WorkRecord]:
    """The works of a part, by the reader that knows it; or the one that it surely states."""
    first, last = place
    part = replace(seed, lines=seed.lines[first - 1 : last], links=(), remarks=())
    reading = read_part(part)
    works = tuple(reading.works())
    if (
        not all(isinstance(record, WorkRecord | BibliographyRecord) for record in reading.records)
        or not works
    ):
        works = tuple(filter(None, (_one_work(part) or _abstract_alone(part),)))
    moves = Unwrapped(part, one_by_one(range(first, last + 1)))
    yield from map(moves.moved, works)


def _one_work(part: Seed) -> WorkRecord | None:
    """The work that a part states as lists of publications do, with its title or reference first of all."""
    works = tuple(PUBLICATIONS.read(part).works())
    if len(works) != 1 or works[0].title is None:
        return None
    (work,) = works
    whole = work.creators is not None and work.abstract is not None
    return work if whole and works[0].title.span.first == filled(part.lines)[0].number else None


def _abstract_alone(part: Seed) -> WorkRecord | None:
    """The work of which a part states nothing but the abstract, in one paragraph."""
    lines: Sequence[Line] = filled(part.lines)
    text = lines[0].text
    told = len(lines) == 1 and is_prose(text) and len(text.split()) >= _FEWEST_WORDS and _TELLS.search(text)
    return WorkRecord(abstract=abstract_of(part, list(lines))) if told else None
