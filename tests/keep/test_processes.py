from __future__ import annotations

import os
import signal
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.errors import SeedbedError
from seedbed.keep.processes import split, spread
from seedbed.keep.workers import ALONE, Workers, processors


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 50)))
def test_everything_is_in_one_batch_and_no_batch_is_too_much(sizes: dict[str, int]) -> None:
    batches = split(sizes, most=4, size=60)
    assert sorted(name for batch in batches for name in batch) == sorted(sizes)
    for batch in batches:
        assert 1 <= len(batch) <= 4
        assert len(batch) == 1 or sum(sizes[name] for name in batch) <= 60


def add(to: int, number: int) -> tuple[int, int]:
    return to + number, os.getpid()


def stop(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("executor", [None, ProcessPoolExecutor(1, mp_context=get_context("spawn"))])
def test_work_is_done_elsewhere(executor: Executor | None) -> None:
    results = list(spread(partial(add, 10), range(20), Workers(2, executor)))
    assert sorted(result for result, _ in results) == list(range(10, 30))
    assert os.getpid() not in {process for _, process in results}
    if executor:
        executor.shutdown()


def test_a_process_that_is_stopped_is_told() -> None:
    with pytest.raises(SeedbedError, match="--jobs"):
        list(spread(stop, [1], ALONE))


def test_there_is_a_processor() -> None:
    assert processors() >= 1
