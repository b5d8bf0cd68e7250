"""How far a build has come: one line of a terminal, written over again and again."""

from __future__ import annotations

import shutil
import time
from typing import TextIO

# Seconds between two looks of the line.
INTERVAL = 0.1

# About how much of a build's work each stage is, in percent, in the order in which they come.
SHARES = {"read": 8, "resolve": 8, "link": 14, "write": 15, "render": 40, "check": 15}

_WIDTH = 24


class ProgressLine:
    """One bar over all stages; nothing of it is left when it is cleared.

    No thread of its own writes it: processes are forked only from one that has no threads.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._stage = ""
        self._before = 0
        self._written = 0.0
        self._is_shown = False

    def begin(self, stage: str) -> None:
        """Say that a stage begins."""
        names = list(SHARES)
        at = names.index(stage) if stage in SHARES else 0
        self._stage, self._before = stage, sum(SHARES[name] for name in names[:at])
        self._write(self._before, stage)

    def advance(self, done: int, of: int) -> None:
        """Say how many things of a stage are done."""
        now = time.monotonic()
        if of and (now - self._written >= INTERVAL or done == of):
            percent = self._before + SHARES.get(self._stage, 0) * done // of
            self._write(percent, f"{self._stage} {done:,} of {of:,}")

    def clear(self) -> None:
        """Take the line away."""
        if self._is_shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._is_shown = False

    def _write(self, percent: int, said: str) -> None:
        full = _WIDTH * percent // 100
        line = f"{'█' * full}{'░' * (_WIDTH - full)} {percent:3} %  {said}"
        room = shutil.get_terminal_size().columns - 1
        self._stream.write(f"\r\x1b[K{line[:room]}")
        self._stream.flush()
        self._written, self._is_shown = time.monotonic(), True
