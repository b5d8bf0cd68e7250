from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.model.record import CollectionRecord, WorkRecord
from seedbed.read.lists.label_groups import find_groups
from seedbed.read.lists.research_list import RESEARCH_LIST
from seedbed.read.registry import read
from seedbed.text.lines import filled
from tests.read.seeds import LONG, read_lawfully, seed_of, unread_texts

TITLES = ("Salt and Sleep", "Wind over Reeds?", "Late Frost: a Survey")
FORMS = [
    "{title}\nMentor: Ida Roe (Cork)\nHours: 8\n{text}\nApply\n\n",
    "{title}\n\nFunding: The Rain Fund\n\nDuration: 2020–2024\n\nStatus: active\n\n{text}\n\n",
    "{title}\nSupervisor: Ida Roe\n{text}\nRequirements: Python and patience\nLearn more\n",
]


def listed(form: str) -> str:
    return "Projects\n\n" + "".join(form.format(title=title, text=f"{LONG} {title}") for title in TITLES)


def works_of(text: str) -> list[WorkRecord]:
    return list(read_lawfully(RESEARCH_LIST, text).works())


@pytest.mark.parametrize("form", FORMS)
def test_labels_of_a_list_of_its_own(form: str) -> None:
    reading = read(seed_of(listed(form)))
    assert reading.kind == RESEARCH_LIST.kind
    assert [work.title and work.title.value for work in reading.works()] == list(TITLES)
    assert [work.abstract and work.abstract.value for work in reading.works()] == [
        f"{LONG} {title}" for title in TITLES
    ]
    assert all(work.creators is None for work in reading.works())


def test_labels_that_name_creators_and_topics() -> None:
    form = "{title}\nPrincipal investigator: Ida Roe\nCo-investigators: Bo Ek, Cy Poe\nStream: Rain\n{text}\n"
    works = works_of(listed(form))
    assert [work.creators and work.creators.value.names for work in works] == [
        ("Ida Roe", "Bo Ek", "Cy Poe")
    ] * 3
    assert [[topic.value for topic in work.topics] for work in works] == [["Rain"]] * 3


def test_what_says_which_part_is_shown_is_no_section() -> None:
    shown = "Filter by: All Rain Roofs\n\nShowing 3 projects\n\n"
    text = listed(FORMS[0]).replace("\n\n", f"\n\n{LONG}\n\n{shown}", 1)
    reading = read_lawfully(RESEARCH_LIST, text)
    (record,) = reading.records
    assert isinstance(record, CollectionRecord)
    assert [section.title for section in record.sections] == [None]
    assert {"Filter by: All Rain Roofs", "Showing 3 projects"} <= set(unread_texts(reading))


def test_a_card_of_a_person_with_a_labelled_project() -> None:
    form = "Ida Roe\nCohort 3 · University of Cork\nProject: {title}\nMentor: Bo Ek\n{text}\nOutputs\n"
    reading = read(seed_of(listed(form)))
    (record,) = reading.records
    assert isinstance(record, CollectionRecord)
    assert [section.title for section in record.sections] == [None]
    assert [work.title and work.title.value for work in reading.works()] == list(TITLES)
    assert [work.abstract and work.abstract.value for work in reading.works()] == [
        f"{LONG} {title}" for title in TITLES
    ]


def test_a_title_with_its_creator_before_it() -> None:
    works = works_of(listed("Ida Roe – “{title}”\nMentors: Bo Ek, Cy Poe\n{text}\n\n"))
    assert [work.title and work.title.value for work in works] == list(TITLES)
    assert [work.creators and work.creators.value.names for work in works] == [("Ida Roe",)] * 3


def test_a_menu_is_no_title_of_a_list() -> None:
    (record,) = read_lawfully(RESEARCH_LIST, f"Skip to content\n{listed(FORMS[1])}").records
    assert isinstance(record, CollectionRecord)
    assert record.title.value == "Projects"


@pytest.mark.parametrize(
    "text",
    [
        # Two alike are no pattern; a speaker's label stands in other places, too.
        "One Title\nMentor: Ida Roe\n\nAnother Title\nMentor: Bo Ek\n",
        "A Part\nAnn Lee: Yes.\nBo Ek: No.\n" * 2 + "A Part\nAnn Lee: Yes.\nBo Ek: No.\n\nAnn Lee: So.\n" * 2,
        # What is asked and answered is no value of a label.
        "A Part\nQ: Does it rain here?\nA: It does so now.\n" * 4,
        # What stands above the labels is a holder, an address, a sentence, or labelled as well.
        *(
            "".join(f"{above.format(n)}\nLicense: GPL-{n}\nComment: none\n\n" for n in range(4))
            for above in (
                "20{}9, Ann Lee",
                "Ann Lee <ann{}@a.example>",
                "Written by us in {}.",
                "Files: part{} x",
            )
        ),
        "",
    ],
)
def test_what_is_no_group(text: str) -> None:
    assert not find_groups(filled(text.split("\n")))


@given(st.lists(st.sampled_from(["Mentor: Ida Roe", "A Title", LONG, "Apply", "Note: x", ""]), max_size=30))
def test_groups_are_apart_and_begin_below_a_line(lines: list[str]) -> None:
    groups = sorted(find_groups(filled(lines)).items())
    assert all(0 < first < end <= len(lines) for first, end in groups)
    assert all(end <= first for (_, end), (first, _) in pairwise(groups))


def test_a_time_is_no_title() -> None:
    slots = "".join(f"{hour}:30-{hour + 1}:15\nTheme: Rain of day {hour}\n" for hour in (9, 10, 11))
    assert find_groups(filled(slots.splitlines())) == {}


@pytest.mark.parametrize("label", ["Email", "Phone", "E-mail", "Chair", "Session chair"])
def test_how_somebody_is_reached_tells_of_no_work(label: str) -> None:
    offices = "".join(f"Office of {name}\n{label}: 555 123\n" for name in ("Rain", "Tides", "Snow"))
    assert find_groups(filled(f"Contact us\n{offices}".splitlines())) == {}
