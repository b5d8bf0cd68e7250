"""Data as a script: a page opened from a folder may load scripts, but may not fetch."""

from __future__ import annotations

import msgspec


def script(name: str, data: object) -> bytes:
    """A script that hands `data` to the search, with its own size in bytes, so that it can tell its cost."""
    content = msgspec.json.encode(data) + b");\n"
    call = f'seedbedSearch("{name}",'.encode()
    size = len(call) + len(content) + 1
    digits = len(str(size + len(str(size))))
    return call + str(size + digits).encode() + b"," + content
