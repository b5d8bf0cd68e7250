"""A real Chromium, and the real seeds' site opened in it: from its folder (file://) and from a host (http://)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

# Five seconds are too few on a machine that does much else.
expect.set_options(timeout=15_000)

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDE, NARROW = (1280, 900), (390, 844)

Scheme = Literal["light", "dark"]


class NoChromiumError(RuntimeError):
    """There is none, and none may be installed."""


@dataclass
class Visit:
    """A page open in the browser, and all that it complained of or asked for."""

    page: Page
    base: str
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def go(self, address: str) -> Page:
        """Open a page of the site by its address from the site's root."""
        self.page.goto(f"{self.base}/{address}")
        return self.page

    def strangers(self) -> list[str]:
        """What was asked of any other host."""
        return [url for url in self.requests if not url.startswith((f"{self.base}/", "data:", "blob:"))]


Visits = Callable[..., Visit]


def listen(page: Page, base: str) -> Visit:
    """A visit that notes what the page complains of and asks for."""
    visit = Visit(page, base)
    page.on(
        "console",
        lambda said: visit.complaints.append(said.text) if said.type in {"error", "warning"} else None,
    )
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("request", lambda asked: visit.requests.append(asked.url))
    return visit


KINDS = (
    "home", "works", "work", "people", "person", "topics", "topic", "transcripts", "transcript",
    "collections", "collection", "timeline", "map", "sources", "source", "notes", "about",
)  # fmt: skip
"""Every kind of page that the site of the real seeds has."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as one that needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def host(real_site: Path) -> Iterator[str]:
    """The address of a plain web server that serves the site."""
    with serve(real_site) as address:
        yield address


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine, on a port that is free."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture(scope="session")
def addresses(real_site: Path) -> dict[str, str]:
    """The longest page of each kind, by its address below the site: where most can go wrong."""
    longest: dict[str, tuple[int, str]] = {}
    for file in sorted(real_site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        found = re.search(r'data-kind="(\w+)"', text)
        if found and file.name != "404.html":
            sized = (len(text), file.relative_to(real_site).as_posix())
            longest[found[1]] = max(longest.get(found[1], sized), sized)
    return {kind: address for kind, (_, address) in longest.items()}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=["file", "http"])
def base(request: pytest.FixtureRequest, real_site: Path) -> str:
    """Where the site is read: from a folder, and from a host."""
    if request.param == "file":
        return real_site.as_uri()
    return str(request.getfixturevalue("host"))


@pytest.fixture
def visit(chromium: Browser, base: str) -> Iterator[Visits]:
    """Opens pages; when the test ends, none may have complained or asked another host for anything."""
    contexts: list[BrowserContext] = []
    visits: list[Visit] = []

    def begin(
        *,
        scheme: Scheme = "light",
        size: tuple[int, int] = WIDE,
        javascript: bool = True,
        touch: bool = False,
    ) -> Visit:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            java_script_enabled=javascript,
            has_touch=touch,
            is_mobile=touch,
        )
        contexts.append(context)
        one = listen(context.new_page(), base)
        visits.append(one)
        return one

    yield begin
    for context in contexts:
        context.close()
    assert [each.complaints for each in visits if each.complaints] == []
    assert [each.strangers() for each in visits if each.strangers()] == []


def find_chromium(playwright: Playwright) -> str:
    """The path of a Chromium.

    Looked for in the environment (SEEDBED_CHROMIUM), on PATH, and where Playwright keeps its own; under
    CI=true, as root and with apt-get, it is installed.

    Raises:
        NoChromiumError: There is none. These tests are never skipped for want of a browser.
    """
    named = os.environ.get("SEEDBED_CHROMIUM")
    if named:
        if not Path(named).is_file():
            raise NoChromiumError(f"SEEDBED_CHROMIUM names {named}, and there is no such file")
        return named
    found = _on_path() or _own(playwright)
    if not found and _may_install():
        subprocess.run(["apt-get", "update", "-qq"], check=True)  # noqa: S607
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        subprocess.run(install, check=True)  # noqa: S603
        found = _on_path()
    if not found:
        raise NoChromiumError(
            "no Chromium: install one (apt-get install chromium) or name it in SEEDBED_CHROMIUM"
        )
    return found


def _on_path() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _own(playwright: Playwright) -> str | None:
    path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _may_install() -> bool:
    return os.environ.get("CI") == "true" and os.geteuid() == 0 and shutil.which("apt-get") is not None
