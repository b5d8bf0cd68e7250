"""What tools write above a page that they save: front matter of a clipper, or where a page was fetched from.

Such lines tell of the page, and of nothing on it. Readers that take the first lines for a title, or front
matter for a work, are given the page alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from seedbed.model.source import Seed
from seedbed.read.formats.front_matter import fence_end
from seedbed.read.wrapped import Unwrapped

_OF_A_WORK = re.compile(
    r"(?:doi|venue|journal|publication|booktitle|abstract|volume|issue|pages|isbn|issn|arxiv|publisher|conference)\s*:",
    re.IGNORECASE,
)
"""A key of front matter that states a work."""
_YAML = re.compile(r"[\w-]{1,40}:(?:\s|$)|\s+\S|-\s")
"""A key, or what goes on below one."""
_FETCHED = (re.compile(r"Title: \S"), re.compile(r"URL Source: https?://\S+"))
"""How a program begins that gives a page as text, each with a blank line below."""
_FETCHED_END = "Markdown Content:"
_MOST_FETCHED = 16


def page_alone(seed: Seed) -> Unwrapped | None:
    """The seed with blank lines in place of what a tool wrote above the page; None where nothing is."""
    end = _clipped_end(seed) or _fetched_end(seed)
    if not end:
        return None
    lines = ("",) * end + seed.lines[end:]
    return Unwrapped(
        replace(seed, lines=lines), tuple((number, number) for number in range(1, len(lines) + 1))
    )


def _clipped_end(seed: Seed) -> int:
    """The line that ends front matter which states no work; 0 where there is none."""
    end = fence_end(seed)
    stated = seed.lines[1 : end - 1] if end else ()
    return end if stated and all(map(_YAML.match, stated)) and not any(map(_OF_A_WORK.match, stated)) else 0


def _fetched_end(seed: Seed) -> int:
    above = [line.rstrip() for line in seed.lines[:_MOST_FETCHED]]
    if _FETCHED_END not in above:
        return 0
    end = above.index(_FETCHED_END)
    stated = [line for line in above[:end] if line]
    begun = len(stated) >= len(_FETCHED) and all(map(re.Pattern[str].match, _FETCHED, stated))
    return end + 1 if begun else 0
