"""Text that no one designs for: nothing overlaps, nothing is cut off, nothing is lost at 320 pixels."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from seedbed import pipeline
from seedbed.config import read_settings
from tests.browser.test_every_page import CUT_OFF
from tests.projects import copy_project

UNBROKEN = "Anything" * 38
SEED = f"""Someone

Papers

AIMay 3, 2024
{UNBROKEN}

{"Aleksandr" * 12} Someone

Short.

AIMay 4, 2024
مقدمة في التعلم العميق والشبكات العصبية

ليلى حسن

هذا ملخص قصير.

AIMay 5, 2024
大型语言模型的可解释性研究以及稀疏自编码器在其中的作用与局限大型语言模型的可解释性研究以及稀疏自编码器

王小明

一个摘要。

AIMay 6, 2024
{"A title of many short words that goes on " * 7}to its end

Someone

See https://example.org/{"a-path-without-end/" * 9} and <script>alert(1)</script> {{{{ 7 * 7 }}}}.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_project(tmp_path_factory.mktemp("bad") / "project")
    for seed in sorted((project / "seeds").iterdir()):
        seed.unlink()
    (project / "seeds" / f"{'capture' * 12}.txt").write_text(SEED, encoding="utf-8")
    settings = read_settings(project / "mkdocs.yml")
    pipeline.build(settings)
    return settings.site


@pytest.fixture(scope="module")
def pages(site: Path) -> list[Path]:
    pages = [page for page in sorted(site.rglob("*.html")) if page.name != "404.html"]
    assert len([page for page in pages if page.parent.name == "papers"]) == 5
    return pages


def test_nothing_overlaps_or_is_cut_off(chromium: Browser, pages: list[Path]) -> None:
    tab = chromium.new_page()
    for page in pages:
        tab.goto(page.as_uri())
        for width in (320, 1280):
            tab.set_viewport_size({"width": width, "height": 700})
            assert tab.evaluate("document.documentElement.scrollWidth") <= width, page.name
            assert tab.evaluate(CUT_OFF) == [], page.name
            assert tab.evaluate(_OVERLAPS) == [], page.name
    tab.close()


# Pieces of text that stand over each other, of those that are laid out beside each other.
_OVERLAPS = """
() => {
  const parts = "h1, h2, .way-back, .byline, .facts, .row-text, .row-date, .row-topics, .lead";
  const boxes = [...document.querySelectorAll(parts)]
    .filter((element) => element.checkVisibility())
    .map((element) => ({ element, box: element.getBoundingClientRect() }));
  const found = [];
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (one.element.contains(other.element)) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 1 && down > 1) found.push([one, other].map((each) => each.element.outerHTML.slice(0, 90)));
    }
  }
  return found;
}
"""
