"""`seedbed add`, as somebody types it."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from seedbed.cli import main

SITE = "site_name: Small\ndocs_dir: docs_src\n"
TALK = "Ann Lee: Hello.\nBo Ek: Yes, hello.\nAnn Lee: Well?\nBo Ek: That is all.\nFooter\n"
LIBRARY = "# What I know\nseeds:\n  old.txt: # mine\n    kind: list\n"
SEEDBED = (sys.executable, "-m", "seedbed")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "seeds").mkdir(parents=True)
    (folder / "docs_src").mkdir()
    (folder / "mkdocs.yml").write_text(SITE)
    (folder / "seeds" / "library.yml").write_text(LIBRARY)
    (tmp_path / "talk.txt").write_text(TALK)
    return folder


def run(project: Path, *arguments: str) -> Result:
    """Add in this process; nobody is at a terminal."""
    with contextlib.chdir(project):
        return CliRunner().invoke(main, ["add", *arguments], catch_exceptions=False)


def run_apart(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run(  # noqa: S603
        [*SEEDBED, *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def at_a_terminal(project: Path, answer: str, *arguments: str) -> tuple[int, str]:
    ours, theirs = pty.openpty()
    command = [*SEEDBED, "add", *arguments]
    with subprocess.Popen(command, cwd=project, stdin=theirs, stdout=theirs, stderr=theirs) as one:  # noqa: S603
        os.close(theirs)
        os.write(ours, f"{answer}\n".encode())
        said = b""
        while True:
            try:
                said += os.read(ours, 4096)
            except OSError:
                break
    os.close(ours)
    return one.returncode, said.decode()


def test_shows_how_it_is_read_and_copies_it(project: Path) -> None:
    done = run_apart(project, "add", "../talk.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "../talk.txt: transcript. 4 turns begin with a speaker's name and a colon (Ann Lee, Bo Ek)",
        "  1 record in 5 lines: 5 read, 0 unread, 0 blank",
        "  added as talk.txt",
    ]
    assert (project / "seeds" / "talk.txt").read_text() == TALK
    assert (project / "seeds" / "library.yml").read_text() == LIBRARY


def test_notes_where_it_is_from(project: Path) -> None:
    done = run(project, "../talk.txt", "--source", "https://a.example/talk", "--captured", "2026-01-31")
    assert done.exit_code == 0, done.stderr
    assert (project / "seeds" / "library.yml").read_text() == (
        LIBRARY + "  talk.txt:\n    source: https://a.example/talk\n    captured: 2026-01-31\n"
    )
    grown = run_apart(project, "grow")
    assert grown.returncode == 0, grown.stdout + grown.stderr
    assert "//a.example/talk" in (project / "docs_src" / "sources" / "index.md").read_text()


def test_what_is_known_of_a_seed_that_is_there_is_noted_too(project: Path) -> None:
    (project / "seeds" / "a").mkdir()
    (project / "seeds" / "a" / "talk.txt").write_text(TALK)
    done = run(project, "seeds/a/talk.txt", "--captured", "2026-01-31")
    assert done.exit_code == 0, done.stderr
    assert "a/talk.txt is in the seeds' folder already, just so; noted in library.yml" in done.stdout
    assert (
        (project / "seeds" / "library.yml").read_text().endswith("  a/talk.txt:\n    captured: 2026-01-31\n")
    )


def test_the_maintainers_kind_is_heeded(project: Path, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(TALK)
    assert "list. library.yml gives this kind" in run(project, "../old.txt").stdout


def test_bytes_are_copied_as_they_are(project: Path, tmp_path: Path) -> None:
    content = "\ufeffOne\r\nTwo\0\rThree".encode("utf-16")
    (tmp_path / "wide.txt").write_bytes(content)
    assert run(project, "../wide.txt").exit_code == 0
    assert (project / "seeds" / "wide.txt").read_bytes() == content


class TestOverwriting:
    @pytest.fixture(autouse=True)
    def other(self, project: Path) -> None:
        (project / "seeds" / "talk.txt").write_text("Other words\n")

    def test_is_refused_without_a_terminal(self, project: Path) -> None:
        done = run_apart(project, "add", "../talk.txt", "--captured", "2026-01-31")
        assert done.returncode == 1
        assert done.stderr == (
            "error: seeds/talk.txt: is there already, and differs. Say --yes to overwrite it.\n"
        )
        assert (project / "seeds" / "talk.txt").read_text() == "Other words\n"
        assert (project / "seeds" / "library.yml").read_text() == LIBRARY

    def test_is_done_when_said(self, project: Path) -> None:
        done = run(project, "../talk.txt", "--yes")
        assert done.exit_code == 0
        assert "written over talk.txt" in done.stdout
        assert (project / "seeds" / "talk.txt").read_text() == TALK

    @pytest.mark.parametrize(("answer", "text"), [("y", TALK), ("n", "Other words\n"), ("", "Other words\n")])
    def test_is_asked_at_a_terminal(self, project: Path, answer: str, text: str) -> None:
        status, said = at_a_terminal(project, answer, "../talk.txt")
        assert status == 0
        assert "seeds/talk.txt is there already, and differs. Overwrite it? [y/N]" in said
        assert said.index("4 turns begin") < said.index("Overwrite it?")
        assert (project / "seeds" / "talk.txt").read_text() == text

    def test_of_the_same_is_none(self, project: Path) -> None:
        (project / "seeds" / "talk.txt").write_text(TALK)
        done = run(project, "../talk.txt")
        assert (done.exit_code, done.stderr) == (0, "")
        assert "is in the seeds' folder already, just so" in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("paper.pdf", b"%PDF-1.7\n", "is a PDF, not text."),
        ("latin.txt", b"one\ncaf\xe9\n", "byte 0xe9 is not UTF-8 text"),
        ("empty.txt", b"\n", "is empty."),
        (".hidden", b"words\n", "has the name of a hidden file or of a backup"),
        ("words.txt~", b"words\n", "has the name of a hidden file or of a backup"),
        ("library.yml", b"people: []\n", "has the name of a file that Seedbed keeps beside the seeds."),
        ("a\u202etxt.exe", b"words\n", "has a name with characters that cannot be shown."),
        ("long.txt", b"a" * 50, "this line has 50 characters, and one may have 40."),
    ],
)
def test_what_can_be_no_seed_is_left_and_told_and_the_rest_is_added(
    project: Path, tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (project / "mkdocs.yml").write_text(SITE + "extra: {seedbed: {limits: {line_characters: 40}}}\n")
    (tmp_path / name).write_bytes(content)
    done = run(project, f"../{name}", "../talk.txt")
    assert done.exit_code == 1
    (told,) = done.stderr.splitlines()
    assert told.startswith("error: ../")
    assert message in told
    assert told.isprintable()
    assert sorted(path.name for path in (project / "seeds").iterdir()) == ["library.yml", "talk.txt"]


def test_what_is_no_file(project: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    done = run(project, "../pipe.txt", "../nowhere.txt", "seeds")
    assert [line.split(": ", 2)[2] for line in done.stderr.splitlines()] == [
        "is a pipe, a socket or a device, no file. Put a text file here instead.",
        "there is no such file. Check its name.",
        "is a folder, no file. Put a text file here instead.",
    ]


def test_a_link_in_the_seeds_is_not_written_through(project: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret\n")
    (project / "seeds" / "talk.txt").symlink_to(tmp_path / "secret.txt")
    done = run(project, "../talk.txt", "--yes")
    assert done.exit_code == 1
    assert "seeds/talk.txt: is a link or a folder" in done.stderr
    assert (tmp_path / "secret.txt").read_text() == "secret\n"


def test_two_files_of_one_name(project: Path, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "talk.txt").write_text("Other words\n")
    done = run(project, "../talk.txt", "../b/talk.txt", "--yes")
    assert done.exit_code == 1
    assert done.stderr.startswith("error: ../b/talk.txt: has the same name as ../talk.txt")
    assert (project / "seeds" / "talk.txt").read_text() == TALK


def test_a_broken_library_stops_a_note_before_anything_is_copied(project: Path) -> None:
    (project / "seeds" / "library.yml").write_text("people:\n  - same: [One,\n")
    done = run(project, "../talk.txt", "--captured", "2026-01-31")
    assert done.exit_code == 1
    assert done.stderr.startswith("error: seeds/library.yml:")
    assert not (project / "seeds" / "talk.txt").exists()
    assert run(project, "../talk.txt").exit_code == 0


@pytest.mark.parametrize(
    "options",
    [
        ("--source", "javascript:alert(1)"),
        ("--source", "https://a.example/ b"),
        ("--captured", "2026-02-30"),
        ("--captured", "yesterday"),
    ],
)
def test_values_that_are_none(project: Path, options: tuple[str, ...]) -> None:
    done = run(project, "../talk.txt", *options)
    assert done.exit_code == 2
    assert not (project / "seeds" / "talk.txt").exists()


def test_one_address_for_several_files_is_a_mistake(project: Path) -> None:
    assert run(project, "../talk.txt", "../other.txt", "--source", "https://a.example").exit_code == 2


def test_the_folder_is_made(project: Path) -> None:
    (project / "seeds" / "library.yml").unlink()
    (project / "seeds").rmdir()
    assert run(project, "../talk.txt", "--captured", "2026-01-31").exit_code == 0
    assert (
        project / "seeds" / "library.yml"
    ).read_text() == "seeds:\n  talk.txt:\n    captured: 2026-01-31\n"


def test_json_and_quiet(project: Path) -> None:
    report = json.loads(run(project, "../talk.txt", "../nowhere.txt", "--json").stdout)
    (one,) = report["added"]
    assert (one["file"], one["done"], one["noted"]) == ("../talk.txt", "added", False)
    assert (one["seed"]["kind"], one["seed"]["records"]) == ("transcript", 1)
    assert report["faults"] == ["../nowhere.txt: there is no such file. Check its name."]
    done = run(project, "../talk.txt", "--quiet")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
