"""Where the titles and buttons of a saved page lead to: addresses of its works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import urljoin

from seedbed.model.record import (
    Reading,
    WorkRecord,
)
from seedbed.model.source import Claim, Link, Seed
from seedbed.read.buttons import is_buttons, names_code
from seedbed.read.lists.listed_works import with_works_changed
from seedbed.read.vocabulary import CONTROLS
from seedbed.text.identifiers import address_of
from seedbed.text.lines import clean

_Links = Mapping[int, list[Claim[Link]]]


def with_links(reading: Reading) -> Reading:
    """The same, each work with the addresses that its title and the buttons among its lines lead to."""
    if not reading.seed.links:
        return reading
    by_line = _by_line(reading.seed)
    records = with_works_changed(reading.records, lambda work: _work(work, reading.seed, by_line))
    return replace(reading, records=records)


def works_with_links(works: Iterable[WorkRecord], seed: Seed) -> Iterator[WorkRecord]:
    """Some works of a seed, each with its addresses, likewise."""
    by_line = _by_line(seed)
    return (_work(work, seed, by_line) for work in works) if by_line else iter(works)


def _by_line(seed: Seed) -> _Links:
    by_line: dict[int, list[Claim[Link]]] = {}
    for claim in seed.links:
        by_line.setdefault(claim.span.first, []).append(claim)
    return by_line


def _work(work: WorkRecord, seed: Seed, links: _Links) -> WorkRecord:
    """The work with its addresses; one that is stated already is not stated again."""
    spans = (*((work.title.span,) if work.title else ()), *work.labels)
    lines = sorted({line for span in spans for line in range(span.first, span.last + 1)})
    found = [claim for line in lines for claim in links.get(line, ()) if _is_of(claim.value.words, work)]
    stated = {claim.value for claim in work.links}
    new: dict[str, Claim[str]] = {}
    for claim in found:
        address = _absolute(claim.value.address, seed)
        if address and address not in stated:
            new.setdefault(address, Claim(address, claim.span))
    code = next(
        (claim for claim in found if is_buttons(claim.value.words) and names_code(claim.value.words)), None
    )
    has_code = work.has_code or (Claim(value=True, span=code.span) if code else None)
    return replace(work, links=(*work.links, *new.values()), has_code=has_code)


def _is_of(words: str, work: WorkRecord) -> bool:
    """Whether words are the work's title, or most of it, or a button."""
    said = clean(words).casefold().strip(" .,“”\"'[]()")
    title = clean(work.title.value).casefold().strip(" .,“”\"'[]()") if work.title else ""
    if not said:
        return False
    named = said in title and 2 * len(said) >= len(title)
    return (bool(title) and (named or title in said)) or is_buttons(said) or said in CONTROLS


def _absolute(address: str, seed: Seed) -> str:
    """The http(s) address; empty where a relative one has nothing to be relative to."""
    try:
        whole = urljoin(seed.address, address) if seed.address else address
    except ValueError:
        return ""
    return address_of(whole) if whole[:7].lower() in {"http://", "https:/"} else ""
