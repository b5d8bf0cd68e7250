from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from seedbed.link import link
from seedbed.link.related import MOST_RELATED
from seedbed.model.library import Library
from seedbed.model.link import Links
from tests.link.factory import library, work

LABELS = yaml.safe_load((Path(__file__).parent / "fixtures" / "related.yml").read_text("utf-8"))


def _pairs(links: Links) -> set[frozenset[str]]:
    return {frozenset((each.work, each.other)) for each in links.related}


def _pair(real_library: Library, beginnings: list[str]) -> frozenset[str]:
    found = [
        each.id
        for beginning in beginnings
        for each in real_library.works
        if each.title.shown.startswith(beginning)
    ]
    assert len(found) == 2, beginnings
    return frozenset(found)


@pytest.mark.parametrize("pair", LABELS["related"], ids=" / ".join)
def test_related_works_meet(pair: list[str], real_library: Library, real_links: Links) -> None:
    assert _pair(real_library, pair) in _pairs(real_links)


@pytest.mark.parametrize("pair", LABELS["unrelated"], ids=" / ".join)
def test_unrelated_works_do_not(pair: list[str], real_library: Library, real_links: Links) -> None:
    assert _pair(real_library, pair) not in _pairs(real_links)


def test_each_has_at_most_six_the_best_first_and_every_one_a_reason(real_links: Links) -> None:
    for each in {related.work for related in real_links.related}:
        others = [related for related in real_links.related if related.work == each]
        assert len(others) <= MOST_RELATED
        assert [-related.score for related in others] == sorted(-related.score for related in others)
        assert all(related.reasons for related in others)
        assert all(related.other != each for related in others)


def test_reasons_say_who_names_whom_and_who_wrote_both() -> None:
    here = work(
        "Purring Vectors: Why Cats Purr", "We record purring in cats at night.", creators=["Ann Ames"]
    )
    there = work(
        "Cats at Night",
        "As Purring Vectors shows, cats purr. We record cats at night.",
        creators=["Ann Ames"],
    )
    found = {each.work: each.reasons for each in link(library(here, there)).related}
    assert found[here.id][0] == "it names this one"
    assert found[there.id][0] == "this one names it"
    assert "1 creator in common" in found[here.id]


def test_works_with_nothing_in_common_are_not_related() -> None:
    found = link(
        library(work("Cats Purr", "Cats purr."), work("Steel Rusts", "Steel rusts in rain."))
    ).related
    assert found == ()


EXAMS = work(
    "Exams Are Not Benchmarks",
    "Exams are made for people. We list seven assumptions that machines break.",
    creators=["Lea Brandt"],
)
OTHERS = (
    work("Whales Sing Low", "Whales sing below what we hear, and farther than ships do."),
    work("Ants Keep Time", "Ants leave at dawn, whatever the season says."),
    work("Spiders See Far", "Jumping spiders tell prey from rivals at thirty lengths."),
    work("Bees Dance", "Bees tell the way by dancing on the comb."),
)


def test_an_everyday_word_by_the_way_relates_no_works_of_strangers() -> None:
    sweeps = work("Grids of Tin", "A grid was made of tin and held one layer of ice.", creators=["Omar Ruiz"])
    assert _pairs(link(library(EXAMS, sweeps, *OTHERS))) == set()


def test_such_a_word_is_no_reason_beside_a_common_creator() -> None:
    grids = work("Grids of Tin", "A grid was made of tin and held one layer of ice.", creators=["Lea Brandt"])
    reasons = {each.reasons for each in link(library(EXAMS, grids, *OTHERS)).related}
    assert reasons == {("1 creator in common",)}


def test_one_everyday_word_relates_no_works_of_strangers_though_both_titles_have_it() -> None:
    dark = work("Dust that Looks Like Dark Energy", "Grey dust dims quasars.", creators=["Lea Brandt"])
    skies = work("The End of the Dark Sky", "One exposure in three has a trail.", creators=["Omar Ruiz"])
    assert _pairs(link(library(dark, skies, *OTHERS))) == set()
    sun = work("Dark Energy without Dust", "Quasars have halos.", creators=["Omar Ruiz"])
    assert _pairs(link(library(dark, sun, *OTHERS))) == {frozenset((dark.id, sun.id))}
