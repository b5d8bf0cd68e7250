"""Every target on the files to begin from, on all that once went wrong, and on some made-up bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.fragments import FRAGMENTS
from tests.fuzz.targets import ANY, TARGETS, crashes, examples, try_file

LINES = st.one_of(
    st.sampled_from([fragment.encode("utf-8", "replace") for fragment in FRAGMENTS]), st.binary(max_size=40)
)
BYTES = st.builds(
    lambda lines, end: end.join(lines), st.lists(LINES, max_size=30), st.sampled_from([b"\n", b"\r"])
)


@pytest.mark.parametrize("target", list(TARGETS))
def test_there_is_something_to_begin_from(target: str) -> None:
    assert [file for file in examples(target) if file.stat().st_size > 20]


@pytest.mark.parametrize("file", list(examples(ANY)), ids=lambda file: file.name)
@pytest.mark.parametrize("target", list(TARGETS))
def test_what_is_begun_from_is_read_by_all(target: str, file: Path) -> None:
    TARGETS[target](file.read_bytes())


@pytest.mark.parametrize(("target", "file"), list(crashes()), ids=lambda value: getattr(value, "name", value))
def test_what_once_went_wrong_does_no_more(target: str, file: Path) -> None:
    TARGETS[target](file.read_bytes())


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BYTES)
def test_any_bytes_are_a_reading_or_one_clear_line(content: bytes) -> None:
    try_file(content)
