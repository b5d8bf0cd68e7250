"""How one file is read: what `seedbed inspect` and `seedbed add` print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from seedbed.add import Examined
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
from seedbed.model.report import AddedSeed, SeedReport
from seedbed.model.source import Span
from seedbed.report.words import few, many

Row = tuple[Span, str, str]
"""Lines of a seed, what they hold, and its leading text."""


def print_reading(reading: Reading, console: Console) -> None:
    """Say how one seed was read: its kind and why, how much of it, each record with its lines."""
    _print_head(reading, reading.seed.path, console)
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", style="dim")
    table.add_column(style="cyan")
    table.add_column(overflow="fold")
    for span, what, text in _rows(reading.records):
        table.add_row(_range(span), what, Text(text))
    console.print(table)


def print_examined(examined: Examined, console: Console, *, verbose: bool) -> None:
    """Say how a file would be read as a seed: its kind and why, how much of it, what is odd."""
    reading = examined.reading
    _print_head(reading, examined.file, console)
    for span, what, text in _rows(reading.records) if verbose else ():
        console.print(Text(f"  {_range(span)}  {what.strip()}  {text}", style="dim"))
    for remark in reading.remarks:
        console.print(Text(f"  {remark.span}: {remark.value}", style="yellow"))
    unread = tuple(reading.unread_lines())
    if unread:
        console.print(Text(f"  unread: {few(unread)}", style="yellow"))


def print_added(one: AddedSeed, console: Console) -> None:
    """Say what became of a file."""
    name = one.seed.path
    done = {
        "added": f"added as {name}",
        "overwritten": f"written over {name}",
        "unchanged": f"{name} is in the seeds' folder already, just so",
        "kept": f"not added; {name} is as it was",
    }
    noted = "; noted in library.yml" if one.noted else ""
    console.print(Text(f"  {done[one.done]}{noted}", style="yellow" if one.done == "kept" else "green"))


def _print_head(reading: Reading, named: str, console: Console) -> None:
    report = SeedReport.of(reading)
    lines = report.lines
    console.print(Text.assemble((named, "bold"), f": {reading.kind}. {reading.why}"))
    console.print(
        f"  {many(report.records, 'record')} in {many(lines.total, 'line')}: "
        f"{lines.read:,} read, {lines.unread:,} unread, {lines.blank:,} blank"
    )


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
