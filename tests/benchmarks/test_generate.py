"""The seeds that benchmarks build are read as what they are meant to be."""

from __future__ import annotations

from seedbed.model.source import Seed
from seedbed.read.registry import read
from seedbed.text.lines import split_lines
from tests.benchmarks.generate import seeds


def test_generated_seeds_are_read_without_a_rest() -> None:
    works, kinds = 0, set()
    for name, text in seeds(120):
        reading = read(Seed(name, split_lines(text), ""))
        assert reading.count().unread == 0, name
        assert reading.kind == {"conversation": "transcript"}.get(kind := name.partition("-")[0], kind), name
        kinds.add(reading.kind)
        works += sum(1 for _ in reading.works()) if reading.kind in {"profile", "list"} else 0
    assert kinds == {"profile", "abstracts", "list", "transcript"}
    assert works >= 120


def test_the_same_number_gives_the_same_seeds() -> None:
    assert list(seeds(60)) == list(seeds(60))
    assert list(seeds(60)) != list(seeds(61))
