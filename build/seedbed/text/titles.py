"""Titles and running text, as they are compared: what stays the same however they are typeset."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Marks that writers leave out at will: accents of Latin, Greek and Cyrillic letters, vowel points of Hebrew
# and Arabic. Elsewhere (Devanagari, Thai, the Japanese voicing marks) a mark makes another word, and stays.
_OPTIONAL_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0655]"
)
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
# `\w` knows no combining mark, which would cut an Indic word at each of its vowels.
_MARKS = "".join(chr(code) for code in range(0x0300, 0x3100) if unicodedata.category(chr(code))[0] == "M")
_MARK = re.compile(f"[{_MARKS}]")
_WORD = re.compile(r"[^\W_]+")
_MARKED_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_COMMAND = re.compile(r"\\[A-Za-z]+")
_APOSTROPHE = re.compile(r"['’‘ʼ`´]")
_SUBTITLE = re.compile(r"(?:[:?!.]|\s[-–—]|—)\s")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")

_NEGATIONS = frozenset("not no non never without isnt dont cannot cant arent doesnt".split())
_PARTS = frozenset(
    "part volume vol chapter version supplement supplementary appendix erratum corrigendum correction "
    "reply comment response revisited".split()
)
_TELLING = _NEGATIONS | _PARTS
_SMALL_WORDS = frozenset(
    "a an the on in of for to from with and or at by as is are do does can how what why when where "
    "toward towards via into their its".split()
)


def fold(text: str) -> str:
    """`text` without what typesetting changes: case, Unicode forms, and marks that may be left out."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", _OPTIONAL_MARKS.sub("", apart)).translate(_PLAIN_LETTERS)


def words(text: str) -> tuple[str, ...]:
    """The words of `text`, folded, without LaTeX's commands; an apostrophe does not part a word."""
    bare = _APOSTROPHE.sub("", _bare(text))
    pattern = _WORD if bare.isascii() or not _MARK.search(bare) else _MARKED_WORD
    return tuple(pattern.findall(bare))


def _bare(text: str) -> str:
    without = _COMMAND.sub(" ", text) if "\\" in text else text
    return fold(without).replace("&", " and ")


def letters(text: str) -> str:
    """The folded letters and digits of `text`, with nothing between them.

    Two texts that have the same differ only in white space, case, accents, quotation marks and punctuation.
    """
    bare = _bare(text)
    if not bare.isascii():
        return "".join(words(text))
    return bare.encode().translate(None, _NO_LETTERS).decode()  # thirty times as fast as a string's own


def title_key(title: str) -> str:
    """What two titles share when they are one title, differently typeset; itself where no letter is left."""
    return letters(title) or title.strip()


def main_title(title: str) -> str:
    """The title before its subtitle ("Soft Hands" of "Soft Hands: A Study"); all of it where it has none."""
    return _SUBTITLE.split(title, maxsplit=1)[0].strip()


def numbers(title: str) -> tuple[str, ...]:
    """What tells a work from its sequel or its rebuttal: numbers, "part", "erratum", "not", in order.

    A Roman numeral counts ("Soft Hands II"). Titles that differ in these are titles of different works.
    """
    return numbers_among(words(title))


def numbers_among(found: Iterable[str]) -> tuple[str, ...]:
    """The same, of a title's words."""
    return tuple([word for word in found if _numbers(word)])


def _numbers(word: str) -> bool:
    if word in _TELLING or (not word.isalpha() and any(map(str.isdigit, word))):
        return True
    return len(word) > 1 and word[0] in "xvi" and _ROMAN.fullmatch(word) is not None


def first_significant_word(title: str) -> str:
    """The first word that is not a small one, for a citation key; empty where the title has no word."""
    found = words(title)
    return next((word for word in found if word not in _SMALL_WORDS), found[0] if found else "")
