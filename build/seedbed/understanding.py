"""From readings to the library and its links: resolve and link, of which parts run side by side.

What the texts say does not depend on who anybody is, so they are looked through while people are told apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from typing import NamedTuple, cast

from seedbed.config import Settings
from seedbed.keep.beside import aside, aside_in_steps
from seedbed.keep.store import Store
from seedbed.keep.workers import Workers
from seedbed.link import Heard, hear, link_heard
from seedbed.link import Kept as KeptTexts
from seedbed.model.curation import Curation
from seedbed.model.library import Library
from seedbed.model.link import Links
from seedbed.model.record import Reading
from seedbed.project_files import LedgerChange, change_of_ledger, read_ledger
from seedbed.resolve.ledger import Ledger
from seedbed.resolve.memory import Kept, Memory
from seedbed.resolve.resolve import begin


class Known(NamedTuple):
    """What is known before any seed is read.

    Attributes:
        ledger: The addresses that were published.
        texts: What was worked out of texts before.
    """

    ledger: Ledger
    texts: Kept | None


class Understood(NamedTuple):
    """What the seeds tell, the ledger of addresses, and what changes in that."""

    library: Library
    links: Links
    ledger: Ledger
    ledger_change: LedgerChange


def look_up(settings: Settings, store: Store) -> Known:
    """What is known.

    Raises:
        SeedbedError: The ledger cannot be read.
    """
    return Known(read_ledger(settings), store.take("resolve", Kept))


def understand(  # noqa: PLR0913, PLR0917 (what to understand, what is known of it, and who works)
    known: Known,
    readings: tuple[Reading, ...],
    curation: Curation,
    store: Store,
    workers: Workers,
    stage: Callable[[str], AbstractContextManager[None]],
    *,
    apart: bool = False,
) -> Understood:
    """Resolve and link.

    Args:
        known: What is known before they are.
        readings: Of all seeds.
        curation: The maintainer's word.
        store: Where what was worked out of texts is kept.
        workers: Who may work.
        stage: Told of each of the two as it begins.
        apart: Whether other processes may do what this one need not wait for.

    Raises:
        SeedbedError: Two entries of the curation file contradict each other.
    """
    with ExitStack() as meanwhile:
        with stage("resolve"):
            memory = Memory(known.texts)
            resolving = begin(readings, curation, known.ledger, memory)
            # A forked process has none of the threads that an executor needs.
            hearing = aside_in_steps(
                lambda: _hear(resolving.texts(), store, workers), apart=apart and not workers.executor
            )
            hear_next = meanwhile.enter_context(hearing)
            library = resolving.finish()
            heard = cast("Heard", hear_next())

        def keep_the_rest() -> LedgerChange:
            """What changes in the ledger, and what is kept for the next build; linking needs neither."""
            store.put("resolve", memory.kept(), known.texts)
            return change_of_ledger(library, known.ledger, memory.mark)

        with stage("link"), aside(keep_the_rest, apart=apart) as finished:
            links = link_heard(library, heard, curation.topics, curation.path, workers)
            hear_next()
            return Understood(library, links, known.ledger, finished())


def _hear(texts: Library, store: Store, workers: Workers) -> Iterator[Heard | None]:
    """What the texts say, of which nothing is read that was before; then nothing, once that is kept."""
    kept = store.take("link", KeptTexts)
    heard = hear(texts, kept, workers.executor)
    yield heard
    store.put("link", heard.kept, kept)
    yield None
