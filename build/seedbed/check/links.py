"""Whether every internal address leads to a file, as over `file://`."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
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
    for address in page.addresses:
        try:
            parts = urlsplit(address.url)
        except ValueError:
            faults.append(f'{address.element} states "{address.url}", which is no address')
            continue
        if parts.scheme or parts.netloc:
            continue
        path = unquote(parts.path)
        if path.startswith("/") and page.path != ERROR_PAGE:
            faults.append(f'{address.element} leads to "{address.url}", which only a web server can follow')
            continue
        target = _target(page.path, path)
        targets[address.element, address.url] = target
        if parts.fragment and target.endswith(".html"):
            references.append(Reference(page.path, address.url, target, unquote(parts.fragment)))
    return Followed(targets, tuple(references), tuple(faults))


def _target(page: str, path: str) -> str:
    """The file that a path leads to from a page; a slash at its end is left on, as no file has one."""
    if path.startswith("/"):
        return path
    if not path:
        return page
    folder = "/" if path.endswith("/") else ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) + folder


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
