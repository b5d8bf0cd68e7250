"""What sources state differently, or only by where a value stands."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from seedbed.model.date import PartialDate
from seedbed.model.library import Library
from seedbed.model.record import Figure, ProfileRecord
from seedbed.resolve.ledger import LedgerEntry, final_addresses
from seedbed.resolve.resolve import resolve
from tests.resolve.making import Maker


def _profiles(*figures: str) -> Library:
    """Profiles of one person, each in a source of its own, that state one figure."""
    readings = []
    for number, figure in enumerate(figures):
        maker = Maker(f"{number}.txt")
        name, stated = maker.claim("Ann Lee"), maker.claim(Figure("h-index", figure))
        readings.append(maker.reading(ProfileRecord(name, figures=(stated,))))
    return resolve(readings)


def test_figures_of_two_profiles() -> None:
    assert _profiles("12", "12").conflicts == ()
    (conflict,) = _profiles("12", "13").conflicts
    assert conflict.field == "h-index"


def test_of_two_scores_the_newer_one_is_shown() -> None:
    older, newer = Maker("a.txt"), Maker("b.txt")
    library = resolve(
        [
            older.reading(older.work("Tides", ["Ann Lee"], score="9.1"), captured="2026-01-31"),
            newer.reading(newer.work("Tides", ["Ann Lee"], score="8.4"), captured="2026-02-01"),
        ]
    )
    (work,) = library.works
    assert work.score is not None
    assert work.score.shown == Decimal("8.4")


def test_a_work_without_a_date_has_the_year_of_its_heading() -> None:
    maker = Maker()
    work = replace(maker.work("Tides", ["Ann Lee"]), under=maker.claim(PartialDate(2021)))
    (shown,) = resolve([maker.reading(work)]).works
    assert shown.date is not None
    assert shown.date.shown == PartialDate(2021)
    assert shown.date.inferred.startswith("The source dates it by the heading")


def test_an_address_that_moved_twice_leads_to_the_last() -> None:
    moved = [LedgerEntry("papers/a", "moved", "papers/b"), LedgerEntry("papers/b", "moved", "papers/c")]
    assert final_addresses(moved) == {"papers/a": "papers/c", "papers/b": "papers/c"}
