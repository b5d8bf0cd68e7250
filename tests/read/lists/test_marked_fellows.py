"""Marks behind names, and what a line of the page says that they mean."""

from __future__ import annotations

import pytest

from seedbed.model.record import WorkRecord
from seedbed.read.registry import read
from tests.read.seeds import seed_of

WORKS = """
A Long Look at Slow Rain

Rain falls slower than it looks, and we measure by how much over nine gauges and three long winters.

Authors: Ann Lee*, Bo Ek†, Cy Roe

Date: May 2024

A Short Look at Fast Snow

Snow falls faster than it looks, and we measure by how much over nine gauges and three long winters.

Authors: Bo Ek†, Dee Fox*

Date: June 2024
"""


def works_under(legend: str) -> list[WorkRecord]:
    return list(read(seed_of(f"Our Works\n\n{legend}\n{WORKS}", "list.txt")).works())


@pytest.mark.parametrize(
    "legend", ["* denotes a fellow", "*Rain scholar", "* = was a student", "* was a resident"]
)
def test_a_mark_tells_fellows(legend: str) -> None:
    fellows = [work.fellows.value.names if work.fellows else () for work in works_under(legend)]
    assert fellows == [("Ann Lee",), ("Dee Fox",)]


def test_a_mark_tells_mentors() -> None:
    mentors = [work.mentors.value.names if work.mentors else () for work in works_under("† = mentor")]
    assert mentors == [("Bo Ek",), ("Bo Ek",)]


@pytest.mark.parametrize(
    "legend",
    ["* equal contribution", "* = equal contribution by fellows", "* Fellows", "* Cy Roe was a fellow"],
)
def test_other_marks_tell_nobody(legend: str) -> None:
    assert all(work.fellows is None and work.mentors is None for work in works_under(legend))
