"""Pictures in a browser: what they lead to, the map's search and its moves, and names that keep apart."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

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
    page.get_by_label("Find a paper").fill("adria garriga")
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
