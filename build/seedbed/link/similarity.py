"""How much of what one work says others say too: BM25 over the words and phrases of titles and abstracts.

The weights are those of bm25s. Its own search fills a row as long as the library for every query, which over
all works grows with the square; here only the works that share a telling term with the query are looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from seedbed.link.documents import Document
from seedbed.link.subjects import Uses, terms
from seedbed.link.tallies import too_many

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


def similarities(
    works: Sequence[Document], uses: Sequence[Uses], spread: Counter[str]
) -> tuple[Mapping[int, float], ...]:
    """For each work, by number, those that share most with it, and how large a part of its score theirs is.

    1 is a work that says all that this one shares with any; below 0.1 is chance.

    Args:
        works: The works.
        uses: How often each of them has each term (`seedbed.link.subjects.terms_of`).
        spread: How many of them have each.
    """
    import numpy as np  # noqa: PLC0415 - only linking needs it

    most = min(too_many(len(works)), MOST_WORKS)
    shared = sorted(
        term for term, number in spread.items() if 1 < number <= most and term.count(" ") < LONGEST_TERM
    )
    numbers = {term: number for number, term in enumerate(shared)}
    tokens = [_tokens(work, counts, numbers) for work, counts in zip(works, uses, strict=True)]
    if not any(tokens):
        return tuple({} for _ in works)
    index = _index(tokens, numbers)
    sums = np.zeros(len(works))
    return tuple(_similar(number, sorted(set(each)), index, sums) for number, each in enumerate(tokens))


def _tokens(work: Document, counts: Uses, numbers: Mapping[str, int]) -> list[int]:
    """The terms of a work that count, by number, each as often as it is used; those of the title twice."""
    titled = terms(work.title)
    tokens: list[int] = []
    for term, times in counts.items():
        number = numbers.get(term)
        if number is not None:
            tokens += [number] * (times + (TITLE_COUNTS - 1) * titled.get(term, 0))
    return sorted(tokens)


def _index(tokens: list[list[int]], vocabulary: dict[str, int]) -> Mapping[str, Any]:
    import bm25s  # noqa: PLC0415 - only linking needs it

    retriever = bm25s.BM25(backend="numpy")
    retriever.index(bm25s.tokenization.Tokenized(ids=tokens, vocab=vocabulary), show_progress=False)
    scores: Mapping[str, Any] = retriever.scores
    return scores


def _similar(number: int, query: list[int], index: Mapping[str, Any], sums: Any) -> dict[int, float]:
    """The works like one of them; `sums` has a nought for each work, before and after."""
    import numpy as np  # noqa: PLC0415 - only linking needs it

    spans = _most_telling(number, query, index)
    if not spans:
        return {}
    works = np.concatenate([index["indices"][span] for span in spans])
    weights = np.concatenate([index["data"][span] for span in spans]).astype(np.float64)
    np.add.at(sums, works, weights)
    parts = sums[works] / sums[number]
    near = np.unique(works[(parts >= LEAST) & (works != number)])
    scores = np.round(sums[near] / sums[number], 3)
    sums[works] = 0.0
    best = np.lexsort((near, -scores))[:MOST_CANDIDATES]
    return dict(zip(near[best].tolist(), scores[best].tolist(), strict=True))


def _most_telling(number: int, query: list[int], index: Mapping[str, Any]) -> list[slice]:
    """The places in the index of the terms that weigh most in the work itself, so that a query has an end."""
    import numpy as np  # noqa: PLC0415 - only linking needs it

    starts = index["indptr"]
    spans = [slice(int(starts[term]), int(starts[term + 1])) for term in query]
    if len(spans) <= LONGEST_QUERY:
        return spans
    own = [
        float(index["data"][span.start + np.searchsorted(index["indices"][span], number)]) for span in spans
    ]
    ranked = sorted(range(len(spans)), key=lambda place: (-own[place], place))[:LONGEST_QUERY]
    return [spans[place] for place in sorted(ranked)]
