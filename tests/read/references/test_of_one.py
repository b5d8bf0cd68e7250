from __future__ import annotations

import pytest

from seedbed.read.registry import read
from tests.read.seeds import seed_of

SEVERAL = (
    "Ann Lee, Bo Ek. Rain on Small Roofs. Rain Letters, 2019.",
    "Dua Poe, Eli Fox, Ann Lee. Gutters: A Natural History of Rain. Rain Letters, 2021.",
    "Gus Orr and Cy Roe. Counting Drops Without Getting Wet. Annals of Rain 3(2), 2022.",
)


def works_of(*lines: str) -> list[tuple[str, tuple[str, ...]]]:
    works = read(seed_of("\n".join(lines))).works()
    return [
        (work.title.value if work.title else "", work.creators.value.names if work.creators else ())
        for work in works
    ]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Hal Ives", "Four Hundred Umbrellas in the Rain"),
        ("Cy Roe", "What Do Eaves Remember?"),
        ("J. R. van Thack", "How Long Is a Shower? Four Hundred Umbrellas"),
    ],
)
def test_one_person_among_references_of_several(name: str, title: str) -> None:
    reference = f"{name}. {title}{'' if title.endswith('?') else '.'} Rain Letters, 2023."
    assert (title, (name,)) in works_of(*SEVERAL, reference)
    assert (title, (name,)) in works_of(reference, *SEVERAL)


@pytest.mark.parametrize(
    "text",
    [
        "Rain Programme. Four Hundred Umbrellas in the Rain. May 2023.",
        "Ann Lee. Professor of Rain since 2019.",
        "Our Work. We study rain in all its forms, and have done so since 2019.",
    ],
)
def test_other_lines_among_references_are_none(text: str) -> None:
    assert len(works_of(*SEVERAL, text)) == len(SEVERAL)


def test_nothing_tells_that_a_name_is_one_where_no_reference_names_several() -> None:
    one = "Hal Ives. Four Hundred Umbrellas in the Rain. Rain Letters, 2023."
    assert "Four Hundred Umbrellas in the Rain" not in dict(works_of(one, one.replace("Four", "Five")))


def test_co_authors_in_brackets_and_a_venue_below_a_title_are_no_reference() -> None:
    page = "Mira Okafor\nResearch\n\n" + "\n\n".join(
        f"{title}\n(with Bo Ek and Cy Roe), Review of Rain History, 20{at}, 17(2), 211-248\n[Paper]"
        for at, title in enumerate(("Who Reads the Gauge?", "Bridges over Puddles", "The Long Shower"), 20)
    )
    assert not [title for title, _ in works_of(page) if title.startswith("Review of Rain History")]


UNDER_YEAR = (
    "Ann Lee, Bo Ek. Rain on Small Roofs. Rain Letters.",
    "Dua Poe, Eli Fox, Ann Lee. Gutters: A Natural History of Rain. Under review. PDF",
    "Gus Orr and Cy Roe. Counting Drops Without Getting Wet. Annals of Rain 3(2).",
)


@pytest.mark.parametrize("bullet", ["", "* ", "• "])
def test_a_heading_dates_those_of_one_as_those_of_several(bullet: str) -> None:
    entries = [bullet + each for each in (*UNDER_YEAR, "Hal Ives. Four Hundred Umbrellas. Rain Report R-3.")]
    works = works_of("Publications", "", "2019", "", *entries)
    assert works[-1] == ("Four Hundred Umbrellas", ("Hal Ives",))
    assert len(works) == len(entries)
