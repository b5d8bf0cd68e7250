from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from seedbed.model.record import (
    CollectionRecord,
    NameList,
    ProfileRecord,
    Reading,
    Record,
    SectionRecord,
    WorkRecord,
)
from seedbed.model.source import Claim, Seed
from seedbed.read.coverage import account, find_fault
from seedbed.read.no_titles import of_titled, says_no_title
from seedbed.read.reader import Reader
from tests.read.seeds import seed_of, unread_texts


@pytest.mark.parametrize(
    "text",
    [
        "Nov 1, 2024",
        "28/10/2025",
        "05/08/2024",
        "Summer 2025",
        "Winter 2024–25",
        "Spring 2024 cohort",
        "January–March 2025",
        "Rain · Spring 2024",
        "May 2024 | Draft on request",
        "Issue #211 · 6 February 2026 · 8 min read",
        "ROOFS 2025 (Spotlight)",
        "Journal ref: Annals of Slow Rain 3 (2025) 55-71",
        "Subjects: Atmospheric Physics (physics.ao-ph)",
        "No abstract available.",
        "Pages 35-41",
        "Fellows",
        "Mentors:",
        "Published by Rain Press",
        "Tweet thread",
        "[PDF] [Code]",
        "Honorable Mention",
        "Hall B #1107",
        "#23",
        "Room 12",
        "Supervised by Ann Lee",
        "Associate Professor of Rain",
    ],
)
def test_lines_that_are_no_titles(text: str) -> None:
    assert says_no_title(text)


@pytest.mark.parametrize(
    "text",
    [
        "On Rain",
        "Winter in 2024: A Long One",
        "Mentors and Their Gutters",
        "Abstract Rain",
        "Abstract: A Game of Roofs",
        "Published, Yet Unread: Roofs of 1984",
        "Pages of Rain",
        "The Summer 2025 Floods | What the Roofs Knew",
        "[What Gutters Hold]",
        "Are Roofs 2025 Years Old?",
        "1,000 Roofs",
        "Room for Rain",
        "Hall Effects in Wet Slate",
    ],
)
def test_titles(text: str) -> None:
    assert not says_no_title(text)


PAGE = """\
Roofs
Ida Moe
On Rain
Ann Lee
Bo Ek
Roofs
Bo Ek
28/10/2025
Ann Lee
Roofs
"""


def titled(seed: Seed, *numbers: int) -> tuple[WorkRecord, ...]:
    """Works whose titles stand on these lines, and whose creators on those below."""
    return tuple(
        WorkRecord(
            title=Claim(seed.lines[number - 1], seed.span(number)),
            creators=None,
            labels=(seed.span(number + 1),),
        )
        for number in numbers
    )


def read_by(records: Sequence[Record], seed: Seed) -> Reading:
    reader = Reader("roofs", "page of roofs", lambda _: None, lambda seed: account(seed, "roofs", records))
    reading = of_titled(reader).read(seed)
    assert find_fault(reading) == ""
    return reading


def titles(reading: Reading) -> list[str]:
    return [work.title.value for work in reading.works() if work.title]


@pytest.mark.parametrize("form", ["works", "profile", "list"])
def test_a_work_without_a_title_is_left_unread_in_any_record(form: str) -> None:
    seed = seed_of(PAGE)
    works = titled(seed, 3, 8)
    forms: dict[str, tuple[Record, ...]] = {
        "works": works,
        "profile": (ProfileRecord(name=Claim("Roofs", seed.span(1)), works=works),),
        "list": (
            CollectionRecord(title=Claim("Roofs", seed.span(1)), sections=(SectionRecord(None, works),)),
        ),
    }
    reading = read_by(forms[form], seed)
    assert titles(reading) == ["On Rain"]
    assert "28/10/2025" in unread_texts(reading)
    assert len(reading.records) == 1


def test_a_line_that_stands_twice_elsewhere_is_no_title() -> None:
    seed = seed_of(PAGE)
    assert titles(read_by(titled(seed, 3, 6), seed)) == ["On Rain"]
    assert titles(read_by(titled(seed, 1, 3, 6), seed)) == ["Roofs", "On Rain", "Roofs"]
    once = seed_of(PAGE.removesuffix("Roofs\n"))
    assert titles(read_by(titled(once, 3, 6), once)) == ["On Rain", "Roofs"]


def test_the_name_of_somebody_who_made_another_work_is_no_title() -> None:
    seed = seed_of(PAGE)
    work, named = titled(seed, 3, 7)
    assert titles(read_by((work, named), seed)) == ["On Rain", "Bo Ek"]
    fellow = replace(work, fellows=Claim(NameList(("Bo Ek",)), seed.span(5)))
    assert titles(read_by((fellow, named), seed)) == ["On Rain"]
