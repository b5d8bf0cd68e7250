"""What is tried on made-up bytes: each reader by itself, and the whole way from a file to its reading.

A target returns where all is well, and raises where it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from seedbed.errors import SeedbedError
from seedbed.gather import seed_of
from seedbed.model.source import Seed
from seedbed.read import registry
from seedbed.read.reader import Reader
from seedbed.text.lines import split_lines
from tests.read import seeds
from tests.read.law import check_the_law

Target = Callable[[bytes], None]

HERE = Path(__file__).parent
ANY = "any"
"""The name of the target that takes bytes for a file, as gathering does, and lets the readers choose."""


def try_reader(reader: Reader, content: bytes) -> None:
    """Read the bytes, as UTF-8 text, with one reader, whether or not it would take them."""
    seed = seeds.seed_of(content.decode("utf-8", "replace"))
    reader.recognise(seed)
    reading = reader.read(seed)
    assert reading.kind == reader.kind
    check_the_law(reading)


def try_file(content: bytes) -> None:
    """Take the bytes for a file's: it is a seed that keeps the law, or one clear line says why it is none."""
    seed, fault = _seed_or_fault(content)
    if seed is None:
        assert fault.startswith("seeds/seed.txt")
        assert fault.isprintable()
        return
    reading = registry.read(seed)
    check_the_law(reading)
    assert not [remark.value for remark in reading.remarks if remark.value.startswith("the reader ")]
    assert all(split_lines(remark.value) == (remark.value,) for remark in reading.remarks)


def _seed_or_fault(content: bytes) -> tuple[Seed | None, str]:
    try:
        return seed_of(content, "seed.txt", shown="seeds/seed.txt"), ""
    except SeedbedError as fault:
        return None, str(fault)


TARGETS: Mapping[str, Target] = {
    **{reader.kind: partial(try_reader, reader) for reader in registry.BUILT_IN},
    ANY: try_file,
}


def examples(target: str) -> Iterator[Path]:
    """The files to begin from: those of the target's kind, and every one for the target that takes any."""
    for file in sorted((HERE / "examples").iterdir()):
        if target in {file.stem, ANY}:
            yield file


def crashes() -> Iterator[tuple[str, Path]]:
    """Inputs that once went wrong, each with its target, which begins the name (`bibtex--open-brace`)."""
    for file in sorted((HERE / "crashes").glob("*--*")):
        yield file.name.partition("--")[0], file
