"""Citations of works."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from seedbed.model.library import Library, Stated
from seedbed.model.link import Links
from seedbed.model.record import Particular
from seedbed.model.source import Claim
from seedbed.model.thing_page import Citation
from seedbed.write.citation import cite
from seedbed.write.shelving import shelve
from tests.write.small import library


def cited(made: Library, number: int) -> Citation:
    return cite(made.works[number], shelve(made, Links()))


def test_a_whole_citation() -> None:
    citation = cited(library(), 1)
    assert citation.text == (
        "Vera Hollow, A. Quill et al. (2026). Soft Hands: On Gentle Grips. https://grip.example/a_b"
    )
    assert citation.bibtex == (
        "@misc{hollow2026soft,\n"
        "  title = {{Soft Hands: On Gentle Grips}},\n"
        "  author = {Vera Hollow and A. Quill and others},\n"
        "  year = {2026},\n"
        "  month = mar,\n"
        "  url = {https://grip.example/a_b},\n"
        "}"
    )


def test_what_is_not_known_is_left_out() -> None:
    citation = cited(library(), 0)
    assert citation.text == "Hard Hands."
    assert citation.bibtex == "@misc{hard,\n  title = {{Hard Hands}},\n}"


def test_marks_of_tex_and_bibtex_are_written_as_text() -> None:
    made = library()
    work = made.works[1]
    odd = replace(
        work,
        title=replace(work.title, shown="100\\% {of} A & B_c"),
        creators=(replace(work.creators[0], name_as_stated="Rock, Paper and Scissors"),),
    )
    citation = cited(replace(made, works=(made.works[0], odd)), 1)
    assert "title = {{100\\% \\{of\\} A \\& B\\_c}}" in citation.bibtex
    assert "author = {{Rock, Paper and Scissors} and others}" in citation.bibtex


def test_names_stand_in_braces_where_bibtex_would_take_them_apart_otherwise() -> None:
    made = library()
    work = made.works[1]
    names = (
        "Ada Quill III",
        "B. Roe, Jr.",
        "Lind, C. D., Jr.",
        "Rain Collaboration",
        "van Ek, E.",
        "Fox, J.R.",
    )
    credited = tuple(replace(work.creators[0], name_as_stated=name) for name in names)
    cited_work = replace(work, creators=credited, creators_complete=True)
    citation = cited(replace(made, works=(made.works[0], cited_work)), 1)
    assert (
        "author = {Ada {Quill III} and B. {Roe Jr.} and Lind, Jr., C. D. and {Rain Collaboration}"
        " and van Ek, E. and Fox, J.R.}"
    ) in citation.bibtex
    assert "J.R. Fox" in citation.text


def test_the_year_stands_behind_the_title_where_nobody_is_named() -> None:
    made = library()
    nameless = replace(made.works[1], creators=(), creators_complete=False)
    citation = cited(replace(made, works=(made.works[0], nameless)), 1)
    assert citation.text == "Soft Hands: On Gentle Grips (2026). https://grip.example/a_b"


@pytest.mark.parametrize(
    ("stated", "text", "bibtex"),
    [
        ("102-119", "102–119", "102--119"),
        ("1 − 52", "1–52", "1--52"),
        ("A45--A52", "A45–A52", "A45--A52"),
        ("e1002-x", "e1002-x", "e1002-x"),
        ("88", "88", "88"),
    ],
)
def test_pages_have_one_kind_of_dash(stated: str, text: str, bibtex: str) -> None:
    made = library()
    work = made.works[1]
    span = work.sources[0]
    paged = replace(
        work,
        venue=Stated("Grips", (Claim("Grips", span),)),
        particulars=(Claim(Particular("pages", stated), span),),
    )
    citation = cited(replace(made, works=(made.works[0], paged)), 1)
    assert f"Grips: {text}." in citation.text
    assert f"pages = {{{bibtex}}}" in citation.bibtex


@pytest.mark.parametrize(
    ("venue", "stated", "entry", "field"),
    [
        ("Journal of Grips", {"volume": "4"}, "article", "journal = {Journal of Grips}"),
        ("Journal of Grips", {"type": "Journal article"}, "article", "journal = {Journal of Grips}"),
        ("Proc. Academy of Grips", {"volume": "4"}, "article", "journal = {Proc. Academy of Grips}"),
        (
            "Second Conference on Grips",
            {"volume": "4"},
            "inproceedings",
            "booktitle = {Second Conference on Grips}",
        ),
        ("Grips Workshop", {}, "inproceedings", "booktitle = {Grips Workshop}"),
        ("PhD thesis, University of Grips", {}, "phdthesis", "school = {University of Grips}"),
        ("Master's thesis, University of Grips", {}, "mastersthesis", "school = {University of Grips}"),
        ("PhD thesis", {}, "phdthesis", "type = {PhD thesis}"),
        (
            "University of Grips",
            {"type": "Dissertation/Thesis"},
            "phdthesis",
            "school = {University of Grips}",
        ),
        ("gripXiv", {}, "misc", "howpublished = {gripXiv}"),
    ],
)
def test_what_a_work_is_by_where_it_appeared(
    venue: str, stated: dict[str, str], entry: str, field: str
) -> None:
    made = library()
    work = made.works[1]
    span = work.sources[0]
    placed = replace(
        work,
        venue=Stated(venue, (Claim(venue, span),)),
        particulars=tuple(Claim(Particular(*each), span) for each in stated.items()),
    )
    citation = cited(replace(made, works=(made.works[0], placed)), 1)
    assert citation.bibtex.startswith(f"@{entry}{{")
    assert f"  {field},\n" in citation.bibtex
