"""Dates, numbers and sentences as pages word them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedbed.model.date import PartialDate
from seedbed.write.wording import by_letter, counted, day_month_year, letter, listed, sentence, shortened


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (PartialDate(2026, 5, 28), "28 May 2026"),
        (PartialDate(2026, 5), "May 2026"),
        (PartialDate(2026), "2026"),
        (PartialDate(None, 5, 28), "28 May"),
    ],
)
def test_dates(date: PartialDate, text: str) -> None:
    assert day_month_year(date) == text


def test_counts() -> None:
    assert counted(1, "paper") == "1 paper"
    assert counted(0, "paper") == "0 papers"
    assert counted(1562, "person", "people") == "1,562 people"


def test_lists() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_sentences_end() -> None:
    assert [sentence(text) for text in ("a", "a.", "a?", " a ")] == ["a.", "a.", "a?", "a."]


@settings(deadline=None)
@given(st.text(max_size=400), st.integers(20, 160))
def test_a_shortened_text_is_short_and_on_one_line(text: str, longest: int) -> None:
    short = shortened(text, longest)
    assert len(short) <= longest
    assert "\n" not in short


def test_a_text_is_cut_between_words() -> None:
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("one two", 12) == "one two"


@pytest.mark.parametrize(
    ("name", "under"), [("Éva", "E"), ("ähnlich", "A"), ("9", "#"), ("", "#"), ("Жук", "Ж")]
)
def test_letters(name: str, under: str) -> None:
    assert letter(name) == under


def test_what_begins_with_a_mark_is_found_in_one_place() -> None:
    assert by_letter(["!", "9", "ada", "Éva", "[x]", "~"], str) == {
        "#": ("!", "9", "[x]", "~"),
        "A": ("ada",),
        "E": ("Éva",),
    }
