"""What is to be planned: the files of one thing, from the parts of the library that they ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from seedbed.model.page import Page
    from seedbed.write.shelf import Shelf


class Data(NamedTuple):
    """A file for scripts or other programs."""

    path: str
    content: bytes


class Task(NamedTuple):
    """Files that follow from a function of a module, its argument, and what it asks the shelf for.

    Attributes:
        name: No other task has it.
        plan: Gives the files.
        argument: What it is called with; a value that msgspec writes.
    """

    name: str
    plan: Callable[[Shelf, Any], Iterable[Page | Data]]
    argument: Any


class Made(NamedTuple):
    """A file that was made, perhaps by another process.

    Attributes:
        key: As of `seedbed.write.sync.Draft`.
        content: What it holds, or the file in which that lies, if it was not in place already.
    """

    path: str
    key: bytes
    content: bytes | Path


class Errand(NamedTuple):
    """Files that take as long to make as hundreds of pages: `run` makes them, in whichever process."""

    run: Callable[[], list[Made]]
