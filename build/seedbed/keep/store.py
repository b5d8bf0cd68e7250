"""A value in a file, which is read back whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypeVar

import msgspec

from seedbed.keep.stamps import digest

_HEADER = b"seedbed keeps this from one build to the next; it may be removed at any time\n"
_LENGTH = len(_HEADER) + len(digest(b""))

Value = TypeVar("Value")


def read_value(path: Path, kind: type[Value]) -> Value | None:
    """The value in a file; None where there is none, or where the file is damaged or holds something else."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    header, body = data[:_LENGTH], data[_LENGTH:]
    if header != _HEADER + digest(body):
        return None
    try:
        return msgspec.msgpack.decode(body, type=kind)
    except msgspec.DecodeError:
        return None


def write_value(path: Path, value: object) -> None:
    """Put a value into a file, in one step: whoever reads it finds this value or the one before."""
    body = msgspec.msgpack.encode(value)
    path.parent.mkdir(parents=True, exist_ok=True)
    incoming = path.with_name(f"{path.name}.incoming")
    incoming.write_bytes(_HEADER + digest(body) + body)
    os.replace(incoming, path)  # noqa: PTH105 - the one step
