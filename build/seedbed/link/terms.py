"""The words and phrases that works use, by their stems: which works have which, how often, and where."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from seedbed.link.columns import Numbers
from seedbed.link.corpus import Corpus
from seedbed.link.reading import Texts
from seedbed.link.uses import Phrasebook, groups, term_of


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a library by number: words by their stems, pairs, triples; each by the alphabet.

    The rows are those of works alone, by term, then by work.

    Attributes:
        works: How many works there are.
        lengths: The words of each term.
        spread: How many works have each.
        term: Of each row, the term.
        work: Of each row, the work.
        times: Of each row, how often the work has it.
        titled: Of each row, how often its title has it.
        firsts: Of each row, the word at which the work first has it, counted through all texts.
        begins: Every word at which a term begins in any text, ascending; for one length after the other.
        begun: The term that begins there.
        offsets: Where the lengths begin in `begins`, and where the last one ends.
    """

    works: int
    lengths: Numbers
    spread: Numbers
    term: Numbers
    work: Numbers
    times: Numbers
    titled: Numbers
    firsts: Numbers
    begins: Numbers
    begun: Numbers
    offsets: tuple[int, ...]

    def begun_within(self, start: int, end: int) -> tuple[Numbers, Numbers]:
        """The terms that begin among some words, and at which; as the text has them, shorter ones first."""
        terms, places = [], []
        # Of another type, all of the column would be copied to be searched.
        within = np.array([start, end], dtype=self.begins.dtype)
        for first, last in pairwise(self.offsets):
            begins = self.begins[first:last]
            part = slice(*np.searchsorted(begins, within).tolist())
            places.append(begins[part])
            terms.append(self.begun[first:last][part])
        term, place = np.concatenate(terms), np.concatenate(places)
        order = np.lexsort((self.lengths[term], place))
        return term[order], place[order]

    def written(self, corpus: Corpus, term: int, first: int) -> str:
        """A term as a text writes it at one place."""
        return corpus.surface(first, first + int(self.lengths[term]) - 1)

    def stems(self, corpus: Corpus, term: int, first: int) -> str:
        """The stems of a term that begins at a word."""
        return term_of(corpus, int(self.lengths[term]), first)


def terms_of(texts: Texts, book: Phrasebook) -> Terms:
    """Bring together what the works of a library use, but for phrases that stand nowhere else in it.

    Those are a third of all uses; they neither say that two texts are alike nor bind a word to a phrase.
    """
    works, titles = texts.count("work"), texts.titles
    columns: list[tuple[Numbers, ...]] = []
    begins: list[Numbers] = []
    begun: list[Numbers] = []
    lengths: list[Numbers] = []
    offset = 0
    for uses in book.by_stems():
        several = np.bincount(uses.begun, minlength=uses.number) > 1
        numbers = (np.cumsum(several) - 1 + offset).astype(np.int32)
        again = several[uses.begun]
        begins.append(uses.begins[again])
        begun.append(numbers[uses.begun[again]])
        lengths.append(np.full(int(several.sum()), uses.length, dtype=np.int8))
        offset += lengths[-1].size
        rows = np.flatnonzero(several[uses.phrases] & (texts.owners[uses.texts] < works))
        work = texts.owners[uses.texts[rows]].astype(np.int32)
        heads = groups(uses.phrases[rows], work)[:-1]
        first = rows[heads]
        columns.append(
            (
                numbers[uses.phrases[first]],
                work[heads],
                np.add.reduceat(uses.times[rows], heads) if heads.size else heads,
                np.where(uses.texts[first] == titles[work[heads]], uses.times[first], 0),
                uses.firsts[first],
            )
        )
    term, work, times, titled, firsts = (np.concatenate(column) for column in zip(*columns, strict=True))
    return Terms(
        works=works,
        lengths=np.concatenate(lengths),
        spread=np.bincount(term, minlength=offset),
        term=term,
        work=work,
        times=times,
        titled=titled,
        firsts=firsts,
        begins=np.concatenate(begins),
        begun=np.concatenate(begun),
        offsets=tuple(np.cumsum([0, *(each.size for each in begins)]).tolist()),
    )
