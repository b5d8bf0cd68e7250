"""Programmes' pages of cards, whose labels name people in many words."""

from __future__ import annotations

import pytest

from seedbed.model.record import CollectionRecord, WorkRecord
from seedbed.read.lists.cards import find_cards
from seedbed.read.lists.names_before_titles import with_titles_first
from seedbed.read.lists.research_list import RESEARCH_LIST
from seedbed.read.registry import read
from seedbed.text.lines import filled
from tests.read.seeds import LONG, read_lawfully, seed_of

TITLES = ("Rain on Small Roofs", "What Do Eaves Remember?", "Gutters: A Natural History of Rain")
NAMES = ("Ann Lee", "Bo Ek and Cy Roe", "Dua Poe")
HEAD = "Rain Programme\nWork of our fellows, from gutters to eaves, as it was written down each year.\n\n"


def page(form: str) -> str:
    cards = zip(TITLES, NAMES, ("Roofs", "Walls", "Roofs"), strict=True)
    entries = (
        form.format(
            title=title, names=names, kind=kind, number=number, year=2020 + number, text=f"{LONG} {title}"
        )
        for number, (title, names, kind) in enumerate(cards, start=1)
    )
    return HEAD + "\n\n".join(entries) + "\n"


def works_of(text: str) -> list[WorkRecord]:
    reading = read_lawfully(RESEARCH_LIST, text)
    assert read(seed_of(text)).kind == RESEARCH_LIST.kind
    return list(reading.works())


def people(work: WorkRecord) -> tuple[str, ...]:
    named = work.creators or work.fellows
    return named.value.names if named is not None else ()


@pytest.mark.parametrize(
    "form",
    [
        "{title}\n{kind}\nFellow: {names}\nMentor: Ida Moe\nMay {year}\n{text}\nRead the paper",
        "({number}) {title}\nProject leads: {names}\nSummary\n{text}\nRequirements\nPatience.",
        "{kind}\n{title}\nScholar(s): {names}\nSupervisor(s): Ida Moe\n{text}\nRead post",
        "{title}\nContributor\n{names}\nMentors\nIda Moe, Ora Lie\nOffice\nRoofs\n{text}\nView details",
        "{title}\n{text}\nScholars\n{names}\nMentor\nIda Moe\nPublished\nMay {year}\nView paper",
        "{number}. {title}\nTeam: {names}\nSupervisor: Ida Moe\nVenue: Rain, {year}\nAbstract: {text}",
        "r{number}\n{title}\nAuthor(s): {names}\nWorking Paper | May {year}\nJEL No. R{number}\n{text}",
        "{names}\nCollege of {kind}\nMentor: Ida Moe\n\n{title}\n\n{text}",
        "{names} (College of {kind})\nMentor: Ida Moe\nStream: {kind}\n{title}\n{text}",
        "{names}\n{title}\nMentor: Ida Moe\nStream: {kind}\n\n{text}",
    ],
)
def test_titles_people_and_texts(form: str) -> None:
    works = works_of(page(form))
    assert [work.title and work.title.value for work in works] == list(TITLES)
    assert [people(work) for work in works] == [("Ann Lee",), ("Bo Ek", "Cy Roe"), ("Dua Poe",)]
    assert [work.abstract and work.abstract.value for work in works] == [
        f"{LONG} {title}" for title in TITLES
    ]
    if "Venue" in form:
        assert [work.venue and work.venue.value for work in works] == ["Rain"] * 3
        assert [work.date and work.date.value.iso() for work in works] == ["2021", "2022", "2023"]
    elif "{year}" in form:
        assert [work.date and work.date.value.iso() for work in works] == ["2021-05", "2022-05", "2023-05"]


def test_those_who_helped_made_nothing() -> None:
    works = works_of(
        page("{title}\nMentor(s): {names}\nArea: {kind}\nProject description\n{text}\nTasks\nRead.")
    )
    assert [people(work) for work in works] == [(), (), ()]
    assert [[topic.value for topic in work.topics] for work in works] == [["Roofs"], ["Walls"], ["Roofs"]]


@pytest.mark.parametrize(
    "form",
    [
        "{names}\nRain College, {kind}\nMentor: Ida Moe\n\n{title}, or what we made of it",
        "{names}\nMentor: Ida Moe\nProgram: {kind}\n{title}, or what we made of it",
        "{names}\n{title}, or what we made of it\nMentor: Ida Moe\nProgram: {kind}",
        "{names}\nRain College, {kind}\n{title}, or what we made of it\nMentor: Ida Moe",
    ],
)
def test_names_above_titles_without_texts(form: str) -> None:
    works = works_of(page(form))
    assert [work.title and work.title.value for work in works] == [
        f"{title}, or what we made of it" for title in TITLES
    ]
    assert [people(work) for work in works] == [("Ann Lee",), ("Bo Ek", "Cy Roe"), ("Dua Poe",)]


def test_those_who_are_helped_are_no_works() -> None:
    text = page("{names}\nMentor: Ida Moe\nProgram: {kind}")
    assert not list(read(seed_of(text)).works())


def test_where_some_of_those_work_is_no_part_of_their_names() -> None:
    works = works_of(
        page("{title}\nMentors: Ida Moe (Rain Institute), Ora Lie\nFellows: {names}, Rain College\n{text}")
    )
    assert [work.mentors and work.mentors.value.names for work in works] == [("Ida Moe", "Ora Lie")] * 3
    assert [people(work) for work in works] == [("Ann Lee",), ("Bo Ek", "Cy Roe"), ("Dua Poe",)]


def test_the_text_about_somebody_is_none_of_the_work() -> None:
    said = "hears rain all year long."
    text = "".join(
        f"{name}\nMusic, Cork\nMentor: Ida Moe\nProject: {title}\n{name.split()[0]} {said}\n\n"
        for name, title in zip(("Ann Lee", "Kgomo", "Dua Poe"), TITLES, strict=True)
    )
    works = works_of(HEAD + text)
    assert [work.title and work.title.value for work in works] == list(TITLES)
    assert [people(work) for work in works] == [("Ann Lee",), ("Kgomo",), ("Dua Poe",)]
    assert not any(work.abstract for work in works)


def test_without_a_heading_the_works_stand_alone() -> None:
    reading = read_lawfully(
        RESEARCH_LIST, page("{title}\n{kind}\nFellow: {names}\n{text}").removeprefix(HEAD)
    )
    assert [work.title and work.title.value for work in reading.records if isinstance(work, WorkRecord)] == [
        *TITLES
    ]


def test_a_kind_over_the_first_title_is_no_title_of_the_list() -> None:
    kinds = ("Roofs", "Walls", "Roofs")
    text = "".join(
        f"{kind}\n{title}\nrain and wind\nAuthors: Ann Lee, Bo Ek\n"
        for kind, title in zip(kinds, TITLES, strict=True)
    )
    reading = read_lawfully(RESEARCH_LIST, text)
    assert [work.title and work.title.value for work in reading.works()] == list(TITLES)
    assert all(not isinstance(record, CollectionRecord) for record in reading.records)


def test_headings_between_cards_are_sections() -> None:
    form = "{title}\n{kind}\nFellow: {names}\n{text}"
    first, second, third = page(form).removeprefix(HEAD).split("\n\n")
    text = f"{HEAD}2024 fellows\n\n{first}\n\n{second}\n\n2023 fellows\n\n{third}"
    (record,) = read_lawfully(RESEARCH_LIST, text).records
    assert isinstance(record, CollectionRecord)
    assert [(part.title and part.title.value, len(part.works)) for part in record.sections] == [
        ("2024 fellows", 2),
        ("2023 fellows", 1),
    ]


@pytest.mark.parametrize(
    "form",
    [
        "{title}\n{text}\nMentor: Ida Moe\nFellow: {names}\n",  # the labels end a work
        "The same title for all\nMentor: {names}\n{text}\n",
        "{names}\nMentor: Ida Moe\n{text}\n",  # people, and nothing that they made
        "Postdoc in Rain {number}\nSupervisor: {names}\nDeadline: 4 May {year}\n",  # open positions
        "Ann R{number}oe\n{kind} optics {number}\nSupervisor: Ida Moe\n",  # what they work on
        "Ann R{number}oe\nMentor: Ida Moe\nProject:\n{title}\n{text}\n",  # a label with nothing behind it
    ],
)
def test_what_is_no_card(form: str) -> None:
    assert find_cards(filled(page(form).split("\n"))) is None


def test_titles_below_their_labels() -> None:
    grantees = ("Ann Lee", "Institute for Slow Rain", "Anonymous")
    text = "Grants\n\n" + "".join(
        f"Grantee: {who}\nDate: May {2020 + n}\nA stipend for work on {title.lower().rstrip('?')}\n\n"
        for n, (who, title) in enumerate(zip(grantees, TITLES, strict=True))
    )
    works = works_of(text)
    assert [work.title and work.title.value[:19] for work in works] == ["A stipend for work "] * 3
    assert [people(work) for work in works] == [("Ann Lee",), (), ()]
    assert [claim.value for claim in works[1].organisations] == ["Institute for Slow Rain"]


def test_cited_titles_have_a_year_and_no_family_names() -> None:
    text = "Reading group\n\n" + "".join(
        f"{day} May\n“{title}” (Lee & Ek, {2000 + day}), chapter 1\nDiscussion lead: Ida Moe\n\n"
        for day, title in enumerate(TITLES, start=11)
    )
    works = list(read(seed_of(text)).works())
    assert [work.title and work.title.value for work in works] == list(TITLES)
    assert [work.venue for work in works] == [None] * 3
    assert [work.date and work.date.value.year for work in works] == [2011, 2012, 2013]
    assert [people(work) for work in works] == [(), (), ()]


def test_fellows_made_what_a_list_names_no_creators_of() -> None:
    works = works_of(page("{title}\n{kind}\nMentor: {names}\nFellows: Ora Lie, Cy Roe\n{text}"))
    named = [work.creators.value.names for work in works if work.creators is not None]
    assert named == [("Ora Lie", "Cy Roe")] * 3
    led = works_of(page("{title}\n{kind}\nProject lead: {names}\nFellows: Ora Lie\n{text}"))
    assert [people(work) for work in led] == [("Ann Lee",), ("Bo Ek", "Cy Roe"), ("Dua Poe",)]


@pytest.mark.parametrize(
    ("form", "count"),
    [
        ("{names}\nMentor: Ida Moe\n\n{title}\n\n{text}\n\nWatch the talk", 3),
        ("{names}\nSupervisor: Ida Moe\nPhD student of rain, third year\n{text}", 0),
        ("{names}\nMentor: Ida Moe\n{title}\n{names} has heard rain for years. {text}", 0),
        ("{names}\nMentor: Ida Moe\n{title}\nShe has heard rain for years. {text}", 0),
        ("{names}\nMentor: Ida Moe\nRain\n{text}", 0),
    ],
)
def test_titles_below_people_are_no_positions_and_stand_over_no_life(form: str, count: int) -> None:
    listed = page(form.replace("{title}", "{title} and What We Heard")).replace("Bo Ek and Cy Roe", "Bo Ek")
    found = find_cards(filled(listed.splitlines()))
    assert len(found.cards if found else ()) == count
    named = [[line.text for line in card.names("fellows")] for card in found.cards] if found else []
    assert named == [["Ann Lee"], ["Bo Ek"], ["Dua Poe"]][:count]


@pytest.mark.parametrize(
    "form",
    [
        "Contributor\n{names}\n{title}\nMentors\nIda Moe\n{text}\nView details",
        "Contributor: {names}\n{title}\nMentors: Ida Moe\nOffice: Roofs\n{text}\nView details",
    ],
)
def test_titles_may_stand_between_those_who_made_and_those_who_helped(form: str) -> None:
    works = works_of(page(form))
    assert [work.title and work.title.value for work in works] == list(TITLES)
    assert [people(work) for work in works] == [("Ann Lee",), ("Bo Ek", "Cy Roe"), ("Dua Poe",)]
    last = filled(page("{title}\nMentors:\nIda Moe\nContributor:\n{names}\nView details").splitlines())
    assert with_titles_first(last) is last  # what follows a contributor there is the next title


def test_a_title_of_one_word_below_a_fellow_is_one_where_the_others_have_more() -> None:
    names = ("Ann Lee", "Bo Ek", "Cy Roe", "Dua Poe", "Eli Fox")
    titles = (*TITLES, "Play", "How Long Is a Shower? Four Hundred Umbrellas")
    text = "".join(
        f"{name}\nCollege of {name.split()[1]}\nMentor: Ida Moe (Rain Institute)\n\n{title}\n\n{LONG}\n\n"
        for name, title in zip(names, titles, strict=True)
    )
    works = works_of(HEAD + text)
    assert [work.title and work.title.value for work in works] == list(titles)
    assert [people(work) for work in works] == [(name,) for name in names]


@pytest.mark.parametrize(
    "above", ["Programme\nMentors\nAlumni\nStories\n\n", "Programme\n\nMentors\n\nAlumni\n\n"]
)
def test_a_word_of_a_menu_labels_nothing_where_names_stand_behind_that_label(above: str) -> None:
    banner = "Applications for the summer of 2031 close on the last day of May. Apply now →\n\n"
    text = banner + above + page("{title}\n\nFellow: {names}\nMentor: Ida Moe\n\n{text}\n\nRead the paper")
    (record,) = read_lawfully(RESEARCH_LIST, text).records
    assert isinstance(record, CollectionRecord)
    assert record.title is not None
    assert record.title.value == "Rain Programme"
    assert [work.title and work.title.value for work in works_of(text)] == list(TITLES)


def test_no_banner_and_no_picture_is_the_title_of_a_list() -> None:
    cards = page("{title}\n\nFellow: {names}\nMentor: Ida Moe\n\n{text}").removeprefix(HEAD)
    text = f"We need two mentors! Apply now →\n\nRain logo\n\nRain Research\n\n{cards}"
    (record,) = read_lawfully(RESEARCH_LIST, text).records
    assert isinstance(record, CollectionRecord)
    assert record.title is not None
    assert record.title.value == "Rain Research"
