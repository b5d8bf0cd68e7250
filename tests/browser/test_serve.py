"""A page that is open while its seed is saved: it shows what was saved, and then what was built of it."""

from __future__ import annotations

import threading
from pathlib import Path

from playwright.sync_api import Browser, expect

from seedbed.pipeline import build
from seedbed.render.serve import make_server
from seedbed.serving import FirstLooks, build_apart
from tests.growing import TALK, plant
from tests.serving import running

CONVERSATION = "transcripts/on-gardens-with-grace-ito.html"


def test_an_open_page_shows_what_is_saved_and_then_what_is_built(chromium: Browser, tmp_path: Path) -> None:
    settings, go_on = plant(tmp_path / "project"), threading.Event()

    def building() -> None:
        assert go_on.wait(60)
        build_apart(settings)

    build(settings)
    looks = FirstLooks()
    looks.get_ready(settings)
    server = make_server(
        settings.site, building, looks.take, host="127.0.0.1", port=0, site_url="", announce=print
    )
    server.watch(str(settings.seeds))
    with running(server) as address, chromium.new_page() as page:
        page.goto(f"{address}/{CONVERSATION}")
        expect(page.get_by_text("Seeds do, and everything")).to_be_visible()
        (settings.seeds / "talk.txt").write_text(TALK.replace("Seeds do", "Weeds do"), encoding="utf-8")
        expect(page.get_by_text("Weeds do, and everything")).to_be_visible()
        expect(page.get_by_role("status").filter(has_text="A first look")).to_be_in_viewport()
        go_on.set()
        expect(page.get_by_text("A first look")).to_have_count(0)
        expect(page.get_by_text("Weeds do, and everything")).to_be_visible()
