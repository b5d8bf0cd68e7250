"""The promise that all else rests on: whatever way a site is rendered, its bytes are those of plain MkDocs.

These tests fail when MkDocs, Material or Python-Markdown change what we rely on.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from seedbed.keep.workers import Workers
from seedbed.model.date import PartialDate
from seedbed.render import render
from seedbed.render.environment import environment
from seedbed.render.mkdocs import build_plainly
from seedbed.render.offline import MADE
from seedbed.render.remarks import open_notebook
from tests.render.projects import PAGES, SETTINGS, contents, page, write_project

pytestmark = pytest.mark.usefixtures("small_theme")

DATE = PartialDate(2026, 5, 28)

RICH = {
    **PAGES,
    "index.md": page("Home", "[Papers](papers/index.md)", kind="home", hide="[toc]"),
    "about.md": "# About *this*\n\nNo front matter, and a [link](papers/one.md).\n",
    "people/index.md": page("People", "- [Ann](ann.md)", icon="material/account", status="new"),
    "people/ann.md": page(
        "Ann <script>", "## Works {#works}\n\n[x](#works)\n\n<div id='raw'>x</div>\n\n[y](#raw)"
    ),
    "people/bob.md": page("Bob", "search me", search="{exclude: true}"),
    "papers/same.md": page("Same", "## A\n\n## A\n\n## A\n\nText[^1].\n\n[^1]: Note."),
    "papers/again.md": page("Again", "## A\n\nText[^1].\n\n[^1]: Note.\n\n*[HTML]: Hyper\n\nHTML"),
    "papers/after.md": page("After", "HTML, no longer an abbreviation. Text[^1]\n\n```python\nprint()\n```"),
    "papers/own.md": page("Own", "In a template of its own.", template="404.html"),
    "papers/blocks.md": page(
        "Blocks",
        '<div class="a" markdown>\n\n- [One](one.md){ .b title="x" }\n\n</div>\n\n'
        '<p id\n="spread">x</p>\n\n!!! note\n    n\n\n'
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done\n\nterm\n:   definition\n\n"
        "<details markdown><summary>S</summary>d</details>",
    ),
    "deep/er/index.md": page(
        "Deep", "[up](../../papers/one.md#nothing){: #here } <a name='old'></a> [o](#old)"
    ),
    "deep/er/empty.md": "",
    "data/library.json": "{}\n",
    "assets/own.css": "p{}\n",
}

RICH_SETTINGS = """\
site_name: Small & <sound>
site_url: https://example.org/small/
repo_url: https://example.org/repo
edit_uri: edit/main/docs/
docs_dir: docs
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.indexes, navigation.footer, navigation.path, content.action.edit]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - toc: {permalink: true, title: On this page}
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.superfences
  - pymdownx.tasklist
plugins: [search, offline]
extra: {polyfills: [assets/iframe-worker.js]}
extra_css: [assets/own.css]
nav: [Home: index.md, Papers: [papers/index.md, papers/one.md], People: people/index.md, about.md, Out: 'https://example.org/']
not_in_nav: |
  /papers/
  /people/
  /deep/
exclude_docs: /assets/images/
"""


def build_with_mkdocs(config_file: Path, site: Path) -> dict[str, bytes]:
    """What plain MkDocs makes of a project."""
    with environment(DATE), open_notebook() as notebook:
        build_plainly(config_file, site, notebook)
    return contents(site)


@pytest.mark.parametrize(
    ("pages", "settings"), [(PAGES, SETTINGS), (RICH, RICH_SETTINGS)], ids=["small", "rich"]
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_bytes_are_those_of_mkdocs(  # noqa: PLR0913, PLR0917 (fixtures)
    tmp_path: Path,
    pages: dict[str, str],
    settings: str,
    jobs: int,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    if jobs > 1:
        request.getfixturevalue("forks")  # only what is forked knows of the small theme
    monkeypatch.setattr("seedbed.render.parallel.WORTH_STARTING", 0)
    monkeypatch.setattr("seedbed.render.parallel.BATCH_PAGES", 3)
    config = write_project(tmp_path, pages, settings)
    expected = build_with_mkdocs(config, tmp_path / "expected")
    rendered = render(config, tmp_path / "site", strict=False, date=DATE, workers=Workers(jobs))
    assert rendered.why == "nothing is known of a build before"
    found = contents(tmp_path / "site")
    for name in MADE:  # what is made of the site that MkDocs would give
        del found[name]
    assert sorted(found) == sorted(expected)
    for name in expected:
        assert found[name] == expected[name], name
