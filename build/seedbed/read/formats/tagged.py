"""Seeds with a tag a line: EndNote's export (“%0 Journal Article”) and MEDLINE's, which PubMed saves.

Of the first, the tags are in EndNote's manual; of the second, on https://www.nlm.nih.gov/bsd/mms/medlineelements.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from seedbed.model.record import Reading
from seedbed.model.source import Seed
from seedbed.read.formats.bibliography import Entry, Stated, read_entries
from seedbed.read.reader import Reader, Recognition
from seedbed.read.references.vancouver import NAME, vancouver_names
from seedbed.text.lines import clean

_ENDNOTE_FIELDS: Mapping[str, str] = {
    "T": "title", "A": "name", "X": "abstract", "D": "date", "8": "date", "R": "address", "U": "address",
    "J": "venue", "B": "venue", "K": "topic", "V": "volume", "N": "number", "P": "pages", "I": "publisher",
    "C": "place", "@": "ISSN or ISBN", "7": "edition", "E": "editors", "G": "language", "Z": "note",
    "9": "type", "S": "series", **dict.fromkeys("0FMW~[+L1", ""),
}  # fmt: skip
"""What each tag states; nothing, where it belongs to the format. Other tags stay unread."""

_MEDLINE_OWN = """
    PMID OWN STAT DCOM LR IS CI AD AUID TA JID SB EDAT MHDA CRDT PHST PST SO DEP GR MH RN COIS OTO TT VTI
"""
_MEDLINE_FIELDS: Mapping[str, str] = {
    "TI": "title", "BTI": "title", "FAU": "name", "CN": "name", "AB": "abstract", "DP": "date",
    "LID": "address", "AID": "address", "JT": "venue", "OT": "topic", "VI": "volume", "IP": "number",
    "PG": "pages", "PB": "publisher", "PL": "place", "LA": "language", "PT": "type", "PMC": "PMCID",
    "AU": "short name", **dict.fromkeys(_MEDLINE_OWN.split(), ""),
}  # fmt: skip

_ENDNOTE_LINE = re.compile(r"%(?P<tag>[A-Z0-9@~\[+])\s(?P<value>.*)")
_MEDLINE_LINE = re.compile(r"(?P<tag>[A-Z]{2,4}) {0,2}- (?P<value>.*)")
_DOI = re.compile(r"(?P<doi>10\.\S+) \[doi\]")
_PERIOD = re.compile(
    r"(?<=\d{4} [A-Z][a-z]{2})-[A-Z][a-z]{2}$|(?<=\d{4}) (?:Spring|Summer|Fall|Autumn|Winter)$"
)
"""The later of the months, or the season, in which a number appeared."""
_SHORT_NAME = re.compile(NAME)
_LONGEST_TAG = 200


@dataclass(frozen=True, slots=True)
class _Format:
    """A format's name, the tag that begins a record, its lines, and what its tags state."""

    name: str
    begins: str
    line: re.Pattern[str]
    fields: Mapping[str, str]


_ENDNOTE = _Format("EndNote's export", "0", _ENDNOTE_LINE, _ENDNOTE_FIELDS)
_MEDLINE = _Format("MEDLINE", "PMID", _MEDLINE_LINE, _MEDLINE_FIELDS)


def recognise(seed: Seed) -> Recognition | None:
    """Sure where records begin and have titles as one of the formats says."""
    form = _format(seed)
    if form is None:
        return None
    count = sum(1 for _ in _records(seed, form))
    return Recognition(
        0.97, f"{count} {'record begins' if count == 1 else 'records begin'} as in {form.name}"
    )


def read(seed: Seed) -> Reading:
    """A work a record."""
    form = _format(seed)
    entries = [_entry(record, form) for record in _records(seed, form)] if form else []
    return read_entries(seed, TAGGED.kind, entries)


def _format(seed: Seed) -> _Format | None:
    """The format of which the first tagged line begins a record and a later one states a title."""
    for form in (_ENDNOTE, _MEDLINE):
        tags = [match["tag"] for line in seed.lines if (match := form.line.match(line[:_LONGEST_TAG]))]
        if tags and tags[0] == form.begins and any(form.fields.get(tag) == "title" for tag in tags):
            return form
    return None


_Field = tuple[str, Stated]


def _records(seed: Seed, form: _Format) -> Iterator[list[_Field]]:
    """The fields of each record; lines without a tag go on with the field above."""
    fields: list[_Field] = []
    for number, line in enumerate(seed.lines, start=1):
        match = form.line.match(line)
        if match and match["tag"] == form.begins and fields:
            yield fields
            fields = []
        if match:
            fields.append((match["tag"], Stated(match["value"], number, number)))
        elif fields and line.strip():
            tag, above = fields[-1]
            fields[-1] = (tag, Stated(f"{above.value} {line.strip()}", above.first, number))
    if fields:
        yield fields


def _entry(fields: list[_Field], form: _Format) -> Entry:
    entry = Entry(fields[0][1].first)
    full = any(form.fields.get(tag) == "name" for tag, _ in fields)
    for tag, stated in fields:
        what = form.fields.get(tag)
        if what is None:
            continue
        if what in {"", "short name"} and (full or not what):
            entry.labels += range(stated.first, stated.last + 1)
        else:
            _take(entry, what, Stated(clean(stated.value), stated.first, stated.last))
    return entry


def _take(entry: Entry, what: str, stated: Stated) -> None:
    value = stated.value
    match what:
        case "title":
            entry.take(what, Stated(value.removesuffix("."), stated.first, stated.last))
        case "name" if value.casefold().rstrip(".") in {"et al", "others"}:
            entry.complete = False
            entry.labels += range(stated.first, stated.last + 1)
        case "short name":
            name = vancouver_names(value, complete=True).names[0] if _SHORT_NAME.fullmatch(value) else value
            entry.take("name", Stated(name, stated.first, stated.last))
        case "date":
            entry.take(what, Stated(_PERIOD.sub("", value), stated.first, stated.last))
        case "address":
            doi = _DOI.fullmatch(value)
            entry.take(what, Stated(doi["doi"] if doi else value, stated.first, stated.last))
            entry.labels += range(stated.first, stated.last + 1)
        case _:
            entry.take(what, stated)


TAGGED = Reader("tagged", "EndNote or MEDLINE file", recognise, read, whole=True)
