"""LaTeX outside mathematics, as it stands in abstracts: commands become styles and characters.

One pass from left to right, with a stack of open groups, so that time is in proportion to the text and no
depth of braces can exhaust anything. What a group is closed by is known before it is opened: braces are
paired beforehand, and a mark such as `*` or `$` is paired with the next of its kind or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from seedbed.model.prose import Run
from seedbed.text.latex import marks
from seedbed.text.latex.commands import read_command
from seedbed.text.latex.scanner import Scanner

__all__ = ["is_marked", "read_latex"]

_READERS: Mapping[str, Callable[[Scanner], None]] = MappingProxyType(
    {
        "\\": read_command,
        "$": marks.read_dollar,
        "{": marks.read_open_brace,
        "}": Scanner.literally,
        "~": marks.read_tilde,
        "`": marks.read_backtick,
        "'": marks.read_apostrophes,
        "-": marks.read_hyphens,
        "*": marks.read_emphasis,
        "_": marks.read_emphasis,
        "h": marks.read_address,
        "H": marks.read_address,
        "w": marks.read_address,
        "W": marks.read_address,
    }
)


_MARKS = ("\\", "$", "{", "}", "~", "`", "*", "_", "''", "--")
_ADDRESSES = ("http", "www.")


def read_latex(text: str) -> list[Run]:
    """The runs of one paragraph; white space is left as it is."""
    return Scanner(text, _READERS).read()


def is_marked(text: str) -> bool:
    """Whether there may be a mark or an address in a paragraph: most have none, and need no scanning."""
    lowered = text.lower()
    return any(mark in text for mark in _MARKS) or any(begins in lowered for begins in _ADDRESSES)
