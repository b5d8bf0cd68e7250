"""Records for programs that a page shows below a work."""

from __future__ import annotations

import pytest

from seedbed.read.shown_records import without_records
from seedbed.text.lines import filled


@pytest.mark.parametrize(
    "record",
    [
        "@misc{lee2020, title={On {R}ain}}",
        "@misc{lee2020,\n  title={On Rain},\n  note={Slow}\n}",
        "@Article {,\n author = {Lee, Ann}, }",
        "TY  - JOUR\nTI  - On Rain\nER  - ",
        "TY  - JOUR\nTI  - On Rain",
    ],
)
def test_their_lines_are_left_out(record: str) -> None:
    lines = filled(f"On Rain\n{record}\nAnn Lee".split("\n"))
    assert [line.text for line in without_records(lines)] == ["On Rain", "Ann Lee"]


@pytest.mark.parametrize("text", ["@ann and @bo", "@misc{", "@rain {slow}", "TYPE - JOUR", "ER - On Rain"])
def test_other_lines_stay(text: str) -> None:
    lines = filled(["On Rain", text, "Ann Lee"])
    assert without_records(lines) is lines


def test_one_without_an_end_is_its_first_line() -> None:
    lines = filled(["@misc{a, title={On Rain", *(f"line {n}" for n in range(90))])
    assert len(without_records(lines)) == 90
