from __future__ import annotations

import pytest

from seedbed.read.references.reference import read_reference
from seedbed.read.references.vancouver import read_vancouver

END = "Harb Med Rev. 2021;12(3):45-67. PMID: 33700001."


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("Adeyemi F, Nguyen TH", ("Adeyemi, F.", "Nguyen, T.H.")),
        ("van der Meulen H", ("van der Meulen, H.",)),
        ("O'Neill-Diaz L, Boyd S Jr", ("O'Neill-Diaz, L.", "Boyd, S., Jr")),
    ],
)
@pytest.mark.parametrize("others", ["", ", et al"])
def test_names(stated: str, names: tuple[str, ...], others: str) -> None:
    found = read_vancouver(f"{stated}{others}. Falls on night wards. {END}")
    assert found is not None
    assert found.creators.names == names
    assert found.creators.complete == (not others)


@pytest.mark.parametrize(
    "title", ["Falls on night wards", "Who sees the falls?", "Falls at night. A study of wards"]
)
@pytest.mark.parametrize(
    ("date", "particulars"),
    [
        ("2021;12(3):45-67", ["volume 12", "number 3", "pages 45-67"]),
        ("2021 Mar 13;12(3):e45", ["volume 12", "number 3", "pages e45"]),
        ("2021 May-Jun;12:45-67", ["volume 12", "pages 45-67"]),
        ("2021;12", ["volume 12"]),
    ],
)
@pytest.mark.parametrize("marker", ["", "1. ", "1: ", "[1] "])
def test_references(title: str, date: str, particulars: list[str], marker: str) -> None:
    mark = "" if title.endswith("?") else "."
    found = read_reference(
        f"{marker}Adeyemi F, Boyd S. {title}{mark} Harb Med Rev. {date}. doi: 10.9999/a(21)1-2. PMID: 1."
    )
    assert found is not None
    assert (found.title, found.date.year if found.date else None, found.publication.venue) == (
        title,
        2021,
        "Harb Med Rev",
    )
    assert [f"{each.label} {each.value}" for each in found.publication.particulars] == particulars
    assert found.links == ("https://doi.org/10.9999/a(21)1-2",)


@pytest.mark.parametrize(
    "stated",
    [
        "Boyd S. Falls on night wards. Harb Med Rev. 2014;3.",
        "Boyd S. Falls on night wards. N. Harb. J. Med. 2014;3:7-9. PMID: 1.",
        "Boyd S. Night. Harb Med Rev. 2014;3:7-9. PMID: 1.",
        "Boyd S. Falls on night wards. 12 beds. 2014;3:7-9. PMID: 1.",
        "Boyd S. Night wards. Cork: Rain House; 2014.",
        "Boyd S. Falls on night wards. Harb Med Rev. 2014. PMID: 1.",
        "Falls on night wards. Harb Med Rev. 2014;3:7-9. PMID: 1.",
    ],
)
def test_what_cannot_be_told_apart(stated: str) -> None:
    assert read_vancouver(stated) is None


@pytest.mark.parametrize("archive", ["bioRxiv", "PsyArXiv", "arXiv"])
@pytest.mark.parametrize("address", ["doi:10.9999/rain", "https://doi.org/10.9999/rain"])
def test_a_preprint_needs_no_year(archive: str, address: str) -> None:
    found = read_reference(f"Adeyemi F, Boyd S. Who sees the falls? {archive}. {address}")
    assert found is not None
    assert (found.title, found.date, found.publication.venue) == ("Who sees the falls?", None, archive)
    assert found.links == ("https://doi.org/10.9999/rain",)


@pytest.mark.parametrize(
    "stated",
    [
        "Boyd S. Who sees the falls? bioRxiv. doi:10.9999/rain",  # one name may be none
        "Adeyemi F, Boyd S. Who sees the falls? bioRxiv. PDF",
        "Adeyemi F, Boyd S. Who sees the falls? Slides. doi:10.9999/rain",
    ],
)
def test_what_tells_no_preprint(stated: str) -> None:
    assert read_reference(stated) is None
