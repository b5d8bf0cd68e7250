from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.read.works.bylines import read_byline


@pytest.mark.parametrize(
    ("text", "names", "sure"),
    [
        ("Ann Lee, Bo Ek", ("Ann Lee", "Bo Ek"), True),
        ("by Ann Lee", ("Ann Lee",), True),
        ("By Ann Lee and Bo Ek - #30881 (DEV)", ("Ann Lee", "Bo Ek"), True),
        ("Authors: Ann Lee, Noor al-Rashid", ("Ann Lee", "Noor al-Rashid"), True),
        ("Ann Lee* (1), Bo Ek (2)", ("Ann Lee", "Bo Ek"), True),
        ("Ann Lee, Independent Researcher, and Bo Ek, University of Cork", ("Ann Lee", "Bo Ek"), True),
        ("Ann Lee and Bo Ek, Independent Scholars", ("Ann Lee", "Bo Ek"), True),
        ("Stuart Hall", ("Stuart Hall",), False),
        ("Ann Lee (1,2); Bo Ek (2); The Rain Team", ("Ann Lee", "Bo Ek"), True),
        ("J. A. Lee", ("J. A. Lee",), True),
        ("Lee A", ("Lee, A.",), True),
        ("Ann Lee", ("Ann Lee",), False),
        ("Ann Lee, Bo Ek · inria", ("Ann Lee", "Bo Ek"), True),
        ("Ann Lee (University of Cork)", ("Ann Lee",), True),
        ("Ann Lee (Rain Institute) and Bo Ek (Independent scholar)", ("Ann Lee", "Bo Ek"), True),
        ("Lee AB*, van der Ek C, Roe D#", ("Lee, A.B.", "van der Ek, C.", "Roe, D."), True),
        ("by Ann Lee and Bo Ek, mentored by Cy Roe", ("Ann Lee", "Bo Ek"), True),
        ("Par Ann Lee, Bo Poe Ek et Cy Roe", ("Ann Lee", "Bo Poe Ek", "Cy Roe"), True),
        ("Par Ann Lee", ("Ann Lee",), True),
        ("Ann Lee — Journal of Rain, 2024", ("Ann Lee",), True),
        ("Ann Lee and Bo Ek and Cy Roe", ("Ann Lee", "Bo Ek", "Cy Roe"), True),
        ("Ann Lee — University of Cork", ("Ann Lee",), True),
        ("Ann Lee - EPFL", ("Ann Lee",), True),
        ("Ann Lee, Harvard Medical School, USA", ("Ann Lee",), True),
        ("Ann Lee (SAP)*; Bo Ek (University of Cork)", ("Ann Lee", "Bo Ek"), True),
        ("1A-2 Ann Lee and Bo Ek", ("Ann Lee", "Bo Ek"), True),
        ("P12. Ann Lee, Bo Ek", ("Ann Lee", "Bo Ek"), True),
        ("A Lee, B Ek", ("A Lee", "B Ek"), True),
        ("Par Lagerkvist, Bo Ek", ("Par Lagerkvist", "Bo Ek"), True),
        ("By Peter van 't Hof and Cho Da-hye", ("Peter van 't Hof", "Cho Da-hye"), True),
    ],
)
def test_whom_a_line_names(text: str, names: tuple[str, ...], *, sure: bool) -> None:
    byline = read_byline(text)
    assert byline is not None
    assert (byline.creators.names, byline.sure, byline.creators.complete) == (names, sure, True)


@pytest.mark.parametrize("more", ["(+3 more)", "et al.", "· +2 more", "…"])
def test_names_between_dots_of_which_some_are_left_out(more: str) -> None:
    byline = read_byline(f"Ann Lee · Bo Ek · Cy Roe {more}")
    assert byline is not None
    assert (byline.creators.names, byline.creators.complete) == (("Ann Lee", "Bo Ek", "Cy Roe"), False)
    assert byline.organisations == ()


@pytest.mark.parametrize(
    "text", ["with Ann Lee and Bo Ek", "(with Ann Lee and Bo Ek)", "[joint with Ann Lee & Bo Ek]"]
)
def test_those_beside_the_owner_of_a_list(text: str) -> None:
    byline = read_byline(text)
    assert byline is not None
    assert (byline.creators.names, byline.creators.complete) == (("Ann Lee", "Bo Ek"), False)


@pytest.mark.parametrize(
    ("behind", "where"),
    [
        (", May 2024", "May 2024"),
        (", Journal of Rain, 2024, 17(2), 211–248", "Journal of Rain, 2024, 17(2), 211–248"),
        (", Journal of Rain 4(2), 2020. Lead article [PDF]", "Journal of Rain 4(2), 2020"),
        (", March 2025. Revise and resubmit, Journal of Rain", "March 2025"),
        (". Rain Discussion Paper 24/07, 2024 [pdf]", "Rain Discussion Paper 24/07, 2024"),
        (", data collection ongoing", ""),
    ],
)
def test_where_a_work_appeared_behind_those_beside_the_owner(behind: str, where: str) -> None:
    byline = read_byline(f"(with Ann Lee and Bo Ek){behind}")
    assert byline is not None
    assert (byline.creators.names, byline.leaves_out_owner) == (("Ann Lee", "Bo Ek"), True)
    assert byline.where == where


def test_a_sentence_behind_brackets_is_no_venue() -> None:
    assert read_byline("(with Ann Lee) Rain falls on roofs. It runs into the gutters, and away.") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Spotlight Poster",
        "Invited Talk",
        "by",
        "by land, and by sea",
        "Wageningen University",
        "University of Cork; University of Lund",
        "Plants of Cork, Rivers of Lund",
        "Download PDF",
        "Our Research",
        "Mentor: Ann Lee",
        "On Rain",
        "Author's Affiliations",
        "Best Paper Award, Rain Society 2024",
    ],
)
def test_what_names_nobody(text: str) -> None:
    byline = read_byline(text)
    assert byline is None or not byline.sure


@given(st.text(max_size=200))
def test_any_text_is_a_byline_or_none(text: str) -> None:
    byline = read_byline(" ".join(text.split()))
    assert byline is None or byline.creators.names


def test_where_a_work_appeared_behind_its_creators() -> None:
    byline = read_byline("By Ann Lee and Bo Ek (Journal of Rain, 2024)")
    assert byline is not None
    assert (byline.creators.names, byline.where) == (("Ann Lee", "Bo Ek"), "Journal of Rain, 2024")


@pytest.mark.parametrize("text", ["Ann Lee (2020), Bo Ek (2017)", "Ann LEE, Bo EK"])
def test_people_with_years_and_family_names_in_capitals(text: str) -> None:
    byline = read_byline(text)
    assert byline is None or byline.creators.names == ("Ann LEE", "Bo EK")


@pytest.mark.parametrize("text", ["A General and Adaptive Robust Loss", "The Old Roof and Young Gutter"])
def test_an_article_begins_no_names(text: str) -> None:
    assert read_byline(text) is None


@pytest.mark.parametrize("text", ["Session A", "CUNY Room C204", "Afternoon Tea", "Hall B2"])
def test_what_programmes_have_between_talks_is_nobody(text: str) -> None:
    assert read_byline(text) is None
