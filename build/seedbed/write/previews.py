"""The cards that a link to a work or a person shows when it is pointed at: scripts under `data/previews/`.

A page opened from a folder may load scripts but not fetch, so the cards come as scripts. As one script for
all would grow with the library, they are spread over 1,024 by a hash of the address that they are for. A card
therefore never moves to another script: a new page rewrites one, and those of the people it names.

    data/previews/0472.js    seedbedPreviews({"papers/soft-hands.html": {"title": …, "line": …, "text": …}});
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec
import numpy as np

from seedbed.model.shown import WorkRow
from seedbed.write import addresses
from seedbed.write.shelf import Shelf, WholeShelf
from seedbed.write.tasks import Data, Task
from seedbed.write.wording import counted, listed, separator, shortened

SHARDS = 1024
"""At 100,000 works a script has about 150 cards, some 20 kB compressed."""

_FOLDER = "data/previews/"
_NAMES = 4
_WORKS = 3
_LONGEST = 320

Card = Mapping[str, str]
"""A card: `title`, `line` (who, when, how many) and `text`, all plain; what is empty is left out."""


def preview_tasks(shelf: WholeShelf) -> Iterator[Task]:
    """A task for each script of cards."""
    shards: dict[int, tuple[list[str], list[str]]] = {}
    kinds = ((shelf.faces, addresses.work_page), (shelf.people, addresses.person_page))
    for kind, (things, page_of) in enumerate(kinds):
        numbers = shards_of([addresses.url(page_of(thing)) for thing in things])
        for thing, number in zip(things, numbers, strict=True):
            shards.setdefault(number, ([], []))[kind].append(thing)
    for number in sorted(shards):
        yield Task(_FOLDER + f"{number:04d}", _script, (number, *shards[number]))


def _script(shelf: Shelf, shard: tuple[int, list[str], list[str]]) -> Iterator[Data]:
    number, works, people = shard
    cards = {addresses.url(addresses.work_page(work)): _work_card(shelf.rows[work]) for work in works}
    cards |= {addresses.url(addresses.person_page(person)): _person_card(shelf, person) for person in people}
    content = {url: {part: text for part, text in card.items() if text} for url, card in cards.items()}
    script = b"seedbedPreviews(%b);\n" % msgspec.json.encode(content)
    yield Data(f"{_FOLDER}{number:04d}.js", script)


def shards_of(urls: Sequence[str]) -> list[int]:
    """Which script holds the card of each page, by its address.

    That is FNV-1a, 32 bits, as `preview.js` computes it too; here of all at once, a byte of each at a time.
    """
    encoded = [url.encode() for url in urls]
    lengths = np.fromiter(map(len, encoded), np.int64, len(encoded))
    longest = int(lengths.max(initial=0))
    places = np.frombuffer(b"".join(url.ljust(longest, b"\0") for url in encoded), dtype=np.uint8)
    digests = np.full(len(encoded), 0x811C9DC5, dtype=np.uint32)
    for place, column in enumerate(places.reshape(len(encoded), longest).T):
        digests = np.where(place < lengths, (digests ^ column) * np.uint32(0x01000193), digests)
    return (digests % SHARDS).tolist()


def _work_card(row: WorkRow) -> Card:
    names = [creator.label for creator in row.creators[:_NAMES]]
    more = len(row.creators) - len(names) + row.more
    row_of_names = separator(names).join(names)
    by = f"{row_of_names} and {more} more" if more else listed(names)
    if names and row.incomplete:
        by = f"{by if more else row_of_names} et al."
    return {
        "title": row.work.label,
        "line": " · ".join(filter(None, (by, row.date.text if row.date else ""))),
        "text": row.first,
    }


def _person_card(shelf: Shelf, subject: str) -> Card:
    person = shelf.people[subject]
    newest = sorted(
        ((date.iso if (date := shelf.faces[work].date) else "", shelf.titles[work]) for work in person.works),
        reverse=True,
    )
    works = counted(len(person.works), "paper") if person.works else ""
    return {
        "title": person.name,
        "line": " · ".join(filter(None, (listed(person.roles), works))),
        "text": shortened("; ".join(title for _, title in newest[:_WORKS]), _LONGEST),
    }
