"""The map of the library: who stands on it, that nothing stands on anything else, and where it is cut."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.model.library import Library
from seedbed.model.link import Links
from seedbed.write.library_map import map_page
from seedbed.write.markdown import Templates
from seedbed.write.pictures.library_map import library_map
from seedbed.write.pictures.packing import CELL, Box, Grid, honeycomb, pack
from seedbed.write.shelving import shelve
from tests.write.test_pictures import shelf_of

SIZES = st.lists(st.tuples(st.integers(20, 300), st.integers(20, 300)), min_size=1, max_size=12)


@given(SIZES)
def test_boxes_stand_beside_each_other(sizes: list[tuple[int, int]]) -> None:
    boxes = pack(sizes, [{0: 1} for _ in sizes])
    assert [(box.width, box.height) for box in boxes] == sizes
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50), st.integers(10, 200)), max_size=20))
def test_names_stand_where_nothing_else_does(names: list[tuple[int, int, int]]) -> None:
    grid = Grid()
    disc = Box(0, 0, 8 * CELL, 8 * CELL)
    grid.take(disc)
    boxes = [disc]
    for x, y, width in names:
        box = grid.nearest((x, y), width)
        assert box is not None
        assert box.width >= width
        boxes.append(box)
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 19, 20, 100])
def test_dots_are_a_finger_apart(count: int) -> None:
    points = honeycomb(count, 26)
    assert len(points) == count
    assert all(hypot(a - c, b - d) > 25.9 for (a, b), (c, d) in combinations(points, 2))


def test_every_paper_of_a_small_library_stands_on_it_once() -> None:
    shelf = shelf_of(works=40, topics=12, people=30)
    made = library_map(shelf)
    assert made is not None
    dots = [dot.address for ground in made.grounds for dot in ground.dots]
    assert sorted(dots) == [f"papers/{work.id}" for work in shelf.library.works]
    assert {person.name for person in made.people} <= {person.name for person in shelf.library.people}
    assert made.caption.startswith("40 papers, ")
    left, top, width, height = made.view_box
    for ground in made.grounds:
        for dot in ground.dots:
            assert left < dot.x < left + width
            assert top < dot.y < top + height


def test_a_large_library_is_cut_and_the_caption_says_so() -> None:
    made = library_map(shelf_of(works=1200, topics=60, people=90))
    assert made is not None
    dots = sum(len(ground.dots) for ground in made.grounds)
    assert 200 < dots <= 330
    assert len(made.people) <= 40
    assert made.caption.startswith(f"{dots} of 1,200 papers")


def test_the_same_library_is_the_same_map() -> None:
    assert library_map(shelf_of(30, 9, 12)) == library_map(shelf_of(30, 9, 12))


def test_without_topics_all_papers_stand_together() -> None:
    shelf = shelf_of(works=5, topics=5, people=5)
    made = library_map(shelve(shelf.library, Links()))
    assert made is not None
    assert [(ground.name, len(ground.dots)) for ground in made.grounds] == [("Papers", 5)]
    assert made.caption.startswith("5 papers and 5 people. ")


def test_no_paper_is_no_map() -> None:
    assert library_map(shelve(Library((), (), (), (), ()), Links())) is None


def test_the_page_says_in_words_what_the_map_shows() -> None:
    made = library_map(shelf_of(works=12, topics=6, people=8))
    assert made is not None
    words = Templates().render(map_page(made)).partition("<details")[2]
    for ground in made.grounds:
        assert ground.name in words
        assert all(dot.title in words for dot in ground.dots)
    assert all(person.name in words for person in made.people)
