"""What a reader does on a page: look at a link's card, mark lines, copy a citation, go about by keyboard."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NARROW, Visits


def card(page: Page) -> Locator:
    return page.locator("#preview")


def test_a_card_by_mouse(visit: Visits) -> None:
    page = visit().go("papers/index.html")
    link = page.locator(".row-title a").first
    title = link.inner_text()
    link.hover()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text(title)
    card(page).hover()
    page.wait_for_timeout(600)
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()


def test_a_card_by_keyboard(visit: Visits, addresses: dict[str, str]) -> None:
    page = visit().go(addresses["work"])
    page.locator(".byline a").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(card(page)).to_be_visible()
    expect(page.locator(".byline a").first).to_have_attribute("aria-describedby", "preview")
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()


def test_no_card_on_touch(visit: Visits) -> None:
    page = visit(size=NARROW, touch=True).go("papers/index.html")
    with page.expect_navigation():
        page.locator(".row-title a").nth(3).tap()
    expect(card(page)).to_be_hidden()


def test_a_range_of_lines_is_marked(visit: Visits, addresses: dict[str, str]) -> None:
    page = (one := visit()).go(f"{addresses['source']}#L3-L5")
    expect(page.locator(".line.chosen")).to_have_count(3)
    expect(page.locator("#L3")).to_be_in_viewport()
    one.page.locator('a[href="#L7"]').click()
    expect(page.locator(".line.chosen")).to_have_count(1)
    page.locator('a[href="#L9"]').click(modifiers=["Shift"])
    expect(page.locator(".line.chosen")).to_have_count(3)
    assert page.url.endswith("#L7-L9")


def test_a_citation_is_copied(visit: Visits, addresses: dict[str, str]) -> None:
    page = visit().go(addresses["work"])
    page.locator(".citation summary").click()
    page.locator(".citation").get_by_role("button", name="Copy").click()
    expect(page.locator(".citation").get_by_role("button")).to_have_text("Copied")
    page.locator("#search-query").focus()
    page.keyboard.press("Control+V")
    pasted = page.locator("#search-query").input_value()
    assert pasted.split() == page.locator(".citation code").inner_text().split()


def test_from_home_to_a_passage_by_keyboard(visit: Visits) -> None:
    page = visit().go("index.html")
    _follow(page, "nav.sections a", "Conversations")
    _follow(page, ".row-title a", "")
    page.keyboard.press("Tab")  # the skip link
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.turn-number')"):
            break
    focused = page.locator(":focus")
    assert float(focused.evaluate("element => parseFloat(getComputedStyle(element).outlineWidth)")) >= 2
    page.keyboard.press("Enter")
    assert "#turn-" in page.url
    expect(page.locator(".turn:target")).to_be_in_viewport()


def _follow(page: Page, selector: str, text: str) -> None:
    """Tab until a link that fits has the focus, and follow it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(_FITS, [selector, text]):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"no {selector} with {text!r} can be reached by Tab")


_FITS = """
([selector, text]) => {
  const focused = document.activeElement;
  return focused.matches(selector) && focused.textContent.includes(text);
}
"""
