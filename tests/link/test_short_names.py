"""Given names alone: whose they are in a conversation, and when nobody can say."""

from __future__ import annotations

import pytest

from seedbed.link import link
from seedbed.link.short_names import CREATOR, NAMED_BEFORE
from seedbed.model.link import Mention
from tests.link.factory import library, transcript, work

MAPS = work(
    "Odors Sharpen Maps of a Virtual Town",
    "People learned the way through a virtual town while smelling rose or cedar.",
    creators=["Elif Demir", "Ines Okoro"],
)
CLOCKS = work(
    "Two Clocks in One Cell", "Cyanobacteria keep time twice.", creators=["Sara Brandl", "Tomoko Abe"]
)
WORMS = work("Sleep without a Brain", "Jellyfish rest all the same.", creators=["Sara Lund", "Grace Adeyemi"])
HOST, GUEST = "Dora Quinn", "Ines Okoro"


def _found(*turns: tuple[str, str]) -> list[Mention]:
    talk = transcript("On Sleep", *turns)
    return [
        each
        for each in link(library(MAPS, CLOCKS, WORMS, talk)).mentions
        if each.place.kind == "transcript" and each.how in {NAMED_BEFORE, CREATOR}
    ]


def _ids(*turns: tuple[str, str]) -> list[tuple[int, str]]:
    return [(each.place.turn, each.target.id) for each in _found(*turns)]


def test_a_given_name_is_theirs_who_were_named_in_full_before() -> None:
    (found,) = _found((GUEST, "I share a room with Elif Demir."), (HOST, "Is Elif’s desk tidy? Is Elif?"))
    assert (found.place.turn, found.target.id, found.how) == (2, "elif-demir", NAMED_BEFORE)
    assert found.quote == "Is Elif’s desk tidy?"
    assert (found.start, found.end) == (3, 7)
    assert found.linked


def test_not_theirs_who_are_named_in_full_only_later() -> None:
    assert _ids((HOST, "Is Elif tidy?"), (GUEST, "Elif Demir is.")) == []


def test_a_given_name_is_a_creators_of_what_the_turn_is_about() -> None:
    said = "So Elif let people smell cedar or rose while they learned their way through a virtual town."
    (found,) = _found((GUEST, said))
    assert (found.target.id, found.how) == ("elif-demir", CREATOR)
    assert (
        _ids((GUEST, "So Elif let people go home early on Friday, and nobody knew where the key was.")) == []
    )


def test_a_name_that_two_of_them_have_is_nobodys() -> None:
    one = (HOST, "You wrote to Sara Brandl.")
    both = (HOST, "You wrote to Sara Brandl and Sara Lund.")
    assert _ids(one, (GUEST, "Sara replied.")) == [(2, "sara-brandl")]
    assert _ids(both, (GUEST, "Sara replied.")) == []


@pytest.mark.parametrize(
    "said",
    [
        "Elif Shafak wrote that novel.",
        "It was Elif of Ankara.",
        "Nilufer Elif came along, too.",
        "We met in Elif, which is a village.",
    ],
)
def test_a_name_that_goes_on_or_is_a_place_is_somebody_elses(said: str) -> None:
    assert _ids((GUEST, "I share a room with Elif Demir."), (HOST, said)) == []


def test_where_another_has_the_name_it_is_nobodys_from_the_first_turn_on() -> None:
    turns = ((GUEST, "Elif Demir is tidy."), (HOST, "Is Elif?"), (GUEST, "I read Elif Shafak at night."))
    assert _ids(*turns) == []
    assert _ids(*turns[:2]) == [(2, "elif-demir")]


def test_everyday_words_and_speakers_are_no_such_names() -> None:
    assert _ids((GUEST, "Grace Adeyemi is kind."), (HOST, "Grace is a gift. Thank you, Ines.")) == []
