from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

import seedbed.read

READ = Path(seedbed.read.__path__[0])
FOLDERS = sorted(folder.parent for folder in READ.glob("*/__init__.py"))
NAMED = re.compile(r"`([a-z_.]+)`")


def named_in(folder: Path) -> set[str]:
    """What the overview of a folder names, which is where a newcomer looks for a layout."""
    package = ".".join(("seedbed", *folder.relative_to(READ.parent).parts))
    return set(NAMED.findall(importlib.import_module(package).__doc__ or ""))


def modules_of(folder: Path) -> set[str]:
    return {file.stem for file in folder.glob("*.py")} - {"__init__"}


def exists(name: str) -> bool:
    file = READ.joinpath(*name.split("."))
    return file.with_suffix(".py").is_file() or file.is_dir()


def test_the_overview_of_all_names_its_modules_and_nothing_that_is_gone() -> None:
    named = named_in(READ)
    gone = {name for name in named if not exists(name) and not exists(name.rpartition(".")[0])}
    assert gone == set()
    assert modules_of(READ) - {name.partition(".")[0] for name in named} == set()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_overview_of_a_folder_names_its_modules_and_no_others(folder: Path) -> None:
    assert named_in(folder) == modules_of(folder)
