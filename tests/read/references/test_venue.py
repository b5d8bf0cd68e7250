"""Where a work appeared, told by the end of its reference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.read.references.venue import read_publication, stated_year


def told(stated: str) -> dict[str, str]:
    publication = read_publication(stated)
    found = {particular.label: particular.value for particular in publication.particulars}
    return found | ({"venue": publication.venue} if publication.venue else {})


JOURNAL = {"venue": "Journal of Rain", "volume": "12", "number": "3", "pages": "45–67"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("Journal of Rain, 12(3), 45–67.", JOURNAL),
        ("In Journal of Rain 12(3): 45–67, 2024", JOURNAL),
        ("Journal of Rain, vol. 12, no. 3, pp. 45–67, 2024.", JOURNAL),
        ("Journal of Rain 12 (3), 45–67, 2024. https://doi.org/10.1/x doi:10.1/x", JOURNAL),
        ("Journal of Rain 12 (2024), H. 3, S. 45–67.", JOURNAL),
        ("Journal of Rain, v. 12, n. 3, p. 45–67, 2024.", JOURNAL),
        ("Journal of Rain. 2024. Т. 12, № 3. С. 45–67", JOURNAL),
        ("Journal of Rain, n° 3, p. 45–67", {"venue": "Journal of Rain", "number": "3", "pages": "45–67"}),
        ("Journal of Rain, 12 Mar. 2024.", {"venue": "Journal of Rain"}),
        ("Journal of Rain, 2024. Accessed 3 May 2024, from", {"venue": "Journal of Rain"}),
        ("Journal of Rain, 2024.", {"venue": "Journal of Rain"}),
        ("Journal of Rain (2024)", {"venue": "Journal of Rain"}),
        ("J Rain 12:20240117 (2024)", {"venue": "J Rain", "volume": "12", "pages": "20240117"}),
        ("Psychol. Rain, 2024.", {"venue": "Psychol. Rain"}),
        ("Trends Cogn. Sci. 2024", {"venue": "Trends Cogn. Sci"}),
        ("Rain Phys. Goblin Press, 2024", {"venue": "Rain Phys", "publisher": "Goblin Press"}),
        (
            "The Lancet 397 (10290), e1–e9",
            {"venue": "The Lancet", "volume": "397", "number": "10290", "pages": "e1–e9"},
        ),
        ("Proc. of ICML, pp. 2011–2020, 2024", {"venue": "Proc. of ICML", "pages": "2011–2020"}),
        ("Conference on Rain (COR 2024), Lund, 2024", {"venue": "Conference on Rain (COR), Lund"}),
        ("Conference on Rain (COR 2024), pp. 4–5", {"venue": "Conference on Rain (COR)", "pages": "4–5"}),
        ("Proc. COR 2024. LNCS, pp. 4–5", {"venue": "Proc. COR. LNCS", "pages": "4–5"}),
        ("Proc. of the Rain Conference, 2024", {"venue": "Proc. of the Rain Conference"}),
        ("Journal of Rain (2024): 45–67.", {"venue": "Journal of Rain", "pages": "45–67"}),
        ("Past & Present, 2019", {"venue": "Past & Present"}),
        (
            "Journal of Rain, vol. 12(3), pages 4-5, June.",
            {"venue": "Journal of Rain", "volume": "12", "number": "3", "pages": "4-5"},
        ),
        ("Papers 12, C.R.P. Discussion Papers", {"venue": "Papers 12, C.R.P. Discussion Papers"}),
        ("Goblin Press, 2016", {"publisher": "Goblin Press"}),
        ("Journal of Rain (in press).", {"venue": "Journal of Rain"}),
        ("Rain Paper 12. R&R at the Journal of Rain", {"venue": "Rain Paper 12"}),
        ("2nd round revise and resubmit, Journal of Rain, 2024", {}),
        ("Conditionally accepted, Journal of Rain", {"venue": "Journal of Rain"}),
        ("Leeds: Thoresby Press, 2016", {"place": "Leeds", "publisher": "Thoresby Press"}),
        ("", {}),
        ("2024", {}),
        ("(2024).", {}),
        ("Much was said. Little was done. It rained for days on end", {}),
        ("x " * 200, {}),
    ],
)
def test_where_it_appeared(stated: str, expected: dict[str, str]) -> None:
    assert told(stated) == expected


_JOURNALS = st.sampled_from(
    ["Nature", "Journal of Rain", "Folk Music Journal", "Noise & Health", "Past & Present"]
)


@given(
    _JOURNALS,
    st.integers(1, 999),
    st.one_of(st.none(), st.integers(1, 99)),
    st.one_of(st.none(), st.tuples(st.integers(1, 900), st.integers(1, 99))),
    st.integers(1950, 2030),
)
def test_journals_come_back(
    journal: str, volume: int, number: int | None, pages: tuple[int, int] | None, year: int
) -> None:
    stated = f"{journal}, {volume}"
    expected = {"venue": journal, "volume": str(volume)}
    if number is not None:
        stated += f"({number})"
        expected["number"] = str(number)
    if pages is not None:
        expected["pages"] = f"{pages[0]}-{pages[0] + pages[1]}"
        stated += f", {expected['pages']}"
    assert told(f"{stated}, {year}.") == expected
    assert stated_year(f"{stated}, {year}.") == year


@given(st.text(max_size=80))
def test_any_text(stated: str) -> None:
    publication = read_publication(stated)
    assert publication.venue == publication.venue.strip()
