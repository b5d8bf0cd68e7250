"""The command `seedbed`, also as `python -m seedbed`."""

from __future__ import annotations

import atexit
import os
import sys

from seedbed.cli import main


def run() -> None:
    """Run the command that was asked for, and end without freeing each value of it.

    The system frees all at once; Python, one by one, would take a tenth of a second for a large library.
    Whatever else asked to be called at the end is called before, as it asked later.
    """
    status: int | None = None

    def leave() -> None:
        if status is not None:  # else this is a bug, and Python ends as it does
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)

    atexit.register(leave)
    try:
        main()
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else None
        raise


if __name__ == "__main__":
    run()
