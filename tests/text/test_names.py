from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.text.names import family_name, in_natural_order, is_group, read_name, without_suffix


@pytest.mark.parametrize(
    ("stated", "given_names", "family"),
    [
        ("Ada Lovelace", ("ada",), ("lovelace",)),
        ("Lovelace, Ada", ("ada",), ("lovelace",)),
        ("Jean-Luc Moreau", ("jean", "luc"), ("moreau",)),
        ("J.-L. Moreau", ("j", "l"), ("moreau",)),
        ("J.R. Whitfield", ("j", "r"), ("whitfield",)),
        ("Jan van der Berg", ("jan",), ("van", "der", "berg")),
        ("Jan van 't Hof", ("jan",), ("van", "t", "hof")),
        ("Jan van ’t Hof", ("jan",), ("van", "t", "hof")),
        ("Luis Pérez-Gil", ("luis",), ("perez", "gil")),
        ("WANG Xiaoming", ("xiaoming",), ("wang",)),
        ("ADA LOVELACE", ("ada",), ("lovelace",)),
        ("JEAN-LUC N'DIAYE", ("jean", "luc"), ("ndiaye",)),
        ("Wang X. M.", ("x", "m"), ("wang",)),
        ("Dr. Helen Marsh, PhD", ("helen",), ("marsh",)),
        ("PD Dr. Helen Marsh", ("helen",), ("marsh",)),
        ("P.D. Marsh", ("p", "d"), ("marsh",)),
        ("Siobhán O’Neill", ("siobhan",), ("oneill",)),
        ("OpenAI", ("openai",), ()),
        ("王小明", ("王小明",), ()),
        ("김 민준", ("김", "민준"), ()),
    ],
)
def test_given_names_and_family_name(
    stated: str, given_names: tuple[str, ...], family: tuple[str, ...]
) -> None:
    name = read_name(stated)
    assert (name.given, name.family) == (given_names, family)


@pytest.mark.parametrize(
    ("stated", "suffix"),
    [("Martin Hale Jr.", "jr"), ("Hale, Martin, Jr", "jr"), ("Henry Ford III", "iii"), ("Martin Junior", "")],
)
def test_a_generational_suffix(stated: str, suffix: str) -> None:
    assert read_name(stated).suffix == suffix


def test_what_stands_in_brackets() -> None:
    assert read_name("Robert (Bob) Carver").nicknames == ("bob",)
    assert read_name("Theodora “Teddy” Lang").nicknames == ("teddy",)
    assert read_name("王小明 (Xiaoming Wang)").aliases == ("Xiaoming Wang",)
    assert read_name("Robert (MIT) Carver").nicknames == ()
    assert read_name("Ana Ruiz (host)").nicknames == ()


def test_umlauts_are_spelled_out_and_marked() -> None:
    name = read_name("Jörg Groß")
    assert (name.letters, name.spelled) == ("jorggross", "joerggross")
    assert [mark for mark in name.marks if mark] == ["\u0308"]


def test_the_family_name_of_a_citation() -> None:
    assert family_name(read_name("Jan van der Berg")) == "vanderberg"
    assert family_name(read_name("OpenAI")) == "openai"


@given(st.text(max_size=60))
def test_any_text_is_taken_for_a_name(stated: str) -> None:
    name = read_name(stated)
    assert name.stated == stated
    assert name.parts
    assert "".join(name.parts) == name.letters


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("Quill, Ada B.", "Ada B. Quill"),
        ("van den Berg, Jan", "Jan van den Berg"),
        ("King, Martin Luther, Jr.", "Martin Luther King Jr."),
        ("Ada Quill, Jr.", "Ada Quill, Jr."),
        ("Ada Quill, PhD", "Ada Quill, PhD"),
        ("Salt, Sea, and Shore", "Salt, Sea, and Shore"),
        ("王, 小明", "王, 小明"),
        ("Quill,", "Quill,"),
        ("Ada Quill", "Ada Quill"),
        ("Dr. Ada Quill", "Ada Quill"),
        ("Prof. Dr. Ada B. Quill", "Ada B. Quill"),
        ("Quill, J.R.", "J.R. Quill"),
        ("Quill, Jr.", "Quill, Jr."),
        ("PD Dr. Ada Quill", "Ada Quill"),
        ("P.D. Quill", "P.D. Quill"),
        ("Dr. Quill", "Dr. Quill"),
        ("Lady Ada Quill", "Lady Ada Quill"),
    ],
)
def test_a_name_as_its_bearer_says_it(stated: str, said: str) -> None:
    assert in_natural_order(stated) == said
    if said != stated:
        assert read_name(said).letters == read_name(stated).letters


@pytest.mark.parametrize(
    ("stated", "parted"),
    [
        ("Ada Quill, Jr.", ("Ada Quill", "Jr.")),
        ("Ada Quill III", ("Ada Quill", "III")),
        ("Quill, Ada, Jr", ("Quill, Ada", "Jr")),
        ("Martin Junior", ("Martin Junior", "")),
        ("Ada Quill", ("Ada Quill", "")),
        ("", ("", "")),
    ],
)
def test_the_suffix_behind_a_name(stated: str, parted: tuple[str, str]) -> None:
    assert without_suffix(stated) == parted


@pytest.mark.parametrize(
    ("stated", "group"),
    [("Rain Collaboration", True), ("The Rain Study Group", True), ("Ada Quill", False), ("Group", False)],
)
def test_the_name_of_a_group(stated: str, *, group: bool) -> None:
    assert is_group(stated) == group
