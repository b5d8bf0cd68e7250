"""Projects with labelled descriptions, and the people who look after them."""

from __future__ import annotations

import pytest

from seedbed.read.lists.described_projects import find_described
from seedbed.read.registry import read
from seedbed.text.lines import filled
from tests.read.seeds import LONG, seed_of

TITLES = ("Sonar counts of fish", "Snow lines from postcards", "A diary that reads itself")


def _page(mentors: str, described: str = f"Description: {LONG}") -> str:
    return "Summer Projects\n\n" + "\n".join(f"{title}\n{described}\n{mentors}" for title in TITLES)


@pytest.mark.parametrize(
    "mentors",
    [
        "Mentors: Ann Lee, Bo Ek",
        "Mentor(s):\nAnn Lee (@ann, ann@a.example)\nBo Ek (@bo)",
        "Recommended skills: patience\nMentors\n- Ann Lee @ann\n- Bo Ek - @bo",
        "Expected outcome: a table\nMentor: Ann Lee, Bo Ek\nStatus: open",
    ],
)
@pytest.mark.parametrize(
    "described",
    [f"Description: {LONG}", f"Duration: 175 hours\nDescription:\n\n{LONG}", f"Rationale\n{LONG}"],
)
def test_titles_descriptions_and_mentors(mentors: str, described: str) -> None:
    works = list(read(seed_of(_page(mentors, described))).works())
    assert [work.title.value for work in works if work.title] == list(TITLES)
    assert [work.abstract.value for work in works if work.abstract] == [LONG] * 3
    assert [work.mentors.value.names for work in works if work.mentors] == [("Ann Lee", "Bo Ek")] * 3
    assert all(work.creators is None for work in works)


@pytest.mark.parametrize("people", ["", "Salary: 300 a week", "Mentors: to be announced soon"])
def test_what_names_nobody_is_no_project(people: str) -> None:
    assert find_described(filled(_page(people).splitlines())) is None


def test_descriptions_below_one_title_are_no_projects() -> None:
    text = "\n".join(f"Tools we lend\nDescription: {LONG}\nMentor: Ann Lee" for _ in TITLES)
    assert find_described(filled(text.splitlines())) is None


def test_a_description_without_a_title_above_is_no_project_of_its_own() -> None:
    titled = "\n".join(f"{title} {n}\nDescription: {LONG}\nMentor: Ann Lee" for n in "12" for title in TITLES)
    found = find_described(filled(f"{titled}\n{LONG}\nDescription: {LONG}\nMentor: Bo Ek".splitlines()))
    assert found is not None
    assert [card.title.text for card in found.cards] == [f"{title} {n}" for n in "12" for title in TITLES]


def test_a_heading_repeated_from_above_is_a_section() -> None:
    text = f"Projects\nLakeside\nHut\n{LONG}\n"
    for section, title in zip(("Lakeside", "Hut", "Harbour"), TITLES, strict=True):
        text += f"{section}\n{title}\nDescription: {LONG}\nMentor: Ann Lee (@ann)\n"
    found = find_described(filled(text.splitlines()))
    assert found is not None
    assert [card.section.text if card.section else "" for card in found.cards] == ["Lakeside", "Hut", ""]


def test_what_stands_below_labels_is_no_title() -> None:
    form = "{}\nTheme:\nWater and rain\nSupervisor:\nAnn Lee (Physics)\nPartner:\nBay Works plc\n"
    text = "".join(f"{form.format(title)}Project description:\n{LONG}\n" for title in TITLES)
    works = list(read(seed_of(f"Doctoral projects\n\n{text}")).works())
    assert [work.title.value for work in works if work.title] == list(TITLES)
    labelled = text.replace("Theme:", "Theme of theirs:", 1)
    for title in TITLES:
        labelled = labelled.replace(title, f"Project title: {title}")
    works = list(read(seed_of(f"Doctoral projects\n\n{labelled}")).works())
    assert [work.title.value for work in works if work.title] == list(TITLES)
