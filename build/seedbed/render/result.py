"""What a rendering gives: counts, and remarks as values; and the error of a rendering that was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from seedbed.errors import SeedbedError

Finished: TypeAlias = Callable[[Path, Mapping[str, bytes], int], None]
"""Told of a site whose pages are all there, but that is not yet in place: its folder, a hash of what each of
its files holds, empty of those that are yet to come, and how many pages were rendered."""


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """Something that MkDocs warned of.

    Attributes:
        page: The page concerned, as its path below the documentation folder; empty when none is known.
        message: MkDocs' own words.
    """

    page: str
    message: str

    def __str__(self) -> str:
        return f"{self.page}: {self.message}" if self.page else self.message


@dataclass(frozen=True, slots=True)
class Rendered:
    """A site that was put in place.

    Attributes:
        site: The folder of the site.
        rendered: How many pages were rendered.
        kept: How many pages were kept from the build before.
        removed: How many pages of the build before are gone.
        remarks: What MkDocs warned of, for all pages, also those that were kept; sorted.
        seconds: How long it took.
        why: Why everything was rendered, where it might have been kept; else empty.
    """

    site: str
    rendered: int
    kept: int = 0
    removed: int = 0
    remarks: tuple[Remark, ...] = ()
    seconds: float = 0.0
    why: str = ""


class RenderError(SeedbedError):
    """The site was not put in place, and the one before was left as it was.

    Attributes:
        remarks: Everything MkDocs warned of.
    """

    def __init__(
        self, message: str, *, path: str = "", line: int = 0, remarks: tuple[Remark, ...] = ()
    ) -> None:
        super().__init__(message, path=path, line=line)
        self.remarks = remarks

    def __str__(self) -> str:
        return "\n".join([SeedbedError.__str__(self), *(f"  {remark}" for remark in self.remarks)])
