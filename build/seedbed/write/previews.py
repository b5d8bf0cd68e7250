"""The cards that a link to a work or a person shows when it is pointed at: scripts under `data/previews/`.

A page opened from a folder may load scripts but not fetch, so the cards come as scripts. As one script for
all would grow with the library, they are spread over 1,024 by a hash of the address that they are for. A card
therefore never moves to another script: a new page rewrites one, and those of the people it names.

    data/previews/0472.js    seedbedPreviews({"papers/soft-hands.html": {"title": …, "line": …, "text": …}});
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from seedbed.model.library import Person
from seedbed.model.page import WorkRow
from seedbed.write import addresses
from seedbed.write.shelf import Shelf, WholeShelf
from seedbed.write.wording import counted, listed, shortened

SHARDS = 1024
"""At 100,000 works a script has about 150 cards, some 20 kB compressed."""

_NAMES = 4
_WORKS = 3
_LONGEST = 320

Card = Mapping[str, str]
"""A card: `title`, `line` (who, when, how many) and `text`, all plain; what is empty is left out."""


def preview_files(shelf: WholeShelf) -> dict[str, bytes]:
    """Every script of cards, by its path below the site."""
    shards: dict[int, dict[str, Card]] = {}
    for address, card in _cards(shelf):
        shards.setdefault(shard_of(address), {})[address] = {
            part: text for part, text in card.items() if text
        }
    return {
        f"data/previews/{number:04d}.js": b"seedbedPreviews(%b);\n" % msgspec.json.encode(shards[number])
        for number in sorted(shards)
    }


def shard_of(address: str) -> int:
    """Which script holds a page's card: FNV-1a, 32 bits, of its address; `preview.js` computes the same."""
    digest = 0x811C9DC5
    for byte in address.encode():
        digest = ((digest ^ byte) * 0x01000193) & 0xFFFFFFFF
    return digest % SHARDS


def _cards(shelf: WholeShelf) -> Iterator[tuple[str, Card]]:
    for work in sorted(shelf.rows):
        yield f"{addresses.work_page(work)}.html", _work_card(shelf.rows[work])
    for person in shelf.library.people:
        yield f"{addresses.person_page(person.id)}.html", _person_card(shelf, person)


def _work_card(row: WorkRow) -> Card:
    names = [creator.label for creator in row.creators[:_NAMES]]
    more = len(row.creators) - len(names) + row.more
    by = f"{', '.join(names)} and {more} more" if more else listed(names)
    if by and row.incomplete:
        by += " et al."
    return {
        "title": row.work.label,
        "line": " · ".join(filter(None, (by, row.date.text if row.date else ""))),
        "text": row.first,
    }


def _person_card(shelf: Shelf, person: Person) -> Card:
    newest = sorted(
        (shelf.rows[work] for work in person.works),
        key=lambda row: (row.date.iso if row.date else "", row.work.label),
        reverse=True,
    )
    works = counted(len(person.works), "paper") if person.works else ""
    return {
        "title": person.name,
        "line": " · ".join(filter(None, (listed(person.roles), works))),
        "text": shortened("; ".join(row.work.label for row in newest[:_WORKS]), _LONGEST),
    }
