"""From text to the words that the search knows, the same here as in the browser.

The tables below are written into the index, and the script builds its own folding from them, so that both
sides cannot drift apart. Ranges of characters are named outright, since Python and browsers may follow
different versions of Unicode.
"""

from __future__ import annotations

import re
import unicodedata

# Marks that a reader leaves out when typing: accents, the points of Arabic and Hebrew, and what has no width.
# The vowel signs of Indic scripts and the voicing marks of kana are letters to their readers, and stay.
UNTYPED = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff"
    r"\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200f\u2060\ufeff"
)
# Scripts written without spaces: Thai and Lao, Burmese, Khmer, kana, Han.
UNSPACED = (
    r"\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u3099\u309a\u309d-\u309f"
    r"\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
# Indic scripts, whose vowel signs are no letters to Unicode but stand within words.
JOINED = r"\u0900-\u0963\u0966-\u0dff"
# Letters that Unicode does not take apart into a plain letter and a mark.
PLAIN = {
    "æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
    "ı": "i", "ŋ": "n", "ŧ": "t", "ĸ": "k", "ς": "σ", "’": "'", "ʼ": "'", "ʻ": "'",
}  # fmt: skip
LONGEST = 40
"""Characters of a word that are looked at; what differs only behind them is one word to the search."""

_UNTYPED = re.compile(f"[{UNTYPED}]+")
_PLAIN = str.maketrans(PLAIN)
_APOSTROPHE = re.compile(r"'s(?![a-z0-9])|'")
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_WORD = re.compile(rf"[{UNSPACED}]+|(?:(?![{UNSPACED}])[^\W_]|[{JOINED}])+")


def fold(text: str) -> str:
    """`text` without accents, case, and possessive endings: "Iván’s ŁÓDŹ" is "ivan lodz"."""
    if text.isascii():
        folded = text.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", text)
        folded = _UNTYPED.sub("", _UNTYPED.sub("", decomposed).lower()).translate(_PLAIN)
        folded = unicodedata.normalize("NFC", folded)
    return _APOSTROPHE.sub("", folded) if "'" in folded else folded


def words(text: str) -> list[str]:
    """The words of a text, folded, in order.

    Where a script has no spaces, each pair of neighbours is a word, and so is the last character, so that
    every character begins one: what a reader types is found wherever it stands.
    """
    folded = fold(text)
    if folded.isascii():
        found = _ASCII_WORD.findall(folded)
        return [word[:LONGEST] for word in found] if len(folded) > LONGEST else found
    spread: list[str] = []
    for word in _WORD.findall(folded):
        if _UNSPACED.match(word):
            spread.extend(word[start : start + 2] for start in range(len(word)))
        else:
            spread.append(word[:LONGEST])
    return spread
