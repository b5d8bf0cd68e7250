"""The phrases that texts may be about: what a noun phrase looks like, told from its words alone.

A phrase is a run of one to three words that could name a subject. A word of grammar or of reasoning ends a
run ("of" may stand within one), and so does all but a space or a hyphen. No phrase begins or ends within a
hyphened word: "art models" is none of "state-of-the-art models".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from seedbed.link.columns import HYPHEN, SPACE, Numbers
from seedbed.text.words import Word, academic_words, stop_words

LONGEST = 3
"""Words in a phrase."""

Flags = npt.NDArray[np.bool_]

_INSIDE = frozenset({"of"})
_NOT_ADVERBS = frozenset(
    {"anomaly", "assembly", "family", "monopoly", "supply", "butterfly", "italy", "ally", "fly"}
)
_SHORTEST = 2
# Names in other languages stand in English texts, too. And of what is said in Latin, words that tell nothing
# without the one before: "in situ", "de novo".
_FOREIGN = frozenset(
    "al au aux da das de degli del dell della delle den der des di dos du el en et für il im la las le les "
    "los och og para pour sur um und van von zu zum zur".split()
)
_LATIN = frozenset("hoc novo priori posteriori silico situ vitro vivo".split())


@dataclass(frozen=True, slots=True)
class Run:
    """Words of all texts, one behind the other.

    Attributes:
        says: Whether a phrase may begin or end with the word.
        inside: Whether it may stand within one all the same.
        joins: The kind of gap before each, and one more behind them all; apart before the first of a text.
    """

    says: Flags
    inside: Flags
    joins: Numbers


def phrases(run: Run) -> tuple[Numbers, ...]:
    """For each length from one word, the numbers of the words at which a phrase of it begins, ascending."""
    hyphened = run.joins == HYPHEN
    joined = hyphened | (run.joins == SPACE)
    begins = run.says & ~hyphened[:-1]
    ends = run.says & ~hyphened[1:]
    one = np.flatnonzero(begins & ends)
    onward = np.flatnonzero(begins & joined[1:]) + 1  # the second words of longer phrases
    two = onward[ends[onward]] - 1
    third = onward[(run.says | run.inside)[onward] & joined[onward + 1]] + 1
    three = third[ends[third]] - 2
    return tuple(words.astype(np.int32) for words in (one, two, three))


def phrase_key(phrase: Sequence[Word]) -> str:
    """What phrases that count as one have in common: the stems of words; of a single word, its singular."""
    return " ".join([word.stem for word in phrase]) if len(phrase) > 1 else phrase[0].singular


@cache
def _idle_words() -> frozenset[str]:
    return stop_words() | academic_words() | _FOREIGN | _LATIN


def says_something(word: str) -> bool:
    """Whether a phrase may begin or end with a folded word."""
    if len(word) < _SHORTEST or not word[0].isalpha() or word in _idle_words():
        return False
    return not word.endswith("ly") or word in _NOT_ADVERBS


def may_stand_within(word: str) -> bool:
    """Whether a folded word that says nothing by itself may stand within a phrase."""
    return word in _INSIDE
