"""Short forms that a text defines: "sparse autoencoders (SAEs)", "Chain-of-Thought (CoT)".

The letters are matched as A. Schwartz and M. Hearst do ("A simple algorithm for identifying abbreviation
definitions in biomedical text", 2003): from the right, each letter of the short form somewhere in the long
form, the first at the beginning of a word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from seedbed.link.phrases import phrase_key
from seedbed.text.words import words as words_of

_IN_BRACKETS = re.compile(r"\s\(([^\W\d_][\w.\-]{0,9})\)")
_MORE_WORDS = 5
_FEWEST_CAPITALS = 2
_MOST_CAPITALS_A_WORD = 2


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form and the words that it stands for.

    Attributes:
        short: In the singular ("SAE").
        start: Offset of the long form in its text.
        end: Offset behind it.
        key: Of the long form, as `seedbed.link.phrases.phrase_key` has it.
    """

    short: str
    start: int
    end: int
    key: str


def definitions(plain: str) -> tuple[Definition, ...]:
    """The short forms in brackets whose letters are those of the words before them."""
    if _IN_BRACKETS.search(plain) is None:
        return ()
    words = words_of(plain)
    found = []
    for match in _IN_BRACKETS.finditer(plain):
        short = _singular(match.group(1))
        if _capitals(short) < _FEWEST_CAPITALS:
            continue
        behind = bisect_left(words.starts, match.start())
        earliest = max(0, behind - min(len(short) + _MORE_WORDS, 2 * len(short)))
        first = _first_word(short, [word.surface for word in words.all[earliest:behind]])
        if first is not None:
            first += earliest
            if _capitals(short) > _MOST_CAPITALS_A_WORD * (behind - first):
                continue
            key = phrase_key(words.all[first:behind])
            found.append(Definition(short, words.starts[first], words.ends[behind - 1], key))
    return tuple(found)


def _singular(short: str) -> str:
    return short[:-1] if short.endswith("s") and short[:-1].isupper() else short


def _capitals(short: str) -> int:
    return sum(letter.isupper() for letter in short)


def _first_word(short: str, before: list[str]) -> int | None:
    """Which of the words before the brackets the long form begins with; None where the letters do not fit."""
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    word = len(before) - 1
    place = len(before[word]) - 1 if before else -1
    for index in range(len(letters) - 1, -1, -1):
        while True:
            if word < 0:
                return None
            if place < 0:
                word -= 1
                place = len(before[word]) - 1
                continue
            fits = before[word][place].casefold() == letters[index]
            place -= 1
            if fits and (index > 0 or place < 0):
                break
    return word
