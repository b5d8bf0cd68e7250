from __future__ import annotations

import pytest

from seedbed.read.lists.dated_list import DATED_LIST
from seedbed.read.registry import read
from tests.read.seeds import LONG, seed_of

TITLES = ("Slow Rain over Cork", "Deep Wells of Lund", "Old Roofs of Oslo")


def _page(text: str) -> str:
    return "".join(f"May {day}, 2024\n{title}\n{text}\n" for day, title in enumerate(TITLES, start=1))


def test_days_over_titles_and_texts() -> None:
    works = list(read(seed_of(_page(f"{LONG}\n"))).works())
    assert [work.title and work.title.value for work in works] == list(TITLES)
    assert [work.date and work.date.value.day for work in works] == [1, 2, 3]


def test_days_over_titles_alone_are_a_diary_as_well() -> None:
    assert DATED_LIST.recognise(seed_of(_page(""))) is None


def test_creators_below_days_are_no_titles() -> None:
    names = ("Ann Lee, Bo Ek", "Cy Roe", "Dua Poe, Ida Moe")
    text = "".join(
        f"{title}\nMay {day}, 2024\n{listed}\n\n{LONG}\n\n"
        for day, (title, listed) in enumerate(zip(TITLES, names, strict=True), start=1)
    )
    assert DATED_LIST.recognise(seed_of(text)) is None


@pytest.mark.parametrize(
    ("kinds", "count"),
    [
        (("Rain", "Wells", "Rain", "Wells", "Rain"), 5),
        (("Ann Lee", "Bo Ek", "Ann Lee", "Bo Ek", "Ann Lee"), 0),
        (("Rain", "Wells", "Roofs", "Tides", "Mud"), 0),
    ],
)
def test_kinds_between_days_and_titles_come_again_and_are_no_names(
    kinds: tuple[str, ...], count: int
) -> None:
    text = "".join(
        f"May {day}, 2024\n{kind}\nWhat the {word} rain of May left\n"
        for day, (kind, word) in enumerate(
            zip(kinds, ("first", "second", "third", "fourth", "fifth"), strict=True), start=1
        )
    )
    works = list(read(seed_of(f"Publications\n{text}")).works())
    assert [claim.value for work in works for claim in work.topics] == list(kinds)[:count]
    assert not [*read(seed_of(f"News\n{text}")).works()]


def test_who_leads_on_a_day_is_no_title() -> None:
    page = "".join(
        f"{day} May 2024 – Discussion leader: {name}\n{LONG}\n\n"
        for day, name in enumerate(("Ann Lee", "Bo Ek", "Cy Roe"), start=1)
    )
    assert DATED_LIST.recognise(seed_of(page)) is None
