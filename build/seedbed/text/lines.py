"""Lines of captured text: where they end, and what they say once their white space is evened out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Line(NamedTuple):
    """A line that is not blank; a tuple, as each seed's are made many times.

    Attributes:
        number: Its place in the seed, counted from 1.
        text: What it says, cleaned.
    """

    number: int
    text: str

    def touches(self, below: Line) -> bool:
        """Whether another line stands right below this one, with no blank one between."""
        return self.number + 1 == below.number


def touches_above(lines: Sequence[Line], at: int) -> bool:
    """Whether there is a line above one of them, and no blank one between."""
    return at > 0 and lines[at - 1].touches(lines[at])


def split_lines(text: str) -> tuple[str, ...]:
    r"""The lines of `text`, without their ends.

    Only ``\n``, ``\r\n`` and ``\r`` end a line (`str.splitlines` knows a dozen more, which would put a seed's
    line numbers out of step with any editor's). A line end at the very end makes no further line.
    """
    lines = _LINE_END.split(text)
    if not lines[-1]:
        lines.pop()
    return tuple(lines)


def clean(text: str) -> str:
    """`text` with each run of white space, the non-breaking kinds included, as one space, and none around."""
    return " ".join(text.split())


def letters_and_digits(text: str) -> str:
    """`text` without case, white space and marks: the same for two lines that say one title; accents stay."""
    return "".join(filter(str.isalnum, text.casefold()))


def is_cut_off(text: str) -> bool:
    """Whether `text` says that there is more of it elsewhere: it ends in "…" or in three full stops."""
    return text.rstrip().endswith(("…", "..."))


def breaks_off(text: str) -> bool:
    """Whether `text` ends inside a sentence, or says that there is more of it elsewhere."""
    last = text.rstrip()[-1:]
    return is_cut_off(text) or last.isalnum() or last in {",", ";", ":", "-", "–", "—", "("}


def filled(lines: Iterable[str]) -> tuple[Line, ...]:
    """The lines that are not blank, cleaned, with their numbers."""
    return tuple(
        [Line(number, text) for number, line in enumerate(lines, start=1) if (text := _cleaned(line))]
    )


_cleaned = lru_cache(maxsize=2_000)(clean)  # each of several readers asks for the same lines
