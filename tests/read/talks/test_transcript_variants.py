"""One conversation, as other captures of the same site, or of like ones, would have it."""

from __future__ import annotations

import pytest

from seedbed.model.record import TranscriptRecord
from seedbed.read.coverage import find_fault
from seedbed.read.registry import read
from tests.read.seeds import LONG, seed_of

SAID = (
    ("Welcome to the show.", "How did it begin?", "And then?", "Is that what you had thought?", "Thank you."),
    (
        "Thank you.",
        "With rain on a roof.",
        "In a small town.",
        "I had not thought of it.",
        "It was my pleasure.",
    ),
)


def page(
    host: str = "Ann Lee",
    guest: str = "Bo Ek",
    *,
    title: str = "On Rain, with a Guest",
    stated: str = "Ann Lee",
) -> str:
    turns = "\n\n".join(
        f"{host}: {asked}\n\n{guest}: {answered}" for asked, answered in zip(*SAID, strict=True)
    )
    header = f"Podcasts\nMay 2, 2024\n\n{title}\n\n{stated}\n\n{LONG}\n\n"
    return f"{header}Transcript\n\n{turns}\n"


def record_of(text: str) -> TranscriptRecord:
    reading = read(seed_of(text))
    assert find_fault(reading) == ""
    (record,) = reading.records
    assert isinstance(record, TranscriptRecord)
    return record


def labels_of(record: TranscriptRecord) -> list[str]:
    return list(dict.fromkeys(turn.label for turn in record.turns))


@pytest.mark.parametrize(
    "guest", ["Henk van 't Hoff", "Renée d'Arcy", "Sinéad O'Brien", "Giulia dell’Orto", "Bo van ’t Veer"]
)
def test_names_with_small_parts(guest: str) -> None:
    record = record_of(page(guest=guest))
    assert labels_of(record) == ["Ann Lee", guest]
    assert len(record.turns) == 10


@pytest.mark.parametrize(
    ("host", "guest"),
    [
        ("A.L.", "B.E."),
        ("Interviewer", "Bo Ek"),
        ("HOST", "Bo Ek"),
        ("Ann", "Bo"),
        ("AL", "BE"),
    ],
)
def test_the_host_is_who_the_header_names(host: str, guest: str) -> None:
    record = record_of(page(host, guest))
    assert record.host is not None
    assert record.host.value == "Ann Lee"
    assert labels_of(record) == [host, guest]


@pytest.mark.parametrize(
    ("host", "guest"), [("Ann Lee (host)", "Bo Ek (guest)"), ("Ann Lee (cellist)", "Bo Ek")]
)
def test_what_somebody_does_is_no_part_of_the_name(host: str, guest: str) -> None:
    record = record_of(page(host, guest))
    assert record.host is not None
    assert record.host.value == "Ann Lee"
    assert labels_of(record) == ["Ann Lee", "Bo Ek"]


def test_who_has_no_name_keeps_what_tells_them_apart() -> None:
    text = "".join(
        f"Audience member ({place}): Why does it rain {place}?\n\nAnn Lee: It does.\n\n"
        for place in ("here", "there") * 2
    )
    assert set(labels_of(record_of(text))) == {"Audience member (here)", "Audience member (there)", "Ann Lee"}


def test_a_line_that_names_neither_is_no_host_where_the_first_speaker_has_a_name() -> None:
    assert record_of(page(stated="Di Fox")).host is None


@pytest.mark.parametrize(
    "title", ["Rain Is Not What You Think It Is!", "We need to speak of rain on small roofs."]
)
def test_a_title_that_reads_like_a_sentence(title: str) -> None:
    record = record_of(page(title=title))
    assert record.title is not None
    assert record.title.value == title
    assert [claim.value for claim in record.summary] == [LONG]


def test_a_short_sentence_of_the_summary_is_no_title() -> None:
    text = page(title="").replace(LONG, f"We speak of rain on small roofs.\n\n{LONG}", 1)
    record = record_of(text)
    assert record.title is None
    assert [claim.value for claim in record.summary] == ["We speak of rain on small roofs.", LONG]


@pytest.mark.parametrize(
    "paragraph", ["Question: what is rain? I do not know.", "Human: is it wet? Assistant: it is."]
)
def test_a_word_before_a_colon_that_recurs_among_full_names_is_nobody(paragraph: str) -> None:
    text = (
        page().replace("of it.\n", f"of it.\n\n{paragraph}\n").replace("roof.\n", f"roof.\n\n{paragraph}\n")
    )
    text += "\n".join(page().split("Transcript\n")[1:]) * 2
    record = record_of(text)
    assert labels_of(record) == ["Ann Lee", "Bo Ek"]
    assert sum(1 for turn in record.turns for claim in turn.paragraphs if claim.value == paragraph) == 2


def test_an_everyday_word_that_interrupts_is_a_speaker() -> None:
    asked = "Question: And what if it snows?\n\nBo Ek: Then it snows."
    text = page().replace("Bo Ek: I had", f"Bo Ek: Wait.\n\n{asked}\n\n{asked}\n\nBo Ek: I had")
    text += "\n".join(page().split("Transcript\n")[1:]) * 2
    assert labels_of(record_of(text)) == ["Ann Lee", "Bo Ek", "Question"]


def test_one_who_speaks_alone_and_is_named_once() -> None:
    alone = (
        page().split("Transcript\n\n")[0]
        + "Transcript\n\nAnn Lee: Welcome.\n\nIt rains.\n\nIt will rain on.\n"
    )
    record = record_of(alone)
    assert [(turn.label, len(turn.paragraphs)) for turn in record.turns] == [("Ann Lee", 3)]
    assert record.host is not None
    assert record.title is not None


def test_a_time_before_a_chapter_is_no_part_of_it() -> None:
    record = record_of(page().replace("Ann Lee: And then?", "7:19 What Roofs Remember\n\nAnn Lee: And then?"))
    assert [claim.value for claim in record.headings] == ["What Roofs Remember"]


@pytest.mark.parametrize("names", [("Ann L.", "Bo E."), ("Ann", "Bo")])
def test_short_names_on_lines_of_their_own(names: tuple[str, str]) -> None:
    text = page(*names, stated=names[0])
    for at, name in enumerate(names):
        for second, said in enumerate(SAID[at]):
            text = text.replace(f"{name}: {said}", f"{name}\n0:{2 * second + at:02d}\n\n{said}")
    record = record_of(text)
    assert labels_of(record) == list(names)
    assert [turn.time for turn in record.turns] == list(range(10))
    assert [turn.paragraphs[0].value for turn in record.turns][:2] == [SAID[0][0], SAID[1][0]]


@pytest.mark.parametrize("form", ["[{}] ", "{} — ", "{} – "])
def test_labels_without_a_colon(form: str) -> None:
    names = ("Ann Lee", "Bo van der Ek")
    text = page(*names)
    for name in names:
        text = text.replace(f"{name}: ", form.format(name))
    record = record_of(text.replace("Thank you.\n", "Thank you.\n\n[Audience Laughter] And so on.\n", 1))
    assert labels_of(record) == list(names)
    assert len(record.turns) == 10
    assert record.host is not None
    assert record.turns[1].paragraphs[-1].value.endswith("And so on.")


@pytest.mark.parametrize("form", ["[{}] ", "{} — "])
def test_what_stands_once_before_a_text_is_no_label(form: str) -> None:
    names = ("Ann Lee", "Bo Ek", "Cy Roe", "Di Fox", "Ed Orr")
    text = "Our people\n\n" + "".join(f"{form.format(name)}{LONG}\n\n" for name in names)
    assert read(seed_of(text)).kind != "transcript"


def test_creators_before_titles_are_no_speakers() -> None:
    titles = ("Rain on Roofs", "Walls", "Two Winters", "Slate and Tin", "A Gutter", "Eaves", "What Wind Does")
    names = ("Ann Lee", "Bo Ek", "Bo Ek", "Ann Lee", "Ann Lee", "Bo Ek", "Ann Lee")
    text = "".join(f"{name} — {title}\n" for name, title in zip(names, titles, strict=True))
    assert read(seed_of(text)).kind != "transcript"


@pytest.mark.parametrize("time", ["[0m48s]", "(1h 2m 3s)", "(48s)", "[12min]"])
def test_a_time_with_its_units_is_no_part_of_a_name(time: str) -> None:
    record = record_of(page(f"Ann Lee {time}", f"Bo Ek {time}"))
    assert labels_of(record) == ["Ann Lee", "Bo Ek"]
    assert record.host is not None


def test_of_two_who_are_named_above_the_host_speaks_first() -> None:
    said = "Bo Ek: Shall we begin?\n\nAnn Lee: Let us begin.\n\n" * 3
    reading = read(seed_of(f"Rain on Tin Roofs\nAnn Lee\nBo Ek\nMay 2, 2024\n\n{said}"))
    (record,) = reading.records
    assert isinstance(record, TranscriptRecord)
    assert record.host is not None
    assert (record.host.value, record.host.span.first) == ("Bo Ek", 3)
