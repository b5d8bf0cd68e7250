"""A site is checked while it moves to its place, or afterwards: the findings are the same."""

from __future__ import annotations

from multiprocessing import active_children
from pathlib import Path

import pytest

from seedbed.checking import FEW_PAGES, Checking
from seedbed.keep.stamps import digest_file, names_below
from seedbed.keep.workers import ALONE, Workers
from seedbed.model.finding import Finding
from tests.check.sites import page

BROKEN = "not-there.html"


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    folder = tmp_path / "staged"
    folder.mkdir()
    (folder / "index.html").write_text(page(f'<a href="{BROKEN}">x</a> <a href="later.zip">y</a>'))
    return folder


def digests(folder: Path) -> dict[str, bytes]:
    return {name: digest_file(folder / name) for name in names_below(folder)} | {"later.zip": b""}


def swap(staged: Path) -> Path:
    """Put the site in place, as rendering does: what was there takes its name."""
    site = staged.with_name("site")
    staged.rename(site)
    staged.mkdir()
    (staged / "index.html").write_text("of the last build")
    (site / "later.zip").write_text("")
    return site


@pytest.mark.parametrize("rendered", [1, FEW_PAGES + 1])
@pytest.mark.parametrize("workers", [Workers(2), ALONE])
@pytest.mark.parametrize("kept", [True, False])
def test_findings_are_of_the_site_wherever_it_lies(
    staged: Path, rendered: int, workers: Workers, *, kept: bool
) -> None:
    cache = staged.with_name("cache") if kept else None
    for _ in range(2):
        with Checking(cache, b"code", workers) as checking:
            checking.begin(staged, digests(staged), rendered)
            site = swap(staged)
            found = checking.end(site, digests(site), lambda _done, _of: None)
        assert [(each.page, BROKEN in each.message) for each in found] == [("index.html", True)]
        (staged / "index.html").unlink()
        staged.rmdir()
        site.rename(staged)


@pytest.mark.usefixtures("forks")
def test_few_pages_are_checked_meanwhile(staged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> tuple[Finding, ...]:
        raise AssertionError("checked afterwards")

    with Checking(None, b"", Workers(2)) as checking:
        checking.begin(staged, digests(staged), 1)
        monkeypatch.setattr("seedbed.check.check_site", refuse)
        assert len(checking.end(staged, None, lambda _done, _of: None)) == 1


def test_a_build_that_fails_leaves_no_process(staged: Path) -> None:
    before = active_children()
    with pytest.raises(OSError, match="full"), Checking(None, b"", Workers(2)) as checking:  # noqa: PT012
        checking.begin(staged, digests(staged), 1)
        raise OSError("the disk is full")
    assert active_children() == before
