"""Find names in texts: one pass over each text, however many names there are.

The automaton (Aho and Corasick, 1975) runs over the stems of a text's words, so that it meets names at word
borders only and in any inflection; how like the name the words must be is then checked word by word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from seedbed.link.names import Name
from seedbed.link.texts import Text
from seedbed.text.words import Word, split_words

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
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Matcher:
    """All names of a library, ready to be found.

    Attributes:
        automaton: Over stems; its values are patterns. None where there are no names.
    """

    automaton: Any


def matcher(names: Iterable[Name]) -> Matcher:
    """Make ready to find `names`."""
    import ahocorasick  # noqa: PLC0415 - only linking needs it

    by_key: defaultdict[str, list[Pattern]] = defaultdict(list)
    for name in names:
        named = split_words(name.words)
        if named:
            by_key[_key(named)].append(Pattern(name, named))
    automaton = ahocorasick.Automaton()
    for key, patterns in by_key.items():
        automaton.add_word(key, tuple(patterns))
    automaton.make_automaton()
    return Matcher(automaton if by_key else None)


def find(matcher: Matcher, text: Text) -> list[Found]:
    """Every name in a text, overlapping ones too, by where they end."""
    if matcher.automaton is None:
        return []
    key = _key(text.words.all)
    found: list[Found] = []
    seen = last = 0
    for place, patterns in matcher.automaton.iter(key):
        last += key.count(" ", seen, place)
        seen = place
        for pattern in patterns:
            first = last - len(pattern.words)
            if _is_written(pattern, text, first):
                found.append(Found(first, last - 1, pattern.name))
    return found


def _key(words: Iterable[Word]) -> str:
    """Stems between spaces, which no stem holds, so that names begin and end where words do.

    Letters rather than numbers for stems: a node of the automaton looks its children up one by one, and
    there are few letters, but as many stems as a library has words.
    """
    return f" {' '.join([word.stem for word in words])} "


def longest(found: Iterable[Found]) -> list[Found]:
    """Of names that overlap the longest, then the first; where words name several, a work, then a person."""
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


def _is_written(pattern: Pattern, text: Text, first: int) -> bool:
    match = pattern.name.match
    stand = text.words.all[first : first + len(pattern.words)]
    gaps = (
        text.plain[text.words.ends[place] : text.words.starts[place + 1]]
        for place in range(first, first + len(stand) - 1)
    )
    if match == "stems":
        return all(gap in _PHRASE_GAPS for gap in gaps)
    if any(len(gap) > _WIDEST_GAP for gap in gaps):
        return False
    if match == "words":
        return all(here.singular == word.singular for here, word in zip(stand, pattern.words, strict=True))
    *before, end = pattern.words
    if any(here.surface != word.surface for here, word in zip(stand, before, strict=False)):
        return False
    return stand[-1].surface.replace("’", "'").removesuffix("'s") in {end.surface, f"{end.surface}s"}
