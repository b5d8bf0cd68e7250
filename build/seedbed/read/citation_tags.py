"""Seeds that were a web page whose head states a work in tags of its own: `citation_title: …`, a line each.

`seedbed.gather.web_page` puts those lines above the page's text, which stays unread here.
"""

from __future__ import annotations

import re

from seedbed.model.record import Reading
from seedbed.model.source import Seed
from seedbed.read.bibliography import Entry, Stated, read_entries
from seedbed.read.reader import Reader, Recognition

_TAG = re.compile(r"citation_(?P<name>[a-z_]{1,40}): (?P<value>\S.*)")
_DATES = frozenset(("publication_date", "date", "online_date", "year"))
_ADDRESSES = frozenset(("doi", "arxiv_id", "pdf_url", "abstract_html_url", "fulltext_html_url"))


def recognise(seed: Seed) -> Recognition | None:
    """Sure where such lines, with a title and an author among them, begin the text."""
    names = [tag.value for tag in _tags(seed, "names")]
    if "title" not in names or "author" not in names:
        return None
    return Recognition(0.96, f"its page states a work in {len(names)} citation tags")


def read(seed: Seed) -> Reading:
    """The one work that the tags state."""
    entry = Entry(1)
    for name, stated in zip(_tags(seed, "names"), _tags(seed, "values"), strict=True):
        _take(entry, name.value, stated)
    return read_entries(seed, CITATION_TAGS.kind, (entry,) if entry.title or entry.abstract else ())


def _tags(seed: Seed, what: str) -> list[Stated]:
    """The names, or the values, of the tags that begin the text; they end at the first other line."""
    found = []
    for number, line in enumerate(seed.lines, start=1):
        match = _TAG.fullmatch(line)
        if match is None:
            break
        found.append(Stated(match["name" if what == "names" else "value"], number, number))
    return found


def _take(entry: Entry, name: str, stated: Stated) -> None:
    if name == "title":
        entry.title = entry.title or stated
    elif name == "author":
        entry.names.append(stated)
    elif name == "abstract":
        entry.abstract = entry.abstract or stated
    elif name in _DATES:
        iso = stated.value.replace("/", "-")
        entry.dates += [Stated(iso, stated.first, stated.last), stated]
    elif name in _ADDRESSES:
        entry.addresses.append(stated)
    elif name == "keywords":
        parts = re.split("[;,]", stated.value)
        entry.topics += [Stated(part, stated.first, stated.last) for part in parts]


CITATION_TAGS = Reader("citation-tags", "page with citation tags", recognise, read)
