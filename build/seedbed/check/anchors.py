"""Whether every link to a place on a page finds that place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from seedbed.check.links import Reference
from seedbed.model.finding import Finding


def check_anchors(references: Iterable[Reference], ids: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """Find the links whose page is there and whose place on it is not.

    Args:
        references: Every link of the site to a place on a page.
        ids: The places of each page, by the page's path.
    """
    for reference in references:
        # "#top" and "#" lead to the top of any page (HTML, "find a potential indicated element").
        if reference.anchor.lower() != "top" and reference.anchor not in ids[reference.target]:
            yield Finding(
                reference.page,
                "anchors",
                f'leads to "{reference.url}", and {reference.target} has no place "{reference.anchor}"',
            )
