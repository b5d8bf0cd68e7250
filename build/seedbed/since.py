"""What differs from the last build, by name: its `library.json` held against the new one."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from seedbed.model.library import Moved
from seedbed.model.report import Since

_NAMED_BY = {
    "works": "title",
    "people": "name",
    "transcripts": "title",
    "collections": "title",
    "topics": "label",
}
_ONE_OF = {
    "works": "paper",
    "people": "person",
    "transcripts": "conversation",
    "collections": "collection",
    "topics": "topic",
}


class _Thing(msgspec.Struct, frozen=True):
    kind: str
    name: str
    url: str
    content: str

    def __str__(self) -> str:
        return f"{_ONE_OF[self.kind]}: {self.name}"


def compare(before: bytes | None, after: bytes, moved: tuple[Moved, ...]) -> Since:
    """What a build changed.

    Args:
        before: The last build's `library.json`; None for a first build.
            One that cannot be read counts as none.
        after: This build's.
        moved: Addresses that lead elsewhere now.
    """
    old, new = _things(before), _things(after)
    if old is None or new is None:
        return Since()
    leads_to = {f"{move.old}.html": f"{move.new}.html" for move in moved}
    gone = [thing for url, thing in old.items() if url not in new]
    return Since(
        first=False,
        new=tuple(sorted(str(thing) for url, thing in new.items() if url not in old)),
        changed=tuple(
            sorted(
                str(thing) for url, thing in new.items() if url in old and old[url].content != thing.content
            )
        ),
        merged=tuple(
            sorted(
                f"{thing} → {new[leads_to[thing.url]].name}"
                for thing in gone
                if leads_to.get(thing.url) in new
            )
        ),
        gone=tuple(sorted(str(thing) for thing in gone if leads_to.get(thing.url) not in new)),
    )


def _things(content: bytes | None) -> dict[str, _Thing] | None:
    if content is None:
        return None
    try:
        return {thing.url: thing for thing in _each(msgspec.json.decode(content))}
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError):
        return None


def _each(library: dict[str, list[dict[str, str]]]) -> Iterator[_Thing]:
    for kind, named_by in _NAMED_BY.items():
        for each in library[kind]:
            yield _Thing(kind, each[named_by], each["url"], repr(sorted(each.items())))
