"""What a build looks at to learn that nothing changed."""

from __future__ import annotations

import os
from importlib import metadata
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from seedbed.config import Settings
from seedbed.inputs import look_at_inputs
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


@pytest.mark.parametrize("place", ["odd_reader/reading.py", "odd_reader.py"])
def test_the_code_of_an_installed_reader_counts(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    code = tmp_path / "packages" / place
    code.parent.mkdir(parents=True)
    if code.parent.name == "odd_reader":
        (code.parent / "__init__.py").write_text("", encoding="utf-8")
    code.write_text("ONE = 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "packages")
    point = EntryPoint("odd", "odd_reader:READER", "seedbed.readers")
    monkeypatch.setattr(metadata, "entry_points", lambda group: EntryPoints([point]).select(group=group))
    before = look_at_inputs(settings, None)
    again = look_at_inputs(settings, None)
    assert again.same_as(before)
    assert again.code() == before.code()
    code.write_text("ONE = 2\n", encoding="utf-8")
    edited = look_at_inputs(settings, before)
    assert not edited.same_as(before)
    assert edited.code() != before.code()


def test_a_reader_that_is_not_there_any_more_is_not_looked_at(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    point = EntryPoint("odd", "no_such_package:READER", "seedbed.readers")
    monkeypatch.setattr(metadata, "entry_points", lambda group: EntryPoints([point]).select(group=group))
    assert look_at_inputs(settings, None).readers == ()


def test_seeds_are_no_code(settings: Settings) -> None:
    before = look_at_inputs(settings, None)
    (settings.seeds / "new.txt").write_text("new", encoding="utf-8")
    assert look_at_inputs(settings, None).code() == before.code()
