from __future__ import annotations

import io

import pytest

from seedbed.progress import SHARES, ProgressLine


@pytest.fixture
def stream(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    monkeypatch.setattr("seedbed.progress.INTERVAL", 0)
    monkeypatch.setenv("COLUMNS", "60")
    return io.StringIO()


def percents(stream: io.StringIO) -> list[int]:
    return [int(line.split("%")[0].split()[-1]) for line in stream.getvalue().split("\r") if "%" in line]


def test_the_bar_only_grows_and_ends_full(stream: io.StringIO) -> None:
    line = ProgressLine(stream)
    for stage in SHARES:
        line.begin(stage)
        for done in range(11):
            line.advance(done, 10)
    found = percents(stream)
    assert found == sorted(found)
    assert (found[0], found[-1]) == (0, 100)
    assert sum(SHARES.values()) == 100


def test_it_is_one_line_that_goes_away(stream: io.StringIO) -> None:
    line = ProgressLine(stream)
    line.clear()
    assert not stream.getvalue()
    line.begin("render")
    line.advance(1, 1_234_567)
    line.clear()
    assert "\n" not in stream.getvalue()
    assert max(map(len, stream.getvalue().replace("\x1b[K", "").split("\r"))) < 60
    assert stream.getvalue().endswith("\r\x1b[K")


def test_a_stage_that_is_not_known_and_nothing_to_do_do_no_harm(stream: io.StringIO) -> None:
    line = ProgressLine(stream)
    line.begin("something")
    line.advance(0, 0)
    assert percents(stream) == [0]


def test_it_is_not_written_too_often(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seedbed.progress.INTERVAL", 1000)
    line = ProgressLine(stream)
    line.begin("check")
    for done in range(100):
        line.advance(done, 100)
    assert len(percents(stream)) == 1
    line.advance(100, 100)
    assert percents(stream)[-1] == 100
