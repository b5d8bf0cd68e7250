"""A copy of this project, to build in."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def copy_project(folder: Path) -> Path:
    """A project like a fresh clone of this one: no generated page, no site, no cache."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copytree(ROOT / "build" / "seedbed" / "theme", folder / "build" / "seedbed" / "theme")
    (folder / "docs_src").mkdir()
    for page in sorted((ROOT / "docs_src").glob("*.md")):
        if page.name != "index.md":
            shutil.copy(page, folder / "docs_src")
    return folder
