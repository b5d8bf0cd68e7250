from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.read.hanging import entries_with_bullets, hanging_lines
from seedbed.read.registry import read
from seedbed.text.lines import split_lines
from tests.read.seeds import LONG, seed_of, unread_texts

REFERENCES = """References

Lee, A., & Ek, B. (2018). The cost of being early: Rain and
     what comes after. Journal of Rain, 103(4), 455–471.
     https://doi.org/10.1037/apl0000299

Roe, C. (2015). Learning from quiet clouds (2nd ed.). Harbour
     Press.
Fox, D. (2014). A short line. Rain, 3, 1–2.
"""


def test_references_are_whole() -> None:
    reading = read(seed_of(REFERENCES))
    titles = [work.title.value for work in reading.works() if work.title]
    assert titles == [
        "The cost of being early: Rain and what comes after",
        "Learning from quiet clouds",
        "A short line",
    ]
    assert [(work.span().first, work.span().last) for work in reading.works()] == [(3, 5), (7, 8), (9, 9)]
    assert unread_texts(reading) == []


@pytest.mark.parametrize(
    "text",
    [
        LONG,
        "def count(path: str) -> int:  # the clouds of 2024, one after the other\n    return 1\n" * 3,
        "- Lee, A. (2018). The cost of being early: Rain. Journal of Rain.\n  - Ek, B. (2019). Another.\n"
        * 3,
        "A short line (2018)\n  and another\n" * 3,
        "    A line that is set in and stands alone, since nothing is above it (2018)\n\n" * 3,
        REFERENCES.partition("Roe")[0],
    ],
)
def test_other_lines_that_are_set_in(text: str) -> None:
    assert hanging_lines(split_lines(text)) == set()


@given(
    st.lists(
        st.sampled_from(["", "  x", "\tLee (2018)", REFERENCES.splitlines()[2], "- a", " b"]), max_size=30
    )
)
def test_each_line_that_goes_on_has_one_below(lines: list[str]) -> None:
    assert all(lines[at].strip() and lines[at + 1].strip() for at in hanging_lines(lines))


def test_entries_go_on_where_their_text_is_set_in() -> None:
    text = """
     * Ann Lee. On rain.
       Rain Letters
     * Bo Ek
         + a note
           that goes on
       behind the note

       apart
 no entry
   set in
"""
    within, ends = entries_with_bullets(text.split("\n"))
    assert sorted(within) == [1, 4]
    assert sorted(ends) == [2]
