"""Lines beside titles that say when a work came out, and of what stream it is."""

from __future__ import annotations

import pytest

from seedbed.read.lists.research_list import RESEARCH_LIST
from tests.read.seeds import LONG, read_lawfully

TITLES = ("Rain on Small Roofs", "What Do Eaves Remember?", "Gutters: A Natural History of Rain")
HEAD = "Rain Programme\nWork of our residents, from gutters to eaves, as it was written down each year.\n\n"


def page(form: str) -> str:
    streams = ("Roofs", "Walls", "Roofs")
    return HEAD + "\n\n".join(
        form.format(title=title, stream=stream, year=2020 + number, text=f"{LONG} {title}")
        for number, (title, stream) in enumerate(zip(TITLES, streams, strict=True), start=1)
    )


@pytest.mark.parametrize(
    "form",
    [
        "MAY {year} | {stream}\n{title}\n{text}\nResidents: Ann Lee & Bo Ek\nMentor: Ida Moe\nRead more",
        "{stream} · May {year}\n\n{title}\n\n{text}\n\nAuthors: Ann Lee and Bo Ek\n\nRead more",
        "{stream} – May {year}\n{title}\nResidents: Ann Lee, Bo Ek\nMentor: Ida Moe\n{text}\nRead more",
        "{title}\nMay {year} / {stream}\n{text}\nFellows: Ann Lee, Bo Ek\nMentor: Ida Moe",
    ],
)
def test_they_date_the_works(form: str) -> None:
    works = list(read_lawfully(RESEARCH_LIST, page(form)).works())
    assert [work.title and work.title.value for work in works] == list(TITLES)
    assert [work.date and work.date.value.iso() for work in works] == ["2021-05", "2022-05", "2023-05"]
    assert [[topic.value for topic in work.topics] for work in works] == [["Roofs"], ["Walls"], ["Roofs"]]
    assert {work.creators and work.creators.value.names for work in works} == {("Ann Lee", "Bo Ek")}


def test_days_alone_stand_over_titles() -> None:
    form = "05/08/{year}\n{title}\nAnn Lee, Bo Ek\nResidents: Bo Ek\n\n{text}"
    works = list(read_lawfully(RESEARCH_LIST, page(form).replace("05/08/2022", "28/08/2022")).works())
    assert [work.date and work.date.value.iso() for work in works] == [
        "2021-08-05",
        "2022-08-28",
        "2023-08-05",
    ]


def test_where_works_appeared_is_no_topic() -> None:
    text = page("RAIN {year} • May {year}\n\n{title}\n\nby Ann Lee and Bo Ek\n\nMentor: Ida Moe\n\n{text}")
    works = list(read_lawfully(RESEARCH_LIST, text.replace("RAIN 2022", "Blog post")).works())
    assert [work.date and work.date.value.iso() for work in works] == ["2021-05", "2022-05", "2023-05"]
    assert [work.venue.value if work.venue else None for work in works] == ["RAIN", None, "RAIN"]
    assert not any(work.topics for work in works)


def test_what_ends_a_work_dates_that() -> None:
    text = page("{title}\n{text}\nAuthors: Ann Lee, Bo Ek\n\n{stream} | May {year}\n")
    works = list(read_lawfully(RESEARCH_LIST, text).works())
    assert [work.title and work.title.value for work in works] == list(TITLES)
    assert [work.date and work.date.value.iso() for work in works] == ["2021-05", "2022-05", "2023-05"]


DAYS = ("Apr 3, 2022", "May 2021", "Jan 19, 2022", "Jun 30, 2021")
LAST = "Snow"
PARTS = ("topic", "title", "names", "text", "button")


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("undated", range(4))
@pytest.mark.parametrize("place", range(6))
def test_wherever_they_stand_they_date_their_own_works(place: int, undated: int, between: str) -> None:
    works = []
    for number, (title, day) in enumerate(zip((*TITLES, LAST), DAYS, strict=True)):
        lines = [
            ("Roofs", "Walls")[number % 2],
            title,
            "Fellows: Ann Lee, Bo Ek",
            f"{LONG} {title}",
            "Read paper",
        ]
        lines.append("Read paper")
        if number != undated:
            lines.insert(place, day)
        works.append(between.join(lines))
    found = list(read_lawfully(RESEARCH_LIST, HEAD + "\n\n".join(works)).works())
    assert [work.title and work.title.value for work in found] == [*TITLES, LAST]
    dates = [work.date.value.iso() if work.date else None for work in found]
    right = ["2022-04-03", "2021-05", "2022-01-19", "2021-06-30"]
    assert all(date in (None, stated) for date, stated in zip(dates, right, strict=True))
    assert dates[undated] is None
    assert undated in (0, 3) or dates.count(None) == 1
    assert not any(work.under for work in found)


def test_a_day_of_a_work_that_was_not_read_dates_no_other() -> None:
    form = "{title}\nResidents: Ann Lee, Bo Ek\nMentor: Ida Moe\n5 August {year}\n{text}\nRead more"
    text = page(form).replace("Residents: Ann Lee, Bo Ek\nMentor: Ida Moe\n", "", 1)
    found = {work.title.value: work.date for work in read_lawfully(RESEARCH_LIST, text).works() if work.title}
    for number, title in enumerate(TITLES[1:], start=2022):
        date = found.get(title)
        assert date is None or date.value.year == number


def test_text_of_a_card_without_its_label_is_no_other_cards() -> None:
    text = "".join(
        f"{title}\nAnn Lee and Bo Ek\n\n{'' if number == 2 else 'Mentor: Ida Moe'}\n\n"
        + ("" if number == 1 else f"Abstract\n{LONG} {title}\n\n")
        + "Paper\n\n"
        for number, title in enumerate((*TITLES, LAST, "Hail in Cork", "Sleet of Oslo"))
    )
    works = list(read_lawfully(RESEARCH_LIST, HEAD + text).works())
    told = {work.title.value: work.abstract.value for work in works if work.title and work.abstract}
    assert told
    assert all(title in abstract for title, abstract in told.items())
