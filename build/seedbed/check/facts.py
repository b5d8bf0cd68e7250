"""What is kept of a page when it has been looked at: what is wrong with it, and what it expects of others.

Files and places are kept as numbers, hashes of 64 bits: a page of a large library leads to hundreds of them,
and all that is ever asked is whether they are among those that there are. That a broken link among a million
passes for another's number has a chance of one in ten million.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

import msgspec

from seedbed.check.anchors import leads_to_top
from seedbed.check.html import check_html
from seedbed.check.links import ERROR_PAGE, Followed, follow
from seedbed.check.page import ParsedPage, parse_page
from seedbed.check.requests import check_requests, check_stylesheet, stylesheet_addresses
from seedbed.model.finding import Finding


class Facts(msgspec.Struct, frozen=True, array_like=True):
    """One page or stylesheet.

    Attributes:
        findings: What is wrong with it, whatever else the site has.
        targets: The files that it leads to or asks for, packed.
        references: The places on pages that it leads to, packed.
        ids: The places on it, packed.
        doubtful: Whether its links cannot be judged by `targets` alone.
    """

    findings: tuple[Finding, ...]
    targets: bytes
    references: bytes
    ids: bytes
    doubtful: bool


def is_looked_at(path: str) -> bool:
    """Whether a file of the site is a page or a stylesheet."""
    return path.endswith((".html", ".css"))


def look_at(site: str, paths: tuple[str, ...]) -> tuple[tuple[str, Facts], ...]:
    """Read pages and stylesheets, and keep what matters of them."""
    return tuple((path, _facts(Path(site), path)) for path in paths)


def _facts(site: Path, path: str) -> Facts:
    text = read_text(site, path)
    page, followed = read_page(path, text)
    if path.endswith(".css"):
        findings = tuple(check_stylesheet(path, text))
    else:
        findings = (*check_html(page, text), *check_requests(page))
    return Facts(
        findings=findings,
        targets=_pack(map(_number_again, followed.targets.values())),
        references=_pack(
            _number_again(each.target, each.anchor)
            for each in followed.references
            if not leads_to_top(each.anchor)
        ),
        ids=_pack(number(path, name) for name in page.ids),
        doubtful=bool(followed.faults) or path == ERROR_PAGE,
    )


def number(path: str, place: str = "") -> int:
    """The number of a file, or of a place on a page."""
    return int.from_bytes(blake2b(f"{path}#{place}".encode(errors="replace"), digest_size=8).digest(), "big")


# The pages of a library lead to the same places over and over.
_number_again = lru_cache(maxsize=20_000)(number)


def _pack(numbers: Iterable[int]) -> bytes:
    return array("Q", sorted(set(numbers))).tobytes()


def unpack(packed: bytes) -> array[int]:
    """The numbers in what was packed."""
    return array("Q", packed)


def read_text(site: Path, path: str) -> str:
    """The text of a page or a stylesheet; what is not UTF-8 in it is replaced."""
    return (site / path).read_text(encoding="utf-8", errors="replace")


def read_page(path: str, text: str) -> tuple[ParsedPage, Followed]:
    """A page or a stylesheet, parsed, and where its addresses lead."""
    is_style = path.endswith(".css")
    page = ParsedPage(path, stylesheet_addresses(text)) if is_style else parse_page(path, text)
    return page, follow(page)
