"""Whom a label names, and where they work behind a comma."""

from __future__ import annotations

import pytest

from seedbed.read.lists.list_labels import without_employer


@pytest.mark.parametrize(
    ("label", "named", "expected"),
    [
        ("Mentor", "Ann Lee, UCL", "Ann Lee"),
        ("Mentor", "Ann Lee, Rain AI", "Ann Lee"),
        ("Fellow", "Ann Lee, Senior Scientist, RainWorks", "Ann Lee"),
        ("Fellow", "Ann Lee, University of Cork", "Ann Lee, University of Cork"),
        ("Mentor", "Ann Lee, Bo Ek", "Ann Lee, Bo Ek"),
        ("Mentor", "Ann LEE, Bo EK", "Ann LEE, Bo EK"),
        ("Mentor", "Ann Lee, Bo S. Ek", "Ann Lee, Bo S. Ek"),
        ("Mentors", "Ann Lee, Wren", "Ann Lee, Wren"),
        ("Mentor", "Lee, Ann", "Lee, Ann"),
    ],
)
def test_one_person_is_told_from_an_employer(label: str, named: str, expected: str) -> None:
    assert without_employer(label, named) == expected
