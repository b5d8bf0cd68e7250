"""What the list of hits shows of each entry, in files of a few entries each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from seedbed.keep.stamps import digest
from seedbed.write.search.entries import Source
from seedbed.write.search.postings import NUMBER_BITS, Known
from seedbed.write.search.script import script
from seedbed.write.sync import Draft

LIMIT = 16_000
"""Bytes of a file, on average at most. Each of the first hits may lie in another file, so these are small."""


def document_bits(entries: Mapping[str, Known]) -> int:
    """How many leading bits of an entry's number name its file.

    That number grows by one when the entries' text doubles, and only then do entries move.
    """
    size = sum(known.size for known in entries.values())
    bits = 0
    while size >> bits > LIMIT and bits < NUMBER_BITS:
        bits += 1
    return bits


def document_drafts(
    sources: Mapping[str, Source], numbers: Mapping[str, int], entries: Mapping[str, Known], bits: int
) -> Iterator[Draft]:
    """The files, whose content follows from what their entries do."""
    files: dict[int, list[tuple[int, str]]] = {}
    for address, number in numbers.items():
        files.setdefault(number >> (NUMBER_BITS - bits), []).append((number, address))
    for file, held in files.items():
        key = b"".join(number.to_bytes(4) + entries[address].key for number, address in held)
        make = partial(_content, f"documents/_{file:x}", [(number, sources[each]) for number, each in held])
        yield Draft(f"search/documents/_{file:x}.js", make, digest(key))


def _content(name: str, held: list[tuple[int, Source]]) -> bytes:
    return script(name, [source.entry().row(number) for number, source in held])
