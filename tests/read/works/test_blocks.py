from __future__ import annotations

import pytest

from seedbed.model.record import ProfileRecord, WorkRecord
from seedbed.read.registry import read
from seedbed.read.works.publications import PUBLICATIONS
from tests.read.seeds import LONG, read_lawfully, seed_of

TITLES = ("Rain on Small Roofs", "What Do Eaves Remember?", "Gutters: A Natural History")
NAMES = ("Ann Lee, Bo Ek", "Bo Ek, Cy Roe and Ann Lee", "Ann Lee")


def works_of(text: str) -> list[WorkRecord]:
    return list(read_lawfully(PUBLICATIONS, text).works())


def told(works: list[WorkRecord]) -> list[tuple[str, str]]:
    return [
        (
            work.title.value if work.title else "",
            ", ".join(work.creators.value.names) if work.creators else "",
        )
        for work in works
    ]


EXPECTED = [(title, names.replace(" and", ",")) for title, names in zip(TITLES, NAMES, strict=True)]


def entries(form: str) -> str:
    return "".join(
        form.format(
            number=number, title=title, names=names, text=f"{LONG} {title}", month=f"Oct {2020 + number}"
        )
        for number, (title, names) in enumerate(zip(TITLES, NAMES, strict=True), start=1)
    )


@pytest.mark.parametrize(
    "form",
    [
        "{title}\n{names}\n{text}\n\n",
        "{title}\n\n{names}\n\n{text}\n\n",
        "{number}. {title}\nby {names}\n\nAbstract:\n\n{text}\n\n",
        "O-{number}\n{title}\n{names}\nUniversity of Cork\n{text}\nKeywords: rain, roofs\n\n",
        "ICML\n{title}\n{names}\nIn Conference on Rain, {month}\n\nAbs\nPDF\nCode\n{text}\n\n",
        "{title}\nDownload PDF\n{names}\nPublished: 04 Mar 2024, Modified: 11 Apr 2024\nAbstract: {text}\n",
        "{title}\n{names}\nPDF\nTL;DR: It rains on all of us.\nAbstract: {text}\n",
        "{title}\n{names}\nSupervised by Di Poe\nJournal of Rain, {month}\n{text}\nPaper  Blog post\n\n",
        "[C{number}] {title}\n{names}.\nProceedings of Rain Conference, {month}.\n[Paper]\n{text}\n",
        "{title}\n#rain #small-roofs\nBy {names} • Mentored by Di Poe\n{text}\nView paper →   Code →\n\n",
        "14:00 – 14:15\n{title}\n{names}\n¹ Rain Hospital, Cork  ² Lund\n\n{text}\n\n",
        "Abstract\n{text}\n{title}\n{names}\nJournal of Rain, {month}\n\n",
        "Abstract: {text}\n\n{title}\n\n{names}\n\n",
        "{text}\n{title}\n{names}\n\n",
        "## {title} ★★★\n{names} — Journal of Rain, 2023\n\n> {text}\n\nThoughts: {text}\n\n",
        "{title}\n{text}\n{names}\nNovember 2023\nConference on Rain\nPDF\nCite\n",
    ],
)
@pytest.mark.parametrize("heading", ["", "Publications\n\n"])
def test_forms(form: str, heading: str) -> None:
    works = works_of(f"{heading}{entries(form)}\n")
    assert told(works) == EXPECTED
    assert [work.abstract and work.abstract.value for work in works] == [
        f"{LONG} {title}" for title in TITLES
    ]
    assert read(seed_of(heading + entries(form))).kind == PUBLICATIONS.kind


def test_what_stands_below() -> None:
    works = works_of(
        entries(
            "{title}\n{names}\nIn Conference on Rain, {month}\nPDF  Code\n{text}\nTopics: Rain, Roofs\n\n"
        )
    )
    assert [work.date and work.date.value.iso() for work in works] == ["2021-10", "2022-10", "2023-10"]
    assert {work.venue and work.venue.value for work in works} == {"Conference on Rain"}
    assert {tuple(topic.value for topic in work.topics) for work in works} == {("Rain", "Roofs")}
    assert all(work.has_code for work in works)


def test_days_over_titles_are_those_of_what_follows() -> None:
    days = entries("{number} May 2024/{title}/{names}/{text}/Read paper/").replace("/", "\n")
    works = works_of(f"Publications\n{days}")
    assert told(works) == EXPECTED
    assert [work.date and work.date.value.day for work in works] == [1, 2, 3]


def test_names_parted_by_dots() -> None:
    works = works_of(entries("{title}\n{names}\n{text}\n\n").replace(", Bo Ek\n", " · Bo Ek\n"))
    assert told(works) == EXPECTED


def test_works_with_others_on_the_page_of_their_owner() -> None:
    form = "{title}\nwith {names}\n[Draft]\n{text}\n\n"
    (profile,) = read(seed_of(f"IDA ROE\nWorking Papers\n\n{entries(form)}")).records
    assert isinstance(profile, ProfileRecord)
    assert profile.name.value == "IDA ROE"
    assert [work.creators and work.creators.value.complete for work in profile.works] == [False] * 3


@pytest.mark.parametrize(
    "form",
    [
        "{title}\n#rain #small-roofs\nBy {names}\n{text}\n\n",
        "{title}\nBy {names}\n#rain #small-roofs\n{text}\n\n",
    ],
)
def test_marks_are_topics(form: str) -> None:
    works = works_of(entries(form))
    assert {tuple(topic.value for topic in work.topics) for work in works} == {("rain", "small roofs")}


def test_a_numbered_title_may_be_short() -> None:
    works = works_of(
        entries("[C{number}] {title}\n{names}\nJournal of Rain, {month}\n").replace(
            " on Small Roofs", " Again"
        )
    )
    assert told(works)[0] == ("Rain Again", "Ann Lee, Bo Ek")


def test_the_parts_of_an_abstract_are_no_speakers() -> None:
    text = "Background: It rains on us all.\nMethods: We counted 100 roofs.\nResults: All of them leak.\n"
    reading = read(seed_of(entries("{title}\n{names}\n\n" + text + "\n")))
    assert reading.kind == PUBLICATIONS.kind
    assert [
        work.abstract is not None and work.abstract.value.startswith("Background") for work in reading.works()
    ] == [True] * 3


def test_a_year_over_works_dates_those_without_a_date() -> None:
    text = (
        f"Papers\n\n2024\n{TITLES[0]}\n{NAMES[0]}\nPaper\n2023\n{TITLES[1]}\n{NAMES[1]}\nICML 2022\nPaper\n"
    )
    first, second, third = works_of(f"{text}{TITLES[2]}\n{NAMES[2]}\nPaper\n")
    assert [work.under and work.under.value.iso() for work in (first, second, third)] == [
        "2024",
        None,
        "2023",
    ]
    assert first.date is None
    assert second.date is not None


@pytest.mark.parametrize(
    "text",
    [
        # Where somebody studied and worked.
        "PhD in Rain Studies, 2018\nETH Zürich\nMSc in Roofs, 2013\nKTH Stockholm\nBSc in Roofs, 2010\n",
        "Research Scientist Intern\nGoogle Brain\nJune 2020 – August 2020\nAn Assistant\n2018 – 2019\n",
        # Talks with their hours, and people with what they do.
        "Recent & Upcoming Talks\nTouch Before Vision\nJun 1, 2024 1:00 PM — 3:00 PM\nDelft\n",
        f"Ann van Lee\nResearch Manager\n{LONG}\nBo van Ek\nProgramme Director\n{LONG}\n",
        # Names that are nearer to what stands below them than to the titles above.
        *(
            "".join(
                form.format(name=name, title=f"The {title} in Three Old Towns")
                for name, title in zip(
                    ("Ann Lee", "Bo Ek", "Cy Roe", "Di Poe"), (*TITLES, "Rain"), strict=True
                )
            )
            for form in (
                "{name}\nRain College, class of 2020\n{title}\n\n",
                "{name}\nRain College, class of 2020\n\n{title}\n\n\n",
            )
        ),
        # Names with nothing below.
        f"Our Rain Group Members\n{NAMES[0]}\nOur Friends and Alumni\n{NAMES[1]}\n",
    ],
)
def test_what_is_no_work(text: str) -> None:
    assert works_of(text) == []


def test_a_title_that_looks_like_names() -> None:
    works = works_of(
        entries("Bus {title} Fares, Night Work\n{names}\nJournal of Rain, {month}\n").replace(" on ", " ")
    )
    assert [title.endswith("Fares, Night Work") for title, _ in told(works)] == [True, True, True]
    assert [names for _, names in told(works)] == [names for _, names in EXPECTED]


def test_names_with_a_comma_over_titles_that_look_like_names() -> None:
    works = works_of("Ann Lee, Bo Ek\nBus Fares and Night Work Revisited\nJournal of Rain 1, 1950\n" * 3)
    assert told(works) == [("Bus Fares and Night Work Revisited", "Ann Lee, Bo Ek")] * 3


def test_text_behind_the_last_work_is_no_abstract_of_it() -> None:
    works = works_of(
        f"{entries('{title}/{names}/{text}/').replace('/', chr(10))}Join our group\n{LONG}\n{LONG}\n"
    )
    assert works[-1].abstract is not None
    assert works[-1].abstract.value == f"{LONG} {TITLES[-1]}"


def test_a_reference_below_a_work_is_no_abstract_of_it() -> None:
    text = "A Title: With a Colon\nAnn Lee\n1. A Title of Rain. Ann Lee, Bo Ek. ICML, 2024.\n"
    works = list(read_lawfully(PUBLICATIONS, text).works())
    assert [work.title.value for work in works if work.title] == ["A Title of Rain"]


def test_names_go_on_below_a_comma() -> None:
    text = "Selected Publications\n\n" + "\n".join(
        f"{title}\nAnn Lee, Bo Ek,\nCy Roe, Dee Fox\nRain Letters, 2024\n" for title in TITLES
    )
    works = works_of(text)
    assert told(works) == [(title, "Ann Lee, Bo Ek, Cy Roe, Dee Fox") for title in TITLES]
    spans = [work.creators.span for work in works if work.creators]
    assert [(span.first, span.last) for span in spans] == [(4, 5), (9, 10), (14, 15)]


def test_labels_may_stand_over_names_and_places_below_them() -> None:
    text = "Abstracts\n\n" + "\n".join(
        f"{title}\ntheme: Rain\nschedule: Mon, 8:45\n\nAnn Lee (1); Bo Ek (2)\n"
        f"(1) Rain Institute, (2) MIT\n\n{LONG}\n"
        for title in TITLES
    )
    works = works_of(text)
    assert told(works) == [(title, "Ann Lee, Bo Ek") for title in TITLES]
    assert [work.abstract.value for work in works if work.abstract] == [LONG] * 3


def test_a_sentence_is_no_title_among_titles_that_are_none() -> None:
    pairs = [(f"On the Rain of Day {at}", f"Ann Lee, Bo Ek{at * 'o'}") for at in range(6)]
    listed = "\n".join(f"{title}\n{names}\nRain Letters, 2024\n" for title, names in pairs)
    last = "We learn what rain does from roofs.\nFast Rain, Old Roof\nRain Letters, 2024\n"
    text = f"Publications\n\n{listed}\n{last}"
    assert [title for title, _ in told(works_of(text))] == [title for title, _ in pairs]


def test_titles_with_a_full_stop_before_their_buttons() -> None:
    listed = "\n".join(
        f"Mutant {at}: Balancing Cost and Latency in Stores.{button}\nAnn Lee, Bo Ek.\nRain, 2024\n"
        for at, button in enumerate(("", " [pdf]", " [pdf]", " [pdf]") * 2)
    )
    assert len(works_of(f"Publications\n\n{listed}")) == 8


def test_a_label_that_ends_the_page_is_no_abstract() -> None:
    works = (("On Slow Rain", "Ann Lee, Bo Ek"), ("Gutters of Northern Towns", "Cy Roe, Di Poe"))
    text = "".join(f"Abstract: {LONG}\n{title}\n{names}\nRain Letters, 2020\n\n" for title, names in works)
    reading = read_lawfully(PUBLICATIONS, f"{text}Abstract\n")
    assert [work.title and work.title.value for work in reading.works()] == [title for title, _ in works]
