"""Seeds in CSL-JSON, which reference managers export: an array of items, or one.

Schema: https://github.com/citation-style-language/schema (csl-data.json, version 1.0).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from seedbed.model.record import Reading
from seedbed.model.source import Claim, Seed
from seedbed.read.formats.bibliography import Entry, Places, Stated, read_entries
from seedbed.read.reader import Reader, Recognition
from seedbed.text.lines import clean

_FIELDS: Mapping[str, str] = {
    "title": "title", "abstract": "abstract", "DOI": "address", "URL": "address",
    "container-title": "venue", "container-title-short": "venue", "journalAbbreviation": "venue",
    "volume": "volume", "issue": "number", "number": "number", "page": "pages",
    "chapter-number": "chapter", "number-of-pages": "number of pages", "number-of-volumes": "volumes",
    "publisher": "publisher", "publisher-place": "place", "collection-title": "series",
    "collection-number": "number in the series", "edition": "edition", "genre": "type", "version": "version",
    "event": "event", "event-title": "event", "event-place": "place of the event", "ISBN": "ISBN",
    "ISSN": "ISSN", "PMID": "PMID", "PMCID": "PMCID", "language": "language", "note": "note",
    "title-short": "short title", "shortTitle": "short title", "status": "state",
}  # fmt: skip
"""What each of CSL's variables states that has one value. Those that nothing here knows stay unread."""

_OF_THE_FORMAT = frozenset(("id", "type"))
_SPACE = re.compile(r"[ \t\n\r]*")
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|span|sc|p|jats:\w+)(?: [^<>]{0,100})?/?>")
_OPENING = 4000
_OBJECT = json.JSONDecoder()


def recognise(seed: Seed) -> Recognition | None:
    """Sure where JSON begins with an item that has a title and one of CSL's other variables."""
    opening = "\n".join(seed.lines[:200])[:_OPENING].lstrip()
    if opening[:1] not in {"[", "{"} or '"title"' not in opening:
        return None
    known = [
        key
        for key in ("type", "author", "issued", "DOI", "abstract", "container-title")
        if f'"{key}"' in opening
    ]
    if len(known) < len(("type", "author")):
        return None
    return Recognition(0.97, f"it is JSON whose items have CSL's variables (title, {', '.join(known)})")


def read(seed: Seed) -> Reading:
    """A work an item; from where the text is no JSON any more, nothing is read."""
    places = Places(seed)
    entries: list[Entry] = []
    brackets: list[int] = []
    remarks: list[Claim[str]] = []
    try:
        entries.extend(_entries(places, brackets))
    except (ValueError, RecursionError) as error:
        line = places.line(error.pos) if isinstance(error, json.JSONDecodeError) else 1
        what = "its values are nested too deep" if isinstance(error, RecursionError) else str(error)
        remarks.append(
            Claim(
                f"this is no JSON that can be read: {clean(what)}",
                seed.span(min(line, max(1, len(seed.lines)))),
            )
        )
    return read_entries(seed, CSL_JSON.kind, entries, remarks, brackets)


def _entries(places: Places, brackets: list[int]) -> Iterator[Entry]:
    """The items of the array, or the one item; `brackets` learns the lines of what stands around them."""
    text = places.text
    at = _skip(text, 0)
    if text[at : at + 1] == "{":
        yield _entry(places, at)[0]
        return
    if text[at : at + 1] != "[":
        raise json.JSONDecodeError("Expecting an array of items", text, at)
    brackets.append(places.line(at))
    at = _skip(text, at + 1)
    while text[at : at + 1] == "{":
        entry, at = _entry(places, at)
        yield entry
        at = _skip(text, at)
        if text[at : at + 1] != ",":
            break
        brackets.append(places.line(at))
        at = _skip(text, at + 1)
    if text[at : at + 1] != "]":
        raise json.JSONDecodeError("Expecting an item or the end of the array", text, at)
    brackets.append(places.line(at))


def _entry(places: Places, start: int) -> tuple[Entry, int]:
    """The item that begins at `start`, and the offset behind it."""
    text = places.text
    entry = Entry(places.line(start))
    at = _skip(text, start + 1)
    while text[at : at + 1] == '"':
        begin = at
        key, at = _OBJECT.raw_decode(text, at)
        at = _skip(text, at)
        if text[at : at + 1] != ":":
            raise json.JSONDecodeError("Expecting ':' behind a name", text, at)
        value, at = _OBJECT.raw_decode(text, _skip(text, at + 1))
        _take(entry, key, value, places.line(begin), places.line(at - 1))
        at = _skip(text, at)
        if text[at : at + 1] != ",":
            break
        at = _skip(text, at + 1)
    if text[at : at + 1] != "}":
        raise json.JSONDecodeError("Expecting the end of an item", text, at)
    entry.labels += [entry.first, places.line(at)]
    return entry, at + 1


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _take(entry: Entry, key: str, value: Any, first: int, last: int) -> None:
    match key, value:
        case "author", list():
            entry.names += [Stated(name, first, last) for name in map(_name, value) if name]
        case "editor", list():
            editors = ", ".join(name for name in map(_name, value) if name)
            entry.take("editors", Stated(editors, first, last))
        case "issued", dict():
            entry.dates += [Stated(text, first, last) for text in _dates(value)]
        case "accessed", dict():
            entry.particulars += [("accessed", Stated(text, first, last)) for text in list(_dates(value))[:1]]
        case "keyword", str():
            entry.topics += [Stated(part, first, last) for part in re.split("[;,]", value)]
        case _, list() if key in _FIELDS and all(isinstance(each, str) for each in value):
            entry.take(_FIELDS[key], Stated(", ".join(value), first, last))
        case _, str() | int() if key in _FIELDS:
            entry.take(_FIELDS[key], Stated(_MARKUP.sub("", str(value)), first, last))
        case _ if key in _OF_THE_FORMAT:
            entry.labels += range(first, last + 1)
        case _:
            pass


def _name(stated: Any) -> str:
    """A name in the order in which it is spoken."""
    if not isinstance(stated, dict):
        return ""
    literal = stated.get("literal")
    if isinstance(literal, str):
        return literal
    keys = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(part for key in keys if isinstance(part := stated.get(key), str) and part)


def _dates(issued: dict[str, Any]) -> Iterator[str]:
    parts = issued.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        numbers = [str(part) for part in parts[0][:3] if isinstance(part, int | str)]
        yield "-".join(number.zfill(2) for number in numbers)
    for key in ("raw", "literal"):
        if isinstance(issued.get(key), str):
            yield issued[key]


CSL_JSON = Reader("csl-json", "CSL-JSON file", recognise, read)
