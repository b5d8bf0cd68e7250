from __future__ import annotations

import pytest

from seedbed.model.date import PartialDate
from seedbed.read.references.fact_lines import Facts, part_facts, read_facts

ARXIV = "https://arxiv.org/abs/2604.00001"


@pytest.mark.parametrize(
    ("text", "date", "venue", "addresses", "category"),
    [
        ("3 Apr 2026 · Rain Letters · 12 citations", PartialDate(2026, 4, 3), "Rain Letters", (), ""),
        ("arXiv:2604.00001 [cs.LG] | cs.LG, stat.ML | new", None, "", (ARXIV,), "cs.LG"),
        ("ICML 2021 (Oral) • Cited by 1,204", None, "ICML 2021 (Oral)", (), ""),
        ("June 2024 · Journal of Rain", PartialDate(2024, 6), "Journal of Rain", (), ""),
        ("May 2024 · RAIN 2024", PartialDate(2024, 5), "RAIN 2024", (), ""),
    ],
)
def test_facts(
    text: str, date: PartialDate | None, venue: str, addresses: tuple[str, ...], category: str
) -> None:
    found = read_facts(text)
    assert found is not None
    assert (found.date, found.venue, found.addresses, found.category) == (date, venue, addresses, category)


@pytest.mark.parametrize(
    "text",
    [
        "3 Apr 2026",
        "3 Apr 2026 · London",
        "Rain Letters · Harbour Press",
        "Senior Scientist · University of Rain · 12 citations",
        "h-index 12 · i10-index 3 · 33 papers · 87 followers · 12 citations",
        "Robotics (cs.RO) · Computer Vision (cs.CV)",
        "RAIN 2024 · Vancouver · December 14",
        "PDF · Code",
        "12 citations · " + "rain " * 90,
    ],
)
def test_what_may_be_anything_else(text: str) -> None:
    assert read_facts(text) is None


def test_facts_behind_names() -> None:
    assert part_facts("Ann Lee · Rain Letters · 2 citations") == ("Ann Lee", "Rain Letters · 2 citations")
    assert part_facts("Ann Lee · Bo Ek") == ("Ann Lee · Bo Ek", "")
    assert part_facts("Ann Lee, Bo Ek · Wet Matter · 2018") == ("Ann Lee, Bo Ek", "Wet Matter, 2018")
    assert part_facts("Ann Lee · University of Cork · 2018") == ("Ann Lee · University of Cork · 2018", "")
    assert read_facts("cs.LG · 2 citations") == Facts(category="cs.LG", sure=True)
