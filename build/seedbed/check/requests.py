"""Whether a page, or a stylesheet, asks any other host for anything."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from seedbed.check.page import Address, ParsedPage
from seedbed.model.finding import Finding

# CSS: url(...) and the string form of @import. No part can match what the next one matches.
_ASKED_FOR = re.compile(
    r"""url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^"'()\s]*))\s*\)|@import\s*(?:"([^"\n]*)"|'([^'\n]*)')""",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

# What stands in these is part of the page itself.
_OWN_SCHEMES = frozenset({"", "data", "blob", "about"})


def check_requests(page: ParsedPage) -> Iterator[Finding]:
    """Find what a page would ask another host for by being opened."""
    for address in page.addresses:
        if address.fetched and _is_elsewhere(address.url):
            yield Finding(page.path, "requests", f'{address.element} asks another host for "{address.url}"')
    for url in _asked_for(page.styles):
        if _is_elsewhere(url):
            yield Finding(page.path, "requests", f'a style asks another host for "{url}"')


def check_stylesheet(path: str, text: str) -> Iterator[Finding]:
    """Find what a stylesheet would ask another host for."""
    for url in dict.fromkeys(_asked_for([text])):
        if _is_elsewhere(url):
            yield Finding(path, "requests", f'a style asks another host for "{url}"')


def stylesheet_addresses(text: str) -> tuple[Address, ...]:
    """What a stylesheet asks for."""
    return tuple(Address("style", url, fetched=True) for url in dict.fromkeys(_asked_for([text])) if url)


def _asked_for(styles: Iterable[str]) -> Iterator[str]:
    for style in styles:
        for match in _ASKED_FOR.finditer(_COMMENT.sub(" ", style)):
            yield next((group for group in match.groups() if group is not None), "").strip()


def _is_elsewhere(url: str) -> bool:
    """Whether an address leads out of the site; what is no address leads nowhere, as `links` tells."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.netloc) or parts.scheme.lower() not in _OWN_SCHEMES
