"""The cards for links to works and people, and the footer's colophon: scripts beside the pages."""

from __future__ import annotations

import dataclasses
import json

from msgspec.structs import replace

from seedbed.write.colophon import PATH, colophon, colophon_files
from seedbed.write.previews import SHARDS, preview_tasks, shards_of
from seedbed.write.shelving import shelve
from seedbed.write.tasks import Data
from tests.write.small import library, links


def cards() -> dict[str, dict[str, str]]:
    shelf = shelve(library(), links())
    found: dict[str, dict[str, str]] = {}
    for task in preview_tasks(shelf):
        (file,) = task.plan(shelf, task.argument)
        assert isinstance(file, Data)
        path, script = file
        content = script.decode().removeprefix("seedbedPreviews(").removesuffix(");\n")
        for address, card in json.loads(content).items():
            assert [path] == [f"data/previews/{number:04d}.js" for number in shards_of([address])]
            found[address] = card
    return found


def test_every_work_and_person_has_a_card_where_the_browser_looks_for_it() -> None:
    works = {f"papers/{work.id}.html" for work in library().works}
    people = {f"people/{person.id}.html" for person in library().people}
    assert set(cards()) == works | people


def test_a_card_says_who_and_when_and_how_it_begins() -> None:
    card = cards()["papers/soft-hands.html"]
    assert card["title"] == "Soft Hands: On Gentle Grips"
    assert card["line"] == "Vera Hollow, A. Quill et al. · 2 March 2026"
    assert card["text"]


def test_what_is_not_known_is_left_out() -> None:
    assert all(all(card.values()) for card in cards().values())


def test_a_shard_is_the_same_in_every_version() -> None:
    # FNV-1a of the empty text is its offset basis, and of "a" 0xE40C292C, by its authors' own test vectors.
    assert shards_of(["", "a", "foobar"]) == [each % SHARDS for each in (0x811C9DC5, 0xE40C292C, 0xBF9CF968)]
    assert shards_of([]) == []


def test_the_colophon_counts_captures_and_dates_the_newest() -> None:
    made = library()

    def said(*days: str) -> str:
        dated = tuple(
            dataclasses.replace(reading, seed=dataclasses.replace(reading.seed, captured=day))
            for reading, day in zip(made.readings, days, strict=True)
        )
        return colophon(replace(made, readings=dated))

    assert said("", "", "") == "Built from 3 captures; every fact leads to the line that states it."
    assert said("2026-06-01", "", "").startswith(
        "Built from 3 captures, the one with a date made on 1 June 2026;"
    )
    assert said("2026-06-01", "2026-05-01", "").startswith(
        "Built from 3 captures, the newest of the 2 with a date made on 1 June 2026;"
    )
    assert said("2026-06-01", "2026-05-01", "2025-12-31").startswith(
        "Built from 3 captures, the newest made on 1 June 2026;"
    )
    assert colophon_files(made)[PATH].endswith(b'line that states it.";\n')
    assert colophon(replace(made, readings=())) == "No capture has been read yet."
