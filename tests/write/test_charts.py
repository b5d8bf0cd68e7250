"""The timeline's chart."""

from __future__ import annotations

from seedbed.model.list_page import Dated
from seedbed.model.shown import DateShown, Ref
from seedbed.write.charts import chart


def dated(*isos: str) -> list[Dated]:
    return [Dated("paper", Ref(iso), DateShown(iso, iso, iso[:4]), "") for iso in isos]


def places(entries: list[Dated]) -> dict[str, str]:
    return {
        key: f"timeline/index#{key}" for entry in entries for key in (entry.date.iso[:4], entry.date.iso[:7])
    }


def test_a_bar_for_each_month_that_has_something() -> None:
    entries = dated("2025-11-02", "2026-01-05", "2026-01-31", "2026")
    made = chart(entries, places(entries))
    assert made is not None
    assert [bar.label for bar in made.bars] == ["November 2025: 1", "January 2026: 2"]
    assert made.bars[1].height == 2 * made.bars[0].height
    assert made.bars[0].address == "timeline/index#2025-11"
    assert all(bar.y + bar.height == made.baseline for bar in made.bars)
    assert [label for _, label in made.ticks] == ["2025", "2026"]


def test_by_year_where_there_are_many_months() -> None:
    entries = dated("1990", "2017-12", "2026-01-05")
    made = chart(entries, places(entries))
    assert made is not None
    assert [bar.label for bar in made.bars] == ["1990: 1", "2017: 1", "2026: 1"]


def test_by_year_where_few_months_are_known() -> None:
    entries = dated("1990", "1990", "2024", "2026-01-05", "2026-02")
    made = chart(entries, places(entries))
    assert made is not None
    assert [bar.label for bar in made.bars] == ["1990: 2", "2024: 1", "2026: 2"]


def test_one_bar_is_no_chart() -> None:
    assert chart(dated("2026-01-05", "2026-01-06"), {}) is None
    assert chart([], {}) is None
