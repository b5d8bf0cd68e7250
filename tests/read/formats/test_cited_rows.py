"""Tables that cite works in full, as the schedules of reading groups do."""

from __future__ import annotations

import pytest

from seedbed.read.formats.table import TABLE
from tests.read.seeds import read_lawfully

CITED = (
    ("Ann Lee, Bo Ek, and Cy Roe (2021). Slow Rain on Small Roofs. RainConf.", "Dua"),
    ("Eli Fox (2019). Why Do Gutters Forget? Annals of Rain.", "Gus"),
    ("Hal Ives et al. (2023). A Census of Umbrellas and Hats. arXiv.", "Dua"),
)
TITLES = ["Slow Rain on Small Roofs", "Why Do Gutters Forget?", "A Census of Umbrellas and Hats"]
NAMES = [("Ann Lee", "Bo Ek", "Cy Roe"), ("Eli Fox",), ("Hal Ives",)]

Stated = tuple[list[str], list[tuple[str, ...]], list[str]]


def stated(text: str) -> Stated:
    works = list(read_lawfully(TABLE, text).works())
    return (
        [work.title.value for work in works if work.title],
        [work.creators.value.names if work.creators else () for work in works],
        [work.date.value.iso() if work.date else "" for work in works],
    )


@pytest.mark.parametrize("head", ["", "Rain Journal Club\n\nMondays at noon.\n\n"])
@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Date\tPaper\tPresenter", "May {day}\t{cited}\t{who}"),
        ("Presenter\tPaper\tDate", "{who}\t{cited}\tMay {day}"),
        ("Week\tDate\tTopic\tPaper\tPresenter\tSlides", "{day}\tMay {day}\tRain\t{cited}\t{who}\tyes"),
        ("| Date | Presenter | Paper |\n|---|---|---|", "| May {day} | {who} | {cited} |"),
    ],
)
def test_works_are_those_that_are_cited(head: str, header: str, row: str) -> None:
    rows = [row.format(day=day, cited=cited, who=who) for day, (cited, who) in enumerate(CITED, start=3)]
    empty = row.format(day=9, cited="", who="Gus")
    other = row.format(day=10, cited="To be voted on next week", who="Dua")
    found = stated(head + "\n".join((header, *rows, empty, other)) + "\n")
    assert found == (TITLES, NAMES, ["2021", "2019", "2023"])


def test_who_presents_a_work_of_others_did_not_make_it() -> None:
    rows = "Dua Poe\tSlow Rain\tAnn Lee, Bo Ek\nGus Orr\tSmall Roofs\tEli Fox\n"
    _, names, _ = stated(f"Club\n\nPresenter\tPaper\tAuthors\n{rows}")
    assert names == [("Ann Lee", "Bo Ek"), ("Eli Fox",)]


def test_a_reading_group_meets_on_days_that_date_no_work() -> None:
    rows = "1\tMay 3, 2031\tSlow Rain\tDua Poe\n2\tMay 9, 2031\tSmall Roofs\tGus Orr\n"
    assert stated(f"Club\n\nWeek\tDate\tPaper\tPresenter\n{rows}") == (
        ["Slow Rain", "Small Roofs"],
        [(), ()],
        ["", ""],
    )


def test_who_presents_a_work_made_it_where_nothing_says_otherwise() -> None:
    rows = "May 3, 2031\tDua Poe\tSlow Rain\nMay 9, 2031\tGus Orr\tSmall Roofs\n"
    assert stated(f"Colloquium\n\nDate\tPresenter\tTitle\n{rows}") == (
        ["Slow Rain", "Small Roofs"],
        [("Dua Poe",), ("Gus Orr",)],
        ["2031-05-03", "2031-05-09"],
    )
