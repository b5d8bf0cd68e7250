"""What ties a turn to a work that it does not name, and what does not."""

from __future__ import annotations

import pytest

from seedbed.link import link
from seedbed.link.clues import COUNTS, OF_BEFORE, OF_NAMED, OF_SPEAKER, TELLS, Clue, are_enough, is_backed
from seedbed.model.link import Discussion
from tests.link.factory import library, transcript, work

NAPS = work(
    "The Nap Paradox",
    "A nap of forty minutes improved recall of word lists and impaired recall of faces. "
    "The cost of a nap vanished when an hour passed before it. A small buffer is emptied too soon.",
    creators=["Ines Okoro", "Pavel Roth"],
)
CLICKS = work(
    "Sound Stimulation in Older Adults",
    "Playing clicks in phase with slow waves has been reported to help. In a preregistered trial with 96 "
    "volunteers, clicks increased power by a third and left recall as it was.",
    creators=["Ines Okoro"],
)
SMELLS = work(
    "Reactivation of Spatial Maps",
    "Participants learned the positions of objects in a virtual town while smelling rose or cedar. "
    "Presenting the odor again sharpened the hexagonal pattern in entorhinal cortex.",
    creators=["Mira Sandoval", "Ines Okoro"],
)
WORMS = work(
    "Sleep without a Brain",
    "Jellyfish have no brain and rest all the same. We kept polyps awake with pulses of water.",
    creators=["Tomoko Abe"],
)
CLOCKS = work(
    "Two Clocks in One Cell",
    "Cyanobacteria keep time with three proteins. A second clock runs when the first is taken away.",
    creators=["Tomoko Abe", "Femi Lawal"],
)
TRACES = work(
    "Dinosaurs, Comets and the Limits of Traces",
    "Historical sciences work with traces that time destroys. The trace that would decide on the extinction "
    "of the dinosaurs went down with the ocean floor.",
    creators=["Ines Okoro"],
)
HOST, GUEST = "Dora Quinn", "Ines Okoro"


def _about(*turns: tuple[str, str]) -> list[tuple[int, str]]:
    return [(each.turn, each.work) for each in _found(*turns)]


def _found(*turns: tuple[str, str]) -> tuple[Discussion, ...]:
    return link(
        library(NAPS, CLICKS, SMELLS, WORMS, CLOCKS, TRACES, transcript("On Sleep", *turns))
    ).discussions


@pytest.mark.parametrize(
    "aside",
    [
        "We have a baby of six months now, so a nap in our house is a negotiation that everybody loses.",
        "My grandfather repaired clocks for forty years in a shop by the harbour, and was never on time.",
        "Jellyfish! My sister got stung by one on our holiday, and she will not go into the water again.",
    ],
)
def test_one_word_that_a_work_has_to_itself_ties_nothing(aside: str) -> None:
    assert _about((HOST, aside), (GUEST, "I know what you mean. Shall we begin?")) == []


def test_a_number_beside_it_does_not_count() -> None:
    aside = "On a Sunday I take a nap. When I was forty I took none, and now nobody can speak to me before."
    assert _about((HOST, aside), (GUEST, "I know what you mean. Shall we begin?")) == []


def test_the_same_word_does_beside_another_of_the_work() -> None:
    said = "If you look at faces and take a nap straight away, you know less of them than if you had not."
    assert _about((GUEST, said)) == [(1, NAPS.id)]


def test_a_word_alone_is_enough_beside_a_turn_that_is_about_the_work() -> None:
    question = (
        "Let us come to the nap, since this is what everybody who wrote to us before the show asks about."
    )
    answer = (
        "So we had people look at faces, and then take a nap, forty minutes, and they knew fewer of them."
    )
    assert _about((HOST, question), (GUEST, answer)) == [(1, NAPS.id), (2, NAPS.id)]
    assert (
        _about((HOST, question), (GUEST, "I would rather not. Ask me about the weather in Bergen instead."))
        == []
    )


def test_but_not_where_that_turn_is_about_it_in_other_words() -> None:
    said = "There are quarrels on the extinction where the trace that would settle it was on the ocean floor."
    aside = "I have to say that as a boy I had all the dinosaurs, in plastic, and I could name each of them."
    assert _about((GUEST, said), (HOST, aside)) == [(1, TRACES.id)]


def test_nor_where_this_one_is_about_another_work_in_the_same_word() -> None:
    false = work(
        "Ghosts that We Mistook for Supernovae",
        "A survey raises ten thousand alarms a night. One was a moth, one a supernova of long ago.",
        creators=["Ines Okoro"],
    )
    found = work(
        "Volunteers Find What Pipelines Miss",
        "In three months volunteers found eleven supernovae that software had thrown away.",
        creators=["Tomoko Abe"],
    )
    talk = transcript(
        "On Sleep",
        (
            GUEST,
            "Of ten thousand alarms a night one was a moth, and one a supernova that had been there since.",
        ),
        (
            HOST,
            "Tomoko Abe told me that volunteers found eleven supernovae that the software had thrown away.",
        ),
    )
    ties = link(library(NAPS, CLICKS, SMELLS, WORMS, CLOCKS, TRACES, false, found, talk)).discussions
    assert [(each.turn, each.work) for each in ties] == [(1, false.id), (2, found.id)]


def test_two_clues_are_enough_where_a_creator_is_named() -> None:
    said = (
        "That was {}. People learned where things are in a town while they were smelling either this or that."
    )
    (found,) = _found((GUEST, said.format("Mira Sandoval")))
    assert found.work == SMELLS.id
    assert "names Mira Sandoval, a creator of it" in found.reasons
    assert _about((GUEST, said.format("someone else, you would not know her"))) == []


def test_a_name_alone_ties_nothing() -> None:
    said = (
        "I share an office with Mira Sandoval, who plays the cello in the evening, so I get no sleep at all."
    )
    assert _about((GUEST, said)) == []


def test_several_clues_are_enough_for_a_work_of_a_speaker_alone() -> None:
    said = (
        "So you put them in front of a screen with a virtual town, and the room smells of rose, or of cedar, "
        "and they have to find their way to all the objects that we hid in it."
    )
    assert _about((GUEST, said)) == [(1, SMELLS.id)]
    assert _about(("Somebody Else", said)) == []


def _clue(value: float, *, everyday: bool = True, phrase: bool = False, times: int = 1) -> Clue:
    return Clue(frozenset(), value, everyday, phrase, times)


def test_what_backs_a_leading_clue() -> None:
    def backed(
        *found: Clue, creator_named: bool = False, by_creator: bool = False, known: bool = True
    ) -> bool:
        return is_backed(list(found), creator_named=creator_named, by_creator=by_creator, known=known)

    alone, phrase = _clue(1.0, everyday=False), _clue(0.8, everyday=False, phrase=True)
    assert not backed(alone, by_creator=True)
    assert backed(alone, _clue(0.14))
    assert not backed(alone, _clue(0.05), _clue(0.05))
    assert backed(phrase)
    assert not backed(phrase, known=False)
    assert backed(phrase, _clue(0.14), known=False)
    assert not backed(_clue(0.8, phrase=True))
    assert backed(_clue(0.8, times=2), by_creator=True)
    assert not backed(_clue(0.8, times=2))
    assert backed(alone, creator_named=True)


@pytest.mark.parametrize(
    ("least", "told"),
    [
        (OF_NAMED, {"creator_named": True, "of_speaker": False, "before": False}),
        (OF_BEFORE, {"creator_named": False, "of_speaker": True, "before": True}),
        (OF_SPEAKER, {"creator_named": False, "of_speaker": True, "before": False}),
    ],
)
def test_how_many_clues_are_enough(least: int, told: dict[str, bool]) -> None:
    clues = [_clue(COUNTS, everyday=False)] * least
    assert are_enough(clues, **told)
    assert not are_enough(clues[1:], **told)
    assert not are_enough([*clues[1:], _clue(COUNTS / 2)], **told)


def test_one_telling_word_is_enough_beside_a_name() -> None:
    told = {"creator_named": True, "of_speaker": False, "before": False}
    assert are_enough([_clue(TELLS, everyday=False)], **told)
    assert not are_enough([_clue(TELLS)], **told)
    assert not are_enough([_clue(TELLS / 2, everyday=False)], **told)


def test_everyday_words_alone_need_a_name_beside_them() -> None:
    clues = [_clue(COUNTS)] * OF_SPEAKER
    assert not are_enough(clues, creator_named=False, of_speaker=True, before=True)
    assert are_enough(clues, creator_named=True, of_speaker=True, before=True)


@pytest.mark.parametrize(
    ("said", "stranger", "creator"),
    [
        (
            (
                "Everybody who works in a laboratory like ours has an opinion about spatial maps, and mine "
                "is that spatial maps are drawn by those who like drawing them."
            ),
            [],
            [(1, SMELLS.id)],
        ),
        (
            (
                "Then somebody in the room asked whether the nap paradox had ever been seen by anybody "
                "else, and I said that the nap paradox turns up wherever people bother to look."
            ),
            [(1, NAPS.id)],
            [(1, NAPS.id)],
        ),
    ],
)
def test_a_phrase_of_a_title_means_the_work_if_its_creator_is_there_or_it_is_most_of_it(
    said: str, stranger: list[tuple[int, str]], creator: list[tuple[int, str]]
) -> None:
    assert _about(("Somebody Else", said)) == stranger
    assert _about((GUEST, said)) == creator
