"""The title, the section and the date of a recording, among what sites put above a transcript."""

from __future__ import annotations

import pytest

from seedbed.model.record import TranscriptRecord
from seedbed.read.talks.transcript import TRANSCRIPT
from tests.read.seeds import LONG, read_lawfully

TURNS = "Ann:\n\nIt rains.\n\nBo:\n\nIt does.\n\nAnn:\n\nStill?\n\nBo:\n\nYes.\n"
TITLE = "Why Every Roof Leaks"


def record_of(header: str) -> TranscriptRecord:
    (record,) = read_lawfully(TRANSCRIPT, f"{header}\n\n{TURNS}").records
    assert isinstance(record, TranscriptRecord)
    return record


@pytest.mark.parametrize(
    "header",
    [
        f"Roofcast\n\n{TITLE}\n\nRoofcast Episode 144\n\nSend us a text\n\n{LONG}\n\nContact Roofcast",
        f"Roofcast\n\n{TITLE}\n\nMarch 12, 2021 Episode 47\nRoofcast\n{TITLE}\nSupport\n\n{LONG}",
        f"{TITLE}\n\n{LONG}\n\nWe cover:\n\n  • Roofs\n\nWho this is for:\n\nThanks to roofers\n\nHighlights",
        f"All Podcast Episodes\n\n{TITLE}\n\nPublished\nApril 25, 2019\n\n{LONG}\n\nTopics that we discuss:",
        f"{TITLE}\n0:00\n-1:48:27\n\n{TITLE}\n\nRoofs, rain, and rust\n\n{LONG}\n\nRoof Links\n\nChapters",
        f"See all talks\n\nRain logo\n\n{TITLE} | Rain Podcast #151\n\n1 hours 28 minutes 46 seconds",
        f"Title: {TITLE}\nBo Ek\nLund",
        (
            f"{TITLE}\n\nRecorded at the Old Hall, Thursday 22 January 2026, 7.30 pm\n\n"
            "Panel: Ida Roe, Cy Moe\nModerator: Edda Lind\n\nWatch the video\nDownload transcript (PDF, 2 KB)"
        ),
    ],
)
def test_a_title_among_what_sites_have_above(header: str) -> None:
    title = record_of(header).title
    assert title is not None
    assert title.value.removesuffix(" | Rain Podcast #151") == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Episode Date: March 12, 2021",
        "March 12, 2021 Episode 47",
        "March 12, 2021 Roofcast Episode 47",
        "Recorded March 12, 2021 in Lund",
        "Aired March 12, 2021 - 13:30 ET",
        "🗓️ 12 March 2021",
    ],
)
def test_dates_with_what_stands_beside_them(line: str) -> None:
    date = record_of(f"{TITLE}\n{line}").date
    assert date is not None
    assert date.value.iso() == "2021-03-12"


@pytest.mark.parametrize(
    "last", ["Relevant Links", "RRH Links", "Support The Show", "Further Reading", "Roofs, Rain, and Rust"]
)
def test_words_that_everybody_uses_are_no_host(last: str) -> None:
    assert record_of(f"{TITLE}\n\n{LONG}\n\n{last}").host is None


def test_a_name_that_ends_the_header_is_the_hosts() -> None:
    host = record_of(f"{TITLE}\n\n{LONG}\n\nIda Moe").host
    assert host is not None
    assert host.value == "Ida Moe"


def test_a_series_over_itself_is_no_title() -> None:
    record = record_of("The Roof Podcast\n\nThe Roof Podcast\n\nZurück zur Episode")
    assert record.title is None
    assert record.section is not None
    assert record.section.value == "The Roof Podcast"


def test_a_word_that_may_be_a_label_is_left_inside_a_title() -> None:
    title = record_of("Interview with a roofer, episode: the long rain").title
    assert title is not None
    assert title.value == "Interview with a roofer, episode: the long rain"


def test_a_day_that_runs_into_the_summary() -> None:
    record = record_of(f"{TITLE}\nEpisode Date: March 12, 2021{LONG}")
    assert record.date is not None
    assert record.date.value.iso() == "2021-03-12"
    assert len(record.summary) == 1


def test_what_sponsors_say_is_no_summary() -> None:
    told = "This episode is brought to you by Gutters.\n\nTo sponsor a show, write to us, or call us.\n"
    record = record_of(f"{TITLE}\n\n{LONG}\n\n{told}")
    assert [paragraph.value for paragraph in record.summary] == [LONG]
