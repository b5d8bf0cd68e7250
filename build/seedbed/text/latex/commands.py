"""What begins with a backslash."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from seedbed.model.prose import Run, Style
from seedbed.text.identifiers import address_at
from seedbed.text.latex.names import (
    ACCENTS,
    CHARACTERS,
    CITATION,
    ESCAPED,
    MATH_ENVIRONMENT,
    NOTES,
    SIGNS,
    SILENT,
    SPACES,
    STYLES,
    SWALLOWED,
    SWITCHES,
)
from seedbed.text.latex.scanner import Scanner
from seedbed.text.mathematics import read_mathematics, symbol

_COMMAND = re.compile(r"\\([A-Za-z]+)\*?|\\(.?)", re.DOTALL)
_ACCENTED = re.compile(r"\s?(?:\{\s*(?:\\([ij])\s*|([^\W\d_])\s*)\}|\\([ij])(?![A-Za-z])|([^\W\d_]))")
_KEYS = re.compile(r"[^,\s\\{}]+")


def read_command(scanner: Scanner) -> None:
    """Read a command by its name, with what belongs to it."""
    match = _COMMAND.match(scanner.text, scanner.at, scanner.groups[-1].close)
    if match is None or not match[1]:
        _sign(scanner, match[2] if match else "")
        return
    name: str = match[1]
    if name in ACCENTS and _accent(scanner, name):
        return
    scanner.at = match.end()
    if name in SWITCHES:
        _switch(scanner, SWITCHES[name])
    elif name in CHARACTERS:
        scanner.instead(CHARACTERS[name], 0)
        _swallow(scanner)
    elif name in SIGNS:
        scanner.instead(SIGNS[name], 2 if scanner.peek() + scanner.peek(1) == "{}" else 0)
    elif name in ("begin", "end"):
        _environment(scanner)
    elif name in ("verb", "lstinline"):
        _verbatim(scanner)
    else:
        _with_argument(scanner, name)


def _sign(scanner: Scanner, sign: str) -> None:
    r"""A backslash before something that is no letter: `\%`, `\'e`, `\(x\)`, a line's end."""
    if sign in ("(", "["):
        _bracketed_mathematics(scanner, ")" if sign == "(" else "]")
    elif sign in ACCENTS and _accent(scanner, sign):
        pass
    elif sign in SPACES:
        scanner.instead(" ", 2)
    elif sign in SWALLOWED:
        scanner.at += 2
    elif sign in ESCAPED or sign in ACCENTS:
        scanner.instead(sign, 2)
    else:
        scanner.literally()


def _accent(scanner: Scanner, name: str) -> bool:
    """Read an accent and its letter as one character; False where no letter follows."""
    match = _ACCENTED.match(scanner.text, scanner.at + 1 + len(name), scanner.groups[-1].close)
    if match is None or (name.isalpha() and match[4] and not match.group()[0].isspace()):
        return False
    letter = next(filter(None, match.groups()))
    scanner.write(unicodedata.normalize("NFC", letter + ACCENTS[name]))
    scanner.at = match.end()
    return True


def _switch(scanner: Scanner, style: Style) -> None:
    """A style for the rest of the group; at the outermost level, where it would never end, for nothing."""
    if len(scanner.groups) > 1 and scanner.groups[-1].style != "address":
        scanner.groups[-1] = replace(scanner.groups[-1], style=style)
    _swallow(scanner)


def _swallow(scanner: Scanner) -> None:
    """The space or the empty braces that end a command's name."""
    if scanner.peek() + scanner.peek(1) == "{}":
        scanner.at += 2
    elif scanner.peek().isspace():
        scanner.at += 1


def _environment(scanner: Scanner) -> None:
    close = scanner.argument()
    if close < 0:
        return
    name = scanner.text[scanner.at : close]
    scanner.at = close + 1
    end = scanner.next(f"\\end{{{name}}}", close) if MATH_ENVIRONMENT.fullmatch(name) else -1
    if end >= 0:
        scanner.runs.append(read_mathematics(scanner.text[close + 1 : end].strip()))
        scanner.at = end
    scanner.write(" ")


def _verbatim(scanner: Scanner) -> None:
    mark = scanner.peek()
    close = scanner.next(mark, scanner.at + 1) if mark and not mark.isalnum() and not mark.isspace() else -1
    if close >= 0:
        scanner.runs.append(Run(scanner.text[scanner.at + 1 : close], "code"))
        scanner.at = close + 1


def _with_argument(scanner: Scanner, name: str) -> None:
    """A command known by its argument, or not known: then its argument is what there is to read."""
    close = scanner.argument()
    if close < 0:
        scanner.write(symbol(f"\\{name}"))
    elif name in SILENT:
        scanner.at = close + 1
        _enter(scanner)
    elif CITATION.fullmatch(name):
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
    elif name in NOTES:
        scanner.write(" (")
        scanner.open(scanner.at, close, suffix=")")
    else:
        scanner.open(scanner.at, close, STYLES.get(name), of_command=True)


def _enter(scanner: Scanner, style: Style | None = None, source: str = "") -> None:
    """Go on in the argument that begins here, if one does."""
    close = scanner.argument()
    if close >= 0:
        scanner.open(scanner.at, close, style, source=source)


def _bracketed_mathematics(scanner: Scanner, end: str) -> None:
    close = scanner.next(f"\\{end}", scanner.at + 2)
    if close < 0:
        scanner.at += 1
        scanner.literally()
        return
    scanner.runs.append(read_mathematics(scanner.text[scanner.at + 2 : close].strip()))
    scanner.at = close + 2
