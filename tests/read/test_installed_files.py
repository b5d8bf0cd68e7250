"""Whatever text the libraries bring along is read without an exception: code, licences, notes and data."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import distribution, distributions
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
LARGEST = 50_000
"""Longer tables of code hold more of the same, and take as long as all else."""


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


PAPERS_OR_TALKS = frozenset({
    "transcript", "publications", "abstracts", "profile", "dated-list", "marked-titles",
})  # fmt: skip
DOCUMENTS = frozenset((".md", ".rst"))


def test_what_software_says_of_itself_is_no_conversation_and_no_list_of_papers() -> None:
    """Licences and notes are in every environment."""
    read_as = {}
    for library in distributions():
        for file in library.files or ():
            path = Path(str(file.locate()))
            told = path.suffix in DOCUMENTS or path.name.partition(".")[0] == "LICENSE"
            if told and path.is_file() and 0 < path.stat().st_size <= LARGEST:
                read_as[path] = read(read_seed(path, path.name, shown=path.name)).kind
    assert len(read_as) > 20
    assert {path: kind for path, kind in read_as.items() if kind in PAPERS_OR_TALKS} == {}
