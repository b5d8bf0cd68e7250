"""Where a value comes from: a seed, a span of its lines, and the claim that stands there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, TypeVar

import msgspec

T_co = TypeVar("T_co", covariant=True)


class Span(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """Consecutive lines of one seed.

    Attributes:
        seed: The seed's path below `seeds/`, with forward slashes.
        first: The first line, counted from 1.
        last: The last line, included.
    """

    seed: str
    first: int
    last: int

    def __post_init__(self) -> None:
        """Refuse a span that no file can have."""
        if not 1 <= self.first <= self.last:
            raise ValueError(f"not a span: {self.seed}:{self.first}-{self.last}")

    def __str__(self) -> str:
        lines = f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"
        return f"{self.seed}:{lines}"


place_of: Callable[[Span], tuple[str, int, int]] = attrgetter("seed", "first", "last")
"""Sorts spans as their own order does, some times faster."""


class Claim(msgspec.Struct, Generic[T_co], frozen=True, array_like=True, gc=False):
    """A value as one place in one seed states it."""

    value: T_co
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a page that lead somewhere.

    Attributes:
        address: As the page writes it; relative where the page does not say where it was saved from.
    """

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Seed:
    """One capture, as it lies in `seeds/`.

    Attributes:
        path: Its path below `seeds/`, with forward slashes; also its identity.
        lines: Its text, a line each, without line ends. Line *n* is `lines[n - 1]`.
        sha256: Of the file's bytes, in hexadecimal.
        kind: The kind that the curation file gives it; empty when the text is to tell.
        address: Where it was captured, by the curation file; empty when not known.
        captured: When it was captured, by the curation file (ISO 8601, to the day); empty when not known.
        remarks: What was odd about the file itself (its encoding, characters that cannot be seen).
        links: Where words of a saved page lead to, each with the line that they begin on.
    """

    path: str
    lines: tuple[str, ...]
    sha256: str
    kind: str = ""
    address: str = ""
    captured: str = ""
    remarks: tuple[Claim[str], ...] = ()
    links: tuple[Claim[Link], ...] = ()

    def span(self, first: int, last: int | None = None) -> Span:
        """Lines `first` to `last` of this seed, counted from 1; one line where `last` is left out."""
        return Span(self.path, first, first if last is None else last)
