"""How much of what one work says others say too: BM25 over the words and phrases of titles and abstracts.

The weights are those of bm25s. Its own search fills a row as long as the library for every query, which over all
works grows with the square; here only the works that share a telling term with the query are looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from seedbed.link.documents import Document
from seedbed.link.subjects import MOST_WORKS, terms
from seedbed.link.tallies import texts, too_many

if TYPE_CHECKING:
    import numpy as np

MOST_CANDIDATES = 40
"""Works that are kept for each."""

LEAST = 0.02
"""A work that shares less is none of them."""

TITLE_COUNTS = 2
"""The title's words count so many times."""


def similarities(works: Sequence[Document]) -> tuple[Mapping[int, float], ...]:
    """For each work, by number, the works that share most with it, with how large a part of its own score theirs is.

    1 is a work that says all that this one says; below 0.1 is chance.
    """
    if not works:
        return ()
    counted = [_counted(work) for work in works]
    spread = Counter(term for counts in counted for term in counts)
    most = min(too_many(len(works)), MOST_WORKS)
    kept = {
        term: number for number, term in enumerate(sorted(t for t, times in spread.items() if times <= most))
    }
    tokens = [
        [kept[term] for term in sorted(counts) if term in kept for _ in range(counts[term])]
        for counts in counted
    ]
    if not any(tokens):
        return tuple({} for _ in works)
    index = _index(tokens, kept)
    return tuple(_similar(number, sorted(set(each)), index) for number, each in enumerate(tokens))


def _counted(work: Document) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts(work):
        for term, times in terms(text).items():
            counts[term] += times * TITLE_COUNTS if text is work.title else times
    return counts


def _index(tokens: list[list[int]], vocabulary: dict[str, int]) -> Mapping[str, Any]:
    import bm25s  # noqa: PLC0415 - only linking needs it

    retriever = bm25s.BM25(backend="numpy")
    retriever.index(bm25s.tokenization.Tokenized(ids=tokens, vocab=vocabulary), show_progress=False)
    scores: Mapping[str, Any] = retriever.scores
    return scores


def _similar(number: int, query: list[int], index: Mapping[str, Any]) -> dict[int, float]:
    import numpy as np  # noqa: PLC0415 - only linking needs it

    if not query:
        return {}
    starts: np.ndarray = index["indptr"]
    spans = [slice(int(starts[term]), int(starts[term + 1])) for term in query]
    found, places = np.unique(np.concatenate([index["indices"][span] for span in spans]), return_inverse=True)
    weights = np.concatenate([index["data"][span] for span in spans]).astype(np.float64)
    scores = np.bincount(places, weights=weights)
    itself = float(scores[found == number][0])
    parts = {int(work): round(float(score) / itself, 3) for work, score in zip(found, scores, strict=True)}
    near = sorted(
        (work for work, part in parts.items() if work != number and part >= LEAST),
        key=lambda work: (-parts[work], work),
    )
    return {work: parts[work] for work in near[:MOST_CANDIDATES]}
