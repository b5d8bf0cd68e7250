"""What `seedbed inspect` says of a file with problems: the place, the line, a mark, what was expected."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from seedbed.cli import main
from seedbed.config import Limits
from seedbed.diagnose import Inspection, inspect
from seedbed.diagnose.expectations import expectation_of
from seedbed.model.curation import SeedNote
from seedbed.read.reader import UNKNOWN
from seedbed.read.registry import BUILT_IN
from seedbed.report.problems import print_problems
from tests.read.seeds import LONG

JOINERS = "\u200c\u200d"
"""Which some scripts need."""
TALK = "Ann Lee: Hello.\nBo Ek: Yes, hello.\nAnn Lee: Well?\nBo Ek: That is all.\n"


def inspected(folder: Path, content: str | bytes, kind: str = "", name: str = "a.txt") -> Inspection:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    note = SeedNote(name, 1, kind) if kind else None
    return inspect(file, note, BUILT_IN, Limits())


def said(found: Inspection, folder: Path, width: int = 80, *, verbose: bool = False) -> list[str]:
    out = io.StringIO()
    console = Console(file=out, width=width, highlight=False, soft_wrap=True)
    print_problems(found.problems, console, verbose=verbose)
    return out.getvalue().replace(f"{folder}/", "").splitlines()


def test_a_file_without_problems_says_nothing(tmp_path: Path) -> None:
    assert said(inspected(tmp_path, TALK), tmp_path) == []


def test_lines_above_what_was_read(tmp_path: Path) -> None:
    assert said(inspected(tmp_path, f"Home\nLog in\n\n{TALK}"), tmp_path) == [
        "",
        "a.txt:1:1: unread: these 2 lines are in no record, above the first one",
        " 1 | Home",
        "   | ^~~~",
        "   = expected: a turn that begins with its speaker (“Ann Lee: …”), or a paragraph of the turn above",
        "   = to do: Where somebody says this, put the name and a colon in front.",
    ]


def test_an_odd_place_and_an_indented_line(tmp_path: Path) -> None:
    text = "TY  - JOUR\nTI  - One\nER  -\n\n \t Not\u200b a tag\n"
    _, odd, shown, mark, *_, unread, _, under, _, _ = said(inspected(tmp_path, text), tmp_path)
    assert odd.startswith("a.txt:5:4: odd: holds a U+200B (zero width space) once, here")
    assert (shown, mark) == (" 5 |    Not a tag", "   |    ^~~~~~~~~")
    assert unread == "a.txt:5:4: unread: this line is in no record, below the last one"
    assert under == mark


def test_a_byte_that_is_no_text(tmp_path: Path) -> None:
    found = inspected(tmp_path, b"one\r\nan \xc3\xa9 and caf\xe9, so\r\n")
    assert found.reading is None
    _, head, line, mark = said(found, tmp_path)
    assert head.startswith("a.txt:2:13: error: byte 0xe9 is not UTF-8 text")
    assert line == " 2 | an é and caf\\xe9, so"
    assert mark == "   |             ^~~~"


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "is empty."), (b"%PDF-1.7", "is a PDF"), (b"\xff\xfea", "begins as UTF-16")],
)
def test_a_whole_file_that_cannot_be_read(tmp_path: Path, content: bytes, message: str) -> None:
    _, head = said(inspected(tmp_path, content), tmp_path)
    assert head.startswith(f"a.txt: error: {message}")


def test_a_text_that_nobody_knows_is_one_problem(tmp_path: Path) -> None:
    found = inspected(tmp_path, "just words\n\nand more\n")
    (problem,) = found.problems
    assert (problem.line, problem.last) == (1, 3)
    assert "no reader recognises its text" in problem.message


@pytest.mark.parametrize("reader", BUILT_IN, ids=lambda reader: reader.kind)
def test_every_reader_says_what_it_expects(tmp_path: Path, reader: object) -> None:
    kind = reader.kind  # type: ignore[attr-defined]
    (problem, *_) = (
        each
        for each in inspected(tmp_path, "x\n\n::: nothing that a reader takes\n\n???\n", kind).problems
        if each.expected
    )
    assert (problem.expected, problem.remedy) == (expectation_of(kind).expected, expectation_of(kind).remedy)
    others = {expectation_of(other.kind).expected for other in BUILT_IN if other.kind != kind}
    assert problem.expected not in others
    assert problem.remedy != expectation_of("somebody's own").remedy


def test_a_reader_of_another_package_is_named() -> None:
    assert "somebody's own" in expectation_of("somebody's own").expected
    assert expectation_of(UNKNOWN).remedy.startswith("Lay it out so")


def test_long_lines_are_cut_around_the_place(tmp_path: Path) -> None:
    content = b"x" * 5000 + b"\xe9" + b"y" * 5000
    _, head, line, mark = said(inspected(tmp_path, content), tmp_path, width=100)
    assert head.startswith("a.txt:1:5001: error:")
    assert len(line) <= 100
    assert line[mark.index("^") : mark.rindex("~") + 1] == "\\xe9"
    assert line.startswith(" 1 | …xxx")
    assert line.endswith("y…")


def test_wide_characters_are_marked_in_full(tmp_path: Path) -> None:
    _, _, line, mark, *_ = said(inspected(tmp_path, "只是一些文字而已 " * 20), tmp_path, width=60)
    assert cell_len(line) <= 60
    assert cell_len(line) - 1 <= len(mark) <= cell_len(line)


def test_of_very_many_problems_the_first_are_shown(tmp_path: Path) -> None:
    text = (
        "".join(f"Abstract: {LONG}\n\nBotany\n{LONG}\n\n" for _ in range(3))
        + "TY  - JOUR\nTI  - One\nER  -\n\nx\n\n" * 60
    )
    found = inspected(tmp_path, text, "ris")
    assert len(found.problems) > 60
    few, every = said(found, tmp_path), said(found, tmp_path, verbose=True)
    assert len(few) < len(every)
    assert few[-1] == f"{len(found.problems) - 20:,} more places like these; --verbose shows them."


@settings(deadline=None, max_examples=50)
@given(text=st.text(max_size=200), kind=st.sampled_from(["", "ris", "transcript", "table"]))
def test_any_text_is_shown_harmless_and_in_width(
    tmp_path_factory: pytest.TempPathFactory, text: str, kind: str
) -> None:
    folder = tmp_path_factory.getbasetemp()
    found = inspected(folder, text.encode("utf-8", "surrogatepass"), kind)
    lines = said(found, folder, width=80)
    shown = {unicodedata.category(character) for character in "".join(lines) if character not in JOINERS}
    assert not shown & {"Cc", "Cf", "Zl", "Zp"}
    for line in lines:
        assert cell_len(line) <= 80 or ": " in line


def run(*arguments: str, folder: Path) -> Result:
    with contextlib.chdir(folder):
        return CliRunner().invoke(main, ["inspect", *arguments], catch_exceptions=False)


def test_as_a_command(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Home\n\n{TALK}")
    command = [sys.executable, "-m", "seedbed", "inspect", "a.txt"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("a.txt: transcript. 4 turns begin")
    assert "a.txt:1:1: unread: this line is in no record, above the first one\n 1 | Home\n" in done.stdout
    (problem,) = json.loads(run("a.txt", "--json", folder=tmp_path).stdout)["problems"]
    assert (problem["line"], problem["column"], problem["excerpt"]["text"]) == (1, 1, "Home")
    quiet = run("a.txt", "--quiet", folder=tmp_path).stdout
    assert "turn 1" not in quiet
    assert "unread: this line" in quiet


def test_as_a_command_on_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9\n")
    done = run("a.txt", folder=tmp_path)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "a.txt:1:4: error: byte 0xe9" in done.stderr
    as_json = run("a.txt", "--json", folder=tmp_path)
    assert as_json.exit_code == 1
    assert json.loads(as_json.stdout)["problems"][0]["severity"] == "error"


def test_the_projects_curation_and_limits_are_heeded(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nextra: {seedbed: {limits: {line_characters: 9}}}\n")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("One\nTwo\n")
    (tmp_path / "seeds" / "library.yml").write_text("seeds: {a.txt: {kind: list}}\n")
    assert run("seeds/a.txt", folder=tmp_path).stdout.startswith(
        "seeds/a.txt: list. library.yml gives this kind"
    )
    (tmp_path / "seeds" / "a.txt").write_text("One\nTwo and more\n")
    assert "seeds/a.txt:2:1: error: this line has 12 characters" in run("seeds/a.txt", folder=tmp_path).stderr
