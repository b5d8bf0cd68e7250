"""Small projects to render."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

SETTINGS = """\
site_name: Small
site_url: https://example.org/small/
docs_dir: docs
theme: {name: material, font: false}
markdown_extensions: [attr_list, md_in_html, tables, toc: {permalink: true}]
plugins: [search]
nav: [index.md, Papers: papers/index.md]
not_in_nav: /papers/
"""

# Without the archive, which takes longer to make than all the rest of so small a site.
QUICK = SETTINGS + "extra: {seedbed: {offline: false}}\n"


def page(title: str, body: str = "", **meta: str) -> str:
    """A page as the stage before writes it."""
    lines = "".join(
        f"{key}: {value}\n" for key, value in {"title": title, "description": title, **meta}.items()
    )
    return f"---\n{lines}---\n# {title}\n\n{body}\n"


PAGES = {
    "index.md": page("Home", "[Papers](papers/index.md)", kind="home"),
    "papers/index.md": page("Papers", "- [One](one.md)\n- [Two](two.md#part)"),
    "papers/one.md": page("One", "About [two](two.md). ![x](../data/pixel.svg)"),
    "papers/two.md": page("Two", "## Part {#part}\n\nSome *text*."),
    "data/colophon.js": "// what the theme's footer shows\n",
    "data/pixel.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
}


def write_project(root: Path, pages: Mapping[str, str] = PAGES, settings: str = SETTINGS) -> Path:
    """Write a project and give its configuration file."""
    write_pages(root / "docs", pages)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return root / "mkdocs.yml"


def write_pages(docs: Path, pages: Mapping[str, str]) -> None:
    for name, text in pages.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, and every empty folder, by its path."""
    found: dict[str, bytes] = {}
    for path, folders, files in os.walk(folder):
        for name in files:
            file = Path(path, name)
            found[file.relative_to(folder).as_posix()] = file.read_bytes()
        if not folders and not files:
            found[f"{Path(path).relative_to(folder).as_posix()}/"] = b""
    return found
