from __future__ import annotations

import pytest

from seedbed.model.record import WorkRecord
from seedbed.read.lists.research_list import RESEARCH_LIST
from seedbed.read.lists.whose_talks import creators_above
from seedbed.text.lines import Line
from tests.read.seeds import LONG, read_lawfully, unread_texts

TITLES = ("Rain on Small Roofs", "What Do the Eaves Remember?", "Gutters: A Natural History")
NAMES = ("Ann Lee", "Bo Ek", "Cy Roe")


def listed(form: str) -> str:
    return "".join(
        form.format(number=number, title=title, name=name, text=f"{LONG} {title}")
        for number, (title, name) in enumerate(zip(TITLES, NAMES, strict=True), start=1)
    )


def works_of(text: str) -> list[WorkRecord]:
    return list(read_lawfully(RESEARCH_LIST, text).works())


@pytest.mark.parametrize(
    "form",
    [
        "Speaker: {name}\nTitle: {title}\nAbstract: {text}\n",
        "Talk title: {title}\nSpeaker: {name} (University of Cork)\nAbstract: {text}\n\n",
        "May {number}: {name}\nTitle: {title}\nAbstract: {text}\n",
        "{name}, Assistant Professor of Rain\n\nTitle of research project: {title}\n\nAbstract: {text}\n\n",
        "{name}, Rain Graduate Student\n\nTitle: {title}\n\nAbstract: {text}\n\n",
    ],
)
@pytest.mark.parametrize("heading", ["", "Department of Rain\n\n"])
def test_talks_with_their_speakers(form: str, heading: str) -> None:
    works = works_of(f"{heading}{listed(form)}")
    assert [work.title and work.title.value for work in works] == list(TITLES)
    assert [work.creators and work.creators.value.names for work in works] == [(name,) for name in NAMES]
    assert [work.abstract and work.abstract.value for work in works] == [f"{LONG} {each}" for each in TITLES]


def test_an_abstract_below_what_we_do_not_know_is_that_of_the_title_above() -> None:
    form = (
        "Title: {title}\nAppeared: Together with {name}. In Rain Studies.\n\nAbstract: {text}\n\nDraft:\n\n"
    )
    works = works_of(f"Our papers\n\n{listed(form)}")
    assert [work.title and work.title.value for work in works] == list(TITLES)
    assert [work.abstract and work.abstract.value for work in works] == [f"{LONG} {each}" for each in TITLES]


@pytest.mark.parametrize("above", ["Machine Learning", "Late Frost {number}", "Session {number}: Rain"])
def test_headings_over_titles_are_nobody(above: str) -> None:
    reading = read_lawfully(RESEARCH_LIST, listed(f"{above}\nTitle: {{title}}\nAbstract: {{text}}\n\n"))
    assert [work.creators for work in reading.works()] == [None] * 3
    assert unread_texts(reading)


def test_one_name_over_all_titles_is_a_heading() -> None:
    gap = (Line(1, "Ann Lee, Lecturer"),)
    assert creators_above([gap] * 4) == [None] * 4
    assert creators_above([]) == []
