"""Seeds as they are read from files."""

from __future__ import annotations

from pathlib import Path

from seedbed.gather import Capture, read_content
from seedbed.model.source import Seed


def read_seed(path: Path, name: str, *, shown: str) -> Seed:
    """The seed in a file, which raises what building it would."""
    return Capture(name, shown, read_content(path, shown)).seed()
