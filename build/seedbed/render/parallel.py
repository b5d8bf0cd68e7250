"""Making many pages at once, through the standard executor interface."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from seedbed.errors import SeedbedError
from seedbed.render.catalogue import write_listing
from seedbed.render.order import Batch, Order, make_pages, workshop
from seedbed.render.workshop import Workshop

# Fewer pages than this are made sooner than other processes are started.
WORTH_STARTING = 60

# The most that one batch asks of a process: pages, and bytes of Markdown, so that none is left with all the
# work.
BATCH_PAGES = 100
BATCH_BYTES = 400_000

Progress = Callable[[int, int], None]
"""Told how many pages are made, and of how many."""


def make_all(  # noqa: PLR0913 - each is needed, and each by its name
    shop: Workshop,
    order: Order,
    sizes: Mapping[str, int],
    *,
    jobs: int | None,
    executor: Executor | None,
    progress: Progress,
) -> Iterator[Batch]:
    """Make pages in this process, or in several where there are many.

    Args:
        shop: The workshop of this process.
        order: What other processes are told.
        sizes: The pages to make, and the bytes of Markdown of each.
        jobs: How many processes; None for one a processor.
        executor: Who runs them, instead of processes started here.
        progress: Told of each batch that is made.

    Raises:
        SeedbedError: A process was stopped from outside.
    """
    jobs = (
        jobs or len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else jobs or os.cpu_count() or 1
    )
    batches = split(sizes)
    done = 0
    progress(done, len(sizes))
    with _shown(order, shop) as order_here:
        if executor is None and (jobs == 1 or len(sizes) < WORTH_STARTING):
            results: Iterator[Batch] = (make_pages(order_here, uris) for uris in batches)
        else:
            write_listing(order.listing, shop.listing)
            results = _spread(order_here, batches, jobs, executor)
        for batch in results:
            done += len(batch.pages)
            progress(done, len(sizes))
            yield batch


@contextmanager
def _shown(order: Order, shop: Workshop) -> Iterator[Order]:
    """Let this process, and those that are forked from it, find the workshop that it has."""
    here = Order(order.build, order.config_file, order.staging, order.listing, order.date, shop)
    workshop.cache_clear()
    workshop(here)
    try:
        yield here
    finally:
        workshop.cache_clear()
        order.listing.unlink(missing_ok=True)


def split(sizes: Mapping[str, int]) -> list[tuple[str, ...]]:
    """Put pages into batches of about the same work, the largest pages first."""
    batches: list[tuple[str, ...]] = []
    batch: list[str] = []
    total = 0
    for uri in sorted(sizes, key=lambda uri: (-sizes[uri], uri)):
        if batch and (len(batch) == BATCH_PAGES or total + sizes[uri] > BATCH_BYTES):
            batches.append(tuple(batch))
            batch, total = [], 0
        batch.append(uri)
        total += sizes[uri]
    return [*batches, tuple(batch)] if batch else batches


def _spread(
    order: Order, batches: Sequence[Sequence[str]], jobs: int, executor: Executor | None
) -> Iterator[Batch]:
    if executor is not None:
        yield from _collect(executor, order, batches)
        return
    # Forked processes find everything set up. Where threads run, a fork may copy a lock that nobody will
    # release.
    forks = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if forks else "spawn")
    with ProcessPoolExecutor(min(jobs, len(batches)), mp_context=context) as pool:
        try:
            yield from _collect(pool, order, batches)
        except BrokenProcessPool as error:
            raise SeedbedError(
                "a process that was making pages was stopped; is there memory enough? Try fewer, with --jobs"
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _collect(executor: Executor, order: Order, batches: Sequence[Sequence[str]]) -> Iterator[Batch]:
    for future in as_completed([executor.submit(make_pages, order, uris) for uris in batches]):
        yield future.result()
