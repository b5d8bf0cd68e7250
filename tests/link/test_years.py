"""Nobody speaks of a work long before it is there."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from seedbed.link import link
from seedbed.model.library import Work
from seedbed.model.link import Links
from tests.link.factory import dated, library, transcript, work

SAID = (
    "What we found with tidal clocks is that mussels open with the tide. Tidal clocks in mussels run for "
    "days in a dark tank, and the clocks of mussels are set by pressure, as Tidal Clocks in Mussels says."
)
OTHERS = [
    work(f"The {name} of Ferns", f"Ferns have {name.casefold()}.") for name in ("Roots", "Stems", "Spores")
]


def _mussels(year: int) -> Work:
    abstract = "Mussels open with the tide. Tidal clocks run for days in a dark tank, set by pressure."
    return work("Tidal Clocks in Mussels", abstract, creators=["Ann Ames"], year=year)


def _spoken_of(work: Work, year: int) -> Links:
    return link(library(work, *OTHERS, transcript("A Talk", ("Ann Ames", SAID), year=year)))


@pytest.mark.parametrize(("talk", "year"), [(2019, 2020), (2019, 2019), (2019, 1999), (0, 2030), (2019, 0)])
def test_a_conversation_speaks_of_works_that_were_there_or_came_soon(talk: int, year: int) -> None:
    links = _spoken_of(_mussels(year), talk)
    assert [each.work for each in links.discussions] == ["tidal-clocks-in-mussels"]
    assert "work" in {each.target.kind for each in links.mentions}


def test_and_of_none_that_came_years_later() -> None:
    links = _spoken_of(_mussels(2021), 2019)
    assert not links.discussions
    assert "work" not in {each.target.kind for each in links.mentions}


def test_a_year_that_was_worked_out_rules_nothing_out() -> None:
    late = replace(_mussels(2021), date=dated(2021, inferred="the year of the capture"))
    assert _spoken_of(late, 2019).discussions


def _names(early: Work, late: Work) -> set[str]:
    """The works that the first one names."""
    mentions = link(library(early, late)).mentions
    return {each.target.id for each in mentions if each.place.id == early.id and each.target.kind == "work"}


def test_nor_does_a_work_name_one_of_a_later_time() -> None:
    early = work("Pumps of Whelks", "As Tidal Clocks in Mussels says, they open.", year=2001)
    assert not _names(early, _mussels(2003))
    assert _names(early, _mussels(2002)) == {"tidal-clocks-in-mussels"}
