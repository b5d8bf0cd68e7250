"""A real Chromium, and the real seeds' site opened in it: from its folder (file://) and from a host (http://)."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, expect, sync_playwright

from seedbed.keep.lock import hold

# Five seconds are too few on a machine that does much else.
expect.set_options(timeout=15_000)

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""The first is the same engine without the windows around it, which no test looks at: a sixth faster."""

WITHOUT = (
    # What Playwright turns off; Chromium heeds the last list alone.
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding",
    "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints",
    "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch",
    # The list below the address field: each window makes a page for it, in a process of its own.
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup",
)  # fmt: skip
"""Features of Chromium that show nothing of a page, and cost as much as the page."""

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


@contextmanager
def listening(page: Page, base: str) -> Iterator[Visit]:
    """A visit that notes what the page complains of and asks for."""
    visit = Visit(page, base)

    def note_message(said: ConsoleMessage) -> None:
        if said.type in {"error", "warning"}:
            visit.complaints.append(said.text)

    def note_error(error: object) -> None:
        visit.complaints.append(str(error))

    def note_request(asked: Request) -> None:
        visit.requests.append(asked.url)

    page.on("console", note_message)
    page.on("pageerror", note_error)
    page.on("request", note_request)
    yield visit
    page.remove_listener("console", note_message)
    page.remove_listener("pageerror", note_error)
    page.remove_listener("request", note_request)


KINDS = (
    "home", "works", "work", "people", "person", "topics", "topic", "transcripts", "transcript",
    "collections", "collection", "timeline", "map", "sources", "source", "notes", "about",
)  # fmt: skip
"""Every kind of page that the site of the real seeds has."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as one that needs the browser."""
    folder = f"{Path(__file__).parent}{os.sep}"
    for item in items:
        if str(item.path).startswith(folder):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def host(real_site: Path) -> Iterator[str]:
    """The address of a plain web server that serves the site."""
    with serve(real_site) as address:
        yield address


@contextmanager
def serve(folder: Path, *, late: str = "", seconds: float = 0.05) -> Iterator[str]:
    """Serve a folder on this machine, on a port that is free.

    Args:
        folder: What is served.
        late: How the addresses end of what comes late, every time: no browser may keep it.
        seconds: How late.
    """
    handler = partial(_Quiet, directory=str(folder), late=late, seconds=seconds)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    def __init__(self, *asked: Any, directory: str, late: str, seconds: float) -> None:
        self._late = late
        self._seconds = seconds
        super().__init__(*asked, directory=directory)

    def do_GET(self) -> None:
        if self._is_late():
            time.sleep(self._seconds)
        super().do_GET()

    def end_headers(self) -> None:
        if self._is_late():
            self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _is_late(self) -> bool:
        return bool(self._late) and urlsplit(self.path).path.endswith(self._late)

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
        browser = playwright.chromium.launch(
            executable_path=find_chromium(playwright),
            args=["--no-sandbox", f"--disable-features={','.join(WITHOUT)}"],
        )
        yield browser
        browser.close()


class Tabs:
    """Pages of the browser that are used again: a new one costs as much as three visits."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: dict[tuple[bool, bool], list[Page]] = {}

    @contextmanager
    def lend(
        self,
        *,
        scheme: Scheme = "light",
        size: tuple[int, int] = WIDE,
        javascript: bool = True,
        touch: bool = False,
    ) -> Iterator[Page]:
        """Lend a page that knows nothing of what it was used for before."""
        width, height = size
        idle = self._idle.setdefault((javascript, touch), [])
        page = idle.pop() if idle else self._make(javascript=javascript, touch=touch)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="null", color_scheme=scheme, reduced_motion="no-preference")
        yield page
        forget(page)
        idle.append(page)

    def _make(self, *, javascript: bool, touch: bool) -> Page:
        context = self._browser.new_context(java_script_enabled=javascript, has_touch=touch, is_mobile=touch)
        return context.new_page()


def forget(page: Page) -> None:
    """Leave a page, and forget all that its site has kept in the browser."""
    page.unroute_all(behavior="wait")
    origin = page.evaluate("origin")
    page.goto("about:blank")
    page.mouse.move(0, 0)
    browser = page.context.new_cdp_session(page)
    browser.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    browser.detach()


@pytest.fixture(scope="session")
def tabs(chromium: Browser) -> Tabs:
    return Tabs(chromium)


@pytest.fixture(params=["file", "http"])
def base(request: pytest.FixtureRequest, real_site: Path) -> str:
    """Where the site is read: from a folder, and from a host."""
    if request.param == "file":
        return real_site.as_uri()
    return str(request.getfixturevalue("host"))


@pytest.fixture
def visit(tabs: Tabs, base: str) -> Iterator[Visits]:
    """Opens pages; when the test ends, none may have complained or asked another host for anything."""
    visits: list[Visit] = []
    with ExitStack() as stack:

        def begin(
            *,
            scheme: Scheme = "light",
            size: tuple[int, int] = WIDE,
            javascript: bool = True,
            touch: bool = False,
        ) -> Visit:
            page = tabs.lend(scheme=scheme, size=size, javascript=javascript, touch=touch)
            visits.append(stack.enter_context(listening(stack.enter_context(page), base)))
            return visits[-1]

        yield begin
    check(*visits)


@pytest.fixture
def first_visit(chromium: Browser, base: str) -> Iterator[Visit]:
    """A page of a browser that has kept nothing: no font, no worker."""
    context = chromium.new_context(viewport={"width": WIDE[0], "height": WIDE[1]})
    with listening(context.new_page(), base) as visit:
        yield visit
        context.close()
    check(visit)


def check(*visits: Visit) -> None:
    """No page complained, or asked another host for anything."""
    assert [each.complaints for each in visits if each.complaints] == []
    assert [each.strangers() for each in visits if each.strangers()] == []


AXE = {"preload": False, "rules": {"target-size": {"enabled": True}}}
"""Styles are not fetched anew, which file:// forbids; and WCAG 2.2's rule on small targets is asked for."""

_FAULTS = """
([context, options]) => axe.run(context ?? document, { ...options, resultTypes: ["violations"] })
  .then(({ violations }) => violations)
"""


def axe_faults(page: Page, options: dict[str, Any], context: str | None = None) -> list[str]:
    """What axe finds wrong with a page or a part of it, each fault with the first few places.

    What it finds right is not asked for: to write that down takes longer than to look.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return [_brief(fault) for fault in page.evaluate(_FAULTS, [context, options])]


def _brief(fault: dict[str, Any]) -> str:
    nodes = [{"html": node["html"][:200], "why": node["failureSummary"][:300]} for node in fault["nodes"][:4]]
    return f"{fault['id']}: {json.dumps(nodes, ensure_ascii=False, indent=1)}"


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
        with hold(
            Path(tempfile.gettempdir(), "seedbed-installs-chromium.lock")
        ):  # not at once for each worker
            found = _on_path() or _install()
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


def _install() -> str | None:
    subprocess.run(["apt-get", "update", "-qq"], check=True)  # noqa: S607
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    done = subprocess.run([*install, "chromium-headless-shell"], check=False)  # noqa: S603
    if done.returncode:  # older systems have no such package
        subprocess.run([*install, "chromium"], check=True)  # noqa: S603
    return _on_path()
