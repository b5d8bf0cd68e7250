"""Whether every link to a place on a page finds that place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from seedbed.check.links import Reference
from seedbed.model.finding import Finding


def leads_to_top(anchor: str) -> bool:
    """Whether an anchor leads to the top of any page (HTML, "find a potential indicated element")."""
    return anchor.lower() == "top"


def check_anchors(references: Iterable[Reference], is_there: Callable[[str, str], bool]) -> Iterator[Finding]:
    """Find the links whose page is there and whose place on it is not.

    Args:
        references: Links to places on pages that are there.
        is_there: Whether a page has a place.
    """
    for reference in references:
        if not leads_to_top(reference.anchor) and not is_there(reference.target, reference.anchor):
            yield Finding(
                reference.page,
                "anchors",
                f'leads to "{reference.url}", and {reference.target} has no place "{reference.anchor}"',
            )
