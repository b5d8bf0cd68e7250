"""Generated files beside hand-written ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedbed.errors import SeedbedError
from seedbed.model.page import Changes
from seedbed.write.sync import MANIFEST, sync, write_file

PAGE = b"---\ntitle: A\nkind: work\ngenerated: seedbed\n---\n\n# A\n"
OTHER = PAGE.replace(b"# A", b"# B")
MINE = b"---\ntitle: Mine\n---\n# Mine\n\ngenerated: seedbed\n"


def held(docs: Path) -> dict[str, bytes]:
    return {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in sorted(docs.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def test_writes_then_changes_nothing(tmp_path: Path) -> None:
    files = {"index.md": PAGE, "papers/a.md": PAGE, "data/library.json": b"{}\n"}
    assert sync(files, tmp_path) == Changes(written=("data/library.json", "index.md", "papers/a.md"))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert sync(files, tmp_path) == Changes(unchanged=("data/library.json", "index.md", "papers/a.md"))
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_writes_only_what_changed_and_removes_what_is_not_wanted(tmp_path: Path) -> None:
    sync({"papers/a.md": PAGE, "papers/b.md": PAGE, "people/c.md": PAGE}, tmp_path)
    changes = sync({"papers/a.md": OTHER, "papers/b.md": PAGE}, tmp_path)
    assert changes == Changes(("papers/a.md",), ("papers/b.md",), ("people/c.md",))
    assert held(tmp_path) == {"papers/a.md": OTHER, "papers/b.md": PAGE}
    assert not (tmp_path / "people").exists()


def test_hand_written_files_are_never_touched(tmp_path: Path) -> None:
    mine = {"about.md": MINE, "papers/notes.md": MINE, "people/me.txt": b"me", "data/mine.json": b"{}"}
    for path, content in mine.items():
        write_file(tmp_path / path, content)
    sync({"papers/a.md": PAGE, "people/c.md": PAGE}, tmp_path)
    sync({}, tmp_path)
    assert held(tmp_path) == mine


@pytest.mark.parametrize("path", ["papers/a.md", "data/x.js"])
def test_a_hand_written_file_in_the_way_is_an_error_that_names_both(tmp_path: Path, path: str) -> None:
    sync({"index.md": PAGE}, tmp_path)
    write_file(tmp_path / path, MINE)
    with pytest.raises(SeedbedError) as raised:
        sync({"index.md": OTHER, path: PAGE}, tmp_path)
    assert str(tmp_path / path) in str(raised.value)
    assert f"generated {path}" in str(raised.value)
    assert held(tmp_path) == {"index.md": PAGE, path: MINE}  # nothing was written


def test_a_file_where_a_folder_is_needed_is_an_error(tmp_path: Path) -> None:
    write_file(tmp_path / "papers", b"mine")
    with pytest.raises(SeedbedError, match=r"folder of the generated papers/a\.md"):
        sync({"papers/a.md": PAGE}, tmp_path)


def test_a_folder_where_a_file_is_needed_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "papers" / "a.md").mkdir(parents=True)
    with pytest.raises(SeedbedError, match="hand-written"):
        sync({"papers/a.md": PAGE}, tmp_path)


@pytest.mark.parametrize("damage", ["remove", "garble"])
def test_a_lost_manifest_is_made_anew(tmp_path: Path, damage: str) -> None:
    write_file(tmp_path / "about.md", MINE)
    files = {"papers/a.md": PAGE, "papers/b.md": PAGE, "data/library.json": b"{}\n"}
    sync(files, tmp_path)
    if damage == "remove":
        (tmp_path / MANIFEST).unlink()
    else:
        (tmp_path / MANIFEST).write_bytes(b"[1, \xff")
    wanted = {"papers/a.md": OTHER, "data/library.json": b"[]\n"}
    assert sync(wanted, tmp_path).removed == ("papers/b.md",)
    assert held(tmp_path) == {"about.md": MINE, **wanted}


def test_a_manifest_cannot_lead_outside(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    docs = tmp_path / "docs"
    write_file(docs / MANIFEST, b'["../outside.txt", "/etc/hosts", "a/../../outside.txt"]')
    assert sync({}, docs).removed == ()
    assert outside.read_text() == "mine"


def test_a_file_that_somebody_removed_is_written_again(tmp_path: Path) -> None:
    sync({"papers/a.md": PAGE, "papers/b.md": PAGE}, tmp_path)
    (tmp_path / "papers" / "a.md").unlink()
    (tmp_path / "papers" / "b.md").unlink()
    assert sync({"papers/a.md": PAGE}, tmp_path) == Changes(("papers/a.md",))


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("a file")
    with pytest.raises(SeedbedError):
        sync({"index.md": PAGE}, tmp_path / "docs")


paths = st.sampled_from(["index.md", "papers/a.md", "papers/b.md", "people/c.md", "data/library.json"])
states = st.dictionaries(paths, st.sampled_from([PAGE, OTHER]))


@given(st.lists(states, min_size=1, max_size=5))
@settings(deadline=None)
def test_after_any_history_the_folder_holds_exactly_what_is_wanted(
    tmp_path_factory: pytest.TempPathFactory, history: list[dict[str, bytes]]
) -> None:
    docs = tmp_path_factory.mktemp("docs")
    for files in history:
        sync(files, docs)
    assert held(docs) == dict(sorted(history[-1].items()))
    assert sync(history[-1], docs) == Changes(unchanged=tuple(sorted(history[-1])))
