"""Readers of other packages: the documented example, and those that hang, die or raise."""

from __future__ import annotations

import os
import re
import time
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from seedbed.model.record import Reading
from seedbed.model.source import Seed
from seedbed.read import registry
from seedbed.read.coverage import account
from seedbed.read.reader import Reader, Recognition
from seedbed.read.registry import BUILT_IN, load_readers, read
from tests.read.seeds import seed_of, unread_texts

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"
SECONDS = 1.0


def sure(_: Seed) -> Recognition | None:
    return Recognition(1.0, "it is")


def nothing(seed: Seed) -> Reading:
    return account(seed, "odd", ())


def sleep(seed: Seed) -> Reading:
    time.sleep(600)
    return nothing(seed)


def backtrack(seed: Seed) -> Reading:
    re.fullmatch("(a+)+b", "a" * 60)
    return nothing(seed)


def die(_: Seed) -> Reading:
    os._exit(3)


def leave(_: Seed) -> Reading:
    raise SystemExit(1)


def raise_fault(_: Seed) -> Reading:
    raise LookupError("no such\nthing")


def return_what_does_not_travel(_: Seed) -> Reading:
    return lambda: None  # type: ignore[return-value]


NOTHING = Reader("odd", "odd", sure, nothing)
SLEEP = Reader("odd", "odd", sure, sleep)
BACKTRACK = Reader("odd", "odd", sure, backtrack)
DIE = Reader("odd", "odd", sure, die)
LEAVE = Reader("odd", "odd", sure, leave)
RAISE = Reader("odd", "odd", sure, raise_fault)
UNTRAVELLED = Reader("odd", "odd", sure, return_what_does_not_travel)


def offered(monkeypatch: pytest.MonkeyPatch, value: str, seconds: float = 60) -> tuple[Reader, ...]:
    points = EntryPoints([EntryPoint("odd", value, registry.ENTRY_POINTS)])
    monkeypatch.setattr(registry, "entry_points", lambda group: points.select(group=group))
    return load_readers(seconds)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("SLEEP", "it gave no answer within 1 s, and was ended"),
        ("BACKTRACK", "it gave no answer within 1 s, and was ended"),
        ("DIE", "its process ended without an answer"),
        ("LEAVE", "SystemExit: 1"),
        ("RAISE", "LookupError: no such thing"),
        ("UNTRAVELLED", "return_what_does_not_travel"),
    ],
)
def test_a_reader_that_fails_keeps_nothing_else_from_being_read(
    monkeypatch: pytest.MonkeyPatch, name: str, told: str
) -> None:
    readers = offered(monkeypatch, f"{__name__}:{name}", SECONDS)
    reading = read(seed_of("one\n\nthree\n"), readers)
    assert (reading.kind, unread_texts(reading)) == ("unknown", ["one", "three"])
    (remark,) = reading.remarks
    assert remark.value.startswith('the reader "odd" failed, so this seed is shown as it is: ReaderError: ')
    assert told in remark.value
    # A new process answers the next question.
    assert readers[-1].recognise(seed_of("two")) == Recognition(1.0, "it is")


def test_a_reader_that_keeps_its_word(monkeypatch: pytest.MonkeyPatch) -> None:
    readers = offered(monkeypatch, f"{__name__}:NOTHING")
    seed = seed_of("one\n")
    reading = read(seed, readers)
    assert (reading.kind, reading.why, reading.remarks) == ("odd", "it is", ())
    assert reading.seed is seed


def test_the_documented_example(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    documented = CONTRIBUTING.read_text("utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", documented, flags=re.DOTALL)
    (value,) = re.findall(
        r'```toml\n\[project.entry-points."seedbed.readers"\]\nreading-list = "(.*?)"', documented
    )
    (tmp_path / f"{value.split(':')[0]}.py").write_text(code, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    readers = offered(monkeypatch, value)
    reading = read(seed_of("To read\n\nGrowth, and Rain (2024)\nno year\n"), readers)
    assert (reading.kind, reading.why, reading.remarks) == ("reading-list", "it begins with “To read”", ())
    (work,) = reading.works()
    assert work.title is not None
    assert (work.title.value, work.title.span.first) == ("Growth, and Rain", 3)
    assert unread_texts(reading) == ["To read", "no year"]
    assert read(seed_of("To do\n"), readers).kind == "unknown"
    assert len(readers) == len(BUILT_IN) + 1
