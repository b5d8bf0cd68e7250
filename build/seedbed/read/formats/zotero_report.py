"""Seeds that are a report of Zotero, copied as text: a title, and below it a table of what is known.

What the table names is listed at https://www.zotero.org/support/kb/item_types_and_fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from seedbed.model.record import Reading
from seedbed.model.source import Seed
from seedbed.read.formats.bibliography import Entry, Stated, read_entries
from seedbed.read.reader import Reader, Recognition
from seedbed.text.lines import Line, filled

_FIELDS: Mapping[str, str] = {
    "Item Type": "type", "Author": "name", "Presenter": "name", "Inventor": "name", "Programmer": "name",
    "Editor": "editors", "Abstract": "abstract", "Date": "date", "DOI": "address", "URL": "address",
    "Publication": "venue", "Proceedings Title": "venue", "Book Title": "venue", "Repository": "venue",
    "University": "venue", "Institution": "venue", "Blog Title": "venue", "Website Title": "venue",
    "Series": "series", "Volume": "volume", "Issue": "number", "Pages": "pages", "Edition": "edition",
    "Publisher": "publisher", "Place": "place", "Language": "language", "ISBN": "ISSN or ISBN",
    "ISSN": "ISSN or ISBN", "# of Pages": "number of pages", "Conference Name": "meeting",
    "Translator": "", "Contributor": "", "Journal Abbr": "", "Short Title": "", "Library Catalog": "",
    "Accessed": "", "Rights": "", "License": "", "Extra": "", "Archive": "", "Archive ID": "",
    "Call Number": "", "Loc. in Archive": "", "Date Added": "", "Modified": "",
}  # fmt: skip
"""What each row states; nothing, where it is about the copy that somebody keeps. Other rows stay unread."""

_LONGEST_FIRST = sorted(_FIELDS, key=len, reverse=True)
_ROW = re.compile(rf"(?P<field>{'|'.join(map(re.escape, _LONGEST_FIRST))}):? (?P<value>\S.*)")
_BEGINS = "Item Type"
_TAGS = re.compile(r"tags:?", re.IGNORECASE)
_PARTS = re.compile(r"(?:tags|notes|attachments|related):?", re.IGNORECASE)
_BULLETS = "•*-– "
_FEWEST_ROWS = 3


def recognise(seed: Seed) -> Recognition | None:
    """Sure where a line names the type of an item, among other rows of the table."""
    if not any(line.lstrip().startswith(_BEGINS) for line in seed.lines):
        return None
    count = len(_items(filled(seed.lines)))
    items = "item stands" if count == 1 else "items stand"
    return Recognition(0.95, f"{count} {items} in it as in a report of Zotero") if count else None


def read(seed: Seed) -> Reading:
    """A work an item; notes, attachments and what is related stay unread."""
    return read_entries(seed, ZOTERO_REPORT.kind, map(_entry, _items(filled(seed.lines))))


def _items(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """The lines of each item, from its title on; one without rows enough is none."""
    begins = [
        at - 1
        for at, line in enumerate(lines)
        if at and (row := _ROW.fullmatch(line.text)) and row["field"] == _BEGINS
    ]
    parted = (lines[first:end] for first, end in pairwise((*begins, len(lines))))
    return [item for item in parted if sum(1 for line in item if _ROW.fullmatch(line.text)) >= _FEWEST_ROWS]


def _entry(lines: Sequence[Line]) -> Entry:
    title, *below = lines
    entry = Entry(title.number, title=Stated(title.text, title.number, title.number))
    end = next((at for at, line in enumerate(below) if _PARTS.fullmatch(line.text)), len(below))
    for what, stated in _rows(below[:end]):
        if what:
            entry.take(what, stated)
        else:
            entry.labels += range(stated.first, stated.last + 1)
    if end < len(below) and _TAGS.fullmatch(below[end].text):
        _take_tags(entry, below[end:])
    return entry


def _rows(lines: Sequence[Line]) -> Iterator[tuple[str, Stated]]:
    """What each row states; lines below an abstract that are no row are further paragraphs of it."""
    found: list[tuple[str, Stated]] = []
    for line in lines:
        row = _ROW.fullmatch(line.text)
        if row is not None:
            found.append((_FIELDS[row["field"]], Stated(row["value"], line.number, line.number)))
        elif found and found[-1][0] == "abstract":
            _, above = found.pop()
            found.append(("abstract", Stated(f"{above.value}\n\n{line.text}", above.first, line.number)))
    yield from found


def _take_tags(entry: Entry, lines: Sequence[Line]) -> None:
    entry.labels.append(lines[0].number)
    for line in lines[1:]:
        tag = line.text.lstrip(_BULLETS)
        if _PARTS.fullmatch(tag) or not tag:
            return
        entry.topics.append(Stated(tag, line.number, line.number))


ZOTERO_REPORT = Reader("zotero-report", "report of Zotero", recognise, read)
