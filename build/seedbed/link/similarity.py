"""How much of what one work says others say too: BM25 over the words and phrases of titles and abstracts.

A search that fills a row as long as the library for every query grows with the square over all works; here
only the works that share a telling term with the query are looked at. The weights are those of Lucene, to the
bit as the package bm25s gives them, which takes documents one by one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from seedbed.link.columns import Numbers, paired, spans
from seedbed.link.corpus import Corpus
from seedbed.link.phrases import Flags
from seedbed.link.tallies import too_many
from seedbed.link.terms import Terms
from seedbed.link.uses import groups, in_order

MOST_WORKS = 100
"""A term of more works than this is not looked up: what they share is a topic."""

MOST_CANDIDATES = 20
"""Works that are kept for each."""

LEAST = 0.05
"""A work that shares less is none of them."""

LONGEST_QUERY = 100
"""Terms of a work that are looked up."""

LONGEST_TERM = 2
"""Words of a phrase that is compared; longer ones say again what their parts say."""

TITLE_COUNTS = 2
"""The title's words count so many times."""


DIGITS = 3
"""Decimals of a part; where two are the same, the order of works decides."""

SATURATION = 1.5
LENGTH_COUNTS = 0.75
"""BM25's k1 and b: how soon more uses say no more, and how much a long text's uses count less."""

LARGEST_BLOCK = 1 << 17
"""Scores that are looked at in one go, unless one work has more."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Works, by number, those that share most with each, and how large a part of its score theirs is.

    1 is a work that says all that this one shares with any; below 0.1 is chance.
    """

    works: Numbers
    others: Numbers
    parts: Numbers


@dataclass(frozen=True, slots=True)
class _Index:
    """What each term that counts weighs in each work that has it; rows by term, then by work.

    Attributes:
        bounds: For each term, where its rows begin, and one more behind them all.
        terms: Of each row, the term.
        works: Of each row, the work.
        weights: Of each row, the weight.
        firsts: Of each row, a place where a text has the term: a word, counted through all texts.
        pairs: Whether each term has two words.
    """

    bounds: Numbers
    terms: Numbers
    works: Numbers
    weights: Numbers
    firsts: Numbers
    pairs: Flags


def similarities(terms: Terms, corpus: Corpus) -> Alike:
    """What works say that others say too."""
    index = _index(terms)
    works, queried = _queries(index, corpus)
    sums = np.zeros(terms.works)
    found = [_similar(index, works[part], queried[part], sums) for part in _blocks(index, works, queried)]
    if not found:
        return Alike(works, works, index.weights[:0])
    columns = zip(*((each.works, each.others, each.parts) for each in found), strict=True)
    return Alike(*map(np.concatenate, columns))


def _index(terms: Terms) -> _Index:
    """The weights of the terms that works share; those of titles count twice."""
    most = min(too_many(terms.works), MOST_WORKS)
    shared = (terms.spread > 1) & (terms.spread <= most) & (terms.lengths <= LONGEST_TERM)
    rows = np.flatnonzero(shared[terms.term])
    # Places in arrays: numpy would make them of its own size each time.
    term, work = (np.cumsum(shared) - 1)[terms.term[rows]], terms.work[rows].astype(np.intp)
    times = terms.times[rows] + (TITLE_COUNTS - 1) * terms.titled[rows]
    return _Index(
        groups(term),
        term,
        work,
        _weights(terms.works, term, work, times),
        terms.firsts[rows],
        terms.lengths[shared] == LONGEST_TERM,
    )


def _weights(works: int, term: Numbers, work: Numbers, times: Numbers) -> Numbers:
    """What BM25 gives to each term in each work."""
    if not term.size:
        return np.zeros(0)
    lengths = np.bincount(work, weights=times, minlength=works)
    long = 1 - LENGTH_COUNTS + LENGTH_COUNTS * lengths / lengths.mean()
    having = np.bincount(term)
    rare = [math.log(1 + (works - each + 0.5) / (each + 0.5)) for each in range(int(having.max()) + 1)]
    weights: Numbers = np.array(rare, dtype=np.float32)[having[term]] * (
        times / (SATURATION * long[work] + times)
    )
    return weights.astype(np.float32).astype(np.float64)


def _queries(index: _Index, corpus: Corpus) -> tuple[Numbers, Numbers]:
    """For each work the terms that are looked up, by work; of many, those that weigh most in it."""
    order = in_order(index.works)
    works, terms = index.works[order], index.terms[order]
    long = np.diff(groups(works)) > LONGEST_QUERY
    if not long.any():
        return works, terms
    rows = np.flatnonzero(np.repeat(long, np.diff(groups(works))))
    ranked = np.lexsort((_alphabet(index, corpus, order[rows]), -index.weights[order[rows]], works[rows]))
    place = np.arange(rows.size) - np.searchsorted(works[rows], works[rows])
    kept = np.ones(works.size, dtype=bool)
    kept[rows[ranked[place >= LONGEST_QUERY]]] = False
    return works[kept], terms[kept]


def _alphabet(index: _Index, corpus: Corpus, rows: Numbers) -> Numbers:
    """The place of each row's term in the alphabet, words and pairs in one."""
    firsts, pair = index.firsts[rows], index.pairs[index.terms[rows]]
    second = np.zeros(rows.size, dtype=np.int64)
    second[pair] = corpus.stem[firsts[pair] + 1] + 1
    return paired(corpus.stem[firsts], second, len(corpus.stems) + 1)


def _blocks(index: _Index, works: Numbers, queried: Numbers) -> list[slice]:
    """Parts of the queries that lead to about as many scores each; no work is in two."""
    bounds = groups(works)
    ends = np.append([0], np.cumsum(np.diff(index.bounds)[queried]))[bounds]
    blocks, start = [], 0
    while start < bounds.size - 1:
        end = max(start + 1, int(np.searchsorted(ends, ends[start] + LARGEST_BLOCK, side="right")) - 1)
        blocks.append(slice(int(bounds[start]), int(bounds[end])))
        start = end
    return blocks


def _similar(index: _Index, works: Numbers, queried: Numbers, sums: Numbers) -> Alike:
    """The works like each of some; `sums` has a nought for every work, before and after.

    Weights have 24 bits, and sums of some hundred of them have room in 53: no order of adding matters.
    """
    counts = index.bounds[queried + 1] - index.bounds[queried]
    rows = spans(index.bounds[queried], counts)
    others, weights = index.works[rows], index.weights[rows]
    bounds = groups(works)
    asking = works[bounds[:-1]]
    ends = np.append([0], np.cumsum(counts))[bounds].tolist()
    near, scores, whole = [], [], []
    for work, (start, end) in zip(asking.tolist(), pairwise(ends), strict=True):
        having = others[start:end]
        np.add.at(sums, having, weights[start:end])
        own = sums[work]
        found = np.sort(having[sums[having] >= LEAST * own])
        near.append(found)
        scores.append(sums[found])
        whole.append(own)
        sums[having] = 0.0
    sizes = [each.size for each in near]
    others = np.concatenate(near)
    parts = np.round(np.concatenate(scores) / np.repeat(whole, sizes), DIGITS)
    return _best(np.repeat(asking, sizes), others, parts)


def _best(works: Numbers, others: Numbers, parts: Numbers) -> Alike:
    """For each work the others that share most with it, of rows by work, then by other; some come twice."""
    rows = groups(works, others)[:-1]
    rows = rows[works[rows] != others[rows]]
    least_first = np.rint(parts[rows] * 10**DIGITS).astype(np.int64)
    most = int(least_first.max(initial=0))
    rows = rows[in_order(paired(works[rows], most - least_first, most + 1))]
    place = np.arange(rows.size) - np.searchsorted(works[rows], works[rows])
    rows = rows[place < MOST_CANDIDATES]
    return Alike(works[rows], others[rows], parts[rows])
