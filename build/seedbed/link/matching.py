"""Find names in texts: one pass over each text, however many names there are.

The automaton (Aho and Corasick, 1975) runs over the stems of a text's words, so that it meets names at word borders
only and in any inflection; how like the name the words must be is then checked word by word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from seedbed.link.names import Name
from seedbed.link.texts import Text
from seedbed.text.words import fold, singular, stems, words

_UNKNOWN = 0
_WIDEST_GAP = 3
_PHRASE_GAPS = frozenset({" ", "-", "‐", "‑", "–", "/"})


@dataclass(frozen=True, slots=True)
class Found:
    """A name where it stands in a text.

    Attributes:
        first: The number of its first word in the text.
        last: The number of its last word.
    """

    first: int
    last: int
    name: Name


@dataclass(frozen=True, slots=True)
class Pattern:
    """A name, with its words ready to compare."""

    name: Name
    surfaces: tuple[str, ...]
    singulars: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matcher:
    """All names of a library, ready to be found.

    Attributes:
        numbers: A number for each stem that a name has.
        automaton: Over those numbers; its values are patterns.
    """

    numbers: Mapping[str, int]
    automaton: Any


def matcher(names: Iterable[Name]) -> Matcher:
    """Make ready to find `names`."""
    import ahocorasick  # noqa: PLC0415 - only linking needs it

    numbers: dict[str, int] = {}
    by_key: defaultdict[tuple[int, ...], list[Pattern]] = defaultdict(list)
    for name in names:
        surfaces = words(name.words).surfaces
        folded = [fold(surface) for surface in surfaces]
        key = tuple(numbers.setdefault(stem, len(numbers) + 1) for stem in stems(folded))
        if key:
            by_key[key].append(Pattern(name, surfaces, tuple(map(singular, folded))))
    automaton = ahocorasick.Automaton(ahocorasick.STORE_ANY, ahocorasick.KEY_SEQUENCE)
    for key, patterns in by_key.items():
        automaton.add_word(key, (len(key), tuple(patterns)))
    automaton.make_automaton()
    return Matcher(numbers, automaton)


def find(matcher: Matcher, text: Text) -> list[Found]:
    """Every name in a text, overlapping ones too, by where they end."""
    if not matcher.numbers or not text.stems:
        return []
    numbers = matcher.numbers
    sequence = tuple([numbers.get(stem, _UNKNOWN) for stem in text.stems])
    found = []
    for last, (length, patterns) in matcher.automaton.iter(sequence):
        first = last - length + 1
        found += [
            Found(first, last, pattern.name)
            for pattern in patterns
            if _is_written(pattern, text, first, last)
        ]
    return found


def longest(found: Iterable[Found]) -> list[Found]:
    """Of names that overlap the longest, then the first; of several names for the same words a work, a person."""
    kept: list[Found] = []
    taken: set[int] = set()
    order = {"work": 0, "person": 1, "topic": 2}
    for each in sorted(
        found, key=lambda each: (each.first - each.last, each.first, order[each.name.target.kind], each.name)
    ):
        places = range(each.first, each.last + 1)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(each)
    return sorted(kept, key=lambda each: each.first)


def _is_written(pattern: Pattern, text: Text, first: int, last: int) -> bool:
    match = pattern.name.match
    for place in range(first, last):
        gap = text.plain[text.words.ends[place] : text.words.starts[place + 1]]
        if len(gap) > _WIDEST_GAP if match != "stems" else gap not in _PHRASE_GAPS:
            return False
    if match == "stems":
        return True
    if match == "words":
        return all(
            singular(text.folded[place]) == word
            for place, word in zip(range(first, last + 1), pattern.singulars, strict=True)
        )
    *before, end = pattern.surfaces
    if any(text.words.surfaces[first + index] != word for index, word in enumerate(before)):
        return False
    stands = text.words.surfaces[last].replace("’", "'").removesuffix("'s")
    return stands == end or stands == f"{end}s"
