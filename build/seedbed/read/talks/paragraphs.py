"""What is said, made whole where captions or a page's width break it into lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from seedbed.read.shape import SENTENCE_ENDS, is_prose
from seedbed.text.lines import Line

_ASIDE = ("[", "(", "♪")
"""How stage directions begin."""
_PARAGRAPH = 600
"""Characters after which a paragraph of broken lines ends with a sentence; where none does, with a line."""
_FEWEST_PAIRS = 5
_LEAST_BROKEN = 0.3
"""Of the pairs of lines, in how many the sentence has to go on from one to the other."""
LONGEST_LINE = 180
"""What has more characters is a paragraph, and no line that is broken."""


class Paragraph(NamedTuple):
    """What is said, and its first and last line."""

    text: str
    first: int
    last: int


def is_paragraph(text: str) -> bool:
    """Whether a line is one by itself: running text, or longer than any that is broken, even if cut off."""
    return len(text) > LONGEST_LINE or is_prose(text)


def are_broken(passages: Sequence[Sequence[Line]]) -> bool:
    """Whether sentences go on from line to line: in small letters, where the line above ends none."""
    pairs = [pair for passage in passages for pair in pairwise(passage)]
    broken = sum(1 for above, below in pairs if _goes_on(above.text, below.text))
    return len(pairs) >= _FEWEST_PAIRS and broken >= _LEAST_BROKEN * len(pairs)


def joined(lines: Sequence[Line]) -> list[Paragraph]:
    """The lines as paragraphs of several sentences each."""
    paragraphs: list[Paragraph] = []
    parts: list[str] = []
    first = length = 0
    for at, line in enumerate(lines):
        first = first or line.number
        parts.append(line.text)
        length += len(line.text) + 1
        aside = lines[at + 1].text.startswith(_ASIDE) if at + 1 < len(lines) else False
        if (
            at + 1 == len(lines)
            or (length > _PARAGRAPH and _may_end(parts))
            or (aside and line.text.endswith(SENTENCE_ENDS))
        ):
            paragraphs.append(Paragraph(" ".join(parts), first, line.number))
            parts, first, length = [], 0, 0
    return paragraphs


def _goes_on(above: str, below: str) -> bool:
    return len(above) <= LONGEST_LINE and not above.endswith(SENTENCE_ENDS) and below[:1].islower()


def _may_end(parts: Sequence[str]) -> bool:
    """Whether a paragraph may end here: with a sentence, or anywhere if it has none."""
    return parts[-1].endswith(SENTENCE_ENDS) or not any(
        mark in part for part in parts for mark in ".?!。？！"
    )
