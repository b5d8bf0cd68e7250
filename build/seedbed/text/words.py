"""Words: where they stand in a text, what is left of them without endings, and which are everyday words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million".split()
)
"""Words that count things; which they count is for others to say."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PARTS = re.compile(f"({_WORD.pattern})")


@dataclass(frozen=True, slots=True)
class Word:
    """A word by itself, and what is left of it without its endings.

    Attributes:
        surface: As it stands.
        folded: Without case and without a possessive ending.
        singular: Without a plural's ending, too.
        stem: Without any ending, by Snowball's rules for English ("hacks", "hacking": "hack").
    """

    surface: str
    folded: str
    singular: str
    stem: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in order; the three tuples run side by side.

    A hyphen parts words ("chain-of-thought" is three); an apostrophe within one does not.

    Attributes:
        all: The words.
        starts: The offset of each.
        ends: The offset behind each.
    """

    all: tuple[Word, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def words(text: str) -> Words:
    """The words of `text`."""
    spans = [match.span() for match in _WORD.finditer(text)]
    if not spans:
        return Words((), (), ())
    starts, ends = zip(*spans, strict=True)
    return Words(tuple([word(text[start:end]) for start, end in spans]), starts, ends)


def split_words(text: str) -> tuple[Word, ...]:
    """The words of `text`, without their places."""
    return tuple(map(word, _WORD.findall(text)))


def parts_of(text: str) -> list[str]:
    """What stands before the first word of `text`, that word, what stands before the next, and so on.

    It takes half the time of `words`.
    """
    return _PARTS.split(text)


def read_words(surfaces: Iterable[str]) -> list[Word]:
    """The same as `word` for each, where there are many."""
    listed = list(surfaces)
    folded = list(map(fold, listed))
    stems = _stemmer().stemWords([each.replace("'", "") for each in folded])
    return list(map(Word, listed, folded, map(singular, folded), stems))


def surfaces_of(text: str) -> list[str]:
    """The words of `text` as they stand, and nothing else of them."""
    return _WORD.findall(text)


@lru_cache(maxsize=1 << 17)
def word(surface: str) -> Word:
    """A word as it stands in a text."""
    folded = fold(surface)
    stem = _stemmer().stemWord(folded.replace("'", ""))
    return Word(surface, folded, singular(folded), stem)


def fold(word: str) -> str:
    """The word without case and without a possessive ending: "Humanity’s" is "humanity"."""
    folded = word.casefold().replace("’", "'")
    return folded.removesuffix("'s")


def without_possessive(word: str) -> str:
    """The word as it stands, without a possessive ending: "Humanity’s" is "Humanity"."""
    return word.removesuffix("'s").removesuffix("’s")


def singular(word: str) -> str:
    """A folded English noun without the ending of its plural: "bodies" is "body", "classes" is "class".

    Made to let the forms of one word meet, not to be read: "lens" loses its s in both places where it stands.
    """
    if len(word) <= _SHORT or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]


_SHORT = 2


@cache
def _stemmer() -> Any:
    from Stemmer import Stemmer  # noqa: PLC0415 - only linking needs it

    return Stemmer("english")


@cache
def common_words() -> frozenset[str]:
    """The eleven thousand or so most common words of English, inflections among them."""
    return _word_list("common_words.txt")


def is_common(word: str) -> bool:
    """Whether a folded word, or its singular, is among the `common_words`."""
    return word in common_words() or singular(word) in common_words()


@cache
def stop_words() -> frozenset[str]:
    """Words of English that hold sentences together and say nothing of their subject."""
    return _word_list("stop_words.txt")


@cache
def academic_words() -> frozenset[str]:
    """Words that papers and conversations on any subject are made of ("results", "propose", "previous")."""
    return _word_list("academic_words.txt")


def _word_list(name: str) -> frozenset[str]:
    lines = (files("seedbed.text") / name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
