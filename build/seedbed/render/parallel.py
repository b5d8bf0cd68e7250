"""Making many pages at once: in this process, or in several where that is sooner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from seedbed.keep.processes import split, spread
from seedbed.keep.workers import Progress, Workers
from seedbed.render.catalogue import write_listing
from seedbed.render.order import Batch, Order, make_pages, workshop
from seedbed.render.workshop import Workshop

# Fewer pages, and less Markdown, than this are made sooner than other processes are started: pages, bytes.
WORTH_STARTING = 60
WORTH_STARTING_BYTES = 1_000_000

# The most that one batch asks of a process, so that none is left with all the work: pages, bytes of Markdown.
BATCH_PAGES = 100
BATCH_BYTES = 400_000


def make_all(
    shop: Workshop,
    order: Order,
    sizes: Mapping[str, int],
    workers: Workers,
    progress: Progress,
) -> Iterator[Batch]:
    """Make pages.

    Args:
        shop: The workshop of this process.
        order: What other processes are told.
        sizes: The pages to make, and the bytes of Markdown of each.
        workers: Who makes them.
        progress: Told of each batch that is made.

    Raises:
        SeedbedError: A process was stopped from outside.
    """
    batches = split(sizes, most=BATCH_PAGES, size=BATCH_BYTES)
    few = len(sizes) < WORTH_STARTING and sum(sizes.values()) < WORTH_STARTING_BYTES
    done = 0
    progress(done, len(sizes))
    with _found_here(order, shop) as own:
        if workers.are_none or (few and workers.executor is None):
            results: Iterator[Batch] = (make_pages(own, uris) for uris in batches)
        else:
            write_listing(order.listing, shop.listing)
            results = spread(partial(make_pages, own), batches, workers)
        for batch in results:
            done += len(batch.pages)
            progress(done, len(sizes))
            yield batch


@contextmanager
def _found_here(order: Order, shop: Workshop) -> Iterator[Order]:
    """Let this process, and those that are forked from it, find the workshop that it has."""
    own = replace(order, here=shop)
    workshop.cache_clear()
    workshop(own)
    try:
        yield own
    finally:
        workshop.cache_clear()
        order.listing.unlink(missing_ok=True)
