"""The whole way from seeds to site, in one function, top to bottom.

    seeds/*  ->  read  ->  resolve  ->  link  ->  write  ->  render  ->  check

Each stage is a function from values to values; files are read before the first and written by the last three.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from seedbed.cache import (
    HOME,
    SCHEMA,
    Growth,
    Inputs,
    look_at_generated,
    look_at_inputs,
    look_at_written,
    read_growth,
    same_files,
    write_growth,
)
from seedbed.config import CURATION, LEDGER, Limits, Settings
from seedbed.errors import SeedbedError, SeveralError
from seedbed.keep.lock import hold
from seedbed.keep.stamps import FileRecord
from seedbed.keep.store import Shelf
from seedbed.model.date import PartialDate
from seedbed.model.report import BuildReport, Counts, PageCounts, SeedReport, Since

# What a build needs that finds nothing changed is imported here, and all else where it is used: imports would
# take half of the time of such a build.
if TYPE_CHECKING:
    from concurrent.futures import Executor

    from seedbed.diagnose import Inspection
    from seedbed.model.curation import Curation
    from seedbed.model.decision import Question
    from seedbed.model.library import Library
    from seedbed.model.link import Links
    from seedbed.model.page import SiteFacts
    from seedbed.resolve.permalinks import Ledger
    from seedbed.write.sync import Synced

_LOCK = "build.lock"
_KEPT = "kept"

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


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Free values by counting references alone: frozen ones never refer to each other in a circle.

    To look through all of them again and again would take a fifth of the time.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Past:
    """What a build is made from, and what the last one kept."""

    inputs: Inputs
    growth: Growth | None


@dataclass(frozen=True, slots=True)
class _Workers:
    """Who does what can be done in several processes: so many of them, or an executor."""

    jobs: int | None = None
    executor: Executor | None = None


@dataclass(frozen=True, slots=True)
class _Grown:
    """The pages' Markdown as it lies in the docs folder, and what there is to say of it.

    Attributes:
        date: The newest date that the library states.
        generated: Every generated file.
        keys: What those files follow from that have a key, as hashes.
        same: True where the last build has left all of it as it is.
    """

    report: BuildReport
    date: PartialDate | None
    generated: dict[str, FileRecord]
    keys: dict[str, bytes]
    same: bool = False


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
        past = _recall(settings) if cached else None
        grown = _as_before(settings, past, strict)
        if grown is None:
            with _no_search_for_cycles():
                grown = _grow(settings, past, strict, clock, workers)
        if not grown.same:
            _keep(settings, grown, past, grown.report)  # rendering may fail, and the pages are right
        report, site = _render(settings, grown, past, clock, workers, progress)
        _keep(settings, grown, past, report, site)
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
        past = _recall(settings) if cached else None
        grown = _as_before(settings, past, strict)
        if grown is None:
            with _no_search_for_cycles():
                grown = _grow(settings, past, strict, clock, _Workers(jobs, executor))
            _keep(settings, grown, past, grown.report)
    return replace(grown.report, seconds=tuple(clock.seconds))


def serve(settings: Settings, host: str, port: int, *, announce: Announce) -> None:
    """Build and serve the site until interrupted; build it again whenever what it is made of is saved.

    Raises:
        SeedbedError: Something else serves at that address.
    """
    from seedbed.render.serve import serve as serve_site  # noqa: PLC0415 (MkDocs)

    def build_and_say() -> None:
        report = build(settings)
        for line in (*report.faults, *report.warnings, *map(str, report.findings)):
            announce(line)
        seconds = sum(seconds for _, seconds in report.seconds)
        announce(f"Built in {seconds:.1f} s: {report.pages.rendered} pages rendered")

    serve_site(
        settings.site,
        build_and_say,
        watched=(settings.seeds, settings.config_file),
        shallow=(settings.docs,),
        host=host,
        port=port,
        site_url=settings.site_url,
        announce=announce,
    )


def questions(settings: Settings) -> tuple[Question, ...]:
    """What the rules cannot decide about the seeds as they are.

    Raises:
        SeedbedError: The seeds cannot be read.
    """
    from seedbed.intake import take_in  # noqa: PLC0415 (as in _grow)
    from seedbed.resolve import resolve  # noqa: PLC0415

    curation, faults = _read_curation(settings)
    if faults:
        raise SeveralError(faults)
    readings = take_in(settings, curation, Shelf(None)).readings
    return resolve(readings, curation, _read_ledger(settings)).questions


def inspect(file: Path, settings: Settings | None) -> Inspection:
    """How one file would be read, and what of it would not be, wherever it lies.

    Args:
        file: As it was named.
        settings: Of the project that it may be a seed of; None where there is no project.
    """
    from seedbed.diagnose import inspect as look_into  # noqa: PLC0415 (as in _grow)
    from seedbed.gather import place_in  # noqa: PLC0415
    from seedbed.read.registry import load_readers  # noqa: PLC0415

    limits, note = Limits(), None
    if settings is not None:
        limits = settings.limits
        place = place_in(settings.seeds, file)
        note = next((each for each in _read_curation(settings)[0].seeds if each.path == place), None)
    return look_into(file, note, load_readers(limits.reader_seconds), limits)


def _recall(settings: Settings) -> _Past:
    growth = read_growth(settings.cache)
    return _Past(look_at_inputs(settings, growth), growth)


def _shelf(settings: Settings, past: _Past | None) -> Shelf:
    """Where what the stages computed is kept for the next build."""
    return Shelf(settings.cache / _KEPT, past.inputs.code()) if past else Shelf(None)


def _as_before(settings: Settings, past: _Past | None, strict: bool) -> _Grown | None:  # noqa: FBT001
    """The pages as the last build left them, where they are what a build would write now."""
    growth = past.growth if past else None
    if past is None or growth is None or not growth.inputs.same_as(past.inputs):
        return None
    if strict and growth.report.faults:
        return None
    generated = look_at_generated(settings.docs, settings.cache, growth.generated, growth.generated)
    if not same_files(generated, growth.generated):
        return None
    return _Grown(
        replace(growth.report, findings=(), site=""), growth.date, generated, growth.keys, same=True
    )


def _render(  # noqa: PLR0913, PLR0917 (what it works on, and who works and hears of it)
    settings: Settings,
    grown: _Grown,
    past: _Past | None,
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


def _keep(settings: Settings, grown: _Grown, past: _Past | None, report: BuildReport, site: str = "") -> None:
    """Keep what the next build compares with, unless something was edited while this one read it."""
    if past is None:
        return
    inputs = past.inputs if grown.same else look_at_inputs(settings, past.growth)
    if not inputs.same_as(past.inputs, but=str(settings.seeds / LEDGER)):
        return
    pages = PageCounts(unchanged=report.pages.written + report.pages.unchanged)
    at_rest = replace(report, since=Since(first=False), pages=pages, read=0, seconds=())
    growth = Growth(SCHEMA, inputs, grown.generated, grown.keys, at_rest, grown.date, site)
    if growth != past.growth:
        write_growth(settings.cache, growth)


def _grow(
    settings: Settings,
    past: _Past | None,
    strict: bool,  # noqa: FBT001
    clock: _Clock,
    workers: _Workers,
) -> _Grown:
    from seedbed.intake import take_in  # noqa: PLC0415 (as the stages)
    from seedbed.link import Kept as Texts  # noqa: PLC0415 (the stages are heavy: a command that runs none
    from seedbed.link import relink  # noqa: PLC0415 imports none)
    from seedbed.resolve import resolve  # noqa: PLC0415
    from seedbed.resolve.memory import Kept, Memory  # noqa: PLC0415
    from seedbed.write.sync import MANIFEST  # noqa: PLC0415

    shelf = _shelf(settings, past)
    with clock.stage("read"):
        curation, faults = _read_curation(settings)
        intake = take_in(settings, curation, shelf, jobs=workers.jobs, executor=workers.executor)
        readings = intake.readings
        faults += intake.faults
        if strict and faults:
            raise SeveralError(faults)
    with clock.stage("resolve"):
        ledger = _read_ledger(settings)
        known_texts = shelf.take("resolve", Kept)
        memory = Memory(known_texts)
        library = resolve(readings, curation, ledger, memory)
    with clock.stage("link"):
        read_before = shelf.take("link", Texts)
        links, texts = relink(library, curation.topics, curation.path, read_before, workers.executor)
        shelf.put("link", texts, read_before)
    with clock.stage("write"):
        growth = past.growth if past else None
        before = growth.generated if growth else {}
        standing = look_at_generated(settings.docs, settings.cache, before, before)
        known = growth.keys_of(standing, past.inputs) if past and growth else {}
        (changes, keys), since = _write(settings, library, links, known, shelf, workers)
        _keep_ledger(settings, library, ledger, memory.mark)
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
    return _Grown(report, _newest_date(library), generated, keys)


def _read_curation(settings: Settings) -> tuple[Curation, tuple[SeedbedError, ...]]:
    """The curation file; one that is broken is a fault, and the build goes on without it."""
    from seedbed.model.curation import Curation  # noqa: PLC0415
    from seedbed.resolve.curation import read_curation  # noqa: PLC0415

    file = settings.seeds / CURATION
    if not file.is_file():
        return Curation(), ()
    shown = settings.shown(file)
    try:
        return read_curation(_text(file, shown), shown), ()
    except SeedbedError as fault:
        return Curation(), (fault,)


def _read_ledger(settings: Settings) -> Ledger:
    """The addresses ever published. A damaged ledger stops the build: going on would lose what it keeps."""
    from seedbed.resolve.permalinks import Ledger, read_ledger  # noqa: PLC0415

    file = settings.seeds / LEDGER
    if not file.is_file():
        return Ledger()
    shown = settings.shown(file)
    return read_ledger(_text(file, shown), shown)


def _keep_ledger(settings: Settings, library: Library, ledger: Ledger, mark: Callable[[str], str]) -> None:
    from seedbed.resolve.permalinks import keep, write_ledger  # noqa: PLC0415
    from seedbed.write.sync import write_file  # noqa: PLC0415

    kept = keep(library, ledger, mark)
    if kept != ledger:
        write_file(settings.seeds / LEDGER, write_ledger(kept).encode())


def _write(  # noqa: PLR0913, PLR0917 (what to write, what is known of it, and who works)
    settings: Settings,
    library: Library,
    links: Links,
    known: Mapping[str, bytes],
    shelf: Shelf,
    workers: _Workers,
) -> tuple[Synced, Since]:
    from seedbed.keep.processes import processors  # noqa: PLC0415
    from seedbed.since import compare  # noqa: PLC0415
    from seedbed.write import files_of  # noqa: PLC0415
    from seedbed.write.data import LIBRARY  # noqa: PLC0415
    from seedbed.write.files import Kept  # noqa: PLC0415
    from seedbed.write.sync import sync  # noqa: PLC0415

    data = settings.docs / LIBRARY
    before = data.read_bytes() if data.is_file() else None
    kept = shelf.take("write", Kept)
    files = files_of(library, links, _site_facts(settings), kept, workers.jobs or processors())
    synced = sync(files.drafts(), settings.docs, known)
    shelf.put("write", files.kept(), kept)
    return synced, compare(before, data.read_bytes(), library.moved)


def _site_facts(settings: Settings) -> SiteFacts:
    """What the pages say of the site itself: its name, and the prose that somebody wrote for its home."""
    from seedbed.model.page import SiteFacts  # noqa: PLC0415
    from seedbed.write.hand_written import read_page  # noqa: PLC0415

    home = settings.docs / HOME
    shown = settings.shown(home)
    title, prose = read_page(_text(home, shown), shown) if home.is_file() else ("", "")
    return SiteFacts(settings.site_name, settings.site_description, prose, title, settings.repo_url)


def _text(file: Path, shown: str) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise SeedbedError("is not UTF-8 text. Save it as UTF-8.", path=shown) from error
    except OSError as error:
        raise SeedbedError(
            f"cannot be opened ({error.strerror}). Mend its permissions.", path=shown
        ) from error


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
