"""How soon a saved seed is seen in a large library that is served.

Run with `pytest -m benchmark tests/benchmarks/test_serve.py -s`.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.generate import write_one_more, write_seeds
from tests.projects import copy_project
from tests.serving import get

WORKS = 5_000
RUNS = 5
AT_MOST = 1.0
"""Seconds from the moment when a seed is saved until its work's page has come."""

pytestmark = pytest.mark.benchmark


def test_a_saved_seed_is_seen_within_a_second(tmp_path: Path) -> None:
    project = tmp_path / "project"
    copy_project(project)
    for path in (project / "seeds").iterdir():
        path.unlink()
    write_seeds(project / "seeds", WORKS)
    took = []
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = (sys.executable, "-m", "seedbed", "serve", "--port", port)
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(  # noqa: S603 - ourselves
        command, cwd=project, env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        _line(process, "Serving ")
        for run in range(RUNS):
            time.sleep(2)  # as long as nobody types faster
            write_one_more(project / "seeds", run)
            start = time.perf_counter()
            (url,) = re.findall(r"http\S+", _line(process, "First look "))
            assert "A first look" in get(url)
            took.append(time.perf_counter() - start)
            _line(process, "Built in ")
            _line(process, "Built in ")  # as the first of these builds wrote the ledger of addresses
            assert "A first look" not in get(url)
        process.send_signal(signal.SIGINT)
    sys.stdout.write(f"\n{WORKS:,} works: {', '.join(f'{each:.2f}' for each in took)} s\n")
    assert median(took) <= AT_MOST


def _line(process: subprocess.Popen[str], begins: str) -> str:
    """The next line of what a command says that begins so."""
    assert process.stderr
    return next(line for line in process.stderr if line.startswith(begins))
