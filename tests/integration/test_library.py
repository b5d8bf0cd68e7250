"""What the four real seeds hold, as `data/library.json` publishes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def library(real_site: Path) -> Any:
    return json.loads((real_site / "data" / "library.json").read_text("utf-8"))


def test_the_schema_is_named(library: Any) -> None:
    assert library["schema"] == "seedbed/1"


def test_every_line_is_accounted_for(library: Any) -> None:
    assert len(library["seeds"]) == 4
    assert library["unread"] == []
    for seed in library["seeds"]:
        lines = seed["lines"]
        assert lines["total"] == lines["blank"] + lines["read"] + lines["unread"], seed["path"]


def test_works_are_counted_once(library: Any) -> None:
    assert len(library["works"]) == 40
    several = [work["title"] for work in library["works"] if len(work["sources"]) > 1]
    across = [
        work["title"]
        for work in library["works"]
        if {source["seed"] for source in work["sources"]} >= {"jack-lindsey-profile.txt", "mats-research.txt"}
    ]
    assert sorted(across) == [
        "Auditing language models for hidden objectives",
        "Open Problems in Mechanistic Interpretability",
    ]
    # the ten untitled abstracts belong to works of the profile; one more work stands twice in the list
    assert len(several) == 11


def test_people_are_counted_once(library: Any) -> None:
    assert len(library["people"]) == 185


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bilal Chugtai", "Bilal Chughtai"),
        ("Adria Garriga-Alonso", "Adrià Garriga-Alonso"),
        ("Iván Arcuschin", "Iván Arcuschin Moreno"),
        ("Jett Janiak", "Kajetan (Jett) Janiak"),
        ("Xuchan Bao", "Jenny Bao"),
    ],
)
def test_a_person_under_two_forms_is_one(library: Any, one: str, other: str) -> None:
    named = [
        person["id"]
        for person in library["people"]
        if {one, other} & {person["name"], *person["other_names"]}
    ]
    assert len(named) == 1


def test_the_conversation_is_whole(library: Any) -> None:
    (transcript,) = library["transcripts"]
    turns = transcript["turns"]
    paragraphs = [paragraph for turn in turns for paragraph in turn["paragraphs"]]
    assert len(turns) == 76
    assert len(paragraphs) == 127
    assert sum(len(paragraph.split()) for paragraph in paragraphs) == 9246
    assert len(transcript["speakers"]) == 2
    assert transcript["date"] == "2026-04-23"


def test_the_list_keeps_its_sections(library: Any) -> None:
    (collection,) = library["collections"]
    assert [len(section["works"]) for section in collection["sections"]] == [6, 20]
    assert len({work for section in collection["sections"] for work in section["works"]}) == 25


def test_the_readings_that_differ_are_kept(library: Any) -> None:
    conflicts = [each for each in library["conflicts"] if each["subject"] == "humanitys-last-exam"]
    texts = [reading["value"] for each in conflicts for reading in each["readings"]]
    assert any("2,500 questions" in text for text in texts)
    assert any("3,000 questions" in text for text in texts)


def test_a_year_that_is_worked_out_is_marked(library: Any) -> None:
    by_title = {work["title"]: work for work in library["works"]}
    inferred = by_title["Mechanisms of Introspective Awareness"]
    stated = by_title["Pre-training Attention Mechanisms"]
    assert (inferred["date"], inferred["date_inferred"]) == ("2026-03-22", True)
    assert (stated["date"], stated["date_inferred"]) == ("2017-12-15", False)


def test_every_reference_leads_somewhere(library: Any, real_site: Path) -> None:
    works = {work["id"] for work in library["works"]}
    people = {person["id"] for person in library["people"]}
    topics = {topic["id"] for topic in library["topics"]}
    for work in library["works"]:
        assert {creator["person"] for creator in work["creators"]} <= people
        assert set(work["fellows"]) <= {creator["person"] for creator in work["creators"]}
        assert set(work["topics"]) <= topics
        assert set(work["related"]) <= works - {work["id"]}
    for kind in ("works", "people", "transcripts", "collections", "topics"):
        for each in library[kind]:
            assert (real_site / each["url"]).is_file(), each["url"]
        ids = [each["id"] for each in library[kind]]
        assert ids == sorted(ids)
