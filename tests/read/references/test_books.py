"""Books told by their ISBN, in a list that leaves out whose they are."""

from __future__ import annotations

import pytest

from seedbed.read.references.books import read_book
from seedbed.read.references.reference import read_reference

ISBN = "ISBN 0-999-24101-1"


@pytest.mark.parametrize(
    ("stated", "title", "published"),
    [
        ("Roofs and Rain. Sluiceham: Thule, 1983.", "Roofs and Rain", "Sluiceham: Thule"),
        ("What Is a Roof? Tiles. Sluiceham: Thule, 1983.", "What Is a Roof? Tiles", "Sluiceham: Thule"),
        ("A Gutter Mislaid (1983). Sluiceham: Thule.", "A Gutter Mislaid", "Sluiceham: Thule"),
        ("Roofs and Rain, Thule Press, 1983,", "Roofs and Rain", "Thule Press"),
        ("Roofs and Rain (Thule Press, 1983)", "Roofs and Rain", "Thule Press"),
    ],
)
def test_forms(stated: str, title: str, published: str) -> None:
    book = read_reference(f"{stated} {ISBN}")
    assert book is not None
    assert (book.title, book.creators.names) == (title, ())
    assert book.leaves_out_owner
    assert [each.value for each in book.publication.particulars] == [published]


def test_those_beside_the_owner() -> None:
    book = read_reference(f"(with Bo Ek) Roofs and Rain. Sluiceham: Thule, 1983. {ISBN}")
    assert book is not None
    assert book.creators.names == ("Bo Ek",)


@pytest.mark.parametrize(
    "stated",
    [
        "Ann Lee. Roofs and Rain. Sluiceham: Thule, 1983.",
        "Ann Lee (1983). Sluiceham: Thule.",
        "Lee, A. (1983). Roofs. Sluiceham: Thule.",
        "(with the town) Roofs and Rain. Sluiceham: Thule, 1983.",
    ],
)
def test_names_in_front_are_no_part_of_a_title(stated: str) -> None:
    assert read_book(f"{stated} {ISBN}") is None
    assert read_book(stated) is None
