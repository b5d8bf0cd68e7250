"""One file by itself: how it is read, and its problems."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from seedbed.config import Limits
from seedbed.diagnose.problems import Problem, problem_of, problems
from seedbed.errors import SeedbedError
from seedbed.gather import Capture, read_content, showable
from seedbed.model.curation import SeedNote
from seedbed.model.record import Reading
from seedbed.read.reader import Reader
from seedbed.read.registry import read


@dataclass(frozen=True, slots=True)
class Inspection:
    """What there is to say of one file.

    Attributes:
        reading: How it is read; None where it cannot be.
        problems: In the order of its lines.
    """

    reading: Reading | None
    problems: tuple[Problem, ...]


def inspect(file: Path, note: SeedNote | None, readers: tuple[Reader, ...], limits: Limits) -> Inspection:
    """Read one file as a build would, wherever it lies.

    Args:
        file: As it was named.
        note: What the maintainer knows of it.
        readers: Those that a build has.
        limits: How large it may be.
    """
    named = showable(str(file))
    content = b""
    try:
        content = read_content(file, named, limits)
        seed = Capture(named, named, content, note).seed(limits)
    except SeedbedError as fault:
        return Inspection(None, (problem_of(fault, content),))
    reading = read(seed, readers, limits.records)
    return Inspection(reading, problems(reading, named))
