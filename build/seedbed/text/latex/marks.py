"""Marks that are no commands: dollar signs, braces, quotation marks, dashes, light markup, addresses."""

from __future__ import annotations

import re

from seedbed.model.prose import Run
from seedbed.text.identifiers import address_at
from seedbed.text.latex.scanner import Scanner
from seedbed.text.mathematics import read_mathematics

_SWITCH = re.compile(
    r"\s*\\(?:em|it|bf|tt|sl|rm|sc|sf|(?:it|sl|sc|up)shape|bfseries|ttfamily|normalfont)(?![A-Za-z])"
)
_CASE_PROTECTED = re.compile(r"[^\W_][\w-]*")
_DOLLAR = re.compile(r"(?<!\\)\$")
_MONEY = re.compile(r"\d[\d,.]*\s?[A-Za-z]*\s+[A-Za-z]{2,}")
_HYPHENS = re.compile(r"-+")


def read_dollar(scanner: Scanner) -> None:
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


def _is_mathematics(scanner: Scanner, start: int, close: int) -> bool:
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


def read_open_brace(scanner: Scanner) -> None:
    r"""A group: around a switch (`{\em x}`), or to keep capitals (`{BERT}`). Other braces are the text's."""
    start = scanner.at + 1
    close = scanner.braces.get(scanner.at, -1)
    if 0 <= close < scanner.groups[-1].close:
        kept = _CASE_PROTECTED.fullmatch(scanner.text, start, close)
        if _SWITCH.match(scanner.text, start, close) or (kept and kept.group() != kept.group().lower()):
            scanner.open(start, close)
            return
    scanner.literally()


def read_tilde(scanner: Scanner) -> None:
    """A space that does not break, between words; "about", before a number."""
    before, after = scanner.text[scanner.at - 1 : scanner.at], scanner.peek(1)
    between_numbers = before.isdigit() and after.isdigit()
    tie = bool(before) and (before.isalnum() or before in ".,;:)}") and bool(after) and not after.isspace()
    scanner.instead(" " if tie and not between_numbers else "~", 1)


def read_backtick(scanner: Scanner) -> None:
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


def read_apostrophes(scanner: Scanner) -> None:
    """The end of a double quotation, where one was opened."""
    if scanner.double_quotes and scanner.peek(1) == "'":
        scanner.double_quotes -= 1
        scanner.instead("”", 2)
    else:
        scanner.literally()


def read_hyphens(scanner: Scanner) -> None:
    """Two or three hyphens as a dash, unless they begin a word, as in `--help`; longer rows as they are."""
    match = _HYPHENS.match(scanner.text, scanner.at, scanner.groups[-1].close)
    length = len(match.group()) if match else 1
    before = scanner.text[scanner.at - 1 : scanner.at]
    begins_word = (not before or before.isspace()) and scanner.peek(length).isalpha()
    if length in (2, 3) and not begins_word:
        scanner.instead("–" if length == 2 else "—", length)  # noqa: PLR2004
    else:
        scanner.literally(length)


def read_emphasis(scanner: Scanner) -> None:
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


def read_address(scanner: Scanner) -> None:
    """An address on the web, or only its first letter."""
    address = address_at(scanner.text, scanner.at, scanner.groups[-1].close)
    if address is None:
        scanner.literally()
    else:
        scanner.runs.append(Run(address.shown, "address", address.url))
        scanner.at = address.end
