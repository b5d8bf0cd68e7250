"""From readings to the library and its links: resolve and link, of which parts run side by side.

What the texts say does not depend on who anybody is, so they are looked through while people are told apart.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from typing import NamedTuple

from seedbed.config import Settings
from seedbed.keep.beside import aside
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


class Understood(NamedTuple):
    """What the seeds tell, the ledger of addresses, and what changes in that."""

    library: Library
    links: Links
    ledger: Ledger
    ledger_change: LedgerChange


def understand(  # noqa: PLR0913, PLR0917 (what to understand, what is known of it, and who works)
    settings: Settings,
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
        settings: Where the ledger is.
        readings: Of all seeds.
        curation: The maintainer's word.
        store: Where what was worked out of texts is kept.
        workers: Who may work.
        stage: Told of each of the two as it begins.
        apart: Whether other processes may do what this one need not wait for.

    Raises:
        SeedbedError: Two entries of the curation file contradict each other, or the ledger cannot be read.
    """
    with ExitStack() as meanwhile:
        with stage("resolve"):
            ledger = read_ledger(settings)
            known_texts = store.take("resolve", Kept)
            memory = Memory(known_texts)
            resolving = begin(readings, curation, ledger, memory)
            # A forked process has none of the threads that an executor needs.
            hearing = aside(
                lambda: _hear(resolving.texts(), store, workers), apart=apart and not workers.executor
            )
            heard = meanwhile.enter_context(hearing)
            library = resolving.finish()
            said = heard()

        def keep_the_rest() -> LedgerChange:
            """What changes in the ledger, and what is kept for the next build; linking needs neither."""
            change = change_of_ledger(library, ledger, memory.mark)
            store.put("resolve", memory.kept(), known_texts)
            if said.is_new:
                store.put("link", said.kept)
            return change

        with stage("link"), aside(keep_the_rest, apart=apart) as finished:
            links = link_heard(library, said, curation.topics, curation.path, workers)
            return Understood(library, links, ledger, finished())


def _hear(texts: Library, store: Store, workers: Workers) -> Heard:
    """What the texts say, of which nothing is read that was before."""
    return hear(texts, store.take("link", KeptTexts), workers.executor)
