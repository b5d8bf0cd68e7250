"""Where texts name what: every name that stands in a title or a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seedbed.link.columns import Numbers, paired
from seedbed.link.matching import Hits, find
from seedbed.link.names import Name
from seedbed.link.phrases import Flags
from seedbed.link.reading import Texts
from seedbed.model.link import Target


@dataclass(frozen=True, slots=True)
class Spots:
    """The names that all texts have.

    Attributes:
        texts: The texts.
        names: The names.
        targets: What they name, sorted.
        named: The target of each name, by number.
        hits: Where they stand.
    """

    texts: Texts
    names: Sequence[Name]
    targets: Sequence[Target]
    named: Numbers
    hits: Hits

    def are_topics(self) -> Flags:
        """Whether each target is a topic."""
        return np.array([target.kind == "topic" for target in self.targets], dtype=bool)


def spot(texts: Texts, names: Sequence[Name]) -> Spots:
    """Find the names in every text."""
    targets = sorted({name.target for name in names}, key=lambda target: (target.kind, target.id))
    numbers = {target: number for number, target in enumerate(targets)}
    named = np.array([numbers[name.target] for name in names], dtype=np.int64)
    return Spots(texts, names, targets, named, find(names, texts.corpus))


def topics_of_works(spots: Spots) -> tuple[Numbers, Numbers]:
    """The topics that each work names in title or abstract: targets and works, by number, each pair once."""
    corpus, hits = spots.texts.corpus, spots.hits
    works = spots.texts.count("work")
    target = spots.named[hits.names]
    document = spots.texts.owners[corpus.text[hits.firsts]]
    wanted = spots.are_topics()[target] & (document < works)
    pairs = np.unique(paired(target[wanted], document[wanted], works))
    return pairs // max(1, works), pairs % max(1, works)


def count_sentences(spots: Spots) -> tuple[int, dict[Target, int]]:
    """How many sentences all paragraphs have, and in how many of them each topic stands."""
    corpus, hits, titles = spots.texts.corpus, spots.hits, spots.texts.titles
    sentences = np.diff(corpus.sentence_bounds)
    total = int(sentences.sum() - sentences[titles].sum())
    target = spots.named[hits.names]
    text = corpus.text[hits.firsts]
    wanted = spots.are_topics()[target] & ~np.isin(text, titles)
    where = corpus.sentence_of(text[wanted], corpus.starts[hits.firsts[wanted]])
    size = max(1, corpus.sentence_starts.size)
    pairs = np.unique(paired(target[wanted], where, size))
    having = np.bincount(pairs // size, minlength=len(spots.targets))
    return total, {spots.targets[number]: int(having[number]) for number in np.flatnonzero(having).tolist()}
