"""What two names alone say of each other, where a library hardly ever asks."""

from __future__ import annotations

import pytest

from seedbed.resolve.name_tests import initial_and_family_name, nickname, one_letter, second_family_name
from seedbed.text.names import read_name


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ana García", "Ana García Ruiz", True),
        ("García, Ana", "Ruiz García, Ana", True),
        ("O, Ana", "Ruiz O, Ana", False),
        ("Ana García", "Ana de la García Ruiz", False),
    ],
)
def test_second_family_name(one: str, other: str, *, alike: bool) -> None:
    assert second_family_name(read_name(one), read_name(other)) == alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ann Holmgren", "Ann Holmgern", True),
        ("Ann van Holmgren", "Ann Vin Holmgren", False),
        ("Holmgren", "Holmgern", False),
    ],
)
def test_one_letter(one: str, other: str, *, alike: bool) -> None:
    assert one_letter(read_name(one), read_name(other)) == alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("A García", "Ana García Ruiz", True),
        ("A García", "Ana García-Ruiz", True),
        ("A. García", "A. García-Ruiz", True),
        ("A van der García", "Ana Maria van der García-Ruiz", True),
        ("Ruiz, A.", "García Ruiz, Ana", True),
        ("B García", "Ana García-Ruiz", False),
        ("Ana García", "Ana García-Ruiz", False),  # another rule's
        ("A García", "Ana Ruiz", False),
        ("A García-López", "Ana García-Ruiz", False),
    ],
)
def test_initial_and_family_name(one: str, other: str, *, alike: bool) -> None:
    assert initial_and_family_name(read_name(one), read_name(other)) == alike
    assert initial_and_family_name(read_name(other), read_name(one)) == alike


def test_nickname() -> None:
    assert nickname(read_name("Robert (Bob) Smith"), read_name("Bob Smith"))
    assert nickname(read_name("Hanako Sato (佐藤花子)"), read_name("佐藤花子"))
    assert not nickname(read_name("Robert (Bob) Smith"), read_name("Bob Lund"))
