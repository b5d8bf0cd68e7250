"""Abstracts without a label among others that have one."""

from __future__ import annotations

import pytest

from seedbed.read.works.abstracts import ABSTRACTS
from tests.read.seeds import LONG, read_lawfully

WHOLE = (
    f"{LONG} We measured that on nine roofs for three years, and describe what became of each of them since."
)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n"])
@pytest.mark.parametrize(
    ("opening", "count"),
    [
        ("We consider the roofs of towns by the sea.", 4),
        ("In this paper we argue that roofs remember.", 4),
        ("Roofs by the sea are said to remember every storm.", 4),
        ("These roofs were then compared with those of the next town.", 3),
        ("Our results show that roofs remember.", 3),
    ],
)
def test_they_do_not_speak_of_what_stands_above(opening: str, count: int, between: str) -> None:
    text = between.join(
        (f"Abstract: {WHOLE}", f"Abstract: {WHOLE}", f"{opening} {WHOLE}", f"Abstract: {WHOLE}")
    )
    assert len(list(read_lawfully(ABSTRACTS, text).works())) == count


def test_keywords_end_an_abstract() -> None:
    text = f"Abstract: {WHOLE}\nKeywords: roofs; rain\nThese are {WHOLE}\nAbstract: {WHOLE}\n"
    works = list(read_lawfully(ABSTRACTS, text).works())
    assert [[topic.value for topic in work.topics] for work in works] == [["roofs", "rain"], [], []]


def test_a_word_that_says_the_same_is_a_label() -> None:
    text = f"Abstract: {WHOLE}\nSummary\n{WHOLE}\nAbstract: {WHOLE}\n"
    assert len(list(read_lawfully(ABSTRACTS, text).works())) == 3
