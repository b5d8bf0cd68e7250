"""Lists that state titles and creators alone, a line each."""

from __future__ import annotations

import pytest

from seedbed.read.works.paired_blocks import find_paired_blocks
from seedbed.text.lines import Line, filled

TITLES = (
    "Counting Eels From the Sound of Weirs",
    "How Long Does a Meander Remember Its Flood?",
    "Sediment Budgets Without Sediment Traps",
    "Bank Erosion Under Ice: Five Winters",
    "A Cheap Gauge for Streams That Dry Up",
    "Which Beaver Dams Survive a Hundred Years?",
)
NAMES = (
    "Ann Lee, Bo Ek and Cy Roe",
    "Rosa Quiroga and Jan de Wit",
    "Miriam Oduya, Ann Lee",
    "Piotr Zielinski, Claire Moreau, Ida Holm",
    "Tomás Rey, Hanna Lindqvist",
    "Noor Rahimi, Greta Vogel",
)


def _lines(*pairs: tuple[str, str], between: str = "\n") -> list[Line]:
    return list(filled(between.join(f"{first}\n{second}\n" for first, second in pairs).splitlines()))


def _found(lines: list[Line]) -> list[tuple[str, str]]:
    return [(block.title.text, block.names.text) for block in find_paired_blocks(lines)]


EXPECTED = list(zip(TITLES, NAMES, strict=True))


@pytest.mark.parametrize("between", ["", "\n"])
def test_either_may_come_first(between: str) -> None:
    assert _found(_lines(*EXPECTED, between=between)) == EXPECTED
    assert _found(_lines(*zip(NAMES, TITLES, strict=True), between=between)) == EXPECTED


def test_one_name_alone_counts_between_others() -> None:
    names = [*NAMES[:3], "Stefan Dipp", *NAMES[4:]]
    expected = list(zip(TITLES, names, strict=True))
    assert _found(_lines(*expected)) == expected
    assert _found(_lines(*zip(names, TITLES, strict=True))) == expected


def test_numbers_between_are_passed_over() -> None:
    for number in ("P{}", "1{}:45", "1{}:00 – 1{}:15"):
        text = "".join(
            f"{number.format(at, at)}\n{title}\n{names}\n" for at, (title, names) in enumerate(EXPECTED)
        )
        assert _found(list(filled(text.splitlines()))) == EXPECTED


def test_too_few_are_none() -> None:
    assert _found(_lines(*EXPECTED[:4])) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Organizing Committee of Track {}",
        "University of Small Rivers {}",
        "Track {}",
        "Winners of the Prize for Rivers {}",
        "1{}:15 - 12:55 Keynote Talk of the Day",
    ],
)
def test_headings_over_names_are_no_titles(heading: str) -> None:
    assert _found(_lines(*((heading.format(at), names) for at, names in enumerate(NAMES)))) == []


def test_members_with_their_places_of_work_are_no_titles() -> None:
    members = [f"{name} (Rain, University of Cork)" for names in NAMES for name in names.split(", ")[:1]]
    assert _found(list(filled(members))) == []


def test_what_may_be_names_as_well_is_mostly_no_title() -> None:
    words = ("Slow Rain Grows", "Warm Roofs Leak", "Deep Wells Fill", "Tall Reeds Bend", "Old Walls Lean")
    assert _found(_lines(*zip(words, NAMES, strict=False))) == []


def test_names_scattered_over_a_text_are_no_list() -> None:
    text = "\n".join(
        f"{title}\n{names}\n" + "It rained for most of that long day.\n" * 4 for title, names in EXPECTED
    )
    assert _found(list(filled(text.splitlines()))) == []


def test_all_titles_may_end_in_a_full_stop_or_hardly_any() -> None:
    ended = [(f"{title.rstrip('?')}.", names) for title, names in EXPECTED]
    assert _found(_lines(*ended)) == ended
    assert _found(_lines(*EXPECTED, ("We learn what rain does from roofs.", "Ann Lee, Bo Ek"))) == EXPECTED


def test_buttons_and_numbers_are_no_part_of_a_title() -> None:
    marked = [(f"[{at}] {title} [pdf]", names) for at, (title, names) in enumerate(EXPECTED, start=1)]
    assert _found(_lines(*marked)) == EXPECTED
