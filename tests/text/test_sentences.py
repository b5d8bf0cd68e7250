from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.text.sentences import LONGEST_QUOTE, quote, sentence_at, sentence_number, sentence_starts


def _sentences(text: str) -> list[str]:
    starts = sentence_starts(text)
    return [text[slice(*sentence_at(text, starts, start))] for start in starts]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("He said “No.” Then he left.", ["He said “No.”", "Then he left."]),
        ("Samuel R. Bowman et al. Show it.", ["Samuel R. Bowman et al. Show it."]),
        ("Models, e.g. GPT, fail. They do.", ["Models, e.g. GPT, fail.", "They do."]),
        ("It is 3.5 times more. 12 of 14 fail.", ["It is 3.5 times more.", "12 of 14 fail."]),
        ("Wait… what? Yes.", ["Wait… what?", "Yes."]),
        ("", [""]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert _sentences(text) == sentences


def test_the_quote_is_the_sentence_around_the_words() -> None:
    text = "First one. The second has cats in it. Third."
    at = text.index("cats")
    assert quote(text, sentence_starts(text), at, at + 4) == "The second has cats in it."


def test_a_very_long_sentence_is_quoted_in_part() -> None:
    text = "word " * 500 + "cats " + "word " * 500
    at = text.index("cats")
    found = quote(text, sentence_starts(text), at, at + 4)
    assert "cats" in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found) <= LONGEST_QUOTE + 4


@given(st.text("aA. !?\"'”1é", max_size=80))
def test_every_offset_lies_in_one_sentence(text: str) -> None:
    starts = sentence_starts(text)
    assert list(starts) == sorted(set(starts))
    assert starts[0] == 0
    for offset in range(len(text)):
        assert starts[sentence_number(starts, offset)] <= offset


@given(st.text(alphabet="ab. A!?\n", max_size=60), st.integers(1, 5))
def test_the_first_few_are_those_of_all(text: str, most: int) -> None:
    assert sentence_starts(text, most) == sentence_starts(text)[:most]
