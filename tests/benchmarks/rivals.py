"""Other generators that build the same `docs_src/`, for comparison.

MkDocs is there, as Seedbed needs it. Zensical is installed into an environment of its own when it is first
asked for; ZENSICAL may name one that is there already. Hugo takes part where the system has it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ZENSICAL = "0.0.73"

# Where it is installed, beside what else a benchmark leaves.
ENVIRONMENT = Path(".cache") / f"zensical-{ZENSICAL}"

HUGO_SETTINGS = """\
title = "Library"
contentDir = "content-hugo"
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
    if zensical := find_zensical():
        yield _zensical(project, zensical)
    if hugo := shutil.which("hugo"):
        yield _hugo(project, hugo)


def find_zensical() -> str:
    """The program, which is installed if need be; empty where it cannot be."""
    if named := os.environ.get("ZENSICAL"):
        return named
    folder = ENVIRONMENT.absolute() / ("Scripts" if sys.platform == "win32" else "bin")
    program = folder / "zensical"
    if not program.exists():
        pip = (str(folder / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)  # noqa: S603
        if subprocess.run([*pip, f"zensical=={ZENSICAL}"], check=False).returncode:  # noqa: S603
            sys.stderr.write(f"Zensical {ZENSICAL} cannot be installed, and is left out.\n")
            return ""
    return str(program)


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
    """Hugo with the barest theme; it wants a section's own page to be named `_index.md`."""
    content = project / "content-hugo"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(project / "docs_src", content)
    for page in sorted(content.rglob("index.md")):
        page.rename(page.with_name("_index.md"))
    (project / "hugo.toml").write_text(HUGO_SETTINGS, encoding="utf-8")
    layouts = project / "layouts" / "_default"
    layouts.mkdir(parents=True, exist_ok=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(HUGO_PAGE, encoding="utf-8")
    return Rival("hugo", (program, "--quiet", "--config", "hugo.toml"), project / "site-hugo")
