"""Running text, after the marks of LaTeX and light markup have been read out of it.

A paragraph is a tuple of runs. Its plain text is the runs' text, joined; mentions are offsets into that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

Style = Literal["plain", "emphasis", "strong", "code", "math", "address"]


class Run(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A stretch of text in one style.

    Attributes:
        text: As a reader sees it, with no mark left; for mathematics, its nearest plain text ("3–4×").
        source: For `math`, the LaTeX between the dollar signs; for `address`, the URL; else empty.
    """

    text: str
    style: Style = "plain"
    source: str = ""


Prose = tuple[Run, ...]


def plain(prose: Prose) -> str:
    """The text without its styles."""
    return "".join(run.text for run in prose)


def opening(paragraphs: Sequence[Prose]) -> str:
    """The first paragraph without its styles; empty where there is none."""
    return plain(paragraphs[0]) if paragraphs else ""
