from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from seedbed.link import link
from seedbed.model.library import Library
from seedbed.model.link import Links, Target
from tests.link.factory import library, transcript, work

LABELS = yaml.safe_load((Path(__file__).parent / "fixtures" / "discussions.yml").read_text("utf-8"))


def _ids(real_library: Library) -> dict[str, str]:
    by_title = {each.title.shown: each.id for each in real_library.works}
    return {short: by_title[title] for short, title in LABELS["works"].items()}


def _labelled(half: str) -> list[dict[str, Any]]:
    return [label for label in LABELS["turns"] if label["half"] == half]


def test_the_fixture_labels_every_turn_once(real_library: Library) -> None:
    (conversation,) = real_library.transcripts
    assert [label["turn"] for label in LABELS["turns"]] == [turn.number for turn in conversation.turns]
    assert all(label["half"] == ("tuning", "report")[label["turn"] // 2 % 2] for label in LABELS["turns"])


@pytest.mark.parametrize("half", ["tuning", "report"])
def test_precision_and_recall_hold_on_turns_labelled_by_hand(
    half: str, real_library: Library, real_links: Links, record_property: Any
) -> None:
    ids = _ids(real_library)
    turns = {label["turn"] for label in _labelled(half)}
    wanted = {(label["turn"], ids[short]) for label in _labelled(half) for short in label["works"]}
    found = {(each.turn, each.work) for each in real_links.discussions if each.turn in turns}
    precision = len(found & wanted) / len(found)
    recall = len(found & wanted) / len(wanted)
    record_property("precision", round(precision, 2))
    record_property("recall", round(recall, 2))
    print(f"{half}: precision {precision:.2f}, recall {recall:.2f} of {len(wanted)}")  # noqa: T201
    assert precision >= 0.8
    assert recall >= 0.6


@pytest.mark.parametrize(("turn", "short"), [(60, "EM"), (60, "NEM"), (64, "EC"), (64, "NEM")])
def test_a_turn_leads_to_the_paper_behind_it_and_back(
    turn: int, short: str, real_library: Library, real_links: Links
) -> None:
    paper = _ids(real_library)[short]
    (there,) = [each for each in real_links.discussions if (each.turn, each.work) == (turn, paper)]
    assert there.reasons
    assert 0 < there.score <= 1
    (back,) = [each for each in real_links.backlinks if each.target == Target("work", paper)]
    assert there in back.discussions


def test_the_quote_is_a_sentence_of_the_turn_that_has_the_reason(real_links: Links) -> None:
    found = {(each.turn, each.quote) for each in real_links.discussions if each.turn == 64}
    assert any("Reward hacking is this thing" in quote for _, quote in found)


CATS = work(
    "Purring Vectors: Why Cats Purr",
    "We record purring in cats. Purring follows feeding. Purring vectors grow with age.",
    creators=["Ann Ames"],
)
DOGS = work("Barking at Night", "Dogs bark at night. Barking wakes owners.", creators=["Bob Bell"])
FISH = work("Silent Fish", "Fish make no sound. We listen to fish for weeks.", creators=["Cy Cole"])


def test_a_turn_that_speaks_of_a_works_own_subject_is_about_it() -> None:
    talk = transcript(
        "On Animals",
        ("Ann Ames", "Let me tell you about purring, since purring is what I have spent my life on so far."),
        ("Dee Dorn", "And what about the weather, the traffic and the price of bread in this town of ours?"),
    )
    found = link(library(CATS, DOGS, FISH, talk)).discussions
    assert [(each.turn, each.work) for each in found] == [(1, CATS.id)]
    assert "shares “purring” with its title" in found[0].reasons
    assert "Ann Ames, who takes part, is a creator of it" in found[0].reasons


def test_a_turn_that_names_a_work_is_about_it_however_short() -> None:
    talk = transcript(
        "On Animals", ("Dee Dorn", "Have you read Barking at Night?"), ("Bob Bell", "I wrote it.")
    )
    found = link(library(CATS, DOGS, FISH, talk)).discussions
    assert [(each.turn, each.work) for each in found] == [(1, DOGS.id)]
    assert found[0].reasons[0] == "names it"


def test_a_courtesy_is_about_nothing() -> None:
    talk = transcript("On Animals", ("Dee Dorn", "Purring!"), ("Ann Ames", "Yes. Yes. Thank you."))
    assert link(library(CATS, DOGS, FISH, talk)).discussions == ()
