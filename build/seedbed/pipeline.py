"""The whole way from seeds to site, top to bottom.

    seeds/*  ->  read  ->  resolve  ->  link  ->  write  ->  render  ->  check

Each stage is a function from values to values. The seeds are read from disk before the first; only `write`
and `render` change files, but for the cache.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from seedbed.config import Settings
from seedbed.errors import SeveralError
from seedbed.growth import Growth, look_at_generated, look_at_written
from seedbed.keep.lock import hold
from seedbed.keep.memory import give_back, leave, set_aside, uncollected
from seedbed.keep.workers import ALL, Progress, Workers
from seedbed.model.date import PartialDate
from seedbed.model.report import BuildReport, Counts, PageCounts, SeedReport, Since
from seedbed.recall import Grown, Past, as_before, keep, recall, store_of

# What a build needs that finds nothing changed is imported here, and all else where it is used: imports would
# take half of the time of such a build.
if TYPE_CHECKING:
    from seedbed.model.library import Library
    from seedbed.model.link import Links
    from seedbed.render.ready import Ready

_LOCK = "build.lock"
# The stage that one process begins alone, however many there are.
_ONE_WORKS = "resolve"
# So many bytes of seeds make enough values for pieces of the work to be worth the start of a process.
_MANY_BYTES = 1_000_000

Announce = Callable[[str], None]
"""Told the name of each stage as it begins."""


@dataclass(slots=True)
class _Clock:
    """Tells what runs, and measures how long each stage took."""

    announce: Announce
    seconds: list[tuple[str, float]] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self.announce(name)
        start = time.perf_counter()
        yield
        self.seconds.append((name, time.perf_counter() - start))


@dataclass(frozen=True, slots=True)
class _Run:
    """What one build works with.

    Attributes:
        settings: Whose seeds, and where to.
        past: What the last build kept; None where nothing of it is used, and nothing kept.
        strict: Whether nothing is built if anything could not be read.
        workers: Who may work.
        clock: Told what runs.
    """

    settings: Settings
    past: Past | None
    strict: bool
    workers: Workers
    clock: _Clock

    @property
    def growth(self) -> Growth | None:
        """How the last build left the pages, where that is known."""
        return self.past.growth if self.past else None


def build(  # noqa: PLR0913 (each has a name and a default)
    settings: Settings,
    *,
    strict: bool = False,
    cached: bool = True,
    workers: Workers = ALL,
    announce: Announce = lambda _: None,
    progress: Progress = lambda _done, _of: None,
) -> BuildReport:
    """Build the site: read, resolve, link, write, render, check.

    Args:
        settings: Whose seeds, and where to.
        strict: Build nothing if anything could not be read.
        cached: Whether to use and keep what an earlier build computed.
        workers: Who may work.
        announce: Told each stage as it begins.
        progress: Told how much of a stage is done.

    Raises:
        SeedbedError: The site cannot be built. The last good one is left as it was.
    """
    with hold(settings.cache / _LOCK):
        with uncollected():
            past = recall(settings) if cached else None
            run = _Run(settings, past, strict, workers, _Clock(announce))
            grown, ready = as_before(settings, past, strict=strict), None
            if grown is None:
                grown, ready = _grow_apart(run)
            if not grown.same:
                keep(settings, grown, past, grown.report)  # rendering may fail, and the pages are right
        with set_aside():
            report, site = _render(run, grown, ready, progress)
        keep(settings, grown, past, report, site)
    return replace(report, seconds=tuple(run.clock.seconds))


def grow(
    settings: Settings,
    *,
    strict: bool = False,
    cached: bool = True,
    workers: Workers = ALL,
    announce: Announce = lambda _: None,
) -> BuildReport:
    """Write the Markdown pages and the data files, and stop there. Arguments as for `build`.

    Raises:
        SeedbedError: The pages cannot be written.
    """
    with hold(settings.cache / _LOCK):
        past = recall(settings) if cached else None
        run = _Run(settings, past, strict, workers, _Clock(announce))
        grown = as_before(settings, past, strict=strict)
        if grown is None:
            grown = _grow(run, apart=_is_much(run))
            keep(settings, grown, past, grown.report)
    return replace(grown.report, seconds=tuple(run.clock.seconds))


@uncollected()
def _grow(run: _Run, *, apart: bool) -> Grown:
    """Read, resolve, link, write; pieces of it in processes `apart`, where they gain by that."""
    # The stages are heavy: a command that runs none of them imports none; and they are imported while another
    # process reads what is new.
    from seedbed.intake import take_in  # noqa: PLC0415
    from seedbed.project_files import read_curation  # noqa: PLC0415

    settings, stage = run.settings, run.clock.stage
    store = store_of(settings, run.past)
    with stage("read"):
        curation, faults = read_curation(settings)
        intake = take_in(settings, curation, store, run.workers, apart=apart, meanwhile=_import_stages)
        faults += intake.faults
        if run.strict and faults:
            raise SeveralError(faults)

    from seedbed.keep.beside import aside  # noqa: PLC0415
    from seedbed.project_files import keep_ledger  # noqa: PLC0415
    from seedbed.since import compare  # noqa: PLC0415
    from seedbed.understanding import understand  # noqa: PLC0415
    from seedbed.write.data import LIBRARY  # noqa: PLC0415
    from seedbed.write.sync import MANIFEST  # noqa: PLC0415
    from seedbed.writing import write  # noqa: PLC0415

    told = understand(settings, intake.readings, curation, store, run.workers, stage, apart=apart)
    library, links = told.library, told.links
    give_back()  # all that was worked out to find them is free now
    with stage("write"):
        before = run.growth.generated if run.growth else {}
        standing = look_at_generated(settings.docs, settings.cache, before, before)
        known = run.growth.keys_of(standing, run.past.inputs) if run.past and run.growth else {}
        jobs = run.workers.count
        written = write(settings, library, links, known, store, jobs, apart=apart)
        changes = written.changes

        def differ() -> Since:
            return compare(written.library_before, (settings.docs / LIBRARY).read_bytes(), library.moved)

        with aside(differ, apart=apart) as compared:
            keep_ledger(settings, told.ledger, told.ledger_change)
            files = (*changes.written, *changes.unchanged, MANIFEST)
            untouched = {path: standing[path] for path in changes.unchanged if path in standing}
            generated = look_at_written(settings.docs, settings.cache, files, untouched)
            since = compared()
    report = BuildReport(
        seeds=tuple(map(SeedReport.of, intake.readings)),
        counts=_count(library, links),
        since=since,
        pages=PageCounts(len(changes.written), len(changes.unchanged), len(changes.removed)),
        faults=tuple(map(str, faults)),
        warnings=library.warnings + links.warnings,
        read=intake.read,
    )
    leave(told)
    return Grown(report, _newest_date(library), generated, written.keys)


def _import_stages() -> None:
    """Import what comes after reading."""
    for module in ("seedbed.understanding", "seedbed.writing"):
        import_module(module)


def _render(run: _Run, grown: Grown, ready: Ready | None, progress: Progress) -> tuple[BuildReport, str]:
    """Render the pages and check the site; a site that was checked is not checked again."""
    from seedbed.checking import Checking  # noqa: PLC0415 (not needed to grow)
    from seedbed.render import render  # noqa: PLC0415
    from seedbed.render.state import read_signs  # noqa: PLC0415

    settings, stage = run.settings, run.clock.stage
    cache = settings.cache if run.past else None
    with Checking(cache, run.past.inputs.code() if run.past else b"", run.workers) as checking:
        with stage("render"):
            rendered = render(
                settings.config_file,
                settings.site,
                cache_dir=cache,
                workers=run.workers,
                date=grown.date,
                progress=progress,
                ready=ready,
                finished=checking.begin,
            )
        signs = read_signs(cache) if cache else None
        site = signs.build if signs else ""
        if run.growth and grown.same and site and site == run.growth.site:
            findings = run.growth.report.findings
        else:
            with stage("check"):
                digests = {path: each.digest for path, each in signs.outputs.items()} if signs else None
                findings = checking.end(settings.site, digests, progress)
    pages = replace(grown.report.pages, rendered=rendered.rendered, kept=rendered.kept)
    index = str(settings.site / "index.html")
    return replace(grown.report, pages=pages, findings=findings, site=index), site


def _grow_apart(run: _Run) -> tuple[Grown, Ready | None]:
    """Grow the pages in a process of their own, with which its memory goes when it ends.

    Meanwhile this process makes ready what rendering needs: at once where there are few seeds, as that takes
    as long as all the rest; else when a processor would have nothing to do.
    """
    from seedbed.keep.beside import beside  # noqa: PLC0415
    from seedbed.keep.processes import can_fork  # noqa: PLC0415

    much = _is_much(run)
    if run.workers.count == 1 or not can_fork():
        return _grow(run, apart=much), None

    def work(tell: Announce) -> tuple[Grown, list[tuple[str, float]]]:
        told = replace(run, clock=_Clock(tell))
        return _grow(told, apart=much), told.clock.seconds

    ready: Ready | None = None

    def hear(name: str) -> None:
        nonlocal ready
        run.clock.announce(name)
        if much and name == _ONE_WORKS:
            ready = _get_ready(run)

    with beside(work) as growing:
        if not much:
            ready = _get_ready(run)
        grown, seconds = growing(hear)
    run.clock.seconds += seconds
    if ready:
        ready = replace(ready, sources=ready.sources | grown.generated)
    return grown, ready


def _is_much(run: _Run) -> bool:
    """Whether there is so much to grow, and by several, that pieces of it gain by a process of their own."""
    return run.workers.count > 1 and gains_by_forking(run.settings)


def gains_by_forking(settings: Settings) -> bool:
    """Whether there are many bytes of seeds; links are not followed, as they may lead in a circle."""
    places = (Path(inside, name) for inside, _, names in os.walk(settings.seeds) for name in names)
    return sum(map(_size, places)) >= _MANY_BYTES


def _size(place: Path) -> int:
    """The bytes of a file; 0 of one that has gone since it was listed, as those of an editor do."""
    try:
        return place.lstat().st_size
    except OSError:
        return 0


def _get_ready(run: _Run) -> Ready | None:
    """Make ready what rendering needs, beside the pages; at least import it."""
    for module in ("seedbed.render", "seedbed.render.project", "seedbed.check", "seedbed.checking"):
        import_module(module)
    from seedbed.render.ready import get_ready_ahead  # noqa: PLC0415

    settings = run.settings
    return get_ready_ahead(settings.config_file, settings.site, settings.cache) if run.past else None


def _newest_date(library: Library) -> PartialDate | None:
    """The newest date that the library states: what a page is dated by, so that no clock is read."""
    stated = [work.date for work in library.works] + [transcript.date for transcript in library.transcripts]
    return max((date.shown for date in stated if date is not None), key=PartialDate.key, default=None)


def _count(library: Library, links: Links) -> Counts:
    return Counts(
        seeds=len(library.readings),
        works=len(library.works),
        people=len(library.people),
        transcripts=len(library.transcripts),
        collections=len(library.collections),
        topics=len(links.topics),
        links=len(links.mentions) + len(links.discussions) + len(links.related),
        conflicts=len(library.conflicts),
        questions=len(library.questions),
    )
