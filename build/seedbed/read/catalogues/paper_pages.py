"""Pages that an archive keeps for one paper each, whose authors stand over where they work."""

from __future__ import annotations

import re

from seedbed.read.catalogues.layout import Layout, Step
from seedbed.read.catalogues.lines import DAY, like, name, prose, title, unlike, venue
from seedbed.read.works.affiliations import is_institution_line

_REVISED = rf"(?:last )?revised: {DAY}"
_NO_NAME = r"date written: .*|abstract|see all articles by .*|.*\d.*|.* [-–—] .*"
_MOST_AUTHORS = 15


def _person(text: str) -> str | None:
    """An author's name, which is no institution's."""
    return None if is_institution_line(text) else unlike(_NO_NAME, name)(text)


def _place(text: str) -> str | None:
    """Where an author works; no line that may be the next author's name."""
    return unlike(r"date written: .*|abstract|posted: .*", venue)(text) if _person(text) is None else None


_SSRN_PAPER = Layout(
    place="SSRN",
    sign="Date Written: ",
    anchor=re.compile(rf"(?:\d{{1,4}} pages )?posted: (?P<date>{DAY})(?:,? {_REVISED})?", re.IGNORECASE),
    above=(
        Step("", like(r"\d{1,4} pages"), least=0),
        Step("title", title),
    ),
    below=(
        Step("", like(_REVISED), least=0),
        Step("", like("see all articles by .*"), least=0),
        *(
            step
            for _ in range(_MOST_AUTHORS)
            for step in (Step("names", _person, least=0), Step("", _place, least=0, most=2))
        ),
        Step("", like("date written: .*")),
        Step("", like("abstract"), least=0),
        Step("abstract", prose, least=0, most=6),
        Step("topics", like("keywords: (.+)"), least=0),
    ),
    needs=("title", "names"),
)
"""A line that may be anybody's ends the authors; then no day of writing stands below, and nothing is read."""

PAPER_PAGES: tuple[Layout, ...] = (_SSRN_PAPER,)
