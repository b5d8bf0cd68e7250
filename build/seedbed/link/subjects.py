"""What each work is about, as weighted terms: the words and phrases that set it apart from the others."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from seedbed.link.columns import Numbers, paired
from seedbed.link.corpus import Corpus, among
from seedbed.link.phrases import Flags
from seedbed.link.tallies import too_many
from seedbed.link.terms import Terms
from seedbed.link.uses import groups
from seedbed.model.link import Topic
from seedbed.text.words import split_words

MOST_WORKS = 200
"""A term of more works than this sets none apart, however large the library is."""

FEW_WORKS = 25
"""A term of more works than this cannot by itself say which of them is meant."""

BOUND = 0.6
"""A word that so large a part of a work's uses has within one and the same phrase means that phrase only."""

MOST_OF_TITLE = 0.65
"""Of the telling words of a title, so large a part in one phrase means the work by itself."""

EVERYDAY_WORD = 0.7
EVERYDAY_PHRASE = 0.8
ONLY_IN_TITLE = 0.6
PER_USE = 0.2
MOST_BY_USE = 0.8
CENTRAL_USES = 4


@dataclass(frozen=True, slots=True)
class Subjects:
    """What each term says for each work that it speaks for; rows by term, then by work.

    Attributes:
        starts: For each term, where its rows begin, and one more behind them all.
        works: Of each row, the work.
        values: What the term says for it, 0 to 1; 1 for a term of the title that no other work has.
        leads: Whether the term alone can tell the work: it is in the title or comes again and again, and few
            other works have it.
        in_title: Whether it is in the title.
    """

    starts: Numbers
    works: Numbers
    values: Numbers
    leads: Flags
    in_title: Flags


def subjects(terms: Terms, corpus: Corpus, topics: Iterable[Topic]) -> Subjects:
    """What speaks for each work, against the others.

    How much a term tells is log(works / works that have it), as a part of what it would be if only one had
    it, so that it means the same in a library of any size.
    """
    most = min(too_many(terms.works), MOST_WORKS)
    few = max(3, min(terms.works / 40, FEW_WORKS))
    rows = np.flatnonzero((terms.spread[terms.term] <= most) & ~_bound(terms, corpus, topics))
    term, times, in_title = terms.term[rows], terms.times[rows], terms.titled[rows] > 0
    spread, phrase = terms.spread[term], terms.lengths[term] > 1
    everyday = np.where(phrase, EVERYDAY_PHRASE, EVERYDAY_WORD)
    values = _tells(terms.works, most)[spread] * _emphasis(times, in_title, phrase)
    values *= np.where(_everyday(terms, corpus)[term], everyday, 1.0)
    return Subjects(
        np.searchsorted(term, np.arange(terms.spread.size + 1)),
        terms.work[rows],
        values,
        (spread <= few) & (in_title | (times >= CENTRAL_USES)),
        in_title,
    )


def _tells(works: int, most: float) -> Numbers:
    """By how many works have a term, how much it tells."""
    whole = math.log(max(2, works))
    more = [math.log(works / spread) / whole for spread in range(2, int(min(most, works)) + 1)]
    return np.array([0.0, 1.0, *more])


def _emphasis(times: Numbers, in_title: Flags, phrase: Flags) -> Numbers:
    used = np.where(phrase & (times == 1), PER_USE, np.minimum(MOST_BY_USE, PER_USE * times))
    return np.where(in_title, np.where(times > 1, 1.0, ONLY_IN_TITLE), used)


def _bound(terms: Terms, corpus: Corpus, topics: Iterable[Topic]) -> Flags:
    """Whether each row is of a word that its work hardly uses but within one phrase, and so means only that.

    A word that is a topic's phrase means something by itself.
    """
    single = terms.lengths[terms.term] == 1
    words = np.full(len(corpus.stems), -1, dtype=np.int64)
    words[corpus.stem[terms.firsts[single]]] = terms.term[single]
    known = paired(terms.term, terms.work, terms.works)
    pairs = np.flatnonzero((terms.lengths[terms.term] == 2) & (terms.times > 1))  # noqa: PLR2004 - a pair
    bound: Flags = np.zeros(terms.term.size, dtype=bool)
    for place in range(2):
        word = words[corpus.stem[terms.firsts[pairs] + place]]
        wanted = paired(word, terms.work[pairs], terms.works)
        rows = np.searchsorted(known, wanted)
        rows[rows == known.size] = 0
        used = known[rows] == wanted
        used &= (word >= 0) & (terms.times[rows] > 1) & (terms.times[pairs] >= BOUND * terms.times[rows])
        bound[rows[used]] = True
    own = among({stem for topic in topics for stem in _single_stems(topic)}, corpus.stems)
    bound &= ~own[corpus.stem[terms.firsts]]
    return bound


def _single_stems(topic: Topic) -> Iterable[str]:
    for phrase in topic.phrases:
        named = split_words(phrase)
        if len(named) == 1:
            yield named[0].stem


def _everyday(terms: Terms, corpus: Corpus) -> Flags:
    """Whether each term is of nothing but common words, where a work first has it."""
    everyday: Flags = np.zeros(terms.spread.size, dtype=bool)
    heads = groups(terms.term)[:-1]
    firsts, lengths = terms.firsts[heads], terms.lengths[terms.term[heads]]
    common = np.ones(heads.size, dtype=bool)
    for place in range(int(lengths.max(initial=0))):
        here = lengths > place
        common[here] &= corpus.common(firsts[here] + place)
    everyday[terms.term[heads]] = common
    return everyday
