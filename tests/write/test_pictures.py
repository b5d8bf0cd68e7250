"""Pictures: what they show, what they leave out, and that names keep apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace

from seedbed.model.date import PartialDate
from seedbed.model.library import Credit, Library, Person, PersonId, Stated, Work, WorkId
from seedbed.model.link import CoAuthors, Links, Topic, TopicId, TopicPair
from seedbed.model.list_page import Dated
from seedbed.model.shown import DateShown, Ref
from seedbed.model.source import Claim
from seedbed.write.people import person_tasks
from seedbed.write.pictures.by_topic import by_topic
from seedbed.write.pictures.measure import fitted, text_width
from seedbed.write.pictures.topic_arcs import topic_arcs
from seedbed.write.shelf import WholeShelf
from seedbed.write.shelving import shelve
from tests.write.small import SOFT, library


def paper(name: str, iso: str) -> Dated:
    return Dated("paper", Ref(name, f"papers/{name}"), DateShown(iso, iso, iso[:4]), "")


def shelf_of(works: int, topics: int, people: int, dated: int = 0) -> WholeShelf:
    """So many works, some dated; work *n* has topics and creators *n* and the two after it, in a ring."""
    model = library().works[0]
    made = library()
    span = model.sources[0]
    every = [f"w{at:04d}" for at in range(works)]
    held = [{f"p{(at + step) % people:03d}" for step in range(3)} for at in range(works)]
    about = [{f"t{(at + step) % topics:03d}" for step in range(3)} for at in range(works)]
    many = tuple(
        Work(
            id=WorkId(each),
            title=replace(model.title, shown=f"Paper {each}"),
            creators=tuple(Credit(PersonId(person), person, span) for person in sorted(held[at])),
            creators_complete=True,
            creator_lists=None,
            date=Stated(PartialDate(2000 + at), (Claim(PartialDate(2000 + at), span),))
            if at < dated
            else None,
            abstract=None,
            category=None,
            score=None,
            has_code=None,
            organisations=(),
            topics=(),
            fellows=(),
            links=(),
            sources=(span,),
            citation_key=each,
        )
        for at, each in enumerate(every)
    )
    named = tuple(
        Person(PersonId(name), name, (), ("author",), _held(every, held, name))
        for name in (f"p{at:03d}" for at in range(people))
    )
    subjects = tuple(
        Topic(TopicId(name), f"Topic {name}", "stated", (), _held(every, about, name))
        for name in (f"t{at:03d}" for at in range(topics))
    )
    links = Links(
        topics=subjects,
        topic_pairs=tuple(
            TopicPair(one.id, other.id, common)
            for one in subjects
            for other in subjects
            if one.id < other.id and (common := _common(one.works, other.works))
        ),
        co_authors=tuple(
            CoAuthors(one.id, other.id, common)
            for one in named
            for other in named
            if one.id < other.id and (common := _common(one.works, other.works))
        ),
    )
    return shelve(Library(made.readings, many, named, (), ()), links)


def _held(every: list[str], sets: list[set[str]], name: str) -> tuple[WorkId, ...]:
    return tuple(WorkId(work) for work, members in zip(every, sets, strict=True) if name in members)


def _common(one: tuple[WorkId, ...], other: tuple[WorkId, ...]) -> tuple[WorkId, ...]:
    return tuple(sorted(set(one) & set(other)))


def test_a_row_a_topic_over_the_same_columns() -> None:
    hands, feet = Ref("Hands", "topics/hands"), Ref("Feet", "topics/feet")
    entries = [paper("a", "2025-11-02"), paper("b", "2026-01-05"), paper("c", "2026-01-31")]
    made = by_topic(entries, {"papers/a": (hands,), "papers/b": (hands, feet)})
    assert made is not None
    assert made.width == 3
    assert [(row.label, row.count) for row in made.rows] == [
        ("Hands", "2 papers"),
        ("Feet", "1 paper"),
        ("None of these", "1 paper"),
    ]
    assert [row.path.count("M") for row in made.rows] == [2, 1, 1]
    assert made.rows[0].details == ("2026: 1", "2025: 1")
    assert made.ends == ("2025", "2026")


def test_papers_of_no_topic_have_a_scale_of_their_own_where_they_are_most() -> None:
    hands, feet = Ref("Hands", "topics/hands"), Ref("Feet", "topics/feet")
    entries = [paper("a", "2025-11-02"), paper("b", "2026-01-05")]
    topics = {"papers/a": (hands,), "papers/b": (hands, feet)}
    made = by_topic([*entries, *(paper(name, "2026-01-05") for name in "cdef")], topics)
    assert made is not None
    assert made.caption.endswith("The tallest bar of a topic stands for 1 paper, that of the last row for 4.")
    assert [row.path.count("v-20h") for row in made.rows] == [2, 1, 1]
    made = by_topic([*entries, paper("c", "2026-01-05")], topics)
    assert made is not None
    assert made.caption.endswith("The tallest bar stands for 1 paper.")


def test_nothing_to_compare_is_no_picture() -> None:
    entries = [paper("a", "2025-11-02"), paper("b", "2026-01-05")]
    assert by_topic(entries, {"papers/a": (Ref("Hands", "topics/hands"),)}) is None
    assert by_topic([], {}) is None


def test_arcs_join_the_topics_that_papers_share() -> None:
    made = topic_arcs(shelf_of(works=8, topics=8, people=8))
    assert made is not None
    assert len(made.knots) == 8
    assert len(made.bows) == len(made.pairs) == 16
    assert {bow.strength for bow in made.bows} == {2, 4}
    assert all(knot.path.count("M") == 4 for knot in made.knots)
    assert made.caption.startswith("Which topics go together. An arc")
    heights = [knot.y for knot in made.knots]
    assert all(after - before >= 24 for before, after in pairwise(heights))


def test_many_topics_are_cut_and_the_caption_says_so() -> None:
    made = topic_arcs(shelf_of(works=200, topics=90, people=5))
    assert made is not None
    assert len(made.knots) <= 20
    assert len(made.bows) <= 60
    assert "largest of 90 topics" in made.caption


def test_only_the_largest_topics_are_called_the_largest() -> None:
    shelf = shelf_of(works=30, topics=8, people=5)
    alone, *others = shelf.links.topics
    pairs = tuple(each for each in shelf.links.topic_pairs if alone.id not in {each.topic, each.other})
    for works, said in ((30, "7 of 8 topics"), (1, "the 7 largest of 8 topics")):
        sized = replace(alone, works=tuple(work.id for work in shelf.library.works[:works]))
        links = replace(shelf.links, topics=(sized, *others), topic_pairs=pairs)
        made = topic_arcs(shelve(shelf.library, links))
        assert made is not None
        assert made.caption.startswith(f"Which topics go together: {said}. ")


def test_two_topics_are_no_picture() -> None:
    assert topic_arcs(shelve(library(), Links())) is None
    assert topic_arcs(shelf_of(works=2, topics=2, people=3)) is None


def _people(shelf: WholeShelf) -> Iterator[Any]:
    for task in person_tasks(shelf):
        yield from task.plan(shelf, task.argument)


def test_co_authors_over_the_papers() -> None:
    shelf = shelf_of(works=6, topics=3, people=6)
    pages = {page.path: page.value for page in _people(shelf)}
    made = pages["people/p002.md"].together
    assert made is not None
    assert made.width == 3
    assert [(row.label, row.path.count("M")) for row in made.rows] == [
        ("p001", 2), ("p003", 2), ("p000", 1), ("p004", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("dated", "said"),
    [(0, ""), (1, ", those without a date first, then the oldest"), (6, ", the oldest first")],
)
def test_the_order_of_papers_is_said_where_they_have_one(dated: int, said: str) -> None:
    shelf = shelf_of(works=6, topics=3, people=6, dated=dated)
    made = next(page.value.together for page in _people(shelf) if page.path == "people/p002.md")
    assert made.caption.startswith(f"A column is a paper{said}, and a dot says")


def test_one_paper_or_two_co_authors_are_no_picture() -> None:
    for works, people in ((1, 6), (6, 3)):
        shelf = shelf_of(works=works, topics=3, people=people)
        for page in _people(shelf):
            assert page.value.together is None


@pytest.mark.parametrize("text", ["A plain name", "WWWWWWWWWWWWWWWWWWWW", "解釈可能性" * 9, "a\u0301" * 60])
def test_what_is_fitted_fits(text: str) -> None:
    short = fitted(text, 100, 14)
    assert text_width(short, 14) <= 100
    assert short == text or short.endswith("…")


def test_the_whole_is_kept_where_it_fits() -> None:
    assert fitted(str(SOFT), 1000, 14) == SOFT
