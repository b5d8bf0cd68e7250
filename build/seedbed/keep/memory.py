"""How memory is freed, and given back to the system."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_FROZEN_AT_START = gc.get_freeze_count()
"""Python 3.12 says so of a few hundred values before anybody has set one aside."""

_left: list[object] | None = None


@contextmanager
def uncollected() -> Iterator[None]:
    """Free values by counting references alone: frozen ones never refer to each other in a circle.

    To look through all of them again and again would take a fifth of the time.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


def ends_soon() -> None:
    """Say that this process ends with the work that it does now."""
    global _left  # noqa: PLW0603 (a process ends once)
    _left = []


def leave(value: object) -> None:
    """Let go of a large value: a process that ends soon does not free it, as the system frees all at once.

    Python frees value by value, which takes a tenth of a second for a large library.
    """
    if _left is not None:
        _left.append(value)


@contextmanager
def set_aside() -> Iterator[None]:
    """Keep the search for cycles from what is there now.

    It takes long to look through much that stays, and writes to it: forked processes would copy all of it.
    """
    is_already = gc.get_freeze_count() > _FROZEN_AT_START
    gc.freeze()
    try:
        yield
    finally:
        if not is_already:
            gc.unfreeze()


def give_back() -> None:
    """Give back what is free.

    glibc keeps what it has once had: after much was worked out, that is more than what is still in use. As it
    is taken again, each forked process takes a copy of it. Other C libraries give it back by themselves.
    """
    if sys.platform != "linux":
        return
    import ctypes  # noqa: PLC0415 (only where much was worked out)

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
