"""A line that one work of a list lacks costs that work at most: its neighbours are read as before."""

from __future__ import annotations

import pytest

from seedbed.model.record import WorkRecord
from seedbed.read.registry import read
from tests.read.seeds import LONG, seed_of

WORKS = (
    ("Rain on Small Roofs", "Ann Lee, Bo Ek", "Ida Moe"),
    ("What Do Eaves Remember?", "Cy Roe", "Ora Lie"),
    ("Gutters: A Natural History of Rain", "Dua Poe, Eli Fox, Ann Lee", "Ida Moe"),
    ("Counting Drops Without Getting Wet", "Gus Orr, Cy Roe", "Jo Quist"),
    ("How Long Is a Shower? Four Hundred Umbrellas", "Hal Ives", "Ora Lie"),
)
HEAD = (
    "Rain Programme",
    "",
    "Work of our fellows, from gutters to eaves, as written down each year.",
    "",
    "",
)
AT = 2
"""Which of the works a line is taken from."""


def facts(work: WorkRecord) -> tuple[object, ...]:
    stated = (work.title, work.creators, work.fellows, work.mentors, work.date, work.abstract)
    return tuple(claim.value if claim else None for claim in stated)


@pytest.mark.parametrize(
    "form",
    [
        "{title}\n{names}\nMentor: {mentor}\nWorking paper, May {year}\nPaper | Code",
        "{title}\n{names}\nMentor: {mentor}\n{text}\nRead the paper",
        "{title}\n\nMentor: {mentor}\nMentees: {names}\n\n{text}",
        "{title}\n\nFellows: {names}\nMentor: {mentor}\n\n{text}\n\nRead paper",
        "{title}\n\n{names}\n\nResidents: {names}\n\nMay {year}\n\n{text}",
        "{title}\nFellows: {names}\nMentor: {mentor}\nMay {year}\n{text}",
        "{title}\n{text}\nFellows\n{names}\nMentor\n{mentor}\nPublished\nMay {year}\nView paper",
        "{title}\n\n{text}\n\nFellows:\n\n{names}\n\nMentors:\n\n{mentor}\n\nDate:\n\nMay {year}",
        "Roofs\n\nMay 3, {year}\n\n{title}\n\nFellows: {names}\nMentor: {mentor}\n\n{text}\n\nRead paper",
        "Title: {title}\nAuthors: {names}\nAbstract: {text}",
        "{title}\nBy {names}\nMay {year}\n{text}\nRead more",
        "May {year}\n{title}\n{names}\n{text}",
        "{title} ({year})\n{names}\n{text}",
        "{title}\n\n{names}\n\n{text}\n\n[PDF] [Code]",
        "{title}\n{names}\nIn Proceedings of the Rain Conference, {year}\nAbstract: {text}\nPDF Code",
        "## {title}\n\n*{names}*\n\n{text}",
        "{names}\n{title}\nRain Letters, {year}",
        "{names}\n\n{title}\n\n{text}",
        "{title}\n{names}\nRoofs · May {year}\n{text}",
    ],
)
def test_a_line_less_costs_no_neighbour(form: str) -> None:
    entries = [
        form.format(title=title, names=names, mentor=mentor, year=2020 + at, text=f"{LONG} {title}").split(
            "\n"
        )
        for at, (title, names, mentor) in enumerate(WORKS)
    ]
    whole = read(seed_of(page(entries)))
    assert [work.title and work.title.value for work in whole.works()] == [title for title, *_ in WORKS]
    beside = {facts(work) for at, work in enumerate(whole.works()) if at != AT}
    for at, line in enumerate(entries[AT]):
        if WORKS[AT][0] in line and LONG not in line:
            continue  # a work without a title is another matter
        less = [*entries[:AT], entries[AT][:at] + entries[AT][at + 1 :], *entries[AT + 1 :]]
        read_now = {facts(work) for work in read(seed_of(page(less))).works()}
        assert beside <= read_now, entries[AT][at]
        assert len(read_now) <= len(WORKS)


def page(entries: list[list[str]]) -> str:
    return "\n".join([*HEAD, *(line for entry in entries for line in (*entry, "", ""))])
