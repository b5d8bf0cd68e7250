from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.publish import HEADING, main

MEASURE = {
    "works": 5000,
    "what": "seedbed, everything",
    "seconds": 12.345,
    "times_mkdocs": 0.25,
    "memory": 399.6,
    "pages": 7568,
    "megabytes": 260.2,
    "stages": {},
}
MACHINE = {"system": "Linux x86_64", "python": "3.11.7", "processor": "A", "processors": 2, "gigabytes": 25}


def test_the_figures_are_the_last_part_of_the_page_once(tmp_path: Path) -> None:
    kept, page = tmp_path / "figures.json", tmp_path / "about.md"
    page.write_text("# About\n\nText.\n")
    measures = [
        MEASURE,
        {**MEASURE, "what": "hugo, everything", "seconds": 3.1, "times_mkdocs": None},
        {**MEASURE, "works": 20000, "seconds": 61.5, "times_mkdocs": None},
    ]
    kept.write_text(json.dumps({"machine": MACHINE, "runs": 3, "measures": measures}))
    main(kept, page)
    once = page.read_text()
    main(kept, page)
    assert page.read_text() == once
    assert once.startswith(f"# About\n\nText.\n\n{HEADING}\n")
    tables = once.split("\n### ")
    assert tables[1] == (
        "Seconds\n\n"
        "| papers | 5,000 | 20,000 |\n|---|---:|---:|\n"
        "| seedbed, everything | 12.35 | 61.50 |\n"
        "| hugo, everything | 3.10 |  |\n"
    )
    assert tables[2].endswith("| seedbed, everything | 0.250 |  |\n| hugo, everything |  |  |\n")
    assert [table.partition("\n")[0] for table in tables[3:]] == [
        "Megabytes of memory",
        "Pages",
        "Megabytes of site",
    ]


def test_no_figures_are_told(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="make bench"):
        main(tmp_path / "none.json", tmp_path / "about.md")
