"""After any run of edits, the site is what a build of everything gives."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seedbed.model.date import PartialDate
from seedbed.render import Rendered, render
from tests.render.projects import PAGES, QUICK, contents, page, write_project

pytestmark = pytest.mark.usefixtures("small_theme")

NAMES = (
    "index.md",
    "papers/index.md",
    "papers/one.md",
    "papers/two.md",
    "papers/three.md",
    "deep/er/four.md",
    "five.md",
)
FILES = ("data/pixel.svg", "data/new.json")
LINKS = (
    "",
    "[a](one.md)",
    "[b](two.md#part)",
    "[c](../five.md)",
    "[d](gone.md)",
    "[e](#part)",
    "## Part {#part}",
)
THEME_FILES = ("main.html", "mine.css")

texts = st.sampled_from(["", "Some text.", "Other text."])
pages = st.builds(
    lambda title, meta, text, links: page(title, "\n\n".join([text, *links]), **meta),
    st.sampled_from(["One", "Two"]),
    st.sampled_from([{}, {"kind": "work"}, {"icon": "material/account"}, {"search": "{exclude: true}"}]),
    texts,
    st.lists(st.sampled_from(LINKS), max_size=3),
)
edits = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(NAMES), pages),
    st.tuples(st.just("write"), st.sampled_from(FILES), texts),
    st.tuples(st.just("remove"), st.sampled_from(NAMES[2:] + FILES), st.just("")),
    st.tuples(
        st.just("theme"),
        st.sampled_from(THEME_FILES),
        st.sampled_from(["{% extends 'base.html' %}", "x{{ page.title }}"]),
    ),
    st.tuples(st.just("untheme"), st.sampled_from(THEME_FILES), st.just("")),
    st.tuples(st.just("setting"), st.sampled_from(["Small", "Smaller"]), st.just("")),
    st.tuples(
        st.just("alter"), st.sampled_from(["index.html", "papers/one.html", "sitemap.xml", "404.html"]), texts
    ),
    st.tuples(st.just("date"), st.sampled_from(["2026", "2027"]), st.just("")),
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(edits, min_size=1, max_size=4), min_size=1, max_size=4))
def test_an_incremental_build_gives_the_bytes_of_a_clean_one(
    rounds: list[list[tuple[str, str, str]]],
) -> None:
    root = Path(tempfile.mkdtemp())
    try:
        write_project(root, PAGES, QUICK.replace("font: false", "font: false, custom_dir: overrides"))
        (root / "overrides").mkdir()
        year = 2026
        build(root, year)
        for made in rounds:
            for edit in made:
                year = apply(root, edit, year)
            incremental = build(root, year)
            clean = render(root / "mkdocs.yml", root / "clean", strict=False, date=PartialDate(year))
            assert contents(root / "site") == contents(root / "clean")
            assert incremental.remarks == clean.remarks
            again = build(root, year)
            assert (again.rendered, again.remarks) == (0, clean.remarks)
    finally:
        shutil.rmtree(root)


def build(root: Path, year: int) -> Rendered:
    return render(
        root / "mkdocs.yml", root / "site", strict=False, cache_dir=root / "cache", date=PartialDate(year)
    )


def apply(root: Path, edit: tuple[str, str, str], year: int) -> int:
    """Make one edit, and give the year of the builds after it."""
    kind, name, text = edit
    folder = {"theme": "overrides", "untheme": "overrides", "alter": "site"}.get(kind, "docs")
    path = root / folder / name
    match kind:
        case "write" | "theme" | "alter":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        case "remove" | "untheme":
            path.unlink(missing_ok=True)
        case "setting":
            config = root / "mkdocs.yml"
            config.write_text(f"site_name: {name}\n" + config.read_text().partition("\n")[2])
        case "date":
            return int(name)
    return year
