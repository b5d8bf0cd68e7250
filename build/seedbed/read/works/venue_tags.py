"""Where a work appeared, in brackets in front of its title: "[RAIN'25] On Rain"."""

from __future__ import annotations

import re

from seedbed.read.references.venue import VENUE

_TAG = re.compile(
    r"[\[(](?P<where>[^\W\d_][\w&/ .-]{1,30}?(?:[ '’-]?(?:19|20)\d\d|['’]\d\d))[\])]:?\s+(?=\S+ \S)"
)
"""As in "[RAIN'25] On Rain", "(Rain Letters 2024) On Rain"."""
_ACRONYM = re.compile(r"[A-Z][\w&/]*[A-Z]")


def part_tag(title: str) -> tuple[str, str]:
    """Where a work appeared, if brackets in front of its title say so with a year, and the title itself.

    That is an acronym, or holds a word that venues have: news have their date there.
    """
    tag = _TAG.match(title)
    named = tag is not None and (_ACRONYM.search(tag["where"]) or VENUE.search(tag["where"]))
    return (tag["where"], title[tag.end() :]) if tag and named else ("", title)
