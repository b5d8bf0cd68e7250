"""What is kept of a page when it has been looked at: what is wrong with it, and what it expects of others."""

from __future__ import annotations

from pathlib import Path

import msgspec

from seedbed.check.html import check_html
from seedbed.check.links import ERROR_PAGE, Followed, follow
from seedbed.check.page import ParsedPage, parse_page
from seedbed.check.requests import check_requests, check_stylesheet, stylesheet_addresses
from seedbed.model.finding import Finding


class Facts(msgspec.Struct, frozen=True, array_like=True):
    """One page or stylesheet.

    Attributes:
        findings: What is wrong with it, whatever else the site has.
        targets: The files that it leads to or asks for.
        references: The places on pages that it leads to: the page, and the place.
        ids: The places on it.
        doubtful: Whether its links cannot be judged by `targets` alone.
    """

    findings: tuple[Finding, ...]
    targets: tuple[str, ...]
    references: tuple[tuple[str, str], ...]
    ids: tuple[str, ...]
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
        targets=tuple(sorted(set(followed.targets.values()))),
        references=tuple(sorted({(each.target, each.anchor) for each in followed.references})),
        ids=tuple(sorted(set(page.ids))),
        doubtful=bool(followed.faults) or path == ERROR_PAGE,
    )


def read_text(site: Path, path: str) -> str:
    """The text of a page or a stylesheet; what is not UTF-8 in it is replaced."""
    return (site / path).read_text(encoding="utf-8", errors="replace")


def read_page(path: str, text: str) -> tuple[ParsedPage, Followed]:
    """A page or a stylesheet, parsed, and where its addresses lead."""
    if path.endswith(".css"):
        page = ParsedPage(path, stylesheet_addresses(text), (), (), (), None, None, "")
    else:
        page = parse_page(path, text)
    return page, follow(page)
