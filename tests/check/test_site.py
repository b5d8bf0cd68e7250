"""What was found is kept, and only pages that changed are read again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from seedbed.check import check_site, facts
from seedbed.keep.stamps import COARSE_TICK, clock, record, walk
from seedbed.keep.workers import ALONE, Workers
from tests.check.sites import page

PAGES = {
    "index.html": page('<a href="a.html#x">a</a> <a href="b.html">b</a>'),
    "a.html": page('<p id="x">x</p>'),
    "b.html": page('<a href="index.html">home</a>'),
    "style.css": "p{background:url(dot.png)}",
    "dot.png": "",
}


class Site:
    """A site, and how many of its pages a check reads."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = root / "site"
        self.cache = root / "cache"
        self.read: list[str] = []
        real = facts.read_text

        def counted(site: Path, path: str) -> str:
            self.read.append(path)
            return real(site, path)

        monkeypatch.setattr(facts, "read_text", counted)
        self.folder.mkdir()
        for name, text in PAGES.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)

    def check(self) -> tuple[list[str], list[str]]:
        """The pages with a finding, and those that were read; a check that keeps nothing finds the same."""
        self.read.clear()
        found = check_site(self.folder, cache_dir=self.cache)
        read = sorted(self.read)
        assert check_site(self.folder) == found
        return [each.page for each in found], read


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    site = Site(tmp_path, monkeypatch)
    assert site.check() == ([], ["a.html", "b.html", "index.html", "style.css"])
    return site


def test_nothing_is_read_when_nothing_changed(site: Site) -> None:
    assert site.check() == ([], [])


def test_a_changed_page_alone_is_read(site: Site) -> None:
    site.write("b.html", page("<h1>Another</h1>"))
    assert site.check() == (["b.html"], ["b.html"])
    assert site.check() == (["b.html"], [])
    site.write("b.html", page())
    assert site.check() == ([], ["b.html"])


def test_a_place_that_goes_is_missed_by_pages_that_did_not_change(site: Site) -> None:
    site.write("a.html", page())
    assert site.check() == (["index.html"], ["a.html"])
    site.write("a.html", PAGES["a.html"])
    assert site.check() == ([], ["a.html"])


@pytest.mark.parametrize(("name", "misses"), [("b.html", "index.html"), ("dot.png", "style.css")])
def test_a_file_that_goes_is_missed_by_pages_that_did_not_change(site: Site, name: str, misses: str) -> None:
    (site.folder / name).unlink()
    assert site.check() == ([misses], [])
    site.write(name, PAGES[name])
    assert site.check()[0] == []


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
        lambda _: b"foreign",
        lambda _: b"",
    ],
)
def test_a_damaged_cache_is_not_trusted(site: Site, harm: Callable[[bytes], bytes]) -> None:
    path = site.cache / "check"
    path.write_bytes(harm(path.read_bytes()))
    assert site.check() == ([], ["a.html", "b.html", "index.html", "style.css"])


def test_what_other_code_has_found_is_not_used(site: Site) -> None:
    for sign in (b"other code", b""):
        site.read.clear()
        assert check_site(site.folder, cache_dir=site.cache, sign=sign) == ()
        assert sorted(site.read) == ["a.html", "b.html", "index.html", "style.css"]


def test_files_that_the_caller_has_looked_at_are_not_looked_at_again(site: Site) -> None:
    site.write("b.html", page("<h1>Another</h1>"))
    files = record(site.folder, walk(site.folder), {}, clock(site.cache) + COARSE_TICK)
    for path in files:
        os.utime(site.folder / path)  # it looks changed, and is not
    site.read.clear()
    assert [each.page for each in check_site(site.folder, cache_dir=site.cache, files=files)] == ["b.html"]
    assert site.read == ["b.html"]
    del files["b.html"]
    assert [each.page for each in check_site(site.folder, cache_dir=site.cache, files=files)] == [
        "index.html"
    ]


def test_any_number_of_processes_finds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        (tmp_path / f"{number}.html").write_text(page(f'<a href="{number + 1}.html#{number}">x</a>'))
    monkeypatch.setattr("seedbed.check.site.WORTH_STARTING", 0)
    monkeypatch.setattr("seedbed.check.site.BATCH_PAGES", 4)
    alone, together = check_site(tmp_path, workers=ALONE), check_site(tmp_path, workers=Workers(3))
    assert alone == together
    assert len(alone) == 30
