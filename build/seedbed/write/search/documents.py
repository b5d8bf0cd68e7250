"""What the list of hits shows of each entry, in files of a few entries each."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from seedbed.write.search.entries import Entry
from seedbed.write.search.postings import NUMBER_BITS
from seedbed.write.search.script import script

LIMIT = 16_000
"""Bytes of a file, on average at most. Each of the first hits may lie in another file, so these are small."""
QUOTED = 8_000
"""Characters of an entry's text that are kept to quote from. All of its words are found nevertheless."""


def document_files(numbered: Mapping[int, Entry]) -> tuple[int, dict[str, bytes]]:
    """How many leading bits of an entry's number name its file, and the files.

    That number of bits grows by one when the entries' text doubles, and only then do entries move.
    """
    rows = {
        number: [number, each.kind, each.address, each.title, each.names, each.line, each.text[:QUOTED]]
        for number, each in numbered.items()
    }
    size = sum(len(msgspec.json.encode(row)) for row in rows.values())
    bits = 0
    while size >> bits > LIMIT and bits < NUMBER_BITS:
        bits += 1
    files: dict[int, list[object]] = {}
    for number, row in rows.items():
        files.setdefault(number >> (NUMBER_BITS - bits), []).append(row)
    return bits, {
        f"documents/_{file:x}.js": script(f"documents/_{file:x}", content) for file, content in files.items()
    }
