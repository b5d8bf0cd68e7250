"""The folder beside `site/` in which a site is built, and the step that puts it in place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def stage(site: Path) -> Iterator[Path]:
    """An empty folder beside `site`; what is in it takes the place of `site` when the block ends well.

    When the block fails, or the machine does, `site` is left as it was: the two renames at the end are all
    that touches it, and `mend` undoes the first of them where there was no time for the second.
    """
    mend(site)
    staging, outgoing = _staging(site), _outgoing(site)
    staging.mkdir(parents=True)
    try:
        yield staging
        if site.exists():
            site.rename(outgoing)
        staging.rename(site)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        mend(site)


def mend(site: Path) -> None:
    """Clear away what a build that was stopped has left."""
    staging, outgoing = _staging(site), _outgoing(site)
    if outgoing.exists() and not site.exists():
        outgoing.rename(site)
    shutil.rmtree(outgoing, ignore_errors=True)
    shutil.rmtree(staging, ignore_errors=True)


def _staging(site: Path) -> Path:
    return site.with_name(f".{site.name}.incoming")


def _outgoing(site: Path) -> Path:
    return site.with_name(f".{site.name}.outgoing")
