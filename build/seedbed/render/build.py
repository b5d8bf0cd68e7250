"""The story of a rendering, top to bottom."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from seedbed.keep.lock import hold
from seedbed.keep.stamps import FileRecord, Stamp, clock, record, walk
from seedbed.keep.workers import ALL, Progress, Workers
from seedbed.model.date import PartialDate
from seedbed.render.environment import epoch
from seedbed.render.faults import refuse_if_strict
from seedbed.render.result import Finished, Rendered
from seedbed.render.state import Signs, read_signs, stamp_of_signs, write_signs
from seedbed.render.surroundings import installed, stamps_of

if TYPE_CHECKING:
    from seedbed.render.ready import Ready


def render(  # noqa: PLR0913 - each is a choice of the user's
    config_file: Path,
    site: Path | None = None,
    *,
    strict: bool = True,
    cache_dir: Path | None = None,
    workers: Workers = ALL,
    date: PartialDate | None = None,
    progress: Progress = lambda _done, _of: None,
    ready: Ready | None = None,
    finished: Finished = lambda _site, _digests, _rendered: None,
) -> Rendered:
    """Render the documentation folder that `config_file` names into a site, and put it in place.

    The bytes are those of a plain MkDocs build of everything, whatever is kept, and however many work on it.

    Args:
        config_file: `mkdocs.yml`.
        site: The folder of the site; None takes what `config_file` says.
        strict: Whether a warning refuses the site.
        cache_dir: Where what was computed is kept for the next time; None keeps and uses nothing.
        workers: Who renders.
        date: The date to write into the sitemap where SOURCE_DATE_EPOCH is not set. The caller takes it from
            the seeds, never from the clock; None stands for 1 January 1980.
        progress: Told how many pages are rendered, and of how many.
        ready: What `seedbed.render.ready.get_ready_ahead` has made ready for the same folders, since when
            the pages have changed.
        finished: Told when all pages are rendered, unless nothing was.

    Raises:
        RenderError: MkDocs could not build the site, or warned of something and `strict` is set. The site
            that was there is left as it was.
        SeedbedError: A process that rendered was stopped.
    """
    start = time.perf_counter()
    config_file = config_file.absolute()
    with hold((cache_dir or config_file.parent / ".cache" / "seedbed") / "render.lock"):
        if ready and cache_dir and ready.stamp != stamp_of_signs(cache_dir):
            ready = None  # another build has been here
        signs = ready.signs if ready else read_signs(cache_dir) if cache_dir else None
        same = None
        if signs and cache_dir and not ready:
            same = _if_nothing_changed(signs, cache_dir, config_file, site, date)
        if same is not None:
            refuse_if_strict(same.remarks, str(config_file), strict=strict)
            rendered = Rendered(same.project[-1], rendered=0, kept=same.pages, remarks=same.remarks)
        else:
            # MkDocs takes longer to import than all the rest of a build of nothing new.
            from seedbed.render.project import Choices, render_project  # noqa: PLC0415

            choices = Choices(config_file, site, strict, cache_dir, workers, date, progress, finished)
            rendered = render_project(choices, signs, ready)
    return replace(rendered, seconds=time.perf_counter() - start)


def _if_nothing_changed(
    signs: Signs, cache: Path, config_file: Path, site: Path | None, date: PartialDate | None
) -> Signs | None:
    """The signs as they are now, if every file that a build reads or writes still holds what it did."""
    stated_file, docs, stated_site = signs.project
    if (
        stated_file != str(config_file)
        or (site is not None and str(site.absolute()) != stated_site)
        or signs.date != epoch(date)
        or signs.packages != installed()
    ):
        return None
    now = clock(cache)
    settings = _if_same(signs.settings, Path(), stamps_of([str(config_file), *signs.folders]), now)
    sources = settings and _if_same(signs.sources, Path(docs), walk(Path(docs)), now)
    outputs = sources and _if_same(signs.outputs, Path(stated_site), walk(Path(stated_site)), now)
    if not (settings and sources and outputs):
        return None
    same = msgspec.structs.replace(signs, settings=settings, sources=sources, outputs=outputs)
    if same != signs:
        write_signs(cache, same)
    return same


def _if_same(
    known: dict[str, FileRecord], root: Path, stamps: dict[str, Stamp], now: int
) -> dict[str, FileRecord] | None:
    """The records of files as they are now, if all hold what they did; only those are read that may not."""
    if known.keys() != stamps.keys():
        return None
    found = record(root, stamps, known, now)
    return found if all(each.digest == known[path].digest for path, each in found.items()) else None
