from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from seedbed.read.catalogues.layout import Layout, Step, find_entries
from seedbed.read.catalogues.lines import day, like, name, names, prose, title
from seedbed.read.coverage import find_fault
from seedbed.read.formats.bibliography import read_entries
from seedbed.text.lines import filled
from tests.read.seeds import LONG, seed_of

LAYOUT = Layout(
    place="a place",
    sign="*",
    anchor=re.compile(r"\*(?P<date> \d{4})?"),
    above=(Step("names", name, most=9), Step("title", title)),
    below=(
        Step("", like("share"), least=0),
        Step("abstract", prose, least=0, most=3),
        Step("address", like(r"at (https://\S+)"), least=0, far=True),
    ),
    heading=re.compile(r"In (?P<date>\d{4})"),
    end=re.compile("The end"),
)


def entries(text: str) -> list[tuple[str | None, list[str], str | None, list[str], str | None]]:
    return [
        (
            entry.title.value if entry.title else None,
            [stated.value for stated in entry.names],
            entry.abstract.value if entry.abstract else None,
            [stated.value for stated in entry.addresses],
            entry.under.value if entry.under else None,
        )
        for entry in find_entries(filled(text.splitlines()), LAYOUT)
    ]


def test_steps() -> None:
    text = (
        f"In 2020\nOn rain\nAnn Lee\nBo Ek\n* 2021\nshare\n{LONG}\nLike\nat https://a.example\n"
        "In 2019\nOn soil\nCy Roe\n*\n"
    )
    assert entries(text) == [
        ("On rain", ["Ann Lee", "Bo Ek"], LONG, ["https://a.example"], "2020"),
        ("On soil", ["Cy Roe"], None, [], "2019"),
    ]


def test_a_step_that_does_not_fit() -> None:
    assert entries("On rain\n*\n") == []
    assert entries("Ann Lee\n*\n") == []


def test_no_line_is_of_two_papers() -> None:
    text = "On rain\nAnn Lee\n*\nBo Ek\n*\nat https://a.example\n"
    assert entries(text) == [("On rain", ["Ann Lee"], None, ["https://a.example"], None)]


def test_a_far_step_ends_at_the_next_paper() -> None:
    text = "On rain\nAnn Lee\n*\nOn soil\nBo Ek\n*\nat https://a.example\n"
    assert [found[3] for found in entries(text)] == [[], ["https://a.example"]]


def test_nothing_is_read_below_the_end() -> None:
    assert entries("The end\nOn rain\nAnn Lee\n*\n") == []


def test_what_must_be_stated() -> None:
    layout = Layout(
        "a place", "*", LAYOUT.anchor, LAYOUT.above, (Step("date", day, least=0),), needs=("dates",)
    )
    dated = find_entries(filled(["On rain", "Ann Lee", "*", "2021", "On soil", "Bo Ek", "*"]), layout)
    assert [entry.title.value for entry in dated if entry.title] == ["On rain"]


def test_names_of_several_forms() -> None:
    lines = [
        "Ann Lee 1, Bo Ek 2 3",
        "Ann Lee | Bo Ek",
        "View ORCID ProfileAnn Lee, Bo Ek",
        "Ann Lee and Bo Ek",
    ]
    for line in lines:
        (entry,) = find_entries(
            filled(["On rain", line, "*"]),
            Layout("a place", "*", LAYOUT.anchor, (Step("names", names), Step("title", title))),
        )
        assert [stated.value for stated in entry.names] == ["Ann Lee", "Bo Ek"]


_LINES = st.sampled_from(
    [
        "On rain",
        "Ann Lee",
        "…",
        "*",
        "* 2021",
        "share",
        LONG,
        "at https://a.example",
        "In 2020",
        "",
        "The end",
        "2021",
    ]
)


@given(st.lists(_LINES, max_size=40))
def test_whatever_the_lines_are_the_law_holds(lines: list[str]) -> None:
    seed = seed_of("\n".join(lines))
    found = find_entries(filled(seed.lines), LAYOUT)
    assert find_fault(read_entries(seed, "page", found)) == ""
    titles = [entry.title.first for entry in found if entry.title]
    assert titles == sorted(set(titles))
