"""Check a site; one of few new pages while it is packed and put in place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from seedbed.keep.workers import ALONE, Progress, Workers
from seedbed.model.finding import Finding

# A build that finds nothing changed checks nothing: what checks is imported where it does.
if TYPE_CHECKING:
    from seedbed.keep.beside import Wait

# So many pages are checked by one process while another ends their rendering; more, by all processes then.
FEW_PAGES = 200


@dataclass(slots=True)
class Checking:
    """The check of one site, for a `with` statement, which ends a process that nobody waits for.

    Attributes:
        cache: Where what was found is kept for the next time; None keeps and uses nothing.
        sign: Of the code and the packages that check.
        workers: Who checks.
    """

    cache: Path | None
    sign: bytes
    workers: Workers
    _waiting: Wait[tuple[Finding, ...]] | None = None
    _cleanup: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._cleanup.close()

    def begin(self, site: Path, digests: Mapping[str, bytes], rendered: int) -> None:
        """Check a site that is yet to be put in place, if that gains time.

        Args:
            site: Where it lies for now.
            digests: As of `seedbed.check.check_site`.
            rendered: How many of its pages are new.
        """
        from seedbed.check import check_site  # noqa: PLC0415
        from seedbed.keep.beside import beside  # noqa: PLC0415
        from seedbed.keep.processes import can_fork  # noqa: PLC0415

        if rendered > FEW_PAGES or self.workers.count == 1 or self.workers.executor or not can_fork():
            return
        folder = os.open(site, os.O_RDONLY | os.O_DIRECTORY)
        self._cleanup.callback(os.close, folder)
        cache = self.cache and self.cache.absolute()

        def check() -> tuple[Finding, ...]:
            os.fchdir(folder)  # it has another name as soon as it is in place
            return check_site(Path(), digests=digests, cache_dir=cache, sign=self.sign, workers=ALONE)

        self._waiting = self._cleanup.enter_context(beside(lambda _: check()))

    def end(self, site: Path, digests: Mapping[str, bytes] | None, progress: Progress) -> tuple[Finding, ...]:
        """What the check has found, or finds now.

        Args:
            site: Where it lies.
            digests: As of `seedbed.check.check_site`, with `progress`.
            progress: See there.

        Raises:
            SeedbedError: A process that checked was stopped from outside.
        """
        from seedbed.check import check_site  # noqa: PLC0415

        if self._waiting is not None:
            return self._waiting()
        return check_site(
            site,
            digests=digests,
            cache_dir=self.cache,
            sign=self.sign,
            workers=self.workers,
            progress=progress,
        )
