"""What a turn has of a work, clue by clue, and whether that is enough to tie the two.

A word that is a work's own in this library may be anybody's elsewhere: "every nap in our house" is not about
the paper on naps, though no other paper has the word. So one such word ties nothing by itself. Two clues that
have nothing to do with each other hardly ever meet by chance, and fewer are needed where the conversation
leads to the work by other ways: a creator is named, or the turn before was about it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from seedbed.link.corpus import Corpus
from seedbed.link.paragraphs import Telling
from seedbed.link.terms import Terms
from seedbed.text.words import NUMBERS

BACKS = 0.11
"""What clues beside the leading one must say together."""

COUNTS = 0.1
"""What a clue must say to be counted."""

OF_NAMED = 2
"""Clues that are enough for a work whose creator is named in the turn."""

TELLS = 0.5
"""What one clue must say that is enough for it, if it is no everyday word."""

OF_BEFORE = 2
"""Clues that are enough for a work of a speaker that the turn before was about."""

OF_SPEAKER = 4
"""Clues that are enough for a work of a speaker."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Words of a work that a turn has, apart from all others that it has.

    Attributes:
        stems: The words, by number.
        value: The most that a term of them says for the work.
        everyday: Whether all of them are common words.
        phrase: Whether the turn has several of them side by side, as the work has; "pre-training" is one.
        times: How often it has the longest of these terms.
    """

    stems: frozenset[int]
    value: float
    everyday: bool
    phrase: bool
    times: int


def clues(parts: Iterable[Telling], work: int, corpus: Corpus, terms: Terms) -> list[Clue]:
    """What some paragraphs have of a work, the most telling first; words of one phrase are one clue.

    A number alone is none: two thousand of these are not ten thousand of those.
    """
    rows: list[tuple[int, float, int, int]] = []
    for part in parts:
        here = np.flatnonzero(part.works == work)
        lengths = terms.lengths[part.terms[here]].tolist()
        rows += zip(
            lengths,
            part.values[here].tolist(),
            part.places[here].tolist(),
            part.times[here].tolist(),
            strict=True,
        )
    found: list[Clue] = []
    for length, value, place, times in sorted(rows, key=lambda row: (-row[0], -row[1], row[2])):
        if length == 1 and corpus.surface(place, place).casefold() in NUMBERS:
            continue
        stems = frozenset(corpus.stem[place : place + length].tolist())
        everyday = bool(corpus.common(np.arange(place, place + length)).all())
        phrase = " " in corpus.surface(place, place + length - 1)
        new = Clue(stems, value, everyday, phrase, times)
        apart = []
        for each in found:
            if each.stems.isdisjoint(stems):
                apart.append(each)
            else:
                new = _together(each, new)
        found = [*apart, new]
    return sorted(found, key=lambda clue: -clue.value)


def _together(one: Clue, other: Clue) -> Clue:
    # The same phrase in another paragraph is said once more; a part of it is not.
    again = one.times + other.times if one.stems == other.stems else max(one.times, other.times)
    return Clue(
        one.stems | other.stems,
        max(one.value, other.value),
        one.everyday and other.everyday,
        one.phrase or other.phrase,
        again,
    )


def is_backed(found: list[Clue], *, creator_named: bool, by_creator: bool, known: bool) -> bool:
    """Whether more than one everyday phrase, or one word, speaks for a work.

    Args:
        found: What the turn has of the work.
        creator_named: Whether the turn names a creator who takes no part in the conversation.
        by_creator: Whether a creator of the work speaks; who made it may well come back to one word of it.
        known: Whether one phrase of the work may mean it: a creator takes part, or it is most of its title.
            Elsewhere it may be a subject's that many write about: "lottery tickets", "transformative AI".
    """
    if not found:
        return False
    leading, *others = found
    if (
        creator_named
        or (leading.phrase and not leading.everyday and known)
        or (by_creator and leading.times > 1)
    ):
        return True
    return sum(clue.value for clue in others) >= BACKS


def are_enough(found: list[Clue], *, creator_named: bool, of_speaker: bool, before: bool) -> bool:
    """Whether clues none of which can lead to a work do so together.

    Args:
        found: What one paragraph has of the work.
        creator_named: Whether the turn names a creator who takes no part in the conversation.
        of_speaker: Whether somebody who takes part is a creator of it.
        before: Whether the turn before was about it.
    """
    counted = [clue for clue in found if clue.value >= COUNTS]
    telling = any(clue.value >= TELLS and not clue.everyday for clue in found)
    if creator_named and (len(counted) >= OF_NAMED or telling):
        return True
    if not of_speaker or all(clue.everyday for clue in found):
        return False
    return len(counted) >= (OF_BEFORE if before else OF_SPEAKER)
