"""One list, as other captures of the same page, or pages of like programmes, would have it."""

from __future__ import annotations

import pytest

from seedbed.model.record import CollectionRecord, Reading
from seedbed.read.coverage import find_fault
from seedbed.read.registry import read
from tests.read.seeds import LONG, seed_of, unread_texts

WORKS = (
    ("Rain on Small Roofs", ("Ann Lee", "Bo Ek"), ("Bo Ek",), ("Roofs", "Rain and Law")),
    ("What Eaves Remember of the Wind", ("Cy Roe",), ("Cy Roe",), ("Walls",)),
    ("Gutters: A Natural History", ("Di Fox", "Ann Lee", "Ed Orr"), ("Di Fox", "Ed Orr"), ("Roofs",)),
    ("Two Winters under Slate", ("Bo Ek", "Di Fox"), ("Bo Ek",), ("Walls", "Roofs")),
)
HEADING = "Rain programme\n\nThis page lists what our fellows wrote in their first ten years.\n\n"
LABELLED = "Authors:\n\n{names}\n\nFellows:\n\n{fellows}\n\nDate:\n\nMay {day}, 2024\n\n"


def page(
    labels: str = LABELLED, *, title: str = "{title}", names: str = ", ", topics: str = "\n", above: str = ""
) -> str:
    text = HEADING + above
    for day, (name, creators, fellows, about) in enumerate(WORKS, start=1):
        if day % 2:
            text += f"{('Featured', 'All projects')[day // 2]}\n\n"
        said = labels.format(names=names.join(creators), fellows=names.join(fellows), day=day)
        text += f"{title.format(title=name)}\n\n{LONG} {day}.\n\n{topics.join(about)}\n\n{said}"
    return text


def with_headings(text: str) -> str:
    """The list with its own headings marked as Markdown does."""
    return f"# {text}".replace("Featured\n", "## Featured\n").replace("All projects\n", "## All projects\n")


def read_list(text: str) -> Reading:
    reading = read(seed_of(text))
    assert find_fault(reading) == ""
    assert reading.kind == "list"
    return reading


def assert_is_all_there(reading: Reading, *, dated: bool = True, named: bool = True) -> None:
    (record,) = reading.records
    assert isinstance(record, CollectionRecord)
    assert record.title.value == "Rain programme"
    assert [(each.title.value, len(each.works)) for each in record.sections if each.title] == [
        ("Featured", 2),
        ("All projects", 2),
    ]
    works = list(reading.works())
    for work, (_, creators, fellows, topics) in zip(works, WORKS, strict=True):
        if named:
            assert (work.creators and work.creators.value.names) == creators
        assert (work.fellows and work.fellows.value.names) == fellows
        assert tuple(claim.value for claim in work.topics) == topics
        assert work.abstract is not None
    assert [work.date is not None for work in works] == [dated] * len(WORKS)


def titles_of(reading: Reading) -> list[str]:
    return [work.title.value for work in reading.works() if work.title]


PLAIN = [name for name, *_ in WORKS]


@pytest.mark.parametrize(
    "text",
    [
        page(),
        page(names="\n"),
        page(names="\n\n"),
        page(names="\n• ").replace(":\n\n", ":\n\n• ").replace("• May", "May"),
        page(LABELLED.replace("Authors", "By").replace("Date", "Published on")),
        page(LABELLED.replace("Authors", "Written by").replace("Fellows", "Scholars")),
        page(LABELLED.replace("Authors", "Project team")),
        page("**Authors:** {names}\n\n**Fellows:** {fellows}\n\n**Date:** May {day}, 2024\n\n"),
        with_headings(page(title="### {title}")),
        with_headings(page(title="**{title}**")),
        page(topics=", "),
        page(above="Apply now\n\nIt is made anew each spring, by those who wrote what is listed.\n\n"),
    ],
    ids=[
        "as it is", "a name a line", "names apart", "bullets", "by", "written by", "team", "bold labels",
        "headings", "bold titles", "topics on a line", "button above",
    ],
)  # fmt: skip
def test_the_same_is_read_of_each(text: str) -> None:
    reading = read_list(text)
    assert_is_all_there(reading)
    assert titles_of(reading) == PLAIN


@pytest.mark.parametrize("apart", ["\n\n", " "])
def test_those_who_helped_may_be_named_first(apart: str) -> None:
    reading = read_list(page(f"Mentors:{apart}Ida Roe, Uli Moss\n\n{LABELLED}"))
    assert_is_all_there(reading)
    assert titles_of(reading) == PLAIN
    assert {text.removeprefix("Mentors:").strip() for text in unread_texts(reading)} <= {
        "",
        "Ida Roe, Uli Moss",
    }


@pytest.mark.parametrize("mark", ["!", "."])
def test_titles_that_read_like_sentences(mark: str) -> None:
    reading = read_list(page(title=f"{{title}} in a Small Town{mark}"))
    assert_is_all_there(reading)
    assert titles_of(reading) == [f"{name} in a Small Town{mark}" for name in PLAIN]


@pytest.mark.parametrize(
    "title", ["{title} in\nSmall Towns", "{title} and\nits small towns", "{title} Seen:\nSmall Towns"]
)
def test_titles_in_two_lines(title: str) -> None:
    reading = read_list(page(title=title))
    assert_is_all_there(reading)
    assert titles_of(reading) == [title.format(title=name).replace("\n", " ") for name in PLAIN]
    first = next(reading.works())
    assert first.title is not None
    assert (first.title.span.first, first.title.span.last) == (7, 8)


def test_a_day_counted_from_the_capture_is_no_section() -> None:
    reading = read_list(page(LABELLED.replace("May {day}, 2024", "yesterday")))
    assert_is_all_there(reading, dated=False)
    assert [remark.value for remark in reading.remarks] == ["this date could not be read: yesterday"] * 4


@pytest.mark.parametrize("label", ["Authors", "Fellows"])
def test_one_label_a_work_is_enough_below_titles_and_abstracts(label: str) -> None:
    reading = read_list(page(f"{label}:\n\n{{fellows}}\n\n"))
    assert titles_of(reading) == PLAIN
    assert "each below a title and an abstract" in reading.why


def test_topics_that_differ_from_work_to_work_are_no_titles() -> None:
    text = HEADING
    for day, (name, topic) in enumerate(zip(PLAIN, ("Roofs", "Wind", "Rain", "Slate"), strict=True), start=1):
        text += f"{name}\n\n{LONG} {day}.\n\n{topic} and Law\n\n"
        text += LABELLED.format(names="Ann Lee, Bo Ek", fellows="Bo Ek", day=day)
    reading = read_list(text)
    assert titles_of(reading) == PLAIN
    assert [work.topics[0].value for work in reading.works()] == [
        f"{topic} and Law" for topic in ("Roofs", "Wind", "Rain", "Slate")
    ]


def test_a_topic_with_a_comma_of_its_own_is_one() -> None:
    reading = read_list(page(topics="\n").replace("Rain and Law", "Ethics, Law and Rain"))
    assert [claim.value for claim in next(reading.works()).topics] == ["Roofs", "Ethics, Law and Rain"]


def test_a_name_in_a_second_script_is_kept() -> None:
    text = page().replace("Ann Lee", "Hanako Sato (佐藤花子)").replace("Bo Ek", "Li Xue (李雪)")
    creators = next(read_list(text).works()).creators
    assert creators is not None
    assert creators.value.names == ("Hanako Sato (佐藤花子)", "Li Xue (李雪)")


def test_names_one_a_line_may_stand_last() -> None:
    text = page("Authors:\n\n{names}\n\nFellows:\n\n{fellows}\n\n", names="\n")
    assert_is_all_there(read_list(text), dated=False)


@pytest.mark.parametrize(("buttons", "unsure"), [("", [PLAIN[2]]), ("Read more\n\n", [PLAIN[0], PLAIN[2]])])
def test_works_without_abstracts_below_an_introduction(buttons: str, unsure: list[str]) -> None:
    text = page()
    for day in range(1, len(WORKS) + 1):
        text = text.replace(f"{LONG} {day}.\n\n", buttons)
    reading = read_list(text)
    (record,) = reading.records
    assert isinstance(record, CollectionRecord)
    assert record.title.value == "Rain programme"
    assert len(record.introduction) == 1
    assert [work.abstract for work in reading.works()] == [None] * len(titles_of(reading))
    # A title between a section and topics could be a topic itself, so it is left unread.
    assert [name for name in PLAIN if name not in titles_of(reading)] == unsure


def test_topics_of_works_without_abstracts_are_those_that_come_again() -> None:
    text = HEADING
    for day, (name, topic) in enumerate(
        zip(PLAIN, ("Roofs", "Walls", "Roofs", "Walls"), strict=True), start=1
    ):
        text += f"{name}\n\n{topic}\n\n"
        text += LABELLED.format(names="Ann Lee, Bo Ek", fellows="Bo Ek", day=day)
    reading = read_list(text)
    assert titles_of(reading) == PLAIN
    assert [[claim.value for claim in work.topics] for work in reading.works()] == [["Roofs"], ["Walls"]] * 2
