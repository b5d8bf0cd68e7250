"""Whatever text the libraries bring along is read without an exception: code, licences, notes and data."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest

from seedbed.read.coverage import find_fault
from seedbed.read.registry import read
from tests.gathering import read_seed

LIBRARIES = (
    "bibtexparser",
    "rispy",
    "webvtt-py",
    "pylatexenc",
    "python-frontmatter",
    "defusedxml",
    "selectolax",
)
TEXT = frozenset(
    (".py", ".pyi", ".md", ".txt", ".rst", ".json", ".toml", ".bib", ".ris", ".vtt", ".srt", ".xml", ".html")
)
LARGEST = 300_000


def texts(library: str) -> Iterator[Path]:
    for file in distribution(library).files or ():
        path = Path(str(file.locate()))
        is_text = path.suffix in TEXT or path.name in {"METADATA", "LICENSE", "RECORD"}
        if is_text and path.is_file() and 0 < path.stat().st_size <= LARGEST:
            yield path


@pytest.mark.parametrize("library", LIBRARIES)
def test_what_a_library_brings_along_is_read(library: str) -> None:
    paths = list(texts(library))
    assert paths
    for path in paths:
        reading = read(read_seed(path, path.name, shown=path.name))
        assert find_fault(reading) == ""
        assert not [remark.value for remark in reading.remarks if "failed" in remark.value]
