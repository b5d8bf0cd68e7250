"""Works all of whose fields are labelled, abstract and keywords too, in several languages and any order."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.model.record import Reading
from seedbed.read.lists.research_list import RESEARCH_LIST
from seedbed.read.registry import read
from seedbed.read.shape import begins_abstract
from seedbed.read.vocabulary import FIELD_LABELS, LABELS
from tests.read.seeds import LONG, read_lawfully, seed_of, unread_texts

FIELDS = {
    "creators": "Ann Lee, Bo van der Ek",
    "date": "2024-05-02",
    "abstract": LONG,
    "topics": "soil; small rain",
}
LANGUAGES = (
    ("Authors: ", "Date: ", "Abstract: ", "Keywords: "),
    ("Autorinnen: ", "Datum: ", "Zusammenfassung: ", "Schlagwörter: "),
    ("Auteurs : ", "Publié le : ", "Résumé : ", "Mots-clés : "),
    ("Autores: ", "Fecha: ", "Resumen: ", "Palabras clave: "),
    ("作者：", "发表：", "摘要：", "关键词："),
    ("Autorzy: ", "Data: ", "Streszczenie: ", "Słowa kluczowe: "),
    ("저자: ", "발행일: ", "초록: ", "키워드: "),
    ("著者：", "公開日：", "要旨：", "キーワード："),
)


def stated(reading: Reading) -> list[tuple[object, ...]]:
    return [
        (
            work.title.value if work.title else None,
            work.creators.value.names if work.creators else None,
            work.date.value.iso() if work.date else None,
            work.abstract.value if work.abstract else None,
            tuple(topic.value for topic in work.topics),
        )
        for work in reading.works()
    ]


def truth(*titles: str) -> list[tuple[object, ...]]:
    return [
        (title, ("Ann Lee", "Bo van der Ek"), "2024-05-02", LONG, ("soil", "small rain")) for title in titles
    ]


@pytest.mark.parametrize("labels", LANGUAGES, ids=lambda labels: labels[0])
@given(order=st.permutations(range(4)), blank=st.booleans(), heading=st.sampled_from(["", "Our work\n\n"]))
def test_any_order(labels: tuple[str, ...], order: list[int], blank: bool, heading: str) -> None:  # noqa: FBT001
    values = tuple(FIELDS.values())
    fields = "".join(f"{labels[at]}{values[at]}\n" for at in order)
    titles = ("Seeds and What They Need", "Why Rain?")
    text = heading + "".join(f"{title}\n{fields}" + "\n" * blank for title in titles)
    reading = read(seed_of(text))
    assert reading.kind == "list"
    assert stated(reading) == truth(*titles)
    assert unread_texts(reading) == []


@pytest.mark.parametrize("order", list(permutations(["abstract", "topics"])))
def test_a_label_over_its_value(order: tuple[str, str]) -> None:
    fields = "".join(f"{field.title()}:\n{FIELDS[field]}\n" for field in order).replace("Topics", "Keywords")
    text = "".join(
        f"{title}\n\nAuthors:\nAnn Lee, Bo van der Ek\n{fields}Date:\n2024-05-02\n\n"
        for title in ("Seeds and What They Need", "Why Rain?")
    )
    assert stated(read_lawfully(RESEARCH_LIST, text)) == truth("Seeds and What They Need", "Why Rain?")


def test_keywords_below_an_abstract_without_label() -> None:
    text = "".join(
        f"{title}\nAuthors: Ann Lee, Bo van der Ek\nDate: 2024-05-02\n{LONG}\nKeywords: soil; small rain\n\n"
        for title in ("Seeds and What They Need", "Why Rain?")
    )
    assert stated(read_lawfully(RESEARCH_LIST, text)) == truth("Seeds and What They Need", "Why Rain?")


def test_names_between_title_and_labelled_abstract() -> None:
    text = "".join(
        f"{title}\nAnn Lee, Bo van der Ek\nAbstract: {LONG}\nKeywords: soil; small rain\nDate: 2024-05-02\n\n"
        for title in ("Seeds and What They Need", "Why Rain?")
    )
    assert stated(read_lawfully(RESEARCH_LIST, text)) == truth("Seeds and What They Need", "Why Rain?")


@pytest.mark.parametrize("label", sorted(FIELD_LABELS))
def test_a_label_is_nobody_who_speaks(label: str) -> None:
    text = "".join(
        f"{label.title()}: I would say that it rains. It does so often.\nBo Ek: It does, and it did.\n"
        for _ in range(4)
    )
    spoken = {turn.label for record in read(seed_of(text)).records for turn in getattr(record, "turns", ())}
    assert spoken <= {"Bo Ek"}


def test_what_only_labels_dates_is_nobody() -> None:
    text = "".join(
        f"{title}\nOpublikowano: {day} May 2021\nAnn Lee\nPobrania: 21\n\n"
        for day, title in enumerate(("Seeds", "Rain", "Soil"), start=1)
    )
    assert read(seed_of(text)).kind == "unknown"


@pytest.mark.parametrize("label", sorted(LABELS["abstract"]))
def test_abstracts_say_that_they_are(label: str) -> None:
    assert begins_abstract(f"{label.capitalize()}: it rains")
    assert begins_abstract(f"{label} : it rains")
    assert not begins_abstract(f"{label} matters")


def test_a_day_over_a_talk_is_that_talks() -> None:
    text = "Colloquium\n\n" + "".join(
        f"{day} May 2025\nSpeaker: Ann Lee (Cork)\nTitle: Rain of Day {day}\nAbstract: {LONG}\nHost: Bo\n\n"
        for day in (4, 11, 18)
    )
    works = list(read(seed_of(text)).works())
    assert [work.title and work.title.value for work in works] == [
        "Rain of Day 4",
        "Rain of Day 11",
        "Rain of Day 18",
    ]
    assert [work.date and work.date.value.iso() for work in works] == [
        "2025-05-04",
        "2025-05-11",
        "2025-05-18",
    ]


def test_a_year_under_its_label() -> None:
    text = "".join(
        f"TITLE: Rain of {y}\nAUTHORS: Ann Lee; Bo Ek\nYEAR: {y}\nABSTRACT: {LONG}\n\n" for y in (2019, 2021)
    )
    assert [work.date and work.date.value.year for work in read(seed_of(text)).works()] == [2019, 2021]


def test_a_digest_whose_summaries_are_labelled() -> None:
    entry = "[{at}] A {word} Title\nAuthors: Ann Lee, Bo Ek\nLink: https://a.example/{at}\n{fields}"
    fields = f"Categories: econ.TH\nSummary: {LONG}\n\n"
    words = ("First", "Second", "Third")
    text = "".join(entry.format(at=at, word=word, fields=fields) for at, word in enumerate(words, start=1))
    works = list(read(seed_of(f"New papers\n\n{text}")).works())
    assert [work.title and work.title.value for work in works] == [f"A {word} Title" for word in words]
    assert [work.abstract and work.abstract.value for work in works] == [LONG] * 3
    assert [[topic.value for topic in work.topics] for work in works] == [["econ.TH"]] * 3
