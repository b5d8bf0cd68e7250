"""A small project of made-up seeds, to grow and to grow again."""

from __future__ import annotations

import shutil
from pathlib import Path

from seedbed.config import Settings, read_settings
from tests.benchmarks.generate import write_one_more

SETTINGS = """\
site_name: Small
site_url: https://example.org/small/
docs_dir: docs_src
theme: {name: material, font: false}
markdown_extensions: [attr_list, md_in_html, tables, toc: {permalink: true}]
plugins: [search]
exclude_docs: home.md
nav: [index.md]
not_in_nav: "*"
validation: {nav: {omitted_files: ignore}}
"""

TALK = """\
Podcasts
April 9, 2026

On gardens, with Grace Ito

Ada Chen

Transcript

Ada Chen: What grows in a garden?

Grace Ito: Seeds do, and everything that somebody has sown among them.
"""


def plant(folder: Path, seeds: int = 2) -> Settings:
    """A project with a few seeds of one work each, and a conversation."""
    (folder / "docs_src").mkdir(parents=True)
    (folder / "docs_src" / "home.md").write_text("# Welcome\n\nHere it is.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "talk.txt").write_text(TALK, encoding="utf-8")
    for number in range(seeds):
        write_one_more(folder / "seeds", number)
    return read_settings(folder / "mkdocs.yml")


def replant(settings: Settings, folder: Path) -> Settings:
    """A fresh copy of a project: what people wrote, the ledger, and nothing that was generated or kept."""
    folder.mkdir()
    shutil.copy(settings.config_file, folder)
    shutil.copytree(settings.seeds, folder / "seeds", symlinks=True)
    (folder / "docs_src").mkdir()
    for name in ("home.md", "about.md"):
        if (settings.docs / name).exists():
            shutil.copy(settings.docs / name, folder / "docs_src")
    return read_settings(folder / "mkdocs.yml")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
