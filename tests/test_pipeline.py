"""A build does again what has to be done again, and what it leaves is what a build of everything leaves."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from seedbed.config import Settings, read_settings
from seedbed.errors import SeedbedError
from seedbed.growing import gains_by_forking
from seedbed.keep.workers import ALONE, Workers
from seedbed.model.page import Page
from seedbed.pipeline import build, grow
from seedbed.write.markdown import Templates
from tests.benchmarks.generate import write_one_more
from tests.growing import TALK, contents, plant, replant


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return plant(tmp_path / "project")


def test_nothing_changed_reads_nothing_and_says_the_same(settings: Settings) -> None:
    first = grow(settings)
    assert first.read == len(first.seeds) == 3
    assert first.since.first
    left = contents(settings.docs)
    second = grow(settings)
    assert second.read == 0
    assert not second.since.first
    assert second.pages.unchanged == first.pages.written
    assert second.pages.written == second.pages.removed == 0
    assert (second.seeds, second.counts, second.warnings) == (first.seeds, first.counts, first.warnings)
    assert contents(settings.docs) == left


def test_nothing_changed_renders_and_checks_nothing(settings: Settings) -> None:
    first = build(settings)
    assert first.pages.rendered > 0
    left = contents(settings.site)
    second = build(settings)
    assert (second.read, second.pages.written, second.pages.rendered) == (0, 0, 0)
    assert second.pages.kept == first.pages.rendered
    assert second.findings == first.findings
    assert second.site == first.site
    assert [stage for stage, _ in second.seconds] == ["render"]
    assert contents(settings.site) == left


@pytest.mark.usefixtures("forks")
@pytest.mark.parametrize("many", [0, sys.maxsize], ids=["with processes of its own", "by itself"])
def test_pages_grown_in_a_process_apart_are_those_grown_here(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    alone = plant(tmp_path / "alone")
    monkeypatch.setattr("seedbed.growing._MANY_BYTES", many)
    for number in range(2):
        stages: list[str] = []
        apart = build(settings, workers=Workers(2), announce=stages.append)
        here = build(alone, workers=ALONE)
        assert [stage for stage, _ in apart.seconds] == [stage for stage, _ in here.seconds] == stages
        assert replace(apart, seconds=(), site="") == replace(here, seconds=(), site="")
        assert contents(settings.docs) == contents(alone.docs)
        assert contents(settings.site) == contents(alone.site)
        assert contents(settings.seeds) == contents(alone.seeds)  # the ledger among them
        for project in (settings, alone):
            write_one_more(project.seeds, number)
    (settings.seeds / "library.yml").write_text("nothing: [", encoding="utf-8")
    with pytest.raises(SeedbedError, match=r"library\.yml"):
        build(settings, workers=Workers(2), strict=True)


def test_pages_are_kept_where_rendering_fails(settings: Settings) -> None:
    (settings.docs / "about.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(SeedbedError, match="nowhere"):
        build(settings)
    (settings.docs / "about.md").write_text("# About\n", encoding="utf-8")
    report = build(settings)
    assert report.read == 0
    assert [stage for stage, _ in report.seconds] == ["render", "check"]


def test_a_change_of_the_site_alone_is_mended_and_checked_without_reading_seeds(settings: Settings) -> None:
    build(settings)
    left = contents(settings.site)
    (settings.site / "index.html").write_text("not ours", encoding="utf-8")
    report = build(settings)
    assert report.read == 0
    assert [stage for stage, _ in report.seconds] == ["render", "check"]
    assert contents(settings.site) == left


def test_a_hand_written_page_is_rendered_without_reading_seeds(settings: Settings) -> None:
    build(settings)
    (settings.docs / "about.md").write_text("# About\n", encoding="utf-8")
    report = build(settings)
    assert report.read == 0
    assert (settings.site / "about.html").exists() or (settings.site / "about" / "index.html").exists()


@pytest.mark.parametrize("path", ["index.md", "data/library.json", ".generated.json"])
def test_a_generated_file_that_somebody_edited_is_written_again(settings: Settings, path: str) -> None:
    grow(settings)
    left = contents(settings.docs)
    with (settings.docs / path).open("ab") as file:
        file.write(b"\n")
    assert "write" in dict(grow(settings).seconds)
    assert contents(settings.docs) == left
    (settings.docs / path).unlink()
    assert "write" in dict(grow(settings).seconds)
    assert contents(settings.docs) == left


def test_an_edit_of_the_same_size_at_the_same_time_is_seen(settings: Settings) -> None:
    grow(settings)
    seed = settings.seeds / "talk.txt"
    before = seed.stat()
    seed.write_text(TALK.replace("gardens", "forests"), encoding="utf-8")
    os.utime(seed, ns=(before.st_atime_ns, before.st_mtime_ns))
    report = grow(settings)
    assert report.read == 1
    assert any("forests" in name for name in (*report.since.new, *report.since.changed))


def test_a_file_that_was_only_touched_is_no_change(settings: Settings) -> None:
    grow(settings)
    for seed in settings.seeds.iterdir():
        os.utime(seed)
    assert grow(settings).read == 0


@pytest.mark.parametrize("damage", [b"", b"not ours", None])
def test_a_damaged_cache_is_worked_out_anew(settings: Settings, damage: bytes | None) -> None:
    grow(settings)
    left = contents(settings.docs)
    for file in sorted(path for path in settings.cache.rglob("*") if path.is_file()):
        content = file.read_bytes()
        file.write_bytes(content[: len(content) // 2] if damage is None else damage)
    assert grow(settings).read == 3
    assert contents(settings.docs) == left
    assert grow(settings).read == 0


def test_without_the_cache_nothing_is_used_and_nothing_kept(settings: Settings) -> None:
    assert grow(settings, cached=False).read == 3
    assert grow(settings, cached=False).read == 3
    assert grow(settings).read == 3


def test_strict_fails_again_where_nothing_changed(settings: Settings) -> None:
    (settings.seeds / "empty.txt").write_text("", encoding="utf-8")
    assert grow(settings).faults
    assert grow(settings).faults
    with pytest.raises(SeedbedError):
        grow(settings, strict=True)


def test_another_name_of_the_site_is_a_change(settings: Settings) -> None:
    grow(settings)
    text = settings.config_file.read_text("utf-8")
    settings.config_file.write_text(text.replace("site_name: Small", "site_name: Tiny"), encoding="utf-8")
    report = grow(read_settings(settings.config_file))
    assert report.read == 0
    assert report.pages.written > 0


def test_a_page_that_shows_the_same_is_not_made_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    render = Templates.render

    def note(templates: Templates, page: Page) -> str:
        made.append(page.path)
        return render(templates, page)

    monkeypatch.setattr(Templates, "render", note)
    first = grow(settings)
    assert len(made) == len(list(settings.docs.rglob("*.md"))) - 1
    made.clear()
    (settings.docs / "home.md").write_text("# Another\n\nSomething else.\n", encoding="utf-8")
    report = grow(settings)
    assert made == ["index.md"]
    assert (report.pages.written, report.pages.unchanged) == (1, first.pages.written - 1)
    made.clear()
    write_one_more(settings.seeds, 7)
    report = grow(settings)
    assert 0 < len(made) <= report.pages.written
    assert not any(page.startswith("transcripts/") and page != "transcripts/index.md" for page in made)


def add(settings: Settings, chance: random.Random) -> None:
    write_one_more(settings.seeds, chance.randrange(2, 9))


def add_in_a_folder(settings: Settings, chance: random.Random) -> None:
    folder = settings.seeds / f"folder {chance.randrange(2)}"
    folder.mkdir(exist_ok=True)
    write_one_more(folder, chance.randrange(20, 29))


def change(settings: Settings, chance: random.Random) -> None:
    seed = chance.choice(sorted(path for path in settings.seeds.rglob("*.txt") if path.is_file()))
    text = seed.read_text("utf-8")
    seed.write_text(text.replace("Chen", "Quist").replace(" the ", " this ", 1), encoding="utf-8")


def remove(settings: Settings, chance: random.Random) -> None:
    seeds = sorted(path for path in settings.seeds.rglob("one-more-*.txt") if path.is_file())
    if seeds:
        chance.choice(seeds).unlink()


def rule(settings: Settings, chance: random.Random) -> None:
    phrase = chance.choice(["garden", "everything", "seeds"])
    rulings = f'topics:\n  - label: "Gardening"\n    phrases: ["{phrase}"]\n'
    (settings.seeds / "library.yml").write_text(rulings, encoding="utf-8")


def write_home(settings: Settings, chance: random.Random) -> None:
    (settings.docs / "home.md").write_text(f"# Home {chance.randrange(3)}\n\nProse.\n", encoding="utf-8")


def write_page(settings: Settings, chance: random.Random) -> None:
    (settings.docs / "about.md").write_text(f"# About {chance.randrange(3)}\n", encoding="utf-8")


def spoil(settings: Settings, chance: random.Random) -> None:
    page = chance.choice(sorted((settings.docs / "papers").glob("*.md")))
    page.write_bytes(page.read_bytes() + b"spoilt")


def lose(settings: Settings, _chance: random.Random) -> None:
    shutil.rmtree(settings.docs / "people", ignore_errors=True)


def nothing(_settings: Settings, _chance: random.Random) -> None:
    pass


EDITS: tuple[Callable[[Settings, random.Random], None], ...] = (
    add,
    add_in_a_folder,
    change,
    remove,
    rule,
    write_home,
    write_page,
    spoil,
    lose,
    nothing,
)


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_the_pages_are_those_of_a_fresh_copy(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same every time
    settings = plant(tmp_path / "project")
    grow(settings)
    for number in range(6):
        edits = chance.sample(EDITS, chance.randint(1, 2))
        for edit in edits:
            edit(settings, chance)
        fresh = replant(settings, tmp_path / f"fresh {number}")
        grow(settings)
        grow(fresh, cached=False)
        names = ", ".join(edit.__name__ for edit in edits)
        assert contents(settings.docs) == contents(fresh.docs), names
        assert contents(settings.seeds) == contents(fresh.seeds), names


def test_a_file_that_goes_while_seeds_are_weighed_stops_nothing(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.walk", lambda seeds: [(seeds, [], [".talk.txt.swp"])])
    assert not gains_by_forking(settings)
