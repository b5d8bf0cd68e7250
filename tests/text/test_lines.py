from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.text.lines import Line, clean, filled, letters_and_digits, split_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("a", ("a",)),
        ("a\n", ("a",)),
        ("a\n\n", ("a", "")),
        ("\n", ("",)),
        ("a\nb", ("a", "b")),
        ("a\r\nb\rc\nd", ("a", "b", "c", "d")),
        ("a\n\rb", ("a", "", "b")),
        ("a\x0bb\x0cc\x85d\u2028e\u2029f\x1cg", ("a\x0bb\x0cc\x85d\u2028e\u2029f\x1cg",)),
    ],
)
def test_lines_end_where_editors_end_them(text: str, lines: tuple[str, ...]) -> None:
    assert split_lines(text) == lines


@given(
    st.lists(st.text(st.characters(exclude_characters="\r\n")), min_size=1), st.sampled_from(["\n", "\r\n"])
)
def test_lines_come_back(lines: list[str], end: str) -> None:
    assert split_lines(end.join([*lines, ""])) == tuple(lines)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("", ""),
        (" a ", "a"),
        ("a\u00a0b", "a b"),
        ("a \t\u2003 b", "a b"),
        ("\u00a0", ""),
        ("a\u200bb", "a\u200bb"),
    ],
)
def test_white_space_is_evened_out(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.lists(st.text()))
def test_filled_lines_are_those_that_are_not_blank(lines: list[str]) -> None:
    found = filled(lines)
    assert [line.number for line in found] == [n for n, line in enumerate(lines, start=1) if line.strip()]
    assert all(line.text == clean(lines[line.number - 1]) for line in found)


def test_filled() -> None:
    assert filled(["a", " ", "", "b\u00a0c"]) == (Line(1, "a"), Line(4, "b c"))


def test_letters_and_digits_are_the_same_however_a_title_is_set() -> None:
    assert letters_and_digits("“On Rain: Part 2”") == letters_and_digits("ON RAIN – part 2") == "onrainpart2"
    assert letters_and_digits("Übungen") != letters_and_digits("Ubungen")
