"""The whole way from seeds to site, top to bottom.

    seeds/*  ->  read  ->  resolve  ->  link  ->  write  ->  render  ->  check

The first four grow the pages' Markdown (`seedbed.growing`); only `write` and `render` change files, but for
the cache.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import NamedTuple

from seedbed.config import Settings
from seedbed.growing import Announce, Clock, Growing, Run, grow_apart, grow_here
from seedbed.keep.lock import hold
from seedbed.keep.memory import set_aside, uncollected
from seedbed.keep.workers import ALL, Progress, Workers
from seedbed.model.finding import Finding
from seedbed.model.report import BuildReport
from seedbed.recall import as_before, keep, recall

_LOCK = "build.lock"


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
    with hold(settings.cache / _LOCK), ExitStack() as meanwhile:
        with uncollected():
            past = recall(settings) if cached else None
            run = Run(settings, past, strict, workers, announce)
            before = as_before(settings, past, strict=strict)
            if before is not None:
                growing = Growing(before.pages, lambda: before.report)
            else:
                growing = meanwhile.enter_context(grow_apart(run))
            meanwhile.enter_context(set_aside())  # before the next search for cycles, which would take long
        rendered = _render(run, growing, progress)
        report = rendered.added_to(growing.report())
        keep(settings, growing.pages, past, report, rendered.sign)
    return report


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
        grown = as_before(settings, past, strict=strict)
        return (grown or grow_here(Run(settings, past, strict, workers, announce))).report


class _Rendered(NamedTuple):
    """A site that was rendered and checked.

    Attributes:
        sign: The name that rendering gives to it; empty where nothing is kept.
        home: Where reading it begins.
        rendered: How many pages were rendered.
        kept: How many were not, as they stay as they are.
        findings: What the check found.
        seconds: Of each stage.
    """

    sign: str
    home: str
    rendered: int
    kept: int
    findings: tuple[Finding, ...]
    seconds: tuple[tuple[str, float], ...]

    def added_to(self, report: BuildReport) -> BuildReport:
        """What there is to say of the pages, and of the site that was made of them."""
        return replace(
            report,
            pages=replace(report.pages, rendered=self.rendered, kept=self.kept),
            findings=self.findings,
            site=self.home,
            seconds=report.seconds + self.seconds,
        )


def _render(run: Run, growing: Growing, progress: Progress) -> _Rendered:
    """Render the pages and check the site; a site that was checked is not checked again."""
    from seedbed.checking import Checking  # noqa: PLC0415 (not needed to grow)
    from seedbed.render import render  # noqa: PLC0415
    from seedbed.render.state import read_signs  # noqa: PLC0415

    settings, clock = run.settings, Clock(run.announce)
    cache = settings.cache if run.past else None
    with Checking(cache, run.past.inputs.code() if run.past else b"", run.workers) as checking:
        with clock.stage("render"):
            rendered = render(
                settings.config_file,
                settings.site,
                cache_dir=cache,
                workers=run.workers,
                date=growing.pages.date,
                progress=progress,
                ready=growing.ready,
                finished=checking.begin,
            )
        signs = read_signs(cache) if cache else None
        sign = signs.build if signs else ""
        if run.growth and growing.pages.same and sign and sign == run.growth.site:
            findings = run.growth.report.findings
        else:
            with clock.stage("check"):
                digests = {path: each.digest for path, each in signs.outputs.items()} if signs else None
                findings = checking.end(settings.site, digests, progress)
    home = str(settings.site / "index.html")
    return _Rendered(sign, home, rendered.rendered, rendered.kept, findings, tuple(clock.seconds))
