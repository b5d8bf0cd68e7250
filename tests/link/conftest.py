"""The real seeds, resolved and linked once."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from seedbed.link import link
from seedbed.model.library import Library
from seedbed.model.link import Links
from seedbed.model.source import Seed
from seedbed.read.registry import read
from seedbed.resolve.resolve import resolve
from seedbed.text.lines import split_lines

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def real_library() -> Library:
    seeds = [
        Seed(file.name, split_lines(file.read_text("utf-8")), hashlib.sha256(file.read_bytes()).hexdigest())
        for file in sorted(SEEDS.glob("*.txt"))
    ]
    return resolve(read(seed) for seed in seeds)


@pytest.fixture(scope="session")
def real_links(real_library: Library) -> Links:
    return link(real_library)
