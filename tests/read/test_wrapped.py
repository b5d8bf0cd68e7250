from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.model.record import WorkRecord
from seedbed.read.coverage import find_fault
from seedbed.read.registry import BUILT_IN, read
from seedbed.read.wrapped import unwrap
from tests.read.seeds import LONG, real_seed, seed_of

TITLES = ("Salt and Sleep on Small Islands", "Do Winds Turn Over Reeds?", "Late Frost: a Survey")
SAMPLES = Path(__file__).parent / "samples"
NOUNS = ("Rain", "Snow", "Hail", "Fog", "Wind", "Frost", "Sleet", "Dew", "Storm", "Mist")
WORDS = st.lists(st.sampled_from(LONG.lower().split()), min_size=70, max_size=90).map(" ".join)


def digest(width: int) -> str:
    entries = (
        f"{number}. {title}\nby Ann Lee and Bo Ek - #30{number} (DEV, LS)\n\nAbstract:\n\n"
        f"{textwrap.fill(LONG, width, break_on_hyphens=False)}\n\nhttps://a.example/w{number}\n\n- - - -\n\n"
        for number, title in enumerate(TITLES, start=1)
    )
    return f"From: Papers <no@a.example>\nDate: Mon, 6 Feb 2023\n\n{''.join(entries)}"


@pytest.mark.parametrize("width", [50, 66, 72, 78, 100])
def test_a_digest_by_mail(width: int) -> None:
    reading = read(seed_of(digest(width)))
    assert find_fault(reading) == ""
    assert [work.title and work.title.value for work in reading.works()] == list(TITLES)
    assert [work.abstract and work.abstract.value for work in reading.works()] == [LONG] * 3
    first = next(reading.works())
    assert first.abstract is not None
    assert first.abstract.span.first == 9
    assert first.abstract.span.last == 9 + len(textwrap.wrap(LONG, width)) - 1
    assert [link.value for link in first.links] == ["https://a.example/w1"]


ADDRESSES = "References\n\n   Visible links\n" + "".join(
    f"  {n}. https://a.example/{n}\n" for n in range(1, 5)
)


def test_the_numbers_of_links_are_no_text() -> None:
    behind = "with a map, two notes on method, and a list of all the islands that nobody counted before"
    entries = (
        f'Ann Lee and Bo Ek, "[2]{TITLES[0]}", Rain 41 (2024), 5-9, {behind}. [3]PDF',
        f'[4]Bo Ek, "Late Frost and Other Surveys", Rain 40 (2023), 1-4, {behind}.[5]',
        f'Cy Roe, "{TITLES[1]}", Rain 39 (2022), 5-8, {behind}.',
    )
    wrapped = (
        textwrap.fill(entry, 72, initial_indent="     * ", subsequent_indent=" " * 7) for entry in entries
    )
    text = "   [1]Home\n\nPapers\n\n" + "\n".join(wrapped) + "\n\n"
    reading = read(seed_of(text + ADDRESSES))
    assert find_fault(reading) == ""
    links = {work.title.value: [link.value for link in work.links] for work in reading.works() if work.title}
    assert links == {
        TITLES[0]: ["https://a.example/2", "https://a.example/3"],
        "Late Frost and Other Surveys": [],
        TITLES[1]: [],
    }


@pytest.mark.parametrize(
    "text",
    [
        f"It rained.[1] It rained again.[2]\n\n{ADDRESSES}",
        f"[1] Ann Lee. Salt and Sleep. Rain, 2024.\n\n{ADDRESSES}",
        f"[7]Home\n\n{ADDRESSES}",
    ],
)
def test_numbers_of_notes_stay(text: str) -> None:
    whole = unwrap(seed_of(text))
    assert whole is not None
    assert whole.seed.lines[0] == text.partition("\n")[0]
    assert whole.seed.links == ()


def test_what_is_no_list_of_addresses() -> None:
    assert unwrap(seed_of("[1]Home\n\nReferences\n\n1. https://a.example/1\nThe end.\n")) is None


@given(paragraphs=st.lists(WORDS, min_size=6, max_size=8), width=st.integers(50, 100))
def test_broken_paragraphs_come_back_whole(paragraphs: list[str], width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    whole = unwrap(seed_of(text))
    assert whole is not None
    assert [line for line in whole.seed.lines if line] == paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "",
        LONG,
        f"{LONG}\n{LONG}\n" * 9,
        "A Title of Some Words that is as Long as the Others\nAnn Lee and Bo Ek\nJournal of Rain, 2024\n" * 9,
        "All Titles Here Have Very Nearly the Same Length, Alas\n" * 9,
    ],
)
def test_lines_that_are_whole(text: str) -> None:
    assert unwrap(seed_of(text)) is None


@pytest.mark.parametrize(
    "name",
    ["jack-lindsey-profile.txt", "jack-lindsey-abstracts.txt", "mats-research.txt"],
)
def test_the_real_seeds_are_whole(name: str) -> None:
    assert unwrap(real_seed(name)) is None


@given(st.text(alphabet=st.sampled_from("ab .,:-\n"), max_size=3000))
def test_whatever_is_read_keeps_the_law(text: str) -> None:
    seed = seed_of(text)
    assert find_fault(read(seed)) == ""
    assert all(find_fault(reader.read(seed)) == "" for reader in BUILT_IN)


@pytest.mark.parametrize("first", ["98.3COMay 5, 2021Code", "May 5, 2021"])
def test_what_stands_over_a_title_in_small_letters_is_no_part_of_it(first: str) -> None:
    assert unwrap(seed_of(f"{first}\nrain on small roofs\n\n{LONG}\n")) is None
    whole = unwrap(seed_of(f"The History of\nrain on small roofs\n\n{LONG}\n"))
    assert whole is not None
    assert whole.seed.lines[0] == "The History of rain on small roofs"


def test_the_line_of_category_and_date_is_no_part_of_the_title_over_it() -> None:
    width = 72
    titles = [f"{'Rain on roofs of ' * 4}{name}" for name in ("Cork", "Cobh", "Bray")]
    assert all(width - 8 < len(title) <= width for title in titles)
    text = "\n\n".join(
        "\n".join((title, "AOMarch 3, 2024", "Ann Lee, Bo Ek", "", *textwrap.wrap(LONG * 3, width)))
        for title in titles
    )
    whole = unwrap(seed_of(text))
    assert whole is not None
    assert [line for line in whole.seed.lines if line in titles] == titles


def as_set(text: str) -> str:
    """A paragraph as a typesetter breaks it, whose letters are not all as wide."""
    lines, width = [""], 0
    for word in text.split():
        if len(lines[-1]) + 1 + len(word) > 66 + width % 4:
            lines.append(word)
            width += 3
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("name", "width"),
    [
        ("abstracts/roofs-one-label-lost", 80),
        ("arxiv-listing/labelled-papers-between-pages", 72),
        ("catalogue-page/acl-anthology-author", 72),
        ("catalogue-page/biorxiv-channel", 80),
        ("catalogue-page/openreview-forums", 90),
        ("catalogue-page/pure-person", 90),
        ("catalogue-page/semantic-scholar-author", 72),
        ("catalogue-page/ssrn-search", 72),
        ("list/digest-with-pictures", 80),
        ("list/topics-over-abstracts-featured-labels-first", 80),
        ("marked-titles/headings-and-labels", 80),
        ("publications/conference-times-names-abstracts", 80),
        ("publications/imaging-buttons-before-abstracts", 80),
        ("publications/owner-with-bare-dates-chapters-and-referees", 80),
    ],
)
def test_a_page_is_read_alike_when_its_long_lines_are_broken(name: str, width: int) -> None:
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    broken = "\n".join(
        textwrap.fill(line, width, break_on_hyphens=False, break_long_words=False)
        if len(line) > width
        else line
        for line in text.split("\n")
    )
    whole, reading = (read(seed_of(each, f"{name}.txt")) for each in (text, broken))
    assert find_fault(reading) == ""
    assert reading.kind == whole.kind
    assert list(map(stated, reading.works())) == list(map(stated, whole.works()))


def stated(work: WorkRecord) -> tuple[object, ...]:
    """What a work says, with one space for each white space."""
    values = (claim and claim.value for claim in (work.title, work.creators, work.abstract))
    return tuple(" ".join(value.split()) if isinstance(value, str) else value for value in values)


def test_lines_of_one_length_that_end_are_whole() -> None:
    line = "Lee, A. and Ek, B. ({}). On the rain of {}. Rain and Roofs, 3(1), 4-9.\n"
    assert unwrap(seed_of("".join(line.format(year, year) for year in range(2010, 2020)))) is None


@pytest.mark.parametrize(
    "form",
    [
        'Ada Chen, Bo Ek, "{title} {number}", Rain Letters, {year}',
        "{year}. Ada Chen, Bo Ek. {title} {number}. Rain Letters",
        "- {title} {number}. Ada Chen, Bo Ek. Rain Letters {year}",
        "{title} {number} and Other Roofs",
    ],
)
def test_entries_that_happen_to_be_as_long_as_each_other_are_whole(form: str) -> None:
    entries = [
        form.format(title="Slow Rain on Roofs of the North", number=at, year=at) for at in range(2001, 2030)
    ]
    assert unwrap(seed_of("Publications\n\n" + "\n".join(entries))) is None


def test_a_few_long_lines_among_many_short_ones_come_back_whole() -> None:
    """As of a list of titles, names and venues, of which most fit on a line."""
    entries = "".join(
        f"{title}\nAnn Lee, Bo Ek\nSmall Islands {number} (2024), {number}-{2 * number}\n"
        for number, title in enumerate([*TITLES, *(f"{word} Is No {LONG[:90]} {word}" for word in NOUNS)], 20)
    )
    broken = "\n".join(textwrap.fill(line, 80, break_on_hyphens=False) for line in entries.splitlines())
    made = unwrap(seed_of(broken))
    assert made is not None
    assert list(made.seed.lines) == entries.splitlines()


def test_short_lines_beside_paragraphs_that_nothing_broke_are_whole() -> None:
    text = f"{as_set(LONG)}\n\n" * 3
    assert unwrap(seed_of(text)) is not None
    assert unwrap(seed_of(f"{text}{LONG} {LONG}\n\n{LONG} {LONG}\n")) is None
