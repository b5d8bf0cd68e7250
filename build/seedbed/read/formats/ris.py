"""Seeds in RIS, the format that reference managers exchange: rispy reads the values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from seedbed.model.record import Reading
from seedbed.model.source import Seed
from seedbed.read.formats.bibliography import Entry, Stated, read_entries
from seedbed.read.reader import Reader, Recognition

_TAG = re.compile(r"\s{0,3}(?P<tag>[A-Z][A-Z0-9])\s{1,2}-(?:\s(?P<value>.*))?$")
_FIELDS: Mapping[str, str] = {
    "TI": "title", "T1": "title", "AU": "name", "A1": "name", "AB": "abstract", "N2": "abstract",
    "DA": "date", "PY": "date", "Y1": "date", "DO": "address", "UR": "address", "L1": "address",
    "L2": "address", "LK": "address", "KW": "topic",
    "T2": "venue", "JF": "venue", "JO": "venue", "JA": "venue", "BT": "venue", "J1": "venue", "J2": "venue",
    "VL": "volume", "IS": "number", "CP": "number", "SP": "pages", "EP": "last page", "PB": "publisher",
    "CY": "place", "PP": "place", "SN": "ISSN or ISBN", "LA": "language", "ET": "edition", "M3": "type",
    "N1": "note", "ST": "short title", "Y2": "accessed", "T3": "series", "NV": "volumes", "C2": "PMCID",
    "SE": "section", "A2": "editors", "A3": "editors", "ED": "editors", "DB": "database", "DP": "database",
    "AN": "number in the database", "C7": "article number", "TY": "", "ER": "", "ID": "",
}  # fmt: skip
"""What each tag states; nothing, where it belongs to the format. Other tags stay unread."""


_LISTED = frozenset(("name", "topic", "address", "date"))
_YEAR = re.compile(r"\d{4}")


def recognise(seed: Seed) -> Recognition | None:
    """Sure where a record begins with its type and ends as RIS says."""
    tags = [match["tag"] for line in seed.lines if (match := _TAG.match(line[:20]))]
    records = tags.count("TY")
    if not records or len(tags) < len(("TY", "TI", "ER")):
        return None
    return Recognition(
        0.97, f"{records} RIS {'record begins' if records == 1 else 'records begin'} with “TY  -”"
    )


def read(seed: Seed) -> Reading:
    """A work a record."""
    return read_entries(seed, RIS.kind, [_entry(seed, first, last) for first, last in _records(seed)])


def _records(seed: Seed) -> Iterator[tuple[int, int]]:
    """First and last line of each record: from `TY` to `ER`, or to the line before the next `TY`."""
    first = last = 0
    for number, line in enumerate(seed.lines, start=1):
        match = _TAG.match(line)
        tag = match["tag"] if match else ""
        if tag == "TY" and first:
            yield first, last
        if tag == "TY":
            first = number
        if first and line.strip():
            last = number
        if tag == "ER" and first:
            yield first, number
            first = 0
    if first:
        yield first, last


def _entry(seed: Seed, first: int, last: int) -> Entry:
    import rispy  # noqa: PLC0415

    entry = Entry(first)
    places = _places(seed, first, last)
    for tag, begin, end in places:
        what = _FIELDS.get(tag)
        if not what:
            entry.labels += range(begin, end + 1) if what == "" else ()
            continue
        # rispy takes one field at a time, so that each value keeps its own lines.
        text = "\n".join(["TY  - GEN", *seed.lines[begin - 1 : end], "ER  - "])
        (record,) = rispy.loads(text)
        values = list(_values(record))
        if what in _LISTED:
            for value in values:
                _take(entry, what, Stated(value, begin, end))
        elif values:
            _take(entry, what, Stated(" ".join(values), begin, end))
    _date_by_parts(entry)
    return entry


def _places(seed: Seed, first: int, last: int) -> list[tuple[str, int, int]]:
    """Each field's tag with its first and last line; lines without a tag go on with the field above."""
    found: list[tuple[str, int, int]] = []
    for number in range(first, last + 1):
        match = _TAG.match(seed.lines[number - 1])
        if match:
            found.append((match["tag"], number, number))
        elif found and seed.lines[number - 1].strip():
            tag, begin, _ = found[-1]
            found[-1] = (tag, begin, number)
    return found


def _values(record: Mapping[str, Any]) -> Iterator[str]:
    """The values of the one field that is neither type nor number; also of a tag that rispy does not know."""
    unknown = record.get("unknown_tag")
    known = [value for key, value in record.items() if key not in {"type_of_reference", "unknown_tag", "id"}]
    for value in (*known, *(unknown.values() if unknown else ())):
        yield from (value if isinstance(value, list) else [value])


def _date_by_parts(entry: Entry) -> None:
    """Where one field states the year and another the day or month ("MAR"), the date that they make."""
    year = next((each for each in entry.dates if _YEAR.fullmatch(each.value)), None)
    part = next((each for each in entry.dates if each.value[:1].isalpha()), None)
    if year and part:
        lines = (min(year.first, part.first), max(year.last, part.last))
        entry.dates.append(Stated(f"{part.value} {year.value}", *lines))


def _take(entry: Entry, what: str, stated: Stated) -> None:
    match what:
        case "name" if stated.value.casefold().rstrip(".") in {"et al", "others"}:
            entry.complete = False
            entry.labels += range(stated.first, stated.last + 1)
        case "topic":
            parts = stated.value.split(";")
            entry.topics += [Stated(part, stated.first, stated.last) for part in parts]
        case "date":
            # "2024/05/02/spring": year, month, day and further words, any of them left out.
            parts = stated.value.split("/")[:3]
            iso = "-".join(part for part in parts if part.strip())
            entry.dates += [Stated(iso, stated.first, stated.last), stated]
        case _:
            entry.take(what, stated)


RIS = Reader("ris", "RIS file", recognise, read, whole=True)
