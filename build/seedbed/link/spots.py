"""Where each document names what: the names found in its title and in each of its paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from seedbed.link.documents import Document
from seedbed.link.matching import Found, Matcher, find
from seedbed.model.link import Target
from seedbed.text.sentences import sentence_number


@dataclass(frozen=True, slots=True)
class Spots:
    """The names that one document has.

    Attributes:
        title: In its title.
        passages: In each of its passages.
    """

    document: Document
    title: tuple[Found, ...]
    passages: tuple[tuple[Found, ...], ...]

    def targets(self) -> frozenset[Target]:
        """All that it names, once each."""
        return frozenset(found.name.target for part in (self.title, *self.passages) for found in part)


def spot(documents: Iterable[Document], matcher: Matcher) -> tuple[Spots, ...]:
    """Find the names in every document."""
    return tuple(
        Spots(
            document,
            tuple(find(matcher, document.title)),
            tuple(tuple(find(matcher, passage.text)) for passage in document.passages),
        )
        for document in documents
    )


def count_sentences(spots: Iterable[Spots]) -> tuple[int, Mapping[Target, int]]:
    """How many sentences all paragraphs have, and in how many of them each topic stands."""
    total = 0
    having: Counter[Target] = Counter()
    for each in spots:
        for passage, found in zip(each.document.passages, each.passages, strict=True):
            text = passage.text
            total += len(text.sentences)
            having.update(
                target
                for target, _ in {
                    (one.name.target, sentence_number(text.sentences, text.words.starts[one.first]))
                    for one in found
                    if one.name.target.kind == "topic"
                }
            )
    return total, having
