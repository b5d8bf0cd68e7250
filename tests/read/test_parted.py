"""Projects that stand on a line each are given to a reader field by field."""

from __future__ import annotations

import pytest

from seedbed.read.parted import part_rows
from tests.read.seeds import seed_of

ROWS = (
    "• On Rain {0} Fellows: Ann Lee, Bo Ek {0} Mentor: Cy Roe {0} May 2024 {0} Paper {0} Code\n"
    "• On Roofs {0} Fellow: Dee Foe {0} Mentor: Cy Roe {0} 2 June 2024\n"
    "• On Gutters: A Case {0} Fellow: Gil Hay {0} Mentor: Ida Jay {0} 2024 {0} Talk"
)


@pytest.mark.parametrize("mark", ["|", "·", "\t"])
def test_each_field_becomes_a_line_and_buttons_at_the_end_are_left_out(mark: str) -> None:
    whole = part_rows(seed_of("Projects\n\n" + ROWS.format(mark).replace(" \t ", "\t")))
    assert whole is not None
    assert whole.seed.lines[:6] == (
        "Projects",
        "",
        "On Rain",
        "Fellows: Ann Lee, Bo Ek",
        "Mentor: Cy Roe",
        "Date: May 2024",
    )
    assert whole.seed.lines[-4:] == ("On Gutters: A Case", "Fellow: Gil Hay", "Mentor: Ida Jay", "Date: 2024")
    assert whole.places[:3] == ((1, 1), (2, 2), (3, 3))
    assert whole.places[-1] == (5, 5)


def test_two_rows_may_be_anything() -> None:
    assert part_rows(seed_of("\n".join(ROWS.format("|").split("\n")[:2]))) is None


@pytest.mark.parametrize(
    "row",
    [
        "Home | About | Mentors | Apply",
        "Fellows: Ann Lee | Mentor: Cy Roe | 2024",
        "On Rain | Mentor: Cy Roe",
        "On Rain | Area: Hydrology | 2024",
        "Ann Lee — Team: Rain Watchers",
    ],
)
def test_menus_and_lines_without_a_title_or_people_are_no_projects(row: str) -> None:
    assert part_rows(seed_of("\n".join([row] * 3))) is None


def test_one_field_may_say_whose_the_work_is() -> None:
    whole = part_rows(seed_of("\n".join(["Leaks (All of Them) — Team: Ann Lee, bo_ek"] * 3)))
    assert whole is not None
    assert whole.seed.lines[:2] == ("Leaks (All of Them)", "Team: Ann Lee, bo_ek")


def test_labels_may_stand_on_one_line() -> None:
    text = (
        "Title: On Rain: A Case Authors: Ann Lee, Bo Ek Date: 2024 Abstract: We count drops by the hour.\n\n"
        "Title: On Roofs | Author(s): Cy Roe | Abstract: We count roofs by the street.\n"
    )
    whole = part_rows(seed_of(text))
    assert whole is not None
    assert whole.seed.lines[:4] == (
        "Title: On Rain: A Case",
        "Authors: Ann Lee, Bo Ek",
        "Date: 2024",
        "Abstract: We count drops by the hour.",
    )
    assert whole.places[:5] == ((1, 1),) * 4 + ((2, 2),)


def test_one_line_with_labels_may_be_anything() -> None:
    assert part_rows(seed_of("Title: Rain and its Date: 2024 is not one of them.\n\nIt rains.\n")) is None
