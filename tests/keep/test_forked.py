"""Results of forked processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from seedbed.errors import SeedbedError
from seedbed.keep.forked import work_out

pytestmark = pytest.mark.usefixtures("forks")


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("many", [100, 1000])
def test_each_thing_has_its_result_whoever_worked_it_out(jobs: int, many: int) -> None:
    large = {number: number**2 for number in range(many)}
    found = list(work_out(lambda number: (large[number], os.getpid()), range(many), jobs))
    assert sorted((thing, result) for thing, (result, _) in found) == sorted(large.items())
    processes = {process for _, (_, process) in found}
    assert os.getpid() in processes
    assert len(processes) > 1 or jobs == 1


def test_nobody_waits_for_one_thing_that_takes_long() -> None:
    here = os.getpid()

    def wait(number: int) -> int:
        if number == 999:
            time.sleep(0.5)
        return os.getpid()

    found = [(thing, process == here) for thing, process in work_out(wait, range(1000), 2)]
    assert found[-1][0] > 1000 - 96
    assert sum(ours for _, ours in found) > 800


def test_nothing_to_do_is_no_result() -> None:
    assert list(work_out(str, (), 2)) == []


def test_an_error_is_raised_where_the_results_are_wanted() -> None:
    with pytest.raises(ZeroDivisionError):
        list(work_out(lambda number: 1 // (20 - number), range(40), 2))


def test_a_process_that_is_stopped_is_said() -> None:
    here = os.getpid()

    def stop(number: int) -> int:
        if number > 5 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(SeedbedError, match="--jobs 1"):
        list(work_out(stop, range(40), 2))


def test_results_that_nobody_wants_any_more_end_the_work() -> None:
    results = work_out(lambda number: bytes(1_000_000 + number), range(100), 2)
    thing, result = next(results)
    assert len(result) == 1_000_000 + thing
    results.close()  # type: ignore[attr-defined]


ORPHANS = """
import multiprocessing, os, signal
from seedbed.keep.forked import work_out

results = work_out(lambda number: bytes(1_000_000), range(200), 3)
for number in range(30):
    next(results)
print(*(process.pid for process in multiprocessing.active_children()), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_forked_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    said = tmp_path / "said"
    with said.open("wb") as output:  # a pipe would stay open as long as they run
        subprocess.run([sys.executable, "-c", ORPHANS], stdout=output, check=False)  # noqa: S603 (ours)
    processes = [Path("/proc", each) for each in said.read_text().split()]
    assert len(processes) == 2
    deadline = time.monotonic() + 30
    while any(_runs(process) for process in processes):
        assert time.monotonic() < deadline, "they wait for ever"
        time.sleep(0.05)


def _runs(process: Path) -> bool:
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
