"""Lines that go on with nothing, and lines that go on with the one above them."""

from __future__ import annotations

import pytest

from seedbed.read.beginning_lines import are_names, beginnings

PROSE = "We count what falls from roofs in the north of Norway and ask how often it"


def begins(above: str, line: str, *others: str) -> bool:
    return beginnings((*others, above, line))(len(others) + 1)


@pytest.mark.parametrize(
    ("above", "line"),
    [
        (PROSE, "Download PDF"),
        (PROSE, "[Code] [Slides]"),
        (PROSE, "arXiv preprint arXiv:2503.11206, 2025"),
        (PROSE, "author = {Lee, Ann and Ek, Bo},"),
        (PROSE, "----------------------------"),
        (PROSE, "Keywords: roofs, rain"),
        (PROSE, "Subjects: Atmospheric and Oceanic Physics (physics.ao-ph)"),
        (PROSE, "(00:02:41)"),
        ("Does it fall at night, too?", "Ann Lee  1:09"),
        (PROSE, "We count them, and ask how often they fall at night."),
        ("Roofs of the North: What Falls, and What Stays", "This paper counts what falls from roofs."),
        ("Roofs of the North: What Falls, and What Stays", "Ann Lee, Bo Ek, Ida Moe"),
        ("Roofs of the North: What Falls, and What Stays", "Ann Lee | Bo Ek"),
        ("A Lee, B van den Ek, I Moe", "Annals of Slow Rain 3 (2), 55-71"),
    ],
)
def test_lines_that_begin_anew(above: str, line: str) -> None:
    assert begins(above, line)


@pytest.mark.parametrize(
    ("above", "line"),
    [
        (PROSE, "falls at night. We find that it does, but for one roof in three."),
        (PROSE, "Norwegian roofs differ from those of the south, of which nobody has counted any."),
        ("It falls at night, and only then.", "We count it again, in the south, where it never does."),
        ("What have I learned from roofs? That", "I never count at night, for one thing."),
        ("Ann Lee, Bo Ek, Ida", "Moe, Jo Roe and others"),
        ("Lee, A., Ek, B., & the Northern Roofs Consortium.", "(2025). What falls from roofs."),
        ("Roofs of the North: What Falls From Them by Day, and What by", "The Light of the Moon"),
        ("Ann Lee, Bo Ek,", "Ida Moe, Jo Roe"),
    ],
)
def test_lines_that_go_on(above: str, line: str) -> None:
    assert not begins(above, line)


def test_what_stands_several_times_begins_anew() -> None:
    assert begins(f"{PROSE}.", "Oral, Hall B", "Oral, Hall B", "Oral, Hall B")
    assert not begins("A Benchmark of Roofs in the", "North", "North", "North")  # a topic ends a title, too
    assert begins(PROSE, "Hub: Oslo", "Hub: Bergen", "Hub: Narvik")
    assert begins("2. Roofs of the North and", "3. What Falls From Them", "1. Rain")
    assert not begins("We counted roofs in", "1999. What fell from them is told below.")
    assert not begins(PROSE, "Oral, Hall B", "Oral, Hall B")
    assert not begins(PROSE, "roofs", "roofs", "roofs")  # of several lines that break there


@pytest.mark.parametrize(
    "line", ["Ann Lee, Bo Ek", "Ann Lee · Bo Ek · Ida Moe", "A Lee, B van den Ek, I Moe"]
)
def test_names(line: str) -> None:
    assert are_names(line)


@pytest.mark.parametrize("line", ["Ann Lee", "Rain, roofs, and how they meet in the north", PROSE])
def test_no_names(line: str) -> None:
    assert not are_names(line)
