"""Whether every internal address leads to a file, as over `file://`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from seedbed.check.page import ParsedPage
from seedbed.model.finding import Finding

# A host shows this page at any address, so its own addresses start from the host's root.
ERROR_PAGE = "404.html"

# The site lies fewer folders than this below its host's root.
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Reference:
    """A link from a page to a place on a page.

    Attributes:
        page: The page that has the link.
        url: As the page states it.
        target: The page that it leads to, below the site.
        anchor: The place on it, decoded.
    """

    page: str
    url: str
    target: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Followed:
    """Where the internal addresses of a page lead.

    Attributes:
        targets: The files, by the address that leads there and its element.
        references: The places on pages.
        faults: What is wrong with an address whatever files there are.
    """

    targets: dict[tuple[str, str], str]
    references: tuple[Reference, ...]
    faults: tuple[str, ...]


def follow(page: ParsedPage) -> Followed:
    """Find out where the addresses of a page lead, as over `file://`, without looking at any other file."""
    targets, references, faults = {}, [], []
    folder = posixpath.dirname(page.path)
    for address in page.addresses:
        try:
            target, anchor = _lead(folder, address.url)
        except ValueError:
            faults.append(f'{address.element} states "{address.url}", which is no address')
            continue
        if target is None:
            continue
        if target.startswith("/") and page.path != ERROR_PAGE:
            faults.append(f'{address.element} leads to "{address.url}", which only a web server can follow')
            continue
        target = target or page.path
        targets[address.element, address.url] = target
        if anchor and target.endswith(".html"):
            references.append(Reference(page.path, address.url, target, anchor))
    return Followed(targets, tuple(references), tuple(faults))


# An address that is a path as it stands, and a place: nothing in it would be taken for anything else.
_PLAIN = re.compile(r"(?!//)([-\w./]*+)(?:#([-\w.]*+))?+", re.ASCII)


# The pages of a library lead to the same places over and over.
@lru_cache(maxsize=20_000)
def _lead(folder: str, url: str) -> tuple[str | None, str]:
    """Where an address leads to from the pages of a folder: the file, and the place in it.

    Returns:
        A path from the host's root has a slash before it, and one to no file a slash at its end. Nothing
        stands for the page itself, and None for what is not within the site.

    Raises:
        ValueError: It is no address.
    """
    if plain := _PLAIN.fullmatch(url):
        path, fragment = plain[1], plain[2] or ""
    else:
        parts = urlsplit(url)
        if parts.scheme or parts.netloc:
            return None, ""
        path, fragment = unquote(parts.path), unquote(parts.fragment)
    if path and not path.startswith("/"):
        no_file = "/" if path.endswith("/") else ""
        path = posixpath.normpath(posixpath.join(folder, path)) + no_file
    return path, fragment


def check_links(page: ParsedPage, followed: Followed, files: frozenset[str]) -> Iterator[Finding]:
    """Find the addresses of a page that lead nowhere.

    Args:
        page: The page.
        followed: Where its addresses lead.
        files: Every file of the site, by its path below it.
    """
    for fault in followed.faults:
        yield Finding(page.path, "links", fault)
    for (element, url), target in followed.targets.items():
        if target not in files and not (target.startswith("/") and _is_below_root(target, files)):
            yield Finding(page.path, "links", f'{element} leads to "{url}", and there is no file "{target}"')


def _is_below_root(path: str, files: frozenset[str]) -> bool:
    """Whether a path from the host's root leads to a file, where the site may lie in a folder of the host."""
    names = f"{path}index.html" if path.endswith("/") else path
    parts = names.strip("/").split("/")
    return not files.isdisjoint("/".join(parts[start:]) for start in range(min(len(parts), DEEPEST)))
