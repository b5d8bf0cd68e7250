"""Seeds for tests: the real ones, and small ones from text."""

from __future__ import annotations

import hashlib
from pathlib import Path

from seedbed.model.record import Reading
from seedbed.model.source import Seed
from seedbed.read.coverage import find_fault
from seedbed.read.reader import Reader
from seedbed.text.lines import split_lines

REAL = Path(__file__).parents[2] / "seeds"

LONG = (
    "We study how small models come to behave as they do, and find that three simple rules explain most of "
    "it. A large evaluation shows where these rules break down, what follows for larger models, and how far "
    "the effect can be predicted from the first hundred steps of training alone."
)
"""An abstract's worth of running text."""


def seed_of(text: str, path: str = "seed.txt", kind: str = "") -> Seed:
    return Seed(path, split_lines(text), hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), kind)


def real_seed(name: str) -> Seed:
    return seed_of((REAL / name).read_text(encoding="utf-8"), name)


def read_lawfully(reader: Reader, text: str) -> Reading:
    """The reading of `text`, after the law of reading was checked on it."""
    reading = reader.read(seed_of(text))
    assert find_fault(reading) == ""
    count = reading.count()
    assert count.total == count.blank + count.read + count.unread
    return reading


def unread_texts(reading: Reading) -> list[str]:
    return [reading.seed.lines[number - 1] for number in reading.unread_lines()]
