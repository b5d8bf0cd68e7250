from __future__ import annotations

import pytest

from seedbed.model.record import ProfileRecord, WorkRecord
from seedbed.read.reader import UNKNOWN
from seedbed.read.registry import read
from seedbed.read.works.headed_abstracts import find_headed_blocks
from seedbed.read.works.publications import PUBLICATIONS
from seedbed.text.lines import filled
from tests.read.seeds import LONG, read_lawfully, seed_of, unread_texts

TITLES = (
    "Rain on Small Roofs",
    "What Do the Eaves Remember?",
    "Gutters: A Natural History",
    "Wet Slates under Dry Tiles",
)
NAMES = ("Ann Lee", "Bo Ek", "Cy Roe", "Di Poe")


def entries(form: str) -> str:
    return "".join(
        form.format(
            number=number,
            title=title,
            name=name,
            others="Mei Zhou and Noor al-Rashid",
            text=f"{LONG} {title}",
            plain=f"On roof {number} it rains at night, and it has a sound of its own that nobody hears.",
        )
        for number, (title, name) in enumerate(zip(TITLES, NAMES, strict=True), start=1)
    )


def works_of(text: str) -> list[WorkRecord]:
    return list(read_lawfully(PUBLICATIONS, text).works())


def creators_of(works: list[WorkRecord]) -> list[tuple[str, ...]]:
    return [work.creators.value.names if work.creators else () for work in works]


FORMS = {
    "“{title}” (draft)\n{text}\n\n": "",
    "{title} (PDF)\n\n{text}\n\n": "",
    "{title} | forthcoming at Rain\n[download]\n\n{text}\n\n": "",
    "[{number}] 2401.0123{number}\n\n{title}\n\n{text}\n\n\n": "",
    "{number}. {title}[2401.0123{number}]\nCork, {number} May 2024\n{text}\n\n": "",
    "{title}\n\nhttps://arxiv.org/abs/2401.0123{number}\n\n{text}\n\n": "",
    "{title}, by {name}\n{text}\n\n": "name",
    "“{title}” (with {others})\n{text}\n\n": "others",
    "{title},” joint with {others} (Journal of Rain, 2021) [final version]\n\nAbstract: {text}\n\n": "others",
    "{title}\nUnder review.\nPresented at the Rain Days.\nAbstract: {text}\n\n": "",
    "**{name}\n\nMentor: Ida Roe, Rain Sciences\n\n{title}\n\n{text}\n\n": "name",
    "{name}\nUniversity of Cork\n\n{title}\nAbstract\n{text}\n\n": "name",
    "{title}\n\nhttps://rain.example/{number}\n\n{text}\nRead on…\n\n{others}\nThu, 11 May 23\n\n": "others",
}


@pytest.mark.parametrize(("form", "who"), FORMS.items())
@pytest.mark.parametrize("heading", ["", "Working Papers\n\n"])
def test_forms(form: str, who: str, heading: str) -> None:
    works = works_of(f"{heading}{entries(form)}")
    assert [work.title and work.title.value for work in works] == list(TITLES)
    assert [work.abstract and work.abstract.value for work in works] == [f"{LONG} {each}" for each in TITLES]
    named = {
        "": [()] * 4,
        "name": [(name,) for name in NAMES],
        "others": [("Mei Zhou", "Noor al-Rashid")] * 4,
    }
    assert creators_of(works) == named[who]
    assert read(seed_of(f"{heading}{entries(form)}")).kind != UNKNOWN


def test_what_stands_beside_titles() -> None:
    form = "[{number}] 2401.0123{number}\n\n{title} | to appear in Rain Studies\n\n{text}\n\n"
    works = works_of(entries(form))
    assert [work.venue and work.venue.value for work in works] == ["Rain Studies"] * 4
    assert [link.value for work in works for link in work.links] == [
        f"https://arxiv.org/abs/2401.0123{number}" for number in range(1, 5)
    ]


def test_bare_titles_under_a_heading_that_names_works() -> None:
    text = entries("{title}\n\n{text}\n\n")
    assert [work.title and work.title.value for work in works_of(f"New talks on rain\n\n{text}")] == list(
        TITLES
    )
    assert works_of(text) == []


def test_works_of_the_owner_of_a_page() -> None:
    (profile,) = read(
        seed_of(f"Ida Roe\n\nPapers\n\n{entries('“{title}” (with {others})/{text}//')}".replace("/", "\n"))
    ).records
    assert isinstance(profile, ProfileRecord)
    assert (profile.name.value, len(profile.works)) == ("Ida Roe", 4)


def test_titles_with_and_without_names() -> None:
    text = entries("{title} (PDF)\n\nwith {others}\n\n{text}\n\n")
    one, rest = text.split("with Mei Zhou and Noor al-Rashid\n\n", 1)
    works = works_of(f"Ida Roe\n\nCurriculum Vitae\n\n{one}{rest}")
    assert [bool(names) for names in creators_of(works)] == [False, True, True, True]


def test_references_with_an_abstract_below_keep_what_they_state() -> None:
    text = entries("“{title}” (with {others}). Journal of Rain, 12(3), 2021.\n{text}\n\n")
    works = works_of(f"“A First Shower” (draft)\n{LONG}\n\n{text}")
    assert len(works) == 5
    assert [work.venue and work.venue.value for work in works[1:]] == ["Journal of Rain"] * 4
    assert all(work.abstract for work in works)


@pytest.mark.parametrize(
    "text",
    [
        entries("{title}\n\n{plain}\n\n"),
        f"Our projects\n\n{entries('{title}//{plain}//')}".replace("/", "\n"),
        f"Papers\n\n{entries('## {title}//{text}//{plain}//{plain}//')}".replace("/", "\n"),
        entries(
            "{name}, University of Cork\n\n{name} is one of us, and counts drops that fall on roofs.\n\n"
        ),
        entries("{name}\n\n{title}\n\n{name} is one of us, and counts drops that fall on roofs.\n\n"),
        entries("Year {number}\n\n{text}\n\n"),
        entries("{title}:\n{plain}\n"),
    ],
)
def test_headings_over_paragraphs_are_no_works(text: str) -> None:
    assert find_headed_blocks(filled(text.split("\n"))) == []


def test_a_title_that_may_be_two_names() -> None:
    form = "[{number}] 2401.0123{number}\n\n{title}\n\n{text}\n\n"
    works = works_of(entries(form).replace("\nGutters: A Natural History", "\nWarm Rain and Cold Roofs"))
    assert [work.title and work.title.value for work in works][2] == "Warm Rain and Cold Roofs"
    assert creators_of(works) == [()] * 4


def test_what_the_page_says_of_all_is_no_work() -> None:
    said = f"Our Students and Their Rain\n\n{LONG}\n\n"
    works = works_of(said + entries("{name}\nUniversity of Cork\n\n{title}\n\n{text}\n\n\n"))
    assert [work.title and work.title.value for work in works] == list(TITLES)
    assert creators_of(works) == [(name,) for name in NAMES]


def test_half_a_title_is_none() -> None:
    text = (
        entries("{title}\nAbstract: {text}\n\n")
        + f"“Wet Roofs in Some\nSeveral Wet Places”\nAbstract: {LONG}\n"
    )
    assert [work.title and work.title.value for work in works_of(text)] == list(TITLES)


def test_a_room_below_title_and_names_is_no_title() -> None:
    works = works_of(entries("{title}\n{others}\nEast Wing Hall {number}\n{text}\n\n"))
    assert [work.title and work.title.value for work in works] == list(TITLES)


def test_talks_of_a_programme_and_committees() -> None:
    talks = entries("{number}. On {title} in Three Old Towns\n{name}, University of Cork\n\n")
    works = works_of(f"Panel 1: Rain\n\n{talks}")
    assert creators_of(works) == [(name,) for name in NAMES]
    assert works[0].title
    assert works[0].title.value == "On Rain on Small Roofs in Three Old Towns"
    chairs = entries("Chairs of the {number}th Session on Rain and Roofs\n{name}, University of Cork\n\n")
    assert works_of(f"Rain Days\n\n{chairs}") == []
    assert works_of(entries("The Rain Lab\n\n{name}, University of Cork\n\n")) == []


def test_a_name_with_an_institution_below() -> None:
    reading = read(seed_of(entries("{title}\n{name}\n\nUniversity of Cork; Rain Institute\n\n{text}\n")))
    assert unread_texts(reading) == []
    assert creators_of(list(reading.works())) == [(name,) for name in NAMES]
    assert {tuple(each.value for each in work.organisations) for work in reading.works()} == {
        ("University of Cork", "Rain Institute")
    }
