"""Results of forked processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from seedbed.errors import SeedbedError, SeveralError
from seedbed.keep.forked import beside, work_out

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


def wait(work: Callable[[Callable[[int], None]], object], hear: Callable[[int], None] = print) -> None:
    with beside(work) as done:
        done(hear)


def test_a_process_apart_tells_what_it_does_and_gives_its_result() -> None:
    heard: list[str] = []

    def work(tell: Callable[[str], None]) -> int:
        tell("begins")
        tell("ends")
        return os.getpid()

    with beside(work) as done:
        assert heard == []
        process = done(heard.append)
    assert process != os.getpid()
    assert heard == ["begins", "ends"]
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_an_error_of_a_process_apart_is_raised_here() -> None:
    faults = (SeedbedError("is odd", path="a.txt", line=3), SeedbedError("is not there", path="b.txt"))

    def refuse(_: Callable[[int], None]) -> None:
        raise SeveralError(faults)

    def fail(_: Callable[[int], None]) -> float:
        return 1 / 0

    with pytest.raises(SeveralError, match=r"a\.txt:3: is odd\nb\.txt: is not there") as several:
        wait(refuse)
    assert [str(fault) for fault in several.value.faults] == [str(fault) for fault in faults]
    with pytest.raises(ZeroDivisionError) as error:
        wait(fail)
    assert "return 1 / 0" in "".join(error.value.__notes__)


def test_a_process_apart_that_is_stopped_is_said() -> None:
    def stop(_: Callable[[int], None]) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(SeedbedError, match="memory"):
        wait(stop)


def test_a_process_apart_ends_when_nobody_listens() -> None:
    heard: list[int] = []

    def work(tell: Callable[[int], None]) -> None:
        tell(os.getpid())
        time.sleep(60)

    def leave(process: int) -> None:
        heard.append(process)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        wait(work, leave)
    with pytest.raises(ProcessLookupError):
        os.kill(heard[0], 0)


def test_a_process_apart_ends_with_what_goes_on_beside_it() -> None:
    def work(tell: Callable[[int], None]) -> None:
        tell(os.getpid())
        time.sleep(60)

    def heard(process: int) -> None:
        processes.append(process)
        raise InterruptedError

    processes: list[int] = []
    with pytest.raises(InterruptedError), beside(work) as done:
        done(heard)
    with pytest.raises(ProcessLookupError):
        os.kill(processes[0], 0)


def test_where_nothing_can_be_forked_it_is_worked_out_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seedbed.keep.forked.can_fork", lambda: False)
    with beside(lambda _: os.getpid()) as done:
        assert done(print) == os.getpid()


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
