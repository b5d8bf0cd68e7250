"""Reading takes steps in proportion to a seed's length: counted, so that a busy machine does not matter.

What is counted is calls, of Python's functions and of C's. What one call does (copying a list, searching a
line) is not seen here; `tests/benchmarks/test_reading.py` measures that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest

from seedbed.read.reader import Reader
from seedbed.read.registry import BUILT_IN
from tests.fuzz.targets import ANY, examples
from tests.read.seeds import seed_of

FEW, MANY = 10, 40
AT_MOST = 1.25 * MANY / FEW
"""Less where a reader begins with work of one size for every seed; sorting makes it a little more."""


def calls(function: Callable[[], object]) -> int:
    count = 0

    def on_event(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(on_event)
    try:
        function()
    finally:
        sys.setprofile(None)
    return count


def steps(reader: Reader, text: str) -> int:
    seed = seed_of(text)
    return calls(lambda: (reader.recognise(seed), reader.read(seed)))


@pytest.mark.parametrize("reader", BUILT_IN, ids=lambda reader: reader.kind)
@pytest.mark.parametrize("end", ["\n", "\n\n", " "], ids=["lines", "paragraphs", "one line"])
def test_steps_are_in_proportion_to_length(reader: Reader, end: str) -> None:
    texts = [file.read_text("utf-8") for file in examples(reader.kind)]
    texts += [file.read_text("utf-8") for file in examples(ANY) if file.stem in {"transcript", "list"}]
    for text in texts:
        unit = text.replace("\n", " ") if end == " " else text
        steps(reader, unit)  # what is made once is made now
        few, many = (steps(reader, end.join([unit] * times)) for times in (FEW, MANY))
        assert many <= AT_MOST * few, text[:60]


def test_a_reader_that_looks_back_at_all_for_each_line_is_found_out() -> None:
    def look_back(lines: tuple[str, ...]) -> int:
        return sum(len(other) for _ in lines for other in lines)

    few, many = (calls(partial(look_back, ("a line",) * times)) for times in (FEW, MANY))
    assert many > AT_MOST * few
