"""Pictures in a browser: what they lead to, the map's search and its moves, and names that keep apart."""

from __future__ import annotations

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.conftest import NARROW, WIDE, Visits

MAP = "map/index.html"


def view_box(page: Page) -> list[float]:
    return [float(each) for each in (page.locator(".map svg").get_attribute("viewBox") or "").split()]


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("topics/index.html", ".arcs a"),
        ("timeline/index.html", ".strips a"),
        ("map/index.html", ".map .dot"),
        ("map/index.html", ".map .person a"),
        ("index.html", ".map-still a"),
    ],
)
@pytest.mark.parametrize("javascript", [True, False])
def test_a_picture_leads_to_pages(visit: Visits, address: str, link: str, *, javascript: bool) -> None:
    page = visit(javascript=javascript).go(address)
    before = page.url
    page.locator(link).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)
    expect(page.locator("h1")).to_have_count(1)


@pytest.mark.parametrize("base", ["file"], indirect=True)
@pytest.mark.parametrize("address", ["topics/index.html", MAP])
@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_names_keep_apart(visit: Visits, address: str, size: tuple[int, int]) -> None:
    page = visit(size=size).go(address)
    assert page.locator(".picture svg text").count() > 5
    assert page.evaluate(OVERLAPPING) == []


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_a_click_on_the_map_opens_a_page_and_a_drag_does_not(visit: Visits) -> None:
    page = visit().go(MAP)
    dot = page.locator(".map .dot").first
    box = dot.bounding_box()
    assert box is not None
    before = view_box(page)
    page.get_by_role("button", name="Closer").click()
    closer = view_box(page)
    assert closer[2] < before[2]
    dot.hover()
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 60, steps=5)
    page.mouse.up()
    assert page.url.endswith(MAP)
    assert view_box(page)[:2] != closer[:2]
    dot.click()
    page.wait_for_url("**/papers/*.html")


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_the_map_is_searched_without_accents_and_enter_goes_there(visit: Visits) -> None:
    page = visit(size=NARROW).go(MAP)
    page.get_by_label("Find on the map").fill("adria garriga")
    expect(page.locator(".map-controls output")).to_have_text("1 found")
    assert page.locator(".map .found").text_content() == "Adrià Garriga-Alonso"
    page.keyboard.press("Enter")
    expect(page.locator(".map .found")).to_be_focused()
    expect(page.locator(".map .found")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/*.html")


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_buttons_and_keys_move_about(visit: Visits) -> None:
    page = visit(size=NARROW).go(MAP)
    start = view_box(page)
    page.get_by_role("button", name="To the right").click()
    right = view_box(page)
    assert right[0] > start[0]
    page.locator(".map-box").focus()
    page.keyboard.press("ArrowLeft")
    assert view_box(page)[0] == pytest.approx(start[0], abs=0.2)
    page.get_by_role("button", name="All of it").click()
    assert view_box(page)[2] > start[2]


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_a_dot_shows_the_preview_of_its_paper(visit: Visits) -> None:
    page = visit().go(MAP)
    dot = page.locator(".map .dot").first
    dot.hover()
    expect(page.locator("#preview .preview-title")).to_have_text(dot.get_attribute("aria-label") or "?")


def touch(screen: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    """Fingers on the screen, as a touch screen reports them."""
    fingers = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_one_finger_moves_the_map_and_two_enlarge_it(visit: Visits) -> None:
    page = visit(size=NARROW, touch=True).go(MAP)
    page.locator(".map-box").scroll_into_view_if_needed()
    box = page.locator(".map svg").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    start = view_box(page)
    screen = page.context.new_cdp_session(page)
    touch(screen, "touchStart", (x, y))
    for step in range(1, 6):
        touch(screen, "touchMove", (x + 12 * step, y + 6 * step))
    touch(screen, "touchEnd")
    moved = view_box(page)
    assert moved[0] < start[0]
    assert moved[2] == pytest.approx(start[2], abs=0.2)
    touch(screen, "touchStart", (x - 30, y), (x + 30, y))
    for step in range(1, 6):
        touch(screen, "touchMove", (x - 30 - 10 * step, y), (x + 30 + 10 * step, y))
    touch(screen, "touchEnd")
    assert view_box(page)[2] < moved[2]
    assert page.url.endswith(MAP)


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_what_the_keyboard_reaches_on_the_map_is_in_sight(visit: Visits) -> None:
    page = visit(size=NARROW).go(MAP)
    page.locator(".map-box").focus()
    frame = page.locator(".map-box").bounding_box()
    assert frame is not None
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('.map svg')")
        box = page.locator(":focus").bounding_box()
        assert box is not None
        assert box["x"] < frame["x"] + frame["width"]
        assert box["x"] + box["width"] > frame["x"]
    page.locator(".map-box").focus()
    before = view_box(page)
    page.keyboard.press("+")
    assert view_box(page)[2] < before[2]
    page.keyboard.press("0")
    assert view_box(page) == before


OVERLAPPING = """
() => {
  const texts = [...document.querySelectorAll(".picture svg text")];
  const boxes = texts.map((text) => ({ name: text.textContent, box: text.getBoundingClientRect() }));
  const along = (a, b) => a.left < b.right - 1 && b.left < a.right - 1;
  const across = (a, b) => a.top < b.bottom - 3 && b.top < a.bottom - 3;
  return boxes.flatMap((one, at) => boxes.slice(at + 1)
    .filter((other) => along(one.box, other.box) && across(one.box, other.box))
    .map((other) => [one.name, other.name]));
}
"""
