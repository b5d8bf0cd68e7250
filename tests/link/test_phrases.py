from __future__ import annotations

from seedbed.link.corpus import Corpus, corpus
from seedbed.link.texts import Source, read_texts
from seedbed.link.uses import phrasebook, term_of


def _read(*texts: str) -> Corpus:
    return corpus(read_texts([Source("spoken", text) for text in texts]))


def _surfaces(text: str) -> list[str]:
    read = _read(text)
    found = [(int(first), length) for length, firsts in enumerate(read.phrases, start=1) for first in firsts]
    return [read.surface(first, first + length - 1) for first, length in sorted(found)]


def test_a_phrase_neither_begins_nor_ends_with_a_word_of_grammar_or_reasoning() -> None:
    assert _surfaces("We show the decay of neutrons in this paper.") == [
        "decay",
        "decay of neutrons",
        "neutrons",
    ]


def test_nor_with_one_of_another_language_or_half_of_a_latin_one() -> None:
    assert _surfaces("Instituto de Botánica") == ["Instituto", "Botánica"]
    assert _surfaces("in vitro culture, de novo") == ["culture"]


def test_nor_with_what_texts_count_in() -> None:
    assert _surfaces("ten percent of ferns") == ["ferns"]


def test_an_address_holds_no_words() -> None:
    assert _surfaces("moss (https://github.com/moss/fern.html), ferns") == ["moss", "ferns"]


def test_no_phrase_goes_over_a_comma_or_a_full_stop() -> None:
    assert _surfaces("muons, pions. Kaons") == ["muons", "pions", "Kaons"]


def test_no_phrase_begins_or_ends_within_a_hyphened_word() -> None:
    assert _surfaces("cross-bridge cycling") == ["cross-bridge", "cross-bridge cycling", "cycling"]
    assert _surfaces("state-of-the-art lasers") == ["lasers"]


def test_no_phrase_goes_over_the_end_of_a_text() -> None:
    read = _read("red", "dwarf stars", "", "of pulsars")
    assert [firsts.tolist() for firsts in read.phrases] == [[0, 1, 2, 4], [1], []]


def test_inflections_of_a_phrase_count_as_one() -> None:
    read = _read("neutron star, neutron stars and a neutron star", "a pulsar", "two neutron stars")
    pairs = phrasebook(read).pairs
    assert {term_of(read, 2, int(first)) for first in pairs.firsts} == {"neutron star"}
    assert list(zip(pairs.texts.tolist(), pairs.times.tolist(), strict=True)) == [(0, 3), (2, 1)]


def test_text_without_words_has_none() -> None:
    for text in ("", "   ", "— … !", "12 34.5"):
        assert _surfaces(text) == []
