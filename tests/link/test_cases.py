from __future__ import annotations

import tracemalloc

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from seedbed.link.cases import OTHER_PARAGRAPHS, Cases, of_turn

Row = tuple[float, float, bool]

eighths = st.integers(0, 24).map(lambda number: number / 8)  # whose sums are exact
paragraphs = st.dictionaries(st.integers(0, 6), st.tuples(eighths, eighths, st.booleans()), max_size=5)


def _of_paragraph(text: int, rows: dict[int, Row]) -> Cases:
    works = sorted(rows)
    return Cases(
        np.array(works, dtype=np.int64),
        np.array([rows[work][0] for work in works], dtype=np.float64),
        np.array([rows[work][1] for work in works], dtype=np.float64),
        np.array([rows[work][2] for work in works], dtype=bool),
        np.full(len(works), text),
    )


@given(st.lists(paragraphs, max_size=6))
def test_the_best_paragraph_counts_whole_and_the_others_in_part(said: list[dict[int, Row]]) -> None:
    turn = of_turn([_of_paragraph(text, rows) for text, rows in enumerate(said)])

    assert turn.works.tolist() == sorted({work for rows in said for work in rows})
    for row, work in enumerate(turn.works.tolist()):
        scores = {text: rows[work][0] for text, rows in enumerate(said) if work in rows}
        best = max(scores, key=lambda text: (scores[text], -text))
        others = sum(scores.values()) - scores[best]
        assert turn.texts[row] == best
        assert turn.near[row] == said[best][work][2]
        assert turn.scores[row] == scores[best] + OTHER_PARAGRAPHS * others
        assert turn.lead[row] == max(rows[work][1] for rows in said if work in rows)


def test_a_turn_of_many_paragraphs_takes_room_in_proportion() -> None:
    def room(paragraphs: int) -> int:
        parts = [_of_paragraph(text, {text: (1.0, 1.0, True)}) for text in range(paragraphs)]
        tracemalloc.start()
        of_turn(parts)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert room(800) < 5 * room(200)
