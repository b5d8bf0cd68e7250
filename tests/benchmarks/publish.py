"""The figures of the last benchmark, as a part of the page on this site.

    python -m tests.benchmarks.publish

What was kept in `.cache/benchmarks.json` becomes the last part of `docs_src/about.md`, in place of the one
before.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from tests.projects import ROOT

HEADING = "## How long a build takes\n"


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
    # A list, as a table of so many columns would be wider than a phone.
    for works, measures in groupby(figures["measures"], key=itemgetter("works")):
        yield ""
        yield f"### {works:,} papers"
        yield ""
        yield from map(_line, measures)


def _line(measure: Mapping[str, Any]) -> str:
    share = measure["times_mkdocs"]
    of_mkdocs = "" if share is None or share == 1 else f", {share:.3f} times MkDocs' time"
    return (
        f"- {measure['what']}: {measure['seconds']:.2f} s{of_mkdocs}; {measure['memory']:,.0f} MB of memory; "
        f"{measure['pages']:,} pages, {measure['megabytes']:,.0f} MB"
    )


if __name__ == "__main__":
    main()
