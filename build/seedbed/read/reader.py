"""What a reader is: a value that recognises one kind of seed and reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from seedbed.model.record import Reading
from seedbed.model.source import Seed

UNKNOWN = "unknown"
"""The kind of a seed that no reader reads; it is shown as it is."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """A reader's opinion that a seed is of its kind.

    Attributes:
        confidence: 0 to 1; the surest reader reads the seed.
        why: What in the text speaks for it, as a sentence for the report.
    """

    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Reader:
    """How seeds of one kind are told from others, and read.

    Both functions see the seed's lines only, never a file; neither may raise for any text. `read` ends with
    `seedbed.read.coverage.account`, which finds the lines that were not read.

    Attributes:
        kind: The name in `library.yml` and in data files: one word, in lower case.
        label: The name in running text, without an article ("author profile").
        recognise: The opinion on a seed, or None. Looks at the text, not at the file's name.
        read: The reading of a seed, also of one that `recognise` would not take: the maintainer decides.
        surest: The most that `recognise` is ever sure. Where another reader is as sure, it is not asked.
        whole: Whether files of the kind hold little besides its records, so that where most of a text is
            something else, that may be a page which shows some.
    """

    kind: str
    label: str
    recognise: Callable[[Seed], Recognition | None]
    read: Callable[[Seed], Reading]
    surest: float = 1.0
    whole: bool = False
