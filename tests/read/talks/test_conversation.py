"""Pages as sites have them: where the conversation begins and ends, and who takes part."""

from __future__ import annotations

from seedbed.model.date import PartialDate
from seedbed.model.record import TranscriptRecord
from seedbed.read.registry import read
from tests.read.seeds import LONG, seed_of, unread_texts


def record_of(text: str) -> TranscriptRecord:
    (record,) = read(seed_of(text)).records
    assert isinstance(record, TranscriptRecord)
    return record


def turns_of(text: str) -> list[tuple[str, list[str]]]:
    return [(turn.label, [said.value for said in turn.paragraphs]) for turn in record_of(text).turns]


PLAYER = """Skip to main content
Rain logo
Podcasts
The Rain Show
Why Roofs Leak
September 19, 2023 • 53 mins
Share
Ann Lee and Bo Ek go up on nine hundred roofs, and come down wet from all of them but one.
See rain.example/listener for privacy information.
Mark as Played
Episode Transcript
Available transcripts are automatically generated. Complete accuracy is not guaranteed.
Speaker 1 (00:00):
It rains today as it has for
weeks, and the roofs of the
town are wet. We go
up on each of
(00:21):
them and look at what
is there.
Speaker 2 (00:30):
It leaks.
Speaker 1 (00:33):
So it does, and nobody
knows why.
Advertise With Us
Popular Podcasts
"""


WET = "It rains today as it has for weeks, and the roofs of the town are wet."


def test_lines_that_the_player_breaks_are_whole() -> None:
    assert turns_of(PLAYER) == [
        (
            "Speaker 1",
            [f"{WET} We go up on each of them and look at what is there."],
        ),
        ("Speaker 2", ["It leaks."]),
        ("Speaker 1", ["So it does, and nobody knows why."]),
    ]
    record = record_of(PLAYER)
    assert [claim.value for claim in record.turns[0].times] == [21]
    assert (record.turns[0].paragraphs[0].span.first, record.turns[0].paragraphs[0].span.last) == (14, 20)


def test_what_the_page_says_of_itself_is_neither_title_nor_speech() -> None:
    record = record_of(PLAYER)
    assert record.title is not None
    assert record.title.value == "Why Roofs Leak"
    assert record.date is not None
    assert record.date.value == PartialDate(2023, 9, 19)
    assert len(record.summary) == 1
    unread = unread_texts(read(seed_of(PLAYER)))
    assert unread[-3:] == [
        "Available transcripts are automatically generated. Complete accuracy is not guaranteed.",
        "Advertise With Us",
        "Popular Podcasts",
    ]


def test_one_voice_with_its_times() -> None:
    start = PLAYER.index("Speaker 2")
    alone = PLAYER[:start]
    assert [label for label, _ in turns_of(alone)] == ["Speaker 1"]


def test_names_in_capitals_from_the_first_on() -> None:
    text = (
        "Rain Tonight\n\nAired May 2, 2024\n\nTHIS IS A RUSH TRANSCRIPT. IT MAY BE UPDATED.\n\n"
        f"ANN LEE, ANCHOR: {LONG}\n\nBO EK, ROOFER: It rains.\n\nIDA MOE: It does.\n\nBO EK: Still?\n\n"
        "IDA MOE: Yes.\n\nTO ORDER A VIDEO OF THIS TRANSCRIPT, PLEASE CALL.\n"
    )
    assert [label for label, _ in turns_of(text)] == ["ANN LEE", "BO EK", "IDA MOE", "BO EK", "IDA MOE"]
    assert record_of(text).summary == ()
    assert turns_of(text)[-1] == ("IDA MOE", ["Yes."])


def test_names_over_what_is_said_from_the_first_on() -> None:
    names = ["Voice From Above", "Ann Lee", "Bo Ek", "Ann Lee", "Bo Ek"]
    text = "".join(f"{name}:\nIt rains.\n\n" for name in names)
    assert [label for label, _ in turns_of(text)] == names
    assert record_of(text).title is None


def test_a_label_that_is_not_bold_is_none_where_all_others_are() -> None:
    text = "**Ann Lee:** It rains.\n\n**Bo Ek:** It does.\n\n" * 3 + "MORE IMPORTANTLY: it leaks.\n"
    assert {label for label, _ in turns_of(text)} == {"Ann Lee", "Bo Ek"}


def test_short_lines_below_a_name_are_no_headings() -> None:
    turns = "Ann Lee 0:0{}\n\nThat roof again\n\nBo Ek 0:0{}\n\nIt rains, and it rains, and it leaks.\n\n"
    text = "".join(turns.format(2 * at, 2 * at + 1) for at in range(4))
    assert record_of(text).headings == ()
    assert turns_of(text)[0] == ("Ann Lee", ["That roof again"])


def test_what_stands_between_what_sites_put_below_is_not_said() -> None:
    turns = "Ann Lee: It rains.\n\nBo Ek: It does.\n\nAnn Lee: Still?\n\nBo Ek: Yes.\n\n"
    below = "Transcribe Your Own Content\n\nWe write down what you say, too.\n\nLeave a comment\n"
    text = f"Rain on Roofs\n\nTranscript\n\n{turns}{below}"
    assert turns_of(text)[-1] == ("Bo Ek", ["Yes."])


def test_times_among_what_is_said_are_left_out() -> None:
    text = "".join(
        f"[00:0{at}:00] {name}: It rains. [00:0{at}:30] And rains.\n"
        for at, name in enumerate(["Ann", "Bo"] * 3)
    )
    assert turns_of(text) == [(name, ["It rains. And rains."]) for name in ["Ann", "Bo"] * 3]


def test_the_host_that_a_header_names_is_no_turn() -> None:
    turns = "HOST: It rains.\nGUEST: It does.\nHOST: Still?\nGUEST: Yes.\n"
    record = record_of(f"Episode: Rain on Roofs\nGuest: Bo Ek\nHost: Ann Lee\nDate: 2024-03-12\n---\n{turns}")
    assert record.host is not None
    assert record.host.value == "Ann Lee"
    assert record.title is not None
    assert record.title.value == "Rain on Roofs"


def test_a_title_with_a_name_before_it_is_no_turn() -> None:
    turns = f"BO EK, HOST:\n\n{LONG}\n\nANN LEE: It does.\n\nEK: Still?\n\nLEE: Yes.\n"
    text = f"Ann Lee: The Joy of Rain\n\n{turns}"
    assert [label for label, _ in turns_of(text)] == ["BO EK", "ANN LEE", "EK", "LEE"]
    title = record_of(text).title
    assert title is not None
    assert title.value == "Ann Lee: The Joy of Rain"


def test_two_sentences_over_a_turn_are_no_heading() -> None:
    aside = "And so it goes. That roof, too"
    text = "".join(f"{name}: It rains.\n\n{aside}\n\n" for name in ["Ann Lee", "Bo Ek"] * 3)
    assert record_of(text).headings == ()
    assert turns_of(text)[0] == ("Ann Lee", ["It rains.", aside])


def test_names_over_speech_below_a_title_that_stands_twice() -> None:
    header = "Bo Ek: Why Roofs Leak\n0:00\nBo Ek: Why Roofs Leak\nAnn Lee\nMar 12, 2024\n\nTranscript\n\n"
    names = ["Ann Lee", "Bo Ek"] * 3
    text = header + "".join(f"{name}\n\nIt rains on all of us.\n\n" for name in names)
    assert [label for label, _ in turns_of(text)] == names
    title = record_of(text).title
    assert title is not None
    assert title.value == "Bo Ek: Why Roofs Leak"


def test_initials_that_spell_small_words() -> None:
    text = "".join(f"{label}: It must be so.\n\n" for label in ["AL", "BE", "AN"] * 2)
    assert [label for label, _ in turns_of(f"Interview: Bo Ek\n\n{text}")] == ["AL", "BE", "AN"] * 2


def test_a_lecture_and_who_asks_once() -> None:
    labels = ["PROFESSOR", "AUDIENCE", "PROFESSOR", "STUDENT", "PROFESSOR"]
    said = "".join(f"{label}: The student sees a roof.\n\n" for label in labels)
    record = record_of(f"Lecture 12: Rain on Roofs\nInstructor: Bo Ek\nTranscript\n\n{said}")
    assert [turn.label for turn in record.turns] == labels
    assert record.host is not None
    assert record.host.value == "Bo Ek"


def test_a_header_in_bold_and_links_below() -> None:
    turns = "**Ann Lee** (00:01): It rains.\n\n**Bo Ek** (00:02): It does.\n\n" * 2
    header = "# Rain on Roofs\n\n**Host:** Ann Lee\n**Date:** March 12, 2024\n\n## Transcript\n\n"
    text = f"{header}{turns}## Resources\n\n- [Roofs](https://rain.example)\n"
    record = record_of(text)
    assert record.date is not None
    assert record.date.value == PartialDate(2024, 3, 12)
    assert record.host is not None
    assert record.host.value == "Ann Lee"
    assert turns_of(text)[-1] == ("Bo Ek", ["It does."])
    assert record.headings == ()


def test_chapters_listed_above_with_their_times_stand_over_their_parts() -> None:
    turns = "Ann Lee 00:0{0}\nIt rains.\n\nBo Ek 00:0{0}\nIt does.\n\n"
    body = f"00:00 Clouds\n{turns.format(1)}00:05 Wet roofs\n{turns.format(6)}"
    above = "Rain on Roofs\n\nTranscript\n\nWe talked for an hour or so about rain.\n\n"
    text = f"{above}Timestamps\n(00:00) – Clouds\n(00:05) – Wet roofs\n\nTranscript\n{body}"
    record = record_of(text)
    assert [heading.value for heading in record.headings] == ["Clouds", "Wet roofs"]
    assert [heading.span.first for heading in record.headings] == [12, 19]
    assert len(record.summary) == 1
