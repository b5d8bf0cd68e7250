from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.text.titles import (
    first_significant_word,
    fold,
    letters,
    main_title,
    numbers,
    title_key,
    words,
)


@pytest.mark.parametrize(
    "title",
    [
        "Tides & Waves",
        "TIDES AND WAVES",
        "“Tides and waves”",
        "Tídes and waves.",
        "\\emph{Tides} and waves",
        "Tides–and–waves",
    ],
)
def test_typesetting_leaves_the_key_alone(title: str) -> None:
    assert title_key(title) == "tidesandwaves"


def test_a_vowel_sign_is_no_accent() -> None:
    assert letters("कमला") != letters("कमल")
    assert letters("がく") != letters("かく")
    assert letters("Café") == letters("Cafe")
    assert letters("أحمد") == letters("احمد")


def test_a_title_without_letters_is_its_own_key() -> None:
    assert title_key("?!") == "?!"


def test_words_keep_their_apostrophes_in() -> None:
    assert words("Humanity’s last don't") == ("humanitys", "last", "dont")


def test_the_part_before_the_subtitle() -> None:
    assert main_title("Soft Hands: A Study") == "Soft Hands"
    assert main_title("Soft Hands – A Study") == "Soft Hands"
    assert main_title("Pre-training for 3:1 odds") == "Pre-training for 3:1 odds"


def test_what_tells_a_work_from_its_sequel() -> None:
    assert numbers("Soft Hands II, part 3 of 10b") == ("ii", "part", "3", "10b")
    assert numbers("Attention Is (Not) All You Need") == ("not",)
    assert numbers("I mix civil dill") == ()


def test_the_first_significant_word() -> None:
    assert first_significant_word("On the Origin of Tides") == "origin"
    assert first_significant_word("How to") == "how"
    assert first_significant_word("?") == ""


@given(st.text(max_size=80))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert letters(text) == "".join(words(text))
