"""What counts the works of a list in words is no part of them."""

from __future__ import annotations

import pytest

from seedbed.read.lists.counted_works import without_counts
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
