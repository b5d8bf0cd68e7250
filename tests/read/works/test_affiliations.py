from __future__ import annotations

import pytest

from seedbed.read.works.affiliations import affiliated_names, is_institution_line
from seedbed.read.works.bylines import read_byline


@pytest.mark.parametrize(
    ("text", "people", "institutions"),
    [
        ("Ann Lee, University of Cork", ("Ann Lee",), ("University of Cork",)),
        ("Ann Lee, MIT, and Bo Ek, Rain Institute", ("Ann Lee", "Bo Ek"), ("MIT", "Rain Institute")),
        ("Ann Lee, Bo Ek, and Cy Roe, Lund University", ("Ann Lee", "Bo Ek", "Cy Roe"), ("Lund University",)),
        ("Ann Lee (1,2); Bo Ek (2); The Rain Team", ("Ann Lee", "Bo Ek"), ("The Rain Team",)),
        ("Ann Lee and Bo Ek, Lund University", ("Ann Lee", "Bo Ek"), ("Lund University",)),
        ("Ann Lee, University of Rain, Cork", ("Ann Lee",), ("University of Rain",)),
        ("Ann Lee, University of Rain, San Remo", ("Ann Lee",), ("University of Rain",)),
        (
            "Ann Lee, University of Rain, San Remo, and Bo Ek, Rain Centre",
            ("Ann Lee", "Bo Ek"),
            ("University of Rain", "Rain Centre"),
        ),
        ("Ann Lee, Fell Polytechnic; Bo Ek, MIT", ("Ann Lee", "Bo Ek"), ("Fell Polytechnic", "MIT")),
        (
            "Ann Lee, Bo Ek, and Cy Roe, Rainworks; Di Ro, University of Rain, San Remo",
            ("Ann Lee", "Bo Ek", "Cy Roe", "Di Ro"),
            ("Rainworks", "University of Rain, San Remo"),
        ),
        (
            "Ann Lee, University of Cork; Bo Ek, University of Cork",
            ("Ann Lee", "Bo Ek"),
            ("University of Cork",),
        ),
    ],
)
def test_people_and_where_they_work(
    text: str, people: tuple[str, ...], institutions: tuple[str, ...]
) -> None:
    assert affiliated_names(text) == (people, institutions)
    byline = read_byline(text)
    assert byline is not None
    assert (byline.creators.names, byline.organisations, byline.sure) == (people, institutions, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ann Lee, Bo Ek",
        "University of Cork, University of Lund",
        "Slow Rain, Cork University Press",
        "Associate Professor, University of Cork",
        "Marine Biology, University of Cork",
        "Ann Lee, who works at the University of Cork",
        "It rained, University of Cork",
        "Ann Lee, University of California, in the far south, Bo Ek",
    ],
)
def test_what_names_not_both(text: str) -> None:
    assert affiliated_names(text) is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("University of Cork", True),
        ("Rain Institute, Lund", True),
        ("Ann Lee", False),
        ("The University of Cork has three gates, of which the oldest is open.", False),
    ],
)
def test_lines_of_institutions(text: str, *, is_one: bool) -> None:
    assert is_institution_line(text) is is_one
