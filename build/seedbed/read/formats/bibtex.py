"""Seeds in BibTeX or BibLaTeX: bibtexparser finds the entries and their fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from seedbed.model.record import Reading
from seedbed.model.source import Claim, Seed
from seedbed.read.formats.bibliography import Entry, Stated, read_entries, some_of
from seedbed.read.formats.bibtex_values import bare_address, macros_in, names_in, plain, undelimited, value_of
from seedbed.read.formats.page_abstract import take_abstract
from seedbed.read.reader import Reader, Recognition
from seedbed.text.lines import clean

if TYPE_CHECKING:
    from bibtexparser.model import Block
    from bibtexparser.model import Entry as BibEntry

_OPENING = re.compile(r"@\s?(?P<kind>[A-Za-z]+)\s?[{(]")
_NO_ENTRIES = frozenset(("comment", "preamble", "string"))
_ADDRESSES = ("doi", "url", "eprint", "link", "pdf", "adsurl")
_DATES = ("date", "year")
_VENUES = ("journal", "journaltitle", "booktitle", "howpublished")
_PARTICULARS: Mapping[str, str] = {
    "volume": "volume", "number": "number", "issue": "number", "pages": "pages", "chapter": "chapter",
    "publisher": "publisher", "address": "place", "location": "place", "series": "series",
    "edition": "edition", "editor": "editors", "translator": "translators", "institution": "institution",
    "eid": "article number",
    "school": "school", "organization": "organisation", "type": "type", "isbn": "ISBN", "issn": "ISSN",
    "pmid": "PMID", "pmcid": "PMCID", "language": "language", "langid": "language", "note": "note",
    "annote": "note", "eventtitle": "event", "venue": "place of the event", "pagetotal": "number of pages",
    "urldate": "accessed", "shorttitle": "short title", "booksubtitle": "subtitle of the book",
    "maintitle": "main title", "volumes": "volumes", "version": "version", "pubstate": "state",
    "origdate": "first published",
}  # fmt: skip
"""Fields that say how a work was published, and the label that each has in every format."""

_PEOPLE = frozenset(("editor", "translator"))

_OF_THE_FORMAT = frozenset(("crossref", "archiveprefix", "eprinttype", "eprintclass", "primaryclass"))
"""Fields that say how others are to be read."""

_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_NOT_INHERITED = frozenset(
    (
        "crossref",
        "abstract",
        "doi",
        "url",
        "keywords",
        "pages",
        "note",
        "annote",
        "title",
        "subtitle",
        "author",
    )
)
_IN_A_BOOK = frozenset(("inproceedings", "conference", "incollection", "inbook", "suppbook", "inreference"))


def recognise(seed: Seed) -> Recognition | None:
    """Sure where lines begin entries as BibTeX's do."""
    begun = (line for line in seed.lines if line.lstrip()[:1] == "@")
    kinds = (match["kind"].casefold() for line in begun for match in _OPENING.finditer(line))
    entries = sum(1 for kind in kinds if kind not in _NO_ENTRIES)
    if not entries or not any("=" in line for line in seed.lines):
        return None
    begins = "entry begins" if entries == 1 else "entries begin"
    return Recognition(
        0.97 if "=" in "".join(seed.lines[:200]) else 0.4, f"{entries} {begins} as BibTeX's do"
    )


def read(seed: Seed) -> Reading:
    """A work an entry; what the parser cannot read is named, and the other entries are read.

    An entry that refers to another by `crossref` takes over what it does not state itself; such a value
    stands where the entry refers to the other.
    """
    from bibtexparser.library import Library  # noqa: PLC0415 (heavy; so in each reader of a format)
    from bibtexparser.model import ExplicitComment, Preamble, String  # noqa: PLC0415
    from bibtexparser.splitter import Splitter  # noqa: PLC0415

    _quieten()
    library: Library = Splitter("\n".join(seed.lines)).split()
    strings = {key.casefold(): undelimited(string.value) for key, string in library.strings_dict.items()}
    remarks: list[Claim[str]] = []
    found = list(_entries(seed, library.blocks, strings, remarks))
    by_key = {entry.key.casefold(): entry for entry in reversed(found) if entry.key}
    structure = [
        line
        for block in library.blocks
        if isinstance(block, String | Preamble | ExplicitComment)
        for line in range(*_lines(seed, block))
    ]
    entries = [each.entry(by_key.get(each.crossref)) for each in found]
    take_abstract(seed, entries)
    return read_entries(seed, BIBTEX.kind, entries, remarks, structure)


def _quieten() -> None:
    """The parser logs what it fails at; here it becomes a remark instead."""
    import logging  # noqa: PLC0415

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def _lines(seed: Seed, block: Block) -> tuple[int, int]:
    """The block's first line, and the line behind its last."""
    first = min((block.start_line or 0) + 1, max(1, len(seed.lines)))
    return first, min(first + (block.raw or "").rstrip().count("\n"), len(seed.lines)) + 1


def _entries(
    seed: Seed, blocks: Iterable[Block], strings: Mapping[str, str], remarks: list[Claim[str]]
) -> Iterator[_Found]:
    from bibtexparser.model import (  # noqa: PLC0415
        DuplicateBlockKeyBlock,
        DuplicateFieldKeyBlock,
        ParsingFailedBlock,
    )
    from bibtexparser.model import Entry as BibEntry  # noqa: PLC0415

    undefined: dict[str, int] = {}
    twice: dict[str, int] = {}
    failed: list[Claim[str]] = []
    for block in blocks:
        first, behind = _lines(seed, block)
        entry = block
        if isinstance(block, DuplicateBlockKeyBlock):
            twice.setdefault(clean(block.key), first)
            entry = block.ignore_error_block or block
        elif isinstance(block, DuplicateFieldKeyBlock) and block.ignore_error_block is not None:
            fields = ", ".join(sorted(map(clean, block.duplicate_keys)))
            failed.append(Claim(f"{fields} stands twice in this entry; the first was read", seed.span(first)))
            entry = block.ignore_error_block
        elif isinstance(block, ParsingFailedBlock):
            why = clean(str(getattr(block.error, "abort_reason", "") or block.error))[:200]
            failed.append(Claim(f"the entry that begins here could not be read: {why}", seed.span(first)))
        if isinstance(entry, BibEntry):
            yield _Found(entry, first, behind - 1, strings, undefined)
    sentence = "the key “{}” stands twice; both entries were read"
    remarks += some_of([Claim(sentence.format(key), seed.span(line)) for key, line in twice.items()])
    sentence = "“{}” is no @string of this file; it was read as it stands"
    remarks += some_of([Claim(sentence.format(name), seed.span(line)) for name, line in undefined.items()])
    remarks += some_of(failed)


class _Found:
    """An entry that the parser found, with its fields by their names in lower case."""

    def __init__(
        self, block: BibEntry, first: int, last: int, strings: Mapping[str, str], undefined: dict[str, int]
    ) -> None:
        self.key = block.key
        self._kind = block.entry_type.casefold()
        self._first, self._last = first, last
        self._fields: dict[str, Stated] = {}
        for field in block.fields:
            begin = min(max((field.start_line or 0) + 1, first), last)
            written = str(field.value)
            end = min(begin + written.count("\n"), last)
            name = field.key.casefold()
            for macro in macros_in(written, strings, _MONTHS if name == "month" else frozenset()):
                undefined.setdefault(macro, begin)
            # Of a name that stands twice, the first counts.
            self._fields.setdefault(name, Stated(value_of(written, strings), begin, end))
        crossref = self._fields.get("crossref")
        self.crossref = clean(crossref.value).casefold() if crossref else ""

    def entry(self, parent: _Found | None) -> Entry:
        """The work, with what it takes over from the entry that it refers to."""
        fields = self._fields if parent is None or parent is self else self._with_inherited(parent)
        entry = Entry(self._first, labels=[self._first, self._last])
        entry.title = _title(fields)
        for name in names_in(fields.get("author")):
            if name.value == "others":
                entry.complete = False
            else:
                entry.names.append(name)
        entry.abstract = fields.get("abstract")
        entry.dates = list(_dates(fields))
        for key in (*_ADDRESSES, "howpublished"):
            if key in fields:
                stated = fields[key]
                entry.addresses.append(Stated(bare_address(stated.value), stated.first, stated.last))
        if "keywords" in fields:
            listed = fields["keywords"]
            parts = re.split("[;,]", plain(listed.value))
            entry.topics = [Stated(part, listed.first, listed.last) for part in parts]
        _take_publication(entry, fields)
        entry.labels += [fields[key].first for key in sorted(_OF_THE_FORMAT & fields.keys())]
        return entry

    def _with_inherited(self, parent: _Found) -> dict[str, Stated]:
        """The fields, and those of the parent that they lack, which stand where it is referred to."""
        here = self._fields["crossref"]
        inherited = {key: value for key, value in parent._fields.items() if key not in _NOT_INHERITED}
        if self._kind in _IN_A_BOOK and "title" in parent._fields:
            inherited["booktitle"] = parent._fields["title"]
        if "date" in self._fields or "year" in self._fields:
            inherited = {
                key: value for key, value in inherited.items() if key not in {"date", "year", "month"}
            }
        taken = {key: Stated(value.value, here.first, here.last) for key, value in inherited.items()}
        return taken | self._fields


def _title(fields: Mapping[str, Stated]) -> Stated | None:
    title = _as_text(fields.get("title"))
    if title is None or "subtitle" not in fields:
        return title
    subtitle = fields["subtitle"]
    lines = (min(title.first, subtitle.first), max(title.last, subtitle.last))
    return Stated(f"{title.value}: {plain(subtitle.value)}", *lines)


def _dates(fields: Mapping[str, Stated]) -> Iterator[Stated]:
    year, month = fields.get("year"), fields.get("month")
    if year and month:
        lines = (min(year.first, month.first), max(year.last, month.last))
        yield Stated(f"{plain(month.value)} {year.value}", *lines)
        yield Stated(f"{year.value}-{clean(month.value).zfill(2)}", *lines)
    yield from (fields[key] for key in _DATES if key in fields)


def _take_publication(entry: Entry, fields: Mapping[str, Stated]) -> None:
    venues = [_as_text(fields.get(key)) for key in _VENUES if not _is_address(fields.get(key))]
    entry.venue = next((venue for venue in venues if venue is not None), None)
    for key, stated in fields.items():
        label = _PARTICULARS.get(key)
        if label is not None and key in _PEOPLE:
            people = "; ".join(name.value for name in names_in(stated))
            entry.particulars.append((label, Stated(people, stated.first, stated.last)))
        elif label is not None:
            entry.particulars.append((label, Stated(plain(stated.value), stated.first, stated.last)))
    archive = fields.get("archiveprefix") or fields.get("eprinttype")
    if archive is not None and archive.value.casefold() == "arxiv":
        entry.category = fields.get("primaryclass") or fields.get("eprintclass")


def _is_address(stated: Stated | None) -> bool:
    return stated is not None and ("\\url" in stated.value or "://" in stated.value)


def _as_text(stated: Stated | None) -> Stated | None:
    return None if stated is None else Stated(plain(stated.value), stated.first, stated.last)


BIBTEX = Reader("bibtex", "BibTeX file", recognise, read, whole=True)
