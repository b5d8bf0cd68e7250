"""The search: an index of the library in many small scripts; a browser loads those that a query needs.

search/manifest.js          what there is: beginnings of words that have a file, and how text is folded
search/words/_mo.js         words that begin alike, with the numbers of the entries that they lead to
search/words/rest/….js      of a word in very many entries, those beyond the strongest
search/spellings/_m.js      words with one first letter, without entries, for mending a misspelt one
search/documents/_3f.js     entries: kind, address, title, names, the line below, the text to quote from
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import msgspec

from seedbed.keep.stamps import digest
from seedbed.model.library import Library
from seedbed.model.link import Links
from seedbed.text.words import stop_words
from seedbed.write.search.documents import document_bits, document_drafts
from seedbed.write.search.entries import list_sources
from seedbed.write.search.folding import JOINED, LONGEST, PLAIN, UNSPACED, UNTYPED
from seedbed.write.search.postings import Known, Word, invert, number_addresses
from seedbed.write.search.script import script
from seedbed.write.search.shards import shard
from seedbed.write.search.spellings import spelling_files
from seedbed.write.sync import Draft

__all__ = ["Index", "Search", "search_of"]


class Index(msgspec.Struct, frozen=True, array_like=True):
    """The index of one build, for the next.

    Attributes:
        entries: By address.
        words: Sorted.
        best: The best entries for beginnings of words.
        order: Of the bytes of postings.
    """

    entries: dict[str, Known]
    words: dict[str, Word]
    best: dict[str, bytes]
    order: str = sys.byteorder


@dataclass(frozen=True, slots=True)
class Search:
    """The files of the search, and its index; `looked_at` counts the entries whose words had to be found."""

    drafts: tuple[Draft, ...]
    index: Index
    looked_at: int


def search_of(library: Library, links: Links, before: Index | None = None) -> Search:
    """Every file of the search, in the order of their paths.

    A file changes only when what stands in it does. A new paper rewrites the manifest, one file of documents,
    and the files of its own words: an entry's number follows from its address alone, its impacts from its own
    text alone. So the index of the last build need only be told of the entries that came, changed or went.
    """
    if before is None or before.order != sys.byteorder:
        before = Index({}, {}, {})
    sources = {source.address: source for source in list_sources(library, links)}
    numbers = number_addresses(sources)
    entries, words, touched = invert(sources, numbers, before.entries, before.words)
    bits = document_bits(entries)
    spellings = spelling_files(words)
    shards = shard(words, before.best, touched)
    manifest = {
        "entries": len(numbers),
        "documentBits": bits,
        "leaves": shards.leaves,
        "nodes": shards.nodes,
        "spellings": sorted(spellings),
        "everyday": sorted(stop_words()),
        "folding": {
            "untyped": _javascript(UNTYPED), "unspaced": _javascript(UNSPACED), "joined": _javascript(JOINED),
            "plain": PLAIN, "longest": LONGEST,
        },
    }  # fmt: skip
    files = {"manifest.js": script("manifest", manifest), **shards.files, **dict(spellings.values())}
    drafts = [*_drafts(files), *document_drafts(sources, numbers, entries, bits)]
    known = before.entries
    looked_at = sum(1 for address, entry in entries.items() if known.get(address) is not entry)
    drafts.sort(key=lambda draft: draft.path)
    return Search(tuple(drafts), Index(entries, words, shards.best), looked_at)


def _drafts(files: dict[str, bytes]) -> Iterator[Draft]:
    for name, content in files.items():
        yield Draft(f"search/{name}", partial(bytes, content), digest(content))


def _javascript(ranges: str) -> str:
    """Ranges of characters as JavaScript writes them: beyond four digits, in braces."""
    return re.sub(r"\\U0*([0-9a-f]+)", r"\\u{\1}", ranges)
