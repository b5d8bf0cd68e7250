"""The command line, as somebody types it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from seedbed.cli import main
from tests.projects import copy_project

pytestmark = pytest.mark.integration

SMALL = """Ada Example

LG
h-index3
2papers
10citations

2 Papers

90.1LGMay 28, 2024
A Small Study of Sorting

Ada Example, Ben Sample

We study how sorting behaves on small inputs, and find that it mostly sorts them in the end.

CLMay 2, 2023Code
Another Study of Words

Ada Example

We study words, and count how often each of them occurs in a long text that nobody reads twice.
"""

OTHER = """CLMay 2, 2023
A Survey of Quite Other Letters

Ada Example

Letters are drawn in many ways. This survey orders the ways by the number of strokes that the hand makes.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = copy_project(tmp_path / "project")
    shutil.rmtree(folder / "seeds")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "ada.txt").write_text(SMALL, "utf-8")
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize(
    "command", ["build", "grow", "serve", "check", "add", "inspect", "questions", "clean"]
)
def test_help_has_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Example: seedbed {command}" in result.output


def test_help_says_in_a_line_what_each_command_does() -> None:
    _, commands = run("--help").output.split("Commands:")
    assert "..." not in commands


def test_build_says_what_it_did_and_what_to_open(project: Path) -> None:
    result = run("build")
    assert result.exit_code == 0, result.output
    assert "ada.txt" in result.output
    assert "2 papers, 2 people" in result.output
    assert "site/index.html" in result.output
    assert "\x1b[" not in result.output
    assert (project / "site" / "index.html").is_file()


def test_a_second_build_says_what_is_new_and_what_is_gone(project: Path) -> None:
    assert run("build", "-q").exit_code == 0
    seed = project / "seeds" / "ada.txt"
    kept, _ = SMALL.split("CLMay 2, 2023")
    seed.write_text(kept + OTHER, "utf-8")
    report = json.loads(run("build", "--json").stdout)
    assert "paper: A Survey of Quite Other Letters" in report["since"]["new"]
    assert "paper: Another Study of Words" in report["since"]["gone"]
    assert not (project / "docs_src" / "papers" / "another-study-of-words.md").exists()


@pytest.mark.usefixtures("project")
def test_building_again_changes_nothing() -> None:
    assert run("build", "-q").exit_code == 0
    report = json.loads(run("build", "--json").stdout)
    assert report["pages"]["written"] == 0
    assert report["pages"]["removed"] == 0
    assert report["since"] == {"first": False, "new": [], "changed": [], "merged": [], "gone": []}


@pytest.mark.usefixtures("project")
def test_quiet_says_nothing() -> None:
    result = run("build", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_grow_writes_pages_but_no_site(project: Path) -> None:
    result = run("grow")
    assert result.exit_code == 0, result.output
    assert (project / "docs_src" / "papers" / "a-small-study-of-sorting.md").is_file()
    assert not (project / "site").exists()


def test_check_finds_a_link_that_leads_nowhere(project: Path) -> None:
    assert run("build", "-q").exit_code == 0
    assert run("check").exit_code == 0
    page = project / "site" / "papers" / "a-small-study-of-sorting.html"
    page.write_text(
        page.read_text("utf-8").replace("</article>", '<a href="nowhere.html">x</a></article>'), "utf-8"
    )
    result = run("check")
    assert result.exit_code == 1
    assert "nowhere.html" in result.output


@pytest.mark.usefixtures("project")
def test_check_before_a_build_says_what_to_do() -> None:
    result = run("check")
    assert result.exit_code == 1
    assert "Run `seedbed build` first" in result.output


def test_inspect_shows_records_with_their_lines(project: Path) -> None:
    result = run("inspect", str(project / "seeds" / "ada.txt"))
    assert result.exit_code == 0
    assert "profile" in result.output
    assert "A Small Study of Sorting" in result.output
    assert "0 unread" in result.output


def test_a_seed_that_nobody_knows_is_reported_and_gets_its_page(project: Path) -> None:
    (project / "seeds" / "odd.txt").write_text("just a few words\n\nof no known layout\n", "utf-8")
    result = run("build")
    assert result.exit_code == 0, result.output
    assert "unknown" in result.output
    assert "just a few words" in (project / "site" / "sources" / "odd-txt.html").read_text("utf-8")


BROKEN = {
    "not UTF-8": ("latin.txt", b"one line\ncaf\xe9\n", "seeds/latin.txt:2:"),
    "empty": ("empty.txt", b"", "seeds/empty.txt:"),
    "broken curation": ("library.yml", b"people:\n  - same: [One,\n", "seeds/library.yml:"),
}


@pytest.mark.parametrize("fault", sorted(BROKEN))
def test_what_cannot_be_read_is_one_line_and_the_rest_is_built(project: Path, fault: str) -> None:
    name, content, place = BROKEN[fault]
    (project / "seeds" / name).write_bytes(content)
    result = run("build")
    assert result.exit_code == 1
    assert len([line for line in result.output.splitlines() if place in line]) == 1
    assert "Traceback" not in result.output
    assert (project / "site" / "papers" / "a-small-study-of-sorting.html").is_file()


@pytest.mark.parametrize("fault", sorted(BROKEN))
def test_strict_builds_nothing_then(project: Path, fault: str) -> None:
    name, content, place = BROKEN[fault]
    (project / "seeds" / name).write_bytes(content)
    result = run("build", "--strict")
    assert result.exit_code == 1
    assert place in result.output
    assert not (project / "site").exists()


def test_a_missing_folder_of_seeds_is_one_line(project: Path) -> None:
    shutil.rmtree(project / "seeds")
    result = run("build")
    assert result.exit_code == 1
    assert "seeds: there is no such folder" in result.output


def test_no_mkdocs_yml_is_one_line(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    result = run("build")
    assert result.exit_code == 1
    assert "mkdocs.yml: there is no such file" in result.output


def test_a_failed_build_leaves_the_last_good_site(project: Path) -> None:
    assert run("build", "-q").exit_code == 0
    before = (project / "site" / "index.html").read_bytes()
    (project / "docs_src" / "about.md").write_text("# About\n\n[lost](nowhere.md)\n", "utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert "about.md" in result.output
    assert (project / "site" / "index.html").read_bytes() == before


def test_a_hand_written_page_in_the_way_is_named_and_kept(project: Path) -> None:
    mine = project / "docs_src" / "papers" / "a-small-study-of-sorting.md"
    mine.parent.mkdir(parents=True)
    mine.write_text("# Mine\n", "utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert "papers/a-small-study-of-sorting.md" in result.output
    assert mine.read_text("utf-8") == "# Mine\n"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("serve --port 99999", "'--port': 99999"),
        ("add ada.txt --captured yesterday", "'yesterday' is no day such as 2026-01-31"),
        ("add ada.txt --captured 2024-13-40", "'2024-13-40' is no day such as 2026-01-31"),
    ],
)
def test_a_wrong_option_is_one_line(command: str, said: str) -> None:
    result = run(*command.split())
    assert result.exit_code == 2
    assert said in result.output
