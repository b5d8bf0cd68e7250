"""The first work of a list, which may have no abstract though others do."""

from __future__ import annotations

import pytest

from seedbed.read.lists.research_list import RESEARCH_LIST
from seedbed.read.registry import read
from tests.read.seeds import LONG, read_lawfully, seed_of

TITLES = (
    "Rain on Small Roofs",
    "What Do Eaves Remember?",
    "Gutters: A Natural History of Rain",
    "Snow That Waits",
)
HEAD = "Rain Programme\n\nWork of our residents, from gutters to eaves, as it was written down each year.\n\n"


@pytest.mark.parametrize("topics", [("", ""), ("Roofs\n\n", "Walls\n\n")])
@pytest.mark.parametrize(
    "labels", ["Authors: Ann Lee, Bo Ek\n\n", "Authors:\nAnn Lee, Bo Ek\nDate:\nMay 2024\n\n"]
)
@pytest.mark.parametrize("without", range(4))
def test_one_without_an_abstract_costs_no_other_work(
    without: int, labels: str, topics: tuple[str, str]
) -> None:
    text = HEAD + "".join(
        f"{title}\n\n{'' if number == without else f'{LONG} {title}'}\n\n{topics[number % 2]}{labels}"
        for number, title in enumerate(TITLES)
    )
    works = list(read(seed_of(text)).works())
    found = {work.title.value: work.abstract is not None for work in works if work.title}
    assert found.keys() <= set(TITLES)
    others = [title for number, title in enumerate(TITLES) if number != without]
    assert [found.get(title) for title in others] == [True] * 3
    assert not found.get(TITLES[without])


def test_a_page_without_works_is_read_as_one() -> None:
    assert not list(read_lawfully(RESEARCH_LIST, "Rain Programme").works())


def test_labels_of_one_and_of_several_are_the_same_without_colons() -> None:
    labels = ("Fellow\nAnn Lee", "Fellows\nAnn Lee, Bo Ek", "Fellow\nBo Ek", "Fellows\nCy Roe, Bo Ek")
    text = HEAD + "".join(
        f"{title}\n\n{label}\nMentor\nIda Moe\nDate\nMay 2024\n\n{LONG} {title}\n\nView paper\n\n"
        for title, label in zip(TITLES, labels, strict=True)
    )
    works = list(
        read(seed_of(text + "Fund our work\nThe programme lives on grants and on donors.\n")).works()
    )
    assert [work.title and work.title.value for work in works] == list(TITLES)
    assert [len(work.creators.value.names) if work.creators else 0 for work in works] == [1, 2, 1, 2]
    assert all(work.abstract and work.abstract.value.startswith(LONG) for work in works)
