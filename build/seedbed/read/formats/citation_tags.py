"""Seeds that were a web page which states works for search engines: `citation_title: …`, a line each.

`seedbed.gather.web_page` puts those lines above the page's text, which stays unread here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from seedbed.model.record import Reading
from seedbed.model.source import Seed
from seedbed.read.formats.bibliography import Entry, Stated, read_entries
from seedbed.read.reader import Reader, Recognition

_TAG = re.compile(r"(?:citation|schema)_(?P<name>[a-z_]{1,40}): (?P<value>\S.*)")
_FIELDS: Mapping[str, str] = {
    "title": "title", "author": "name", "abstract": "abstract", "keywords": "topic",
    "publication_date": "date", "date": "date", "online_date": "date", "year": "date",
    "doi": "address", "arxiv_id": "address", "pdf_url": "address", "abstract_html_url": "address",
    "fulltext_html_url": "address", "public_url": "address",
    "author_institution": "organisation", "author_affiliation": "organisation",
    "journal_title": "venue", "conference_title": "venue", "book_title": "venue", "inbook_title": "venue",
    "journal_abbrev": "venue", "dissertation_institution": "institution", "publisher": "publisher",
    "technical_report_institution": "institution", "technical_report_number": "number",
    "volume": "volume", "issue": "number", "firstpage": "pages", "lastpage": "last page", "issn": "ISSN",
    "isbn": "ISBN", "pmid": "PMID", "language": "language", "conference": "event", "editor": "editors",
    "article_type": "type", "series_title": "series",
}  # fmt: skip
"""What each tag states, by its name behind `citation_`. Others stay unread."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where such lines, with a title and an author among them, begin the text."""
    names = [name for name, _ in _tags(seed)]
    if "title" not in names or "author" not in names:
        return None
    return Recognition(0.96, f"its page states a work in {len(names)} citation tags")


def read(seed: Seed) -> Reading:
    """The works that the tags state; each title begins one."""
    entries: list[Entry] = [Entry(1)]
    for name, stated in _tags(seed):
        if name == "title" and entries[-1].title is not None:
            entries.append(Entry(stated.first))
        _take(entries[-1], name, stated)
    return read_entries(
        seed, CITATION_TAGS.kind, [entry for entry in entries if entry.title or entry.abstract]
    )


def _tags(seed: Seed) -> list[tuple[str, Stated]]:
    """The tags that begin the text, each name with its value; they end at the first other line."""
    found: list[tuple[str, Stated]] = []
    for number, line in enumerate(seed.lines, start=1):
        match = _TAG.fullmatch(line)
        if match is None:
            break
        found.append((match["name"], Stated(match["value"], number, number)))
    return found


def _take(entry: Entry, name: str, stated: Stated) -> None:
    match _FIELDS.get(name):
        case None:
            pass
        case "date":
            iso = stated.value.replace("/", "-")
            entry.dates += [Stated(iso, stated.first, stated.last), stated]
        case "topic":
            parts = re.split("[;,]", stated.value)
            entry.topics += [Stated(part, stated.first, stated.last) for part in parts]
        case what:
            entry.take(what, stated)


CITATION_TAGS = Reader("citation-tags", "page with citation tags", recognise, read)
