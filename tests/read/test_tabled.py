"""Lists with tables among their works."""

from __future__ import annotations

import pytest

from seedbed.read.registry import read
from tests.read.seeds import LONG, seed_of

TITLES = ("Rain on Small Roofs", "What Do Eaves Remember?", "Gutters")
CARDS = (
    "Our projects\n\nWork of our residents, from gutters to eaves, as it was written down each year.\n\n"
    + "".join(
        f"{title}\n\nResidents: Ann Lee, Bo Ek\nMentor: Ida Moe\n\n{LONG} {title}\n\n" for title in TITLES
    )
)
ROWS = (
    ("Project", "Team", "Mentor", "Posted"),
    ("Snow", "Cy Roe, Ida Moe", "Ann Lee", ""),
    ("Hail", "Cy Roe", "Bo Ek", "2023-05-01"),
)
TABLE = "Cohort 2 (2023)\n\n" + "\n".join(map("\t".join, ROWS)) + "\n\n"


@pytest.mark.parametrize("order", [(CARDS, TABLE), (CARDS, TABLE, "Questions? Write to us.\n")])
def test_their_works_are_a_section(order: tuple[str, ...]) -> None:
    works = list(read(seed_of("".join(order))).works())
    assert [work.title and work.title.value for work in works] == [*TITLES, "Snow", "Hail"]
    snow, hail = works[-2:]
    assert snow.creators is not None
    assert snow.creators.value.names == ("Cy Roe", "Ida Moe")
    assert (snow.date, snow.under and snow.under.value.iso()) == (None, "2023")
    assert hail.date is not None
    assert hail.date.value.iso() == "2023-05-01"
    assert all(work.date is None and work.under is None for work in works[:3])
    assert all(work.abstract is None for work in works[3:])
