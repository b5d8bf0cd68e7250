"""The text that a build, a check or an inspection prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from seedbed.model.decision import Question
from seedbed.model.finding import Finding
from seedbed.model.record import (
    BibliographyRecord,
    CollectionRecord,
    Part,
    ProfileRecord,
    Reading,
    Record,
    TranscriptRecord,
    WorkRecord,
    cover,
)
from seedbed.model.report import BuildReport, SeedReport, Since
from seedbed.model.source import Span

Row = tuple[Span, str, str]
"""Lines of a seed, what they hold, and its leading text."""

NAMES_SHOWN = 12
"""How many names a part of the report lists before it says how many more there are."""


def print_build(report: BuildReport, console: Console, *, verbose: bool) -> None:
    """Say what a build did: the seeds, the library, what is new, the pages, the time, the page to open."""
    _heading(console, "Seeds")
    _print_seeds(report.seeds, console, verbose=verbose)
    _heading(console, "Library")
    counts = report.counts
    console.print(
        f"  {_many(counts.works, 'paper')}, {_many(counts.people, 'person', 'people')}, "
        f"{_many(counts.topics, 'topic')}, {_many(counts.transcripts, 'conversation')}, "
        f"{_many(counts.collections, 'collection')}, {_many(counts.links, 'link')}"
    )
    if counts.conflicts or counts.questions:
        console.print(
            f"  {_many(counts.conflicts, 'disagreement')} between sources, "
            f"{_many(counts.questions, 'open question')}: see notes/"
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


def print_reading(reading: Reading, console: Console) -> None:
    """Say how one seed was read: its kind and why, each record with its lines, the unread lines."""
    lines = reading.count()
    console.print(Text.assemble((reading.seed.path, "bold"), f": {reading.kind}. {reading.why}"))
    console.print(
        f"{_many(lines.total, 'line')}: {lines.read} read, {lines.unread} unread, {lines.blank} blank",
    )
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", style="dim")
    table.add_column(style="cyan")
    table.add_column(overflow="fold")
    for span, what, text in _rows(reading.records):
        table.add_row(_range(span), what, Text(text))
    console.print(table)
    for remark in reading.remarks:
        console.print(Text(f"{remark.span}: {remark.value}", style="yellow"))
    for number in reading.unread_lines():
        console.print(
            Text(f"{reading.seed.path}:{number}: unread: {reading.seed.lines[number - 1]}", style="yellow")
        )


def print_questions(questions: tuple[Question, ...], console: Console) -> None:
    """Print each question with its answers, all as comments: to answer, uncomment one and the key above it.

    Questions that are answered under one key of the curation file stand together, for it takes each key once.
    """
    if not questions:
        console.print("# Nothing is open.")
    by_key: dict[str, list[Question]] = {}
    for question in questions:
        by_key.setdefault(_key(question.answers[0][1]), []).append(question)
    for key, asked in by_key.items():
        console.print(Text(f"# {key}"))
        for question in asked:
            console.print()
            console.print(Text(f"#   {question.asked}"))
            for evidence in question.evidence:
                places = f" ({', '.join(str(span) for span in evidence.spans)})" if evidence.spans else ""
                console.print(Text(f"#     {evidence.sentence}{places}"))
            for answer, entry in question.answers:
                console.print(Text(f"#   {answer}"))
                for line in entry.splitlines()[1:]:
                    console.print(Text(f"# {line}"))
        console.print()


def _key(entry: str) -> str:
    return entry.splitlines()[0]


def _print_seeds(seeds: tuple[SeedReport, ...], console: Console, *, verbose: bool) -> None:
    widest = max((len(seed.path) for seed in seeds), default=0)
    for seed in seeds:
        lines = seed.lines
        unread = f"{lines.unread:,} of {_many(lines.total, 'line')} unread"
        console.print(
            Text(f"  {seed.path:<{widest}}"),
            Text(f"{seed.kind:<12}", style="cyan"),
            Text(f"{_many(seed.records, 'record'):<12}"),
            Text(unread, style="yellow")
            if lines.unread
            else Text(f"{_many(lines.total, 'line')}, none unread", style="dim"),
        )
    for seed in seeds:
        if verbose:
            console.print(Text(f"  {seed.path}: {seed.kind}. {seed.why}", style="dim"))
        for remark in seed.remarks:
            console.print(Text(f"  {remark}", style="yellow"))
        if verbose and seed.unread:
            shown = ", ".join(str(number) for number in seed.unread[:NAMES_SHOWN])
            more = len(seed.unread) - NAMES_SHOWN
            console.print(Text(f"  {seed.path}: unread: {shown}{f' and {more} more' if more > 0 else ''}"))


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


def _rows(records: Iterable[Record]) -> Iterator[Row]:
    for record in records:
        match record:
            case WorkRecord():
                yield _work_row(record, "work")
            case BibliographyRecord():
                yield from (_work_row(work, "work") for work in record.works)
            case ProfileRecord():
                yield from _profile_rows(record)
            case CollectionRecord():
                yield from _collection_rows(record)
            case TranscriptRecord():
                yield _whole(record.parts()), "transcript", record.title.value if record.title else ""
                for number, turn in enumerate(record.turns, start=1):
                    yield turn.span(), f"  turn {number}", turn.label or "nobody named"


def _profile_rows(record: ProfileRecord) -> Iterator[Row]:
    yield record.name.span, "profile", record.name.value
    for figure in record.figures:
        yield figure.span, "  figure", f"{figure.value.label}: {figure.value.value}"
    for work in record.works:
        yield _work_row(work, "  work")


def _collection_rows(record: CollectionRecord) -> Iterator[Row]:
    yield record.title.span, "list", record.title.value
    for section in record.sections:
        if section.title is not None:
            yield section.title.span, "  section", section.title.value
        for work in section.works:
            yield _work_row(work, "    work")
    for question in record.questions:
        yield question.span, "  question", question.value


def _work_row(record: WorkRecord, what: str) -> Row:
    if record.title is not None:
        return record.span(), what, record.title.value
    return record.span(), what, f"no title: {record.abstract.value[:70]}…" if record.abstract else "no title"


def _whole(parts: Iterator[Part]) -> Span:
    return cover(part.span for part in parts)


def _range(span: Span) -> str:
    return str(span.first) if span.first == span.last else f"{span.first}–{span.last}"


def _many(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _near(path: str) -> str:
    """`path` from the current folder, where it lies below it."""
    here = Path.cwd()
    target = Path(path)
    return str(target.relative_to(here)) if target.is_relative_to(here) else path
