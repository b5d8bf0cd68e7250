from __future__ import annotations

import pytest

from seedbed.read.shape import (
    is_prose,
    is_question,
    is_single_sentence,
    is_topic,
    states_particulars,
    without_number,
)
from tests.read.seeds import LONG


@pytest.mark.parametrize(
    "text",
    [
        LONG,
        "x" * 301,
        "This page lists what our programme has led to.",
        "Podcasts about growth, “for all who like it.”",
        "We study growth in all its forms. We find three rules that explain it, but",
        "Code and data are available at https://example.org/growth",
        " ".join(["word"] * 31),
        "我们研究生长。我们发现三条规则，并且在大型模型上验证。",
    ],
)
def test_running_text(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On Growth",
        "AI agents find $4.6M in blockchain smart contract exploits",
        "Are Small Models Useful? A Case Study in the Long Run of Things That Grow",
        "What Is Known of Growth, and What Is Not: A Report on 12.5 Years of Rain",
        "Models vs. Humans: A Study With Dr. Roe and the People of St. Louis and Elsewhere",
        'AI "psychology," with Ann Lee',
        "All you need.",
        "论生长",
    ],
)
def test_headings(text: str) -> None:
    assert not is_prose(text)


@pytest.mark.parametrize(
    "text", ["Botany", "Scheming and Deception", "Multi-Agent Safety", "AI", "Rain (2024)", "植物学"]
)
def test_topics(text: str) -> None:
    assert is_topic(text)


@pytest.mark.parametrize(
    "text", ["2024", "Why rain?", "It rains.", "A topic of eight words is none at all", "…", "x" * 61]
)
def test_no_topics(text: str) -> None:
    assert not is_topic(text)


@pytest.mark.parametrize("text", ["Who?", "Who may “apply?”", "谁可以申请？", "من؟"])
def test_questions(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize("text", ["Who", "", "Who? Me.", LONG + "?" * 300])
def test_no_questions(text: str) -> None:
    assert not is_question(text)


def test_single_sentences() -> None:
    assert is_single_sentence("What we know of seeds and of rain.")
    assert not is_single_sentence(LONG)


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("[C3] On Rain", "On Rain"),
        ("(4) On Rain", "On Rain"),
        ("#17 On Rain", "On Rain"),
        ("2. On Rain", "On Rain"),
        ("Rain in 12.5: An Account", "Rain in 12.5: An Account"),
        ("1984", "1984"),
    ],
)
def test_the_number_of_a_title_in_a_list(stated: str, title: str) -> None:
    assert without_number(stated) == title


@pytest.mark.parametrize(
    "text",
    [
        "Cited by: 3 articles | PMID: 00000001",
        "Cited by 12",
        "PMID: 00000001 · PMCID: PMC00000001",
        "DOI: 10.0000/rain.2024.33",
        "Rain Letters, 14 Mar 2025, 88(3):201-219",
        "Rain Letters, 14 Mar 2025, 6:114",
        "Rain Letters, 9(3):e0112, 01 March 2024",
        "Rain Letters Mar 14, 2025 | 88(3):201-219",
        "Rain Letters. 14 Mar 2025;6:114",
    ],
)
def test_lines_that_say_where_a_work_appeared_or_how_often_it_is_cited(text: str) -> None:
    assert states_particulars(text)


@pytest.mark.parametrize(
    "text",
    [
        "Cited by Nobody: A Study",
        "Citations, 12 Years On",
        "Cited by 3 out of 4 Dentists",
        "DOI: 1000 Ways to Fail",
        "Rain on 14 March 2025",
        "Odds of 3:4 in Dogs",
    ],
)
def test_titles_that_look_a_little_like_that(text: str) -> None:
    assert not states_particulars(text)
