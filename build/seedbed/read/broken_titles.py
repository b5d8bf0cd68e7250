"""Titles that a page's width breaks into two lines, which are too short to tell that width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from seedbed.read.creators import is_name_list
from seedbed.read.lists.card_labels import WHO, basic_label
from seedbed.read.profile_head import is_head
from seedbed.read.references.reference import is_marked
from seedbed.read.shape import is_prose
from seedbed.read.vocabulary import OF_HEADINGS, TITLE_WORDS
from seedbed.read.works.bylines import read_byline
from seedbed.read.works.publication_headings import names_list

_FEWEST_TITLE_WORDS = 4
"""Words before a colon, over running text, of which a label has fewer."""
_FEWEST_BEFORE_SUBTITLE = 3
"""The same over names, which tell a title from a label."""


def broken_titles(lines: Sequence[str]) -> set[int]:
    """The indexes of short lines that the next one goes on with, as two lines of one title.

    Two lines are that which touch, stand apart over running text, and break inside a phrase. So they do where
    the second begins with a small letter, or the first ends in a word that no title ends in, or before a
    subtitle. In place of the text there may be a label that names people, and below a subtitle its authors.
    """
    return {
        at
        for at, (line, more) in enumerate(pairwise(lines[:-2]))
        if line
        and more
        and (at == 0 or not lines[at - 1])
        and not more.startswith("by ")
        and not is_prose(f"{line} {more}")
        and not is_head(line)
        and (_breaks_over_text(lines, at) or _breaks_over_names(lines, at))
    }


def _breaks_over_text(lines: Sequence[str], at: int) -> bool:
    """Whether two lines break inside a phrase, and stand apart over running text."""
    line, more, below = lines[at : at + 3]
    broken = more[0].islower() or line.rsplit(maxsplit=1)[-1] in TITLE_WORDS or _ends_before_subtitle(line)
    return not below and broken and _is_below_title(next(filter(None, lines[at + 3 : at + 5]), ""))


def _breaks_over_names(lines: Sequence[str], at: int) -> bool:
    """Whether two lines are a title and its subtitle, and those below surely say who wrote the work."""
    line, more, *below = lines[at : at + 4]
    named = next(filter(None, below), "")
    words = line.rstrip(":").casefold().split()
    begun = line.endswith(":") and len(words) >= _FEWEST_BEFORE_SUBTITLE and OF_HEADINGS.isdisjoint(words)
    if not begun or names_list(line) or more[0].islower() or is_marked(line):
        return False
    byline = read_byline(named) if named else None
    who = byline is not None and (byline.leaves_out_owner or len(byline.creators.names) > 1)
    return who and read_byline(more) is None


def _is_below_title(line: str) -> bool:
    """Whether a line is running text, and no list of names that ends in "et al.", or labels people."""
    return (is_prose(line) and not is_name_list(line)) or basic_label(line) in WHO


def _ends_before_subtitle(line: str) -> bool:
    """Whether a line ends in a colon, and is too long for a label."""
    return line.endswith(":") and len(line.split()) >= _FEWEST_TITLE_WORDS
