"""Pages that were saved as Markdown, read as the text that they show."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from seedbed.model.record import Reading
from seedbed.read.clipped import as_shown
from seedbed.read.coverage import find_fault
from seedbed.read.registry import read
from tests.read.seeds import REAL, real_seed, seed_of

SAMPLES = Path(__file__).parent / "samples"
MARKDOWN = "[a](https://a.example/)\n[b](/b)\n## c\n"


def shown(line: str) -> str:
    made = as_shown(seed_of(f"{MARKDOWN}{line}\n"))
    assert made is not None
    return made.seed.lines[3]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("# On Rain", "On Rain"),
        ("### [On *Rain*](https://a.example/rain) ###", "On Rain"),
        ("#1 On Rain", "#1 On Rain"),
        ("**On Rain**", "On Rain"),
        ("**Ann Lee:** What falls?", "Ann Lee: What falls?"),
        ('* [On Rain](<https://a.example/rain> "On Rain"), by [Ann Lee](/lee)', "On Rain, by Ann Lee"),
        ("  - On Rain", "  On Rain"),
        ("12. On Rain", "12. On Rain"),
        ("> We count rain.", "We count rain."),
        ("![Ann Lee](/ann.jpg) Ann Lee", " Ann Lee"),
        ("[![Ann Lee](/ann.jpg)](/lee)", ""),
        ("[[PDF](/rain.pdf)] [[Code](/code)]", "[PDF] [Code]"),
        ("[Rain (2nd ed.)](https://a.example/rain_(book))", "Rain (2nd ed.)"),
        ("[Home](/) [Papers](/papers)", "Home · Papers"),
        ("See <https://a.example/rain>.", "See https://a.example/rain."),
        (r"1\. We count \[all\] of it\.", "1. We count [all] of it."),
        ("Ann Lee  ", "Ann Lee"),
        ("Ann Lee\\", "Ann Lee"),
        ("* * *", "* * *"),
        ("where x_i and y_i fall, and 2*3*4", "where x_i and y_i fall, and 2*3*4"),
    ],
)
def test_what_a_page_shows_of_a_line(line: str, text: str) -> None:
    assert shown(line) == text


def test_a_link_that_was_broken_is_whole_again() -> None:
    seed = seed_of(f"{MARKDOWN}[On Slow\nRain](https://a.example/slow-\nrain), by Ann Lee\nRain, 2024\n")
    made = as_shown(seed)
    assert made is not None
    assert list(made.seed.lines[3:]) == ["On Slow Rain, by Ann Lee", "Rain, 2024"]
    assert made.places[3:] == ((4, 6), (7, 7))
    assert made.seed.links[-1].value.address == "https://a.example/slow-rain"


def test_a_page_whose_links_were_broken_is_read_alike() -> None:
    """As html2text writes it, which breaks all at 78 columns."""
    text = (SAMPLES / "list/clipped-as-markdown.txt").read_text(encoding="utf-8")
    paragraphs = (textwrap.fill(" ".join(each.split("\n")), 78) for each in text.split("\n\n"))
    whole, broken = read(seed_of(text)), read(seed_of("\n\n".join(paragraphs)))
    assert find_fault(broken) == ""
    assert titles(broken) == titles(whole)
    assert [work.creators and work.creators.value for work in broken.works()] == [
        work.creators and work.creators.value for work in whole.works()
    ]


def test_links_are_kept_with_what_they_say() -> None:
    made = as_shown(seed_of(f"{MARKDOWN}[*On Rain*](https://a.example/rain) ![x](/x.png)\n"))
    assert made is not None
    last = made.seed.links[-1]
    assert (last.value.words, last.value.address) == ("On Rain", "https://a.example/rain")
    assert last.span == made.seed.span(4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On Rain\n# 1\n",
        "[1] On rain (2024)\n" * 9,
        "*p < .05\n**p < .01\n" * 9,
        "## a\n## b\n",
        "#rain #snow\n" * 9,
    ],
)
def test_what_is_no_markdown(text: str) -> None:
    assert as_shown(seed_of(text)) is None


def test_the_real_seeds_are_none() -> None:
    assert all(as_shown(real_seed(path.name)) is None for path in REAL.glob("*.txt"))


def titles(reading: Reading) -> list[str]:
    return [work.title.value for work in reading.works() if work.title is not None]


@pytest.mark.parametrize(
    "name",
    [
        "catalogue-page/semantic-scholar-author",
        "list/fellowship-with-mentors",
        "list/topics-over-abstracts-featured-labels-first",
        "profile/botanist-with-a-blank-line-below-each",
        "publications/accepted-over-buttons",
        "publications/conference-times-names-abstracts",
    ],
)
@pytest.mark.parametrize(
    "form", ["## {}", "[{}](https://a.example/w)", "**{}**", "* [{}](https://a.example/w)"]
)
def test_marked_titles_are_read_as_those_of_the_page(name: str, form: str) -> None:
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    plain = read(seed_of(text))
    marked = text
    for title in titles(plain):
        marked = re.sub(
            rf"^{re.escape(title)}$", lambda found: form.format(found[0]), marked, flags=re.MULTILINE
        )
    assert marked != text
    reading = read(seed_of(marked))
    assert find_fault(reading) == ""
    assert titles(reading) == titles(plain)
    assert [work.creators and work.creators.value for work in reading.works()] == [
        work.creators and work.creators.value for work in plain.works()
    ]


def test_where_titles_lead_to_is_an_address_of_the_work() -> None:
    text = (SAMPLES / "list/clipped-as-markdown.txt").read_text(encoding="utf-8")
    first = next(read(seed_of(text)).works())
    assert [link.value for link in first.links] == ["https://northlight.example/papers/gutters"]
