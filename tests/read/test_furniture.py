from __future__ import annotations

import pytest

from seedbed.model.record import CollectionRecord, ProfileRecord, TranscriptRecord
from seedbed.read.coverage import find_fault
from seedbed.read.furniture import body, footer_start, is_button, is_choice, is_menu, menu_end
from seedbed.read.registry import read
from seedbed.text.lines import filled
from tests.read.seeds import LONG, REAL, seed_of, unread_texts

MENU = ["Skip to content", "Home", "About", "Podcasts", "Transcript", "Our Programme", "Search", "Log in"]
FOOTER = [
    "Related episodes",
    "Growth, the Second Part",
    "On Rain",
    "Subscribe",
    "Privacy Policy",
    "© 2024 The Show. All rights reserved.",
]
TALK = "Ann Lee: Welcome.\n\nBo Ek: Thank you.\n\nAnn Lee: Shall we?\n\nBo Ek: Let us begin.\n"
PROFILE = f"Mira Okafor\nBiology\nh-index12\n\n1 Papers\n\n99.1AIMay 28\nA Title\n\nAnn Lee\n\n{LONG}\n"
LIST = (
    f"Our research\n\nA Title of Rain\n\n{LONG}\n\nPrivacy\nSearch\n\nAuthors: Ann Lee\nDate: May 2, 2024\n"
)


def framed(content: str, gap: str = "\n") -> str:
    return gap.join(MENU) + f"\n\n{content}\n" + gap.join(FOOTER) + "\n"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("content", [TALK, PROFILE, LIST, f"Abstract: {LONG}\n\nAbstract: {LONG}\n"])
def test_the_content_is_read_as_if_it_stood_alone(content: str, gap: str) -> None:
    bare, reading = read(seed_of(content)), read(seed_of(framed(content, gap)))
    assert bare.kind == reading.kind != "unknown"
    assert bare.unread == ()
    assert unread_texts(reading) == MENU + FOOTER
    assert find_fault(reading) == ""
    assert len(bare.records) == len(reading.records)
    for one, other in zip(bare.records, reading.records, strict=True):
        assert [part.holds for part in one.parts()] == [part.holds for part in other.parts()]


def test_the_header_of_a_conversation_below_menus() -> None:
    header = f"Podcasts\nMay 2, 2024\n\nOn Growth: A Talk\n\nAnn Lee\nShare\nListen now\n58:21\n\n{LONG}\n\n"
    (record,) = read(seed_of(framed(header + "Transcript\n\n[Music]\n\n" + TALK))).records
    assert isinstance(record, TranscriptRecord)
    assert record.title is not None
    assert record.title.value == "On Growth: A Talk"
    assert record.host is not None
    assert record.host.value == "Ann Lee"
    assert record.section is not None
    assert record.section.span.first == len(MENU) + 2
    assert len(record.summary) == 1


def test_the_owner_of_a_profile_below_menus() -> None:
    (record,) = read(seed_of(framed(PROFILE))).records
    assert isinstance(record, ProfileRecord)
    assert (record.name.value, record.works[0].abstract is not None) == ("Mira Okafor", True)
    assert record.works[0].abstract is not None
    assert record.works[0].abstract.value == LONG


def test_the_title_of_a_list_below_menus() -> None:
    (record,) = read(seed_of(framed(LIST))).records
    assert isinstance(record, CollectionRecord)
    assert record.title.value == "Our research"
    assert [topic.value for topic in record.sections[0].works[0].topics] == ["Privacy", "Search"]


@pytest.mark.parametrize("sign", ["Share", "Next", "Home", "Contact"])
def test_one_sign_is_not_enough(sign: str) -> None:
    lines = filled((sign, "Ann Lee: Yes.", "Well", sign))
    assert body(lines) == lines


@pytest.mark.parametrize("name", sorted(path.name for path in REAL.glob("*.txt")))
def test_real_seeds_have_none(name: str) -> None:
    lines = filled((REAL / name).read_text("utf-8").split("\n"))
    assert (menu_end(lines), footer_start(lines)) == (0, len(lines))


@pytest.mark.parametrize(
    "text",
    [
        "Share",
        "Listen now",
        "58:21",
        "1:02:03",
        "1 hr 5 min",
        "Runtime: 58:21",
        "[Music]",
        "5 min read",
        "(Laughs)",
    ],
)
def test_buttons(text: str) -> None:
    assert is_button(text)


@pytest.mark.parametrize(
    "text", ["On Growth", "Sharing Knowledge", "Bo Ek (host)", "2024", "Listen to the Rain"]
)
def test_what_is_no_button(text: str) -> None:
    assert not is_button(text)


def test_speech_that_only_sounds_like_a_footer_stays() -> None:
    said = (
        TALK + "\nAnn Lee: Where are you?\n\nBo Ek: At home.\n\nHome\n\nThat is where I live, by the rain.\n"
    )
    reading = read(seed_of(said))
    assert reading.unread == ()


@pytest.mark.parametrize(
    "text",
    [
        "Home | About | Archive",
        "About Archive Support",
        "Mentor FAQ",
        "Home › Papers",
        "Home Rain About Roofs FAQ",
        "About | Our rain | Projects | Donate",
        "Home · Roofs · Team",
    ],
)
def test_entries_of_menus(text: str) -> None:
    assert is_menu(text)


@pytest.mark.parametrize(
    "text",
    [
        "Archive",
        "Support",
        "About Rain",
        "Salt | On Rain",
        "Video | Audio",
        "",
        "Help at Home",
        "Rain · Home · Roofs",
    ],
)
def test_what_may_be_a_title(text: str) -> None:
    assert not is_menu(text)


@pytest.mark.parametrize("text", ["Category: All", "Time commitment: All", "Search projects…"])
def test_what_lets_choose(text: str) -> None:
    assert is_choice(text)
