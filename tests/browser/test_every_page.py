"""What must hold of every kind of page."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import (
    AXE,
    KINDS,
    NARROW,
    WIDE,
    Tabs,
    Visit,
    Visits,
    axe_faults,
    check,
    listening,
    serve,
)

AXE_LAYOUT = {
    "preload": False,
    "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}},
}
"""The same for narrow pages, but for the slowest rule: colours are those of the wide ones."""

AXE_COLOURS = {"preload": False, "runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that look at colours: all that a page in the dark can break which is right in the light."""


def test_the_kinds_are_those_that_the_site_has(addresses: dict[str, str]) -> None:
    assert set(addresses) - {"moved"} == set(KINDS)


@pytest.fixture(scope="module", params=KINDS)
def opened(
    request: pytest.FixtureRequest, tabs: Tabs, addresses: dict[str, str], real_site: Path
) -> Iterator[Page]:
    """A page of each kind, opened from its folder once for every test that only looks at it."""
    with tabs.lend() as page, listening(page, real_site.as_uri()) as visit:
        yield visit.go(addresses[request.param])
    check(visit)


@pytest.fixture
def page(opened: Page) -> Page:
    """The opened page, as wide, light and lively as it was at first."""
    opened.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    opened.emulate_media(media="screen", color_scheme="light", reduced_motion="no-preference")
    expect(opened.locator("body")).to_have_css("color-scheme", "light")
    return opened


def test_axe_finds_nothing_in_the_light(page: Page) -> None:
    assert axe_faults(page, AXE) == []
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    assert axe_faults(page, AXE_LAYOUT) == []


def test_axe_finds_nothing_in_the_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_css("color-scheme", "dark")
    assert axe_faults(page, AXE_COLOURS) == []


def test_nothing_is_lost_on_a_narrow_or_enlarged_page(page: Page) -> None:
    """A zoom of 200 % leaves half as many pixels to each side."""
    for width, height in ((320, 700), (WIDE[0] // 2, WIDE[1] // 2)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(CUT_OFF) == []


def test_a_page_names_itself_and_its_language(page: Page) -> None:
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    assert page.title()
    assert page.get_attribute("html", "lang") == "en"
    assert page.get_attribute("meta[name=description]", "content")


@pytest.mark.parametrize("base", ["file"], indirect=True)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_complete_without_scripts(visit: Visits, addresses: dict[str, str], kind: str) -> None:
    one = visit(javascript=False)
    page = one.go(addresses[kind])
    assert page.locator("h1:visible").count() == 1
    assert page.locator("nav.sections a:visible").count() >= 5
    assert page.locator(":is(button, input, select):visible").count() == 0


@pytest.mark.parametrize("kind", ["home", "work"])
def test_text_is_set_in_the_fonts_that_come_along(
    visit: Visits, addresses: dict[str, str], kind: str
) -> None:
    page = visit().go(addresses[kind])
    page.evaluate("document.fonts.ready")
    assert _font(page, "h1").startswith("Source Serif 4")
    assert _font(page, "nav.sections a").startswith("Source Sans 3")


def _font(page: Page, selector: str) -> str:
    """The font that the browser draws the text of the first such element with, which no script can tell."""
    browser = page.context.new_cdp_session(page)
    browser.send("DOM.enable")
    browser.send("CSS.enable")
    root = browser.send("DOM.getDocument")["root"]["nodeId"]
    node = browser.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    (font,) = browser.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return str(font["familyName"])


@pytest.mark.parametrize("base", ["http"], indirect=True)
def test_a_lost_address_leads_to_the_search(visit: Visits) -> None:
    page = visit().go("404.html")
    page.locator("#search-query").fill("paper")
    expect(page.locator("#search-hits a").first).to_be_visible()
    page.locator("main a").first.click()
    expect(page.locator("nav.sections")).to_be_visible()
    assert page.url.endswith("/index.html")


@pytest.mark.parametrize("base", ["http"], indirect=True)
def test_a_work_is_light(first_visit: Visit, addresses: dict[str, str], real_site: Path) -> None:
    """Compressed, as hosts send it; nothing of the search comes before it is used."""
    one = first_visit
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


class HeldScripts:
    """A reader's page, whose scripts come only when it stands without them, in its fonts."""

    def __init__(self, visit: Visit) -> None:
        self.page = visit.page
        self._visit = visit
        self._held: list[Route] | None = None
        self.page.add_init_script(_WATCH_SHIFTS)
        self.page.add_init_script(_NO_WORKER)
        self.page.route("**/*.js", self._hold)

    def _hold(self, route: Route) -> None:
        if self._held is None:
            route.continue_()
        else:
            self._held.append(route)

    def move(self, address: str) -> list[str]:
        """What moves on a page when they come."""
        held: list[Route] = []
        self._held = held
        self.page.goto(f"{self._visit.base}/{address}", wait_until="commit")
        self.page.wait_for_function(_STANDS_IN_ITS_FONTS)
        _shifts(self.page)
        self.page.evaluate("window.shifts = []")
        self._held = None
        assert held
        for route in held:
            route.continue_()
        self.page.wait_for_load_state()
        return _too_far(_shifts(self.page), 0.01)


@pytest.fixture(scope="module")
def reader(chromium: Browser, host: str) -> Iterator[HeldScripts]:
    with _holding_scripts(chromium.new_context(), host) as scripts:
        yield scripts


@pytest.fixture(scope="module")
def finger(chromium: Browser, host: str) -> Iterator[HeldScripts]:
    """The same, on a screen that is touched."""
    with _holding_scripts(chromium.new_context(has_touch=True, is_mobile=True), host) as scripts:
        yield scripts


@contextmanager
def _holding_scripts(context: BrowserContext, host: str) -> Iterator[HeldScripts]:
    with listening(context.new_page(), host) as visit:
        yield HeldScripts(visit)
        context.close()
    check(visit)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_while_scripts_come(reader: HeldScripts, addresses: dict[str, str], kind: str) -> None:
    for width, height in (WIDE, NARROW):
        reader.page.set_viewport_size({"width": width, "height": height})
        assert reader.move(addresses[kind]) == []


@pytest.mark.parametrize("kind", ["home", "works", "work", "people", "topic", "map", "about"])
def test_what_is_pressed_is_as_large_as_a_finger(
    finger: HeldScripts, addresses: dict[str, str], kind: str
) -> None:
    """Both ways 44 px (WCAG 2.5.5), and still nothing moves; links in text and in lists are left out."""
    for width, height in (NARROW, (820, 1180)):
        finger.page.set_viewport_size({"width": width, "height": height})
        assert finger.move(addresses[kind]) == []
        for details in finger.page.locator("details").all():
            details.evaluate("element => { element.open = true; }")
        assert finger.page.evaluate(_SMALL) == []


_SMALL = """
() => [...document.querySelectorAll("nav a, summary, button, select, input, label.md-header__button")]
  .map((element) => element.closest(".search-field") ?? element)
  .filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return element.checkVisibility() && width && height && Math.min(width, height) < 43.9;
  }).map((element) => element.outerHTML.slice(0, 120))
"""


@pytest.fixture(scope="module")
def newcomer(chromium: Browser, real_site: Path) -> Iterator[Visit]:
    """Somebody to whom fonts come late, on every page: a page waits 0.1 s for them before it shows others."""
    context = chromium.new_context()
    host = serve(real_site, late=".woff2", seconds=0.3)
    with host as address, listening(context.new_page(), address) as visit:
        visit.page.add_init_script(_WATCH_SHIFTS)
        yield visit
        context.close()
    check(visit)


@pytest.mark.parametrize("kind", ["home", "work", "works", "topics", "transcript"])
def test_little_moves_while_fonts_come(newcomer: Visit, addresses: dict[str, str], kind: str) -> None:
    """A tenth is what Core Web Vitals call good (https://web.dev/articles/cls)."""
    page = newcomer.go(addresses[kind])
    page.evaluate("document.fonts.ready")
    assert _font(page, "h1").startswith("Source Serif 4")
    assert _too_far(_shifts(page), 0.1) == []


Shifts = list[tuple[float, list[str]]]


def _shifts(page: Page) -> Shifts:
    """How far things have moved since the page was first painted, as Chromium measures it, and which."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return [(far, things) for far, things in page.evaluate("window.shifts")]


def _too_far(shifts: Shifts, limit: float) -> list[str]:
    """What has moved, if all of it together moved farther than it may."""
    together = sum(far for far, _ in shifts)
    return [f"{far:.4f}: {thing}" for far, things in shifts for thing in things] if together >= limit else []


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
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    const shown = ({ node }) => (node?.outerHTML ?? node?.textContent ?? "a part that is gone").slice(0, 90);
    window.shifts.push([value, sources.map(shown)]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""

# The site's worker would hand out the scripts that it has kept, which nothing can hold.
_NO_WORKER = 'Object.defineProperty(navigator, "serviceWorker", { value: undefined });'

_STANDS_IN_ITS_FONTS = """
() => document.readyState !== "loading" && document.fonts.status === "loaded"
  && performance.getEntriesByName("first-contentful-paint").length
"""


def test_nothing_stirs_for_readers_who_asked_for_no_motion(page: Page) -> None:
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


def test_a_page_on_paper_is_text_alone(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("h1:visible").count() == 1
    screen = "button, input, select, header, footer, .way-back, [data-filter-place], [data-map-place]"
    assert page.locator(f":is({screen}):visible").count() == 0
    paper = page.evaluate(
        "[document.body, document.documentElement].map((each) => getComputedStyle(each).backgroundColor)"
    )
    assert set(paper) <= {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)", "rgb(252, 251, 247)"}
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") in {
        "rgb(0, 0, 0)",
        "rgb(28, 30, 25)",
    }
    for part in page.locator("details:not(.in-words) > :not(summary)").all():
        assert part.evaluate("element => element.checkVisibility({ contentVisibilityAuto: true })")
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
