from __future__ import annotations

import pytest

from seedbed.read.talks.notices import is_notice, is_service


@pytest.mark.parametrize(
    "text",
    [
        "This transcript was made by a machine and may contain errors.",
        "This transcript may not be quoted without permission.",
        "Transcripts are generated automatically. They may be wrong.",
        "Available transcripts are automatically generated.",
        "Please note that the transcript is human generated, and may have errors.",
        "The timestamps in the transcript are clickable.",
        "THIS IS A RUSH TRANSCRIPT. IT MAY BE UPDATED.",
        "This is a transcript of the Rain Podcast #3.",
        "Radio transcripts are created on a deadline.",
        "This interview has been edited for length.",
        "See rain.example/listener for privacy information.",
        "This transcript was exported on Feb 02, 2024 - view latest version here.",
    ],
)
def test_what_is_told_of_a_transcript(text: str) -> None:
    assert is_notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "The transcript shows that he lied.",
        "We made a transcript of each talk, and then we counted the words.",
        "Messenger RNA transcripts in the leaves were counted.",
        "This is rain, and that is a roof.",
        "Roofs are available in many colours.",
    ],
)
def test_what_somebody_may_say_is_no_notice(text: str) -> None:
    assert not is_notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "Support the show",
        "Links mentioned in this episode:",
        "Relevant Links",
        "Rain Logo",
        "View transcript",
        "Slides: <https://rain.example/slides.pdf>",
        "Discussion (0)",
        "Transcript by rain.example",
        "Page 1 of 12",
    ],
)
def test_what_sites_put_around_a_transcript(text: str) -> None:
    assert is_service(text)


@pytest.mark.parametrize(
    "text", ["Support for Roofs in the Rain", "Links between Rain and Roofs", "Why it rains"]
)
def test_titles_are_no_services(text: str) -> None:
    assert not is_service(text)


def test_a_long_line_is_not_searched() -> None:
    assert not is_notice("a " * 5000 + "transcript is generated")
