from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.model.date import PartialDate
from seedbed.text.dates import LONGEST_DATE, day_comes_first, find_date, find_month


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May 28", PartialDate(None, 5, 28)),
        ("Jul 1, 2022", PartialDate(2022, 7, 1)),
        ("April 23, 2026", PartialDate(2026, 4, 23)),
        ("2025", PartialDate(2025)),
        ("Dec 2025", PartialDate(2025, 12)),
        ("December, 2025", PartialDate(2025, 12)),
        ("2025年5月12日", PartialDate(2025, 5, 12)),
        ("2025 年 5 月", PartialDate(2025, 5)),
        ("2025년 5월 12일", PartialDate(2025, 5, 12)),
        ("2025年13月1日", None),
        ("2026-05-28", PartialDate(2026, 5, 28)),
        ("2026-05", PartialDate(2026, 5)),
        ("2026-05-28T12:30:00Z", PartialDate(2026, 5, 28)),
        ("2026-05-28 12:30:00.123+02:00", PartialDate(2026, 5, 28)),
        ("2026/5/8", PartialDate(2026, 5, 8)),
        ("28 May 2024", PartialDate(2024, 5, 28)),
        ("1st of May, 2024", PartialDate(2024, 5, 1)),
        ("May 3rd", PartialDate(None, 5, 3)),
        ("Sept. 5, 2021", PartialDate(2021, 9, 5)),
        ("sep 5 2021", PartialDate(2021, 9, 5)),
        ("Thursday, April 23, 2026", PartialDate(2026, 4, 23)),
        ("Thu 23 April 2026", PartialDate(2026, 4, 23)),
        ("2024 June 3", PartialDate(2024, 6, 3)),
        ("2024, June", PartialDate(2024, 6)),
        ("3/14/2025", PartialDate(2025, 3, 14)),
        ("14/3/2025", PartialDate(2025, 3, 14)),
        ("3/3/2025", PartialDate(2025, 3, 3)),
        ("28.5.2024", PartialDate(2024, 5, 28)),
        ("  May\u00a028,  2024 ", PartialDate(2024, 5, 28)),
        ("March 12, 2024, 10:02AM", PartialDate(2024, 3, 12)),
        ("Tue, Mar 12, 2024 10:02 a.m. CET", PartialDate(2024, 3, 12)),
        ("14. März 2023", PartialDate(2023, 3, 14)),
        ("Dezember 2019", PartialDate(2019, 12)),
        ("3 février 2022", PartialDate(2022, 2, 3)),
        ("1er décembre 2018", PartialDate(2018, 12, 1)),
        ("août 2020", PartialDate(2020, 8)),
        ("12 de abril de 2021", PartialDate(2021, 4, 12)),
        ("septiembre de 2019", PartialDate(2019, 9)),
        ("3 de enero del 2020", PartialDate(2020, 1, 3)),
        ("5 marzo 2017", PartialDate(2017, 3, 5)),
        ("7 maart 2016", PartialDate(2016, 3, 7)),
        ("12. mai 2021", PartialDate(2021, 5, 12)),
        ("Feb 29", PartialDate(None, 2, 29)),
        ("Feb 29, 2024", PartialDate(2024, 2, 29)),
    ],
)
def test_forms(text: str, expected: PartialDate) -> None:
    assert find_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May",
        "28",
        "Spring 2024",
        "Gen 3",
        "Mag 7",
        "Set 2020",
        "5 aprıl 2020",
        "3/4/2025",
        "13/14/2025",
        "Feb 29, 2023",
        "Feb 30",
        "Jun 31, 2024",
        "2024-13",
        "2024-00-10",
        "May 0",
        "May 28 – 30, 2024",
        "on May 28",
        "May 28, 24",
        "0999",
        "3024",
        "May 28, 2024 and later",
        "x" * (LONGEST_DATE + 1),
    ],
)
def test_what_is_no_date_or_not_surely_one(text: str) -> None:
    assert find_date(text) is None


@given(
    st.dates(date(1000, 1, 1), date(2999, 12, 31)),
    st.sampled_from(["%B {d}, %Y", "%b {d}, %Y", "{d} %B %Y", "%Y-%m-%d", "%A, %B {d}, %Y", "{d}.%m.%Y"]),
)
def test_every_day_is_read_in_every_form(day: date, form: str) -> None:
    written = day.replace(year=day.year).strftime(form.replace("%Y", f"{day.year:04d}")).format(d=day.day)
    assert find_date(written) == PartialDate(day.year, day.month, day.day)


@given(st.text(max_size=60))
def test_any_text_is_a_date_that_the_calendar_has_or_none(text: str) -> None:
    found = find_date(text)
    assert found is None or found.month is not None or found.year is not None


@pytest.mark.parametrize(
    ("dates", "day_first"),
    [
        (("28/10/2025", "03/09/2025"), "yes"),
        (("10/28/2025", "03/09/2025"), "no"),
        (("03/09/2025", "4/5/2024"), "unknown"),
        (("28/10/2025", "10/28/2025"), "unknown"),
        (("28 October 2025", ""), "unknown"),
    ],
)
def test_other_dates_tell_which_number_is_the_day(dates: tuple[str, ...], day_first: str) -> None:
    assert day_comes_first(dates) is {"yes": True, "no": False, "unknown": None}[day_first]


def test_a_slashed_date_is_read_where_its_order_is_known() -> None:
    assert find_date("03/09/2025", day_first=True) == PartialDate(2025, 9, 3)
    assert find_date("03/09/2025", day_first=False) == PartialDate(2025, 3, 9)
    assert find_date("28/10/2025", day_first=False) == PartialDate(2025, 10, 28)
    assert find_date("03/09/2025") is None


def test_a_month_is_found_where_its_year_is_stated() -> None:
    assert find_month("28 October 2025") == PartialDate(2025, 10, 28)
    assert find_month("Oct 2025") == PartialDate(2025, 10)
    assert find_month("03/09/2025", day_first=True) == PartialDate(2025, 9, 3)
    assert [find_month(text) for text in ("2025", "28 October", "03/09/2025", "On Rain")] == [None] * 4
