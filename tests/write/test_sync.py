"""Generated files beside hand-written ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedbed.errors import SeedbedError
from seedbed.keep.files import write_file
from seedbed.model.page import Changes
from seedbed.write.sync import MANIFEST, STAGING, Draft, sync

PAGE = b"---\ntitle: A\nkind: work\ngenerated: seedbed\n---\n\n# A\n"
OTHER = PAGE.replace(b"# A", b"# B")
MINE = b"---\ntitle: Mine\n---\n# Mine\n\ngenerated: seedbed\n"


def held(docs: Path) -> dict[str, bytes]:
    return {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in sorted(docs.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def put(files: Mapping[str, bytes], docs: Path) -> Changes:
    return sync((Draft(path, partial(bytes, content)) for path, content in files.items()), docs).changes


def test_writes_then_changes_nothing(tmp_path: Path) -> None:
    files = {"index.md": PAGE, "papers/a.md": PAGE, "data/library.json": b"{}\n"}
    assert put(files, tmp_path) == Changes(written=("data/library.json", "index.md", "papers/a.md"))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert put(files, tmp_path) == Changes(unchanged=("data/library.json", "index.md", "papers/a.md"))
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_writes_only_what_changed_and_removes_what_is_not_wanted(tmp_path: Path) -> None:
    put({"papers/a.md": PAGE, "papers/b.md": PAGE, "people/c.md": PAGE}, tmp_path)
    changes = put({"papers/a.md": OTHER, "papers/b.md": PAGE}, tmp_path)
    assert changes == Changes(("papers/a.md",), ("papers/b.md",), ("people/c.md",))
    assert held(tmp_path) == {"papers/a.md": OTHER, "papers/b.md": PAGE}
    assert not (tmp_path / "people").exists()


def test_hand_written_files_are_never_touched(tmp_path: Path) -> None:
    mine = {"about.md": MINE, "papers/notes.md": MINE, "people/me.txt": b"me", "data/mine.json": b"{}"}
    for path, content in mine.items():
        write_file(tmp_path / path, content)
    put({"papers/a.md": PAGE, "people/c.md": PAGE}, tmp_path)
    put({}, tmp_path)
    assert held(tmp_path) == mine


@pytest.mark.parametrize("path", ["papers/a.md", "data/x.js"])
def test_a_hand_written_file_in_the_way_is_an_error_that_names_both(tmp_path: Path, path: str) -> None:
    put({"index.md": PAGE}, tmp_path)
    write_file(tmp_path / path, MINE)
    with pytest.raises(SeedbedError) as raised:
        put({"index.md": OTHER, path: PAGE}, tmp_path)
    assert str(tmp_path / path) in str(raised.value)
    assert f"generated {path}" in str(raised.value)
    assert held(tmp_path) == {"index.md": PAGE, path: MINE}  # nothing was written


def test_a_file_where_a_folder_is_needed_is_an_error(tmp_path: Path) -> None:
    write_file(tmp_path / "papers", b"mine")
    with pytest.raises(SeedbedError, match=r"folder of the generated papers/a\.md"):
        put({"papers/a.md": PAGE}, tmp_path)


def test_a_folder_where_a_file_is_needed_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "papers" / "a.md").mkdir(parents=True)
    with pytest.raises(SeedbedError, match="hand-written"):
        put({"papers/a.md": PAGE}, tmp_path)


@pytest.mark.parametrize("damage", ["remove", "garble"])
def test_a_lost_manifest_is_made_anew(tmp_path: Path, damage: str) -> None:
    write_file(tmp_path / "about.md", MINE)
    files = {"papers/a.md": PAGE, "papers/b.md": PAGE, "data/library.json": b"{}\n"}
    put(files, tmp_path)
    if damage == "remove":
        (tmp_path / MANIFEST).unlink()
    else:
        (tmp_path / MANIFEST).write_bytes(b"[1, \xff")
    wanted = {"papers/a.md": OTHER, "data/library.json": b"[]\n"}
    assert put(wanted, tmp_path).removed == ("papers/b.md",)
    assert held(tmp_path) == {"about.md": MINE, **wanted}


def test_a_manifest_cannot_lead_outside(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    docs = tmp_path / "docs"
    write_file(docs / MANIFEST, b'["../outside.txt", "/etc/hosts", "a/../../outside.txt"]')
    assert put({}, docs).removed == ()
    assert outside.read_text() == "mine"


def test_a_file_that_somebody_removed_is_written_again(tmp_path: Path) -> None:
    put({"papers/a.md": PAGE, "papers/b.md": PAGE}, tmp_path)
    (tmp_path / "papers" / "a.md").unlink()
    (tmp_path / "papers" / "b.md").unlink()
    assert put({"papers/a.md": PAGE}, tmp_path) == Changes(("papers/a.md",))


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("a file")
    with pytest.raises(SeedbedError):
        put({"index.md": PAGE}, tmp_path / "docs")


paths = st.sampled_from(["index.md", "papers/a.md", "papers/b.md", "people/c.md", "data/library.json"])
states = st.dictionaries(paths, st.sampled_from([PAGE, OTHER]))


@given(st.lists(states, min_size=1, max_size=5))
@settings(deadline=None)
def test_after_any_history_the_folder_holds_exactly_what_is_wanted(
    tmp_path_factory: pytest.TempPathFactory, history: list[dict[str, bytes]]
) -> None:
    docs = tmp_path_factory.mktemp("docs")
    for files in history:
        put(files, docs)
    assert held(docs) == dict(sorted(history[-1].items()))
    assert put(history[-1], docs) == Changes(unchanged=tuple(sorted(history[-1])))


def test_a_file_that_holds_the_content_is_taken(tmp_path: Path) -> None:
    docs, made = tmp_path / "docs", tmp_path / "made"

    def put_file(content: bytes) -> Changes:
        made.write_bytes(content)
        return sync([Draft("papers/a.md", partial(Path, made))], docs).changes

    assert put_file(PAGE) == put_file(OTHER) == Changes(written=("papers/a.md",))
    assert put_file(OTHER) == Changes(unchanged=("papers/a.md",))
    assert held(docs) == {"papers/a.md": OTHER}
    assert not made.exists()


def test_two_files_at_one_path_are_a_fault_of_ours(tmp_path: Path) -> None:
    drafts = [Draft("papers/a.md", partial(bytes, content)) for content in (PAGE, OTHER)]
    with pytest.raises(ValueError, match=r"two files at papers/a\.md"):
        sync(drafts, tmp_path)
    assert held(tmp_path) == {}


def test_what_is_known_to_be_in_place_is_not_made_again(tmp_path: Path) -> None:
    made: list[str] = []

    def draft(path: str, key: bytes) -> Draft:
        def make() -> bytes:
            made.append(path)
            return PAGE

        return Draft(path, make, key)

    first = sync([draft("papers/a.md", b"a"), draft("papers/b.md", b"b"), draft("x.js", b"")], tmp_path)
    assert first.keys == {"papers/a.md": b"a", "papers/b.md": b"b"}
    made.clear()
    again = [draft("papers/a.md", b"a"), draft("papers/b.md", b"new"), draft("x.js", b"")]
    assert sync(again, tmp_path, first.keys).changes == Changes((), ("papers/a.md", "papers/b.md", "x.js"))
    assert made == ["papers/b.md", "x.js"]


def test_a_fault_half_way_leaves_everything_as_it_was(tmp_path: Path) -> None:
    put({"papers/a.md": PAGE}, tmp_path)
    before = held(tmp_path)

    def drafts() -> Iterator[Draft]:
        yield Draft("papers/a.md", partial(bytes, OTHER))
        raise ValueError("two pages")

    with pytest.raises(ValueError, match="two pages"):
        sync(drafts(), tmp_path)
    assert held(tmp_path) == before
    assert not (tmp_path / STAGING).exists()
