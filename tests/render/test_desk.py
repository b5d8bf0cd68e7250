"""Single pages as a build would render them."""

from __future__ import annotations

from pathlib import Path

import pytest

from seedbed.keep.workers import ALONE
from seedbed.render import render
from seedbed.render.desk import Desk, set_up_desk
from tests.render.projects import PAGES, QUICK, page, write_project

pytestmark = pytest.mark.usefixtures("small_theme")


def desk_of(root: Path, *, cached: bool = True, settings: str = QUICK) -> Desk | None:
    config_file, cache = write_project(root, settings=settings), root / "cache"
    cache.mkdir()
    render(config_file, root / "site", cache_dir=cache if cached else None, workers=ALONE)
    return set_up_desk(config_file, root / "site", cache)


@pytest.mark.parametrize("cached", [True, False])
def test_it_renders_what_a_build_renders(tmp_path: Path, *, cached: bool) -> None:
    desk = desk_of(tmp_path, cached=cached)
    assert desk
    for uri in ("papers/one.md", "papers/two.md", "papers/one.md"):
        built = (tmp_path / "site" / uri).with_suffix(".html").read_bytes()
        assert desk.preview(uri, PAGES[uri]) == built
    assert desk.preview("index.md", PAGES["index.md"]) == b""  # its neighbours in the navigation show it


def test_a_page_that_is_not_there_leads_to_others_that_are_not_yet(tmp_path: Path) -> None:
    desk = desk_of(tmp_path)
    assert desk
    before = sorted(tmp_path.rglob("*"))
    content = page("Three", "After [two](two.md) comes [four](four.md).")
    assert b'href="four.md"' in desk.preview("papers/three.md", content)
    desk.expect(["papers/three.md", "papers/four.md"])
    html = desk.preview("papers/three.md", content)
    assert b'href="two.html"' in html
    assert b'href="four.html"' in html
    assert sorted(tmp_path.rglob("*")) == before


def test_there_is_none_for_pages_that_cannot_be_made_one_by_one(tmp_path: Path) -> None:
    assert desk_of(tmp_path, settings=QUICK.replace("[search]", "[search, tags]")) is None


def test_a_page_that_shows_what_only_a_build_knows_is_left_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    shows = '{% extends "base.html" %}{% block content %}{{ pages | length }}{% endblock %}'
    (theme / "main.html").write_text(shows)
    monkeypatch.setattr("seedbed.render.settings.THEME", theme)
    config_file = write_project(tmp_path, settings=QUICK)
    desk = set_up_desk(config_file, tmp_path / "site", tmp_path)
    assert desk
    assert desk.preview("papers/one.md", PAGES["papers/one.md"]) == b""
