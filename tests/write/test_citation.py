"""Citations of works."""

from __future__ import annotations

from msgspec.structs import replace

from seedbed.model.library import Library
from seedbed.model.link import Links
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
