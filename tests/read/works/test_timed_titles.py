"""Talks of a programme whose title stands behind a time."""

from __future__ import annotations

import pytest

from seedbed.read.works.timed_titles import find_timed_blocks
from seedbed.text.lines import filled

TITLES = ("Slow Rain over Cork", "Wells", "[ONLINE] Old Roofs of Oslo", "do gutters hear?")


def _page(names: str) -> str:
    return "\n\n".join(f"{10 + at}:30\t{title}\n\t{names}\n" for at, title in enumerate(TITLES))


@pytest.mark.parametrize("names", ["Ann Lee, Bo Ek", "Ann Lee¹ ², Bo Ek²", "Ann Lee, Bo Ek, Kartini"])
def test_titles_behind_times_and_over_names(names: str) -> None:
    blocks = find_timed_blocks(filled(_page(names).splitlines()))
    assert [block.title.text for block in blocks] == [title.removeprefix("[ONLINE] ") for title in TITLES]
    assert all(block.creators.names[:2] == ("Ann Lee", "Bo Ek") for block in blocks)


@pytest.mark.parametrize("names", ["Ann Lee", "We speak of rain there.", "University of Cork"])
def test_who_speaks_under_a_heading_is_no_creator(names: str) -> None:
    assert find_timed_blocks(filled(_page(names).splitlines())) == []


def test_what_stands_between_talks_is_none() -> None:
    page = _page("Ann Lee, Bo Ek").replace("Wells", "Lunch on the lawn").replace("Slow Rain", "Registration")
    assert find_timed_blocks(filled(page.splitlines())) == []
