"""The story of a rendering, top to bottom."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

from seedbed.model.date import PartialDate
from seedbed.render.environment import epoch
from seedbed.render.faults import refuse_if_strict
from seedbed.render.lock import hold
from seedbed.render.result import Rendered
from seedbed.render.stamps import FileRecord, Stamp, walk
from seedbed.render.state import Signs, read_signs
from seedbed.render.surroundings import installed, stamps_of


def render(  # noqa: PLR0913 - each is a choice of the user's
    config_file: Path,
    site: Path | None = None,
    *,
    strict: bool = True,
    cache_dir: Path | None = None,
    jobs: int | None = None,
    executor: Executor | None = None,
    date: PartialDate | None = None,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Rendered:
    """Render the documentation folder that `config_file` names into a site, and put it in place.

    The bytes are those of a plain MkDocs build of everything, whatever is kept, and however many work on it.

    Args:
        config_file: `mkdocs.yml`.
        site: The folder of the site; None takes what `config_file` says.
        strict: Whether a warning refuses the site.
        cache_dir: Where what was computed is kept for the next time; None keeps and uses nothing.
        jobs: How many processes render; None takes one a processor.
        executor: Who runs them, instead of processes started here. They must see the same files at the same
            paths.
        date: The date to write into the sitemap where SOURCE_DATE_EPOCH is not set. The caller takes it from
            the seeds, never from the clock; None stands for 1 January 1980.
        progress: Told how many pages are rendered, and of how many.

    Raises:
        RenderError: MkDocs could not build the site, or warned of something and `strict` is set. The site
            that was there is left as it was.
        SeedbedError: A process that rendered was stopped.
    """
    start = time.perf_counter()
    config_file = config_file.absolute()
    with hold((cache_dir or config_file.parent / ".cache" / "seedbed") / "render.lock"):
        signs = read_signs(cache_dir) if cache_dir else None
        if signs is not None and _nothing_changed(signs, config_file, site, date):
            refuse_if_strict(signs.remarks, str(config_file), strict=strict)
            rendered = Rendered(signs.project[-1], 0, signs.pages, 0, signs.remarks, 0)
        else:
            # MkDocs takes longer to import than all the rest of a build of nothing new.
            from seedbed.render.project import Choices, render_project  # noqa: PLC0415

            choices = Choices(config_file, site, strict, cache_dir, jobs, executor, date, progress)
            rendered = render_project(choices, signs)
    return replace(rendered, seconds=time.perf_counter() - start)


def _nothing_changed(signs: Signs, config_file: Path, site: Path | None, date: PartialDate | None) -> bool:
    """Whether every file that a build reads or writes still has the stamp that it had after the last."""
    stated_file, docs, stated_site = signs.project
    return (
        stated_file == str(config_file)
        and (site is None or str(site.absolute()) == stated_site)
        and signs.date == epoch(date)
        and signs.packages == installed()
        and _are_as_they_were(signs.settings, stamps_of([str(config_file), *signs.folders]))
        and Path(docs).is_dir()
        and _are_as_they_were(signs.sources, walk(Path(docs)))
        and Path(stated_site).is_dir()
        and _are_as_they_were(signs.outputs, walk(Path(stated_site)))
    )


def _are_as_they_were(known: dict[str, FileRecord], now: dict[str, Stamp]) -> bool:
    return known.keys() == now.keys() and all(known[path].stamp == stamp for path, stamp in now.items())
