from __future__ import annotations

import pytest

from seedbed.read.works.venue_tags import part_tag


@pytest.mark.parametrize(
    ("text", "where", "title"),
    [
        ("[RAIN'25] On Rain", "RAIN'25", "On Rain"),
        ("(Rain Letters 2024): On Rain", "Rain Letters 2024", "On Rain"),
        ("[S&P 2024] On Rain", "S&P 2024", "On Rain"),
        ("[Mar 2026] Two papers accepted", "", "[Mar 2026] Two papers accepted"),
        ("(RAIN 2024) Oral", "", "(RAIN 2024) Oral"),
        ("[12] On Rain", "", "[12] On Rain"),
        ("On Rain (RAIN 2024)", "", "On Rain (RAIN 2024)"),
    ],
)
def test_the_venue_in_front_of_a_title(text: str, where: str, title: str) -> None:
    assert part_tag(text) == (where, title)
