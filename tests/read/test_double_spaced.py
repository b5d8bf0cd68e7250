"""Seeds with a blank line between all lines, and more between paragraphs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from seedbed.model.source import Claim, Link
from seedbed.read.coverage import find_fault
from seedbed.read.double_spaced import single_spaced
from seedbed.read.registry import read
from tests.read.seeds import REAL, real_seed, seed_of

SAMPLES = Path(__file__).parent / "samples"
PAGE = "".join(f"Title {number}\nAnn Lee\nRain, 2024\n\n" for number in range(6))


def doubled(text: str) -> str:
    return text.replace("\n", "\n\n")


def test_the_lines_come_back_where_they_stood() -> None:
    seed = seed_of(doubled(PAGE))
    made = single_spaced(seed)
    assert made is not None
    assert list(made.seed.lines) == PAGE.rstrip("\n").split("\n")
    assert [seed.lines[first - 1] for first, _ in made.places] == list(made.seed.lines)
    assert all(first == last for first, last in made.places)


@pytest.mark.parametrize(
    "text",
    [
        "",
        PAGE,
        doubled("Ann Lee\nBo Ek\n" * 9),  # no paragraphs to tell apart
        doubled("Ann Lee\n\nBo Ek\n\n" * 9),
        doubled(PAGE) + PAGE,
        doubled("Ann Lee\nRain\n\n" * 3),  # too few
    ],
)
def test_what_is_not_double_spaced(text: str) -> None:
    assert single_spaced(seed_of(text)) is None


def test_a_web_page_is_left_as_it_is() -> None:
    seed = seed_of(doubled(PAGE))
    assert (
        single_spaced(replace(seed, links=(Claim(Link("Rain", "https://a.example/"), seed.span(1)),))) is None
    )


@pytest.mark.parametrize(
    "name",
    [
        "catalogue-page/pure-person",
        "list/school-fellows",
        "marked-titles/headings-and-labels",
        "publications/handbook-apa",
        "publications/names-joined-over-venues-and-abstracts",
    ],
)
def test_a_page_is_read_alike(name: str) -> None:
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    once, twice = read(seed_of(text)), read(seed_of(doubled(text)))
    assert find_fault(twice) == ""
    assert (twice.kind, twice.why) == (once.kind, once.why)
    assert [work.title and work.title.value for work in twice.works()] == [
        work.title and work.title.value for work in once.works()
    ]
    for one, other in zip(once.works(), twice.works(), strict=True):
        assert one.title is not None
        assert other.title is not None
        assert other.title.span.first == 2 * one.title.span.first - 1


def test_what_was_said_of_the_file_is_still_said() -> None:
    seed = seed_of(doubled(PAGE))
    remark = Claim("This file is Windows-1252 text.", seed.span(1))
    assert read(replace(seed, remarks=(remark,))).remarks[0] == remark


def test_the_real_seeds_are_single_spaced() -> None:
    seeds = [real_seed(path.name) for path in REAL.glob("*.txt")]
    assert seeds
    assert all(single_spaced(seed) is None for seed in seeds)
