from __future__ import annotations

import pytest

from seedbed.read.talks.clock import is_time, seconds, split_time, without_times


@pytest.mark.parametrize(
    ("clock", "expected"),
    [("12:03", 723), ("00:12:03", 723), ("1:02:03", 3723), ("[00:03.9]", 3), ("0:00", 0), ("[0:20 ]", 20)],
)
def test_seconds(clock: str, expected: int) -> None:
    assert seconds(clock) == expected
    assert is_time(clock)


@pytest.mark.parametrize(
    ("text", "time", "said"),
    [
        ("[00:12:03] It rains.", 723, "It rains."),
        ("(0:03): It rains.", 3, "It rains."),
        (r"\[12:03\] It rains.", 723, "It rains."),
        ("[0:20 ] It rains.", 20, "It rains."),
        ("[2.96 --> 4.86] It rains.", 2, "It rains."),
        ("[00:00:02.960 --> 00:00:04.860]   It rains.".replace("   ", " "), 2, "It rains."),
        ("0:00:09.58 –> 0:00:10.748 It rains.", 9, "It rains."),
        ("Starting point is 00:12:03 It rains.", 723, "It rains."),
        ("At 12:03 it rains.", None, "At 12:03 it rains."),
        ("12:03 it rains.", None, "12:03 it rains."),
    ],
)
def test_a_time_before_what_is_said(text: str, time: int | None, said: str) -> None:
    assert split_time(text) == (time, said)


def test_a_time_without_brackets_is_taken_where_that_is_asked_for() -> None:
    assert split_time("12:03 It rains.", bare=True) == (723, "It rains.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It rains. [00:12:03] And [12:09] still.", "It rains. And still."),
        ("It rains (00:12:03) still.", "It rains still."),
        ("It rains 0:00:09.58 –> 0:00:10.748 still.", "It rains still."),
        ("It rained [inaudible 00:12:03] at 12:03, (12:03) or so.",) * 2,
    ],
)
def test_times_among_what_is_said(text: str, said: str) -> None:
    assert without_times(text) == said
