"""The words and their postings, parted into files by how words begin.

A file that grows over its limit is parted by the next character, and by nothing else: what stands in one
file follows from the words that begin alike. A new entry rewrites the files of its own words, and no others.

    leaf   `_mo.js`    every word that begins with "mo"
    node   `_mo.js`    where that is too much: the word "mo", and the best entries for anything that begins so
    pool   `_mo.0.js`  of a node: the words whose next character has too little for a file of its own
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby

from seedbed.write.search.folding import LONGEST
from seedbed.write.search.postings import NUMBER_BITS, Postings, encode
from seedbed.write.search.script import script

LIMIT = 40_000
"""Characters of a file of words."""
OWN = LIMIT // 4
"""From this size on, the words that share their next character have a file of their own."""
HEAD = 512
"""Postings of a word that stand with it. The others have a file, for when several words are asked for."""
BEST = 256
"""Entries that a node names for its beginning."""

_NUMBER = (1 << NUMBER_BITS) - 1


@dataclass(slots=True)
class Shards:
    """The files of words while they are made.

    Attributes:
        leaves: The beginnings that have a leaf.
        nodes: The beginnings that have a node, with the number of its pools.
        files: By path below the search's folder.
    """

    leaves: list[str] = field(default_factory=list)
    nodes: list[tuple[str, int]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as its file holds it; `size` is what it takes there."""

    word: str
    code: str
    best: array[int]
    size: int


def shard(postings: Postings) -> Shards:
    """Part the words, which are sorted, into files."""
    shards = Shards()
    _part("", [_head(word, found, shards) for word, found in postings.items()], shards)
    return shards


def _head(word: str, postings: array[int], shards: Shards) -> _Word:
    """A word with its strongest postings; the others go to a file of their own."""
    if len(postings) <= HEAD:
        code = encode(postings)
    else:
        name = sha256(word.encode()).hexdigest()[:16]
        path = f"words/rest/{name}"
        shards.files[f"{path}.js"] = script(path, encode(postings[HEAD:]))
        code = f"{encode(postings[:HEAD])}~{len(postings) - HEAD}~{name}"
    return _Word(word, code, postings[:BEST], len(word) + len(code) + len('"","",'))


def _part(prefix: str, listed: list[_Word], shards: Shards) -> array[int]:
    """Write the words that begin with `prefix`, and return the best entries for them."""
    if sum(each.size for each in listed) <= LIMIT or len(prefix) == LONGEST:
        shards.leaves.append(prefix)
        _write(file_name(prefix), listed, shards)
        return _best(each.best for each in listed)
    bests: list[array[int]] = []
    own: list[_Word] = []
    pooled: list[list[_Word]] = []
    for alike in _by_next_character(prefix, listed):
        if alike[0].word == prefix:
            own = alike
            bests.append(alike[0].best)
        elif sum(each.size for each in alike) >= OWN:
            bests.append(_part(alike[0].word[: len(prefix) + 1], alike, shards))
        else:
            pooled.append(alike)
            bests.extend(each.best for each in alike)
    best = _best(iter(bests))
    pools = _pools(len(prefix), pooled)
    shards.nodes.append((prefix, len(pools)))
    _write(file_name(prefix), own, shards, best)
    for number, pool in enumerate(pools):
        _write(f"{file_name(prefix)}.{number}", pool, shards)
    return best


def _by_next_character(prefix: str, listed: list[_Word]) -> Iterator[list[_Word]]:
    place = len(prefix)
    for _, alike in groupby(listed, lambda each: each.word[place : place + 1]):
        yield list(alike)


def _pools(place: int, groups: list[list[_Word]]) -> list[list[_Word]]:
    """Spread groups of words over so many pools, a power of two, that none is over the limit."""
    count = 1 if groups else 0
    while True:
        pools: list[list[_Word]] = [[] for _ in range(count)]
        for alike in groups:
            pools[ord(alike[0].word[place]) % count].extend(alike)
        if all(sum(each.size for each in pool) <= LIMIT for pool in pools):
            return pools
        count *= 2


def _best(lists: Iterator[array[int]]) -> array[int]:
    """The strongest posting of each entry, of the strongest entries."""
    best: dict[int, int] = {}
    for postings in lists:
        for posting in postings:
            number = posting & _NUMBER
            if posting < best.get(number, 1 << 32):
                best[number] = posting
    return array("I", sorted(best.values())[:BEST])


def _write(name: str, listed: list[_Word], shards: Shards, best: array[int] | None = None) -> None:
    content: dict[str, object] = {"words": [part for each in listed for part in (each.word, each.code)]}
    if best is not None:
        content["best"] = encode(best)
    path = f"words/{name}"
    shards.files[f"{path}.js"] = script(path, content)


def file_name(prefix: str) -> str:
    """A name that every file system takes, and that no other beginning has."""
    return "_" + "".join(each if each.isascii() and each.isalnum() else f"-{ord(each):x}-" for each in prefix)
