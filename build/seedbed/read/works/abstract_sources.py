"""Abstracts whose work is cited in a line below each: "— A. Lee, B. Ek, On Rain (2020)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from seedbed.model.record import WorkRecord
from seedbed.model.source import Seed, Span
from seedbed.read.claims import abstract_of
from seedbed.read.references.reference import Reference, read_reference
from seedbed.read.works.reference_works import work_of_reference
from seedbed.text.lines import Line

_LEAD = re.compile(r"^(?:[—–-]+ ?|(?:source|from|in|cited as|citation|reference)\s?[:：] )", re.IGNORECASE)
"""What may stand before the line that says where an abstract is from."""
_FEWEST = 2


def find_sources(
    lines: Sequence[Line], labelled: Sequence[int], ends: Sequence[int]
) -> dict[int, tuple[int, Reference]]:
    """By the index of an abstract's label, the line below that cites its work; none unless most have one."""
    found = {}
    for begin, end in zip(labelled, ends, strict=True):
        stated = ((at, read_reference(_LEAD.sub("", lines[at].text))) for at in range(begin + 1, end))
        source = next(((at, reference) for at, reference in stated if reference is not None), None)
        if source is not None:
            found[begin] = source
    return found if len(found) >= _FEWEST and 2 * len(found) > len(labelled) else {}


def cited_work(
    seed: Seed, paragraphs: Sequence[Line], line: Line, cited: Reference, *, labels: tuple[Span, ...]
) -> WorkRecord:
    """The work that a line below its abstract cites."""
    abstract = abstract_of(seed, paragraphs) if paragraphs else None
    return replace(work_of_reference(seed, line, cited), abstract=abstract, labels=labels)
