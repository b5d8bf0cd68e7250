"""Every check, over every page of a site, each page read and parsed once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from seedbed.check.anchors import check_anchors
from seedbed.check.html import check_html
from seedbed.check.links import check_links
from seedbed.check.page import parse_page
from seedbed.check.requests import check_requests, check_stylesheet
from seedbed.model.finding import Finding


def check_site(site: Path) -> tuple[Finding, ...]:
    """Look for what is wrong with a finished site, as a reader would find it in a folder opened by `file://`.

    Takes time in proportion to the size of the site, and looks at no other host.

    Returns:
        Every fault, sorted; none for a site that is as it should be.
    """
    files = frozenset(_walk(site))
    findings: list[Finding] = []
    ids: dict[str, frozenset[str]] = {}
    references = []
    for path in sorted(files):
        if path.endswith(".html"):
            text = (site / path).read_text(encoding="utf-8", errors="replace")
            page = parse_page(path, text)
            ids[path] = frozenset(page.ids)
            faults, found = check_links(page, files)
            findings += faults
            references += found
            findings += check_html(page, text)
            findings += check_requests(page)
        elif path.endswith(".css"):
            text = (site / path).read_text(encoding="utf-8", errors="replace")
            findings += check_stylesheet(path, text, files)
    findings += check_anchors(references, ids)
    return tuple(sorted(set(findings)))


def _walk(folder: Path, prefix: str = "") -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _walk(Path(entry.path), f"{prefix}{entry.name}/")
            else:
                yield f"{prefix}{entry.name}"
