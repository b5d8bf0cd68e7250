"""The figures of the last benchmark, as a part of the page on this site.

    python -m tests.benchmarks.publish

What was kept in `.cache/benchmarks.json` becomes the last part of `docs_src/about.md`, in place of the one
before.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.projects import ROOT

HEADING = "## How long a build takes\n"

Measure = Mapping[str, Any]
"""One row of `.cache/benchmarks.json`, as `tests/benchmarks/run.py` keeps it."""

# A table for each figure, with a column for each size: one table of all would be wider than a phone.
_TABLES: tuple[tuple[str, Callable[[Measure], str]], ...] = (
    ("Seconds", lambda measure: f"{measure['seconds']:.2f}"),
    ("Times MkDocs' time", lambda measure: _ratio(measure["times_mkdocs"])),
    ("Megabytes of memory", lambda measure: f"{measure['memory']:,.0f}"),
    ("Pages", lambda measure: f"{measure['pages']:,}"),
    ("Megabytes of site", lambda measure: f"{measure['megabytes']:,.0f}"),
)


def main(kept: Path = Path(".cache/benchmarks.json"), page: Path = ROOT / "docs_src" / "about.md") -> None:
    """Write the figures into the page."""
    if not kept.is_file():
        raise SystemExit(f"{kept}: there are no figures yet. Run `make bench` first.")
    figures = json.loads(kept.read_text(encoding="utf-8"))
    before = page.read_text(encoding="utf-8").partition(HEADING)[0].rstrip("\n")
    page.write_text(f"{before}\n\n{HEADING}\n" + "\n".join(_lines(figures)) + "\n", encoding="utf-8")
    sys.stdout.write(f"{page}: {len(figures['measures'])} figures\n")


def _lines(figures: Mapping[str, Any]) -> Iterator[str]:
    machine, runs = figures["machine"], figures["runs"]
    yield f"Measured by `make bench` on {machine['processors']} processors ({machine['processor']}), with"
    yield f"{machine['gigabytes']} GB of memory, {machine['system']}, Python {machine['python']}: seconds of"
    often = f"each the median of {runs} runs up to 5,000 papers" if runs > 1 else "each run once"
    yield f"whole commands, {often}. The other generators build the"
    yield "same Markdown, Hugo with a theme of one line. Memory is the most that all processes held together,"
    yield "what they share counted once."
    for title, show in _TABLES:
        yield ""
        yield f"### {title}"
        yield ""
        yield from _table(figures["measures"], show)


def _table(measures: Sequence[Measure], show: Callable[[Measure], str]) -> Iterator[str]:
    sizes = sorted({measure["works"] for measure in measures})
    shown = {(measure["what"], measure["works"]): show(measure) for measure in measures}
    yield f"| papers | {' | '.join(f'{size:,}' for size in sizes)} |"
    yield f"|---|{'---:|' * len(sizes)}"
    for what in dict.fromkeys(measure["what"] for measure in measures):
        cells = (shown.get((what, size), "") for size in sizes)
        yield f"| {what} | {' | '.join(cells)} |"


def _ratio(ratio: float | None) -> str:
    """Of a size at which MkDocs was not run, nothing."""
    return "" if ratio is None else f"{ratio:.3f}"


if __name__ == "__main__":
    main()
