"""A real Dask cluster on this machine: a scheduler and two workers, each a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pytest
from click.testing import CliRunner

from seedbed.check import check_site
from seedbed.cli import main
from seedbed.errors import SeedbedError
from seedbed.keep.cluster import connect
from seedbed.keep.workers import ALONE, Workers
from seedbed.pipeline import build
from seedbed.render import render
from seedbed.render.parallel import BATCH_PAGES
from tests.growing import plant
from tests.projects import ROOT
from tests.render.projects import PAGES, QUICK, contents, page, write_project

# What Dask and what it is made of warn of is not ours.
pytestmark = pytest.mark.filterwarnings("default")

MANY = {
    **PAGES,
    **{f"papers/{n}.md": page(f"Paper {n}", f"[next]({(n + 1) % 60}.md#part)\n\n## Part") for n in range(60)},
}

# As many as make more pages than one worker is given at once.
WORKS = 40


@dataclass
class Cluster:
    address: str
    workers: list[subprocess.Popen[bytes]]


def start(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - ours
        [sys.executable, "-m", "dask", *arguments],
        env={**os.environ, "DASK_DISTRIBUTED__WORKER__DAEMON": "False"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    address = f"tcp://127.0.0.1:{free_port()}"
    host, _, port = address.removeprefix("tcp://").partition(":")
    started = [start("scheduler", "--host", host, "--port", port, "--no-dashboard")]
    worker = ("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", host)
    started += [start(*worker), start(*worker)]
    try:
        yield Cluster(address, started[1:])
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def apart(body: Callable[[], None]) -> None:
    """Run something in a process of its own: a client leaves threads behind, and other tests fork."""
    process = get_context("fork").Process(target=body)
    process.start()
    process.join()
    assert process.exitcode == 0


def test_a_build_outlives_a_worker_with_the_same_bytes(
    tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seedbed.render.parallel.BATCH_PAGES", 2)
    monkeypatch.setattr("seedbed.check.site.BATCH_PAGES", 2)
    config = write_project(tmp_path, MANY, QUICK)
    expected = render(config, tmp_path / "alone", workers=ALONE)
    findings = check_site(tmp_path / "alone", workers=ALONE)
    lost: list[int] = []

    def stop_one(done: int, of: int) -> None:
        if not lost and 0 < done < of:
            lost.append(cluster.workers[0].pid)
            os.kill(lost[0], signal.SIGKILL)

    def build() -> None:
        with connect(cluster.address, patience=60) as executor:
            wait_for_workers(executor, 2)
            workers = Workers(executor=executor)
            rendered = render(config, tmp_path / "together", workers=workers, progress=stop_one)
            assert lost
            assert rendered.rendered == expected.rendered == len(MANY) - 2
            assert check_site(tmp_path / "together", workers=workers) == findings

    apart(build)
    assert cluster.workers[0].wait(timeout=10) == -signal.SIGKILL
    assert cluster.workers[1].poll() is None
    assert contents(tmp_path / "together") == contents(tmp_path / "alone")


def test_the_command_outlives_a_worker_with_the_same_bytes(tmp_path: Path, cluster: Cluster) -> None:
    alone, together = plant(tmp_path / "alone", WORKS), plant(tmp_path / "together", WORKS)
    report = build(alone, workers=ALONE)
    assert report.pages.rendered > BATCH_PAGES

    def wait_for_both() -> None:
        with connect(cluster.address, patience=60) as executor:
            wait_for_workers(executor, 2)

    apart(wait_for_both)
    command = [sys.executable, "-m", "seedbed", "build", "--quiet", "--cluster", cluster.address]
    with subprocess.Popen(command, cwd=together.root, stderr=subprocess.PIPE) as process:  # noqa: S603 - ours
        while process.poll() is None and not any(together.root.glob(".site.incoming/*/*.html")):
            time.sleep(0.01)
        os.kill(cluster.workers[0].pid, signal.SIGKILL)
        assert process.poll() is None
        _, said = process.communicate(timeout=60)
    assert said.decode().splitlines() == [str(finding) for finding in report.findings]
    assert cluster.workers[0].wait(timeout=10) == -signal.SIGKILL
    assert cluster.workers[1].poll() is None
    assert contents(together.docs) == contents(alone.docs)
    assert contents(together.site) == contents(alone.site)


def wait_for_workers(executor: object, count: int) -> None:
    client = executor._client  # type: ignore[attr-defined]
    client.wait_for_workers(count, timeout=60)


def is_told(address: str, remedy: str, patience: float = 0.5) -> None:
    def try_it() -> None:
        with pytest.raises(SeedbedError, match=remedy), connect(address, patience):
            pass

    apart(try_it)


def test_no_scheduler_is_told() -> None:
    is_told(f"tcp://127.0.0.1:{free_port()}", "dask scheduler")


@pytest.mark.parametrize("address", ["nonsense", "tcp://", "ftp://127.0.0.1:1", "tcp://127.0.0.1:port"])
def test_a_wrong_address_is_told(address: str) -> None:
    is_told(address, "dask scheduler")


def test_no_worker_is_told() -> None:
    port = free_port()
    scheduler = start("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        is_told(f"tcp://127.0.0.1:{port}", "dask worker", patience=2)
    finally:
        scheduler.kill()
        scheduler.wait()


def test_what_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    told = CliRunner().invoke(
        main, ["build", "-f", str(ROOT / "mkdocs.yml"), "--cluster", "tcp://127.0.0.1:1"]
    )
    assert told.exit_code == 1
    assert "seedbed[cluster]" in told.output
    with pytest.raises(SeedbedError, match=r"seedbed\[cluster\]"), connect("tcp://127.0.0.1:1"):
        pass
