"""What a build or a check prints."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.text import Text

from seedbed.model.finding import Finding
from seedbed.model.report import BuildReport, SeedReport, Since
from seedbed.report.words import few, many

NAMES_SHOWN = 12
"""How many names a part of the report lists before it says how many more there are."""
REMARKS_SHOWN = 5
"""The same for what is remarked of one seed."""


def print_build(report: BuildReport, console: Console, *, verbose: bool) -> None:
    """Say what a build did: the seeds, the library, what is new, the pages, the time, the page to open."""
    _heading(console, "Seeds")
    _print_seeds(report.seeds, console, verbose=verbose)
    _heading(console, "Library")
    counts = report.counts
    console.print(
        f"  {many(counts.works, 'paper')}, {many(counts.people, 'person', 'people')}, "
        f"{many(counts.topics, 'topic')}, {many(counts.transcripts, 'conversation')}, "
        f"{many(counts.collections, 'collection')}, {many(counts.links, 'link')}"
    )
    if counts.conflicts or counts.questions:
        console.print(
            f"  {many(counts.conflicts, 'disagreement')} between sources, "
            f"{many(counts.questions, 'open question')}: see notes/"
        )
    _print_since(report.since, console, verbose=verbose)
    _heading(console, "Pages")
    pages = report.pages
    console.print(f"  {pages.written} written, {pages.unchanged} unchanged, {pages.removed} removed", end="")
    console.print(f"; {pages.rendered} rendered, {pages.kept} kept" if report.site else "")
    if verbose:
        _heading(console, "Seconds")
        console.print("  " + ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in report.seconds))
    _print_lines("Warnings", report.warnings, console, "yellow")
    _print_lines("Could not be read", report.faults, console, "red")
    print_findings(report.findings, console)
    total = sum(seconds for _, seconds in report.seconds)
    console.print()
    if report.site:
        console.print(Text.assemble(f"Built in {total:.1f} s. Open ", (_near(report.site), "bold")))
    else:
        console.print(f"Grown in {total:.1f} s.")


def print_findings(findings: tuple[Finding, ...], console: Console) -> None:
    """List what a check found; nothing when it found nothing."""
    lines = tuple(map(str, findings))
    _print_lines("Found in the site", lines, console, "red")


def _print_seeds(seeds: tuple[SeedReport, ...], console: Console, *, verbose: bool) -> None:
    widest = max((len(seed.path) for seed in seeds), default=0)
    longest = max((len(seed.kind) for seed in seeds), default=0)
    for seed in seeds:
        lines = seed.lines
        unread = f"{lines.unread:,} of {many(lines.total, 'line')} unread"
        console.print(
            Text(f"  {seed.path:<{widest}}"),
            Text(f"{seed.kind:<{longest}}", style="cyan"),
            Text(f"{many(seed.records, 'record'):<12}"),
            Text(unread, style="yellow")
            if lines.unread
            else Text(f"{many(lines.total, 'line')}, none unread", style="dim"),
        )
    for seed in seeds:
        if verbose:
            console.print(Text(f"  {seed.path}: {seed.kind}. {seed.why}", style="dim"))
        shown = seed.remarks if verbose else seed.remarks[:REMARKS_SHOWN]
        for remark in shown:
            console.print(Text(f"  {remark}", style="yellow"))
        if len(shown) < len(seed.remarks):
            left = len(seed.remarks) - len(shown)
            console.print(
                Text(f"  {seed.path}: {many(left, 'more remark')}; --verbose shows all", style="yellow")
            )
        if verbose and seed.unread:
            console.print(Text(f"  {seed.path}: unread: {few(seed.unread)}"))


def _print_since(since: Since, console: Console, *, verbose: bool) -> None:
    if since.first:
        return
    _heading(console, "Since the last build")
    lists = {"new": since.new, "changed": since.changed, "merged": since.merged, "gone": since.gone}
    if not any(lists.values()):
        console.print("  nothing changed")
    for what, names in lists.items():
        shown = names if verbose else names[:NAMES_SHOWN]
        for name in shown:
            console.print(Text(f"  {what:<8} {name}"))
        if len(shown) < len(names):
            console.print(f"  {what:<8} and {len(names) - len(shown)} more")


def _print_lines(heading: str, lines: tuple[str, ...], console: Console, colour: str) -> None:
    if lines:
        _heading(console, heading)
    for line in lines:
        console.print(Text(f"  {line}", style=colour))


def _heading(console: Console, text: str) -> None:
    console.print(Text(text, style="bold"))


def _near(path: str) -> str:
    """`path` from the current folder, where it lies below it."""
    here = Path.cwd()
    target = Path(path)
    return str(target.relative_to(here)) if target.is_relative_to(here) else path
