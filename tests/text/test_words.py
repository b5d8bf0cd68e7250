from __future__ import annotations

import pytest

from seedbed.text.words import (
    academic_words,
    common_words,
    fold,
    is_common,
    singular,
    stop_words,
    word,
    words,
)


def test_words_stand_where_they_say() -> None:
    text = "The model’s chain-of-thought, e.g. naïve café №5 x_1"
    found = words(text)
    assert [each.surface for each in found.all] == [
        *("The", "model’s", "chain", "of", "thought", "e", "g", "naïve", "café", "5", "x", "1")
    ]
    assert all(
        text[start:end] == each.surface
        for each, start, end in zip(found.all, found.starts, found.ends, strict=True)
    )


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        *(
            ("personas", "persona"),
            ("bodies", "body"),
            ("classes", "class"),
            ("boxes", "box"),
            ("saes", "sae"),
        ),
        *(("bias", "bia"), ("basis", "basis"), ("virus", "virus"), ("loss", "loss"), ("as", "as")),
    ],
)
def test_singular_takes_the_plurals_ending_off(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_fold_takes_case_and_the_possessive_off() -> None:
    assert fold("Humanity’s") == "humanity"
    assert fold("STRASSE") == fold("straße")


def test_inflections_have_one_stem() -> None:
    assert len({word(each).stem for each in ("hack", "hacks", "hacking", "Hacked")}) == 1


def test_the_word_lists_are_lower_case_words_in_order() -> None:
    for listed in (common_words(), stop_words(), academic_words()):
        assert all(each == each.strip().lower() for each in listed)
    assert is_common("houses")
    assert not is_common("dopamine")
