"""What counts the works of a list in words is no part of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from seedbed.read.lists.counted_works import without_counts, without_figures
from seedbed.text.lines import Line


def kept(*texts: str) -> list[str]:
    return [line.text for line in without_counts([Line(at, text) for at, text in enumerate(texts, start=1)])]


@pytest.mark.parametrize("form", ["Project {}", "Team #{}", "Paper No. {}:", "Group {} (with the town)"])
def test_lines_of_their_own_are_left_out(form: str) -> None:
    texts = [text for number in "123" for text in (form.format(number), f"On Rain {number}")]
    assert kept(*texts) == ["On Rain 1", "On Rain 2", "On Rain 3"]


def test_what_stands_before_a_title_goes() -> None:
    assert kept("Project A: On Rain", "Project B – On Roofs", "Project C: Tiles") == [
        "On Rain",
        "On Roofs",
        "Tiles",
    ]


@pytest.mark.parametrize("form", ["Session {}", "Week {}: On Rain", "Project management", "Projects {}"])
def test_headings_of_several_works_stay(form: str) -> None:
    texts = [form.format(number) for number in "123"]
    assert kept(*texts) == texts


def test_two_may_be_anything() -> None:
    assert kept("Project 1", "Project 2") == ["Project 1", "Project 2"]


def left(*texts: str) -> list[str]:
    """What is left; an empty text is a blank line."""
    lines = [Line(at, text) for at, text in enumerate(texts, start=1) if text]
    return [line.text for line in without_figures(lines)]


@pytest.mark.parametrize(
    "figures",
    [
        ("640+", "Scholars", "210+", "Publications", "9,800", "Citations"),
        ("640+", "", "Scholars", "", "1.2k", "", "Papers"),
        ("Scholars", "640+", "Publications", "210+", "Years", "5"),
    ],
)
def test_figures_of_the_whole_list_are_left_out(figures: Sequence[str]) -> None:
    assert left("Our Research", "", *figures, "", "Featured", "", "On Rain") == [
        "Our Research",
        "Featured",
        "On Rain",
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("1", "On Rain", "2", "On Snow", "3", "On Hail"),
        ("2024", "On Rain", "2025", "On Snow"),
        ("640+", "Scholars", "On Rain", "On Snow"),
    ],
)
def test_entries_numbers_and_years_stay(texts: Sequence[str]) -> None:
    assert left(*texts) == list(texts)
