"""Addresses that stand in running text."""

from __future__ import annotations

import re

# White space, controls and quotes end an address; so do marks that no sentence writes inside one.
_ADDRESS = re.compile(
    r"""(?<![\w@./-])(?:https?://|www\.)(?=[^\W_])[^\s\x00-\x20\x7f<>"“”«»{}|^`\u200b-\u200f\u2028-\u202e。，、）】]+""",
    re.IGNORECASE,
)
_LATEX_ESCAPE = re.compile(r"\\([_%#&~$])")
_TRAILING = ".,;:!?'’‘*_…\\"
_OPENING = {")": "(", "]": "["}


def find_addresses(text: str) -> tuple[str, ...]:
    r"""The addresses in `text`, once each, in the order in which they first stand there.

    Only `http`, `https` and bare `www.` addresses are known; the last are given `https://`. Punctuation that
    belongs to the sentence is left out, LaTeX's escapes (`\_`, `\%`) are undone.
    """
    found = (_tidy(match.group()) for match in _ADDRESS.finditer(text))
    return tuple(dict.fromkeys(address for address in found if address))


def _tidy(stated: str) -> str:
    address = _LATEX_ESCAPE.sub(r"\1", stated).partition("\\")[0]
    address = _without_trailing(address)
    if address[:4].lower() == "www.":
        return f"https://{address}" if "." in address[4:] else ""
    return "" if address.endswith("/") and address.count("/") == len("//") else address


def _without_trailing(address: str) -> str:
    """Drop sentence marks from the end, and closing brackets that were not opened inside."""
    surplus = {close: address.count(close) - address.count(opened) for close, opened in _OPENING.items()}
    end = len(address)
    while end:
        last = address[end - 1]
        if last in surplus and surplus[last] > 0:
            surplus[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return address[:end]
