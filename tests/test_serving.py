"""A site that is built again and again in the process that serves it, or beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from seedbed.config import Settings
from seedbed.errors import SeedbedError
from seedbed.pipeline import build
from seedbed.render.serve import make_server
from seedbed.serving import FirstLooks, build_apart, serve
from tests.benchmarks.generate import write_one_more
from tests.growing import TALK, contents, plant
from tests.serving import get, running, until


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return plant(tmp_path / "project")


def test_a_build_apart_says_and_leaves_the_same(settings: Settings, tmp_path: Path) -> None:
    here = plant(tmp_path / "here")
    for number in range(2):
        apart = build_apart(settings)
        assert replace(apart, seconds=(), site="") == replace(build(here), seconds=(), site="")
        assert contents(settings.site) == contents(here.site)
        for project in (settings, here):
            write_one_more(project.seeds, number + 10)


def test_a_build_apart_has_the_environment_that_it_is_given(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_apart(settings)
    before = contents(settings.site)
    user = dict(os.environ)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")  # as while another thread renders
    shutil.rmtree(settings.cache)
    build_apart(settings, user)
    assert contents(settings.site) == before


def test_what_goes_wrong_apart_is_told(settings: Settings) -> None:
    settings.config_file.write_text("site_name: [", encoding="utf-8")
    with pytest.raises(SeedbedError, match=r"^\S*mkdocs\.yml:\d+: is not valid YAML"):
        build_apart(settings)


def test_a_build_apart_that_says_nothing_was_stopped(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", shutil.which("false"))
    with pytest.raises(SeedbedError, match=r"^the build was stopped \(exit status 1\)"):
        build_apart(settings)


@pytest.mark.parametrize(("many", "forks", "where"), [(0, 0, "apart"), (0, 1, "here"), (10**9, 0, "here")])
def test_it_is_built_apart_where_there_is_much_to_do_and_nothing_can_be_forked(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, many: int, forks: int, where: str
) -> None:
    said: list[str] = []

    def told(name: str) -> Callable[..., object]:
        def builds(*_: object) -> object:
            said.append(name)
            return build(settings)

        return builds

    monkeypatch.setattr("seedbed.growing._MANY_BYTES", many)
    monkeypatch.setattr("seedbed.serving.build_apart", told("apart"))
    monkeypatch.setattr("seedbed.serving.build", told("here"))
    monkeypatch.setattr("seedbed.serving.can_fork", lambda: bool(forks))
    monkeypatch.setattr("seedbed.serving.serve_site", lambda _site, building, **_: building())
    serve(settings, "127.0.0.1", 0, announce=said.append)
    assert said[0] == where
    assert said[-1].startswith("Built in ")


def test_a_setting_that_is_saved_counts_in_the_next_build(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save_and_build(_site: Path, building: Callable[[], None], **_: object) -> None:
        building()
        stated = settings.config_file.read_text(encoding="utf-8")
        settings.config_file.write_text(stated.replace("Small", "Large"), encoding="utf-8")
        building()

    monkeypatch.setattr("seedbed.serving.serve_site", save_and_build)
    (settings.docs / "home.md").unlink()
    serve(settings, "127.0.0.1", 0, announce=print)
    home = (settings.docs / "index.md").read_text(encoding="utf-8")
    assert "Large" in home
    assert "Small" not in home


def test_a_saved_seed_is_shown_before_it_is_built(settings: Settings) -> None:
    said: list[str] = []
    looks = FirstLooks()
    assert looks.take() == {}

    def building() -> None:
        page = f"{address}/transcripts/on-gardens-with-grace-ito.html"
        said.append(get(page))
        build_apart(settings)
        said.append(
            (settings.site / "transcripts/on-gardens-with-grace-ito.html").read_text(encoding="utf-8")
        )

    build(settings)
    looks.get_ready(settings)
    server = make_server(
        settings.site, building, looks.take, host="127.0.0.1", port=0, site_url="", announce=said.append
    )
    server.watch(str(settings.seeds))
    with running(server) as address:
        (settings.seeds / "talk.txt").write_text(TALK.replace("Seeds do", "Weeds do"), encoding="utf-8")
        until(lambda: len(said) == 3)
    announced, first, built = said
    assert announced.startswith("First look after ")
    assert "Weeds do" in first
    assert "A first look" in first
    assert "Weeds do" in built
    assert "A first look" not in built


@pytest.mark.parametrize(("many", "ready"), [(0, True), (10**9, False)])
def test_it_gets_ready_for_a_first_look_where_a_build_takes_long(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, many: int, *, ready: bool
) -> None:
    taken: list[bool] = []

    def save(_site: Path, building: Callable[[], None], look: Callable[[], object], **_: object) -> None:
        building()
        write_one_more(settings.seeds, 10)
        taken.append(bool(look()))

    monkeypatch.setattr("seedbed.growing._MANY_BYTES", many)
    monkeypatch.setattr("seedbed.serving.serve_site", save)
    serve(settings, "127.0.0.1", 0, announce=print)
    assert taken == [ready]
