"""The page of a seed, line by line, and all seeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from seedbed.model.list_page import SeedRow, SourcesPage
from seedbed.model.page import Page
from seedbed.model.record import Reading
from seedbed.model.shown import DateShown, Fact, FactValue, Note, Ref
from seedbed.model.thing_page import Became, LineShown, SourcePage
from seedbed.text.dates import find_date
from seedbed.write.addresses import LINES_A_PAGE, part_refs
from seedbed.write.became import Things, ranges, things, together
from seedbed.write.shelf import Shelf, WholeShelf
from seedbed.write.tasks import Task
from seedbed.write.wording import capitalised, counted, date_shown, joined, number, sentence, shortened

ALL_SOURCES = Ref("Sources", "sources/index")
"""The list of all seeds."""

_KINDS = {
    "profile": "a profile",
    "scholar-profile": "a profile from Google Scholar",
    "abstracts": "abstracts",
    "transcript": "a transcript",
    "list": "a list of research",
    "publications": "a list of publications",
    "dated-list": "a list by date",
    "bibtex": "a BibTeX file",
    "ris": "a RIS file",
    "csl-json": "a CSL-JSON file",
    "arxiv-atom": "a feed from arXiv",
    "arxiv-listing": "a page of arXiv",
    "orcid-works": "the works of an ORCID record",
    "dblp-page": "a page of dblp",
    "catalogue-page": "a page of a catalogue",
    "pubmed-text": "abstracts saved by PubMed",
    "zotero-report": "a report of Zotero",
    "marked-titles": "papers below marked titles",
    "tagged": "an EndNote or MEDLINE file",
    "subtitles": "subtitles",
    "front-matter": "a page about a work",
    "citation-tags": "a page that states works for search engines",
    "table": "a table",
    "unknown": "of a kind that no reader knows",
}


def source_tasks(shelf: WholeShelf) -> Iterator[Task]:
    """Each seed as it was captured."""
    for path in shelf.readings:
        yield Task(shelf.places.seed(path), _source_pages, path)


def _source_pages(shelf: Shelf, path: str) -> Iterator[Page]:
    """One page; several for a seed of more than 2,000 lines."""
    reading = shelf.readings[path]
    yield from _seed_pages(shelf, reading, _lines(things(shelf, path), reading, ranges(shelf, path)))


def sources_page(shelf: WholeShelf) -> Page:
    """All seeds."""
    rows = tuple(_row(shelf, reading) for reading in shelf.library.readings)
    lines = sum(len(reading.seed.lines) for reading in shelf.library.readings)
    lead = (
        f"{counted(len(rows), 'capture')}, {counted(lines, 'line')}. Every page of this library is made from "
        f"{'it' if len(rows) == 1 else 'these'}, and every fact leads back to its line here."
        if rows
        else "No capture has been read yet."
    )
    return Page(
        path=f"{ALL_SOURCES.address}.md",
        title="Sources",
        description=(
            f"The captures that this library is made from: {counted(len(rows), 'file')}, line by line."
            if rows
            else lead
        ),
        kind="sources",
        value=SourcesPage("Sources", lead, rows),
        listed=False,
    )


def _row(shelf: WholeShelf, reading: Reading) -> SeedRow:
    count = reading.count()
    return SeedRow(
        seed=Ref(reading.seed.path, shelf.places.seed(reading.seed.path)),
        kind=_KINDS.get(reading.kind, reading.kind),
        lines=counted(count.total, "line"),
        unread=f"{counted(count.unread, 'line')} not read" if count.unread else "",
        captured=_captured(reading),
        url=reading.seed.address,
    )


def _captured(reading: Reading) -> DateShown | None:
    date = find_date(reading.seed.captured) if reading.seed.captured else None
    return date_shown(date) if date is not None and date.year is not None else None


def _seed_pages(shelf: Shelf, reading: Reading, lines: Sequence[LineShown]) -> Iterator[Page]:
    path = reading.seed.path
    begins = range(0, max(1, len(lines)), LINES_A_PAGE)
    parts = [lines[begin : begin + LINES_A_PAGE] for begin in begins]
    labels = [f"{number(begin + 1)}–{number(min(begin + LINES_A_PAGE, len(lines)))}" for begin in begins]
    first = Ref(path, shelf.places.seed(path))
    for part_number, part in enumerate(parts, start=1):
        yield Page(
            path=f"{shelf.places.seed(path, part_number)}.md",
            title=path if part_number == 1 else f"{path}, part {part_number}",
            description=shortened(f"The capture {path}, line by line, with what each line became."),
            kind="source",
            value=SourcePage(
                title=path,
                lead=_lead(reading),
                facts=tuple(_facts(reading)) if part_number == 1 else (),
                remarks=_remarks(shelf, reading) if part_number == 1 else (),
                lines=tuple(part),
                parts=part_refs(first.address, labels, part_number),
            ),
            parent=ALL_SOURCES if part_number == 1 else first,
            listed=False,
        )


def _lead(reading: Reading) -> str:
    """What the capture was read as, and why."""
    return joined(
        (
            "Shown as it is, line by line."
            if reading.kind == "unknown"
            else f"Read as {_KINDS.get(reading.kind, reading.kind)}.",
            sentence(capitalised(reading.why)) if reading.why else "",
        )
    )


def _facts(reading: Reading) -> Iterator[Fact]:
    count = reading.count()
    kinds = ((count.read, "read"), (count.blank, "blank"), (count.unread, "not read"))
    held = f"{number(count.total)}: {', '.join(f'{number(size)} {kind}' for size, kind in kinds)}"
    yield Fact("Lines", (FactValue(held),))
    captured = _captured(reading)
    if captured is not None:
        yield Fact("Captured", (FactValue(captured.text, date=captured.iso),))
    if reading.seed.address:
        yield Fact("From", (FactValue(reading.seed.address, url=reading.seed.address),))
    yield Fact("SHA-256", (FactValue(reading.seed.sha256),))


def _remarks(shelf: Shelf, reading: Reading) -> tuple[Note, ...]:
    return tuple(
        Note(sentence(capitalised(claim.value)), (shelf.places.source(claim.span),))
        for claim in reading.remarks
    )


def _lines(known: Things, reading: Reading, ends: Mapping[int, Sequence[int]]) -> tuple[LineShown, ...]:
    became: dict[int, list[Became]] = {}
    for record in reading.records:
        for span, held in known.became(record):
            for line in range(span.first, span.last + 1):
                became.setdefault(line, []).append(held)
    unread = frozenset(reading.unread_lines())
    return tuple(
        LineShown(
            line,
            text,
            together(became.get(line, ())) if text.strip() else (),
            line in unread,
            tuple(f"L{line}-L{last}" for last in ends.get(line, ())),
        )
        for line, text in enumerate(reading.seed.lines, start=1)
    )
