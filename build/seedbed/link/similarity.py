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
from seedbed.link.tallies import too_many
from seedbed.link.terms import Terms
from seedbed.link.uses import groups

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
        works: Of each row, the work.
        weights: Of each row, the weight.
    """

    bounds: Numbers
    works: Numbers
    weights: Numbers


def similarities(terms: Terms, corpus: Corpus) -> Alike:
    """What works say that others say too."""
    index = _index(terms, corpus)
    works, queried = _queries(index)
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


def _index(terms: Terms, corpus: Corpus) -> _Index:
    """The weights of the terms that are shared, in the order of the alphabet; those of titles count twice."""
    most = min(too_many(terms.works), MOST_WORKS)
    shared = (terms.spread > 1) & (terms.spread <= most) & (terms.lengths <= LONGEST_TERM)
    rows = np.flatnonzero(shared[terms.term])
    term, work = _in_order(terms, corpus, rows), terms.work[rows]
    times = terms.times[rows] + (TITLE_COUNTS - 1) * terms.titled[rows]
    return _weighed(terms.works, term, work, times)


def _in_order(terms: Terms, corpus: Corpus, rows: Numbers) -> Numbers:
    """Numbers for the words and pairs of some rows, as both in one list in the order of the alphabet."""
    firsts = terms.firsts[rows]
    pair = terms.lengths[terms.term[rows]] == LONGEST_TERM
    second = np.zeros(rows.size, dtype=np.int64)
    second[pair] = corpus.stem[firsts[pair] + 1] + 1
    code = corpus.stem[firsts].astype(np.int64) * (len(corpus.stems) + 1) + second
    numbers: Numbers = np.unique(code, return_inverse=True)[1]
    return numbers


def _weighed(works: int, term: Numbers, work: Numbers, times: Numbers) -> _Index:
    from bm25s import BM25  # noqa: PLC0415 - only where works are compared

    number = int(term.max(initial=-1)) + 1
    if not number:
        return _Index(np.zeros(1, dtype=np.int64), term, np.zeros(0))
    order = np.lexsort((term, work))
    tokens = np.repeat(term[order], times[order]).tolist()
    lengths = np.bincount(work, weights=times, minlength=works).astype(np.int64)
    ends = np.cumsum(lengths)
    each = [tokens[start:end] for start, end in zip((ends - lengths).tolist(), ends.tolist(), strict=True)]
    scores = BM25(backend="numpy").build_index_from_ids(list(range(number)), each, show_progress=False)
    return _Index(scores["indptr"], scores["indices"], scores["data"].astype(np.float64))


def _queries(index: _Index) -> tuple[Numbers, Numbers]:
    """For each work the terms that weigh most in it, so that a query has an end; by work."""
    terms = np.repeat(np.arange(index.bounds.size - 1), np.diff(index.bounds))
    order = np.lexsort((terms, -index.weights, index.works))
    works = index.works[order].astype(np.int64)
    rank = np.arange(order.size) - np.searchsorted(works, works)
    kept = rank < LONGEST_QUERY
    return works[kept], terms[order][kept]


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
        near = np.unique(having[(sums[having] / sums[work] >= LEAST) & (having != work)])
        parts = np.round(sums[near] / sums[work], 3)
        sums[having] = 0.0
        best = np.lexsort((near, -parts))[:MOST_CANDIDATES]
        yield Alike(np.full(best.size, work), near[best], parts[best])
