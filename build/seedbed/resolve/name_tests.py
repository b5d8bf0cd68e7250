"""Ways in which two names may be one name: each test looks at the names alone."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from seedbed.text.names import Name, read_name

LONG_WORD = 6
"""Letters from which on one of them may be a slip; a shorter word is often another name."""


def same_letters(one: Name, other: Name) -> bool:
    """The same letters in the same order; accents, case, hyphens, spaces and spelled-out umlauts apart.

    Where both names carry accents, the accents must agree: "Văn" and "Vân" are two names. Where the words are
    parted differently, the family name of one must still end the other.
    """
    if one.suffix != other.suffix:
        return False
    if one.letters == other.letters:
        return _marks_agree(one, other) and _families_agree(one, other)
    return one.spelled == other.letters != one.letters or other.spelled == one.letters != other.letters


def _marks_agree(one: Name, other: Name) -> bool:
    if not one.marks or not other.marks:
        return True
    return all(
        mine == theirs or not mine or not theirs for mine, theirs in zip(one.marks, other.marks, strict=False)
    )


def _families_agree(one: Name, other: Name) -> bool:
    if one.family == other.family or one.native:
        return True
    return one.family_letters in _endings(other.parts) or other.family_letters in _endings(one.parts)


def _endings(parts: Sequence[str]) -> set[str]:
    return {"".join(parts[start:]) for start in range(len(parts))}


def name_order(one: Name, other: Name) -> bool:
    """In scripts that write the family name first: the same words, in either order."""
    return one.native and other.native and len(one.parts) > 1 and sorted(one.parts) == sorted(other.parts)


def nickname(one: Name, other: Name) -> bool:
    """One states the other in brackets: "Robert (Bob) Smith" is "Bob Smith", and "Robert Smith"."""
    return _states(one, other) or _states(other, one)


def _states(one: Name, other: Name) -> bool:
    if any(same_letters(read_name(alias), other) for alias in one.aliases):
        return True
    if not one.nicknames or one.suffix != other.suffix or one.family != other.family:
        return False
    return other.given == one.given or (other.given[:1] == one.nicknames[:1] and len(other.given) == 1)


def middle_name(one: Name, other: Name) -> bool:
    """The same first and family name; a middle name or initial stands in one only, or is an initial there."""
    return (
        _comparable(one, other)
        and len(one.given[0]) > 1
        and one.given[0] == other.given[0]
        and _given_agree(one.given, other.given)
    )


def initials(one: Name, other: Name) -> bool:
    """The same family name; the first name of one is an initial that begins the other's."""
    return (
        _comparable(one, other)
        and min(len(one.given[0]), len(other.given[0])) == 1
        and _given_agree(one.given, other.given)
    )


def _comparable(one: Name, other: Name) -> bool:
    """Same family name and suffix, a given name in each, and not the same letters throughout.

    Names of the same letters are left to `same_letters`: if they are two there, their accents say so.
    """
    return bool(
        one.letters != other.letters
        and one.given
        and other.given
        and one.family
        and one.family_letters == other.family_letters
        and one.suffix == other.suffix
    )


def _given_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the shorter list of given names stands within the longer, in order, an initial for a name."""
    fewer, more = sorted((one, other), key=len)
    if not _begins(fewer[0], more[0]):
        return False
    rest = iter(more[1:])
    return all(any(_begins(name, candidate) for candidate in rest) for name in fewer[1:])


def _begins(one: str, other: str) -> bool:
    if min(len(one), len(other)) > 1:
        return one == other
    return one[0] == other[0]


def second_family_name(one: Name, other: Name) -> bool:
    """One has a word more, at its end ("Ana García", "Ana García Ruiz"), or before its family name."""
    if one.native or other.native or one.suffix != other.suffix or one.family_letters == other.family_letters:
        return False
    fewer, more = sorted((one, other), key=lambda name: len(name.parts))
    if len(fewer.parts) < 2 or len(more.parts) != len(fewer.parts) + 1 or len(fewer.given[0]) < 2:  # noqa: PLR2004
        return False
    if min(len(part) for part in (fewer.parts[-1], more.parts[-1])) < 2:  # noqa: PLR2004 (an initial is no family name)
        return False
    if more.parts[:-1] == fewer.parts:
        return True
    return more.given == fewer.given and more.family[-len(fewer.family) :] == fewer.family


def initial_and_family_name(one: Name, other: Name) -> bool:
    """One has a further family name, and one a given name as an initial: "A García", "Ana García Ruiz"."""
    if one.native or other.native or one.suffix != other.suffix:
        return False
    fewer, more = sorted((one, other), key=lambda name: len(name.parts))
    if not (fewer.family and fewer.given and more.given) or min(map(len, (*fewer.family, *more.family))) < 2:  # noqa: PLR2004
        return False
    if min(len(fewer.given[0]), len(more.given[0])) > 1:
        return False
    if more.family[1:] == fewer.family:
        return _given_agree(fewer.given, more.given)
    given = more.parts[: -1 - len(fewer.family)]
    return bool(given) and more.parts[len(given) : -1] == fewer.family and _given_agree(fewer.given, given)


def swapped(one: Name, other: Name) -> bool:
    """The family name of one stands first in the other; no initial among them."""
    if one.native or other.native or one.suffix != other.suffix or min(map(len, one.parts)) < 2:  # noqa: PLR2004
        return False
    return bool(one.family) and one.letters != other.letters and one.family + one.given == other.parts


def swapped_initial(one: Name, other: Name) -> bool:
    """The family name of one stands first in the other, whose given name it writes as an initial."""
    if one.native or other.native or not len(one.parts) == len(other.parts) == 2:  # noqa: PLR2004
        return False
    short, full = sorted((one, other), key=lambda name: len(name.parts[0]))
    return (
        len(short.parts[0]) == 1 and short.parts[1:] == full.parts[:1] and full.parts[1][0] == short.parts[0]
    )


def suffix(one: Name, other: Name) -> bool:
    """The same name; one of them has "Jr." or the like."""
    return (
        bool(one.suffix) != bool(other.suffix) and one.letters == other.letters and _marks_agree(one, other)
    )


def one_letter(one: Name, other: Name) -> bool:
    """One long word differs by one letter, missing, added, changed or transposed; all others are the same.

    Not at the word's beginning, where another letter makes another name; not in a last vowel ("Ivanov",
    "Ivanova"; "Michele", "Michela"); not between "-sen" and "-son".
    """
    if one.native or other.native or one.suffix != other.suffix or len(one.parts) != len(other.parts):
        return False
    if len(one.given) != len(other.given) or not one.family:
        return False
    differing = [
        (mine, theirs) for mine, theirs in zip(one.parts, other.parts, strict=True) if mine != theirs
    ]
    return len(differing) == 1 and slip(*differing[0])


def slip(one: str, other: str) -> bool:
    """Whether two words are one word, once with a letter wrong."""
    if min(len(one), len(other)) < LONG_WORD or one[0] != other[0]:
        return False
    shorter, longer = sorted((one, other), key=len)
    if longer[:-1] == shorter or (len(one) == len(other) and one[:-1] == other[:-1]):
        return False
    if {one[-3:], other[-3:]} == {"sen", "son"}:
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1
