"""What differs from the last build, by name: its `library.json` held against the new one."""

from __future__ import annotations

from collections.abc import Container, Mapping

import msgspec

from seedbed.model.library import Moved
from seedbed.model.report import Since

_ONE_OF = {
    "works": "paper",
    "people": "person",
    "transcripts": "conversation",
    "collections": "collection",
    "topics": "topic",
}


class _Lists(msgspec.Struct, frozen=True):
    """The things of a library that have pages, each as it is written: most are only held against another."""

    works: list[msgspec.Raw]
    people: list[msgspec.Raw]
    transcripts: list[msgspec.Raw]
    collections: list[msgspec.Raw]
    topics: list[msgspec.Raw]


class _Thing(msgspec.Struct, frozen=True):
    url: str
    title: str = ""
    name: str = ""
    label: str = ""


def compare(before: bytes | None, after: bytes, moved: tuple[Moved, ...]) -> Since:
    """What a build changed.

    Args:
        before: The last build's `library.json`; None for a first build.
            One that cannot be read counts as none.
        after: This build's.
        moved: Addresses that lead elsewhere now.
    """
    old, new = _written(before), _written(after)
    if old is None or new is None:
        return Since()
    try:
        gone, come = _told(old, but=new.keys()), _told(new, but=old.keys())
        named = _told(new) if moved else {}
    except msgspec.DecodeError:
        return Since()
    leads_to = {f"{move.old}.html": f"{move.new}.html" for move in moved}
    lost = {url: thing for url, thing in gone.items() if url not in come}
    return Since(
        first=False,
        new=tuple(sorted(thing for url, thing in come.items() if url not in gone)),
        changed=tuple(sorted(thing for url, thing in come.items() if url in gone)),
        merged=tuple(
            sorted(
                f"{thing} → {named[leads_to[url]].partition(': ')[2]}"
                for url, thing in lost.items()
                if leads_to.get(url) in named
            )
        ),
        gone=tuple(sorted(thing for url, thing in lost.items() if leads_to.get(url) not in named)),
    )


def _written(content: bytes | None) -> dict[bytes, str] | None:
    """Everything that has a page, as it is written, and the list that it stands in."""
    if content is None:
        return None
    try:
        lists = msgspec.json.decode(content, type=_Lists)
    except msgspec.DecodeError:
        return None
    return {bytes(each): kind for kind in _ONE_OF for each in getattr(lists, kind)}


def _told(written: Mapping[bytes, str], but: Container[bytes] = ()) -> dict[str, str]:
    """What each thing is called, by its address; without those that are written like one of `but`."""
    found = {}
    for each, kind in written.items():
        if each not in but:
            thing = msgspec.json.decode(each, type=_Thing)
            found[thing.url] = f"{_ONE_OF[kind]}: {thing.title or thing.name or thing.label}"
    return found
