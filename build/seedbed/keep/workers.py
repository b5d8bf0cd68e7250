"""Who does the work that several processes can share."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

# A build that finds nothing changed says who would work, and imports nothing that works.
if TYPE_CHECKING:
    from concurrent.futures import Executor


Progress = Callable[[int, int], None]
"""Told how many things are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Workers:
    """Processes of this machine, or an executor.

    Attributes:
        jobs: How many processes; None takes one a processor.
        executor: Who works instead of them. They must see the same files at the same paths.
    """

    jobs: int | None = None
    executor: Executor | None = None

    @property
    def count(self) -> int:
        """How many processes of this machine may work."""
        return self.jobs or processors()

    @property
    def are_none(self) -> bool:
        """Whether there is nobody but this process."""
        return self.executor is None and self.count == 1


ALL = Workers()
"""As many processes as there are processors."""

ALONE = Workers(jobs=1)
"""This process, and no other."""


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
