"""The page of a topic: its papers by the topics that go with it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from seedbed.link import link
from seedbed.model.library import Work
from seedbed.model.source import Seed
from seedbed.read.coverage import account
from seedbed.write.files import files_of
from tests.link.factory import SEED, library, work
from tests.write.small import SITE


def _page(*works: Work) -> str:
    """The page of the topic "Tides" in a library of some works."""
    seed = Seed(SEED, ("a line",) * 3, "0" * 64)
    made = replace(library(*works), readings=(account(seed, "made by hand", ()),))
    drafts = {draft.path: draft for draft in files_of(made, link(made), SITE).drafts()}
    return drafts["topics/tides.md"].content().decode()


def _groups(page: str) -> list[tuple[str, str, list[str]]]:
    """Each group's topic, count and papers."""
    block = page.partition('<details class="grouped">')[2].partition("</details>")[0]
    entries = re.findall(r'<li>(.*?) <span class="count">(.*?)</span>(.*?)</li>', block, re.DOTALL)
    return [
        (re.sub("<.*?>", "", topic), count, re.findall(r"<a [^>]*>(.*?)</a>", papers))
        for topic, count, papers in entries
    ]


def test_papers_are_grouped_by_the_topics_that_go_with_theirs() -> None:
    page = _page(
        work("One", topics=["Tides", "Moons"]),
        work("Two", topics=["Tides", "Moons", "Harbours"]),
        work("Three", topics=["Tides", "Harbours"]),
        work("Four", topics=["Tides", "Moons"]),
        work("Five", topics=["Tides"]),
        work("Six", topics=["Moons"]),
    )
    assert _groups(page) == [
        ("Moons", "3 papers", ["Four", "One", "Two"]),
        ("Harbours", "2 papers", ["Three", "Two"]),
        ("No other topic", "1 paper", ["Five"]),
    ]


def test_a_large_group_names_some_and_says_how_many_more() -> None:
    works = [work(f"Paper {number}", topics=["Tides", "Moons"]) for number in range(30)]
    page = _page(*works, work("Last", topics=["Tides", "Harbours"]))
    (moons, _) = _groups(page)
    assert moons[:2] == ("Moons", "30 papers")
    assert len(moons[2]) == 12
    assert "and 18 more" in page


def test_few_papers_or_one_other_topic_are_not_grouped() -> None:
    few = [work(name, topics=["Tides", name]) for name in ("One", "Two", "Three")]
    alike = [work(name, topics=["Tides", "Moons"]) for name in ("One", "Two", "Three", "Four", "Five")]
    assert not _groups(_page(*few))
    assert not _groups(_page(*alike))
