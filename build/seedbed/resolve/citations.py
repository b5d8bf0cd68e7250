"""Citation keys: family name, year, and the title's first significant word ("lovelace1843sketch")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import count

import msgspec

from seedbed.text.slugs import slug
from seedbed.text.titles import first_significant_word


class Citable(msgspec.Struct, frozen=True, gc=False):
    """What a key is made of; an empty family name or a missing year is left out."""

    family: str
    year: int | None
    title: str


def citation_keys(works: Sequence[Citable]) -> tuple[str, ...]:
    """A key for each work, unique, in ASCII letters and digits.

    Works that would have the same key get "a", "b" and so on, in the order given, which must not depend on
    seeds.
    """
    bases = [_key(work) for work in works]
    shared = {base for base, times in Counter(bases).items() if times > 1}
    taken = set(bases) - shared
    endings = {base: map(_ending, count(1)) for base in shared}
    keys = []
    for base in bases:
        key = base
        if base in shared:
            key = next(key for ending in endings[base] if (key := base + ending) not in taken)
            taken.add(key)
        keys.append(key)
    return tuple(keys)


def _key(work: Citable) -> str:
    parts = (work.family, str(work.year or ""), first_significant_word(work.title))
    return "".join(_plain(part) for part in parts if part) or "work"


def _plain(text: str) -> str:
    return slug(text).replace("-", "") if not (text.isascii() and text.isalnum()) else text.lower()


def _ending(number: int) -> str:
    """1 is "a", 26 is "z", 27 is "aa"."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters
