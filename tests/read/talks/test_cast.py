"""Whom labels of a conversation stand for, as what stands above it says."""

from __future__ import annotations

import pytest

from seedbed.read.talks.cast import as_written, read_cast
from seedbed.text.lines import filled
from tests.read.seeds import seed_of


def cast_of(text: str, *labels: str) -> list[tuple[str, str, int]]:
    seed = seed_of(text)
    lines = filled(seed.lines)
    claims = (*read_cast(seed, lines, labels), *as_written(seed, lines, labels))
    return [(claim.value.label, claim.value.name, claim.span.first) for claim in claims]


def test_a_full_name_for_a_short_label() -> None:
    assert cast_of("Roofs\n\nAnn Lee (AL), baker", "AL") == [("AL", "Ann Lee", 3)]


@pytest.mark.parametrize("said", ["{} bakes in Cork.", "Guests: Bo Ek, {}", "{}’s roof leaks", "{}"])
def test_a_name_in_capitals_is_written_as_above(said: str) -> None:
    text = "Roofs\n\n" + said.format("Ann de Lee-Roe")
    assert cast_of(text, "ANN DE LEE-ROE") == [("ANN DE LEE-ROE", "Ann de Lee-Roe", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "ANN LEE bakes in Cork.",
        "Joann Lee bakes.",
        "Ann Leeson bakes.",
        "Ann Lee, or Ann LEE",
        "ann lee bakes",
    ],
)
def test_what_writes_no_such_name_otherwise(text: str) -> None:
    assert cast_of(text, "ANN LEE") == []


def test_names_that_are_no_label_in_capitals_need_no_other_form() -> None:
    assert cast_of("Ann Lee bakes in Cork.", "Ann Lee", "LEE") == []
