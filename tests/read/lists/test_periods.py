from __future__ import annotations

import pytest

from seedbed.read.coverage import find_fault
from seedbed.read.registry import read
from tests.read.seeds import LONG, seed_of

CARDS = tuple(
    f"{title}\n\nFellow: {fellow}\nMentor: {mentor}\n\n{LONG}\n\nRead paper\n\n"
    for title, fellow, mentor in (
        ("How Slate Remembers Rain", "Ida Moe", "Ann Lee"),
        ("Who Cleans the Gutter?", "Bo Ek", "Cy Fox"),
        ("Straw Against Hail on Roofs", "Mia Holt", "Ann Lee"),
        ("Barrels and Their Owners", "Una Dahl", "Cy Fox"),
    )
)


def years(text: str) -> list[int | None]:
    reading = read(seed_of(text))
    assert (reading.kind, find_fault(reading)) == ("list", "")
    works = tuple(reading.works())
    assert len(works) == len(CARDS)
    assert not any(work.date for work in works)
    return [work.under.value.year if work.under else None for work in works]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("January – April 2025", "June – September 2024"),
        ("Winter 2025", "Summer 2024"),
        ("Cohort 4 (Jan-Apr 2025)", "Cohort 3 (Jun-Sep 2024)"),
        ("Batch 2: Spring 2025", "Batch 1: Fall 2024"),
        ("Spring/Summer 2025 cohort", "Autumn 2024 cohort"),
        ("Cohort 2\nJanuary – April 2025", "Cohort 1 (pilot)\n2024"),
    ],
)
def test_works_are_of_the_year_of_their_cohort(first: str, second: str) -> None:
    text = f"Our projects\n\n{first}\n\n{CARDS[0]}{CARDS[1]}{second}\n\n{CARDS[2]}{CARDS[3]}"
    assert years(text) == [2025, 2025, 2024, 2024]


def test_a_line_below_each_work_may_be_that_work_s_own() -> None:
    seasons = ("Spring", "Summer", "Fall", "Winter")
    cards = (f"{card.rstrip()}\n{season} 2024\n\n" for card, season in zip(CARDS, seasons, strict=True))
    assert years("Our projects\n\n" + "".join(cards)) == [None] * 4


@pytest.mark.parametrize("over", ["Winter 2024–25", "Cohort 4", "Since the spring of 2024, in Oslo"])
def test_what_is_no_period_of_one_year(over: str) -> None:
    assert years(f"Our projects\n\n{over}\n\n{''.join(CARDS)}") == [None] * 4
