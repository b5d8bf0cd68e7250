"""The folder beside `site/` in which a site is built, and the one step that puts it in place."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def stage(site: Path) -> Iterator[Path]:
    """An empty folder beside `site`; what is in it takes the place of `site` when the block ends well.

    When the block fails, or the machine does, `site` is left as it was: it changes by one step at the end.
    Where the system has no such step, `mend` undoes the first of the two that it takes then.
    """
    site = site.resolve()  # a link to the folder stays one
    mend(site)
    staging = _staging(site)
    staging.mkdir(parents=True)
    try:
        yield staging
        _put_in_place(staging, site)
    finally:
        mend(site)


def mend(site: Path) -> None:
    """Clear away what a build that was stopped has left."""
    staging, outgoing = _staging(site), _outgoing(site)
    if outgoing.exists() and not site.exists():
        outgoing.rename(site)
    for folder in (outgoing, staging):
        if folder.exists():
            shutil.rmtree(folder)


def keep_files(site: Path, staging: Path, names: Iterable[str]) -> None:
    """Put files of the site that is in place into the one that is staged, without copying their bytes."""
    folders = set()
    for name in names:
        source, target = f"{site}/{name}", f"{staging}/{name}"
        folder = target.rpartition("/")[0]
        if folder not in folders:
            folders.add(folder)
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - half of Path's time, here and below
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)  # some file systems have no links


def _put_in_place(staging: Path, site: Path) -> None:
    if not site.exists():
        staging.rename(site)
    elif not _exchange(staging, site):
        outgoing = _outgoing(site)
        site.rename(outgoing)
        staging.rename(site)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, where the system can: renameat2(2), since Linux 3.15."""
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415 - only a build that changes something needs it

    at_working_directory, exchange = -100, 2
    call = getattr(ctypes.CDLL(None), "renameat2", None)
    if call is None:
        return False
    paths = os.fsencode(one), os.fsencode(other)
    return bool(call(at_working_directory, paths[0], at_working_directory, paths[1], exchange) == 0)


def _staging(site: Path) -> Path:
    return site.with_name(f".{site.name}.incoming")


def _outgoing(site: Path) -> Path:
    return site.with_name(f".{site.name}.outgoing")
