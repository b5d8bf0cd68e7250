"""Lists of works: filtered and sorted without leaving the page, with the choice in its address."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from seedbed.render import render
from tests.browser.conftest import Visits
from tests.render.projects import QUICK, page, write_project

SHOWN = "[data-filter] > :not([hidden]) .row-title a:not(.source)"


def shown(page: Page) -> list[str]:
    return page.locator(SHOWN).all_inner_texts()


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


ROWS = """
<nav class="parts" aria-label="Parts of this list"><a href="{other}.html">Another part</a></nav>

<div data-filter-place></div>

<ol class="rows" data-filter>
<li class="row" data-title="{title}" data-people="Ada"><p class="row-title"><a href="#">{title}</a></p></li>
<li class="row" data-title="Other" data-people="Bob"><p class="row-title"><a href="#">Other</a></p></li>
</ol>
"""


def test_a_choice_goes_along_to_another_part_of_the_list(tmp_path: Path, chromium: Browser) -> None:
    pages = {
        "index.md": page("Home"),
        "papers/index.md": page("Papers", ROWS.format(other="2", title="Grip"), kind="works"),
        "papers/2.md": page("Papers, part 2", ROWS.format(other="index", title="Gripping"), kind="works"),
        "data/colophon.js": "",
    }
    render(write_project(tmp_path, pages, QUICK), tmp_path / "site", strict=False)
    tab = chromium.new_page()
    tab.goto((tmp_path / "site/papers/index.html").as_uri())
    expect(tab.locator(".filter")).to_contain_text("Only this part of the list")
    control(tab, "text").fill("grip")
    assert shown(tab) == ["Grip"]
    tab.get_by_role("link", name="Another part").click()
    expect(control(tab, "text")).to_have_value("grip")
    assert shown(tab) == ["Gripping"]
    control(tab, "text").fill("")
    tab.get_by_role("link", name="Another part").click()
    expect(tab.locator(SHOWN)).to_have_text(["Grip", "Other"])
    tab.close()


def test_where_other_parts_have_no_more_of_the_list_none_is_named(tmp_path: Path, chromium: Browser) -> None:
    rows = ROWS.replace("data-filter-place", 'data-filter-place="whole"').format(other="2", title="Grip")
    pages = {
        "index.md": page("Home"),
        "topics/grip.md": page("Grip", rows, kind="topic"),
        "data/colophon.js": "",
    }
    pages["topics/2.md"] = page("Grip, part 2", kind="topic")
    render(write_project(tmp_path, pages, QUICK), tmp_path / "site", strict=False)
    tab = chromium.new_page()
    tab.goto((tmp_path / "site/topics/grip.html").as_uri())
    control(tab, "text").fill("grip")
    expect(tab.locator(".filter p")).to_have_text("1 of 2Show all")
    assert str(tab.get_by_role("link", name="Another part").get_attribute("href")).endswith("2.html")
    tab.close()
