"""Lists of works: filtered and sorted without leaving the page, with the choice in its address."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visits


def shown(page: Page) -> list[str]:
    return page.locator("[data-filter] > :not([hidden]) .row-title a:not(.source)").all_inner_texts()


def control(page: Page, name: str) -> Locator:
    return page.locator(f".filter [name={name}]")


def test_words_narrow_the_list_and_stand_in_the_address(visit: Visits) -> None:
    page = visit().go("papers/index.html")
    everything = shown(page)
    control(page, "text").fill("emergent introspective")
    expect(page.locator(".filter output")).to_have_text(f"1 of {len(everything)}")
    assert shown(page) == ["Emergent Introspective Awareness in Large Language Models"]
    assert "text=emergent+introspective" in page.url
    page.reload()
    assert len(shown(page)) == 1
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".filter output")).to_have_text(f"{len(everything)} in all")
    assert "?" not in page.url


def test_a_name_is_found_without_its_accents(visit: Visits) -> None:
    page = visit().go("papers/index.html")
    control(page, "person").fill("ivan arcuschin")
    expect(page.locator(".filter output")).to_contain_text(" of ")
    assert shown(page)
    assert len(shown(page)) < 10


def test_topic_and_year_together(visit: Visits) -> None:
    page = visit().go("papers/index.html")
    topic = control(page, "topic").locator("option").nth(1).get_attribute("value")
    control(page, "topic").select_option(topic)
    narrowed = len(shown(page))
    control(page, "year").select_option(index=1)
    assert narrowed > 0
    assert len(shown(page)) <= narrowed
    assert "topic=" in page.url
    assert "year=" in page.url


def test_an_order_holds_across_groups(visit: Visits) -> None:
    page = visit().go("papers/index.html")
    listed = shown(page)
    control(page, "sort").select_option("title")
    by_title = shown(page)
    assert sorted(by_title, key=str.casefold) == by_title
    assert sorted(by_title) == sorted(listed)
    control(page, "sort").select_option("")
    assert shown(page) == listed


def test_an_address_is_enough(visit: Visits) -> None:
    page = visit().go("papers/index.html?sort=oldest&text=introspect")
    assert shown(page)
    expect(control(page, "sort")).to_have_value("oldest")
    expect(control(page, "text")).to_have_value("introspect")
