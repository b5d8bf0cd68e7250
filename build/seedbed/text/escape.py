"""The one escape function, for text that goes into Markdown, and into the HTML that Markdown lets through."""

from __future__ import annotations

import re
from functools import cache

_LINE_ENDS = re.compile(r"\r\n|[\n\r]")
# What no HTML page may hold: controls (Python-Markdown marks its own places with two of them), surrogates,
# and code points that are no characters.
_UNWRITABLE = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"

# Marks that may be markup anywhere: of HTML, of Markdown, of attribute lists, tables, footnotes, mathematics,
# and of the extensions that add their own (insertions, marks, keys, symbols, addresses that become links).
# A dot, a hyphen, a colon or a bracket is markup only in some company. The pattern begins with every mark at
# once and looks around it afterwards, so that the text between marks is passed over quickly.
_ALWAYS = rf"""\\`*_{{}}\[\]<>&"#|~^=+$@\t{_UNWRITABLE}"""
_ANYWHERE = re.compile(
    rf"""
    [-.:(/{_ALWAYS}]
    (?: (?<=[{_ALWAYS}])
    | (?<=-) (?: (?=-) | (?<=--) )
    | (?<=\.) (?: (?=\.) | (?<=\.\.) | (?<=[wW]{{3}}\.) )
    | (?<=:)(?=\S)
    | (?<=\() (?= (?:[cCrRpP]|[tT][mM]) \) )
    | (?<=/) (?: (?<=\d/)(?=\d) | (?<=[cC]/)(?=[oO]) )
    )
    """,
    re.VERBOSE,
)
# At the start of a line, white space may make code, and a mark a list, a quotation, a heading, a rule.
_AT_START = re.compile(r"\s|[!-/:-@\[-`{-~]|\(?\w{1,20}[.)](?=\s|\Z)")


def escape(text: str, *, inside: bool = False) -> str:
    """`text` on one line, so that Markdown and HTML show it as it is.

    It may stand in a paragraph, a heading, a table, a link's words, a raw HTML block or a quoted attribute,
    at the start of a line too. Line ends become spaces; what no page may hold becomes U+FFFD. The result has
    character references only, no backslashes, since HTML blocks would show those.

    Args:
        text: Any text.
        inside: True where something stands before it on its line, and behind it: less is to be escaped then.
    """
    if "\n" in text or "\r" in text:
        text = _LINE_ENDS.sub(" ", text)
    if inside:
        return _ANYWHERE.sub(_reference, text)
    start = _AT_START.match(text)
    if start is None:
        return _closed(_ANYWHERE.sub(_reference, text))
    first = start.end() - 1
    head, rest = text[:first], text[first + 1 :]
    escaped = _ANYWHERE.sub(_reference, head) + _written(text[first])
    return escaped + _closed(_ANYWHERE.sub(_reference, rest))


def _closed(text: str) -> str:
    """`text` without white space at its end, which may be markup there."""
    return text[:-1] + _written(text[-1]) if text[-1:].isspace() else text


def _reference(match: re.Match[str]) -> str:
    return _written(match.group())


@cache
def _written(mark: str) -> str:
    """A character as HTML may hold it, to be shown and not to be obeyed."""
    if _NO_CHARACTER.match(mark):
        return "\ufffd"
    return _NAMED.get(mark) or f"&#{ord(mark)};"


_NO_CHARACTER = re.compile(f"[{_UNWRITABLE}]")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
