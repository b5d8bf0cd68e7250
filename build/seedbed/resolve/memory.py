"""What is worked out of a long text by itself, each text once, and kept from one build to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec

from seedbed.keep.stamps import digest
from seedbed.resolve.blocking import sketch
from seedbed.resolve.marks import text_mark

Found = TypeVar("Found")


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What was found, by a hash of each text: right whatever the seeds are, as long as the code is the same.

    Attributes:
        marks: By what the texts are known again (see `seedbed.resolve.marks`).
        sketches: By which keys their letters are compared (see `seedbed.resolve.blocking`).
    """

    marks: dict[bytes, str]
    sketches: dict[bytes, tuple[int, ...]]


class Memory:
    """Remembers texts while a library is resolved; it answers as the functions do that it calls."""

    def __init__(self, kept: Kept | None = None) -> None:
        """Begin with what was kept, if anything was."""
        self._before = kept or Kept({}, {})
        self._marks: dict[bytes, str] = {}
        self._sketches: dict[bytes, tuple[int, ...]] = {}
        self._by_text: dict[str, str] = {}

    def mark(self, text: str) -> str:
        """As `text_mark`."""
        found = self._by_text.get(text)
        if found is None:
            found = self._by_text[text] = _recall(text, text_mark, self._marks, self._before.marks)
        return found

    def sketch(self, letters: str) -> tuple[int, ...]:
        """As `sketch`."""
        return _recall(letters, sketch, self._sketches, self._before.sketches)

    def kept(self) -> Kept:
        """What to keep: of the texts that were asked for; what was kept before, if that is the same."""
        now = Kept(self._marks, self._sketches)
        before = self._before
        same = now.marks.keys() == before.marks.keys() and now.sketches.keys() == before.sketches.keys()
        return before if same else now


def _recall(
    text: str, work_out: Callable[[str], Found], now: dict[bytes, Found], before: dict[bytes, Found]
) -> Found:
    key = digest(text.encode("utf-8", "surrogatepass"))
    found = now.get(key)
    if found is None:
        found = before.get(key)
        now[key] = found = work_out(text) if found is None else found
    return found
