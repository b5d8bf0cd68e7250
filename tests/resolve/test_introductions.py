"""Speakers whom a label names in short, and the conversation in full."""

from __future__ import annotations

from collections import Counter

import pytest

from seedbed.read.registry import read
from seedbed.resolve.resolve import resolve
from tests.read.seeds import seed_of

SAID = "It rains more than it used to, and nobody on this hill has counted how often."


def speakers(text: str) -> Counter[str]:
    """How many turns each person has, by the name that is shown."""
    library = resolve([read(seed_of(text))])
    names = {person.id: person.name for person in library.people}
    (transcript,) = library.transcripts
    return Counter(names[turn.speaker] for turn in transcript.turns if turn.speaker)


def talk(opening: str, answer: str = "Thanks for having me.", title: str = "Of rain") -> str:
    turns = "".join(f"Ann: Why is that? {SAID}\n\nBo: {SAID}\n\n" for _ in range(4))
    return f"{title}\n\nAnn: {opening}\n\nBo: {answer}\n\n{turns}"


def talk_below(lines: str) -> str:
    turns = "".join(f"A: Why is that? {SAID}\n\nB: {SAID}\n\n" for _ in range(4))
    return f"Of rain\n\n{lines}\n\nTranscript\n\n{turns}"


@pytest.mark.parametrize(
    ("opening", "answer"),
    [
        ("I'm Ann Lee. With me today is Bo van der Ek of the rain office.", "Hello."),
        ("My name is Ann Lee, and I’m joined by Dr. Bo van der Ek.", "Hello, Ann."),
        ("This is Ann Lee. My guest is Bo van der Ek, who counts roofs.", "I do."),
        ("I am your host, Ann Lee.", "And I'm Bo van der Ek."),
    ],
)
def test_who_is_introduced(opening: str, answer: str) -> None:
    assert speakers(talk(opening, answer)) == {"Ann Lee": 5, "Bo van der Ek": 5}


@pytest.mark.parametrize(
    "lines",
    [
        "Speakers\nAnn Lee (A), baker\nBo van der Ek (B), who counts roofs",
        "A = Ann Lee (host)\nB = Dr. Bo van der Ek",
        "[A] – Ann Lee, baker\n[B] – Bo van der Ek, rain office",
        "• A: Ann Lee\n• B: Bo van der Ek",
    ],
)
def test_the_page_may_say_whom_a_label_stands_for(lines: str) -> None:
    assert speakers(talk_below(lines)) == {"Ann Lee": 4, "Bo van der Ek": 4}


@pytest.mark.parametrize(
    "lines",
    [
        "Ann Lee (A), baker\nBea Lee (A), her sister",
        "A = rain\nRain in April (A), a song",
        "Ann Lee (hill office) and others (A)",
    ],
)
def test_what_gives_a_label_no_name_of_its_own(lines: str) -> None:
    assert speakers(talk_below(lines)) == {"A": 4, "B": 4}


def test_the_title_may_name_a_guest() -> None:
    assert speakers(talk("Welcome.", title="Of rain, with Bo Ek"))["Bo Ek"] == 5


def test_what_names_are_no_speakers() -> None:
    told = "I'm Ann, and we speak of what Bo Diddley sang. Bo Ek would not have liked it."
    assert speakers(talk(told)) == {"Ann": 5, "Bo": 5}


def test_two_names_that_a_label_may_stand_for_are_nobodys() -> None:
    assert "Bo" in speakers(talk("I'm joined by Bo Ek and by Bo Roe."))


@pytest.mark.parametrize(
    "opening", ["This is The Long Rain, a show.", "I'm not sure who I am.", "I'm With You."]
)
def test_a_host_is_no_show(opening: str) -> None:
    turns = "".join(f"Narrator: {SAID}\n\nBo Ek: {SAID}\n\n" for _ in range(4))
    assert speakers(f"Of rain\n\nNarrator: {opening}\n\nBo Ek: Yes.\n\n{turns}")["Narrator"] == 5


def test_a_host_says_who_they_are() -> None:
    turns = "".join(f"HOST: {SAID}\n\nBo Ek: {SAID}\n\n" for _ in range(4))
    text = f"Of rain\n\nHOST: Good morning. I'm Ann Lee, and this is rain.\n\nBo Ek: Yes.\n\n{turns}"
    assert speakers(text) == {"Ann Lee": 5, "Bo Ek": 5}


def test_a_creator_who_is_introduced_is_the_same_person() -> None:
    paper = read(seed_of("Abstract: We count.\n", "rain.txt"))
    works = read(
        seed_of(
            "## On rain\n\n- **Authors:** Bo Ek, Cy Roe\n\nWe count.\n\n## On roofs\n\n"
            "- **Authors:** Bo Ek, Di Fox\n\nWe count roofs.\n",
            "works.md",
        )
    )
    spoken = read(seed_of(talk("I'm Ann Lee, with me is Bo Ek."), "talk.txt"))
    library = resolve([paper, works, spoken])
    (bo,) = (person for person in library.people if person.name == "Bo Ek")
    assert {"author", "guest"} <= set(bo.roles) or {"author", "speaker"} <= set(bo.roles)
    assert len(bo.works) == 2
    assert any(
        "which names “Bo Ek”" in evidence.sentence for each in library.decisions for evidence in each.evidence
    )
