"""Pages of catalogues in other forms than those of the samples, and what must not be taken for a paper."""

from __future__ import annotations

import pytest

from seedbed.model.record import ProfileRecord, Reading
from seedbed.read.catalogues.page import CATALOGUE_PAGE
from seedbed.read.registry import read
from tests.read.seeds import LONG, read_lawfully, seed_of

ABSTRACT = (
    "We count clouds over two winters and find that they come in fours, which nobody had noticed before."
)


def titles(reading: Reading) -> list[str]:
    return [work.title.value for work in reading.works() if work.title]


def names(reading: Reading) -> list[tuple[str, ...]]:
    return [work.creators.value.names if work.creators else () for work in reading.works()]


def dates(reading: Reading) -> list[str]:
    return [work.date.value.iso() for work in reading.works() if work.date]


def test_openreview_with_a_part_a_line() -> None:
    reading = read(
        seed_of(
            "Growth and Rain\n\nAnn Lee, Bo Ek\n\nPublished: 16 Jan 2024, Last Modified: 14 Apr 2024\n"
            "ICLR 2024 poster\nReaders: Everyone\n"
            "Deep Soil\nCy Roe\n01 Oct 2023 (modified: 02 Nov 2023)\nSubmitted to ICLR 2024\n"
        )
    )
    assert titles(reading) == ["Growth and Rain", "Deep Soil"]
    assert names(reading) == [("Ann Lee", "Bo Ek"), ("Cy Roe",)]
    assert dates(reading) == ["2024-01-16", "2023-10-01"]


@pytest.mark.parametrize(
    "above",
    [
        "Paper Decision\nProgram Chairs",
        "Official Review of Submission88 by Reviewer kq7Z\nReviewer kq7Z",
        "Official Comment\nAuthors",
        "Meta Review\nArea Chair u8",
    ],
)
def test_what_is_written_about_a_paper_is_none(above: str) -> None:
    text = f"{above}\n20 Dec 2023, 04:01 (modified: 05 Feb 2024)\nReaders: Everyone\n"
    assert CATALOGUE_PAGE.recognise(seed_of(text)) is None


def test_semantic_scholar_without_fields_and_without_venue() -> None:
    reading = read(
        seed_of(
            "Growth and Rain\nAnn Lee, +3 authors B. Ek\nNature\n1 July 2021\nTLDR\n"
            f"{ABSTRACT}\nExpand\n12\nSave\nAlert\n"
            f"Deep Soil\nA. Lee, B. Ek\n2019\n{ABSTRACT} …\nExpand\nSave\nAlert\n"
        )
    )
    assert titles(reading) == ["Growth and Rain", "Deep Soil"]
    assert names(reading) == [("Ann Lee", "B. Ek"), ("A. Lee", "B. Ek")]
    assert [work.creators.value.complete for work in reading.works() if work.creators] == [False, True]
    assert [work.abstract.value for work in reading.works() if work.abstract] == [ABSTRACT, ABSTRACT]


def test_acl_anthology_with_a_paper_a_line_apart() -> None:
    reading = read(
        seed_of(
            "2023\n\npdf bib abs\n\nGrowth and Rain\n\nAnn Lee | Bo Ek\n\nProceedings of the 61st Meeting\n\n"
            "2022\n\npdf bib\n\nDeep Soil\n\nCy Roe\n\nFindings of the ACL: EMNLP 2022\n"
        )
    )
    assert titles(reading) == ["Growth and Rain", "Deep Soil"]
    under = [work.under.value.iso() for work in reading.works() if work.under]
    assert under == ["2023", "2022"]


def test_ieee_xplore_and_jstor() -> None:
    xplore = read(
        seed_of(
            "Growth and Rain\nAnn Lee; Bo Ek\nIEEE Transactions on Rain\n"
            "Year: 2021 | Volume: 5, Issue: 2 | Journal Article | Publisher: IEEE\nCited by: Papers (12)\n"
        )
    )
    jstor = read(
        seed_of(
            "Growth and Rain\nAnn Lee, Bo Ek\n"
            "Journal of Rain, Vol. 5, No. 2 (Mar., 2021), pp. 3-9 (7 pages)\nAdd to workspace\n"
        )
    )
    for reading in (xplore, jstor):
        assert (titles(reading), names(reading)) == (["Growth and Rain"], [("Ann Lee", "Bo Ek")])
    assert (dates(xplore), dates(jstor)) == (["2021"], ["2021-03"])


def test_nature_with_names_on_one_line() -> None:
    text = f"Growth and Rain\n{ABSTRACT}\nAnn Lee\nBo Ek\n…\nCy Roe\nArticle\nOpen Access\n24 Apr 2024\n"
    reading = read(seed_of(text))
    assert names(reading) == [("Ann Lee", "Bo Ek", "Cy Roe")]
    assert [work.abstract.value for work in reading.works() if work.abstract] == [ABSTRACT]
    assert [work.creators.value.complete for work in reading.works() if work.creators] == [False]


def test_an_alert_of_scholar() -> None:
    reading = read(
        seed_of(
            "Google Scholar Alerts\n[PDF] Growth and Rain\nA Lee, B Ek… - Journal of Rain, 2024\n"
            "We count clouds …\nSave  Twitter LinkedIn Facebook\n"
        )
    )
    assert (titles(reading), names(reading), dates(reading)) == (
        ["Growth and Rain"],
        [("A Lee", "B Ek")],
        ["2024"],
    )


def test_places_of_work_are_no_part_of_a_name() -> None:
    reading = read(
        seed_of(
            "Growth and Rain\n#1\nAnn Lee (CERN), Bo Ek (Lund U.)(Mar 3, 2022)\n"
            "Published in: JHEP 05 (2022) 112 • e-Print: 2203.01234 [hep-ph]\npdf\ncite\n"
        )
    )
    assert (names(reading), dates(reading)) == ([("Ann Lee", "Bo Ek")], ["2022-03-03"])
    assert [claim.value for work in reading.works() for claim in work.links] == [
        "https://arxiv.org/abs/2203.01234"
    ]


def test_names_of_a_group_stand_behind_those_of_people() -> None:
    reading = read(
        seed_of(
            "Growth and Rain.\nLee AB, Ek C; Rain Group.\nJ Rain. 2018 Dec;4(6):511-517.\nPMID: 30442318\n"
        )
    )
    assert names(reading) == [("Lee, A.B.", "Ek, C.", "Rain Group")]


def test_a_paper_that_does_not_fit_is_left_unread() -> None:
    whole = "Growth and Rain\nAnn Lee, Bo Ek\n[pdf] [supp] [bibtex]\n"
    page = f"{whole}What, then, is rain for?\n[pdf] [bibtex]\nBy the Computer Vision Foundation\n"
    reading = read_lawfully(CATALOGUE_PAGE, page)
    assert titles(reading) == ["Growth and Rain"]
    assert [span.first for span in reading.unread] == [4]


def test_buttons_alone_make_no_page_of_the_cvf() -> None:
    page = "Growth and Rain\nAnn Lee, Bo Ek\nJournal of Rain, 2020\n[pdf] [bibtex]\n"
    assert CATALOGUE_PAGE.recognise(seed_of(page)) is None


def test_names_that_commas_part_are_none_of_the_acl() -> None:
    page = "Growth and Rain\nAnn Lee, Bo Ek\nRain, 2020\npdf bib\nSlow Rain\nAnn Lee, Bo Ek\npdf bib\n"
    assert CATALOGUE_PAGE.recognise(seed_of(page)) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        LONG,
        "Article\n24 Apr 2024\n",
        "Ann Lee\nBo Ek\nAnalysis\nWe met in the house.\n",
        "Save\nAlert\nComputer Science\nMedicine\n2021\n",
        "ResearchGate\nAnn Lee\nArticle\nRain\n",
        "1.\nMilk\n2.\nBread\nNumber of pages: 3\n",
        "I read 3 papers.\nSubmitted by\nAnn\n12\n",
        "See the related articles - Ann Lee - 2021 - and all that.\n",
    ],
)
def test_knows_others(text: str) -> None:
    assert CATALOGUE_PAGE.recognise(seed_of(text)) is None


@pytest.mark.parametrize(
    "unit", ["pdf bib abs\n", "Computer Science\n", "·\n3 authors\n", "1.\nA title\n", "A - B, 2021 - c\n"]
)
def test_hostile_pages(unit: str) -> None:
    signs = "Alert\nSubmitted by\nNumber of pages: 2\nRelated articles\n"
    read_lawfully(CATALOGUE_PAGE, signs + unit * 3000)


@pytest.mark.parametrize(
    ("page", "owner", "posts"),
    [
        ("Ida Roe\nIda Roe's Shortform\n{}", ["Ida Roe"], ["Warm Rain", "Cold Rain"]),
        ("Rain Research\nRain Research's Shortform\n{}", [], ["Warm Rain", "Cold Rain"]),
        ("Ida Roe\nLessWrong\n{}", [], ["Warm Rain", "Cold Rain"]),
        ("LessWrong\nComments\n{}", [], []),
        ("A blog\n{}", [], []),
    ],
)
def test_posts_of_a_forums_user(page: str, owner: list[str], posts: list[str]) -> None:
    text = "12\nWarm Rain\n3mo\n4\n-1\nCold Rain\nIda Roe, wet_bo\n1y\n0\n"
    reading = read(seed_of(page.format(text)))
    found = [record.name.value for record in reading.records if isinstance(record, ProfileRecord)]
    assert (found, titles(reading)) == (owner, posts)


def test_papers_that_a_user_collects_are_not_theirs() -> None:
    paper = "\nPaper\n•\n2401.0000{}\n•\nPublished\nJan 1, 2024\n•\n3\n"
    head = "Ida Roe's picture\nIda Roe\n3 followers · 4 following\n"
    text = f"{head}Collections\n1\nWarm Rain{paper.format(1)}Papers\n1\nCold Rain{paper.format(2)}"
    (profile,) = read(seed_of(text)).records
    assert isinstance(profile, ProfileRecord)
    assert profile.name.value == "Ida Roe"
    assert [work.title.value for work in profile.works if work.title] == ["Cold Rain"]
