"""Every fact of the real seeds stands on the page it belongs to.

The truth is taken from the captures by a few lines of this file's own, not by the readers that are on trial.
"""

from __future__ import annotations

import calendar
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.integration

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@dataclass
class Entry:
    title: str
    abstract: str
    creators: list[str]
    date: str
    topics: list[str] = field(default_factory=list)
    fellows: list[str] = field(default_factory=list)
    score: str = ""
    category: str = ""
    organisations: list[str] = field(default_factory=list)


def profile_entries() -> list[Entry]:
    text = (SEEDS / "jack-lindsey-profile.txt").read_text("utf-8").split("17 Papers\n\n")[1]
    entries = []
    for block in re.split(r"\n\n(?=(?:\d+\.\d)?(?:AI|LG|CL|NE|NC)[A-Z][a-z]{2} \d)", text.strip()):
        head, title, _, creators, _, abstract = block.split("\n")
        score, category, date = re.fullmatch(r"([\d.]*)([A-Z]{2})(.+?)(?:Code)?", head).groups()  # type: ignore[union-attr]
        names, _, organisations = creators.partition(" · ")
        entries.append(
            Entry(
                title,
                abstract,
                names.removesuffix(" et al.").split(", "),
                date,
                score=score,
                category=category,
                organisations=organisations.split(", ") if organisations else [],
            )
        )
    return entries


def list_entries() -> list[Entry]:
    lines = [
        line.strip() for line in (SEEDS / "mats-research.txt").read_text("utf-8").splitlines() if line.strip()
    ]
    starts = [number for number, line in enumerate(lines) if line == "Authors:"]
    entries = []
    for at in starts:
        topics: list[str] = []
        above = at - 1
        while len(lines[above]) < 40 and not lines[above].endswith("."):
            topics.insert(0, lines[above])
            above -= 1
        entries.append(
            Entry(
                lines[above - 1],
                lines[above],
                lines[at + 1].split(", "),
                lines[at + 5],
                [topic for topic in topics if topic != "Read more"],
                lines[at + 3].split(", "),
            )
        )
    return entries


ENTRIES = [*profile_entries(), *list_entries()]


@pytest.fixture(scope="module")
def pages(real_site: Path) -> dict[str, str]:
    """The readable text of each work's page, by the work's title."""
    library = json.loads((real_site / "data" / "library.json").read_text("utf-8"))
    return {folded(work["title"]): page_text(real_site / work["url"]) for work in library["works"]}


def page_text(page: Path) -> str:
    tree = LexborHTMLParser(page.read_text("utf-8"))
    article = tree.css_first("article")
    assert article is not None
    for hidden in article.css("script, style, annotation"):
        hidden.decompose()
    return folded(article.text())


def folded(text: str) -> str:
    """Letters and digits only: what must not be lost whatever mark-up stands between them."""
    return re.sub(r"[\W_]+", "", text.casefold())


def readable(latex: str) -> str:
    """What a reader should see of a text that holds LaTeX: its words, without the commands' names."""
    text = re.sub(r"\\cite[pt]?\{[^}]*\}", "", latex)
    text = re.sub(r"\\(?:times|to)\b", "", text)
    return re.sub(r"\\[a-z]+", "", text)


def test_the_captures_are_understood_by_this_test() -> None:
    assert (len(profile_entries()), len(list_entries())) == (17, 26)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.title[:40])
def test_every_fact_stands_on_its_page(entry: Entry, pages: dict[str, str]) -> None:
    page = pages[folded(entry.title)]
    # a paragraph is compared in stretches, so that a citation or a formula in it does not hide the rest
    for stretch in re.split(r"\$[^$]*\$|\\cite[pt]?\{[^}]*\}|\*\*?|``|''", entry.abstract):
        assert folded(readable(stretch)) in page
    for name in [*entry.creators, *entry.fellows]:
        if name != "Alan Chan Nicholas Carlini":
            assert folded(name) in page, name
    for value in [*entry.topics, *entry.organisations, entry.score]:
        assert folded(value) in page, value
    if entry.category:
        archive = "q-bio" if entry.category == "NC" else "cs"
        assert folded(f"{archive}.{entry.category}") in page
    day = re.search(r" (\d{1,2})", entry.date)
    assert day is not None
    assert folded(day[1] + " " + full_month(entry.date)) in page or folded(entry.date) in page


def full_month(date: str) -> str:
    return next(month for month in calendar.month_name[1:] if date.startswith(month[:3]))


def test_no_page_shows_a_command_or_an_escape(real_site: Path) -> None:
    shown: dict[str, Any] = {}
    for page in sorted(real_site.rglob("*.html")):
        tree = LexborHTMLParser(page.read_text("utf-8"))
        if page.parent.name == "sources":
            continue  # a source page shows the capture as it is
        article = tree.css_first("article") or tree.body
        assert article is not None
        for hidden in article.css("script, style, annotation, pre, code, .as-stated"):
            hidden.decompose()
        found = re.findall(
            r"\\[A-Za-z]+\b.{0,20}|\\[-_*\[\]{}()#+.!%$&].{0,20}|&[a-z]+;|&#\d+;", article.text()
        )
        if found:
            shown[page.relative_to(real_site).as_posix()] = found
    assert shown == {}


def test_the_transcript_page_holds_every_turn(real_site: Path) -> None:
    library = json.loads((real_site / "data" / "library.json").read_text("utf-8"))
    (transcript,) = library["transcripts"]
    tree = LexborHTMLParser((real_site / transcript["url"]).read_text("utf-8"))
    for turn in transcript["turns"]:
        node = tree.css_first(f"#turn-{turn['n']}")
        assert node is not None, turn["n"]
    text = page_text(real_site / transcript["url"])
    for line in (SEEDS / "permanent-problem-jack-lindsey.txt").read_text("utf-8").splitlines():
        said = re.sub(r"^(?:Brink|Jack) Lindsey: ", "", line).removesuffix("Transcript")
        said = said.replace("April 23, 2026", "23 April 2026")
        assert folded(said) in text, said[:60]


@pytest.mark.parametrize("seed", sorted(path.name for path in SEEDS.glob("*.txt")))
def test_a_source_page_shows_every_line_under_its_own_address(seed: str, real_site: Path) -> None:
    lines = (SEEDS / seed).read_text("utf-8").splitlines()
    pages = [
        LexborHTMLParser(page.read_text("utf-8"))
        for page in sorted((real_site / "sources").glob(f"{seed.replace('.', '-')}*.html"))
    ]
    assert pages
    for number, line in enumerate(lines, start=1):
        node = next((found for page in pages if (found := page.css_first(f'[id="L{number}"]'))), None)
        assert node is not None, number
        assert folded(line) in folded(node.text() or ""), number
