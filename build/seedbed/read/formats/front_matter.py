"""Seeds in Markdown whose YAML front matter states a work, as the pages of site generators do.

A page whose front matter names no creator is a note: no reader takes it, and it is shown as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from seedbed.model.record import Reading
from seedbed.model.source import Claim, Seed
from seedbed.read.creators import read_names
from seedbed.read.formats.bibliography import Entry, Stated, read_entries
from seedbed.read.markdown import HEADING
from seedbed.read.reader import Reader, Recognition
from seedbed.text.lines import clean

if TYPE_CHECKING:
    from yaml.nodes import Node

_FIELDS: Mapping[str, str] = {
    "title": "title", "author": "names", "authors": "names", "creators": "names",
    "abstract": "abstract", "summary": "abstract", "description": "abstract",
    "date": "date", "published": "date", "year": "date",
    "doi": "address", "url": "address", "link": "address", "arxiv": "address", "pdf": "address",
    "paperurl": "address", "url_pdf": "address",
    "tags": "topics", "keywords": "topics", "topics": "topics", "categories": "topics",
    "venue": "venue", "journal": "venue", "publication": "venue", "booktitle": "venue",
    "publishdate": "date", "url_code": "address", "url_source": "address", "codeurl": "address",
    "volume": "volume", "issue": "number", "number": "number", "pages": "pages", "publisher": "publisher",
    "series": "series", "edition": "edition", "isbn": "ISBN", "issn": "ISSN", "editor": "editors",
    "editors": "editors", "language": "language", "lang": "language", "note": "note",
    "citation": "citation", "subtitle": "subtitle", "place": "place",
}  # fmt: skip
_FENCE = "---"
_MOST_LINES = 400
_LONGEST = 200_000


def recognise(seed: Seed) -> Recognition | None:
    """Sure where front matter states a title and creators."""
    end = fence_end(seed)
    lines = seed.lines[1 : end - 1] if end else ()
    stated = {
        _FIELDS.get(line.partition(":")[0].strip().casefold())
        for line, below in pairwise((*lines, ""))
        if line.partition(":")[2].strip() or below.startswith((" ", "\t", "-"))
    }
    if not {"title", "names"} <= stated:
        return None
    return Recognition(0.96, "its front matter states a title and creators")


def read(seed: Seed) -> Reading:
    """The work that the front matter states; of the text, what stands under the heading “Abstract”."""
    end = fence_end(seed)
    if not end:
        return read_entries(seed, FRONT_MATTER.kind, ())
    entry = Entry(1, labels=[1, end])
    remarks: list[Claim[str]] = []
    for key, value, first, last in stated_fields(seed, end, remarks):
        if any(each for each, _, _ in value):
            _take(entry, _FIELDS.get(key.casefold(), ""), value, first, last)
        else:
            entry.labels += range(first, last + 1)
    if entry.abstract is None:
        _take_abstract(seed, entry, end)
    return read_entries(seed, FRONT_MATTER.kind, (entry,) if entry.title else (), remarks)


def fence_end(seed: Seed) -> int:
    """The line of the fence that ends the front matter; 0 where there is none."""
    if not seed.lines or seed.lines[0].rstrip() != _FENCE:
        return 0
    below = enumerate(seed.lines[1:_MOST_LINES], start=2)
    return next((number for number, line in below if line.rstrip() in {_FENCE, "..."}), 0)


StatedField = tuple[str, list[tuple[str, int, int]], int, int]
"""A key, its values with their first and last lines, and the first and the last line of them all."""


def stated_fields(seed: Seed, end: int, remarks: list[Claim[str]]) -> Iterator[StatedField]:
    """Each key with its values and their lines; the YAML is only composed, so that it makes no objects."""
    import yaml  # noqa: PLC0415

    text = "\n".join(seed.lines[1 : end - 1])
    if len(text) > _LONGEST:
        sentence = f"its front matter has {len(text):,} characters, and no more than {_LONGEST:,} are read"
        remarks.append(Claim(sentence, seed.span(1)))
        return
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = min(mark.line + 2, end) if mark else 1
        why = clean(str(getattr(error, "problem", error)))
        remarks.append(Claim(f"its front matter is no YAML that can be read: {why}", seed.span(line)))
        return
    if not isinstance(root, yaml.MappingNode):
        return
    for key, value in root.value:
        if isinstance(key, yaml.ScalarNode):
            first = key.start_mark.line + 2
            last = max(first, _last_line(value) + 2)
            yield key.value, list(_scalars(value)), first, min(last, end - 1)


def _last_line(node: Node) -> int:
    """The last line that a node's text stands on; a block's mark stands behind the blank lines below it."""
    mark = node.end_mark
    return int(mark.line if mark.column else mark.line - 1)


def _scalars(node: Node) -> Iterator[tuple[str, int, int]]:
    """The values of a scalar, of a list of them, or of a list of mappings that have a name."""
    import yaml  # noqa: PLC0415

    match node:
        case yaml.ScalarNode():
            yield node.value, node.start_mark.line + 2, _last_line(node) + 2
        case yaml.SequenceNode():
            for item in node.value:
                if isinstance(item, yaml.ScalarNode):
                    yield item.value, item.start_mark.line + 2, _last_line(item) + 2
                elif isinstance(item, yaml.MappingNode):
                    yield from (
                        (value.value, value.start_mark.line + 2, _last_line(value) + 2)
                        for key, value in item.value
                        if isinstance(value, yaml.ScalarNode) and str(key.value).casefold() == "name"
                    )
        case _:
            return


def _take(entry: Entry, what: str, values: list[tuple[str, int, int]], first: int, last: int) -> None:
    if not what or not values:
        return
    if what == "names":
        values = [(_name_of_note(value), first, last) for value, first, last in values]
    single = values[0][0]
    match what:
        case "names":
            listed = [read_names(single)] if len(values) == 1 else []
            names = listed[0].names if listed else [value for value, _, _ in values]
            entry.names += [Stated(name, first, last) for name in names]
            entry.complete = entry.complete and all(each.complete for each in listed)
        case "address":
            entry.addresses += [Stated(value, first, last) for value, _, _ in values]
        case "topics":
            parts = single.split(",") if len(values) == 1 else [value for value, _, _ in values]
            entry.topics += [Stated(part, first, last) for part in parts]
        case "title" | "abstract" | "date":
            entry.take(what, Stated(single, first, last))
        case _:
            stated = ", ".join(value.strip(" *_") for value, _, _ in values)
            entry.take(what, Stated(stated, first, last))


def _name_of_note(value: str) -> str:
    """A name without the brackets in which web clippers write the name of a note: "[[Ann Lee]]"."""
    return value.strip().removeprefix("[[").removesuffix("]]")


def _take_abstract(seed: Seed, entry: Entry, end: int) -> None:
    """The text under the heading “Abstract”, up to the next heading."""
    start = 0
    last = 0
    for number, line in enumerate(seed.lines[end:], start=end + 1):
        heading = HEADING.fullmatch(line.strip()[:200])
        if heading and start:
            break
        if heading and heading["text"].casefold().strip(" :*") == "abstract":
            start = number
        elif start and line.strip():
            last = number
    if last > start > 0:
        entry.abstract = Stated("\n".join(seed.lines[start:last]), start + 1, last)
        entry.labels.append(start)


FRONT_MATTER = Reader("front-matter", "page about a work", recognise, read)
