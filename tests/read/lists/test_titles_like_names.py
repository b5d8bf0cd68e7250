"""Titles that look like two names, as titles with a comma in capitals do."""

from __future__ import annotations

import pytest

from seedbed.read.registry import read
from tests.read.seeds import seed_of

SAID = (
    "We count how often it rains on ninety roofs, and find that it does so more often than anybody thought."
)


@pytest.mark.parametrize("apart", ["\n", "\n\n"], ids=["touching", "apart"])
@pytest.mark.parametrize(
    "title",
    ["Small Steps, Big Leaps", "Debate Helps Weak Judges, Until It Doesn't", "Abstract Rain, Concrete Roofs"],
)
def test_a_label_that_names_others_tells_that_it_is_a_title(title: str, apart: str) -> None:
    titles = ("On Rain", title, "Roofs and Their Gutters", title.swapcase().title() + " Again")
    text = "Our research\n\nThis page shows what our fellows have written, and with whom they did.\n\n"
    text += "\n\n".join(
        apart.join((each, SAID, "Authors:", "Ann Lee, Bo van der Ek", "Date:", "May 2, 2024"))
        for each in titles
    )
    assert [work.title.value for work in read(seed_of(text)).works() if work.title] == list(titles)
