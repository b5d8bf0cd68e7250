"""What a reader does on a page: look at a link's card, mark lines, copy a citation, go about by keyboard."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from seedbed.render import render
from tests.browser.conftest import NARROW, Visits
from tests.render.projects import PAGES, QUICK, write_project
from tests.render.projects import page as page_of


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


@pytest.mark.parametrize("width", [1000, 1280])
def test_the_papers_of_a_turn_stay_beside_it(visit: Visits, addresses: dict[str, str], width: int) -> None:
    page = visit(size=(width, 600)).go(addresses["transcript"])
    turn = page.locator(f"#{page.evaluate(_LONGEST)}")
    papers = turn.locator(".on-this")
    for part in ("start", "center", "end"):
        turn.evaluate("(turn, block) => turn.scrollIntoView({ block })", part)
        expect(papers.get_by_role("link").first).to_be_in_viewport()
    beside, text = papers.bounding_box(), turn.locator(".turn-text").bounding_box()
    assert beside is not None
    assert text is not None
    assert beside["x"] >= text["x"] + text["width"]


_LONGEST = """
[...document.querySelectorAll(".turn:has(.on-this)")]
  .toSorted((a, b) => b.offsetHeight - a.offsetHeight)[0].id
"""


@pytest.mark.parametrize("media", ["screen", "print"])
def test_speakers_differ_in_more_than_colour(visit: Visits, addresses: dict[str, str], media: str) -> None:
    page = visit().go(addresses["transcript"])
    page.emulate_media(media=media)  # type: ignore[arg-type] # one of its two
    signs = page.evaluate(_SIGNS)
    assert len(signs) > 1
    assert len({sign for sign, _ in signs.values()}) == len(signs)


_SIGNS = """
() => Object.fromEntries([...document.querySelectorAll(".turn")].map((turn) => [
  turn.querySelector(".turn-speaker a").textContent,
  [getComputedStyle(turn.querySelector(".turn-speaker"), "::before").content,
   getComputedStyle(turn.querySelector(".turn-text")).borderInlineStartStyle],
]))
"""


@pytest.mark.parametrize("tracker", ["", "https://example.org/seeds"])
def test_a_page_says_how_it_can_be_mended(tmp_path: Path, chromium: Browser, tracker: str) -> None:
    where = "seeds/a & b.txt, line 3"
    pages = {**PAGES, "papers/one.md": page_of("One & only", kind="work", mend=where)}
    settings = QUICK + (f"repo_url: {tracker}\n" if tracker else "")
    render(write_project(tmp_path, pages, settings), tmp_path / "site", strict=False)
    tab = chromium.new_page()
    tab.goto((tmp_path / "site/papers/one.html").as_uri())
    mend = tab.locator(".mend")
    if tracker:
        link = urlsplit(str(mend.get_by_role("link").get_attribute("href")))
        assert link.geturl().startswith(f"{tracker}/issues/new?")
        assert parse_qs(link.query) == {"title": ["One & only"], "body": [where]}
    else:
        expect(mend).to_contain_text(where)
        expect(mend.get_by_role("link")).to_have_count(0)
    tab.close()


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


def test_facts_longer_than_the_text_beside_them_push_none_of_it_down(
    visit: Visits, addresses: dict[str, str]
) -> None:
    """A short abstract follows the names of its creators as closely as a long one."""
    for kind, first in (("work", "h2"), ("transcript", ".facts + p")):
        page = visit().go(addresses[kind])
        text = page.locator(".facts ~ p").first
        before = _top(page, first)
        text.evaluate("paragraph => { paragraph.textContent = 'Short.'; }")
        page.locator(".facts").first.evaluate("facts => { facts.style.paddingBottom = '900px'; }")
        assert _top(page, first) == before, kind


def _top(page: Page, selector: str) -> float:
    top: float = page.locator(selector).first.evaluate("element => element.getBoundingClientRect().top")
    return top


def test_a_picture_keeps_its_distance_from_what_stands_above(visit: Visits) -> None:
    page = visit().go("topics/index.html")
    above = page.locator("h2:has(+ .arcs)").evaluate(
        "heading => heading.nextElementSibling.getBoundingClientRect().top"
        " - heading.previousElementSibling.getBoundingClientRect().bottom"
    )
    assert above > 20
