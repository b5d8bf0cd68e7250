"""One stylesheet where we render, each of ours where MkDocs does; Material's own where a page may need it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from seedbed.render import render
from seedbed.render.settings import THEME
from seedbed.render.styles import JOINED
from tests.render.projects import PAGES, QUICK, page, write_project

SHEET = re.compile(r'<link rel="stylesheet" href="(?:\.\./)?([^"]+)">')
OURS = [
    f"assets/seedbed/{name}.css"
    for name in ("base", "fonts", "frame", "prose", "pages", "pictures", "search/search")
]
HOME = page("Home", '<p class="admonition">Take care.</p>', kind="home")
MADE = {**PAGES, "index.md": HOME, "papers/one.md": page("One", kind="work")}


def sheets(file: Path) -> list[str]:
    """What a page links for every medium, whether or not scripts run."""
    text = file.read_text(encoding="utf-8")
    return SHEET.findall(re.sub(r"<noscript>.*?</noscript>", "", text, flags=re.DOTALL))


def test_the_one_sheet_holds_all_of_ours_in_their_order(tmp_path: Path) -> None:
    render(write_project(tmp_path, MADE, QUICK), tmp_path / "site", strict=False)
    assert sheets(tmp_path / "site/papers/one.html") == [JOINED]
    joined = (tmp_path / "site" / JOINED).read_text(encoding="utf-8")
    places = [joined.index((THEME / each).read_text(encoding="utf-8").strip()) for each in OURS]
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["index.html", "papers/two.html", "404.html"])
def test_materials_own_comes_where_a_page_may_show_more_of_it(tmp_path: Path, name: str) -> None:
    render(write_project(tmp_path, MADE, QUICK), tmp_path / "site", strict=False)
    linked = sheets(tmp_path / "site" / name)
    assert linked[0].rpartition("/")[2].startswith("main.")
    assert linked[-1].endswith(JOINED)
    assert "assets/javascripts/bundle" in (tmp_path / "site" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["home", "about"])
def test_words_alone_need_nothing_of_materials(tmp_path: Path, kind: str) -> None:
    words = page("Words", "## Some\n\n- `code`, *words*, [a link](papers/one.md)\n", kind=kind)
    render(write_project(tmp_path, {**MADE, "index.md": words}, QUICK), tmp_path / "site", strict=False)
    assert sheets(tmp_path / "site/index.html") == [JOINED]
    assert "assets/javascripts/bundle" not in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_mkdocs_alone_links_each_sheet(tmp_path: Path) -> None:
    settings = QUICK.replace("font: false", f"font: false, custom_dir: '{THEME}'")
    settings += "use_directory_urls: false\n"
    build(load_config(str(write_project(tmp_path, MADE, settings)), site_dir=str(tmp_path / "site")))
    assert sheets(tmp_path / "site/papers/one.html") == OURS
    assert all((tmp_path / "site" / each).is_file() for each in OURS)
    assert not (tmp_path / "site" / JOINED).exists()
