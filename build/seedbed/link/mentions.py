"""Mentions: the places that name a work, a person or a topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from seedbed.link.documents import Passage
from seedbed.link.matching import Found, longest
from seedbed.link.spots import Spots
from seedbed.model.link import Mention, Target
from seedbed.text.sentences import quote


def mentions(spots: Iterable[Spots]) -> tuple[Mention, ...]:
    """Every mention in the paragraphs of the library, by place, then by where it stands.

    A work does not mention itself, nor a speaker their own name.
    """
    found = [
        mention
        for each in spots
        for passage, names in zip(each.document.passages, each.passages, strict=True)
        for mention in _in_passage(passage, names)
    ]
    return tuple(sorted(found, key=lambda mention: (mention.place, mention.start)))


def _in_passage(passage: Passage, names: Iterable[Found]) -> Iterator[Mention]:
    text = passage.text
    linked: set[Target] = set()
    for found in longest(each for each in names if not _is_own(each, passage)):
        start, end = text.words.starts[found.first], text.words.ends[found.last]
        target = found.name.target
        yield Mention(
            passage.place,
            target,
            start,
            end,
            quote(text.plain, text.sentences, start, end),
            found.name.how,
            target not in linked,
        )
        linked.add(target)


def _is_own(found: Found, passage: Passage) -> bool:
    target = found.name.target
    if target.kind == "work":
        return passage.place.kind == "work" and passage.place.id == target.id
    return target.kind == "person" and target.id == passage.speaker
