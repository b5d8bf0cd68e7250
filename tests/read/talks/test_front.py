from __future__ import annotations

import pytest

from seedbed.model.date import PartialDate
from seedbed.model.record import TranscriptRecord
from seedbed.read.registry import read
from seedbed.read.talks.transcript import TRANSCRIPT
from tests.read.seeds import LONG, read_lawfully, seed_of, unread_texts

FRONT = """---
title: "Rain on Roofs"
speakers:
  - Ann Lee
date: 2024-05-02
tags: ['rain']
host: Bo Ek
podcast: The Roof Hour
description: "Why roofs leak, and what it costs."
---
"""
TURNS = "## Why\n\nBo Ek: 00:00:01\n\nIt rains.\nDoes it?\n\nAnn Lee: 00:00:07\n\nIt does.\n\n## How\n\n"
TURNS += "Bo Ek: 00:00:09\n\nMuch?\n\nAnn Lee: 00:00:12\n\nNo.\n"


def record_of(text: str) -> TranscriptRecord:
    (record,) = read_lawfully(TRANSCRIPT, text).records
    assert isinstance(record, TranscriptRecord)
    return record


def test_what_front_matter_states() -> None:
    record = record_of(FRONT + TURNS)
    stated = (record.title, record.date, record.host, record.section, *record.summary)
    assert [claim.value for claim in stated if claim] == [
        "Rain on Roofs",
        PartialDate(2024, 5, 2),
        "Bo Ek",
        "The Roof Hour",
        "Why roofs leak, and what it costs.",
    ]
    assert [heading.value for heading in record.headings] == ["Why", "How"]
    assert [(turn.label, turn.time, len(turn.paragraphs)) for turn in record.turns] == [
        ("Bo Ek", 1, 2),
        ("Ann Lee", 7, 1),
        ("Bo Ek", 9, 1),
        ("Ann Lee", 12, 1),
    ]


def test_nothing_stays_unread() -> None:
    reading = read(seed_of(FRONT + TURNS))
    assert (reading.kind, unread_texts(reading)) == ("transcript", [])
    assert reading.why.endswith("below front matter of a recording")


def test_a_talk_without_names_is_nobodys() -> None:
    text = f"{FRONT}\n<https://rain.example/talk>\n\n## Roofs\n\n{LONG}\n\n{LONG}\n\n## Rain\n\n{LONG}\n"
    reading = read(seed_of(text))
    (record,) = reading.records
    assert isinstance(record, TranscriptRecord)
    assert [heading.value for heading in record.headings] == ["Roofs", "Rain"]
    assert [(turn.label, len(turn.paragraphs)) for turn in record.turns] == [("", 3)]
    assert unread_texts(reading) == ["<https://rain.example/talk>"]


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Rain\ndate: 2024-05-02\n---\n",
        "---\nhosts: [unclosed\n---\n",
        "---\n- hosts\n---\n",
        "---\nspeakers:\n---\n",
        "---\n",
    ],
)
def test_other_front_matter_is_no_recording(front: str) -> None:
    text = f"{front}\n{LONG}\n"
    assert read(seed_of(text)).kind != "transcript"
    read_lawfully(TRANSCRIPT, text)


def test_a_date_that_cannot_be_read_is_no_label_of_a_date() -> None:
    record = record_of(FRONT.replace("2024-05-02", "in spring") + TURNS)
    assert record.date is None
