"""The colours follow the system until the reader chooses, and the choice is remembered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Scheme, Visits


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize("javascript", [True, False])
def test_the_system_decides_first(visit: Visits, *, javascript: bool) -> None:
    schemes: tuple[Scheme, ...] = ("light", "dark")
    light, dark = (background(visit(scheme=each, javascript=javascript).go("index.html")) for each in schemes)
    assert light != dark


def test_a_choice_is_remembered(visit: Visits, addresses: dict[str, str]) -> None:
    page = (one := visit(scheme="light")).go("index.html")
    light = background(page)
    for _ in range(2):  # from the system to light, from light to dark
        page.locator("form[data-md-component=palette] label:visible").click()
    dark = background(page)
    assert dark != light
    assert background(one.go(addresses["work"])) == dark
    page.reload()
    assert background(page) == dark


def test_the_switch_works_by_keyboard(visit: Visits) -> None:
    page = visit(scheme="light").go("index.html")
    light = background(page)
    page.locator("form[data-md-component=palette] input").first.focus()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    assert background(page) != light
