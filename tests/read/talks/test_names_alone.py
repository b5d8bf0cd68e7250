from __future__ import annotations

import pytest

from seedbed.read.talks.names_alone import find_names_alone, without_badges
from seedbed.text.lines import filled
from tests.read.seeds import LONG


@pytest.mark.parametrize(
    "text",
    [
        f"Soil Science\n{LONG}\n\nSoil Science\n{LONG}\n",
        "Ann Lee\nBo Ek\nAnn Lee\nBo Ek\nAnn Lee\nBo Ek\n",
        "Ann Lee\nA Title of Rain\n\nBo Ek\nAnother Title\n\nAnn Lee\nA Third\n\nBo Ek\nA Fourth\n",
        "Home\nWe grow.\n\nAbout\nWe grew.\n\nHome\nWe grow.\n\nAbout\nWe grew.\n",
    ],
)
def test_headings_that_recur_are_no_speakers(text: str) -> None:
    assert find_names_alone(filled(text.split("\n"))) == []


def test_letters_in_a_circle_are_no_name() -> None:
    text = "".join(
        f"{letters}\n{name}\n{number}:00\n{said}\n"
        for number, (letters, name, said) in enumerate(
            [("AL", "Ann Lee", "It rains."), ("S2", "Speaker 2", "It does."), ("AL", "Ann Lee", "Why?")] * 2
        )
    )
    assert [one.label for one in find_names_alone(without_badges(filled(text.split("\n"))))] == [
        "Ann Lee",
        "Speaker 2",
        "Ann Lee",
    ] * 2


def test_two_letters_over_another_name_stay() -> None:
    lines = filled(["AL", "Bo Ek", "AL", "Bo Ek", "S1", "Speaker 2"])
    assert without_badges(lines) == lines
