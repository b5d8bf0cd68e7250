"""Titles that stand on a line with somebody's name, above the labels of a list."""

from __future__ import annotations

from seedbed.model.record import WorkRecord
from seedbed.read.lists.research_list import RESEARCH_LIST
from tests.read.seeds import LONG, read_lawfully

TITLES = ("Rain on Small Roofs", "What Do Eaves Remember?", "Gutters: A Natural History")


def works_of(form: str) -> list[WorkRecord]:
    text = "".join(
        f"{form.format(title, 2001 + n)}\n\n{LONG}\n\nFellows: Cy Roe\n\n" for n, title in enumerate(TITLES)
    )
    works = list(read_lawfully(RESEARCH_LIST, text).works())
    assert [work.title and work.title.value for work in works] == list(TITLES)
    return works


def test_the_creator_before_a_title_in_quotation_marks() -> None:
    for work in works_of("Ann Lee – “{}”"):
        assert work.creators is not None
        assert work.creators.value.names == ("Ann Lee",)


def test_cited_titles_have_a_year_and_full_names_alone() -> None:
    works = works_of("“{}” (Lee & Ek, {})")
    assert [work.date and work.date.value.year for work in works] == [2001, 2002, 2003]
    assert [work.creators for work in works] == [None] * 3
    named = works_of("“{}” (Ann Lee and Bo Ek, {})")
    assert [work.creators and work.creators.value.names for work in named] == [("Ann Lee", "Bo Ek")] * 3
