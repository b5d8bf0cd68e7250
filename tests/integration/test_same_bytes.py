"""Same seeds, same bytes: whoever builds, wherever, whenever."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from seedbed.pipeline import build
from tests.growing import plant
from tests.projects import copy_project

pytestmark = pytest.mark.integration


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def build_elsewhere(folder: Path, **environment: str) -> dict[str, str]:
    project = copy_project(folder)
    subprocess.run(
        [sys.executable, "-m", "seedbed", "build", "--quiet", "--no-cache"],
        cwd=project,
        env={**os.environ, **environment},
        check=True,
    )
    return digest(project / "site")


def test_two_builds_in_different_surroundings_are_identical(tmp_path: Path) -> None:
    one = build_elsewhere(tmp_path / "one", PYTHONHASHSEED="1", TZ="Pacific/Auckland", LC_ALL="C")
    other = build_elsewhere(
        tmp_path / "a longer name" / "two", PYTHONHASHSEED="2", TZ="UTC", LC_ALL="C.UTF-8"
    )
    assert one
    assert one == other


def test_a_given_build_date_is_respected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    settings = plant(tmp_path / "project")
    build(settings)
    assert "2001-09-09" in (settings.site / "sitemap.xml").read_text("utf-8")
