"""The search: an index of the library in many small scripts; a browser loads those that a query needs.

search/manifest.js          what there is: beginnings of words that have a file, and how text is folded
search/words/_mo.js         words that begin alike, with the numbers of the entries that they lead to
search/words/rest/….js      of a word in very many entries, those beyond the strongest
search/spellings/_m.js      words with one first letter, without entries, for mending a misspelt one
search/documents/_3f.js     entries: kind, address, title, names, the line below, the text to quote from
"""

from __future__ import annotations

import re

from seedbed.model.library import Library
from seedbed.model.link import Links
from seedbed.text.words import stop_words
from seedbed.write.search.documents import document_files
from seedbed.write.search.entries import list_entries
from seedbed.write.search.folding import JOINED, LONGEST, PLAIN, UNSPACED, UNTYPED
from seedbed.write.search.postings import invert, number_entries
from seedbed.write.search.script import script
from seedbed.write.search.shards import shard
from seedbed.write.search.spellings import spelling_files

__all__ = ["search_files"]


def search_files(library: Library, links: Links) -> dict[str, bytes]:
    """Every file of the search, by its path below the site.

    A file changes only when what stands in it does. A new paper rewrites the manifest, one file of documents,
    and the files of its own words: an entry's number follows from its address alone, its impacts from its own
    text alone.
    """
    numbered = number_entries(list_entries(library, links))
    postings = invert(numbered)
    bits, documents = document_files(numbered)
    spellings = spelling_files(postings)
    shards = shard(postings)
    manifest = {
        "entries": len(numbered),
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
    files = {"manifest.js": script("manifest", manifest), **shards.files, **documents}
    files.update(spellings.values())
    return {f"search/{name}": files[name] for name in sorted(files)}


def _javascript(ranges: str) -> str:
    """Ranges of characters as JavaScript writes them: beyond four digits, in braces."""
    return re.sub(r"\\U0*([0-9a-f]+)", r"\\u{\1}", ranges)
