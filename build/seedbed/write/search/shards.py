"""The words and their postings, parted into files by how words begin.

A file that grows over its limit is parted by the next character, and by nothing else: what stands in one
file follows from the words that begin alike. A new entry rewrites the files of its own words, and no others.

    leaf   `_mo.js`    every word that begins with "mo"
    node   `_mo.js`    where that is too much: the word "mo", and the best entries for anything that begins so
    pool   `_mo.0.js`  of a node: the words whose next character has too little for a file of its own
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, groupby

import numpy as np

from seedbed.write.search.folding import LONGEST
from seedbed.write.search.postings import NUMBER, Word, encode, rest_name
from seedbed.write.search.script import script

LIMIT = 40_000
"""Characters of a file of words."""
OWN = LIMIT // 4
"""From this size on, the words that share their next character have a file of their own."""
BEST = 256
"""Entries that a node names for its beginning."""
_STRONGEST = BEST * array("I").itemsize

_Listed = list[tuple[str, Word]]


@dataclass(slots=True)
class Shards:
    """The files of words while they are made.

    Attributes:
        leaves: The beginnings that have a leaf.
        nodes: The beginnings that have a node, with the number of its pools.
        files: By path below the search's folder.
        best: The best entries for each beginning, as four bytes each.
    """

    leaves: list[str] = field(default_factory=list)
    nodes: list[tuple[str, int]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    best: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Before:
    """What the last build found best, and the beginnings of words for which that may no longer hold."""

    best: Mapping[str, bytes]
    touched: frozenset[str]


def shard(words: Mapping[str, Word], best: Mapping[str, bytes], touched: Iterable[str]) -> Shards:
    """Part the words, which are sorted, into files.

    Args:
        words: The index.
        best: What the last build found best for each beginning.
        touched: The words that are not as they were in the last build.
    """
    shards = Shards()
    for word, found in words.items():
        if found.rest:
            path = f"words/rest/{rest_name(word)}"
            shards.files[f"{path}.js"] = script(path, found.rest)
    beginnings = frozenset(word[:end] for word in touched for end in range(len(word) + 1))
    _part("", list(words.items()), shards, _Before(best, beginnings))
    return shards


def _part(prefix: str, listed: _Listed, shards: Shards, before: _Before) -> bytes:
    """Write the words that begin with `prefix`, and return the best entries for them."""
    if _size(listed) <= LIMIT or len(prefix) == LONGEST:
        shards.leaves.append(prefix)
        _write(file_name(prefix), listed, shards)
        return _best(prefix, (found.postings[:_STRONGEST] for _, found in listed), shards, before)
    bests: list[bytes] = []
    own: _Listed = []
    pooled: list[_Listed] = []
    for alike in _by_next_character(prefix, listed):
        if alike[0][0] == prefix:
            own = alike
        elif _size(alike) >= OWN:
            bests.append(_part(alike[0][0][: len(prefix) + 1], alike, shards, before))
        else:
            pooled.append(alike)
    loose = (found.postings[:_STRONGEST] for alike in (own, *pooled) for _, found in alike)
    best = _best(prefix, chain(bests, loose), shards, before)
    pools = _pools(len(prefix), pooled)
    shards.nodes.append((prefix, len(pools)))
    _write(file_name(prefix), own, shards, best)
    for number, pool in enumerate(pools):
        _write(f"{file_name(prefix)}.{number}", pool, shards)
    return best


def _size(listed: _Listed) -> int:
    return sum([found.size for _, found in listed])


def _by_next_character(prefix: str, listed: _Listed) -> Iterator[_Listed]:
    place = len(prefix)
    for _, alike in groupby(listed, lambda each: each[0][place : place + 1]):
        yield list(alike)


def _pools(place: int, groups: list[_Listed]) -> list[_Listed]:
    """Spread groups of words over so many pools, a power of two, that none is over the limit."""
    count = 1 if groups else 0
    while True:
        pools: list[_Listed] = [[] for _ in range(count)]
        for alike in groups:
            pools[ord(alike[0][0][place]) % count].extend(alike)
        if all(_size(pool) <= LIMIT for pool in pools):
            return pools
        count *= 2


def _best(prefix: str, lists: Iterable[bytes], shards: Shards, before: _Before) -> bytes:
    """The strongest posting of each entry, of the strongest entries.

    They follow from the words that begin with `prefix`, however these are parted into files.
    """
    if prefix in before.best and prefix not in before.touched:
        best = before.best[prefix]
    else:
        postings = np.sort(np.frombuffer(b"".join(lists), dtype=np.uint32))
        _, firsts = np.unique(postings & NUMBER, return_index=True)
        best = postings[np.sort(firsts)[:BEST]].tobytes()
    shards.best[prefix] = best
    return best


def _write(name: str, listed: _Listed, shards: Shards, best: bytes | None = None) -> None:
    content: dict[str, object] = {"words": [part for word, found in listed for part in (word, found.code)]}
    if best is not None:
        content["best"] = encode(array("I", best))
    path = f"words/{name}"
    shards.files[f"{path}.js"] = script(path, content)


def file_name(prefix: str) -> str:
    """A name that every file system takes, and that no other beginning has."""
    return "_" + "".join(each if each.isascii() and each.isalnum() else f"-{ord(each):x}-" for each in prefix)
