"""Everything that has a date, by year and month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from seedbed.model.list_page import Dated, Month, TimelinePage, Year
from seedbed.model.page import Page
from seedbed.model.shown import Address, Ref
from seedbed.text.months import MONTHS
from seedbed.write import addresses
from seedbed.write.charts import chart
from seedbed.write.pictures.by_topic import by_topic
from seedbed.write.rows import creator_refs
from seedbed.write.shelf import WholeShelf
from seedbed.write.wording import counted, folded, listed, separator, shortened, stated_date

TIMELINE = Ref("Timeline", "timeline/index")
"""The first page of the timeline."""

_ENTRIES_A_PAGE = 1500
_CREATORS = 3
_ISO_MONTH = 7


def timeline_pages(shelf: WholeShelf) -> Iterator[Page]:
    """Everything dated, newest first; whole years to a page where there is very much."""
    entries = _entries(shelf)
    years = [(year, list(group)) for year, group in groupby(entries, key=lambda entry: entry.date.year)]
    parts = _parts(years)
    places = {
        key: f"{addresses.part_page(TIMELINE.address, number)}#{_anchor(key)}"
        for number, part in enumerate(parts, start=1)
        for _, members in part
        for entry in members
        for key in (entry.date.year, entry.date.iso[:_ISO_MONTH])
    }
    labels = ["–".join(dict.fromkeys((part[0][0], part[-1][0]))) if part else "" for part in parts]
    undated = [shelf.work(work) for work, face in shelf.faces.items() if face.date is None]
    undated += [shelf.transcript(transcript) for transcript, talk in shelf.talks.items() if talk.date is None]
    topics_of = {
        addresses.work_page(work): tuple(shelf.topic(topic.id) for topic in topics)
        for work, topics in shelf.topics_of.items()
    }
    for number, part in enumerate(parts, start=1):
        # A part says how much it holds itself, so that an entry more changes the first part and its own.
        held = [entry for _, members in part for entry in members]
        lead = _lead(entries, undated) if number == 1 else _lead(held, ())
        value = TimelinePage(
            title="Timeline",
            lead=lead,
            chart=chart(entries, places) if number == 1 else None,
            by_topic=by_topic(entries, topics_of) if number == 1 else None,
            years=tuple(_year(year, members) for year, members in part),
            undated=tuple(sorted(undated, key=lambda ref: (folded(ref.label), ref.address)))
            if number == len(parts)
            else (),
            parts=addresses.part_refs(TIMELINE.address, labels, number),
        )
        yield Page(
            path=f"{addresses.part_page(TIMELINE.address, number)}.md",
            title="Timeline" if number == 1 else f"Timeline, part {number}",
            description=shortened(f"What the sources date, by year and month: {lead}" if entries else lead),
            kind="timeline",
            value=value,
            parent=Ref("") if number == 1 else TIMELINE,
            listed=False,
        )


def _entries(shelf: WholeShelf) -> list[Dated]:
    dated = []
    for work, face in shelf.faces.items():
        if face.date is not None:
            names = [ref.label for ref in creator_refs(face, _CREATORS)]
            left_out = not face.complete or len(face.creators) > len(names)
            by = f"{separator(names).join(names)} et al." if names and left_out else listed(names)
            dated.append(Dated("paper", shelf.work(work), face.date, by))
    for transcript in shelf.library.transcripts:
        date = stated_date(transcript.date)
        if date is not None:
            speakers = listed([shelf.names[credit.person] for credit in transcript.speakers])
            dated.append(Dated("conversation", shelf.transcript(transcript.id), date, speakers))
    dated.sort(key=lambda entry: (folded(entry.ref.label), entry.ref.address))
    return sorted(dated, key=lambda entry: entry.date.iso, reverse=True)


def _parts(years: Sequence[tuple[str, list[Dated]]]) -> list[list[tuple[str, list[Dated]]]]:
    """Whole years, as many as fit on a page."""
    parts: list[list[tuple[str, list[Dated]]]] = [[]]
    size = 0
    for year, members in years:
        if parts[-1] and size + len(members) > _ENTRIES_A_PAGE:
            parts.append([])
            size = 0
        parts[-1].append((year, members))
        size += len(members)
    return parts


def _lead(entries: Sequence[Dated], undated: Sequence[Ref]) -> str:
    papers = sum(1 for entry in entries if entry.kind == "paper")
    talks = len(entries) - papers
    held = [counted(papers, "paper")] if papers else []
    if talks:
        held.append(counted(talks, "conversation"))
    if not held:
        return "Nothing in this library has a date."
    order = ", the newest first" if len(entries) > 1 else ""
    without = f" {counted(len(undated), 'entry', 'entries')} without a date, at the end." if undated else ""
    return f"{listed(held)} with a date{order}.{without}"


def _year(year: str, members: Sequence[Dated]) -> Year:
    months = groupby(members, key=lambda entry: entry.date.iso[:_ISO_MONTH])
    return Year(
        title=year,
        anchor=_anchor(year),
        count=counted(len(members), "entry", "entries"),
        months=tuple(Month(_title(key), _anchor(key, inner=True), tuple(group)) for key, group in months),
    )


def _anchor(key: str, *, inner: bool = False) -> Address:
    """`year-2026`, `month-2026-05`, and `undated-2026` for what a year holds without a month."""
    if len(key) == _ISO_MONTH:
        return f"month-{key}"
    return f"month-{key}-unknown" if inner else f"year-{key}"


def _title(key: str) -> str:
    return f"{MONTHS[int(key[5:7]) - 1]} {key[:4]}" if len(key) == _ISO_MONTH else f"{key}, month not known"
