"""Addresses that stand in running text, and DOIs and numbers at arXiv, which stand for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seedbed.text.lines import clean

# White space, controls and quotes end an address; so do marks that no sentence writes inside one.
_ADDRESS = re.compile(
    r"""(?<![\w@./-])(?:https?://|www\.)(?=[^\W_])[^\s\x00-\x20\x7f<>"“”«»{}|^`\u200b-\u200f\u2028-\u202e。，、）】]+""",
    re.IGNORECASE,
)
_DOI = re.compile(
    r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?(?P<doi>10\.\d{4,9}/[^\s<>\"{}\\]+)", re.IGNORECASE
)
_ARXIV = re.compile(
    r"(?:arxiv:\s*)?(?P<id>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)", re.IGNORECASE
)
_LATEX_ESCAPE = re.compile(r"\\([_%#&~$])")
_NO_ESCAPE = re.compile(r"\\(?![_%#&~$])")
_TRAILING = ".,;:!?'’‘*_…\\"
_OPENING = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class Address:
    """An address and its place.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last.
        shown: As it stands there, LaTeX's escapes undone.
        url: The address itself: as shown, with `https://` where only `www.` is written.
    """

    start: int
    end: int
    shown: str
    url: str


def find_addresses(text: str) -> tuple[str, ...]:
    r"""The addresses in `text`, once each, in the order in which they first stand there.

    Only `http`, `https` and bare `www.` addresses are known; the last are given `https://`. Punctuation that
    belongs to the sentence is left out, LaTeX's escapes (`\_`, `\%`) are undone.
    """
    return tuple(dict.fromkeys(address.url for address in locate_addresses(text)))


def is_address(text: str) -> bool:
    """Whether `text` is an address and nothing else."""
    return " " not in text and len(find_addresses(text)) == 1


def address_of(text: str) -> str:
    """The http(s) address that `text` is, or that its DOI or its number at arXiv stands for; else empty."""
    stated = clean(text)
    if match := _DOI.fullmatch(stated):
        return f"https://doi.org/{match['doi'].rstrip('.,;')}"
    if match := _ARXIV.fullmatch(stated):
        return f"https://arxiv.org/abs/{match['id']}"
    found = find_addresses(stated)
    return found[0] if len(found) == 1 and " " not in stated else ""


def locate_addresses(text: str) -> Iterator[Address]:
    """The addresses in `text`, as `find_addresses` knows them, each time that one stands there."""
    if "://" not in text and "www." not in text.lower():
        return
    for match in _ADDRESS.finditer(text):
        address = _tidy(match)
        if address is not None:
            yield address


def without_addresses(text: str) -> str:
    """The text with as many dots in place of each address, so that all else stands where it stood."""
    parts: list[str] = []
    end = 0
    for address in locate_addresses(text):
        parts += (text[end : address.start], "." * (address.end - address.start))
        end = address.end
    return "".join((*parts, text[end:])) if parts else text


def address_at(text: str, start: int, end: int) -> Address | None:
    """The address that begins at `start` and lies before `end`, if there is one."""
    match = _ADDRESS.match(text, start, end)
    return None if match is None else _tidy(match)


def _tidy(match: re.Match[str]) -> Address | None:
    stated = _without_trailing(_NO_ESCAPE.split(match.group(), maxsplit=1)[0])
    shown = url = _LATEX_ESCAPE.sub(r"\1", stated)
    if shown[:4].lower() == "www.":
        if "." not in shown[4:]:
            return None
        url = f"https://{shown}"
    return Address(match.start(), match.start() + len(stated), shown, url)


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
