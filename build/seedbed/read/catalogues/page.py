"""Seeds that are a page of a catalogue, copied as text: a search, an author's page, an issue, a paper."""

from __future__ import annotations

from collections.abc import Sequence

from seedbed.model.record import Reading
from seedbed.model.source import Seed
from seedbed.read.catalogues.archives import ARCHIVES
from seedbed.read.catalogues.layout import Layout, find_entries
from seedbed.read.catalogues.own_pages import OWN_PAGES
from seedbed.read.catalogues.paper_pages import PAPER_PAGES
from seedbed.read.catalogues.publishers import PUBLISHERS
from seedbed.read.catalogues.searches import SEARCHES
from seedbed.read.creators import is_organisation
from seedbed.read.formats.bibliography import Entry, find_owner, read_entries
from seedbed.read.page_owner import as_profile
from seedbed.read.reader import Reader, Recognition
from seedbed.read.references.names import single_name
from seedbed.text.lines import Line, filled

_LAYOUTS: tuple[Layout, ...] = (*SEARCHES, *ARCHIVES, *PUBLISHERS, *OWN_PAGES, *PAPER_PAGES)
"""Of those that find equally many papers in a seed, the first one is it."""


def recognise(seed: Seed) -> Recognition | None:
    """Sure where a paper stands between lines that only one catalogue writes."""
    place, entries = _find(seed)
    if not entries:
        return None
    papers = "paper stands" if len(entries) == 1 else "papers stand"
    return Recognition(0.93, f"{len(entries)} {papers} in it as on a page of {place}")


def read(seed: Seed) -> Reading:
    """The papers, as their author's where the page is; what stands around them stays unread."""
    place, entries = _find(seed)
    headings = [entry.under.first for entry in entries if entry.under is not None]
    reading = read_entries(seed, CATALOGUE_PAGE.kind, entries, (), headings)
    return as_profile(reading, find_owner(seed, entries) or _find_user(seed, place, entries))


def _find(seed: Seed) -> tuple[str, list[Entry]]:
    """The catalogue that states most papers here, and these."""
    text = "\n".join(seed.lines)
    layouts = [layout for layout in _LAYOUTS if layout.sign in text]
    found: dict[str, list[Entry]] = {}
    lines = filled(seed.lines) if layouts else ()
    for layout in layouts:
        here = found.setdefault(layout.place, [])
        taken = {line for entry in here for line in _key_lines(entry)}
        here += [entry for entry in find_entries(lines, layout) if taken.isdisjoint(_key_lines(entry))]
    place = max(found, key=lambda place: len(found[place]), default="")
    return place, found.get(place, [])


def _find_user(seed: Seed, place: str, entries: Sequence[Entry]) -> Line | None:
    """The full name above the papers that a line there says something to be of: "Ida Roe's picture"."""
    text = "\n".join(seed.lines)
    owners = [each.owner for each in _LAYOUTS if each.place == place and each.owner and each.sign in text]
    first = min((entry.first for entry in entries), default=1)
    above = filled(seed.lines[: first - 1]) if owners else ()
    said = {match["name"] for line in above for owner in owners if (match := owner.fullmatch(line.text))}
    named = (line for line in above if line.text in said and not is_organisation(line.text))
    return next((line for line in named if single_name(line.text)), None)


def _key_lines(entry: Entry) -> set[int]:
    """The lines of title and names, which no two papers share."""
    return {stated.first for stated in (entry.title, *entry.names) if stated is not None}


CATALOGUE_PAGE = Reader("catalogue-page", "page of a catalogue", recognise, read)
