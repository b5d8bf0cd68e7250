"""How much a command says, and in which form."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import click

from seedbed.keep.workers import Progress


@dataclass(frozen=True, slots=True)
class Voice:
    """How much is said, and in which form."""

    quiet: bool
    verbose: bool
    json: bool

    @contextmanager
    def listener(self) -> Iterator[Listener]:
        """Tell on standard error how far a build is: on a terminal in one line, else in a line a stage."""
        if self.quiet or self.json:
            yield Listener()
        elif sys.stderr.isatty():
            from seedbed.progress import ProgressLine  # noqa: PLC0415 (only a terminal shows one)

            line = ProgressLine(sys.stderr)
            try:
                yield Listener(line.begin, line.advance)
            finally:
                line.clear()
        else:
            yield Listener(lambda name: click.echo(f"{name} …", err=True))


@dataclass(frozen=True, slots=True)
class Listener:
    """Whom a build tells that a stage begins, and how much of it is done."""

    stage: Callable[[str], None] = lambda _: None
    step: Progress = lambda _done, _of: None


def print_error(message: object) -> None:
    """Say on standard error what went wrong, in colour unless NO_COLOR is set."""
    colour = False if os.environ.get("NO_COLOR") else None
    click.echo(f"{click.style('error', fg='red')}: {message}", err=True, color=colour)


def print_json(value: object) -> None:
    """Print a value of ours for programs."""
    import msgspec  # noqa: PLC0415 (only where it is asked for)

    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value)).decode() + "\n")


def terminal(*, err: bool = False) -> Any:
    """Where text is printed in colours, as far as the terminal has them."""
    from rich.console import Console  # noqa: PLC0415 (a tenth of a second)

    return Console(highlight=False, soft_wrap=True, stderr=err)
