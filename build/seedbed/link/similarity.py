"""How much of what one work says others say too: BM25 over the words and phrases of titles and abstracts.

The weights are those of bm25s. Its own search fills a row as long as the library for every query, which over
all works grows with the square; here only the works that share a telling term with the query are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from seedbed.link.columns import Numbers, spans
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


LARGEST_BLOCK = 1 << 20
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
    found = [
        alike
        for part in _blocks(index, works, queried)
        for alike in _similar(index, works[part], queried[part], sums)
    ]
    if not found:
        return Alike(works, works, index.weights[:0])
    columns = zip(*((each.works, each.others, each.parts) for each in found), strict=True)
    return Alike(*map(np.concatenate, columns))


def _index(terms: Terms) -> _Index:
    """The weights of the terms that works share; those of titles count twice."""
    most = min(too_many(terms.works), MOST_WORKS)
    shared = (terms.spread > 1) & (terms.spread <= most) & (terms.lengths <= LONGEST_TERM)
    rows = np.flatnonzero(shared[terms.term])
    term, work = (np.cumsum(shared) - 1)[terms.term[rows]], terms.work[rows]
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
    """What BM25 gives to each term in each work; rows by term, then by work, as its index has them."""
    from bm25s import BM25  # noqa: PLC0415 - only where works are compared

    if not term.size:
        return np.zeros(0)
    order = in_order(work)
    tokens = np.repeat(term[order], times[order]).tolist()
    lengths = np.bincount(work, weights=times, minlength=works).astype(np.int64)
    ends = np.cumsum(lengths)
    each = [tokens[start:end] for start, end in zip((ends - lengths).tolist(), ends.tolist(), strict=True)]
    known = range(int(term[-1]) + 1)
    index = BM25(backend="numpy").build_index_from_ids(list(known), each, show_progress=False)
    return np.asarray(index["data"], dtype=np.float64)


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
    places: Numbers = corpus.stem[firsts].astype(np.int64) * (len(corpus.stems) + 1) + second
    return places


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


def _similar(index: _Index, works: Numbers, queried: Numbers, sums: Numbers) -> Iterator[Alike]:
    """The works like each of some; `sums` has a nought for every work, before and after.

    Weights have 24 bits, and sums of some hundred of them have room in 53: no order of adding matters.
    """
    counts = index.bounds[queried + 1] - index.bounds[queried]
    rows = spans(index.bounds[queried], counts)
    others, weights = index.works[rows], index.weights[rows]
    bounds = groups(works)
    ends = np.append([0], np.cumsum(counts))[bounds].tolist()
    for work, (start, end) in zip(works[bounds[:-1]].tolist(), pairwise(ends), strict=True):
        having = others[start:end]
        np.add.at(sums, having, weights[start:end])
        own = sums[work]
        near = np.sort(having[sums[having] >= LEAST * own])
        near = near[groups(near)[:-1]]
        parts = np.round(sums[near] / own, 3)
        sums[having] = 0.0
        best = np.lexsort((near, -parts))
        best = best[near[best] != work][:MOST_CANDIDATES]
        yield Alike(np.full(best.size, work), near[best], parts[best])
