from __future__ import annotations

import pytest

from seedbed.read.formats.tagged import TAGGED
from tests.read.seeds import LONG, read_lawfully, seed_of, unread_texts

ENDNOTE = (
    "%0 Journal Article\n%T On Rain\n%A Lee, Ann\n%A Ek, Bo\n%A et al.\n%X One\n   two.\n%K rain\n%Q odd\n"
)
MEDLINE = (
    "PMID- 1\nOWN - NLM\nTI  - On Rain and \n      Soil.\nAU  - Lee AB\nAU  - Lee\nDP  - 2023 Mar-Apr\n"
    "LID - 10.1/x [doi]\nXX  - odd\n"
)


def test_endnote() -> None:
    reading = read_lawfully(TAGGED, ENDNOTE)
    (work,) = reading.works()
    assert work.title is not None
    assert work.creators is not None
    assert work.abstract is not None
    assert (work.title.value, work.creators.value.names) == ("On Rain", ("Lee, Ann", "Ek, Bo"))
    assert not work.creators.value.complete
    assert (work.abstract.value, work.abstract.span.last) == ("One two.", 7)
    assert unread_texts(reading) == ["%Q odd"]


def test_medline_with_short_names_alone() -> None:
    reading = read_lawfully(TAGGED, MEDLINE)
    (work,) = reading.works()
    assert work.title is not None
    assert work.creators is not None
    assert work.date is not None
    assert (work.title.value, work.title.span.last) == ("On Rain and Soil", 4)
    assert work.creators.value.names == ("Lee, A.B.", "Lee")
    assert work.date.value.iso() == "2023-03"
    assert unread_texts(reading) == ["XX  - odd"]


@pytest.mark.parametrize(
    "text", ["", LONG, "%T On Rain\n", "%0 Journal Article\n", "OWN - NLM\nTI  - On Rain\n", "PMID- 1\n"]
)
def test_knows_others(text: str) -> None:
    assert TAGGED.recognise(seed_of(text)) is None
