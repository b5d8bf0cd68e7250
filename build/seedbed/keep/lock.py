"""One build at a time: a second one waits for the first."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def hold(path: Path) -> Iterator[None]:
    """Hold the lock on a file, which is made if need be; wait for whoever holds it.

    The operating system releases it when its holder ends, however that ends.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _acquire(file)
        yield
    finally:
        os.close(file)


def _acquire(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - there is none elsewhere

        while True:
            try:
                msvcrt.locking(file, msvcrt.LK_LOCK, 1)
            except OSError:
                continue  # it gives up after ten seconds
            return
    import fcntl  # noqa: PLC0415 - there is none on Windows

    fcntl.flock(file, fcntl.LOCK_EX)
