"""The phrases of one text that it may be about: what a noun phrase looks like, told from its words alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from seedbed.text.words import Words, academic_words, singular, stop_words

LONGEST = 4
"""Words in a phrase."""

HYPHENS = frozenset("-‐‑")
_JOINERS = HYPHENS | {" "}
_INSIDE = frozenset({"of"})
_NOT_ADVERBS = frozenset(
    {"anomaly", "assembly", "family", "monopoly", "supply", "butterfly", "italy", "ally", "fly"}
)
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase, and how often its text has it.

    Attributes:
        key: The stems of its words; of a single word, its singular. Phrases with the same key are one.
        surface: As it stands where the text first has it.
        count: How often the text has it.
    """

    key: tuple[str, ...]
    surface: str
    count: int


def candidates(
    plain: str, words: Words, folded: tuple[str, ...], stems: tuple[str, ...]
) -> tuple[Candidate, ...]:
    """Every run of one to four words that could name a subject, in the order in which each first stands.

    A word of grammar or of reasoning ends a run ("of" may stand within one), and so does all but a space or a
    hyphen. No phrase begins or ends within a hyphened word: "art models" is none of "state-of-the-art models".
    """
    joined = _joins(plain, words)
    says = [_says_something(word) for word in folded]
    counts: dict[tuple[str, ...], int] = {}
    firsts: dict[tuple[str, ...], tuple[int, int]] = {}
    number = len(folded)
    for first in range(number):
        if not says[first] or joined[first] == "-":
            continue
        for last in range(first, min(number, first + LONGEST)):
            if last > first and not joined[last]:
                break
            if not says[last]:
                if last > first and folded[last] in _INSIDE:
                    continue
                break
            if last + 1 < number and joined[last + 1] == "-":
                continue
            key = stems[first : last + 1] if last > first else (singular(folded[first]),)
            counts[key] = counts.get(key, 0) + 1
            firsts.setdefault(key, (first, last))
    return tuple(
        Candidate(key, plain[words.starts[firsts[key][0]] : words.ends[firsts[key][1]]], count)
        for key, count in counts.items()
    )


def _joins(plain: str, words: Words) -> list[str]:
    """For each word what joins it to the one before: "-", " ", or "" where a phrase cannot go on."""
    joins = [""] * len(words.starts)
    for index in range(1, len(joins)):
        end, start = words.ends[index - 1], words.starts[index]
        if start - end == 1 and plain[end] in _JOINERS:
            joins[index] = "-" if plain[end] in HYPHENS else " "
    return joins


@cache
def _idle_words() -> frozenset[str]:
    return stop_words() | academic_words()


def _says_something(word: str) -> bool:
    if len(word) < _SHORTEST or not word[0].isalpha() or word in _idle_words():
        return False
    return not word.endswith("ly") or word in _NOT_ADVERBS
