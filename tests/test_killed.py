"""A build that is killed leaves the last good site, and what it left beside it does not mislead the next."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from seedbed.config import Settings, read_settings
from seedbed.keep.workers import ALONE
from seedbed.pipeline import build, grow
from tests.benchmarks.generate import write_one_more
from tests.growing import TALK, contents, plant, replant

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is neither fork nor SIGKILL")

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}
_POINTS = 10


def edit(settings: Settings) -> None:
    """Add a seed, change one, and remove one."""
    write_one_more(settings.seeds, 7)
    (settings.seeds / "talk.txt").write_text(TALK.replace("gardens", "forests"), encoding="utf-8")
    (settings.seeds / "one-more-1.txt").unlink()


def run(task: Callable[[], object]) -> int | None:
    """Do a task in a process of its own; its exit status."""
    process = multiprocessing.get_context("fork").Process(target=task)
    process.start()
    process.join()
    return process.exitcode


def build_until(settings: Settings, last: int, told: Path | None = None) -> None:
    """Build, and be killed when about to change a file below the project for the `last` time.

    Args:
        settings: Of the project.
        last: The number of that change; 0 for never.
        told: Takes the number of changes that were made.
    """
    changes = 0

    def notice(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal changes
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        if (writes or event in _CHANGES) and str(arguments[0]).startswith(str(settings.root)):
            changes += 1
            if changes == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(notice)  # it cannot be taken back, but this process ends
    build(settings, workers=ALONE)
    if told:
        told.write_text(str(changes), encoding="utf-8")


def test_a_killed_build_leaves_the_last_good_site_and_the_next_is_right(tmp_path: Path) -> None:
    good = plant(tmp_path / "good", seeds=3)
    build(good, workers=ALONE)
    before = contents(good.site)
    trial = read_settings(shutil.copytree(good.root, tmp_path / "trial") / "mkdocs.yml")
    edit(trial)
    fresh = replant(trial, tmp_path / "fresh")
    told = tmp_path / "changes"
    assert run(lambda: build_until(trial, 0, told)) == 0
    build(fresh, workers=ALONE, cached=False)
    after = contents(fresh.site)
    assert contents(trial.site) == after != before
    changes = int(told.read_text("utf-8"))
    for number in range(_POINTS):
        point = 1 + number * (changes - 1) // (_POINTS - 1)
        trial = read_settings(shutil.copytree(good.root, tmp_path / f"trial {point}") / "mkdocs.yml")
        edit(trial)
        assert run(lambda: build_until(trial, point)) == -signal.SIGKILL  # noqa: B023 (called at once)
        assert contents(trial.site) in (before, after), point
        build(trial, workers=ALONE)
        for place in ("site", "docs", "seeds"):
            assert contents(getattr(trial, place)) == contents(getattr(fresh, place)), (point, place)
        assert build(trial, workers=ALONE).read == 0
        shutil.rmtree(trial.root)


def test_two_builds_at_once_wait_for_each_other(tmp_path: Path) -> None:
    settings = plant(tmp_path / "project")
    fresh = replant(settings, tmp_path / "fresh")
    build(fresh, workers=ALONE, cached=False)
    context = multiprocessing.get_context("fork")
    builds = [context.Process(target=build, args=(settings,), kwargs={"workers": ALONE}) for _ in range(2)]
    for each in builds:
        each.start()
    for each in builds:
        each.join()
    assert [each.exitcode for each in builds] == [0, 0]
    assert contents(settings.site) == contents(fresh.site)
    assert grow(settings).read == 0
