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

from seedbed.text.words import stop_words
from seedbed.write.search.entries import Entry, Field
from seedbed.write.search.folding import words

NUMBER_BITS = 24
STRONGEST = 63
STATED = 6
"""The least impact that running text alone cannot reach: the word stands in a title, a name or a label."""
LEVELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

Postings = dict[str, "array[int]"]


def number_entries(listed: Iterable[Entry]) -> dict[int, Entry]:
    """Give each entry a number that stays its own when others come and go, in the order of numbers.

    The number is the beginning of its address' SHA-256. Where two fall on one number, which among 100,000
    entries happens to a few hundred, the later takes the next free one; only then does one move another.
    """
    limit = 1 << NUMBER_BITS
    drawn = sorted(((_draw(entry), entry) for entry in listed), key=lambda each: (each[0], each[1].address))
    numbered: dict[int, Entry] = {}
    for number, entry in drawn:
        free = number
        while free in numbered:
            free = (free + 1) % limit
        numbered[free] = entry
    return dict(sorted(numbered.items()))


def _draw(entry: Entry) -> int:
    return int.from_bytes(sha256(entry.address.encode()).digest()[: NUMBER_BITS // 8])


def invert(numbered: Mapping[int, Entry]) -> Postings:
    """The postings of every word, strongest first.

    Of the title, the names and the labels that hold a word, the strongest counts, so that a person comes
    before a conversation that has them in its title and as its guest; running text counts besides.
    """
    found: Postings = {}
    everyday = stop_words()
    for number, entry in numbered.items():
        weights: dict[str, float] = {}
        weakest = STRONGEST << NUMBER_BITS | number
        for field in entry.fields:
            if field.text:
                _weigh(field, weights, everyday)
        for word, weight in weights.items():
            posting = weakest - (min(STRONGEST, ceil(weight * 2)) << NUMBER_BITS)
            try:
                found[word].append(posting)
            except KeyError:
                found[word] = array("I", (posting,))
    return {word: _sorted(found[word]) for word in sorted(found)}


def _weigh(field: Field, weights: dict[str, float], everyday: frozenset[str]) -> None:
    """Note what BM25 (k1 = 1.2, b = 0.75) gives each of the field's words.

    BM25's other factor, how rare a word is, changes with every entry: the reader's browser works it out.
    """
    counts = Counter(words(field.text))
    norm = 1.2 * (0.25 + 0.75 * counts.total() / field.usual)
    shares = {count: field.weight * 2.2 * count / (count + norm) for count in set(counts.values())}
    for word, count in counts.items():
        share = shares[count]
        if field.weight > 1:
            weights[word] = max(weights.get(word, 0.0), share)
        elif word not in everyday:
            weights[word] = weights.get(word, 0.0) + share


def _sorted(postings: array[int]) -> array[int]:
    return array("I", sorted(postings)) if len(postings) > 1 else postings


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
