"""Names of people, taken apart: given names, family name, suffix, and other names that stand in brackets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from seedbed.text.titles import fold

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]|[\"“”„«]([^\"“”„«»]*)[\"“”»]")
_PART_BORDER = re.compile(r"[-‐‑‒–.·・\s]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[-‐‑]?)+[^\W\d_]?\.?|[^\W\d_]")
_NO_LETTER = re.compile(r"['’‘ʼ`´,;:!?*†‡\d]+")

_TITLES = frozenset(
    "dr prof professor mr mrs ms miss mx sir dame lord lady rev reverend hon judge senator president "
    "capt captain col gen herr frau".split()
)
_FORMS_OF_ADDRESS = frozenset("dr prof professor mr mrs ms herr frau".split())
"""Those titles that are nobody's given name, and that nobody is known by."""
_UNPAID = "pd"
"""A title only before another one: "PD Dr. Ida Roe", but "P.D. James"."""
_DEGREES = frozenset("phd dphil md msc bsc mba esq jd dds".split())
_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_GROUPS = frozenset("collaboration collaborators consortium group investigators network team".split())
"""What the names of those who write together end in."""
# They belong to the family name behind them: Dutch, German, Romance languages, Arabic, Hebrew.
_PARTICLES = frozenset(
    "van von der den de del della di da das do dos du la le ter ten zu zur al el bin ibn ben bint "
    "af av 't ’t".split()
)
_ROLES = frozenset("host guest interviewer moderator speaker author editor he she they him her them".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name as stated, and what it consists of; all parts are folded (see `seedbed.text.titles.fold`).

    Attributes:
        stated: As the seed writes it.
        given: The given and middle names; a hyphen or full stop parts them, too.
        family: The family name, its particles first; empty for a name that is written without a space in a
            script that needs none.
        parts: Given names and family name, in the Western order.
        family_letters: The family name, joined ("vandenberg").
        suffix: "jr", "sr", "ii", "iii" or "iv"; else empty.
        letters: All parts, joined.
        spelled: The same, with umlauts and their like written out ("mueller" for "müller").
        marks: For each of the letters its accents; empty where the name has none.
        nicknames: Given names that stand in brackets or quotation marks.
        aliases: Whole names that stand in brackets.
        native: Whether its script writes the family name first, and no one abbreviates in it.
    """

    stated: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    parts: tuple[str, ...]
    family_letters: str
    suffix: str
    letters: str
    spelled: str
    marks: tuple[str, ...]
    nicknames: tuple[str, ...]
    aliases: tuple[str, ...]
    native: bool


def read_name(stated: str) -> Name:
    """Take a name apart.

    The family name is the last word with the particles before it, unless the name itself says otherwise:
    "Family, Given", a family name in capitals ("WANG Xiaoming"), or initials at the end ("Wang X. M.").
    Titles ("Dr.") and degrees are dropped.
    """
    nicknames, aliases = _asides(stated)
    outside = unicodedata.normalize("NFKC", _BRACKETS.sub(" ", stated)).strip(" ,")
    before, comma, behind = outside.partition(",")
    if comma and _follows_names(behind):
        before, comma, behind = f"{before} {behind}", "", ""
    family_words: list[str] = []
    native = is_native(outside)
    if native:
        given_words, suffix = [*before.split(), *behind.split()], ""
    else:
        given_words, family_words, suffix = _words_by_kind(before.split(), behind.split() if comma else [])
    if not given_words and not family_words:
        given_words = [stated]
    given = tuple(part for word in given_words for part in _parts(word))
    family = tuple(part for word in family_words for part in _parts(word))
    joined = [*given_words, *family_words]
    letters = "".join(given + family)
    plain = stated.isascii()
    return Name(
        stated=stated,
        given=given,
        family=family,
        parts=given + family,
        family_letters="".join(family),
        suffix=suffix,
        letters=letters,
        spelled=letters if plain else "".join(part for word in joined for part in _parts(_spell_out(word))),
        marks=() if plain else _marks("".join(part for word in joined for part in _raw_parts(word))),
        nicknames=nicknames,
        aliases=aliases,
        native=native,
    )


def _follows_names(words: str) -> bool:
    """Whether words behind a comma are a suffix or a degree, and no given names ("J.R.")."""
    plain = _plain(words)
    return plain in _DEGREES or (plain in _SUFFIXES and "." not in words.strip(" ,.;:"))


def _asides(stated: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands in brackets or quotation marks: nicknames (one word), aliases (whole names)."""
    nicknames: list[str] = []
    aliases: list[str] = []
    for match in _BRACKETS.finditer(stated):
        inside = (match.group(1) or match.group(2) or "").strip()
        found = inside.split()
        if not found or any(character.isdigit() for character in inside) or _plain(found[0]) in _ROLES:
            continue
        native = is_native(inside)
        if len(found) == 1 and not native and inside[:1].isupper() and not inside.isupper():
            nicknames.extend(_parts(inside)[:1])
        elif native or (len(found) in {2, 3} and all(word[:1].isupper() for word in found)):
            aliases.append(inside)
    return tuple(nicknames), tuple(aliases)


def _words_by_kind(words: list[str], behind: list[str]) -> tuple[list[str], list[str], str]:
    """Given names, family name, suffix; `behind` are the words after a comma, which are given names."""
    kept = [word for word in words if _plain(word)]
    kept = kept[_titles_before(kept, _TITLES) :]
    while len(kept) > 1 and _plain(kept[-1]) in _DEGREES:
        kept = kept[:-1]
    suffix = ""
    if len(kept) > 2 - bool(behind) and _plain(kept[-1]) in _SUFFIXES:  # a name of two words has no suffix
        suffix = _SUFFIXES[_plain(kept[-1])]
        kept = kept[:-1]
    if behind:
        if _plain(behind[-1]) in _SUFFIXES and len(behind) > 1:
            suffix = _SUFFIXES[_plain(behind[-1])]
            behind = behind[:-1]
        return [word for word in behind if _plain(word)], kept, suffix
    given, family = _split_off_family(kept)
    return given, family, suffix


def _titles_before(words: list[str], titles: frozenset[str], fewest: int = 1) -> int:
    """How many words before a name are titles; `fewest` words are left in any case."""
    count = 0
    while len(words) - count > fewest:
        word = _plain(words[count])
        if word == _UNPAID:
            word = _plain(words[count + 1])  # a title, or the name goes on
        if word not in titles:
            break
        count += 1
    return count


def _split_off_family(words: list[str]) -> tuple[list[str], list[str]]:
    if len(words) < 2:  # noqa: PLR2004 (one word is no family name)
        return words, []
    capitals = [_is_capitals(word) for word in words]
    if capitals[0] and not any(capitals[1:]):
        return words[1:], words[:1]
    last_full = max((place for place, word in enumerate(words) if not _INITIALS.fullmatch(word)), default=-1)
    if 0 <= last_full < len(words) - 1 and not any(
        _INITIALS.fullmatch(word) for word in words[: last_full + 1]
    ):
        return words[last_full + 1 :], words[: last_full + 1]
    start = len(words) - 1
    while start > 1 and _plain(words[start - 1]) in _PARTICLES:
        start -= 1
    return words[:start], words[start:]


def _is_capitals(word: str) -> bool:
    bare = _NO_LETTER.sub("", word.replace("-", ""))
    return len(bare) > 1 and bare.isalpha() and bare.isupper()


def is_native(text: str) -> bool:
    """Whether `text` is written in Han characters, kana or Hangul."""
    return not text.isascii() and any(
        "\u3040" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\uac00" <= character <= "\ud7a3"
        or "\uf900" <= character <= "\ufaff"
        for character in text
    )


def _plain(word: str) -> str:
    """A word as the tables above hold it."""
    return fold(word).strip(" .,;:()").replace(".", "")


def _raw_parts(word: str) -> list[str]:
    if word.isascii() and word.isalpha():
        return [word]
    return [part for part in _PART_BORDER.split(_NO_LETTER.sub("", word)) if part]


def _parts(word: str) -> tuple[str, ...]:
    if word.isascii() and word.isalpha():
        return (word.lower(),)
    folded = tuple(part for part in (fold(part) for part in _raw_parts(word)) if part)
    return folded or (fold(word),)


def _spell_out(word: str) -> str:
    """The letters that have a customary spelling of two letters, written so."""
    if word.isascii():
        return word
    composed = unicodedata.normalize("NFC", word).casefold()
    for letter, spelling in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("å", "aa"), ("ё", "yo")):
        composed = composed.replace(letter, spelling)
    return composed


def _marks(letters: str) -> tuple[str, ...]:
    """For each folded letter of `letters` the marks that folding takes from it."""
    if letters.isascii():
        return ()
    marks: list[str] = []
    for character in unicodedata.normalize("NFD", letters.casefold()):
        bare = fold(character)
        if bare:
            marks.extend("" if bare == character else character for _ in bare)
        elif marks:
            marks[-1] += character
    return tuple(marks) if any(marks) else ()


def in_natural_order(stated: str) -> str:
    """A name as its bearer says it: "Ada B. Quill" for "Quill, Ada B." or "Dr. Ada B. Quill"; others stay."""
    words = stated.split(" ")
    stated = " ".join(words[_titles_before(words, _FORMS_OF_ADDRESS, fewest=2) :])
    if "," not in stated or is_native(stated):
        return stated
    family, *behind = (part.strip() for part in stated.split(","))
    suffix = behind.pop() if len(behind) > 1 and _plain(behind[-1]) in _SUFFIXES else ""
    if len(behind) != 1 or not family or not behind[0] or _follows_names(behind[0]):
        return stated
    return " ".join(filter(None, (behind[0], family, suffix)))


def without_suffix(stated: str) -> tuple[str, str]:
    """A name and the generational suffix behind it: "Ada Quill, Jr." is "Ada Quill" and "Jr."."""
    before, _, last = stated.rpartition(" ")
    bare = before.rstrip(" ,")
    return (bare, last) if " " in bare and _plain(last) in _SUFFIXES else (stated, "")


def is_group(stated: str) -> bool:
    """Whether a name is that of people who wrote together under it: "Rain Collaboration"."""
    before, _, last = stated.rpartition(" ")
    return bool(before) and "," not in stated and _plain(last) in _GROUPS


def family_name(name: Name) -> str:
    """The family name as it is folded, joined; all letters of a name that has no family name of its own."""
    return name.family_letters or name.letters
