"""Other generators that build the same `docs_src/`, for comparison."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HUGO_SETTINGS = """\
title = "Library"
contentDir = "docs_src"
publishDir = "site-hugo"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
"""
HUGO_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}">
</head>
<body><main>{{ .Content }}</main></body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Rival:
    """A generator.

    Attributes:
        command: Builds the site, in the project's folder.
        site: Where it builds to.
        caches: Where it keeps what it computed; empty where it keeps nothing.
    """

    name: str
    command: tuple[str, ...]
    site: Path
    caches: tuple[Path, ...] = ()


def rivals(project: Path) -> Iterator[Rival]:
    """Those that are installed."""
    site = project / "site-mkdocs"
    yield Rival("mkdocs", (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)), site)
    if zensical := os.environ.get("ZENSICAL") or shutil.which("zensical"):
        yield _zensical(project, zensical)
    if hugo := shutil.which("hugo"):
        yield _hugo(project, hugo)


def _zensical(project: Path, program: str) -> Rival:
    """Zensical reads the same settings, but not another folder to build to."""
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    own = project / "zensical.yml"
    own.write_text(settings.replace("site_dir: site", "site_dir: site-zensical"), encoding="utf-8")
    return Rival(
        "zensical",
        (program, "build", "--config-file", str(own)),
        project / "site-zensical",
        (project / ".cache" / "zensical", project / ".cache"),
    )


def _hugo(project: Path, program: str) -> Rival:
    """Hugo with the barest theme; it reads `index.md` as a page alone, so sections have none of their own."""
    (project / "hugo.toml").write_text(HUGO_SETTINGS, encoding="utf-8")
    layouts = project / "layouts" / "_default"
    layouts.mkdir(parents=True, exist_ok=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(HUGO_PAGE, encoding="utf-8")
    return Rival("hugo", (program, "--quiet", "--config", "hugo.toml"), project / "site-hugo")
