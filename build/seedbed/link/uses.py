"""How often texts use which phrases: tables with a row for each phrase and each text that has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from seedbed.link.columns import Numbers, paired
from seedbed.link.corpus import Corpus
from seedbed.link.phrases import Flags


@dataclass(frozen=True, slots=True)
class Uses:
    """The phrases of one length; rows by phrase, then by text. Words are counted through all texts.

    Attributes:
        length: Words of each phrase.
        begins: Every word at which a phrase begins, ascending.
        begun: The phrase that begins there, by number; numbers are in the order of the alphabet.
        phrases: Of each row, the phrase.
        texts: Of each row, the text.
        firsts: Of each row, the word at which the text first has it.
        times: Of each row, how often the text has it.
    """

    length: int
    begins: Numbers
    begun: Numbers
    phrases: Numbers
    texts: Numbers
    firsts: Numbers
    times: Numbers

    @property
    def number(self) -> int:
        """How many phrases there are."""
        return int(self.phrases[-1]) + 1 if self.phrases.size else 0


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """All phrases of a library's texts; single words, which are most of it, are counted when asked for.

    Attributes:
        corpus: The texts.
        single: Every word that is a phrase by itself, ascending.
        pairs: Phrases of two words, by their stems.
        triples: Phrases of three.
    """

    corpus: Corpus
    single: Numbers
    pairs: Uses
    triples: Uses

    def by_key(self) -> Iterator[Uses]:
        """Phrases as `seedbed.link.phrases.phrase_key` tells them apart: single words by their singulars."""
        yield _uses(self.corpus, 1, self.single, self.corpus.singular(self.single))
        yield self.pairs
        yield self.triples

    def by_stems(self) -> Iterator[Uses]:
        """Phrases of any length by their stems, which more words have in common."""
        yield _uses(self.corpus, 1, self.single, self.corpus.stem[self.single])
        yield self.pairs
        yield self.triples


def phrasebook(corpus: Corpus) -> Phrasebook:
    """Count the phrases of every text."""
    one, two, three = corpus.phrases
    stem, many = corpus.stem, len(corpus.stems)
    # A number for the pair that a triple begins with, as three stems may not fit into 64 bits.
    pairs = np.unique(paired(stem[three], stem[three + 1], many), return_inverse=True)[1]
    return Phrasebook(
        corpus,
        one,
        _uses(corpus, 2, two, paired(stem[two], stem[two + 1], many)),
        _uses(corpus, 3, three, paired(pairs, stem[three + 2], many)),
    )


def key_of(corpus: Corpus, length: int, first: int) -> str:
    """The key of the phrase of so many words that begins at a word (`seedbed.link.phrases.phrase_key`)."""
    if length > 1:
        return term_of(corpus, length, first)
    return corpus.singulars[int(corpus.singular_of[corpus.standing[first]])]


def term_of(corpus: Corpus, length: int, first: int) -> str:
    """The stems of the phrase of so many words that begins at a word."""
    return " ".join([corpus.stems[stem] for stem in corpus.stem[first : first + length].tolist()])


def groups(*columns: Numbers) -> Numbers:
    """Where runs of rows begin that are the same in all of some columns, and where the last run ends."""
    size = columns[0].size
    if not size:
        return np.zeros(1, dtype=np.int64)
    new: Flags = np.zeros(size, dtype=bool)
    new[0] = True
    for column in columns:
        new[1:] |= column[1:] != column[:-1]
    return np.append(np.flatnonzero(new), size)


def in_order(codes: Numbers) -> Numbers:
    """The places of some numbers, none below 0, in the order of the numbers; of equal ones the first first.

    Sixteen bits at a time: numbers of so many bits numpy sorts in a tenth of the time.
    """
    order: Numbers = np.argsort((codes & _LOW).astype(np.uint16), kind="stable")
    for shift in range(16, int(codes.max(initial=0)).bit_length(), 16):
        order = order[np.argsort(((codes >> shift) & _LOW).astype(np.uint16)[order], kind="stable")]
    return order


_LOW = (1 << 16) - 1


def spread(uses: Uses, owners: Numbers, most: int) -> Numbers:
    """How many of the first so many documents have each phrase.

    Args:
        uses: The phrases.
        owners: The document of each text, ascending.
        most: The number of documents.
    """
    documents = owners[uses.texts]
    heads = groups(uses.phrases, documents)[:-1]
    counted = heads[documents[heads] < most]
    return np.bincount(uses.phrases[counted], minlength=uses.number)


def _uses(corpus: Corpus, length: int, begins: Numbers, codes: Numbers) -> Uses:
    order = in_order(codes)
    bounds = groups(codes[order])
    phrases = np.repeat(np.arange(bounds.size - 1, dtype=np.int32), np.diff(bounds))
    begun = np.empty_like(phrases)
    begun[order] = phrases
    texts = corpus.text[begins[order]]
    rows = groups(phrases, texts)
    heads = rows[:-1]
    return Uses(
        length,
        begins,
        begun,
        phrases[heads],
        texts[heads],
        begins[order[heads]],
        np.diff(rows).astype(np.int32),
    )
