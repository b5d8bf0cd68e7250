"""The whole way from seeds to site, in one function, top to bottom.

    seeds/*  ->  read  ->  resolve  ->  link  ->  write  ->  render  ->  check

Each stage is a function from values to values; files are read before the first and written by the last three.
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

from seedbed.cache import look_at_generated, look_at_written
from seedbed.config import Settings
from seedbed.errors import SeveralError
from seedbed.keep.lock import hold
from seedbed.keep.memory import give_back, set_aside, uncollected
from seedbed.keep.store import Shelf
from seedbed.model.date import PartialDate
from seedbed.model.report import BuildReport, Counts, PageCounts, SeedReport
from seedbed.recall import Grown, Past, as_before, keep, recall, shelf_of

# What a build needs that finds nothing changed is imported here, and all else where it is used: imports would
# take half of the time of such a build.
if TYPE_CHECKING:
    from concurrent.futures import Executor

    from seedbed.model.curation import Curation
    from seedbed.model.library import Library
    from seedbed.model.link import Links
    from seedbed.render.ready import Ready

_LOCK = "build.lock"
# So many bytes of seeds make enough values for a process of their own to be worth its start.
_MANY_BYTES = 1_000_000

Announce = Callable[[str], None]
"""Called with a stage's name as it begins, and with what it did as it ends."""

Progress = Callable[[int, int], None]
"""Called with how many things of a stage are done, and of how many."""


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
class _Workers:
    """Who does what can be done in several processes: so many of them, or an executor."""

    jobs: int | None = None
    executor: Executor | None = None


def build(  # noqa: PLR0913 (each has a name and a default)
    settings: Settings,
    *,
    strict: bool = False,
    cached: bool = True,
    jobs: int | None = None,
    executor: Executor | None = None,
    announce: Announce = lambda _: None,
    progress: Progress = lambda _done, _of: None,
) -> BuildReport:
    """Build the site: read, resolve, link, write, render, check.

    Args:
        settings: Whose seeds, and where to.
        strict: Build nothing if anything could not be read.
        cached: Whether to use and keep what an earlier build computed.
        jobs: How many processes work; None takes one a core.
        executor: Who does their work instead.
        announce: Told each stage as it begins.
        progress: Told how much of a stage is done.

    Raises:
        SeedbedError: The site cannot be built. The last good one is left as it was.
    """
    clock = _Clock(announce)
    workers = _Workers(jobs, executor)
    with hold(settings.cache / _LOCK):
        with uncollected():
            past = recall(settings) if cached else None
            grown, ready = as_before(settings, past, strict), None
            if grown is None:
                grown, ready = _grow_apart(settings, past, strict, clock, workers)
            if not grown.same:
                keep(settings, grown, past, grown.report)  # rendering may fail, and the pages are right
        with set_aside():
            report, site = _render(settings, grown, past, ready, clock, workers, progress)
        keep(settings, grown, past, report, site)
    return replace(report, seconds=tuple(clock.seconds))


def grow(  # noqa: PLR0913 (as build)
    settings: Settings,
    *,
    strict: bool = False,
    cached: bool = True,
    jobs: int | None = None,
    executor: Executor | None = None,
    announce: Announce = lambda _: None,
) -> BuildReport:
    """Write the Markdown pages and the data files, and stop there. Arguments as for `build`.

    Raises:
        SeedbedError: The pages cannot be written.
    """
    clock = _Clock(announce)
    with hold(settings.cache / _LOCK):
        past = recall(settings) if cached else None
        grown = as_before(settings, past, strict)
        if grown is None:
            grown = _grow(settings, past, strict, clock, _Workers(jobs, executor))
            keep(settings, grown, past, grown.report)
    return replace(grown.report, seconds=tuple(clock.seconds))


def _render(  # noqa: PLR0913, PLR0917 (what it works on, and who works and hears of it)
    settings: Settings,
    grown: Grown,
    past: Past | None,
    ready: Ready | None,
    clock: _Clock,
    workers: _Workers,
    progress: Progress,
) -> tuple[BuildReport, str]:
    """Render the pages and check the site; a site that was checked is not checked again."""
    from seedbed.render import render  # noqa: PLC0415 (not needed to grow)
    from seedbed.render.state import read_signs  # noqa: PLC0415

    cache = settings.cache if past else None
    with clock.stage("render"):
        rendered = render(
            settings.config_file,
            settings.site,
            cache_dir=cache,
            jobs=workers.jobs,
            executor=workers.executor,
            date=grown.date,
            progress=progress,
            ready=ready,
        )
    signs = read_signs(cache) if cache else None
    site = signs.build if signs else ""
    if past and past.growth and grown.same and site and site == past.growth.site:
        findings = past.growth.report.findings
    else:
        from seedbed.check import check_site  # noqa: PLC0415

        with clock.stage("check"):
            findings = check_site(
                settings.site,
                cache_dir=cache,
                files=signs.outputs if signs else None,
                jobs=workers.jobs,
                executor=workers.executor,
                progress=progress,
            )
    pages = replace(grown.report.pages, rendered=rendered.rendered, kept=rendered.kept)
    index = str(settings.site / "index.html")
    return replace(grown.report, pages=pages, findings=findings, site=index), site


def _grow_apart(
    settings: Settings,
    past: Past | None,
    strict: bool,  # noqa: FBT001
    clock: _Clock,
    workers: _Workers,
) -> tuple[Grown, Ready | None]:
    """Grow the pages; those of many seeds in a process of their own, with which its memory goes when it ends.

    Meanwhile this process makes ready what rendering needs.
    """
    from seedbed.keep.beside import beside  # noqa: PLC0415
    from seedbed.keep.processes import can_fork  # noqa: PLC0415

    if workers.jobs == 1 or not can_fork() or not gains_by_forking(settings):
        return _grow(settings, past, strict, clock, workers), None

    def work(tell: Announce) -> tuple[Grown, list[tuple[str, float]]]:
        apart = _Clock(tell)
        return _grow(settings, past, strict, apart, workers), apart.seconds

    with beside(work) as growing:
        ready = _get_ready(settings, past)
        grown, seconds = growing(clock.announce)
    clock.seconds += seconds
    if ready:
        ready = replace(ready, sources=ready.sources | grown.generated)
    return grown, ready


def gains_by_forking(settings: Settings) -> bool:
    """Whether there are many seeds; links are not followed, as they may lead in a circle."""
    places = (Path(inside, name) for inside, _, names in os.walk(settings.seeds) for name in names)
    return sum(place.lstat().st_size for place in places) >= _MANY_BYTES


def _get_ready(settings: Settings, past: Past | None) -> Ready | None:
    """Make ready what rendering needs, beside the pages; at least import it."""
    for module in ("seedbed.render.project", "seedbed.check"):
        import_module(module)
    from seedbed.render.ready import get_ready_ahead  # noqa: PLC0415

    return get_ready_ahead(settings.config_file, settings.site, settings.cache) if past else None


@uncollected()
def _grow(
    settings: Settings,
    past: Past | None,
    strict: bool,  # noqa: FBT001
    clock: _Clock,
    workers: _Workers,
) -> Grown:
    from seedbed.intake import take_in  # noqa: PLC0415 (as the stages)
    from seedbed.keep.processes import processors  # noqa: PLC0415
    from seedbed.project_files import keep_ledger, read_curation, read_ledger  # noqa: PLC0415 (the stages are
    from seedbed.resolve import resolve  # noqa: PLC0415 heavy: a command that runs none imports none)
    from seedbed.resolve.memory import Kept, Memory  # noqa: PLC0415
    from seedbed.write.sync import MANIFEST  # noqa: PLC0415
    from seedbed.writing import write  # noqa: PLC0415

    shelf = shelf_of(settings, past)
    with clock.stage("read"):
        curation, faults = read_curation(settings)
        intake = take_in(settings, curation, shelf, jobs=workers.jobs, executor=workers.executor)
        readings = intake.readings
        faults += intake.faults
        if strict and faults:
            raise SeveralError(faults)
    with clock.stage("resolve"):
        ledger = read_ledger(settings)
        known_texts = shelf.take("resolve", Kept)
        memory = Memory(known_texts)
        library = resolve(readings, curation, ledger, memory)
    with clock.stage("link"):
        links = _link(library, curation, shelf, workers)
    with clock.stage("write"):
        growth = past.growth if past else None
        before = growth.generated if growth else {}
        standing = look_at_generated(settings.docs, settings.cache, before, before)
        known = growth.keys_of(standing, past.inputs) if past and growth else {}
        jobs = workers.jobs or processors()
        (changes, keys), since = write(settings, library, links, known, shelf, jobs)
        keep_ledger(settings, library, ledger, memory.mark)
        shelf.put("resolve", memory.kept(), known_texts)
        files = (*changes.written, *changes.unchanged, MANIFEST)
        untouched = {path: standing[path] for path in changes.unchanged if path in standing}
        generated = look_at_written(settings.docs, settings.cache, files, untouched)
    report = BuildReport(
        seeds=tuple(SeedReport.of(reading) for reading in readings),
        counts=_count(library, links),
        since=since,
        pages=PageCounts(len(changes.written), len(changes.unchanged), len(changes.removed)),
        faults=tuple(str(fault) for fault in faults),
        warnings=library.warnings + links.warnings,
        read=intake.read,
    )
    return Grown(report, _newest_date(library), generated, keys)


def _link(library: Library, curation: Curation, shelf: Shelf, workers: _Workers) -> Links:
    """What speaks of what; all that was worked out to find it is free afterwards."""
    from seedbed.keep.processes import processors  # noqa: PLC0415
    from seedbed.link import Kept, relink  # noqa: PLC0415

    before = shelf.take("link", Kept)
    jobs = workers.jobs or processors()
    links, kept = relink(library, curation.topics, curation.path, before, workers.executor, jobs)
    shelf.put("link", kept, before)
    del kept, before
    give_back()
    return links


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
