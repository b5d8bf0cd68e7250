"""Which word leads to which entry, and how strongly.

A posting is one integer: the lower 24 bits are the entry's number, the upper ones 63 less its impact (1 to
63), so that sorting brings the strongest first.
"""

from __future__ import annotations

import sys
from array import array
from base64 import b64encode
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from math import ceil
from typing import NamedTuple

import msgspec

from seedbed.keep.stamps import digest
from seedbed.text.words import stop_words
from seedbed.write.search.entries import Entry, Field, Source
from seedbed.write.search.folding import words as words_of

NUMBER_BITS = 24
STRONGEST = 63
STATED = 6
"""The least impact that running text alone cannot reach: the word stands in a title, a name or a label."""
LEVELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

HEAD = 512
"""Postings of a word that stand with it. The others have a file, for when several words are asked for."""
NUMBER = (1 << NUMBER_BITS) - 1
"""The bits of a posting that are the entry's number."""


class Word(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A word of the index.

    Attributes:
        postings: As four bytes each, strongest first.
        code: The strongest of them as text, and where the others are.
        rest: The others as text; empty where there are none.
        size: What the word and its code take in a file.
    """

    postings: bytes
    code: str
    rest: str
    size: int


class Known(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An entry of the index.

    Attributes:
        key: A hash of what it follows from.
        size: What it takes in a file of documents.
        words: All that lead to it, parted by spaces.
    """

    key: bytes
    number: int
    size: int
    words: str


class Inverted(NamedTuple):
    """The index, and what in it is not as it was.

    Attributes:
        entries: By address.
        words: Sorted.
        touched: The words that came or went, or whose postings did.
    """

    entries: dict[str, Known]
    words: dict[str, Word]
    touched: frozenset[str]


def number_addresses(addresses: Iterable[str]) -> dict[str, int]:
    """Give each entry a number that stays its own when others come and go, in the order of numbers.

    The number is the beginning of its address' SHA-256. Where two fall on one number, which among 100,000
    entries happens to a few hundred, the later takes the next free one; only then does one move another.
    """
    taken: dict[int, str] = {}
    for number, address in sorted((_draw(address), address) for address in addresses):
        free = number
        while free in taken:
            free = (free + 1) & NUMBER
        taken[free] = address
    return {address: number for number, address in sorted(taken.items())}


def _draw(address: str) -> int:
    return int.from_bytes(sha256(address.encode()).digest()[: NUMBER_BITS // 8])


def invert(
    sources: Mapping[str, Source],
    numbers: Mapping[str, int],
    entries: Mapping[str, Known],
    words: Mapping[str, Word],
) -> Inverted:
    """The postings of every word, strongest first.

    Args:
        sources: What each entry follows from, by address.
        numbers: The entries' numbers.
        entries: Those that the last build had; one that follows from the same is not looked at again.
        words: The last build's too.
    """
    now: dict[str, Known] = {}
    added: dict[str, array[int]] = {}
    for address, source in sources.items():
        key, known = digest(msgspec.msgpack.encode(source.inputs)), entries.get(address)
        if known is None or known.key != key or known.number != numbers[address]:
            known = _note(source.entry(), key, numbers[address], added)
        now[address] = known
    gone = [known for address, known in entries.items() if now.get(address) is not known]
    removed: dict[str, set[int]] = {}
    for known in gone:
        for word in known.words.split():
            removed.setdefault(word, set()).add(known.number)
    touched = frozenset(added.keys() | removed.keys())
    changed = dict(words)
    for word in touched:
        kept = [each for each in unpack(words.get(word)) if each & NUMBER not in removed.get(word, ())]
        if found := sorted([*kept, *added.get(word, ())]):
            changed[word] = _word(word, array("I", found))
        else:
            del changed[word]
    return Inverted(now, dict(sorted(changed.items())), touched)


def _note(entry: Entry, key: bytes, number: int, added: dict[str, array[int]]) -> Known:
    """Add an entry's postings.

    Of the title, the names and the labels that hold a word, the strongest counts, so that a person comes
    before a conversation that has them in its title and as its guest; running text counts besides.
    """
    weights: dict[str, float] = {}
    everyday = stop_words()
    for field in entry.fields:
        if field.text:
            _weigh(field, weights, everyday)
    weakest = STRONGEST << NUMBER_BITS | number
    for word, weight in weights.items():
        posting = weakest - (min(STRONGEST, ceil(weight * 2)) << NUMBER_BITS)
        try:
            added[word].append(posting)
        except KeyError:
            added[word] = array("I", (posting,))
    return Known(key, number, len(msgspec.json.encode(entry.row(number))), " ".join(weights))


def _word(word: str, postings: array[int]) -> Word:
    if len(postings) <= HEAD:
        code, rest = encode(postings), ""
    else:
        rest = encode(postings[HEAD:])
        code = f"{encode(postings[:HEAD])}~{len(postings) - HEAD}~{rest_name(word)}"
    return Word(postings.tobytes(), code, rest, len(word) + len(code) + len('"","",'))


def rest_name(word: str) -> str:
    """The file of a word's further postings."""
    return sha256(word.encode()).hexdigest()[:16]


def unpack(word: Word | None, most: int | None = None) -> array[int]:
    """The postings of a word, or the strongest of them; none where there is no such word."""
    found = array("I")
    if word is not None:
        found.frombytes(word.postings if most is None else word.postings[: most * found.itemsize])
    return found


def _weigh(field: Field, weights: dict[str, float], everyday: frozenset[str]) -> None:
    """Note what BM25 (k1 = 1.2, b = 0.75) gives each of the field's words.

    BM25's other factor, how rare a word is, changes with every entry: the reader's browser works it out.
    """
    counts = Counter(words_of(field.text))
    norm = 1.2 * (0.25 + 0.75 * counts.total() / field.usual)
    shares = {count: field.weight * 2.2 * count / (count + norm) for count in set(counts.values())}
    for word, count in counts.items():
        share = shares[count]
        if field.weight > 1:
            weights[word] = max(weights.get(word, 0.0), share)
        elif word not in everyday:
            weights[word] = weights.get(word, 0.0) + share


def encode(postings: array[int]) -> str:
    """Postings as text, in groups parted by spaces.

    A group is one character for the impact, then the numbers in base64, three bytes each.
    """
    if len(postings) == 1:  # as half of all words have
        return _group(postings[0] >> NUMBER_BITS, postings[0].to_bytes(4)[1:])
    groups: list[str] = []
    start = 0
    while start < len(postings):
        rank = postings[start] >> NUMBER_BITS
        end = bisect_left(postings, (rank + 1) << NUMBER_BITS, start)
        numbers = array("I", postings[start:end])
        if sys.byteorder == "little":
            numbers.byteswap()
        packed = bytearray(numbers.tobytes())
        del packed[::4]
        groups.append(_group(rank, packed))
        start = end
    return " ".join(groups)


def _group(rank: int, numbers: bytes | bytearray) -> str:
    return LEVELS[STRONGEST - rank] + b64encode(numbers).decode()
