"""Results of forked processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from seedbed.errors import SeedbedError
from seedbed.keep.forked import can_fork, work_out

pytestmark = pytest.mark.skipif(not can_fork(), reason="processes cannot be forked here")


def test_results_come_in_order_whoever_worked_them_out() -> None:
    large = {number: number**2 for number in range(100)}
    for jobs in (1, 2, 3):
        found = list(work_out(lambda number: (large[number], os.getpid()), range(100), jobs))
        assert [result for result, _ in found] == list(large.values())
        processes = {process for _, process in found}
        assert len(processes) == jobs
        assert os.getpid() in processes


def test_nothing_to_do_is_no_result() -> None:
    assert list(work_out(str, (), 2)) == []


def test_an_error_is_raised_where_the_results_are_wanted() -> None:
    with pytest.raises(ZeroDivisionError):
        list(work_out(lambda number: 1 // (20 - number), range(40), 2))


def test_a_process_that_is_stopped_is_said() -> None:
    here = os.getpid()

    def stop(number: int) -> int:
        if number > 20 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(SeedbedError, match="--jobs 1"):
        list(work_out(stop, range(40), 2))


def test_results_that_nobody_wants_any_more_end_the_work() -> None:
    results: Iterator[bytes] = work_out(lambda number: bytes(1_000_000 + number), range(100), 2)
    assert len(next(results)) == 1_000_000
    results.close()  # type: ignore[attr-defined]
