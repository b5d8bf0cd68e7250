"""Work that one forked process does."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children

import numpy as np
import pytest

from seedbed.errors import SeedbedError, SeveralError
from seedbed.keep.beside import aside_in_steps, beside, beside_in_steps
from seedbed.link.columns import Numbers

pytestmark = pytest.mark.usefixtures("forks")


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


def test_a_process_apart_ends_before_anybody_asks_for_its_large_result() -> None:
    with beside(lambda _: (os.getpid(), b"x" * 10_000_000)) as done:
        (process,) = active_children()
        process.join(timeout=60)
        assert process.exitcode == 0
        number, large = done()
    assert (number, len(large)) == (process.pid, 10_000_000)


def test_arrays_of_a_process_apart_are_what_they_were_and_can_be_written() -> None:
    arrays: dict[str, Numbers] = {
        "odd": np.arange(7, dtype=np.int8),
        "none": np.array([], dtype=np.int64),
        "large": np.arange(100_000, dtype=np.int32),
        "rows": np.arange(12).reshape(3, 4),
        "columns": np.arange(12).reshape(3, 4).T[::2],
    }
    with beside(lambda _: (arrays, "beside them")) as done:
        found, text = done()
    assert text == "beside them"
    assert found.keys() == arrays.keys()
    for name, array in arrays.items():
        np.testing.assert_array_equal(found[name], array)
        assert found[name].dtype == array.dtype
        assert found[name].flags.aligned
        found[name] += 1
        assert (found[name] > array).all()


def test_each_step_is_given_when_it_is_done() -> None:
    read, write = os.pipe()

    def work(tell: Callable[[str], None]) -> Iterator[Numbers]:
        tell("first")
        yield np.arange(10_000)
        os.read(read, 1)  # until the first was taken
        tell("second")
        yield np.arange(3)

    heard: list[str] = []
    with beside_in_steps(work) as given:
        first = given(heard.append)
        assert heard == ["first"]
        os.write(write, b"x")
        second = given(heard.append)
    assert heard == ["first", "second"]
    np.testing.assert_array_equal(first, np.arange(10_000))
    np.testing.assert_array_equal(second, np.arange(3))


def test_an_error_of_a_later_step_is_raised_when_that_is_asked_for() -> None:
    def work() -> Iterator[int]:
        yield 1
        raise SeedbedError("is odd")

    with aside_in_steps(work, apart=True) as given:
        assert given() == 1
        with pytest.raises(SeedbedError, match="is odd"):
            given()


def test_here_each_step_is_done_when_it_is_asked_for() -> None:
    done: list[int] = []

    def work() -> Iterator[int]:
        for number in range(3):
            done.append(number)
            yield number

    with aside_in_steps(work, apart=False) as given:
        assert (given(), given()) == (0, 1)
    assert done == [0, 1]


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
    monkeypatch.setattr("seedbed.keep.beside.can_fork", lambda: False)
    with beside(lambda _: os.getpid()) as done:
        assert done(print) == os.getpid()
