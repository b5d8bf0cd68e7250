from __future__ import annotations

import textwrap

import pytest

from seedbed.model.record import WorkRecord
from seedbed.read.registry import read
from seedbed.read.works.abstracts import ABSTRACTS
from tests.read.seeds import LONG, read_lawfully, real_seed, seed_of, unread_texts


def abstracts_of(text: str) -> list[str]:
    works = read_lawfully(ABSTRACTS, text).works()
    return [work.abstract.value for work in works if work.abstract]


def test_the_real_seed_is_read_to_the_last_line() -> None:
    reading = ABSTRACTS.read(real_seed("jack-lindsey-abstracts.txt"))
    assert (reading.unread, reading.remarks) == ((), ())
    assert (reading.count().total, reading.count().blank, reading.count().read) == (18, 8, 10)
    assert len(reading.records) == 10
    for record in reading.records:
        assert isinstance(record, WorkRecord)
        assert record.title is None
        assert record.abstract is not None
        assert not record.abstract.value.startswith("Abstract")


def test_links_of_the_real_seed() -> None:
    works = ABSTRACTS.read(real_seed("jack-lindsey-abstracts.txt")).works()
    assert [(link.value, link.span.first) for work in works for link in work.links] == [
        ("https://github.com/safety-research/introspection-mechanisms", 5),
        ("https://lastexam.ai", 18),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Abstract:{LONG}\nAbstract: {LONG}\n",
        f"Abstract: {LONG}\n\n\n\n\nAbstract:{LONG}",
        f"ABSTRACT\n{LONG}\n\nAbstract.\n\n{LONG}\n",
        f"abstract — {LONG}\r\nAbstract :\u00a0{LONG}\r\n",
        f"**Abstract:** {LONG}\n\n**Abstract**: {LONG}\n",
        f"## Abstract\n\n{LONG}\n\n## Abstract\n\n{LONG}\n",
        f"Abstract (EN): {LONG}\n\nAbstract (EN): {LONG}\n",
        f"Abstract\t{LONG}\n\nAbstract\t{LONG}\n",
        f"Abstract{LONG}\n\nABSTRACT {LONG}\n",
        f"- Abstract: {LONG}\n\n- Abstract:{LONG}\n",
        f"1. Abstract: {LONG}\n\n[2] Abstract: {LONG}\n",
        f"**Abstract:**{LONG}\n\n3) **ABSTRACT:** {LONG}\n",
    ],
)
def test_forms_of_the_label(text: str) -> None:
    assert abstracts_of(text) == [LONG, LONG]


@pytest.mark.parametrize(
    "label", ["Abstract: ", "Abstract. ", "**Abstract:** ", "ABSTRACT—", "Abstract (EN): ", "## Abstract\n\n"]
)
@pytest.mark.parametrize(
    "text", ["Abstract-level plans help.", "We plan in the abstract. No abstract: none."]
)
def test_the_word_is_kept_where_it_is_no_label(label: str, text: str) -> None:
    assert abstracts_of(f"{label}{text} {LONG}\n\n{label}{LONG}\n") == [f"{text} {LONG}", LONG]


def test_several_paragraphs() -> None:
    assert abstracts_of(f"Abstract: {LONG}\n\n{LONG}\n\nAbstract: {LONG}\n") == [f"{LONG}\n\n{LONG}", LONG]


def test_what_is_no_abstract_stays_unread() -> None:
    reading = read_lawfully(
        ABSTRACTS, f"Ann Lee\n\nAbstract: {LONG}\n\nSome Title\n\nAbstract: {LONG}\nAbstract:\n"
    )
    assert unread_texts(reading) == ["Ann Lee", "Some Title", "Abstract:"]
    assert len(reading.records) == 2


def test_recognises_a_seed_that_opens_with_a_label() -> None:
    recognition = ABSTRACTS.recognise(seed_of(f"\nAbstract:{LONG}\n\nAbstract:{LONG}\n"))
    assert recognition is not None
    assert recognition.why == "it opens with “Abstract:”, as 2 of its 2 lines do"


@pytest.mark.parametrize(
    "text", ["", LONG, f"A Title\n\nAbstract: {LONG}\n", "Abstraction: a word\n", "Abstracts\n"]
)
def test_knows_others(text: str) -> None:
    assert ABSTRACTS.recognise(seed_of(text)) is None


@pytest.mark.parametrize("label", ["Abstract\n", "Abstract: ", "ABSTRACT\n\n"])
@pytest.mark.parametrize("names", [("", ""), ("Ann Lee, Bo Ek\n", "Ida Roe and Mei Zhou\n")])
@pytest.mark.parametrize("heading", ["", "Selected work\n\n"])
def test_abstracts_below_titles(label: str, names: tuple[str, str], heading: str) -> None:
    text = f"{heading}Salt and Sleep\n{names[0]}{label}{LONG}\n\n"
    text += f"Wind over Reeds: a Survey\n{names[1]}{label}{LONG}\n\n{LONG}\n"
    reading = read(seed_of(text))
    assert (reading.kind, unread_texts(reading)) == ("abstracts", [heading.strip()] * bool(heading))
    one, other = reading.works()
    assert (one.title and one.title.value, other.title and other.title.value) == (
        "Salt and Sleep",
        "Wind over Reeds: a Survey",
    )
    assert [work.creators and work.creators.value.names for work in (one, other)] == (
        [("Ann Lee", "Bo Ek"), ("Ida Roe", "Mei Zhou")] if names[0] else [None, None]
    )
    assert [work.abstract and work.abstract.value for work in (one, other)] == [LONG, f"{LONG}\n\n{LONG}"]


def test_an_abstract_that_some_titles_lack_is_nobodys() -> None:
    text = f"Salt and Sleep\nAbstract: {LONG}\n\nAbstract: {LONG}\n\nWind over Reeds\nAbstract: {LONG}\n"
    assert ABSTRACTS.recognise(seed_of(text)) is None


def test_titles_in_quotation_marks() -> None:
    text = "".join(
        f"“{title}” (Chapter {n})\nAbstract. {LONG}\n\n"
        for n, title in enumerate(("Salt", "Wind Over Reeds"))
    )
    assert [work.title and work.title.value for work in read(seed_of(f"Chapters\n\n{text}")).works()] == [
        "“Salt” (Chapter 0)",
        "Wind Over Reeds",
    ]


def test_numbers_around_a_title_are_no_part_of_it() -> None:
    text = f"1. Salt and Sleep (2401.01234)\nAbstract: {LONG}\n\n"
    text += f"2. Wind over Reeds [arXiv:2401.01235v2]\nAbstract: {LONG}\n"
    titles = [work.title and work.title.value for work in read_lawfully(ABSTRACTS, text).works()]
    assert titles == ["Salt and Sleep", "Wind over Reeds"]


def test_text_that_begins_with_the_word_once_is_not_labelled() -> None:
    assert ABSTRACTS.recognise(seed_of(f"Abstract Painters did so, too. {LONG}\n\n{LONG}\n")) is None
    assert ABSTRACTS.recognise(seed_of(f"Abstractions help. {LONG}\n\nAbstractly put: {LONG}\n")) is None


@pytest.mark.parametrize(
    "above", ["Abstracts\n\n", "Selected abstracts, 2019–2024\nHome > Papers\n", f"{LONG}\n\n"]
)
def test_several_below_a_heading(above: str) -> None:
    text = f"{above}Abstract: {LONG}\n\n{LONG} Again.\n\nAbstract: {LONG}\n\nShow more\n"
    reading = read(seed_of(text))
    assert reading.kind == "abstracts"
    assert [work.abstract and work.abstract.value for work in reading.works()] == [
        f"{LONG}\n\n{LONG} Again.",
        LONG,
    ]
    assert [work.title for work in reading.works()] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        f"A Report\n\nAbstract: {LONG}\n",
        f"A Report\n\nAbstract: {LONG}\n\nMethods\n\n{LONG}\n\nAbstract: {LONG}\n",
        f"A Report\n\nAbstract: {LONG}\n\nAbstract: {LONG}\n\n" + f"{LONG}\n\n" * 9,
    ],
)
def test_a_report_that_begins_with_its_abstract_is_no_dump(text: str) -> None:
    assert ABSTRACTS.recognise(seed_of(text)) is None


@pytest.mark.parametrize("mark", ["!", "."])
@pytest.mark.parametrize("names", ["", "Ann Lee, Bo Ek\n\n"])
def test_titles_that_read_like_sentences(mark: str, names: str) -> None:
    titles = [f"Do Not Count the Rain on Roofs{mark}", f"What the Wind in March Turned Over{mark}"]
    text = "".join(f"{title}\n\n{names}Abstract: {LONG}\n\n" for title in titles)
    works = list(read_lawfully(ABSTRACTS, text).works())
    assert [work.title and work.title.value for work in works] == titles
    assert [work.abstract and work.abstract.value for work in works] == [LONG, LONG]
    assert all((work.creators is not None) == bool(names) for work in works)


def test_a_question_inside_an_abstract_is_part_of_it() -> None:
    asked = "And so we ask once more: what does rain do to roofs?"
    text = f"Abstract: {LONG}\n{asked}\n{LONG}\n\nAbstract: {LONG}\n"
    assert abstracts_of(text) == [f"{LONG}\n\n{asked}\n\n{LONG}", LONG]


def test_a_label_begins_a_line_also_where_lines_are_broken_at_a_width() -> None:
    broken = textwrap.fill(f"Abstract: {LONG}", 66, break_on_hyphens=False)
    reading = read(seed_of(f"{broken}\n{broken}\n{broken}\n"))
    assert [work.abstract and work.abstract.value for work in reading.works()] == [LONG] * 3


@pytest.mark.parametrize("without", ["Ann Lee, Bo Ek\n", "May 3, 2020\n", "On the Rain of Oslo 3\n"])
def test_what_one_of_several_lacks_costs_no_other(without: str) -> None:
    works = [
        f"On the Rain of Oslo {day}\n\nMay {day}, 2020\nAnn Lee, Bo Ek\n\nAbstract:{LONG} {day}\n\nVia\n\n"
        for day in range(1, 6)
    ]
    works[2] = works[2].replace(without, "")
    found = list(read(seed_of("".join(works))).works())
    titles = [work.title.value if work.title else "" for work in found]
    assert titles == [
        f"On the Rain of Oslo {day}" if without[:2] != "On" or day != 3 else "" for day in range(1, 6)
    ]
    assert [work.abstract.value if work.abstract else "" for work in found] == [
        f"{LONG} {day}" for day in range(1, 6)
    ]
