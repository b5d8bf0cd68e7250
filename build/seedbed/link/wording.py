"""How a phrase is written: the wording to show, and whether it reads as the name of something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from seedbed.text.words import singular, split_words, without_possessive, words

MOST_WORDINGS = 6
CLOSE = 0.6

_NOT_NOUNS = (
    *("ed", "ive", "al", "ic", "ous", "able", "ible", "ful", "less", "ly", "ary", "ent", "ant", "ish"),
    *("ised", "ized", "ise", "ize", "ify", "ward", "wise", "ular", "inear", "stellar"),
)
_NOUNS_ALL_THE_SAME = frozenset(
    "accident agent animal approval archive arithmetic boundary canal capital clinic coefficient component "
    "content coral crystal current denial event fabric festival fish gradient hospital incentive ingredient "
    "interval journal library logic magic mammal metal metric mineral mosaic music narrative objective "
    "panic parent participant patient pandemic plant plastic portal potential proposal removal restaurant "
    "retrieval rhetoric rival salary seed signal goal speed statistic student survival table topic traffic "
    "trial variable variant vocabulary".split()
)
"""Nouns that end as adjectives do."""
_INSTITUTIONS = frozenset(
    "university universität université universidad universidade università universitat universiteit "
    "department departamento département dipartimento institute institut instituto instituut istituto "
    "faculty facultad fakultät faculté facoltà".split()
)
"""What names of institutions hold, in the languages in which most are written."""


def is_nominal(surfaces: Mapping[str, int]) -> bool:
    """Whether some wording of a phrase ends in what looks like a noun.

    A plural is a noun, whatever its ending ("latents"); what is never seen but as an adjective is none.
    """
    return any(_noun_like(_last(surface)) for surface in surfaces)


def names_institution(surfaces: Mapping[str, int]) -> bool:
    """Whether a phrase is where somebody works: "Columbia University", and no "university students"."""
    named = [word for surface in surfaces for word in split_words(surface) if word.folded in _INSTITUTIONS]
    return bool(named) and all(word.surface[0].isupper() for word in named)


def is_short_form(word: str) -> bool:
    """Whether a word is written as short forms are: "SAE", "CoT", "RLHF"."""
    return not word.islower() and sum(letter.isupper() for letter in word) > 1


def is_proper(surfaces: Mapping[str, int]) -> bool:
    """Whether a single word is never written without a capital, as a name is."""
    return not any(surface.islower() for surface in surfaces)


def are_close(one: str, other: str) -> bool:
    """Whether two words with one stem are forms of one word: most of their letters are the same."""
    same = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        same += 1
    return same >= CLOSE * max(len(one), len(other))


def label_of(surfaces: Mapping[str, int]) -> tuple[str, tuple[str, ...]]:
    """The wording to show for a phrase, and its other wordings, most used first, case not counting.

    The singular is shown when any text uses it; capitals only for words that no text writes without.
    """
    written: Counter[str] = Counter()
    for surface, count in surfaces.items():
        written[_plain_wording(surface)] += count
    ranked = sorted(written, key=lambda wording: (not _noun_like(_last(wording)), -written[wording], wording))
    chosen = ranked[0]
    one = _in_singular(chosen)
    if one in written:
        chosen = one
    label = _capitals(chosen, surfaces)
    others = sorted((each for each in written if each != chosen), key=lambda each: (-written[each], each))
    return label, tuple(_capitals(each, surfaces) for each in others[:MOST_WORDINGS])


def _noun_like(word: str) -> bool:
    if singular(word) != word or word.endswith("ment") or word in _NOUNS_ALL_THE_SAME:
        return True
    return not word.endswith(_NOT_NOUNS)


def _last(wording: str) -> str:
    return split_words(wording)[-1].folded


def _in_singular(wording: str) -> str:
    """A wording with its noun in the singular; "kinematics" has none."""
    last = words(wording).starts[-1]
    return wording if wording.endswith("ics") else wording[:last] + singular(wording[last:])


def _capitals(wording: str, surfaces: Mapping[str, int]) -> str:
    """The wording with the capitals of the plainest surface that is written so."""
    same = [without_possessive(surface) for surface in surfaces if _plain_wording(surface) == wording]
    return min(same, key=lambda surface: (sum(letter.isupper() for letter in surface), surface))


def _plain_wording(surface: str) -> str:
    return without_possessive(surface).casefold()
