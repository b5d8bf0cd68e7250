"""Small sites to look for faults in."""

from __future__ import annotations

from pathlib import Path

from seedbed.check import check_site


def page(body: str = "", *, head: str = "", lang: str = ' lang="en"') -> str:
    return (
        f'<!doctype html><html{lang}><head><title>T</title><meta name="description" content="D">{head}</head>'
        f"<body><h1>H</h1>{body}</body></html>"
    )


def faults(folder: Path, **pages: str) -> list[tuple[str, str, str]]:
    """Check a site of these pages; in their names, `_` stands for `/`, and all are HTML."""
    return faults_of_files(folder, {name.replace("_", "/") + ".html": text for name, text in pages.items()})


def faults_of_files(folder: Path, files: dict[str, str]) -> list[tuple[str, str, str]]:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return [(each.page, each.check, each.message) for each in check_site(folder)]
