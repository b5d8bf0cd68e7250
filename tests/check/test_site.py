"""What was found is kept, and only pages that changed are read again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from seedbed.check import check_site, facts
from seedbed.keep.stamps import digest_file, names_below
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

    def digests(self) -> dict[str, bytes]:
        return {name: digest_file(self.folder / name) for name in names_below(self.folder)}

    def check(self) -> tuple[list[str], list[str]]:
        """The pages with a finding, and those that were read; a check that keeps nothing finds the same."""
        self.read.clear()
        found = check_site(self.folder, digests=self.digests(), cache_dir=self.cache)
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
        assert check_site(site.folder, digests=site.digests(), cache_dir=site.cache, sign=sign) == ()
        assert sorted(site.read) == ["a.html", "b.html", "index.html", "style.css"]


def test_a_file_that_is_yet_to_come_may_be_led_to(site: Site) -> None:
    (site.folder / "dot.png").unlink()
    digests = site.digests()
    assert [each.page for each in check_site(site.folder, digests=digests)] == ["style.css"]
    assert check_site(site.folder, digests=digests | {"dot.png": b""}) == ()


def test_a_page_of_which_nothing_is_known_is_read_each_time(site: Site) -> None:
    site.read.clear()
    for _ in range(2):
        unknown = site.digests() | {"b.html": b""}
        assert check_site(site.folder, digests=unknown, cache_dir=site.cache) == ()
    assert site.read == ["b.html", "b.html"]


def test_any_number_of_processes_finds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        (tmp_path / f"{number}.html").write_text(page(f'<a href="{number + 1}.html#{number}">x</a>'))
    monkeypatch.setattr("seedbed.check.site.WORTH_STARTING", 0)
    monkeypatch.setattr("seedbed.check.site.BATCH_PAGES", 4)
    alone, together = check_site(tmp_path, workers=ALONE), check_site(tmp_path, workers=Workers(3))
    assert alone == together
    assert len(alone) == 30
