from __future__ import annotations

import os
from pathlib import Path

import pytest

from seedbed.keep.stamps import (
    COARSE_TICK,
    FINE_TICK,
    UNKNOWN,
    FileRecord,
    Stamp,
    clock,
    digest,
    record,
    stamp,
    walk,
)


def test_every_file_and_every_empty_folder_is_listed(tmp_path: Path) -> None:
    for name in ("a.txt", "deep/er/b.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "deep" / "empty").mkdir()
    (tmp_path / "link.txt").symlink_to("a.txt")
    assert sorted(walk(tmp_path)) == ["a.txt", "deep/empty/", "deep/er/b.txt", "link.txt"]
    assert walk(tmp_path)["link.txt"] == stamp(tmp_path / "a.txt")
    assert walk(tmp_path / "gone") == {}


def test_a_stamp_of_a_file_written_just_now_is_not_settled() -> None:
    fine, coarse = Stamp(1, 5_000_000_001, 0, 0), Stamp(1, 5_000_000_000, 0, 0)
    assert not fine.is_settled(5_000_000_001)
    assert fine.is_settled(5_000_000_001 + FINE_TICK)
    assert not coarse.is_settled(5_000_000_000 + FINE_TICK)
    assert coarse.is_settled(5_000_000_000 + COARSE_TICK)


@pytest.mark.parametrize("later", [0, 10 * COARSE_TICK])
def test_only_files_of_another_stamp_are_read(tmp_path: Path, later: int) -> None:
    (tmp_path / "a").write_text("a")
    now = clock(tmp_path) + later
    first = record(tmp_path, {"a": stamp(tmp_path / "a")}, {}, now)
    assert first["a"].digest == digest(b"a")
    assert (first["a"].stamp == UNKNOWN) is (later == 0)
    kept = {"a": FileRecord(stamp(tmp_path / "a"), b"not what is in it")}
    assert record(tmp_path, {"a": stamp(tmp_path / "a")}, kept, now) == kept


def test_another_file_of_the_same_time_and_size_has_another_stamp(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("a")
    other.write_text("b")
    before = stamp(one)
    os.utime(other, ns=(before.modified, before.modified))
    other.replace(one)
    assert (stamp(one).size, stamp(one).modified) == (before.size, before.modified)
    assert stamp(one) != before
