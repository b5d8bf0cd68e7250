"""Words: where they stand in a text, what is left of them without endings, and which are everyday words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in order; the three tuples run side by side.

    A hyphen parts words ("chain-of-thought" is three); an apostrophe within one does not.

    Attributes:
        surfaces: As they stand.
        starts: The offset of each.
        ends: The offset behind each.
    """

    surfaces: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def words(text: str) -> Words:
    """The words of `text`."""
    surfaces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        surfaces.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    return Words(tuple(surfaces), tuple(starts), tuple(ends))


def fold(word: str) -> str:
    """The word without case and without a possessive ending: "Humanity’s" is "humanity"."""
    folded = word.casefold().replace("’", "'")
    return folded.removesuffix("'s")


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


def stems(folded: Iterable[str]) -> list[str]:
    """The stem of each folded word by Snowball's rules for English ("hacks", "hacking": "hack")."""
    return _stemmer().stemWords([word.replace("'", "") for word in folded])  # type: ignore[no-any-return]


@cache
def _stemmer():  # type: ignore[no-untyped-def]  # noqa: ANN202
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
