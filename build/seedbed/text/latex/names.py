"""The commands of LaTeX by name: what they stand for, and what becomes of their arguments."""

from __future__ import annotations

import re

from seedbed.model.prose import Style

STYLES: dict[str, Style] = {
    "emph": "emphasis",
    "textit": "emphasis",
    "textsl": "emphasis",
    "textbf": "strong",
    "texttt": "code",
}
SWITCHES: dict[str, Style] = {
    "em": "emphasis",
    "it": "emphasis",
    "itshape": "emphasis",
    "sl": "emphasis",
    "slshape": "emphasis",
    "bf": "strong",
    "bfseries": "strong",
    "tt": "code",
    "ttfamily": "code",
    "rm": "plain",
    "normalfont": "plain",
}
CHARACTERS = {
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "ss": "ß", "i": "ı", "j": "ȷ", "th": "þ", "TH": "Þ", "dh": "ð", "DH": "Ð", "ng": "ŋ", "NG": "Ŋ",
}  # fmt: skip
SIGNS = {
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "S": "§", "P": "¶",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "lq": "‘",
    "rq": "’", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_", "textbar": "|",
    "textless": "<", "textgreater": ">", "textdollar": "$", "pounds": "£", "textsterling": "£", "euro": "€",
    "texteuro": "€", "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™",
    "textdegree": "°", "textbullet": "•", "item": "• ", "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX",
    "textmu": "µ", "textpm": "±", "texttimes": "×", "par": " ", "newline": " ", "quad": " ", "qquad": " ",
    "enspace": " ", "thinspace": " ", "linebreak": " ",
}  # fmt: skip
ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
# A backslash before one of these writes nothing, a space, or the character itself.
SWALLOWED = frozenset({"-", "/", "!", "@"})
SPACES = frozenset({"\\", " ", ",", ";", ":", ">", "\n", "\t", "\r"})
ESCAPED = frozenset("%$&_#{}")
# Commands whose first argument is not for readers: a place, a length, a colour.
SILENT = frozenset(
    {"label", "vspace", "hspace", "bibliographystyle", "index", "pagestyle", "color", "textcolor", "colorbox"}
)
# Commands whose argument is an aside.
NOTES = frozenset({"footnote", "thanks", "footnotetext", "marginpar"})
CITATION = re.compile(r"(?:[A-Za-z]*[cC]ite[A-Za-z]*)")
MATH_ENVIRONMENT = re.compile(r"(?:equation|align|gather|displaymath|math|multline|eqnarray)\*?")
