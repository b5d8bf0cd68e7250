"""Pages below what the tool that saved them wrote above."""

from __future__ import annotations

import pytest

from seedbed.read.coverage import find_fault
from seedbed.read.registry import read
from seedbed.read.saved_above import page_alone
from tests.read.seeds import REAL, real_seed, seed_of

CLIPPED = """\
---
title: "{title}"
source: "https://a.example/page"
author:
  - "[[Ann Lee]]"
published:
created: 2026-11-20
description: "What Ann Lee wrote."
tags:
  - "clippings"
---
"""
FETCHED = """\
Title: {title}

URL Source: https://a.example/page

Published Time: 2026-01-05T10:00:00Z

Markdown Content:
"""
NOTED = """\
Source: https://a.example/page
Retrieved on 20 November 2026

"""
NAMES = sorted(path.name for path in REAL.glob("*.txt"))


@pytest.mark.parametrize("above", [CLIPPED, FETCHED, NOTED, CLIPPED.replace('\n  - "[[Ann Lee]]"', "")])
@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_read_alike(above: str, name: str) -> None:
    text = (REAL / name).read_text(encoding="utf-8")
    header = above.format(title=text.split("\n")[0][:40])
    page, saved = read(real_seed(name)), read(seed_of(header + text, name))
    assert find_fault(saved) == ""
    assert saved.kind == page.kind
    assert len(saved.records) == len(page.records)
    down = header.count("\n")
    for one, other in zip(page.works(), saved.works(), strict=True):
        assert [part.span.first + down for part in one.parts()] == [part.span.first for part in other.parts()]
        assert (one.title and one.title.value) == (other.title and other.title.value)
    assert {number + down for number in page.unread_lines()} <= set(saved.unread_lines())


def test_front_matter_that_states_a_work_is_no_clippers() -> None:
    assert page_alone(seed_of(CLIPPED)) is not None
    assert page_alone(seed_of(CLIPPED.replace("created:", "doi:"))) is None
    assert page_alone(seed_of(FETCHED)) is not None
    assert page_alone(seed_of(FETCHED.replace("URL Source", "Source"))) is None
    assert page_alone(seed_of("On Rain\n")) is None
    assert page_alone(seed_of("---\nOn Rain\n---\nOn Snow\n---\n")) is None  # rules between works


def test_an_article_keeps_what_its_front_matter_says() -> None:
    text = CLIPPED.format(title="On Rain").replace("published:", "published: 2025-03-04")
    (work,) = read(seed_of(f"{text}\n# On Rain\n\nIt falls.\n")).works()
    assert work.title is not None
    assert work.title.value == "On Rain"
    assert work.creators is not None
    assert work.creators.value.names == ("Ann Lee",)


def test_a_clipped_page_without_an_author_is_no_work() -> None:
    text = CLIPPED.replace('\n  - "[[Ann Lee]]"', "").format(title="On Rain")
    assert list(read(seed_of(f"{text}\nIt falls.\n")).works()) == []


@pytest.mark.parametrize(
    "text",
    [
        "Source monitoring in 2020\nAnn Lee\n",
        "Retrieved memories\nAnn Lee\n",
        "Saved: rain that nobody counted\n",
        "https://a.example/1\nOn Rain\nhttps://a.example/2\nOn Snow\nhttps://a.example/3\nOn Hail\n",
    ],
)
def test_first_lines_that_are_no_notes(text: str) -> None:
    assert page_alone(seed_of(text)) is None
