"""What a build looks at to learn that nothing changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from seedbed.cache import look_at_inputs
from seedbed.config import Settings
from tests.growing import plant


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return plant(tmp_path / "project")


def test_the_same_inputs_are_the_same(settings: Settings) -> None:
    assert look_at_inputs(settings, None).same_as(look_at_inputs(settings, None))


def test_a_new_an_edited_and_a_removed_file_differ(settings: Settings) -> None:
    seed = settings.seeds / "talk.txt"
    text = seed.read_bytes()
    before = look_at_inputs(settings, None)
    (settings.seeds / "new.txt").write_text("new", encoding="utf-8")
    assert not look_at_inputs(settings, None).same_as(before)
    (settings.seeds / "new.txt").unlink()
    assert look_at_inputs(settings, None).same_as(before)
    seed.write_bytes(text.swapcase())
    assert not look_at_inputs(settings, None).same_as(before)
    seed.unlink()
    assert not look_at_inputs(settings, None).same_as(before)


def test_one_file_may_be_left_out(settings: Settings) -> None:
    before = look_at_inputs(settings, None)
    ledger = settings.seeds / "permalinks.tsv"
    ledger.write_text("new", encoding="utf-8")
    assert look_at_inputs(settings, None).same_as(before, but=str(ledger))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes on this system")
def test_pipes_are_not_opened_and_circles_not_followed(settings: Settings) -> None:
    os.mkfifo(settings.seeds / "pipe")
    (settings.seeds / "circle").symlink_to(settings.seeds, target_is_directory=True)
    (settings.seeds / "nowhere").symlink_to(settings.seeds / "no such file")
    before = look_at_inputs(settings, None)
    assert look_at_inputs(settings, None).same_as(before)
    (settings.seeds / "nowhere").unlink()
    (settings.seeds / "nowhere").symlink_to(settings.seeds / "talk.txt")
    assert not look_at_inputs(settings, None).same_as(before)


def test_a_folder_that_takes_the_place_of_a_file_differs(settings: Settings) -> None:
    seed = settings.seeds / "talk.txt"
    seed.write_bytes(b"")
    before = look_at_inputs(settings, None)
    seed.unlink()
    seed.mkdir()
    assert not look_at_inputs(settings, None).same_as(before)


def test_a_package_that_is_installed_differs(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = look_at_inputs(settings, None)
    (tmp_path / "packages" / "reader-1.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "packages")
    assert not look_at_inputs(settings, None).same_as(before)
