from __future__ import annotations

from seedbed.link.phrases import candidates
from seedbed.text.words import words


def _surfaces(text: str) -> list[str]:
    split = words(text)
    found = candidates(text, split)
    return [
        text[split.starts[first] : split.ends[last]]
        for first, last in zip(found.firsts, found.lasts, strict=True)
    ]


def test_a_phrase_neither_begins_nor_ends_with_a_word_of_grammar_or_reasoning() -> None:
    assert _surfaces("We show the decay of neutrons in this paper.") == [
        "decay",
        "decay of neutrons",
        "neutrons",
    ]


def test_no_phrase_goes_over_a_comma_or_a_full_stop() -> None:
    assert _surfaces("muons, pions. Kaons") == ["muons", "pions", "Kaons"]


def test_no_phrase_begins_or_ends_within_a_hyphened_word() -> None:
    assert _surfaces("cross-bridge cycling") == ["cross-bridge", "cross-bridge cycling", "cycling"]
    assert _surfaces("state-of-the-art lasers") == ["lasers"]


def test_inflections_of_a_phrase_count_as_one() -> None:
    text = "neutron star, neutron stars and a neutron star"
    found = candidates(text, words(text))
    assert dict(zip(found.keys, found.times, strict=True))["neutron star"] == 3


def test_text_without_words_has_none() -> None:
    for text in ("", "   ", "— … !", "12 34.5"):
        assert _surfaces(text) == []
