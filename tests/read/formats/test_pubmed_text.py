from __future__ import annotations

from seedbed.read.formats.pubmed_text import PUBMED_TEXT
from tests.read.seeds import LONG, read_lawfully, unread_texts

WHERE = "1. J Rain. 2019 Mar 5;364:17. doi: 10.1136/j.17.\n\n"
NUMBERS = "DOI: 10.1136/j.17\nPMID: 30000007 [Indexed for MEDLINE]\n"


def test_a_paper_that_names_nobody() -> None:
    (work,) = read_lawfully(PUBMED_TEXT, f"{WHERE}[On slow rain.]\n\n{LONG}\n\n{NUMBERS}").works()
    assert work.title is not None
    assert work.abstract is not None
    assert (work.title.value, work.creators, work.abstract.value) == ("On slow rain", None, LONG)
    assert [link.value for link in work.links] == ["https://doi.org/10.1136/j.17"]


def test_a_paper_without_its_number_at_pubmed_is_none() -> None:
    text = f"{WHERE}On slow rain.\n\nLee A, Ek B.\n\n{LONG}\n\n"
    reading = read_lawfully(PUBMED_TEXT, text + text.replace("1.", "2.", 1) + NUMBERS)
    assert [work.span().first for work in reading.works()] == [9]
    assert unread_texts(reading)[0] == WHERE.strip()
