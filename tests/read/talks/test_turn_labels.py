from __future__ import annotations

import pytest

from seedbed.model.record import TranscriptRecord
from seedbed.read.registry import read
from tests.read.seeds import seed_of, unread_texts

SAID = ["Welcome to the show.", "Thank you.", "Shall we begin?", "Let us begin.", "Yes.", "No!"]
NAMES = ["Ann Lee", "Bo Ek"] * 3

FORMS = {
    "{name}: {said}": False,
    "{upper}: {said}": False,
    "{name}：{said}": False,
    "**{name}:** {said}": False,
    "**{name}**: {said}": False,
    "__{name}:__ {said}": False,
    "**{name} ({time}):** {said}": True,
    ">> {name}: {said}": False,
    ">>{upper}: {said}": False,
    "[{time}] {name}: {said}": True,
    "({time}) {name}: {said}": True,
    "{time} {name}: {said}": True,
    "{time} - {name}: {said}": True,
    "{name} [{time}]: {said}": True,
    "{name} ({time}):\n{said}": True,
    "{name} ({time})\n{said}": True,
    "{name}  {time}\n{said}": True,
    "{time} {name}\n{said}": True,
    "[{time}]\n{name}: {said}": True,
    "{time}\n\n{name}: {said}": True,
    "{name}:\n{said}": False,
    "{name}\n{said}": False,
    "{upper}\n\n{said}": False,
    "**{name}**\n\n{said}": False,
    "__{name}__\n{said}": False,
    "**{name}** ({time})\n\n{said}": True,
    "**{name}** {time}\n{said}": True,
    "**{name}** [{time}] {said}": True,
    "**{name}** [{time} ]\n{said}": True,
    "**{name}:** {time}\n\n{said}": True,
    "{name}: {time}\n\n{said}": True,
    "{name} [{time}] {said}": True,
    "• {name} {time}\n\n{said}": True,
    "[{time}] [{name}]: {said}": True,
    "[{name}] {time}\n{said}": True,
    "[{time} --> {time}] {name}: {said}": True,
}


def turns(text: str) -> list[tuple[str, list[str], int | None]]:
    reading = read(seed_of(text))
    assert (reading.kind, unread_texts(reading)) == ("transcript", [])
    (record,) = reading.records
    assert isinstance(record, TranscriptRecord)
    return [
        (turn.label, [paragraph.value for paragraph in turn.paragraphs], turn.time) for turn in record.turns
    ]


@pytest.mark.parametrize("clock", ["{:02d}:{:02d}", "0:{:02d}:{:02d}", "00:{:02d}:{:02d}.500"])
@pytest.mark.parametrize(("form", "timed"), FORMS.items())
def test_forms_of_turns(form: str, timed: bool, clock: str) -> None:  # noqa: FBT001
    text = ""
    for at, (name, said) in enumerate(zip(NAMES, SAID, strict=True)):
        text += form.format(name=name, upper=name.upper(), said=said, time=clock.format(12, at)) + "\n\n"
    expected = [
        (name.upper() if "{upper}" in form else name, [said], 720 + at if timed else None)
        for at, (name, said) in enumerate(zip(NAMES, SAID, strict=True))
    ]
    assert turns(text) == expected


def test_a_time_inside_a_turn_is_no_speech() -> None:
    text = "Ann Lee: One.\n\n00:12:30\n\nTwo.\n\nBo Ek: Three.\n\nAnn Lee: Four.\n\nBo Ek: Five.\n"
    assert turns(text)[0] == ("Ann Lee", ["One.", "Two."], None)


def test_a_short_form_after_the_full_name() -> None:
    text = "TYLER COWEN: One.\n\nBO EK: Two.\n\nCOWEN: Three.\n\nEK: Four.\n\nCOWEN: Five.\n\nEK: Six.\n"
    assert [speaker for speaker, _, _ in turns(text)] == [
        "TYLER COWEN",
        "BO EK",
        "COWEN",
        "EK",
        "COWEN",
        "EK",
    ]


def test_stage_directions_stay_in_their_turn() -> None:
    text = "Ann Lee: One.\n\n[laughter]\n\nBo Ek: Two. [applause]\n\nAnn Lee: Three.\n\nBo Ek: Four.\n"
    assert turns(text)[:2] == [
        ("Ann Lee", ["One.", "[laughter]"], None),
        ("Bo Ek", ["Two. [applause]"], None),
    ]


def test_the_heading_in_a_menu_is_not_the_one_over_the_turns() -> None:
    reading = read(
        seed_of(
            "Overview\nTranscript\n\nOn Growth Again\n\nTranscript\n\nAnn Lee: A.\nBo Ek: B.\nAnn Lee: C.\n"
        )
    )
    (record,) = reading.records
    assert isinstance(record, TranscriptRecord)
    assert [span.first for span in record.labels] == [6]


def test_what_radio_writes_behind_names() -> None:
    text = "Rain\n\nANN LEE, HOST: It rains.\n\nBO EK, BYLINE: It does.\n\nLEE: Why?\n\nEK: Nobody knows.\n"
    (record,) = read(seed_of(text)).records
    assert isinstance(record, TranscriptRecord)
    assert [turn.speaker and turn.speaker.value for turn in record.turns] == ["ANN LEE", "BO EK", "LEE", "EK"]


def test_what_television_writes_behind_names() -> None:
    text = (
        "Rain\n\nANN LEE, STATION ANCHOR: It rains.\n\nBO EK, NSW POLICE: It does.\n\nLEE: Why?\n\n"
        "JO MOE, MD: Who knows.\n\nEK: Nobody.\n"
    )
    assert [label for label, _, _ in turns(text)] == ["ANN LEE", "BO EK", "LEE", "JO MOE, MD", "EK"]


def test_what_stands_before_a_name_in_brackets() -> None:
    labels = ["Bo Ek", "R&R", "Bo Ek", "Rain & Roofs", "Bo Ek", "R&R", "Rain & Roofs"]
    text = "(Cold open) " + "".join(f"{label}: It rains.\n\n" for label in labels)
    assert [label for label, _, _ in turns(text)] == labels


def test_names_in_capitals_and_a_full_stop() -> None:
    text = "CHAIR ROE. It rains.\n\nANN LEE. Ann Lee, Rain Daily. Why?\n\n" * 3
    assert [label for label, _, _ in turns(text)] == ["CHAIR ROE", "ANN LEE"] * 3
