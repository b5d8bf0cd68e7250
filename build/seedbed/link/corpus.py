"""All texts of a library, as numbers that mean the same in all of them: words, stems, places, sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from seedbed.link.columns import COMMON, INSIDE, KINDS, SAYS, Columns, Numbers, paired, spans, unpack
from seedbed.link.phrases import Flags, Run, phrases

WIDEST_GAP = 3
"""Characters between two words of one name, at most."""


@dataclass(frozen=True)
class Corpus:
    """The texts of a library; where it says "of each word", words are counted through all texts.

    Attributes:
        columns: The texts.
        plain: The plain text of each.
        stems: Every stem, sorted, so that its number tells its place in the alphabet.
        singulars: Every singular, likewise.
        stem_of: The stem of each word of `columns.words`, by number.
        singular_of: The singular of each, likewise.
        bounds: Where the words of each text begin, and where those of the last end.
        standing: Of each word, its number in `columns.words`.
        text: Of each word, the text that it stands in.
        starts: Of each word, its offset in its text.
        sizes: The characters of each word of `columns.words`.
        kinds: Of each word, the kind of gap before it; apart for the first of a text.
        near: Of each word, whether the one before is near enough for both to be of one name.
        sentence_bounds: Where the sentences of each text begin, counted through all texts.
        sentence_starts: The offset of each sentence in its text.
    """

    columns: Columns
    plain: Sequence[str]
    stems: Sequence[str]
    singulars: Sequence[str]
    stem_of: Numbers
    singular_of: Numbers
    bounds: Numbers
    standing: Numbers
    text: Numbers
    starts: Numbers
    sizes: Numbers
    kinds: Numbers
    near: Flags
    sentence_bounds: Numbers
    sentence_starts: Numbers

    @cached_property
    def stem(self) -> Numbers:
        """The stem of each word."""
        return self.stem_of[self.standing]

    def singular(self, words: Numbers) -> Numbers:
        """The singulars of some words."""
        return self.singular_of[self.standing[words]]

    def common(self, words: Numbers) -> Flags:
        """Whether each of some words is an everyday one."""
        return self._having(COMMON)[self.standing[words]]

    @property
    def phrases(self) -> tuple[Numbers, ...]:
        """For each length from one word, the words at which phrases begin that texts may be about."""
        kinds = np.append(self.kinds, 0)
        says, inside = (self._having(trait)[self.standing] for trait in (SAYS, INSIDE))
        return phrases(Run(says, inside, kinds))

    def _having(self, trait: int) -> Flags:
        """Whether each word of `columns.words` has a trait."""
        traits = np.frombuffer(self.columns.traits, dtype=np.uint8)
        having: Flags = (traits & trait) > 0
        return having

    def ends(self, words: Numbers) -> Numbers:
        """The offsets behind some words, each in its text."""
        return self.starts[words] + self.sizes[self.standing[words]]

    def surface(self, first: int, last: int) -> str:
        """The words from one to another of the same text, as they stand."""
        return self.surfaces(np.array([first]), last - first + 1)[0]

    def surfaces(self, firsts: Numbers, length: int) -> list[str]:
        """The same for many, all of so many words."""
        texts = self.text[firsts].tolist()
        starts, ends = self.starts[firsts].tolist(), self.ends(firsts + length - 1).tolist()
        plain = self.plain
        return [plain[text][start:end] for text, start, end in zip(texts, starts, ends, strict=True)]

    def words_of(self, texts: Numbers) -> Iterator[tuple[list[str], list[bool]]]:
        """For each of some texts its words as they stand, and whether each is an everyday one."""
        lengths = self.bounds[texts + 1] - self.bounds[texts]
        standing = self.standing[spans(self.bounds[texts], lengths)]
        words = [self.columns.words[number] for number in standing.tolist()]
        common = self._having(COMMON)[standing].tolist()
        for start, end in pairwise(_bounds(lengths).tolist()):
            yield words[start:end], common[start:end]

    def within(self, text: int) -> slice:
        """Where the words of a text stand among all words."""
        return slice(int(self.bounds[text]), int(self.bounds[text + 1]))

    def words_before(self, text: int, offset: int) -> int:
        """How many words of a text stand before an offset."""
        return int(np.searchsorted(self.starts[self.within(text)], offset))

    def sentences_of(self, text: int) -> tuple[int, ...]:
        """Where the sentences of a text begin."""
        return tuple(
            self.sentence_starts[self.sentence_bounds[text] : self.sentence_bounds[text + 1]].tolist()
        )

    def sentence_of(self, texts: Numbers, offsets: Numbers) -> Numbers:
        """The sentences, counted through all texts, in which offsets into texts lie."""
        wide = int(max(self.sentence_starts.max(initial=0), offsets.max(initial=0))) + 1
        owner = np.repeat(np.arange(self.bounds.size - 1), np.diff(self.sentence_bounds))
        starts = paired(owner, self.sentence_starts, wide)
        return np.searchsorted(starts, paired(texts, offsets, wide), side="right") - 1


def place_of(word: str, listed: Sequence[str]) -> int:
    """The place of a word among sorted ones; -1 where it is none of them."""
    place = bisect_left(listed, word)
    return place if place < len(listed) and listed[place] == word else -1


def among(few: Iterable[str], listed: Sequence[str]) -> Flags:
    """Whether each of some sorted words is among a few others."""
    known: Flags = np.zeros(len(listed), dtype=bool)
    known[[place for word in few if (place := place_of(word, listed)) >= 0]] = True
    return known


def corpus(columns: Columns) -> Corpus:
    """Number the words and stems of all texts, and tell where each word stands."""
    lengths = unpack(columns.lengths)
    bounds = _bounds(lengths)
    standing = unpack(columns.standing)
    gaps = unpack(columns.gaps)
    text = np.repeat(np.arange(lengths.size, dtype=np.int32), lengths)
    sizes = np.fromiter(map(len, columns.words), np.int32, len(columns.words))
    # Counted through all texts, they may overflow; what is taken off then does so, too.
    starts = np.cumsum(gaps // KINDS + sizes[standing], dtype=np.int32)
    before = np.concatenate((np.zeros(1, dtype=np.int32), starts))[bounds[:-1]]
    starts -= np.repeat(before, lengths)
    starts -= sizes[standing]
    kinds = (gaps % KINDS).astype(np.int8)
    near = gaps // KINDS <= WIDEST_GAP
    first = bounds[:-1][lengths > 0]
    kinds[first] = 0
    near[first] = False
    return Corpus(
        columns=columns,
        plain=columns.texts(),
        stems=columns.stems,
        singulars=columns.singulars,
        stem_of=unpack(columns.stem_of),
        singular_of=unpack(columns.singular_of),
        bounds=bounds,
        standing=standing,
        text=text,
        starts=starts,
        sizes=sizes,
        kinds=kinds,
        near=near,
        sentence_bounds=_bounds(unpack(columns.sentence_counts)),
        sentence_starts=unpack(columns.sentences),
    )


def _bounds(lengths: Numbers) -> Numbers:
    return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(lengths)))
