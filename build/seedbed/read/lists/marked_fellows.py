"""Marks behind creators' names that a line of the page explains: "* denotes a fellow", "† = mentor"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from seedbed.model.record import NameList, Record, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read.creators import read_names
from seedbed.read.lists.listed_works import with_works_changed
from seedbed.read.vocabulary import LABELS, MENTORS
from seedbed.text.lines import clean

Role = Literal["fellows", "mentors"]

_MARKS = ("*", "†", "‡", "§", "#", "^")
_LEGEND = re.compile(
    r"(?P<mark>\S)(?: ?(?:[=:]|denotes?|indicates?|marks?|means?|was|were) ?|(?=\w))"
    r"(?P<said>[^.;,:]{3,40})\.?"
)
_LONGEST_LEGEND = 80
_MOST_WORDS = 6
_BEHIND_LABEL = re.compile(r"^[^:：]{0,40}[:：]\**")
_PARTS = re.compile(r"[,;]| and | & ")
_FELLOWS = LABELS["fellows"] | {"alumnus", "alumna", "alumni"}


def with_marked_people(seed: Seed, records: Sequence[Record]) -> tuple[Record, ...]:
    """The records, in which those whose names are marked have the role that the page says the mark means.

    Where a work names its fellows or mentors itself, these are all.
    """
    legend: dict[str, Role] = {}
    for line in seed.lines:
        if len(line) <= _LONGEST_LEGEND and line.lstrip().startswith(_MARKS):
            legend.update(_legend(clean(line)))
    return with_works_changed(records, lambda work: _with_roles(seed, work, legend))


def _legend(text: str) -> Mapping[str, Role]:
    match = _LEGEND.fullmatch(text)
    words = match["said"].casefold().split() if match else []
    if match is None or len(words) > _MOST_WORDS or "equal" in words:
        return {}
    fellows, mentors = not _FELLOWS.isdisjoint(words), not MENTORS.isdisjoint(words)
    if fellows == mentors:
        return {}
    return {match["mark"]: "fellows" if fellows else "mentors"}


def _with_roles(seed: Seed, work: WorkRecord, legend: Mapping[str, Role]) -> WorkRecord:
    for mark, role in legend.items():
        marked = _marked(seed, work.creators, mark)
        if role == "fellows":
            work = replace(work, fellows=work.fellows or marked)
        else:
            work = replace(work, mentors=work.mentors or marked)
    return work


def _marked(seed: Seed, creators: Claim[NameList] | None, mark: str) -> Claim[NameList] | None:
    """The creators behind whose names the mark stands."""
    if creators is None:
        return None
    stated = ", ".join(seed.lines[creators.span.first - 1 : creators.span.last])
    parts = (_BEHIND_LABEL.sub("", part).strip() for part in _PARTS.split(stated))
    names = {name for part in parts if mark in part[-2:] for name in read_names(part).names}
    known = tuple(name for name in creators.value.names if name in names)
    return Claim(NameList(known), creators.span) if known else None
