"""Which things are worth comparing: keys that any two alike share, so that cost is in proportion.

A block is what shares a key. Two things that no block holds together are never compared. Blocks that grow
with the library (a common family name, a common phrase) are cut down by a second key, or passed over: what so
many share says nothing about two of them.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from seedbed.resolve.listing_facts import Facts
from seedbed.resolve.name_tests import LONG_WORD
from seedbed.text.names import Name, read_name

LARGEST_BLOCK = 24
"""A block with more things than this is not compared pair by pair."""

_SHINGLE = 24
_KEPT = 8
# Stretches begin at one byte in eight ("a", "i", "q", "y" among ASCII's letters): chosen by content, so that
# an insertion moves none of the others. They overlap, so each is looked for ahead of the place reached.
_ANCHORS = b"[" + b"".join(re.escape(bytes([code])) for code in range(1, 256, 8)) + b"]"
_STRETCH = re.compile(b"(?=(%b.{0,%d}))" % (_ANCHORS, _SHINGLE - 1), re.DOTALL)


def pairs(blocks: Iterable[Sequence[int]], largest: int = LARGEST_BLOCK) -> Iterator[tuple[int, int]]:
    """Each two numbers that share a block of at most `largest`, once, the smaller first."""
    seen: set[tuple[int, int]] = set()
    for block in blocks:
        if 1 < len(block) <= largest:
            for pair in combinations(sorted(block), 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def title_keys(facts: Facts) -> Iterator[str | int]:
    """Keys of a title: the part before its subtitle, and the words, each left out in turn.

    The second are a word's place above 32 bits, and a hash of the others in these; a sketch has none above.
    """
    if not facts.title:
        return
    yield facts.main
    if len(facts.words) > 2:  # noqa: PLR2004 (the rest of a shorter title tells nothing)
        title = " ".join(facts.words).encode("utf-8", "surrogatepass")
        start = 0
        for place, word in enumerate(title.split(b" "), start=1):
            end = start + len(word)
            yield place << 32 | zlib.crc32(title[end:], zlib.crc32(title[:start]))
            start = end + 1


def sketch(letters: str) -> tuple[int, ...]:
    """Keys of an abstract's letters: the few smallest hashes of its stretches (a bottom-k sketch, Broder).

    Two abstracts that share nearly all their stretches share at least one of these.
    """
    stretches = _STRETCH.findall(letters.encode("utf-8", "surrogatepass"))
    return tuple(sorted(set(map(zlib.crc32, stretches)))[:_KEPT])


def same_name_keys(name: Name) -> Iterator[Hashable]:
    """Keys of a name: two names that are the same but for their writing share one."""
    yield ("letters", name.letters)
    yield ("letters", name.spelled)
    if name.native:
        yield ("words", *sorted(name.parts))
    for called in name.nicknames:
        yield ("letters", called + name.family_letters)
    for alias in name.aliases:
        yield ("letters", read_name(alias).letters)


def near_name_keys(name: Name) -> Iterator[Hashable]:
    """Keys of a name: two names that any other rule finds alike share one."""
    if name.native or not name.family or not name.given:
        return
    yield ("family", name.family_letters, name.given[0][0])
    yield ("first two", *name.parts[:2])
    yield ("ends", name.given[0], name.parts[-1])
    yield ("words", *sorted(name.parts))
    for place, part in enumerate(name.parts):
        if len(part) >= LONG_WORD - 1:
            yield from (("slip", *rest) for rest in _slips(name.parts, place))


def _slips(parts: Sequence[str], place: int) -> Iterator[tuple[str, ...]]:
    """The name, and the name without one letter of one word; two that are a slip apart share one of these."""
    before, word, behind = parts[:place], parts[place], parts[place + 1 :]
    yield (*before, word, *behind)
    for letter in range(1, len(word)):
        yield (*before, word[:letter] + word[letter + 1 :], *behind)
