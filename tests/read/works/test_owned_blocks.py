from __future__ import annotations

import pytest

from seedbed.model.record import NameList, ProfileRecord
from seedbed.read.registry import read
from seedbed.read.works.owned_blocks import find_owned_blocks, find_owner
from seedbed.read.works.publications import PUBLICATIONS
from seedbed.text.lines import filled
from tests.read.seeds import LONG, read_lawfully, seed_of

WORKS = """Late Frost
Journal of Rain (2022)
Draft here

Salt and Sleep (with Bo Ek and Cy Roe)
Noûs (2021)

Do We Remember Rain?
Rain & Public Affairs (forthcoming)
"""
PAGE = f"🌧 Ida Roe\nPhilosopher, University of Cork\n\n{LONG}\n\nArticles\n\n{WORKS}"


def test_works_of_the_owner_of_a_page() -> None:
    reading = read(seed_of(PAGE))
    assert reading.kind == PUBLICATIONS.kind
    (profile,) = reading.records
    assert isinstance(profile, ProfileRecord)
    assert profile.name.value == "Ida Roe"
    stated = [
        (work.title and work.title.value, work.creators and work.creators.value) for work in profile.works
    ]
    assert stated == [
        ("Late Frost", None),
        ("Salt and Sleep", NameList(("Bo Ek", "Cy Roe"), complete=False)),
        ("Do We Remember Rain?", None),
    ]
    assert [work.date and work.date.value.year for work in profile.works] == [2022, 2021, None]


@pytest.mark.parametrize(
    "text",
    [
        WORKS,
        f"Ida Roe\n{WORKS.partition('Do We')[0]}",
        "Ida Roe\nPhD in Rain\nCork University (2015)\nMA\nCork College (2011)\nBA\nLund Lab (2009)\n",
        "Ida Roe\nBest Paper (2015)\nBest Talk (2016)\nBest Roof (2017)\nBest Rain (2018)\n",
    ],
)
def test_none_without_an_owner_or_three_works(text: str) -> None:
    assert not find_owned_blocks(seed_of(text), filled(text.split("\n")))
    assert list(read_lawfully(PUBLICATIONS, text).works()) == []


@pytest.mark.parametrize(
    ("text", "first", "owner"),
    [
        ("\n— Ida Roe\nRain", 3, "Ida Roe"),
        ("Rain Lab\nUniversity of Cork", 3, ""),
        ("Working Papers\nSelected Articles", 3, ""),
        ("Job Market Paper\nPolicy Writing", 3, ""),
        ("Ida Roe\nBo Ek", 1, ""),
        ("", 1, ""),
    ],
)
def test_who_owns_a_page(text: str, first: int, owner: str) -> None:
    seed = seed_of(text)
    found = find_owner(seed, filled(seed.lines), first)
    assert (found.text if found else "") == owner


def test_the_only_name_among_menus_owns_a_page() -> None:
    menus = "Skip to main content\nIda Roe\nHome\n"
    seed = seed_of(f"{menus}Job Market Paper\n\nRain and Rents\n")
    found = find_owner(seed, filled(seed.lines)[3:], 6)
    assert found is not None
    assert found.text == "Ida Roe"
    seed = seed_of(f"{menus}Bo Ek\nLog in\nJob Market Paper\n\nRain and Rents\n")
    assert find_owner(seed, filled(seed.lines)[5:], 8) is None


ECONOMIST = f"""Search this site
Skip to main content
Ida Roe
Home
Research
Teaching
CV

Ida Roe

Working papers

Rain and Rents (with Bo Ek)
Revise and resubmit, Journal of Roofs
Abstract: {LONG}

Who Pays for Gutters? Evidence from Cork
Job market paper
Abstract: {LONG}

Eaves Without Contracts (with Bo Ek and Cy Roe), field work under way
"""


def test_papers_with_abstracts_or_others_behind_their_titles() -> None:
    (profile,) = read(seed_of(ECONOMIST)).records
    assert isinstance(profile, ProfileRecord)
    assert profile.name.value == "Ida Roe"
    assert [
        (work.title and work.title.value, work.venue, work.abstract and work.abstract.value)
        for work in profile.works
    ] == [
        ("Rain and Rents", None, LONG),
        ("Who Pays for Gutters? Evidence from Cork", None, LONG),
        ("Eaves Without Contracts", None, None),
    ]


def test_numbered_papers_that_name_the_others_alone() -> None:
    text = """Home page of Ida Roe

[4] (with B. Ek and C. Poe) Rigid roofs revisited. arXiv:2309.99871. [arXiv]
[3] (with B. Ek) Bounded rain and fans. Groups Geom. Roofs 17 (2023), no. 2, 401–433. [journal]
[2] Eaves with few ends. Bull. Cork Math. Soc. 53 (2021), 1120–1131. [pdf]
[1] (with S. Iyer) Two remarks on gutters. Math. R. 147 (2019), no. 1–2, 77–84.

Former students
Omar Poe (2020), Klara Moe (2017)

Last modified: 12 January 2024
"""
    (profile,) = read(seed_of(text)).records
    assert isinstance(profile, ProfileRecord)
    assert profile.name.value == "Ida Roe"
    assert [
        (work.title and work.title.value, work.date and work.date.value.year, work.venue and work.venue.value)
        for work in profile.works
    ] == [
        ("Rigid roofs revisited", None, None),
        ("Bounded rain and fans", 2023, "Groups Geom. Roofs"),
        ("Eaves with few ends", 2021, "Bull. Cork Math. Soc"),
        ("Two remarks on gutters", 2019, "Math. R"),
    ]
