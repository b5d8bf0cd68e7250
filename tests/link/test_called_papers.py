"""Papers that a conversation calls by a part of their title."""

from __future__ import annotations

import pytest

from seedbed.link import link
from seedbed.link.called_papers import CALLED
from seedbed.model.library import Work
from seedbed.model.link import Mention
from seedbed.model.prose import plain
from seedbed.text.prose import read_plain
from tests.link.factory import library, transcript, work

MAKER = "Mira Sandoval"
STEPS = work(
    "Penalising Spills by Stepwise Cup Viscosity", "We carry cups over stairs.", creators=[MAKER, "Bo Ek"]
)
FUTURE = work("Avoiding Spills by Expecting Sudden Guests", "Guests come late.", creators=[MAKER])
LEARNT = work("Lessons from Poured Tea in Advanced Kitchens", "Tea is poured.", creators=["Cy Cole"])


def _called(text: str, *works: Work, speaker: str = MAKER) -> list[tuple[str, str]]:
    return [
        (each.target.id, words)
        for each, words in _mentions(text, *works, speaker=speaker)
        if each.how == CALLED
    ]


def _mentions(text: str, *works: Work, speaker: str) -> list[tuple[Mention, str]]:
    here = plain(read_plain(text))
    found = link(library(*(works or (STEPS, FUTURE, LEARNT)), transcript("A Talk", (speaker, text)))).mentions
    return [(each, here[each.start : each.end]) for each in found if each.place.kind == "transcript"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("As we show in the stepwise viscosity paper.", ""),
        ("As we show in the cup viscosity paper.", "cup viscosity"),
        ("So I like your article on stepwise cup viscosity, too.", "stepwise cup viscosity"),
        ("That was the stepwise cup viscosity work.", "stepwise cup viscosity"),
        ("I have read your early work on stepwise cup viscosity.", "stepwise cup viscosity"),
        ("Mira's work on stepwise cup viscosity shows it.", "stepwise cup viscosity"),
        ("There’s some early work on stepwise cup viscosity.", ""),
        ("A lot of work on stepwise cup viscosity has been done.", ""),
        ("There was no cup. Viscosity paper on the tray.", ""),
        ("We needed cup viscosity for the paper.", ""),
    ],
)
def test_words_of_a_title_beside_paper(text: str, words: str) -> None:
    assert _called(text) == ([(STEPS.id, words)] if words else [])


def test_everyday_words_need_capitals() -> None:
    assert _called("I point it out in the Sudden Guests paper.") == [(FUTURE.id, "Sudden Guests")]
    assert _called("I point it out in the sudden guests paper.") == []


def test_a_creator_speaks_or_is_named_or_the_title_begins_so() -> None:
    assert _called("It is in the cup viscosity paper.", speaker="Dee Dorn") == []
    assert _called("Bo Ek wrote the cup viscosity paper.", speaker="Dee Dorn") == [
        (STEPS.id, "cup viscosity")
    ]
    said = "We talk of it in the Lessons from Poured Tea paper."
    assert _called(said, speaker="Dee Dorn") == [(LEARNT.id, "Lessons from Poured Tea")]


def test_words_of_several_titles_name_none() -> None:
    other = work("A Second Look at Cup Viscosity", "Cups again.", creators=[MAKER])
    assert _called("It is in the cup viscosity paper.", STEPS, other) == []


def test_words_that_many_works_use_name_none() -> None:
    others = [
        work(f"On Trays of Kind {at}", "A tray helps cup viscosity.", creators=["Al Orr"]) for at in range(4)
    ]
    assert _called("It is in the cup viscosity paper.", STEPS, *others) == []


def test_nothing_speaks_of_a_work_that_came_years_later() -> None:
    later = work("Penalising Spills by Stepwise Cup Viscosity", "We carry cups.", creators=[MAKER], year=2024)
    talk = transcript("A Talk", (MAKER, "It is in the cup viscosity paper."), year=2020)
    assert [each for each in link(library(later, talk)).mentions if each.how == CALLED] == []


def test_each_work_is_named_once_a_paragraph() -> None:
    said = "The cup viscosity paper is old, and the stepwise cup viscosity paper is the same."
    assert _called(said) == [(STEPS.id, "cup viscosity")]
    said = "So Penalising Spills by Stepwise Cup Viscosity came first: the cup viscosity paper."
    assert [words for _, words in _mentions(said, speaker=MAKER)] == [
        "Penalising Spills by Stepwise Cup Viscosity"
    ]
