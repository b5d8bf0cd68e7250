"""Topics that a list has between titles and abstracts."""

from __future__ import annotations

import pytest

from seedbed.read.lists.research_list import RESEARCH_LIST
from tests.read.seeds import LONG, read_lawfully

HEAD = "Rain Programme\n\nWork of our residents, from gutters to eaves, as it was written down each year.\n\n"
WORKS = {
    "Rain on Small Roofs": ("Roof Studies",),
    "What Do Eaves Remember?": ("Walls", "Roof Studies"),
    "Gutters: A Natural History of Rain": ("Walls",),
    "Snow": ("Slates",),
}


def page(form: str, *, offered: bool) -> str:
    choice = "Filter by theme\nRoof Studies\nWalls\nSlates\nClear all\n\n" if offered else ""
    return (
        HEAD
        + choice
        + "".join(
            form.format(title=title, topics="\n".join(topics), text=f"{LONG} {title}")
            for title, topics in WORKS.items()
        )
    )


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(
    "labels", ["Fellows: Ann Lee, Bo Ek", "Fellows\n\nAnn Lee, Bo Ek\n\nMentor\n\nIda Moe"]
)
def test_they_are_no_titles(labels: str, between: str) -> None:
    form = between.join(("{title}", "{topics}", "{text}", labels, "Read paper\n\n"))
    works = list(read_lawfully(RESEARCH_LIST, page(form, offered=True)).works())
    assert {
        work.title.value: tuple(topic.value for topic in work.topics) for work in works if work.title
    } == WORKS
    assert all(work.abstract and work.abstract.value.startswith(LONG[:20]) for work in works)


def test_creators_are_no_topics() -> None:
    text = page("{title}\nAnn Lee\n{text}\nFellows: Ann Lee\nRead paper\n\n", offered=False)
    assert not any(work.topics for work in read_lawfully(RESEARCH_LIST, text).works())


def test_headings_of_abstracts_are_no_topics() -> None:
    text = page("{title}\nIn short\n{text}\nFellows: Ann Lee\nRead paper\n\n", offered=False)
    assert not any(work.topics for work in read_lawfully(RESEARCH_LIST, text).works())


def test_a_section_stays_over_its_title() -> None:
    form = "{title}\n\n{text}\n\nFellows: Ann Lee, Bo Ek\n\n"
    text = page(form, offered=False).replace("\nSnow\n", "\nAll of 2021\n\nSnow\n")
    works = list(read_lawfully(RESEARCH_LIST, text).works())
    assert [work.title.value for work in works if work.title] == list(WORKS)
