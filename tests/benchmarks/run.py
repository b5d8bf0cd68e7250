"""How long builds take beside other generators, on libraries of several sizes.

    python -m tests.benchmarks.run                    40, 1,000, 5,000 and 20,000 works
    python -m tests.benchmarks.run 5000 --runs 5      one size, the median of five runs
    python -m tests.benchmarks.run --full             100,000 works too

For each size, seeds are generated and built: everything anew, then again after nothing changed, and again
after a seed with one work came. Beside that, in turn, other generators build the very same `docs_src/`:
MkDocs, Zensical, and, where it is installed, Hugo with a bare theme. A table is printed, and kept as JSON in
`.cache/benchmarks.json`; `tests/benchmarks/publish.py` puts it into the documentation.

Memory is the proportional set size of all processes together, as Linux accounts for it: a page of memory that
two processes share counts half for each, so that it is counted once.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from seedbed.keep.workers import processors
from tests.benchmarks.generate import write_one_more, write_seeds
from tests.benchmarks.rivals import Rival, rivals
from tests.projects import copy_project

SIZES = (40, 1_000, 5_000, 20_000)
LARGEST = 100_000

# Libraries larger than this are built once, and by Seedbed alone.
COMPARED = 5_000

# Memory is looked at every tenth of a second, but for a thirtieth of the time at most.
OFTEN = 0.1
SHARE = 1 / 30

SEEDBED = (sys.executable, "-m", "seedbed", "build", "--json", "--quiet")


class FailedError(Exception):
    """A build did not end well."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One kind of build of one library.

    Attributes:
        works: How many works the library has.
        what: Which build.
        seconds: The median over the runs, of the whole command.
        times_mkdocs: That, as a share of what MkDocs took for everything; None where it was not run.
        memory: The most megabytes that all its processes held at one time.
        pages: How many pages the site has.
        megabytes: How large the site is.
        stages: Seconds of each stage, where the command tells them.
    """

    works: int
    what: str
    seconds: float
    times_mkdocs: float | None
    memory: float
    pages: int
    megabytes: float
    stages: dict[str, float]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and keep."""
    asked = _arguments(arguments)
    sizes = asked.sizes or (*SIZES, *([LARGEST] if asked.full else []))
    measures: list[Measure] = []
    for works in sizes:
        with tempfile.TemporaryDirectory(prefix="seedbed-benchmark-", dir=asked.folder) as folder:
            measures += _with_shares(list(measure_library(Path(folder) / "project", works, asked.runs)))
        _print(works, [each for each in measures if each.works == works])
        _keep(asked.out, asked.runs, measures)


def _keep(path: Path, runs: int, measures: Sequence[Measure]) -> None:
    """Keep the figures of all sizes so far, so that a run that is stopped leaves what it had."""
    kept = {"machine": machine(), "runs": runs, "measures": [asdict(each) for each in measures]}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, help="how many works; several sizes may be named")
    parser.add_argument("--full", action="store_true", help=f"{LARGEST:,} works too")
    parser.add_argument("--runs", type=int, default=3, help="how many runs the median is of (default: 3)")
    parser.add_argument("--folder", type=Path, help="where to build; else where temporary files lie")
    parser.add_argument(
        "--out", type=Path, default=Path(".cache/benchmarks.json"), help="where to keep the figures"
    )
    return parser.parse_args(arguments)


def measure_library(project: Path, works: int, runs: int) -> Iterator[Measure]:
    """Measure every build of a library of one size."""
    runs = runs if works <= COMPARED else 1
    copy_project(project)
    shutil.rmtree(project / "seeds")
    write_seeds(project / "seeds", works)
    site = project / "site"

    def start_anew() -> None:
        for name in ("site", ".cache"):
            shutil.rmtree(project / name, ignore_errors=True)

    def add_one(run: int) -> None:
        write_one_more(project / "seeds", run)

    yield _measure(project, works, "seedbed, everything", SEEDBED, site, runs, lambda _: start_anew())
    yield _measure(project, works, "seedbed, nothing changed", SEEDBED, site, runs, lambda _: None)
    yield _measure(project, works, "seedbed, one work more", SEEDBED, site, runs, add_one)
    if works <= COMPARED:
        for rival in rivals(project):
            try:
                yield from _measure_rival(project, works, rival, runs)
            except FailedError as error:
                sys.stderr.write(f"{rival.name} is left out from here on: {error}\n")


def _measure_rival(project: Path, works: int, rival: Rival, runs: int) -> Iterator[Measure]:
    page = min((project / "docs_src" / "papers").glob("*.md"))

    def start_anew() -> None:
        for path in (rival.site, *rival.caches):
            shutil.rmtree(path, ignore_errors=True)

    def change(run: int) -> None:
        page.with_name(f"one-more-{run}.md").write_text(page.read_text(encoding="utf-8"), encoding="utf-8")

    name, command, site = rival.name, rival.command, rival.site
    yield _measure(project, works, f"{name}, everything", command, site, runs, lambda _: start_anew())
    if rival.caches:
        yield _measure(project, works, f"{name}, one page more", command, site, runs, change)
        for path in page.parent.glob("one-more-*.md"):
            path.unlink()


def _measure(  # noqa: PLR0913, PLR0917 - what, of what, how often
    project: Path,
    works: int,
    what: str,
    command: Sequence[str],
    site: Path,
    runs: int,
    before: Callable[[int], None],
) -> Measure:
    seconds, memory, said = [], 0.0, ""
    for run in range(runs):
        before(run)
        took, most, said = _run(command, project)
        seconds.append(took)
        memory = max(memory, most)
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(1 for path in files if path.suffix == ".html")
    megabytes = sum(path.stat().st_size for path in files) / 1e6
    stages = dict(json.loads(said)["seconds"]) if command is SEEDBED else {}
    return Measure(works, what, statistics.median(seconds), None, memory, pages, megabytes, stages)


def _run(command: Sequence[str], folder: Path) -> tuple[float, float, str]:
    """Run a command: its seconds, the most megabytes it held with all its processes, and what it said."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    start = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - the commands of this file
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        watch = Watch(process.pid)
        watch.start()
        said, errors = process.communicate()
        seconds = time.perf_counter() - start
        watch.end()
    if process.returncode:
        raise FailedError(f"{' '.join(command)} failed:\n{said[-2000:]}{errors[-2000:]}")
    return seconds, watch.most / 1e3, said


class Watch(threading.Thread):
    """Looks at the memory of a process and of all that it started, as Linux shares it out among them."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process = process
        self._ended = threading.Event()
        self.most = 0

    def run(self) -> None:
        """Look often, but for a small share of the time; where there is no such look, nothing is seen.

        Linux goes through all pages of memory for it, which a build that uses every processor waits for.
        """
        pause = OFTEN
        while not self._ended.wait(pause):
            start = time.perf_counter()
            self.most = max(self.most, sum(map(_kilobytes, _family(self._process))))
            pause = max(OFTEN, (time.perf_counter() - start) / SHARE)

    def end(self) -> None:
        """Look no longer."""
        self._ended.set()
        self.join()


def _family(process: int) -> list[int]:
    found = [process]
    for each in found:
        for task in Path(f"/proc/{each}/task").glob("*/children"):
            try:
                found += map(int, task.read_text().split())
            except OSError:
                continue
    return found


def _kilobytes(process: int) -> int:
    """A process' proportional share of memory, so that what several share is counted once."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _with_shares(measures: list[Measure]) -> list[Measure]:
    mkdocs = next((each.seconds for each in measures if each.what.startswith("mkdocs")), None)
    return [replace(each, times_mkdocs=each.seconds / mkdocs if mkdocs else None) for each in measures]


def _print(works: int, measures: list[Measure]) -> None:
    show = sys.stdout.write
    show(f"\n{works:,} works, {measures[0].pages:,} pages, {measures[0].megabytes:,.0f} MB\n")
    show(f"  {'':26} {'seconds':>8} {'× mkdocs':>9} {'MB held':>8} {'pages':>8} {'MB built':>9}\n")
    for each in measures:
        share = f"{each.times_mkdocs:9.3f}" if each.times_mkdocs is not None else " " * 9
        stages = ", ".join(f"{name} {seconds:.2f}" for name, seconds in each.stages.items())
        show(f"  {each.what:26} {each.seconds:8.2f} {share} {each.memory:8,.0f}")
        show(f" {each.pages:8,} {each.megabytes:9,.0f}  {stages}\n")


def machine() -> dict[str, str | int]:
    """What the figures were measured on."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "processor": _stated(Path("/proc/cpuinfo"), "model name") or platform.processor(),
        "processors": processors(),
        "gigabytes": round(int((_stated(Path("/proc/meminfo"), "MemTotal") or "0").split()[0]) / 1e6),
    }


def _stated(file: Path, name: str) -> str:
    """What the system states under a name; empty where it states nothing."""
    if not file.is_file():
        return ""
    lines = (line.partition(":") for line in file.read_text().splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == name), "")


if __name__ == "__main__":
    main()
