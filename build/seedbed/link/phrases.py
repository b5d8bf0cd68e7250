"""The phrases of one text that it may be about: what a noun phrase looks like, told from its words alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from seedbed.text.words import Word, Words, academic_words, stop_words

LONGEST = 3
"""Words in a phrase."""

_JOINS = {" ": " ", "-": "-", "‐": "-", "‑": "-"}
_INSIDE = frozenset({"of"})
_NOT_ADVERBS = frozenset(
    {"anomaly", "assembly", "family", "monopoly", "supply", "butterfly", "italy", "ally", "fly"}
)
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Candidates:
    """Phrases, and how often their text has each; the five tuples run side by side.

    Attributes:
        keys: The stems of a phrase's words; of a single word, its singular. What has the same key is one.
        terms: The same, but of a single word its stem, which more words have in common.
        firsts: The number of its first word where the text first has it.
        lasts: The number of its last word there.
        times: How often the text has it.
    """

    keys: tuple[str, ...]
    terms: tuple[str, ...]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    times: tuple[int, ...]


def candidates(plain: str, words: Words) -> Candidates:
    """Every run of one to three words that could name a subject, in the order in which each first stands.

    A word of grammar or of reasoning ends a run ("of" may stand within one), and so does all but a space or
    a hyphen. No phrase begins or ends within a hyphened word: "art models" is none of "state-of-the-art
    models".
    """
    joins = _joins(plain, words)
    says = [_says_something(word.folded) for word in words.all]
    stems = [word.stem for word in words.all]
    terms: list[str] = []
    firsts: list[int] = []
    lasts: list[int] = []
    times: dict[str, int] = {}
    for first, word in enumerate(words.all):
        if not says[first] or joins[first] == "-":
            continue
        last = first
        while last == first or (last < first + LONGEST and joins[last]):
            if says[last]:
                if joins[last + 1] != "-":
                    key = " ".join(stems[first : last + 1]) if last > first else word.singular
                    if key not in times:
                        terms.append(key if last > first else word.stem)
                        firsts.append(first)
                        lasts.append(last)
                    times[key] = times.get(key, 0) + 1
            elif words.all[last].folded not in _INSIDE:
                break
            last += 1
    return Candidates(tuple(times), tuple(terms), tuple(firsts), tuple(lasts), tuple(times.values()))


def phrase_key(phrase: Sequence[Word]) -> str:
    """What phrases that count as one have in common, as `Candidates.keys` has it."""
    return " ".join([word.stem for word in phrase]) if len(phrase) > 1 else phrase[0].singular


def _joins(plain: str, words: Words) -> list[str]:
    """For each word "-", " ", or "" as it is joined to the one before; and one "" behind them all."""
    joins = [
        _JOINS.get(plain[end:start], "") for end, start in zip(words.ends, words.starts[1:], strict=False)
    ]
    return ["", *joins, ""] if words.all else [""]


@cache
def _idle_words() -> frozenset[str]:
    return stop_words() | academic_words()


@lru_cache(maxsize=1 << 17)
def _says_something(word: str) -> bool:
    if len(word) < _SHORTEST or not word[0].isalpha() or word in _idle_words():
        return False
    return not word.endswith("ly") or word in _NOT_ADVERBS
