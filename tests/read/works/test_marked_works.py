from __future__ import annotations

import pytest

from seedbed.model.record import CollectionRecord
from seedbed.read.registry import read
from tests.read.seeds import seed_of

ABSTRACT = (
    "We count how often it rains on {} roofs, and compare slate with straw over nine years; where both are "
    "wet, the older of the two has been wet for longer, whatever the season and however steep the roof."
)


def works(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    found = read(seed_of(text)).works()
    return [
        (
            work.title.value if work.title else "",
            work.creators.value.names if work.creators else (),
            work.date.value.iso() if work.date else "",
        )
        for work in found
    ]


def kind(text: str) -> str:
    return read(seed_of(text)).kind


@pytest.mark.parametrize(
    "mark", ["Paper {} of 3", "--- {} / 3 ---", "### {} of 3", "== Abstract {} ==", "[{}]", "#{} of 3"]
)
def test_titles_below_a_line_that_counts_them(mark: str) -> None:
    text = "".join(
        f"{mark.format(number)}\n\nSlow rain, part {name}\n\nAnn Lee; Bo Ek\n\n"
        f"Journal of Rain (201{number})\n\n{ABSTRACT.format(name)}\n\n"
        for number, name in ((1, "one"), (2, "two"), (3, "three"))
    )
    assert works(text) == [
        (f"Slow rain, part {name}", ("Ann Lee", "Bo Ek"), f"201{number}")
        for number, name in ((1, "one"), (2, "two"), (3, "three"))
    ]


def test_headings_with_labels_below_are_a_list() -> None:
    text = "# Rain papers\n\n" + "".join(
        f"## On {name} rain\n\n- **Authors:** Ann Lee\n- **Room:** 4\n- **Date:** 2024-05-0{number}\n\n"
        f"{ABSTRACT.format(name)}\n\n[pdf](a.pdf) | [edit](#)\n\n"
        for number, name in ((1, "slow"), (2, "fast"))
    )
    reading = read(seed_of(text))
    (record,) = reading.records
    assert isinstance(record, CollectionRecord)
    assert record.title.value == "Rain papers"
    assert works(text) == [
        ("On slow rain", ("Ann Lee",), "2024-05-01"),
        ("On fast rain", ("Ann Lee",), "2024-05-02"),
    ]


def test_titles_with_names_and_year_behind_them() -> None:
    text = "".join(
        f"{title} — {names} ({year})\n{ABSTRACT.format(title.casefold())}\n\n"
        for title, names, year in (
            ("Slow Rain", "Ann Lee, Bo Ek", 2021),
            ("What Roofs Know", "Cy Roe", 2022),
            ("Straw", "Lee & Ek", 2023),
        )
    )
    assert works(text) == [
        ("Slow Rain", ("Ann Lee", "Bo Ek"), "2021"),
        ("What Roofs Know", ("Cy Roe",), "2022"),
        ("Straw", (), "2023"),
    ]


@pytest.mark.parametrize(
    "title", ["{}. **Slow rain on {} roofs**", "**{}. Slow rain on {} roofs**", "{}) Slow rain on {} roofs"]
)
def test_numbered_titles_without_names_have_abstracts_that_tell_of_work(title: str) -> None:
    names = ("one", "two", "three", "four")
    text = "".join(
        f"{title.format(number, name)}\n{ABSTRACT.format(name)}\n\n"
        for number, name in enumerate(names, start=1)
    )
    assert works(text) == [(f"Slow rain on {name} roofs", (), "") for name in names]


def test_the_parts_of_an_article_are_no_works() -> None:
    text = "".join(
        f"## {part}\n\n{ABSTRACT.format(part)}\n\n"
        for part in ("Introduction", "Roofs of slate", "Conclusion")
    )
    assert works(text) == []


def test_advice_is_no_work() -> None:
    advice = "Take your coat before you go out, as it may rain, and rain is wet. Take a second one, too. " * 2
    assert (
        works("".join(f"{number}. **Take a coat {number}**\n{advice}\n\n" for number in (1, 2, 3, 4))) == []
    )


def test_chapters_of_a_conversation_are_no_works() -> None:
    said = "I think that it rains more often than it used to, and that we know too little about roofs."
    text = "".join(
        f"## {number}. Of rain\n\n**Ann Lee**\n\n{said}\n\n**Bo Ek**\n\n{said} Do we?\n\n"
        for number in (1, 2, 3)
    )
    assert kind(text) == "transcript"


def test_where_a_work_appeared_may_stand_behind_its_names_and_what_is_thought_of_it_below() -> None:
    text = "".join(
        f"{number}. {title}\nAnn Lee, Bo Ek · Wet Matter · 201{number}\n"
        f"Why it matters: {ABSTRACT.format(number)}\n\n"
        for number, title in ((1, "slow rain"), (2, "Fast Rain on Roofs"), (3, "Rain on Other Roofs"))
    )
    assert works(text) == [
        ("slow rain", ("Ann Lee", "Bo Ek"), "2011"),
        ("Fast Rain on Roofs", ("Ann Lee", "Bo Ek"), "2012"),
        ("Rain on Other Roofs", ("Ann Lee", "Bo Ek"), "2013"),
    ]
    assert [work.abstract for work in read(seed_of(text)).works()] == [None] * 3


WORKS = (
    ("Feature drift in sparse autoencoders", "Ann Lee, Bo van der Ek", "2021"),
    ("Why do small roofs leak?", "Cy Roe", "2022"),
    ("slow rain without a clock", "Di Fox, Ann Lee", "2024"),
)


@pytest.mark.parametrize(
    "layout",
    [
        "{title}\n{names}\n{abstract}\n\n",
        "{title}\n\n{names}\n\n{abstract}\n\n\n",
        "{title}\nby {names} ({year})\n\n{abstract}\n\n",
        "{title}\n{names} · {year} · Rain Letters\n{abstract}\n\n",
        "{title}\n{names}\nRain Letters, {year}\n{abstract}\n\n",
        "{title} | {names} | Rain Letters {year}\n{abstract}\n\n",
        "• {title} ({year})\n  {names}\n  {abstract}\n\n",
        "{title} [{year}]\n{names}\n{abstract}\n\n",
        "{title} (Rain Letters {year})\n{names}\n{abstract}\n\n",
        "- {title} - {names} (Rain Letters {year})\n  {abstract}\n\n",
        "{title}\n{names}\n\n{abstract}\n\n---\n\n",
        "[{number}] {title}\n    {names}\n    {abstract}\n\n",
        "### {number}. {title}\n**Authors:** {names}  \n**Date:** {year}  \n**Abstract:** {abstract}\n\n",
        "## {title}\n\n*{names}*\n\nRain Letters {year}\n\n{abstract}\n\n",
    ],
)
def test_plain_layouts_of_abstracts(layout: str) -> None:
    text = "".join(
        layout.format(
            title=title, names=names, year=year, number=number, abstract=ABSTRACT.format(title.casefold())
        )
        for number, (title, names, year) in enumerate(WORKS, start=1)
    )
    dated = "{year}" in layout
    assert works(text) == [
        (title, tuple(names.split(", ")), year if dated else "") for title, names, year in WORKS
    ]


def test_a_citation_behind_a_title_is_no_part_of_it() -> None:
    text = "".join(
        f"{number}. {title} ({names.split()[-1]} et al., {year})\n{ABSTRACT.format(title)}\n\n"
        for number, (title, names, year) in enumerate(WORKS, start=1)
    )
    assert works(text) == [(title, (), year) for title, _, year in WORKS]


def test_the_parts_of_a_page_about_somebody_are_no_works() -> None:
    text = "".join(
        f"{part}\n\nWe are a group of people who think that rain is worth our time, and we hope that you "
        "will come by and see our roofs, of which we have many.\n\n"
        for part in ("Our approach", "What we offer to students", "Join us")
    )
    assert works(text) == []


def test_titles_over_abstracts_alone_are_works_where_these_say_what_was_done() -> None:
    titles = ("Slow rain on old roofs", "What gutters carry to the sea", "Straw after nine years of rain")
    told = (
        "We measure {}, and show that slate gives away sooner than straw what it was given, in all the years "
        "that we have seen."
    )
    text = "".join(f"{title}\n\n{told.format(title.casefold())}\n\n" for title in titles)
    assert works(text) == [(title, (), "") for title in titles]


def test_a_word_below_an_entry_of_a_menu_names_nobody() -> None:
    menu = "Attend\n  Registration\n\n"
    entries = "".join(
        f"#{number}  Slow rain, part {name}\nAnn Lee; Bo Ek\n{ABSTRACT.format(name)}\n\n"
        for number, name in ((4, "one"), (9, "two"), (12, "three"))
    )
    found = works(menu + entries)
    assert [title for title, _, _ in found] == [f"Slow rain, part {name}" for name in ("one", "two", "three")]
