"""A reading comes back from its bytes as it was, whatever its records hold."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedbed.keep.readings import pack, unpack
from seedbed.model.record import Reading, Record, WorkRecord
from seedbed.model.source import Claim, Seed, Span
from seedbed.read.registry import read
from tests.projects import ROOT

LINES = ("A Title", "", "Somebody, Anybody", " kept as it is ", "Title \u00e9\u4e2d\U0001f331")
SPANS = st.integers(1, len(LINES)).flatmap(
    lambda first: st.builds(Span, st.just("a.txt"), st.just(first), st.integers(first, len(LINES)))
)
TEXT = st.one_of(st.sampled_from(LINES), st.text(max_size=9))
SIMPLE = {
    str: TEXT,
    int: st.one_of(st.integers(0, 9), st.integers(-(2**31), 2**31)),
    bool: st.booleans(),
    Decimal: st.decimals(allow_nan=False, places=1, min_value=0, max_value=100),
    Span: SPANS,
}


@cache
def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Values of any type that a record has, found by that type alone."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint in SIMPLE:
        return SIMPLE[hint]
    if hint is types.NoneType:
        return st.none()
    if origin is tuple:
        return st.lists(values_of(arguments[0]), max_size=2).map(tuple)
    if origin in (types.UnionType, typing.Union):
        return st.one_of([values_of(each) for each in arguments])
    if origin is Claim:
        return st.builds(Claim, values_of(arguments[0]), SPANS)
    assert dataclasses.is_dataclass(hint)
    assert isinstance(hint, type)
    fields = {name: values_of(each) for name, each in typing.get_type_hints(hint).items()}
    return st.builds(hint, **fields)


SEED = Seed("a.txt", LINES, "0" * 64)
SEEDS = st.builds(
    Seed,
    st.just("a.txt"),
    st.just(LINES),
    *(values_of(str) for _ in range(4)),
    values_of(tuple[Claim[str], ...]),
)


@pytest.mark.parametrize("kind", typing.get_args(Record), ids=lambda kind: kind.__name__)
@settings(max_examples=40)
@given(data=st.data())
def test_every_kind_of_record_comes_back(kind: type, data: st.DataObject) -> None:
    records = data.draw(st.lists(values_of(kind), max_size=2))
    spans, remarks = data.draw(values_of(tuple[Span, ...])), data.draw(values_of(tuple[Claim[str], ...]))
    reading = Reading(data.draw(SEEDS), "kind", "why", tuple(records), spans, remarks)
    again = unpack(pack(reading))
    assert again == reading
    assert repr(again) == repr(reading)  # 86.0 is 86.00, but not said in the same way


def test_a_real_seed_comes_back_and_holds_its_lines_once() -> None:
    lines = tuple((ROOT / "seeds" / "mats-research.txt").read_text("utf-8").splitlines())
    reading = read(Seed("mats-research.txt", lines, "0" * 64))
    again = unpack(pack(reading))
    assert again == reading
    titles = [work.title for work in again.works() if work.title]
    assert titles
    assert all(title.value is again.seed.lines[title.span.first - 1] for title in titles)
    spans = list(spans_of(again))
    assert len({id(span) for span in spans}) == len(set(spans))


def spans_of(reading: Reading) -> Iterator[Span]:
    for record in reading.records:
        yield from (part.span for part in record.parts())


def test_a_claim_on_another_seed_is_refused() -> None:
    record = WorkRecord(title=Claim("A Title", Span("b.txt", 1, 1)))
    with pytest.raises(ValueError, match=r"b\.txt:1 is not in a\.txt"):
        pack(Reading(SEED, "kind", "why", (record,), ()))


def test_half_a_character_is_mended() -> None:
    seed = replace(SEED, lines=("one", '{"title": "\\ud800"}'))
    record = WorkRecord(title=Claim("A \ud800 title \ud83c\udf31", seed.span(2)))
    (work,) = unpack(pack(Reading(seed, "kind", "why", (record,), (seed.span(1),)))).works()
    assert work.title == Claim("A \ufffd title \U0001f331", seed.span(2))
