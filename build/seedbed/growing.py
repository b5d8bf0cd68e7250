"""The first half of a build, top to bottom: from the seeds to the pages' Markdown, in a process of its own.

    seeds/*  ->  read  ->  resolve  ->  link  ->  write

Each stage is a function from values to values. The seeds are read from disk before the first; only `write`
changes files, but for the cache and the ledger of addresses.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import msgspec

from seedbed.config import Settings
from seedbed.errors import SeveralError
from seedbed.growth import Growth, look_at_generated, look_at_written
from seedbed.keep.memory import give_back, leave, uncollected
from seedbed.keep.workers import Workers
from seedbed.model.date import PartialDate
from seedbed.model.report import BuildReport, Counts, PageCounts, SeedReport
from seedbed.recall import Grown, Pages, Past, keep, store_of

# What a build needs that finds nothing changed is imported here, and all else where it is used: imports would
# take half of the time of such a build.
if TYPE_CHECKING:
    from seedbed.keep.stamps import FileRecord
    from seedbed.keep.store import Store
    from seedbed.model.library import Library
    from seedbed.model.link import Links
    from seedbed.render.ready import Ready
    from seedbed.understanding import Known

# The stage that one process begins alone, however many there are.
_ONE_WORKS = "resolve"
# So many bytes of seeds make enough values for pieces of the work to be worth the start of a process.
_MANY_BYTES = 1_000_000

Announce = Callable[[str], None]
"""Told the name of each stage as it begins."""


@dataclass(slots=True)
class Clock:
    """Tells what runs, and measures how long each stage took."""

    announce: Announce
    seconds: list[tuple[str, float]] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Say that a stage begins, and measure the block."""
        self.announce(name)
        start = time.perf_counter()
        yield
        self.seconds.append((name, time.perf_counter() - start))


@dataclass(frozen=True, slots=True)
class Run:
    """What one build works with.

    Attributes:
        settings: Whose seeds, and where to.
        past: What the last build kept; None where nothing of it is used, and nothing kept.
        strict: Whether nothing is built if anything could not be read.
        workers: Who may work.
        announce: Told what runs.
    """

    settings: Settings
    past: Past | None
    strict: bool
    workers: Workers
    announce: Announce

    @property
    def growth(self) -> Growth | None:
        """How the last build left the pages, where that is known."""
        return self.past.growth if self.past else None


class Growing(NamedTuple):
    """Pages that lie in the docs folder, while the rest is said of them.

    Attributes:
        pages: They themselves.
        report: Waits for what there is to say of them, and is called at most once.
        ready: What was made ready for rendering meanwhile, if anything.
    """

    pages: Pages
    report: Callable[[], BuildReport]
    ready: Ready | None = None


def grow_here(run: Run) -> Grown:
    """Grow the pages in this process."""
    with uncollected():
        pages, report = _in_steps(run, run.announce, apart=_is_much(run))
    return Grown(cast("Pages", pages), cast("BuildReport", report))


@contextmanager
def grow_apart(run: Run) -> Iterator[Growing]:
    """Grow the pages in a process of their own, with which its memory goes when it ends.

    Meanwhile this process makes ready what rendering needs: at once where there are few seeds, as that takes
    as long as all the rest; else when a processor would have nothing to do. Where this process does not
    search for cycles, that one does not either.
    """
    from seedbed.keep.beside import beside_in_steps  # noqa: PLC0415
    from seedbed.keep.processes import can_fork  # noqa: PLC0415

    if run.workers.count == 1 or not can_fork():
        grown = grow_here(run)
        yield Growing(grown.pages, lambda: grown.report)
        return
    much = _is_much(run)
    ready: Ready | None = None

    def hear(name: str) -> None:
        nonlocal ready
        run.announce(name)
        if much and name == _ONE_WORKS:
            ready = _get_ready(run)

    def work(tell: Announce) -> Iterator[bytes]:
        """Give each step as MessagePack: what Python sends takes ten times as long for many files."""
        return map(msgspec.msgpack.encode, _in_steps(run, tell, apart=much))

    with beside_in_steps(work) as given:
        if not much:
            ready = _get_ready(run)
        pages = msgspec.msgpack.decode(given(hear), type=Pages)
        if ready:
            ready = replace(ready, sources=ready.sources | pages.generated)
        yield Growing(pages, lambda: msgspec.msgpack.decode(given(), type=BuildReport), ready)


def _in_steps(run: Run, announce: Announce, *, apart: bool) -> Iterator[Pages | BuildReport]:
    """Read, resolve, link, write; pieces of it in processes `apart`, where they gain by that.

    The first step gives the pages, of which the site can be rendered; the second says what there is to say of
    them, and keeps what the next build takes over: rendering may fail, and the pages are right.
    """
    # The stages are heavy: a command that runs none of them imports none; and they are imported while another
    # process reads what is new.
    from seedbed.intake import take_in  # noqa: PLC0415
    from seedbed.project_files import read_curation  # noqa: PLC0415

    settings, clock = run.settings, Clock(announce)
    store = store_of(settings, run.past)
    with clock.stage("read"):
        curation, faults = read_curation(settings)
        ahead = _Ahead(run, store)
        intake = take_in(settings, curation, store, run.workers, apart=apart, meanwhile=ahead.look)
        faults += intake.faults
        if run.strict and faults:
            raise SeveralError(faults)

    from seedbed.project_files import keep_ledger  # noqa: PLC0415
    from seedbed.since import compare  # noqa: PLC0415
    from seedbed.understanding import understand  # noqa: PLC0415
    from seedbed.write.data import LIBRARY  # noqa: PLC0415
    from seedbed.write.sync import MANIFEST  # noqa: PLC0415
    from seedbed.writing import write  # noqa: PLC0415

    told = understand(ahead.known, intake.readings, curation, store, run.workers, clock.stage, apart=apart)
    library, links = told.library, told.links
    give_back()  # all that was worked out to find them is free now
    with clock.stage("write"):
        known = ahead.keys()
        written = write(settings, library, links, known, store, run.workers.count, apart=apart)
        changes = written.changes
        keep_ledger(settings, told.ledger, told.ledger_change)
        files = (*changes.written, *changes.unchanged, MANIFEST)
        untouched = {path: ahead.standing[path] for path in changes.unchanged if path in ahead.standing}
        generated = look_at_written(settings.docs, settings.cache, files, untouched)
    pages = Pages(_newest_date(library), generated, written.keys)
    yield pages

    written.keep()
    report = BuildReport(
        seeds=tuple(map(SeedReport.of, intake.readings)),
        counts=_count(library, links),
        since=compare(written.library_before, (settings.docs / LIBRARY).read_bytes(), library.moved),
        pages=PageCounts(len(changes.written), len(changes.unchanged), len(changes.removed)),
        faults=tuple(map(str, faults)),
        warnings=library.warnings + links.warnings,
        read=intake.read,
        seconds=tuple(clock.seconds),
    )
    keep(settings, pages, run.past, report)
    leave(told)
    yield report


@dataclass(slots=True)
class _Ahead:
    """What is looked at while another process reads the seeds.

    Attributes:
        known: What was worked out before.
        standing: The generated files as they are.
    """

    run: Run
    store: Store
    known: Known = field(init=False)
    standing: dict[str, FileRecord] = field(init=False)

    def look(self) -> None:
        """Look, and import what comes after reading."""
        for module in ("seedbed.understanding", "seedbed.writing"):
            import_module(module)
        from seedbed.understanding import look_up  # noqa: PLC0415

        settings, growth = self.run.settings, self.run.growth
        before = growth.generated if growth else {}
        self.known = look_up(settings, self.store)
        self.standing = look_at_generated(settings.docs, settings.cache, before, before)

    def keys(self) -> dict[str, bytes]:
        """The keys of files that stand as they were written."""
        past, growth = self.run.past, self.run.growth
        return growth.keys_of(self.standing, past.inputs) if past and growth else {}


def _is_much(run: Run) -> bool:
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


def _get_ready(run: Run) -> Ready | None:
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
