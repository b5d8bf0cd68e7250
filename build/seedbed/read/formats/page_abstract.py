"""The abstract on a paper's own page, below which a record says how to cite it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from seedbed.model.source import Seed
from seedbed.read.formats.bibliography import Entry, Stated
from seedbed.read.shape import is_prose
from seedbed.text.lines import filled, letters_and_digits

_FEWEST_WORDS = 30


def take_abstract(seed: Seed, entries: Sequence[Entry]) -> None:
    """Give the one record of a page what stands below the one heading “Abstract” there.

    It is running text, and stands above the record and below the title; where there are several of either,
    it is not sure whose.
    """
    lines = [line for line in filled(seed.lines) if entries and line.number < entries[0].first]
    heads = [at for at, line in enumerate(lines) if line.text.casefold().strip(" #*_:") == "abstract"]
    if len(entries) != 1 or len(heads) != 1 or entries[0].abstract is not None:
        return
    title = letters_and_digits(entries[0].title.value) if entries[0].title else ""
    if not any(letters_and_digits(line.text) == title for line in lines[: heads[0]]):
        return
    told = list(takewhile(lambda line: is_prose(line.text), lines[heads[0] + 1 :]))
    if sum(len(line.text.split()) for line in told) >= _FEWEST_WORDS:
        text = "\n\n".join(line.text for line in told)
        entries[0].abstract = Stated(text, told[0].number, told[-1].number)
        entries[0].labels.append(lines[heads[0]].number)
