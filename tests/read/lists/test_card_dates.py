"""The lines of a card that say where a work appeared, or when."""

from __future__ import annotations

import pytest

from seedbed.read.lists.card_dates import appeared_in, dated_by
from seedbed.read.lists.research_list import RESEARCH_LIST
from seedbed.text.lines import Line
from tests.read.seeds import read_lawfully


@pytest.mark.parametrize(
    "text",
    [
        "RAIN 2024 Roofs and Walls Track (spotlight)",
        "Roof Security, vol. 22, no. 6, 2024",
        "roofRxiv, 9 December 2024",
        "RoofComp 2024 Workshops, September 2024",
        "Journal of Rain (forthcoming)",
    ],
)
def test_where(text: str) -> None:
    assert appeared_in(Line(1, text), "") == Line(1, text)


@pytest.mark.parametrize(
    "text",
    [
        "Working paper, November 2024",
        "Blog post, 1 October 2024",
        "Best Student Paper, Conference on Rain 2024",
        "Applications close, May 2024",
        "Cohort 3, Summer 2024",
        "8 to 12 hours per week",
    ],
)
def test_what_is_no_venue(text: str) -> None:
    assert appeared_in(Line(1, text), "") is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Policy brief, 2023", "2023"),
        ("RainWrong, 3 September 2025", "3 September 2025"),
        ("Report, October 14, 2025", "October 14, 2025"),
        ("Working paper | April 2025", "April 2025"),
        ("Deadline, May 2024", None),
        ("Slow Rain", None),
    ],
)
def test_when(text: str, date: str | None) -> None:
    found = dated_by(Line(1, text))
    assert (found.text if found else None) == date


@pytest.mark.parametrize(
    "form", ["{title}\n{where}\n{names}\n{mentor}", "{title}\n{names}\n{where}\n{mentor}"]
)
def test_they_may_stand_above_the_labels(form: str) -> None:
    text = "\n\n".join(
        f"{2020 + number}\n\n"
        + form.format(
            title=f"Roof {title} after the Long Rain",
            names=names,
            where=f"Working paper, May {2020 + number}",
            mentor="Mentor: Ida Moe\nPaper | Summary",
        )
        for number, (title, names) in enumerate(
            [("Slates", "Ann Lee, Bo Ek et al."), ("Gutters", "Cy Roe"), ("Walls", "Di Poe, Bo Ek")], start=1
        )
    )
    reading = read_lawfully(
        RESEARCH_LIST, f"Rain Outputs\nWhat our fellows have written, year by year.\n\n{text}\n"
    )
    works = list(reading.works())
    assert [work.date and work.date.value.iso() for work in works] == ["2021-05", "2022-05", "2023-05"]
    assert [work.creators and work.creators.value.complete for work in works] == [False, True, True]
    assert not any(work.topics for work in works)
