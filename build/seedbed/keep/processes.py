"""Work that is spread over processes, through the standard executor interface."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError, Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from seedbed.errors import SeedbedError
from seedbed.keep.memory import set_aside
from seedbed.keep.workers import Workers

Task = TypeVar("Task")
Result = TypeVar("Result")


def can_fork() -> bool:
    """Whether processes may be forked: where threads run, a copy may hold a lock that nobody will release."""
    return sys.platform == "linux" and threading.active_count() == 1


def split(sizes: Mapping[str, int], *, most: int, size: int) -> list[tuple[str, ...]]:
    """Put things into batches of about the same work, the largest things first.

    Args:
        sizes: Each thing, and how much work it is.
        most: How many things a batch may have.
        size: How much work a batch may be, unless it is of one thing.
    """
    batches: list[tuple[str, ...]] = []
    batch: list[str] = []
    total = 0
    for name in sorted(sizes, key=lambda name: (-sizes[name], name)):
        if batch and (len(batch) == most or total + sizes[name] > size):
            batches.append(tuple(batch))
            batch, total = [], 0
        batch.append(name)
        total += sizes[name]
    return [*batches, tuple(batch)] if batch else batches


def spread(task: Callable[[Task], Result], batches: Sequence[Task], workers: Workers) -> Iterator[Result]:
    """Do a task for each batch, in several processes; the results come as they are done.

    Args:
        task: A function of a module, with what it needs bound to it by `functools.partial`.
        batches: What to do it for.
        workers: Who does it; never this process.

    Raises:
        SeedbedError: A process was stopped from outside, or the cluster has gone.
    """
    if workers.executor is not None:
        yield from _elsewhere(workers.executor, task, batches)
        return
    jobs = max(1, min(workers.count, len(batches)))
    # A forked process finds all that is set up here.
    context = multiprocessing.get_context("fork" if can_fork() else "spawn")
    with set_aside(), ProcessPoolExecutor(jobs, mp_context=context) as pool:
        try:
            yield from _collect(pool, task, batches)
        except BrokenProcessPool as error:
            raise lost() from error
        finally:
            pool.shutdown(cancel_futures=True)


def lost() -> SeedbedError:
    """What to say where a process was stopped from outside."""
    return SeedbedError(
        "a process that did part of the work was stopped; is there memory enough? Try --jobs 1"
    )


def _elsewhere(
    executor: Executor, task: Callable[[Task], Result], batches: Iterable[Task]
) -> Iterator[Result]:
    try:
        yield from _collect(executor, task, batches)
    except CancelledError as error:
        raise SeedbedError("who did the work has gone; build again, or without --cluster") from error
    except Exception as error:
        # Dask tells in errors of its own what became of workers, not of the work.
        if type(error).__module__.partition(".")[0] != "distributed":
            raise
        raise SeedbedError(f"the cluster lost part of the work ({error}); build without --cluster") from error


def _collect(executor: Executor, task: Callable[[Task], Result], batches: Iterable[Task]) -> Iterator[Result]:
    for future in as_completed([executor.submit(task, batch) for batch in batches]):
        yield future.result()
