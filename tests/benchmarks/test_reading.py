"""How long long seeds take, whatever is in them: `pytest -m benchmark -s tests/benchmarks/test_reading.py`.

Processor seconds, which a busy machine stretches too. Each text is made in two sizes: four times as much may
take little more than four times as long.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import pytest

from seedbed.config import Limits
from seedbed.errors import SeedbedError
from seedbed.gather import seed_of
from seedbed.read.registry import BUILT_IN, read
from tests.read.seeds import LONG

LARGE = 20_000_000
"""Characters."""
SMALL = LARGE // 4
SECONDS = 5.0
LIST_SECONDS = 10.0
TIMES = 6.0
"""At most so much longer for four times as much."""
WORTH_COMPARING = 0.5
"""Seconds; below, a ratio says nothing."""


def _fill(part: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + part * (size // len(part)) + after


_ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id><entry><title>'

ONE_LINE: Mapping[str, Callable[[int], str]] = {
    "words": _fill("word "),
    "letters": _fill("a"),
    "spaces": _fill(" ", "x", "x"),
    "labels": _fill("[00:12:03] Ann: x "),
    "transcript": _fill("words ", "Ann Lee: Hi.\nBo Ek: Yes.\nAnn Lee: ", "\nBo Ek: No."),
    "list": _fill("Ann Lee, ", "Our research\nA Title\nAuthors: ", "\nDate: May 2, 2024"),
    "profile": _fill("Ann Lee, ", "Ann Lee\nh-index45\n99.1AIMay 28\nA Title\n\n", "\n"),
    "abstracts": _fill("A sentence of it. ", "Abstract: "),
    "references": _fill("1. A Title of Rain. Ann Lee, Bo Ek. ICML, 2024. "),
    "bibtex-value": _fill("One ", "@misc{a, title = {Rain}, abstract = {", "}}"),
    # (Of braces alone, bibtexparser looks at some three million a second: 20 MB of them take seven seconds.)
    "bibtex-open": _fill("{ an opening ", "@misc{a, title = {"),
    "ris": _fill("One ", "TY  - JOUR\nTI  - ", "\nER  - "),
    "csl-json": _fill("One ", '[{"type": "book", "author": [], "title": "', '"}]'),
    "csl-json-open": _fill("[", '[{"type": "book", "author": [], "title": '),
    "atom": _fill("One ", _ATOM, "</title></entry></feed>"),
    "table": _fill("One,Ann Lee,2024,", "title,authors,year\n"),
    "table-quote": _fill("One,", 'title,authors,year\n"'),
    "front-matter": _fill("word *x* ", "---\ntitle: One\n---\n"),
    "subtitles": _fill("Hello ", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ann Lee>"),
    "subtitles-marks": _fill("<", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n"),
    "citation-tags": _fill("One ", "citation_title: ", "\ncitation_author: Ann"),
    "web-page": _fill("word ", "<html><body><p>"),
    "web-page-ends": _fill("</div>", "<html><body>One"),
    "web-page-attribute": _fill("word ", "<html><body>One<p class='"),
}


def seconds(text: str) -> float:
    """For taking in and reading."""
    start = time.process_time()
    try:
        seed = seed_of(text.encode(), "seed.txt", shown="seed.txt")
    except SeedbedError:
        return time.process_time() - start
    read(seed, BUILT_IN, Limits().records)
    return time.process_time() - start


@pytest.mark.benchmark
@pytest.mark.parametrize("name", ONE_LINE)
def test_a_line_of_twenty_megabytes(name: str) -> None:
    small, large = (seconds(ONE_LINE[name](size)) for size in (SMALL, LARGE))
    print(f"\n{name}: {small:.2f} s for {SMALL / 1e6:.0f} MB, {large:.2f} s for {LARGE / 1e6:.0f} MB")  # noqa: T201
    assert large < SECONDS
    assert large < TIMES * max(small, WORTH_COMPARING)


@pytest.mark.benchmark
def test_a_line_of_two_megabytes_with_very_many_entries() -> None:
    text = " ".join(f"@misc{{{number:x},title=x}}" for number in range(117_000))
    taken = seconds(text)
    print(f"\n117,000 entries in a line of {len(text) / 1e6:.1f} MB: {taken:.1f} s")  # noqa: T201
    assert taken < LIST_SECONDS


@pytest.mark.benchmark
def test_a_list_of_fourteen_thousand_works() -> None:
    text = "Our research\n\nAll research\n\n" + "".join(
        f"The Study of Growth Number {number}\n\n{LONG} {LONG} {LONG} {LONG} {LONG}\n\nBotany\n"
        f"Authors:\nAnn Lee, Bo Ek\nFellows: Bo Ek\nDate:\nMay 2, 2024\n\n"
        for number in range(14_000)
    )
    taken = seconds(text)
    print(f"\n14,000 works in {len(text) / 1e6:.1f} MB: {taken:.1f} s")  # noqa: T201
    assert taken < LIST_SECONDS
