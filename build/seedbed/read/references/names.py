"""The names of a reference, in the orders that styles have: "Ann Lee", "Lee, A.", "Lee, Ann, and Bo Ek"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedbed.model.record import NameList
from seedbed.read.creators import is_name_list, is_organisation, read_names, without_marks
from seedbed.read.references.vancouver import ABBREVIATED, vancouver_names
from seedbed.read.vocabulary import FUNCTION_WORDS, PARTICLES
from seedbed.text.names import is_native

_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?){1,4}")
_BARE_INITIALS = re.compile(r"[A-Z]{1,3}")
"""As in "Lee AB", of which family name and given names would be taken for each other."""
_BETWEEN = re.compile(r"\s*(?:,\s*(?:and|&|und|y)?|;|\band\b|&|\bund\b)\s+")
_SUFFIX = re.compile(r"(?<=[^\W\d_]\.), ((?:Jr|Sr)\b\.?|I{2,3}\b|IV\b)(?=[,;]|$| & | and )")
_TIE = "\0"
"""In place of the comma before a suffix, while commas part the names."""
_GROUP = re.compile(r",? (?:&|and) (?:the )?(?P<name>[^\W\d_a-z][^,;&.]{3,80})\.?$")
"""What may be named behind the people: "Lee, A., & the Rain Consortium"."""
_OTHERS = re.compile(
    r",? (?:et\.? al\.?|u\. ?a\.?|(?:and|&) (?:\d{1,4} )?(?:others|[Cc]o-?authors)|\.\.\.|…)$"
)
_LEFT_OUT = re.compile(r",? (?:…|\. \. \.|\.\.\.),? (?:& |and )?(?=[^\W\d_])")
"""Between the first and the last of more names than a style lists."""
_ON_BEHALF = re.compile(r",? (?:on behalf of|for) the [^\W\d_a-z][^,.;:]{3,80}\.?$")
"""For whom people wrote something, who are named no further."""
_ONE_OF_SEVERAL = re.compile(r"[^\W\d_]+,? et\.? al\.?")
"""A family name alone, which names nobody surely."""
_EDITORS = re.compile(
    r",? ?(?:\((?:eds?|hg|hrsg|dir|coord)s?\.?\)|\b(?:eds?\.?|editors?|hrsg\.))$", re.IGNORECASE
)
_BETWEEN_INVERTED = re.compile(r"\s*(?:;|&|\band\b)\s+")
_BETWEEN_ABBREVIATED = re.compile(r"(?<=\w)(?:,? ?(?:&|\band\b) |,\s?(?=[^\W\d_]))")
_LAST_INITIAL = re.compile(r"(?<=\. [^\W\d_a-z])$|(?<=[^\W\d_] [^\W\d_a-z])$")
"""Behind an initial that ends the names, where its full stop is lost."""
_ENDS_SENTENCE = re.compile(r"[^\W\d_]{5}\.$")
_ENDS_TITLE = re.compile(r"[^\W\d_]{3}\. |[?!] ")
"""As of a title in front of the names: "Boredom. Lee, A."."""
_YEAR = re.compile(r"\d{4}")
_OF_PLACE = re.compile(r"^The .* of ")
"""As in "The Rain Times of Cork", which is a newspaper."""
_ENDS_INSIDE = re.compile(r"\S [^\W\d_]{4,}\. \S")
"""A family name that ends a sentence, with more behind it: "Ann Moelling. Annals of Rain"."""
_FAMILY = re.compile(r"(?:['’]t )?[^\W\d_]")
"""How a family name begins: "'t Hooft" is one, too."""
_LONGEST_NAME = 5
_BEFORE_FAMILY = frozenset("bin binti da de del della den der di do dos el la las los ten van von".split())
_LONGEST_GIVEN = 2
_FEWEST_PAIRED = 2
_LEAST_INITIALS = 0.5
"""Of the given names, how many have to end on initials."""


def reference_names(text: str) -> NameList | None:
    """The creators that `text` names, as a reference begins with them; not that they edit the work."""
    if _ONE_OF_SEVERAL.fullmatch(text):
        return NameList((), complete=False)
    stated = _LAST_INITIAL.sub(".", _EDITORS.sub("", text).strip(" ,"))
    found = (
        listed_names(stated)
        or abbreviated_names(stated)
        or paired_inverted(stated)
        or _all_inverted(stated)
        or first_inverted(stated)
    )
    return found or one_inverted(stated) or single_name(stated)


def listed_names(text: str) -> NameList | None:
    """The names that `text` surely lists: several, or one with initials; "Family, I." is kept as stated."""
    inverted = inverted_names(text)
    if inverted is not None:
        return inverted
    if not is_name_list(text):
        return None
    listed = read_names(text)
    words = [name.split() for name in listed.names if not is_native(name)]
    if any(not 1 < len(each) <= _longest(each) or _BARE_INITIALS.fullmatch(each[-1]) for each in words):
        return None
    if not words:
        return None  # words of such a script may be anything's
    several = len(listed.names) > 1 or not listed.complete
    initials = any(_INITIALS.fullmatch(word) for each in words for word in each)
    return listed if listed.names and (several or initials) else None


def _longest(words: Sequence[str]) -> int:
    """How many words a name may have: more with those before a family name ("Dr. Ann Lee de la Roe")."""
    return _LONGEST_NAME + sum(1 for word in words if word in _BEFORE_FAMILY)


def abbreviated_names(text: str, *, one_too: bool = False) -> NameList | None:
    """Several names with bare initials behind them, and perhaps a full stop: "Lee AB*, Ek C. & Roe D".

    Args:
        text: What may be a list of names.
        one_too: Whether it may be one alone, too.
    """
    others = _OTHERS.search(text)
    stated = without_marks(_ON_BEHALF.sub("", text[: others.start()] if others else text))
    listed = _LEFT_OUT.sub(", ", stated)
    parted = _BETWEEN_ABBREVIATED.sub(", ", listed.replace(".", ""))
    enough = one_too or ", " in parted or others is not None
    if not enough or not FUNCTION_WORDS.isdisjoint(parted.split()) or ABBREVIATED.fullmatch(parted) is None:
        return None
    return vancouver_names(parted, complete=others is None and listed == stated)


def single_name(text: str) -> NameList | None:
    """One full name."""
    words = text.split()
    fits = 1 < len(words) <= _longest(words) and is_name_list(text)
    fits = fits and not any(form.search(text) for form in (_OF_PLACE, _YEAR, _ENDS_INSIDE))
    listed = read_names(text) if fits else None
    return NameList((text.strip(),)) if listed and len(listed.names) == 1 and listed.complete else None


def one_or_several(text: str) -> NameList | None:
    """The names that `text` surely lists, or the one full name that it is."""
    return listed_names(text) or single_name(text)


def first_inverted(text: str) -> NameList | None:
    """Two or more names of which the first one alone has its family name in front: "Lee, Ann, and Bo Ek".

    It has it there surely where one word stands before the comma or one behind it: a whole name has two.
    """
    others = _OTHERS.search(text)
    family, given, *names = _BETWEEN.split(text[: others.start()] if others else text) + [""] * 2
    names = [name for name in names if name]
    if not given or not (names or others) or not is_name_list(f"{family} {given}"):
        return None
    if _ENDS_TITLE.search(family):
        return None
    bearing = [word for word in family.split() if word not in PARTICLES]
    middle = given.split()[1:]
    whole = len(bearing) > 1 and not all(map(_INITIALS.fullmatch, middle))
    if whole or any(map(_INITIALS.fullmatch, bearing)):
        return None
    if any(not 1 < len(name.split()) <= _LONGEST_NAME or not is_name_list(name) for name in names):
        return None
    return NameList((f"{family}, {given}", *names), complete=others is None)


def one_inverted(text: str) -> NameList | None:
    """One name with the family name in front: "Lee, Ann Bea"."""
    stated = _EDITORS.sub("", text)
    family, comma, given = stated.partition(", ")
    words = given.split()
    several = any(map(_INITIALS.fullmatch, family.split()[-1:])) or "," in given
    several = several or len(words) > _LONGEST_GIVEN or len(family.split()) > _LONGEST_NAME
    several = several or any(map(_ENDS_SENTENCE.search, words)) or _ENDS_TITLE.search(family) is not None
    several = several or is_native(family)
    fits = bool(comma) and bool(words) and not several and is_name_list(family) and is_name_list(given)
    return NameList((stated,)) if fits else None


def paired_inverted(text: str) -> NameList | None:
    """Several names in full, family names in front, parted by nothing but commas: "Lee, Ann B., Ek, Bo C.".

    That is sure where most given names end on an initial, and no family name does.
    """
    others = _OTHERS.search(text)
    parts = [
        part.removeprefix("and ").removeprefix("& ") for part in text[: others and others.start()].split(", ")
    ]
    families, given = parts[::2], parts[1::2]
    if len(given) < _FEWEST_PAIRED or len(families) != len(given):
        return None
    if any(map(_INITIALS.fullmatch, " ".join(families).split())):
        return None
    initials = sum(1 for name in given if _INITIALS.fullmatch(name.split()[-1] if name else ""))
    if initials < _LEAST_INITIALS * len(given):
        return None
    names = [one_inverted(f"{family}, {name}") for family, name in zip(families, given, strict=True)]
    if None in names:
        return None
    return NameList(tuple(name for found in names if found for name in found.names), complete=others is None)


def _all_inverted(text: str) -> NameList | None:
    """Several names in full, all with the family name in front: "Lee, Ann & Ek, Bo"."""
    parts = [one_inverted(part) for part in _BETWEEN_INVERTED.split(text)]
    names = tuple(name for part in parts if part for name in part.names)
    return NameList(names) if len(parts) > 1 and None not in parts else None


def _has_small_words(family: str) -> bool:
    """Whether several words, said to be a family name, have one that no family name has: "Rain in Cork"."""
    words = family.split()
    return len(words) > 1 and any(word.islower() and word not in PARTICLES for word in words)


def _whole(given: str) -> str:
    """Initials, and a suffix behind them, with their last full stop, which may be lost."""
    initials, tie, suffix = given.partition(_TIE)
    last = "" if suffix.endswith(("I", "V")) else "."
    return f"{initials.rstrip('.')}.{', ' if tie else ''}{suffix.rstrip('.')}{last if tie else ''}"


def inverted_names(text: str) -> NameList | None:
    """Names that all have the family name in front, and initials behind it; a group may be named last."""
    others = _OTHERS.search(text)
    stated = without_marks(text[: others.start()] if others else text)
    listed = _LEFT_OUT.sub(", ", stated)
    last = _GROUP.search(listed) if "&" in listed or " and " in listed else None
    group = (last["name"],) if last and is_organisation(last["name"]) else ()
    parted = listed[: last.start()] if last and group else listed
    parts = [part for part in _BETWEEN.split(_SUFFIX.sub(f"{_TIE}\\1", parted)) if part]
    given, families = parts[1::2], parts[::2]
    if (
        not given
        or len(given) != len(families)
        or not all(_INITIALS.fullmatch(f"{part.partition(_TIE)[0].rstrip('.')}.") for part in given)
    ):
        return None
    if any(not _FAMILY.match(family) or len(family.split()) > _LONGEST_NAME for family in families):
        return None
    if any(family.startswith("et al") or _has_small_words(family) for family in families):
        return None
    if any(map(_ENDS_TITLE.search, families)) or any(map(is_native, families)):
        return None  # no script without initials has them: the next name begins there
    names = (f"{family}, {_whole(part)}" for family, part in zip(families, given, strict=True))
    return NameList((*names, *group), complete=others is None and listed == stated)
