"""Pages may be made by processes that share nothing with this one but the files."""

from __future__ import annotations

from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from seedbed.errors import SeedbedError
from seedbed.keep.workers import ALONE, Workers
from seedbed.render import RenderError, render
from tests.render.projects import PAGES, QUICK, contents, page, write_pages, write_project


@pytest.fixture(scope="module")
def elsewhere() -> Any:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        yield pool


def test_the_bytes_are_those_of_one_process(tmp_path: Path, elsewhere: Executor) -> None:
    config = write_project(tmp_path, settings=QUICK)
    alone = render(config, tmp_path / "alone", workers=ALONE)
    together = render(config, tmp_path / "together", workers=Workers(executor=elsewhere))
    assert (alone.rendered, together.rendered) == (4, 4)
    assert contents(tmp_path / "alone") == contents(tmp_path / "together")
    write_pages(tmp_path / "docs", {"papers/two.md": page("Two", "## Part {#part}\n\nOther.")})
    render(config, tmp_path / "alone", workers=ALONE)
    render(config, tmp_path / "together", workers=Workers(executor=elsewhere))
    assert contents(tmp_path / "alone") == contents(tmp_path / "together")


def test_what_goes_wrong_there_is_told_here(tmp_path: Path, elsewhere: Executor) -> None:
    bad = page("One", "[gone](gone.md)", template="gone.html")
    config = write_project(tmp_path, {**PAGES, "papers/one.md": bad}, QUICK)
    with pytest.raises(RenderError, match=r"gone\.html") as caught:
        render(config, tmp_path / "site", workers=Workers(executor=elsewhere))
    assert caught.value.path == "papers/one.md"


def test_warnings_from_there_refuse_the_site(tmp_path: Path, elsewhere: Executor) -> None:
    config = write_project(tmp_path, {**PAGES, "papers/one.md": page("One", "[gone](gone.md)")}, QUICK)
    with pytest.raises(RenderError) as caught:
        render(config, tmp_path / "site", workers=Workers(executor=elsewhere))
    assert [remark.page for remark in caught.value.remarks] == ["papers/one.md"]


class Losing(Executor):
    """Runs nothing, and says so."""

    def submit(self, *_: Any, **__: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_exception(SeedbedError("lost"))
        return future


def test_a_lost_process_leaves_the_site(tmp_path: Path) -> None:
    config = write_project(tmp_path, settings=QUICK)
    render(config, tmp_path / "site")
    before = contents(tmp_path / "site")
    write_pages(tmp_path / "docs", {"papers/two.md": page("Two", "Other.")})
    with pytest.raises(SeedbedError, match="lost"):
        render(config, tmp_path / "site", workers=Workers(executor=Losing()))
    assert contents(tmp_path / "site") == before
    assert not list(tmp_path.glob(".site*"))
