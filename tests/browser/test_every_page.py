"""What must hold of every kind of page."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Route, expect

from tests.browser.conftest import KINDS, NARROW, WIDE, Scheme, Visits

AXE = {"preload": False, "rules": {"target-size": {"enabled": True}}}
"""Styles are not fetched anew, which file:// forbids; and WCAG 2.2's rule on small targets is asked for."""

AXE_COLOURS = {"preload": False, "runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that look at colours: all that a page in the dark can break which is right in the light."""


def test_the_kinds_are_those_that_the_site_has(addresses: dict[str, str]) -> None:
    assert set(addresses) - {"moved"} == set(KINDS)


@pytest.mark.parametrize("base", ["file"], indirect=True)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit: Visits, addresses: dict[str, str], kind: str, scheme: Scheme) -> None:
    # Narrow pages differ in their layout, and in nothing that depends on the colours.
    for size in (WIDE, NARROW) if scheme == "light" else (WIDE,):
        page = visit(scheme=scheme, size=size).go(addresses[kind])
        options = AXE if scheme == "light" else AXE_COLOURS
        faults = Axe().run(page, options=options).response["violations"]
        assert [_brief(fault) for fault in faults] == []


@pytest.mark.parametrize("base", ["file"], indirect=True)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_on_a_narrow_or_enlarged_page(
    visit: Visits, addresses: dict[str, str], kind: str
) -> None:
    """A zoom of 200 % leaves half as many pixels to each side."""
    page = visit(size=(320, 700)).go(addresses[kind])
    for width, height in ((320, 700), (WIDE[0] // 2, WIDE[1] // 2)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_complete_without_scripts(visit: Visits, addresses: dict[str, str], kind: str) -> None:
    one = visit(javascript=False)
    page = one.go(addresses[kind])
    assert page.locator("h1:visible").count() == 1
    assert page.locator("nav.sections a:visible").count() >= 5
    assert page.locator(":is(button, input, select):visible").count() == 0


@pytest.mark.parametrize("base", ["file"], indirect=True)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_names_itself_and_its_language(visit: Visits, addresses: dict[str, str], kind: str) -> None:
    page = visit().go(addresses[kind])
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    assert page.title()
    assert page.get_attribute("html", "lang") == "en"
    assert page.get_attribute("meta[name=description]", "content")


@pytest.mark.parametrize("base", ["http"], indirect=True)
def test_a_work_is_light(visit: Visits, addresses: dict[str, str], real_site: Path) -> None:
    """Compressed, as hosts send it; nothing of the search comes before it is used."""
    one = visit()
    one.go(addresses["work"])
    one.page.wait_for_load_state("networkidle")
    paths = {url.removeprefix(f"{one.base}/").partition("?")[0] for url in one.requests}
    assert not [path for path in paths if path.startswith("search/")]
    assert not [path for path in paths if path.startswith("assets/javascripts/")]
    fonts = sum((real_site / path).stat().st_size for path in paths if path.endswith(".woff2"))
    others = [real_site / path for path in paths if not path.endswith(".woff2")]
    rest = sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in others)
    assert rest < 60_000
    assert fonts + rest < 170_000


@pytest.mark.parametrize("base", ["http"], indirect=True)
@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_while_a_page_loads(
    visit: Visits, addresses: dict[str, str], kind: str, size: tuple[int, int]
) -> None:
    """Scripts come late here; fonts as they do, asked for before all else."""
    one = visit(size=size)

    def come_late(route: Route) -> None:
        one.page.wait_for_timeout(40)
        route.continue_()

    one.page.route("**/*.js", come_late)
    one.page.add_init_script(_WATCH_SHIFTS)
    page = one.go(addresses[kind])
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifted") < 0.01


@pytest.mark.parametrize("base", ["http"], indirect=True)
@pytest.mark.parametrize("kind", ["home", "work", "works", "transcript"])
def test_a_page_is_painted_before_any_script_has_come(
    visit: Visits, addresses: dict[str, str], kind: str
) -> None:
    one = visit()
    held: list[Route] = []
    one.page.route("**/*.js", lambda route: held.append(route))  # noqa: PLW0108
    one.page.goto(f"{one.base}/{addresses[kind]}", wait_until="commit")
    expect(one.page.locator("h1")).to_be_visible()
    painted = "performance.getEntriesByName('first-contentful-paint').length"
    for _ in range(200):
        if one.page.evaluate(painted):
            break
        one.page.wait_for_timeout(50)
    assert one.page.evaluate(painted) == 1
    assert held
    for route in held:
        route.fulfill(body="", content_type="text/javascript")


_WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifted += entry.value; })
  .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("base", ["file"], indirect=True)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_stirs_for_readers_who_asked_for_no_motion(
    visit: Visits, addresses: dict[str, str], kind: str
) -> None:
    page = visit().go(addresses[kind])
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(_MOVING) == []


_MOVING = """
() => [...document.querySelectorAll("*")].flatMap((element) => ["", "::before", "::after"].map((part) => {
  const style = getComputedStyle(element, part || null);
  const times = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
  const moves = times.some((time) => parseFloat(time)) || style.scrollBehavior === "smooth";
  return moves ? element.outerHTML.slice(0, 90) : "";
}).filter(Boolean))
"""


@pytest.mark.parametrize("base", ["file"], indirect=True)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_on_paper_is_text_alone(visit: Visits, addresses: dict[str, str], kind: str) -> None:
    page = visit(scheme="dark").go(addresses[kind])
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("h1:visible").count() == 1
    assert (
        page.locator(":is(button, input, select, textarea, header, footer, .way-back):visible").count() == 0
    )
    paper = page.evaluate(
        "[document.body, document.documentElement].map((each) => getComputedStyle(each).backgroundColor)"
    )
    assert set(paper) <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)", "rgb(252, 251, 247)"}
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") in {
        "rgb(0, 0, 0)",
        "rgb(28, 30, 25)",
    }
    for link in page.locator('.md-content a[href^="http"]:visible').all()[:5]:
        said = link.evaluate("element => getComputedStyle(element, '::after').content")
        assert str(link.get_attribute("href")) in said


# Boxes that hide a part of what they hold; what only screen readers are meant to find is left out.
CUT_OFF = """
() => [...document.querySelectorAll("main *")].filter((element) => {
  const style = getComputedStyle(element);
  const hides = style.overflowX !== "visible" && style.clipPath === "none";
  return hides && element.scrollWidth > element.clientWidth + 1;
}).map((element) => element.outerHTML.slice(0, 120))
"""


def _brief(fault: dict[str, Any]) -> str:
    nodes = [{"html": node["html"][:200], "why": node["failureSummary"][:300]} for node in fault["nodes"][:4]]
    return f"{fault['id']}: {json.dumps(nodes, ensure_ascii=False, indent=1)}"
