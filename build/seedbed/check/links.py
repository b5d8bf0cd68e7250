"""Whether every internal address leads to a file, as over `file://`."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from seedbed.check.page import Address, ParsedPage
from seedbed.model.finding import Finding

# A host shows this page at any address, so its own addresses start from the host's root.
ERROR_PAGE = "404.html"


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


def check_links(page: ParsedPage, files: frozenset[str]) -> tuple[list[Finding], list[Reference]]:
    """Find the addresses of a page that lead nowhere.

    Args:
        page: The page.
        files: Every file of the site, by its path below it.

    Returns:
        The faults, and the references to places on pages, which need the whole site to be judged.
    """
    findings, references = [], []
    for address in page.addresses:
        target, anchor, fault = _follow(page.path, address, files)
        if fault:
            findings.append(Finding(page.path, "links", fault))
        elif anchor and target.endswith(".html"):
            references.append(Reference(page.path, address.url, target, anchor))
    return findings, references


def _follow(page: str, address: Address, files: frozenset[str]) -> tuple[str, str, str]:
    """The file that an address leads to, the place on it, and what is wrong; all empty for elsewhere."""
    url = address.url
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", "", f'{address.element} states "{url}", which is no address'
    if parts.scheme or parts.netloc:
        return "", "", ""
    path = unquote(parts.path)
    if path.startswith("/"):
        return _follow_from_root(page, address, path, files)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if target not in files or path.endswith("/"):
        return "", "", f'{address.element} leads to "{url}", and there is no file "{target}"'
    return target, unquote(parts.fragment), ""


def _follow_from_root(page: str, address: Address, path: str, files: frozenset[str]) -> tuple[str, str, str]:
    """Follow an address from the host's root, where the site may lie in a folder that is not known here."""
    if page != ERROR_PAGE:
        return "", "", f'{address.element} leads to "{address.url}", which only a web server can follow'
    names = path.strip("/").split("/")
    candidates = ["/".join(names[start:]) for start in range(min(len(names), 8))]
    if path.endswith("/"):
        candidates = [posixpath.join(each, "index.html") for each in candidates] + ["index.html"]
    if files.isdisjoint(candidates):
        return "", "", f'{address.element} leads to "{address.url}", and there is no such file'
    return "", "", ""
