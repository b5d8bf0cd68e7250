"""What stands above a page that was saved: a clipper's front matter, or where and when somebody got the page.

Such lines tell of the page, and of nothing on it. Readers that take the first lines for a title, or front
matter for a work, are given the page alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from seedbed.model.source import Seed
from seedbed.read.formats.front_matter import fence_end
from seedbed.read.wrapped import Unwrapped, one_by_one
from seedbed.text.dates import find_date

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
_NOTE = re.compile(
    r"(?:(?:source|url|link|from|address)\s?:\s*"
    r"|(?P<when>retrieved|captured|saved|accessed|copied|archived|downloaded|fetched)(?:\s(?:on|from|at))?\s?:?\s+)?"
    r"(?P<what>\S.{0,500})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+")
_FEWEST_ADDRESSES = 2
_LONGEST_DATE = 30


def page_alone(seed: Seed) -> Unwrapped | None:
    """The seed with blank lines in place of what was written above the page; None where nothing was."""
    end = _clipped_end(seed) or _fetched_end(seed) or _noted_end(seed)
    if not end:
        return None
    lines = ("",) * end + seed.lines[end:]
    return Unwrapped(replace(seed, lines=lines), one_by_one(range(1, len(lines) + 1)))


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


def _noted_end(seed: Seed) -> int:
    """The last line of those at the top that say where the page is, or when it was saved; 0 without any.

    Where further addresses have lines of their own, each is that of a work.
    """
    end = 0
    for number, line in enumerate(seed.lines[:_MOST_FETCHED], start=1):
        if line.strip():
            if not _is_note(line.strip()):
                break
            end = number
    if not end:
        return 0
    further = sum(1 for line in seed.lines[end:] if _ADDRESS.fullmatch(line.strip()))
    return end if further < _FEWEST_ADDRESSES else 0


def _is_note(line: str) -> bool:
    found = _NOTE.fullmatch(line)
    if found is None:
        return False
    what = found["what"]
    dated = found["when"] is not None and len(what) <= _LONGEST_DATE and find_date(what) is not None
    return dated or _ADDRESS.fullmatch(what) is not None
