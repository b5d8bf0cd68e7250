"""The library without a network: what was read, or all of it, opens again, and what changed since is said."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from seedbed.model.date import PartialDate
from seedbed.render import render
from tests.browser.conftest import AXE, Visit, Visits, axe_faults, serve
from tests.render.projects import PAGES, page, write_pages, write_project

DATE = PartialDate(2026, 5, 28)

HOST_GONE = "The library cannot be reached"
KEPT = "The whole library is kept in this browser"

# Whether a worker rules the page and has kept it, looked for over at most half a minute. Playwright's own way
# to wait evaluates text again and again, which the policy forbids.
IS_KEPT = """
async (path) => {
  for (let tries = 0; tries < 600; tries += 1) {
    const page = await caches.match(new URL(path, seedbedOffline.root).href);
    if (page && navigator.serviceWorker.controller) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
"""

# The browser looks for a new worker a second after a page has come, but not where it was looking already:
# so may the first look here have begun before the build.
LOOK_FOR_A_NEW_WORKER = """
async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  await registration.update();
}
"""


class Library:
    """A small library on a host, and a browser of its own that reads it."""

    def __init__(self, root: Path, address: str, context: BrowserContext) -> None:
        self.docs = root / "docs"
        self.config = root / "mkdocs.yml"
        self.address = address
        self.context = context

    def build(self, **pages: str) -> None:
        write_pages(self.docs, {name.replace("__", "/") + ".md": text for name, text in pages.items()})
        render(self.config, date=DATE)

    def open(self, path: str, tab: Page | None = None) -> Page:
        tab = tab or self.context.new_page()
        tab.goto(f"{self.address}/{path}")
        return tab

    def read(self, path: str) -> Page:
        """Open a page and wait until its worker has taken over, and kept it."""
        tab = self.open(path)
        assert tab.evaluate(IS_KEPT, path)
        return tab

    def keep_all(self) -> Page:
        tab = self.read("index.html")
        tab.get_by_role("button", name="Keep the whole library").click()
        expect(footer(tab)).to_contain_text(KEPT)
        return tab


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small library, built once; each test has a copy."""
    folder = tmp_path_factory.mktemp("library")
    render(write_project(folder, PAGES), date=DATE)
    return folder


@pytest.fixture
def library(built: Path, tmp_path: Path, chromium: Browser) -> Iterator[Library]:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    # Served one folder below: a new build puts another folder in the place of `site`.
    with serve(tmp_path) as address:
        context = chromium.new_context()
        context.set_default_timeout(15_000)
        yield Library(tmp_path, f"{address}/site", context)
        context.close()


def footer(tab: Page) -> Locator:
    return tab.locator("[data-offline]")


def test_what_was_read_opens_again_and_says_that_it_is_a_copy(library: Library) -> None:
    tab = library.read("papers/one.html")
    library.context.set_offline(True)
    library.open("papers/one.html?from=elsewhere#there", tab)
    expect(tab.locator("h1")).to_contain_text("One")
    expect(tab.locator("#offline-notice")).to_contain_text(HOST_GONE)
    expect(tab.locator("#offline-notice")).not_to_contain_text("earlier version")
    assert "Source Sans" in tab.evaluate("getComputedStyle(document.querySelector('footer')).fontFamily")
    assert axe_faults(tab, AXE) == []
    tab.get_by_role("button", name="Close").click()
    expect(tab.locator("#offline-notice")).to_have_count(0)


def test_what_was_not_read_says_so(library: Library) -> None:
    tab = library.read("index.html")
    library.context.set_offline(True)
    library.open("papers/two.html", tab)
    expect(tab.locator("h1")).to_have_text("This page was not kept")
    tab.get_by_role("link").click()
    expect(tab.locator("h1")).to_contain_text("Home")


def test_the_whole_library_is_kept_and_opens_without_a_network(library: Library) -> None:
    tab = library.keep_all()
    library.context.set_offline(True)
    for path in ("papers/two.html", "papers/index.html", "papers/"):
        library.open(path, tab)
        expect(tab.locator("#offline-notice")).to_contain_text(HOST_GONE)
        assert tab.title() != "Not kept"
    expect(footer(tab)).to_contain_text(KEPT)


def test_a_reader_is_told_of_a_new_build_and_never_shown_an_old_page_for_a_new_one(library: Library) -> None:
    tab = library.keep_all()
    other = library.open("papers/one.html")
    library.build(papers__two=page("Two", "## Part {#part}\n\nNews."))
    library.open("papers/two.html", tab)
    expect(tab.locator("main")).to_contain_text("News.")
    expect(tab.locator("#offline-notice")).to_contain_text("The library has changed since you kept it")
    tab.evaluate(LOOK_FOR_A_NEW_WORKER)
    expect(other.locator("#offline-notice")).to_contain_text("updated after you opened this page")
    # Before the copy is brought up to date, what it shows is said to be old.
    library.context.set_offline(True)
    library.open("papers/index.html", tab)
    expect(tab.locator("#offline-notice")).to_contain_text("from an earlier version of the library")
    library.context.set_offline(False)
    library.open("index.html", tab)
    tab.locator("#offline-notice").get_by_role("button", name="Bring it up to date").click()
    expect(footer(tab)).to_contain_text(KEPT)
    library.context.set_offline(True)
    library.open("papers/index.html", tab)
    expect(tab.locator("#offline-notice")).not_to_contain_text("earlier version")


def test_a_host_that_fails_midway_is_told_and_the_next_page_goes_on(library: Library) -> None:
    tab = library.read("index.html")
    hidden = library.docs.parent / "two.html"
    page_file = library.docs.parent / "site" / "papers" / "two.html"
    page_file.rename(hidden)
    tab.get_by_role("button", name="Keep the whole library").click()
    expect(footer(tab)).to_contain_text("could not be kept to the end")
    hidden.rename(page_file)
    library.open("papers/one.html", tab)
    expect(footer(tab)).to_contain_text(KEPT)


def test_too_little_room_is_told(library: Library) -> None:
    tab = library.read("index.html")
    tab.evaluate(
        "void (Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError')))"
    )
    tab.get_by_role("button", name="Keep the whole library").click()
    expect(footer(tab)).to_contain_text("There is not enough room")


def test_what_the_library_no_longer_has_is_cleared_away(library: Library) -> None:
    tab = library.keep_all()
    (library.docs / "data" / "pixel.svg").unlink()
    library.build(papers__one=page("One", "About [two](two.md)."))
    library.open("index.html", tab)
    tab.locator("#offline-notice").get_by_role("button", name="Bring it up to date").click()
    expect(footer(tab)).to_contain_text(KEPT)
    assert not tab.evaluate("caches.match(new URL('data/pixel.svg', seedbedOffline.root).href)")


def test_what_is_kept_can_be_forgotten(library: Library) -> None:
    tab = library.keep_all()
    tab.get_by_role("button", name="Forget what is kept").click()
    expect(footer(tab)).to_contain_text("Nothing of this library is kept")
    expect(footer(tab).get_by_role("button", name="Keep the whole library")).to_be_focused()
    assert not tab.evaluate("caches.has(seedbedOffline.root)")
    library.context.set_offline(True)
    library.open("papers/two.html", tab)
    expect(tab.locator("h1")).to_have_text("This page was not kept")


def test_two_libraries_on_one_host_keep_apart(library: Library) -> None:
    library.keep_all()
    root = library.docs.parent
    shutil.copytree(root / "site", root / "other")
    tab = library.open("../other/index.html")
    expect(footer(tab).get_by_role("button", name="Keep the whole library")).to_be_visible()


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_in_a_folder_there_is_the_archive_alone(visit: Visits) -> None:
    tab = visit().go("index.html")
    expect(footer(tab).get_by_role("link")).to_have_attribute("href", "offline.zip")
    expect(footer(tab)).to_contain_text("MB)")
    expect(footer(tab).get_by_role("button")).to_have_count(0)
    assert not tab.evaluate(
        "'controller' in (navigator.serviceWorker ?? {}) && navigator.serviceWorker.controller"
    )


@pytest.mark.parametrize("base", ["http"], indirect=True)
def test_the_real_library_is_kept_within_its_policy(first_visit: Visit, addresses: dict[str, str]) -> None:
    one = first_visit
    tab = one.go("index.html")
    tab.get_by_role("button", name="Keep the whole library").click()
    expect(footer(tab)).to_contain_text(KEPT, timeout=60_000)
    tab.context.set_offline(True)
    for address in addresses.values():
        one.go(address)
        expect(tab.locator("#offline-notice")).to_contain_text(HOST_GONE)
