"""Memory that was freed, given back to the system."""

from __future__ import annotations


def give_back() -> None:
    """Give back what is free.

    glibc keeps what it has once had: after much was worked out, that is more than what is still in use. As it
    is taken again, each forked process takes a copy of it. Other C libraries give it back by themselves.
    """
    import ctypes  # noqa: PLC0415 (only where much was worked out)

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
