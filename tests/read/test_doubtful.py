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
from seedbed.read.doubtful import of_undoubted
from seedbed.read.reader import Reader
from tests.read.seeds import seed_of, unread_texts

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
    reading = of_undoubted(reader).read(seed)
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


def made_by(seed: Seed, number: int, *names: str) -> WorkRecord:
    """A work whose title stands on this line, and whose creators on the one below."""
    title = Claim(seed.lines[number - 1], seed.span(number))
    return WorkRecord(title=title, creators=Claim(NameList(names), seed.span(number + 1)))


TOPICS = """\
Policy
Ann Lee
Policy
Bo Ek
Policy
Ida Moe
On Rain
Jo Roe
On Hail
Jo Roe
On Snow
Jo Roe
On Roofs
Jo Roe
"""


def test_a_topic_over_several_works_is_the_title_of_none() -> None:
    seed = seed_of(TOPICS)
    works = [made_by(seed, number, seed.lines[number]) for number in range(1, 14, 2)]
    assert titles(read_by(works, seed)) == ["On Rain", "On Hail", "On Snow", "On Roofs"]
    assert len(titles(read_by(works[1:], seed))) == 6


def test_versions_of_a_work_by_the_same_people_are_works() -> None:
    seed = seed_of(TOPICS)
    works = [made_by(seed, number, "Ann Lee") for number in range(1, 14, 2)]
    assert len(titles(read_by(works, seed))) == 7


def test_where_most_titles_are_none_the_others_are_none_either() -> None:
    seed = seed_of("Hall A #1\nHall A #2\nHall A #3\nOn Rain\nOn Hail\n")
    works = [
        WorkRecord(title=Claim(line, seed.span(n)), creators=None) for n, line in enumerate(seed.lines, 1)
    ]
    assert titles(read_by(works, seed)) == []
    assert titles(read_by(works[1:], seed)) == ["On Rain", "On Hail"]


def test_a_work_by_a_label_is_left_unread() -> None:
    seed = seed_of(TOPICS)
    works = [made_by(seed, 7, "Jo Roe"), made_by(seed, 9, "Comments")]
    assert titles(read_by(works, seed)) == ["On Rain"]


def told(text: str) -> list[str | None]:
    """What is left of the abstracts of four works, of which the first is told of so."""
    sentence = "We measure rain."
    seed = seed_of(f"On Rain\n{text}\nOn Hail\n{sentence}\nOn Snow\n{sentence}\nOn Roofs\n{sentence}\n")
    ends = [line for line, each in enumerate(seed.lines, 1) if each.startswith("On ")]
    works = []
    for first, last in zip(ends, [*ends[1:], len(seed.lines) + 1], strict=True):
        span = seed.span(first + 1, last - 1)
        abstract = Claim("\n".join(seed.lines[first : last - 1]), span)
        works.append(WorkRecord(title=Claim(seed.lines[first - 1], seed.span(first)), abstract=abstract))
    return [work.abstract.value if work.abstract else None for work in read_by(works, seed).works()]


@pytest.mark.parametrize(
    "text",
    [
        "Gutters of the north and the rain in them",
        "Gutters of the north\n\nRain is measured. Gutters are counted.",
        "No abstract available\n\nAnn Lee\n\nRain is measured.",
    ],
)
def test_a_line_that_is_no_sentence_begins_no_abstract_beside_some_that_are(text: str) -> None:
    assert told(text) == [None, *["We measure rain."] * 3]


def test_of_a_work_without_a_title_nothing_is_left_then() -> None:
    seed = seed_of("Gutters of the north\nOn Rain\nOn Hail\nOn Snow\nOn Roofs\n")
    works = [WorkRecord(Claim(seed.lines[n - 1], seed.span(n))) for n in range(2, 6)]
    untitled = WorkRecord(None, abstract=Claim(seed.lines[0], seed.span(1)))
    assert titles(read_by((untitled, *works), seed)) == ["On Rain", "On Hail", "On Snow", "On Roofs"]


@pytest.mark.parametrize(
    "text",
    [
        "Starting from the law of leaks,\n\nq = a h\n\nwe draw gutters.",
        "Do gutters leak?",
        "Rain raises the water in barrels, and with it the number\n\nof gulls. We compare six barrels.",
        "雨を測る。",
        "“Rain is measured.” So we were told",
    ],
)
def test_sentences(text: str) -> None:
    assert told(text)[0] == text


def test_where_nobody_writes_sentences_what_is_told_stays() -> None:
    seed = seed_of("On Rain\nA measure of it\nOn Hail\nA count of stones\n")
    works = [
        WorkRecord(
            title=Claim(seed.lines[n], seed.span(n + 1)), abstract=Claim(seed.lines[n + 1], seed.span(n + 2))
        )
        for n in (0, 2)
    ]
    assert [work.abstract is not None for work in read_by(works, seed).works()] == [True, True]
