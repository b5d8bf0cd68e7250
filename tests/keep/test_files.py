"""Files that somebody keeps: read and written whole, or said by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from seedbed.errors import SeedbedError
from seedbed.keep.files import read_text, write_file, write_named


def test_line_ends_stay_where_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"one\r\ntwo\n")
    assert read_text(tmp_path / "a.yml", "a.yml") == "one\ntwo\n"
    assert read_text(tmp_path / "a.yml", "a.yml", newline="") == "one\r\ntwo\n"


def test_what_cannot_be_read_is_said_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"\xff\xfe")
    with pytest.raises(SeedbedError, match=r"seeds/a\.yml: is not UTF-8"):
        read_text(tmp_path / "a.yml", "seeds/a.yml")
    with pytest.raises(SeedbedError, match=r"seeds/none\.yml: cannot be opened"):
        read_text(tmp_path / "none.yml", "seeds/none.yml")


def test_a_file_is_written_whole_and_its_folder_made(tmp_path: Path) -> None:
    write_file(tmp_path / "in" / "a.txt", b"first")
    write_named(tmp_path / "in" / "a.txt", b"second", "seeds/a.txt")
    assert {path.name: path.read_bytes() for path in (tmp_path / "in").iterdir()} == {"a.txt": b"second"}


def test_what_cannot_be_written_is_said_by_name(tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b"a file where a folder is needed")
    with pytest.raises(SeedbedError, match=r"seeds/in/a\.txt: cannot be written"):
        write_named(tmp_path / "in" / "a.txt", b"", "seeds/in/a.txt")
