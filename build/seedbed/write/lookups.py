"""What a page looks at: the parts of the library, a hash of each, and a view of the shelf that notes them.

A part is everything that the shelf holds under one thing in one respect, named by both:
"work/soft-hands" is what the page of that work shows of it, "face/soft-hands" what other pages show. Whoever
plans the pages of one thing has nothing but the view, so its pages follow from the parts that it noted, and
from nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

import msgspec

from seedbed.keep.stamps import digest
from seedbed.write.addresses import Places
from seedbed.write.shelf import Shelf

Key = TypeVar("Key")
Value = TypeVar("Value")

_LINES = "lines"
_REFUSED = "the page of one thing cannot look at all things: what it shows would follow from each of them"

# Which part the values of each field belong to, by their ids.
_BY_ID = {
    "works": "work",
    "related": "work",
    "faces": "face",
    "collections_of": "listed",
    "people": "person",
    "co_authors": "person",
    "spoken": "person",
    "fellow_of": "person",
    "mentor_of": "person",
    "names": "name",
    "topics": "topic",
    "beside": "topic",
    "labels": "label",
    "transcripts": "transcript",
    "discussed_in": "transcript",
    "talks": "talk",
    "collections": "collection",
    "lists": "list",
    "readings": "seed",
    "origins": "seed",
}
# The same for fields that are worked out from others of the same part.
_DERIVED_BY_ID = {"titles": "face", "abstracts": "face", "rows": "face", "topics_of": "face"}
# Fields whose keys name a kind and an id; they belong to the part of that kind.
_BY_SUBJECT = ("named_in", "leading_to", "decisions", "questions", "conflicts")
_DERIVED_BY_SUBJECT = ("mentions_in",)
_SUBJECTS = frozenset({"work", "person", "topic", "transcript", "collection"})


@dataclass(slots=True)
class Digests:
    """A hash of each part of a library, worked out when it is first asked for."""

    shelf: Shelf
    _known: dict[str, bytes] = field(default_factory=dict)
    _encoder: msgspec.msgpack.Encoder = field(default_factory=msgspec.msgpack.Encoder)
    _fields: dict[str, list[Mapping[str, object]]] = field(default_factory=dict)
    _subjects: list[Mapping[tuple[str, str], object]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Put the fields of each part together."""
        for name, kind in _BY_ID.items():
            self._fields.setdefault(kind, []).append(getattr(self.shelf, name))
        self._subjects.extend(getattr(self.shelf, name) for name in _BY_SUBJECT)

    def of(self, part: str) -> bytes:
        """The hash of a part; one that the library does not have has a hash too."""
        known = self._known.get(part)
        if known is None:
            known = self._known[part] = digest(self._encoder.encode(self._held(part)))
        return known

    def _held(self, part: str) -> list[object]:
        kind, _, key = part.partition("/")
        if kind == _LINES:
            places = self.shelf.places
            return [places.slugs.get(key), sorted(places.ranges.get(key, ()))]
        held = [values.get(key) for values in self._fields[kind]]
        if kind in _SUBJECTS:
            subject = (kind, key)
            held += [values.get(subject) for values in self._subjects]
        return held


class View:
    """A shelf that notes what is asked of it.

    Attributes:
        shelf: To plan from.
        seen: The parts that were looked at.
    """

    __slots__ = ("seen", "shelf")

    def __init__(self, shelf: Shelf) -> None:
        self.seen: set[str] = set()
        self.shelf = Shelf(**{each.name: self._watched(shelf, each.name) for each in fields(Shelf)})

    def _watched(self, shelf: Shelf, name: str) -> Any:
        values = getattr(shelf, name)
        if isinstance(values, Places):
            return Places(
                _Watched(values.slugs, self.seen, _part_named(_LINES)),
                _Watched(values.ranges, self.seen, _part_named(_LINES)),
            )
        if name in _BY_SUBJECT or name in _DERIVED_BY_SUBJECT:
            return _Watched(values, self.seen, "/".join)
        return _Watched(values, self.seen, _part_named(_BY_ID.get(name) or _DERIVED_BY_ID[name]))


class _Watched(Mapping[Key, Value]):
    """A mapping that notes the part of each key that is asked for, whether it is there or not."""

    __slots__ = ("_part_of", "_seen", "_values")

    def __init__(self, values: Mapping[Key, Value], seen: set[str], part_of: Callable[[Key], str]) -> None:
        self._values = values
        self._seen = seen
        self._part_of = part_of

    def __getitem__(self, key: Key) -> Value:
        self._seen.add(self._part_of(key))
        return self._values[key]

    def get(self, key: Key, default: Any = None) -> Any:
        self._seen.add(self._part_of(key))
        return self._values.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._seen.add(self._part_of(key))  # type: ignore[arg-type]
        return key in self._values

    def __iter__(self) -> Iterator[Key]:
        raise TypeError(_REFUSED)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _part_named(kind: str) -> Callable[[Any], str]:
    prefix = f"{kind}/"
    return lambda key: prefix + key
