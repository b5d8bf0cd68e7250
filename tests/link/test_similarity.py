from __future__ import annotations

import numpy as np
from bm25s import BM25
from hypothesis import given
from hypothesis import strategies as st

from seedbed.link.similarity import _weights


@given(
    st.lists(
        st.dictionaries(st.integers(0, 12), st.integers(1, 5), max_size=8), min_size=1, max_size=20
    ).filter(any)
)
def test_weights_are_those_of_bm25s_to_the_bit(works: list[dict[int, int]]) -> None:
    found = sorted({term for work in works for term in work})
    rows = [
        (number, place, work[term])
        for number, term in enumerate(found)
        for place, work in enumerate(works)
        if term in work
    ]
    weights = _weights(len(works), *np.array(rows).T)

    each = [[found.index(term) for term, times in work.items() for _ in range(times)] for work in works]
    index = BM25(backend="numpy").build_index_from_ids(list(range(len(found))), each, show_progress=False)

    assert weights.astype(np.float32).tolist() == np.asarray(index["data"]).tolist()
    assert weights.astype(np.float32).astype(np.float64).tolist() == weights.tolist()
