"""LaTeX outside mathematics, as it stands in abstracts: commands become styles and characters.

One pass from left to right, with a stack of open groups, so that time is in proportion to the text and no
depth of braces can exhaust anything. What a group is closed by is known before it is opened: braces are
paired beforehand, and a mark such as `*` or `$` is paired with the next of its kind or not at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from seedbed.model.prose import Run, Style
from seedbed.text.identifiers import address_at
from seedbed.text.mathematics import read_mathematics, symbol

# What needs no look: everything but marks, and marks that stand alone.
_PLAIN = re.compile(r"(?:[^\\{}$~`'*_\-hHwW]+|'(?!')|-(?!-)|[hH](?![tT]{2}[pP])|[wW](?![wW]{2}\.))+")
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?|\\(.?)", re.DOTALL)
_OPTION = re.compile(r"\s?\[[^\[\]{}\\]{0,200}\](?=\s?[\[{])")
_ACCENTED = re.compile(r"\s?(?:\{\s*(?:\\([ij])\s*|([^\W\d_])\s*)\}|\\([ij])(?![A-Za-z])|([^\W\d_]))")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_SWITCH = re.compile(
    r"\s*\\(?:em|it|bf|tt|sl|rm|sc|sf|(?:it|sl|sc|up)shape|bfseries|ttfamily|normalfont)(?![A-Za-z])"
)
_CASE_PROTECTED = re.compile(r"[^\W_][\w-]*")
_DOLLAR = re.compile(r"(?<!\\)\$")
_MONEY = re.compile(r"\d[\d,.]*\s?[A-Za-z]*\s+[A-Za-z]{2,}")
_HYPHENS = re.compile(r"-+")
_KEYS = re.compile(r"[^,\s\\{}]+")

_STYLES: dict[str, Style] = {
    "emph": "emphasis",
    "textit": "emphasis",
    "textsl": "emphasis",
    "textbf": "strong",
    "texttt": "code",
}
_SWITCHES: dict[str, Style] = {
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
_CHARACTERS = {
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "ss": "ß", "i": "ı", "j": "ȷ", "th": "þ", "TH": "Þ", "dh": "ð", "DH": "Ð", "ng": "ŋ", "NG": "Ŋ",
}  # fmt: skip
_SIGNS = {
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "S": "§", "P": "¶",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "lq": "‘",
    "rq": "’", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_", "textbar": "|",
    "textless": "<", "textgreater": ">", "textdollar": "$", "pounds": "£", "textsterling": "£", "euro": "€",
    "texteuro": "€", "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™",
    "textdegree": "°", "textbullet": "•", "item": "• ", "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX",
    "textmu": "µ", "textpm": "±", "texttimes": "×", "par": " ", "newline": " ", "quad": " ", "qquad": " ",
    "enspace": " ", "thinspace": " ", "linebreak": " ",
}  # fmt: skip
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
_SWALLOWED = frozenset({"-", "/", "!", "@"})
_SPACES = frozenset({"\\", " ", ",", ";", ":", ">", "\n", "\t", "\r"})
_ESCAPED = frozenset("%$&_#{}")
# Commands whose first argument is not for readers: a place, a length, a colour.
_SILENT = frozenset(
    {"label", "vspace", "hspace", "bibliographystyle", "index", "pagestyle", "color", "textcolor", "colorbox"}
)
_NOTES = frozenset({"footnote", "thanks", "footnotetext", "marginpar"})
_CITATION = re.compile(r"(?:[A-Za-z]*[cC]ite[A-Za-z]*)")
_MATH_ENVIRONMENT = re.compile(r"(?:equation|align|gather|displaymath|math|multline|eqnarray)\*?")


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds up to a closing mark.

    Attributes:
        close: The offset of that mark.
        length: How many characters it has.
        suffix: What to write instead of it.
        of_command: True for an argument, which another may follow.
    """

    close: int
    style: Style = "plain"
    source: str = ""
    length: int = 1
    suffix: str = ""
    of_command: bool = False


def read_latex(text: str) -> list[Run]:
    """The runs of one paragraph; white space is left as it is."""
    return _Scanner(text).read()


class _Scanner:
    """A place in the text, the groups that are open there, and the runs read so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.runs: list[Run] = []
        self.groups = [_Group(len(text))]
        self.braces = _pairs(text)
        self.found: dict[str, int] = {}
        self.double_quotes = 0

    def read(self) -> list[Run]:
        """Read to the end."""
        while True:
            group = self.groups[-1]
            if self.at < group.close:
                plain = _PLAIN.match(self.text, self.at, group.close)
                if plain is None:
                    _READERS[self.text[self.at]](self)
                else:
                    self.literally(plain.end() - self.at)
            elif len(self.groups) > 1:
                self.close()
            else:
                return self.runs

    def peek(self, offset: int = 0) -> str:
        """The character at `offset` from here within the open group; empty where there is none."""
        place = self.at + offset
        return self.text[place] if 0 <= place < self.groups[-1].close else ""

    def write(self, text: str) -> None:
        group = self.groups[-1]
        self.runs.append(Run(text, group.style, group.source))

    def literally(self, length: int = 1) -> None:
        """Take the next characters as they are."""
        self.write(self.text[self.at : self.at + length])
        self.at += length

    def instead(self, text: str, length: int) -> None:
        """Write `text` for the next characters."""
        self.write(text)
        self.at += length

    def open(  # noqa: PLR0913  (a group's values, each by its name)
        self,
        start: int,
        close: int,
        style: Style | None = None,
        *,
        source: str = "",
        length: int = 1,
        suffix: str = "",
        of_command: bool = False,
    ) -> None:
        """Go on at `start`, in a group that lasts until the mark at `close`; an address keeps its style."""
        outer = self.groups[-1]
        if outer.style == "address":
            style, source = outer.style, outer.source
        self.groups.append(_Group(close, style or outer.style, source, length, suffix, of_command))
        self.at = start

    def close(self) -> None:
        """Leave the open group, and enter the next argument of its command where there is one."""
        group = self.groups[-1]
        self.write(group.suffix)
        self.groups.pop()
        self.at = group.close + group.length
        if group.of_command and (following := self.argument()) >= 0:
            self.write(" ")
            self.open(self.at, following, of_command=True)

    def next(self, mark: str, start: int) -> int:
        """Where `mark` stands next, at or after `start`, within the open group; -1 where it does not.

        What was found is remembered, so that asking at every mark costs no more than one pass.
        """
        known = self.found.get(mark, 0)
        if 0 <= known < start or mark not in self.found:
            known = self.found[mark] = self.text.find(mark, start)
        return known if known + len(mark) <= self.groups[-1].close else -1

    def argument(self) -> int:
        """Step into the argument that begins here, options skipped, and return its closing brace; else -1."""
        limit = self.groups[-1].close
        start = self.at
        while (option := _OPTION.match(self.text, start, limit)) is not None:
            start = option.end()
        start += self.text[start : start + 2] == " {"
        close = self.braces.get(start, limit)
        if close >= limit:
            return -1
        self.at = start + 1
        return close


def _pairs(text: str) -> dict[int, int]:
    """The closing brace of each opening one that has one."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACE.finditer(text):
        if match.group() == "{":
            opened.append(match.start())
        elif match.group() == "}" and opened:
            pairs[opened.pop()] = match.start()
    return pairs


def _command(scanner: _Scanner) -> None:
    match = _COMMAND.match(scanner.text, scanner.at, scanner.groups[-1].close)
    if match is None or not match[1]:
        _sign(scanner, match[2] if match else "")
        return
    name: str = match[1]
    if name in _ACCENTS and _accent(scanner, name):
        return
    scanner.at = match.end()
    if name in _SWITCHES:
        _switch(scanner, _SWITCHES[name])
    elif name in _CHARACTERS:
        scanner.instead(_CHARACTERS[name], 0)
        _swallow(scanner)
    elif name in _SIGNS:
        scanner.instead(_SIGNS[name], 2 if scanner.peek() + scanner.peek(1) == "{}" else 0)
    elif name in ("begin", "end"):
        _environment(scanner)
    elif name in ("verb", "lstinline"):
        _verbatim(scanner)
    else:
        _with_argument(scanner, name)


def _sign(scanner: _Scanner, sign: str) -> None:
    r"""A backslash before something that is no letter: `\%`, `\'e`, `\(x\)`, a line's end."""
    if sign in ("(", "["):
        _bracketed_mathematics(scanner, ")" if sign == "(" else "]")
    elif sign in _ACCENTS and _accent(scanner, sign):
        pass
    elif sign in _SPACES:
        scanner.instead(" ", 2)
    elif sign in _SWALLOWED:
        scanner.at += 2
    elif sign in _ESCAPED or sign in _ACCENTS:
        scanner.instead(sign, 2)
    else:
        scanner.literally()


def _accent(scanner: _Scanner, name: str) -> bool:
    """Read an accent and its letter as one character; False where no letter follows."""
    match = _ACCENTED.match(scanner.text, scanner.at + 1 + len(name), scanner.groups[-1].close)
    if match is None or (name.isalpha() and match[4] and not match.group()[0].isspace()):
        return False
    letter = next(filter(None, match.groups()))
    scanner.write(unicodedata.normalize("NFC", letter + _ACCENTS[name]))
    scanner.at = match.end()
    return True


def _switch(scanner: _Scanner, style: Style) -> None:
    """A style for the rest of the group; at the outermost level, where it would never end, for nothing."""
    if len(scanner.groups) > 1 and scanner.groups[-1].style != "address":
        scanner.groups[-1] = replace(scanner.groups[-1], style=style)
    _swallow(scanner)


def _swallow(scanner: _Scanner) -> None:
    """The space or the empty braces that end a command's name."""
    if scanner.peek() + scanner.peek(1) == "{}":
        scanner.at += 2
    elif scanner.peek().isspace():
        scanner.at += 1


def _environment(scanner: _Scanner) -> None:
    close = scanner.argument()
    if close < 0:
        return
    name = scanner.text[scanner.at : close]
    scanner.at = close + 1
    end = scanner.next(f"\\end{{{name}}}", close) if _MATH_ENVIRONMENT.fullmatch(name) else -1
    if end >= 0:
        scanner.runs.append(read_mathematics(scanner.text[close + 1 : end].strip()))
        scanner.at = end
    scanner.write(" ")


def _verbatim(scanner: _Scanner) -> None:
    mark = scanner.peek()
    close = scanner.next(mark, scanner.at + 1) if mark and not mark.isalnum() and not mark.isspace() else -1
    if close >= 0:
        scanner.runs.append(Run(scanner.text[scanner.at + 1 : close], "code"))
        scanner.at = close + 1


def _with_argument(scanner: _Scanner, name: str) -> None:
    """A command known by its argument, or not known: then its argument is what there is to read."""
    close = scanner.argument()
    if close < 0:
        scanner.write(symbol(f"\\{name}"))
    elif name in _SILENT:
        scanner.at = close + 1
        _enter(scanner)
    elif _CITATION.fullmatch(name):
        keys = _KEYS.findall(scanner.text, scanner.at, close)
        scanner.write(f"[{', '.join(keys)}]")
        scanner.at = close + 1
    elif name in ("url", "href"):
        address = address_at(scanner.text, scanner.at, close)
        if address is None:
            scanner.open(scanner.at, close, of_command=True)
        elif name == "url":
            scanner.runs.append(Run(address.shown, "address", address.url))
            scanner.at = close + 1
        else:
            scanner.at = close + 1
            _enter(scanner, style="address", source=address.url)
    elif name in _NOTES:
        scanner.write(" (")
        scanner.open(scanner.at, close, suffix=")")
    else:
        scanner.open(scanner.at, close, _STYLES.get(name), of_command=True)


def _enter(scanner: _Scanner, style: Style | None = None, source: str = "") -> None:
    """Go on in the argument that begins here, if one does."""
    close = scanner.argument()
    if close >= 0:
        scanner.open(scanner.at, close, style, source=source)


def _bracketed_mathematics(scanner: _Scanner, end: str) -> None:
    close = scanner.next(f"\\{end}", scanner.at + 2)
    if close < 0:
        scanner.at += 1
        scanner.literally()
        return
    scanner.runs.append(read_mathematics(scanner.text[scanner.at + 2 : close].strip()))
    scanner.at = close + 2


def _dollar(scanner: _Scanner) -> None:
    """Mathematics by Pandoc's rule, or a sum of money.

    The opening mark has no space after it; the next one closes: no space before it, and no digit after.
    """
    start = scanner.at + 1
    limit = scanner.groups[-1].close
    if scanner.peek(1) == "$":
        close = scanner.next("$$", start + 1)
        if close > start + 1:
            scanner.runs.append(read_mathematics(scanner.text[start + 1 : close].strip()))
            scanner.at = close + 2
        else:
            scanner.literally(2)
        return
    match = _DOLLAR.search(scanner.text, start, limit)
    if match is None or not _is_mathematics(scanner, start, match.start()):
        scanner.literally()
        return
    scanner.runs.append(read_mathematics(scanner.text[start : match.start()]))
    scanner.at = match.end()


def _is_mathematics(scanner: _Scanner, start: int, close: int) -> bool:
    text = scanner.text
    if (
        start == close
        or text[start].isspace()
        or text[close - 1].isspace()
        or text[close + 1 : close + 2].isdigit()
    ):
        return False
    after_currency = start > 1 and text[start - 2].isalpha() and text[start].isdigit()  # US$5
    return not after_currency and _MONEY.match(text, start, close) is None


def _open_brace(scanner: _Scanner) -> None:
    r"""A group: around a switch (`{\em x}`), or to keep capitals (`{BERT}`). Other braces are the text's."""
    start = scanner.at + 1
    close = scanner.braces.get(scanner.at, -1)
    if 0 <= close < scanner.groups[-1].close:
        kept = _CASE_PROTECTED.fullmatch(scanner.text, start, close)
        if _SWITCH.match(scanner.text, start, close) or (kept and kept.group() != kept.group().lower()):
            scanner.open(start, close)
            return
    scanner.literally()


def _tilde(scanner: _Scanner) -> None:
    """A space that does not break, between words; "about", before a number."""
    before, after = scanner.text[scanner.at - 1 : scanner.at], scanner.peek(1)
    between_numbers = before.isdigit() and after.isdigit()
    tie = bool(before) and (before.isalnum() or before in ".,;:)}") and bool(after) and not after.isspace()
    scanner.instead(" " if tie and not between_numbers else "~", 1)


def _backtick(scanner: _Scanner) -> None:
    """An opening quotation mark, double or single, or code as Markdown writes it."""
    if scanner.peek(1) == "`":
        scanner.double_quotes += 1
        scanner.instead("“", 2)
        return
    start = scanner.at + 1
    code, quote = scanner.next("`", start), scanner.next("'", start)
    quoted = quote > start and not scanner.text[quote + 1 : quote + 2].isalnum()
    if start < code and (not quoted or code < quote):
        scanner.runs.append(Run(scanner.text[start:code], "code"))
        scanner.at = code + 1
    elif quoted:
        scanner.write("‘")
        scanner.open(start, quote, suffix="’")
    else:
        scanner.literally()


def _apostrophes(scanner: _Scanner) -> None:
    if scanner.double_quotes and scanner.peek(1) == "'":
        scanner.double_quotes -= 1
        scanner.instead("”", 2)
    else:
        scanner.literally()


def _hyphens(scanner: _Scanner) -> None:
    """Two or three hyphens as a dash, unless they begin a word, as in `--help`; longer rows as they are."""
    match = _HYPHENS.match(scanner.text, scanner.at, scanner.groups[-1].close)
    length = len(match.group()) if match else 1
    before = scanner.text[scanner.at - 1 : scanner.at]
    begins_word = (not before or before.isspace()) and scanner.peek(length).isalpha()
    if length in (2, 3) and not begins_word:
        scanner.instead("–" if length == 2 else "—", length)  # noqa: PLR2004
    else:
        scanner.literally(length)


def _emphasis(scanner: _Scanner) -> None:
    """`*x*`, `_x_` or `**x**`, at the borders of words."""
    mark = scanner.peek()
    if mark == "*" == scanner.peek(1):
        mark = "**"
    start = scanner.at + len(mark)
    close = scanner.next(mark, start)
    if close > start and _spans_words(scanner.text, scanner.at, start, close, close + len(mark)):
        scanner.open(start, close, "strong" if mark == "**" else "emphasis", length=len(mark))
    else:
        scanner.literally(len(mark))


def _spans_words(text: str, outer: int, start: int, close: int, end: int) -> bool:
    before, after = text[outer - 1 : outer], text[end : end + 1]
    outside = not (before.isalnum() or after.isalnum() or before in ("*", "_") or after in ("*", "_"))
    inside = text[start:close]
    return outside and inside[0].isalnum() and not inside[-1].isspace()


def _web(scanner: _Scanner) -> None:
    address = address_at(scanner.text, scanner.at, scanner.groups[-1].close)
    if address is None:
        scanner.literally()
    else:
        scanner.runs.append(Run(address.shown, "address", address.url))
        scanner.at = address.end


_READERS: dict[str, Callable[[_Scanner], None]] = {
    "\\": _command,
    "$": _dollar,
    "{": _open_brace,
    "}": _Scanner.literally,
    "~": _tilde,
    "`": _backtick,
    "'": _apostrophes,
    "-": _hyphens,
    "*": _emphasis,
    "_": _emphasis,
    "h": _web,
    "H": _web,
    "w": _web,
    "W": _web,
}
