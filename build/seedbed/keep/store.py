"""A value in a file, which is read back whole or not at all; and the store of what builds keep for the next.

What a stage may put into the store is a value that is right whatever the seeds are by then: under each thing
it computed, a key of everything that this followed from, but for our own code and the packages, which the
store looks after. So nobody has to tell whether the last build was finished, or which values were kept.

A stage keeps out of files. It takes what was kept as a value of a type of its own, None where there is none,
and gives it back as it should be kept next, the very same object where nothing in it changed:

    class Kept(msgspec.Struct, frozen=True, array_like=True):
        stems: dict[bytes, tuple[str, ...]]

    def link(library: Library, ..., kept: Kept | None = None) -> tuple[Links, Kept]: ...

The pipeline takes it from the store when that stage begins, and puts it back when it ends:

    kept = store.take("link", Kept)
    links, grown = link(library, ..., kept)
    store.put("link", grown, kept)
"""

from __future__ import annotations

import os
from collections.abc import Container
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from seedbed.keep.stamps import digest

_HEADER = b"seedbed keeps this from one build to the next; it may be removed at any time\n"
_LENGTH = len(_HEADER) + len(digest(b""))

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Store:
    """Values that builds keep for the next one, each in a file under its name.

    Attributes:
        folder: Where they lie; None where nothing is used and nothing kept.
        sign: Of the code and the packages that computed them: under another sign, nothing of it is found.
    """

    folder: Path | None
    sign: bytes = b""

    def under(self, *more: bytes) -> Store:
        """The same store for what follows from more than the code: it is found under the same `more` only."""
        return Store(self.folder, digest(b"".join(digest(each) for each in more), self.sign))

    def take(self, name: str, kind: type[Value]) -> Value | None:
        """The value under a name; None where there is none, or none that can be trusted."""
        return None if self.folder is None else read_value(self.folder / name, kind, self.sign)

    def put(self, name: str, value: object, before: object = None) -> None:
        """Keep a value under a name, unless it is what was there `before`.

        Where it cannot be written (the disk is full, something else has that name), nothing is kept: the next
        build works it out again.
        """
        if self.folder is not None and value is not before:
            with suppress(OSError):
                write_value(self.folder / name, value, self.sign)

    def sweep(self, below: str, names: Container[str]) -> None:
        """Remove what lies in the folder `below` under any other name than those."""
        folder = None if self.folder is None else self.folder / below
        if folder is not None and folder.is_dir():
            for path in folder.iterdir():
                if path.name not in names:
                    with suppress(OSError):
                        path.unlink()


def read_value(path: Path, kind: type[Value], sign: bytes = b"") -> Value | None:
    """The value in a file; None where there is none, or where the file is damaged or holds something else.

    Args:
        path: The file.
        kind: The type of the value.
        sign: What it was written under.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return None
    header, body = data[:_LENGTH], memoryview(data)[_LENGTH:]
    if header != _HEADER + digest(body, sign):
        return None
    try:
        return msgspec.msgpack.decode(body, type=kind)
    except msgspec.DecodeError:
        return None


def write_value(path: Path, value: object, sign: bytes = b"") -> None:
    """Put a value into a file, in one step: whoever reads it finds this value or the one before.

    Args:
        path: The file; its folder is made where it is missing.
        value: Anything that msgspec encodes.
        sign: It is found under this one only.
    """
    body = msgspec.msgpack.encode(value)
    path.parent.mkdir(parents=True, exist_ok=True)
    incoming = path.with_name(f"{path.name}.incoming")
    with incoming.open("wb") as file:
        file.writelines((_HEADER, digest(body, sign), body))
    os.replace(incoming, path)  # noqa: PTH105 - the one step
