from __future__ import annotations

import pytest

from seedbed.model.date import PartialDate
from seedbed.model.record import ProfileRecord
from seedbed.read.profile import PROFILE
from seedbed.read.spread import gather_parts, of_whole_heads
from tests.read.seeds import LONG, read_lawfully, seed_of, unread_texts

READER = of_whole_heads(PROFILE)
FIRST = f"On Growth\n\nMira Okafor, Tove Lind et al. · inria\n\n{LONG}\n\n"
SECOND = f"A Second Work\n\nTove Lind and Mira Okafor\n\n{LONG}\n"
RUN_TOGETHER = (
    f"Mira Okafor\n\nBiology\nh-index12\n31papers\nNovelty53%\n\n2 Papers\n\n"
    f"91.5GNMar 3, 2021Code\n{FIRST}NCMay 28\n{SECOND}"
)
ONE_A_LINE = (
    f"Mira Okafor\n\nBiology\nh-index\n12\n31\npapers\nNovelty\n53%\n\n2 Papers\n\n"
    f"91.5\nGN\nMar 3, 2021\nCode\n{FIRST}NC\nMay 28\n{SECOND}"
)


def apart(text: str) -> str:
    """The same lines, each with a blank one below."""
    return "\n\n".join(line for line in text.splitlines() if line) + "\n"


@pytest.mark.parametrize(
    "text", [RUN_TOGETHER, ONE_A_LINE, apart(RUN_TOGETHER), apart(ONE_A_LINE)], ids=range(4)
)
def test_parts_that_stand_apart_are_read_as_if_run_together(text: str) -> None:
    reading = read_lawfully(READER, text)
    (record,) = reading.records
    assert isinstance(record, ProfileRecord)
    assert record.name.value == "Mira Okafor"
    assert record.field is not None
    assert record.field.value == "Biology"
    figures = [(claim.value.label, claim.value.value) for claim in record.figures]
    assert figures == [("h-index", "12"), ("papers", "31"), ("Novelty", "53%")]
    first, second = record.works
    assert [work.title.value for work in record.works if work.title] == ["On Growth", "A Second Work"]
    assert [work.category.value for work in record.works if work.category] == ["GN", "NC"]
    assert [work.date.value for work in record.works if work.date] == [
        PartialDate(2021, 3, 3),
        PartialDate(None, 5, 28),
    ]
    assert (str(first.score.value) if first.score else None, second.score) == ("91.5", None)
    assert (first.has_code is not None, second.has_code is not None) == (True, False)
    assert [work.abstract.value for work in record.works if work.abstract] == [LONG, LONG]
    assert (reading.unread, reading.remarks) == ((), ())


def test_what_was_gathered_is_stated_of_the_lines_that_are_there() -> None:
    text = "Mira Okafor\n\n91.5\nGN\nMar 3, 2021\nOn Growth\n\nTove Lind\n"
    (work,) = read_lawfully(READER, text).works()
    assert work.score is not None
    assert (work.score.span.first, work.score.span.last) == (3, 5)
    assert work.title is not None
    assert (work.title.span.first, work.title.span.last) == (6, 6)


def test_recognition_sees_the_parts_gathered() -> None:
    assert PROFILE.recognise(seed_of(ONE_A_LINE)) is None
    recognition = READER.recognise(seed_of(ONE_A_LINE))
    assert recognition is not None
    assert "2 works begin" in recognition.why
    assert "3 figures" in recognition.why


@pytest.mark.parametrize(
    "text",
    [
        RUN_TOGETHER,
        # News, under a word and a day, and no score anywhere.
        f"Rain Lab\n\nNEWS\nMay 28, 2024\nA Prize for Us\n\n{LONG}\n\nTALK\nMay 2, 2024\nOn Rain\n\n{LONG}\n",
        "",
        "One line.\n",
    ],
)
def test_what_is_not_parted_is_left_alone(text: str) -> None:
    assert gather_parts(seed_of(text)) is None


def test_a_field_above_figures_is_no_label_of_one() -> None:
    text = f"Mira Okafor\n\nBiology\n12\nh-index\n31\npapers\n\nNCMay 28\n{SECOND}"
    (record,) = read_lawfully(READER, text).records
    assert isinstance(record, ProfileRecord)
    figures = [(claim.value.label, claim.value.value) for claim in record.figures]
    assert figures == [("h-index", "12"), ("papers", "31")]
    assert record.field is not None
    assert record.field.value == "Biology"


def test_blank_lines_that_part_paragraphs_stay() -> None:
    reading = read_lawfully(READER, ONE_A_LINE + "\nShare this page\n")
    assert unread_texts(reading) == ["Share this page"]
