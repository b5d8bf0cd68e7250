"""What a build says of the one before."""

from __future__ import annotations

import json

import pytest

from seedbed.model.library import Moved
from seedbed.model.report import Since
from seedbed.since import compare

EMPTY: dict[str, list[dict[str, str]]] = {
    "works": [],
    "people": [],
    "transcripts": [],
    "collections": [],
    "topics": [],
    "mentions": [],
}


def library(**lists: list[dict[str, str]]) -> bytes:
    return json.dumps({"schema": "seedbed/1", **EMPTY, **lists}).encode()


def paper(slug: str, title: str, **more: str) -> dict[str, str]:
    return {"id": slug, "title": title, "url": f"papers/{slug}.html", **more}


def person(slug: str, name: str) -> dict[str, str]:
    return {"id": slug, "name": name, "url": f"people/{slug}.html"}


@pytest.mark.parametrize("before", [None, b"", b"[]", b'{"works": []}', library(works=[{"id": "a"}])])
def test_what_cannot_be_read_counts_as_none(before: bytes | None) -> None:
    assert compare(before, library(), ()) == Since()


def test_the_same_is_no_change() -> None:
    content = library(works=[paper("tides", "Tides")], topics=[{"label": "Wind", "url": "topics/wind.html"}])
    assert compare(content, content, ()) == Since(first=False)


def test_what_came_changed_and_went() -> None:
    before = library(works=[paper("tides", "Tides"), paper("winds", "Winds")], people=[person("ana", "Ana")])
    after = library(
        works=[paper("tides", "Tides", date="2026"), paper("rain", "Rain")], people=[person("ana", "Ana")]
    )
    assert compare(before, after, ()) == Since(
        first=False, new=("paper: Rain",), changed=("paper: Tides",), gone=("paper: Winds",)
    )


def test_who_became_one_is_told_by_the_name_they_have_now() -> None:
    before = library(people=[person("bob", "Bob Smith"), person("robert", "Robert: Smith")])
    after = library(people=[person("robert", "Robert: Smith")])
    moved = (Moved("people/bob", "people/robert"), Moved("people/older", "people/robert"))
    assert compare(before, after, moved) == Since(first=False, merged=("person: Bob Smith → Robert: Smith",))
