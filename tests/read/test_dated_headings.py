from __future__ import annotations

import pytest

from seedbed.model.date import PartialDate
from seedbed.model.record import WorkRecord
from seedbed.model.source import Claim
from seedbed.read.dated_headings import Headings
from seedbed.text.lines import Line
from tests.read.seeds import seed_of


def _year_below(*headings: str) -> int | None:
    passed = Headings(seed_of("\n".join(headings), "list.txt"))
    for number, text in enumerate(headings, start=1):
        passed.headed(Line(number, text))
    under = passed.over_work(WorkRecord())
    return under.value.year if under is not None else None


@pytest.mark.parametrize(
    ("headings", "year"),
    [
        (("2024",), 2024),
        (("Summer 2025",), 2025),
        (("Spring 2026 Projects",), 2026),
        (("RAIN '25 Accepted Papers",), 2025),
        (("Summer 2025", "Roofs and Gutters"), 2025),
        (("Summer 2025", "2019"), 2019),
        (("Summer 2025", "Earlier projects"), None),
        (("Publications since 2019",), None),
        (("Publications 2019–2023",), None),
        (("Winter 2023/24",), None),
        (("Horizon 2020 projects",), None),
        (("Rain in 2024",), None),
    ],
)
def test_the_year_that_headings_give_to_works(headings: tuple[str, ...], year: int | None) -> None:
    assert _year_below(*headings) == year


def test_a_work_with_a_date_needs_no_heading_that_names_a_year_among_words() -> None:
    seed = seed_of("Summer 2025\n2024", "list.txt")
    headings = Headings(seed)
    headings.headed(Line(1, "Summer 2025"))
    dated = WorkRecord(date=Claim(PartialDate(2024), seed.span(2)))
    assert headings.over_work(dated) is None
