"""Titles with a colon that a list has twice, over labels; and buttons between works, which head nothing."""

from __future__ import annotations

from seedbed.model.record import CollectionRecord
from seedbed.read.registry import read
from tests.read.seeds import LONG, seed_of

TWICE = "Slow Rain: How Small Drops Shape Large Roofs"
OTHER = "A Short Look at Fast Snow"


def listed(*titles: str) -> str:
    return "\n".join(
        f"{title}\n\nAuthors: Ann Lee, Bo Ek\nDate: {day} May 2024\n\n{LONG} {title}\n\nPDF | Slides\n"
        for day, title in enumerate(titles, start=1)
    )


def test_a_title_listed_twice_is_no_label() -> None:
    reading = read(seed_of(listed(TWICE, OTHER, "What Do Gutters Hear at Night?", TWICE), "list.txt"))
    titles = [work.title.value if work.title else "" for work in reading.works()]
    assert titles == [TWICE, OTHER, "What Do Gutters Hear at Night?", TWICE]


def test_buttons_above_a_work_are_no_heading() -> None:
    blocks = (
        f"{title}\nAnn Lee, Bo Ek, Cy Roe\n{day} May 2024\n\n{LONG} {title}\n\narXiv\nCode\n\n"
        for day, title in enumerate((TWICE, OTHER, "What Do Gutters Hear at Night?"), start=1)
    )
    reading = read(seed_of("Selected Research\n\n" + "".join(blocks), "lab.txt"))
    lists = [record for record in reading.records if isinstance(record, CollectionRecord)]
    assert [section.title for record in lists for section in record.sections] == [None]
    assert sum(1 for _ in reading.works()) == 3
