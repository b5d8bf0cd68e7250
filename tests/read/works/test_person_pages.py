"""Works as ORCID and dblp list them, copied as text."""

from __future__ import annotations

import pytest

from seedbed.read.formats.dblp import DBLP
from seedbed.read.formats.orcid import ORCID
from seedbed.read.registry import read
from tests.read.seeds import read_lawfully, seed_of, unread_texts

WORK = "A Glacier in Spring\nAnnals of Ice\n2011-05 | Journal article\nDOI: 10.9999/ice.1\n"
CITED = "[j1]\nNora Sætre, Yuki Sato 0002:\n"


class TestOrcid:
    @pytest.mark.parametrize(
        "end", ["Source: Crossref\n", "Source:\nCrossref\n", "Source: check_circle\nCrossref\n"]
    )
    def test_works_end_on_their_source(self, end: str) -> None:
        text = f"Works (2)\n{WORK}Show more detail\n{end}{WORK.replace('Glacier', 'Fjord')}{end}"
        reading = read(seed_of(text))
        assert (reading.kind, unread_texts(reading)) == ("orcid-works", ["Works (2)"])
        titles = [work.title.value for work in reading.works() if work.title]
        assert titles == ["A Glacier in Spring", "A Fjord in Spring"]

    def test_what_may_be_no_title_is_not_read(self) -> None:
        reading = read_lawfully(ORCID, f"Works (1)\nMostly ice\n{WORK}Source: Crossref\n")
        assert list(reading.works()) == []

    def test_how_many_works_and_sources_are_shown_is_no_title(self) -> None:
        shown = "Works (80)\nItems per page: 50\n1–50 of 80\n"
        end = "Source: Crossref\nPreferred source (of 2)\n"
        reading = read_lawfully(ORCID, f"{shown}{WORK}{end}{WORK.replace('Glacier', 'Fjord')}{end}")
        titles = [work.title.value for work in reading.works() if work.title]
        assert titles == ["A Glacier in Spring", "A Fjord in Spring"]

    @pytest.mark.parametrize(
        "text", ["", WORK, "Source: Crossref\n", "Works\n2005-03 to present | Professor\nSource: Ann Lee\n"]
    )
    def test_knows_others(self, text: str) -> None:
        assert ORCID.recognise(seed_of(text)) is None


class TestDblp:
    @pytest.mark.parametrize(
        ("stated", "title", "venue"),
        [
            ("On Ice. Inf. Syst. Lett. 41(2): 114-131 (2024)", "On Ice", "Inf. Syst. Lett."),
            ("On Ice. ACM Trans. Ice Syst. 4(2): 1:1-1:9 (2024)", "On Ice", "ACM Trans. Ice Syst."),
            ("What Is Ice? A Study. Ice J. 3 (2024)", "What Is Ice? A Study", "Ice J."),
            ("Ice vs. Snow. ICEDB 2024: 1-9", "Ice vs. Snow", "ICEDB"),
            ("Who Melts? ICEDB (2) 2024: 1-9", "Who Melts?", "ICEDB (2)"),
            ("On Ice. CoRR abs/2401.00001 (2024)", "On Ice", "CoRR"),
            ("Ice Again. Nordfjord University, Norway, 2017", "Ice Again", "Nordfjord University, Norway"),
        ],
    )
    @pytest.mark.parametrize("between", ["\n", " "])
    def test_works(self, stated: str, title: str, venue: str, between: str) -> None:
        reading = read(seed_of(CITED.replace("]\n", f"]{between}") + stated + "\n"))
        assert reading.kind == "dblp-page"
        (work,) = reading.works()
        assert work.title is not None
        assert work.creators is not None
        assert work.venue is not None
        assert (work.title.value, work.venue.value) == (title, venue)
        assert work.creators.value.names == ("Nora Sætre", "Yuki Sato")

    @pytest.mark.parametrize(
        "text",
        [
            "",
            CITED,
            f"{CITED}Ice without a venue\n",
            "[1]\nNora Sætre:\nOn Ice. ICEDB 2024: 1-9\n",
            "[j1]\nand then she said:\nOn Ice. ICEDB 2024: 1-9\n",
        ],
    )
    def test_knows_others(self, text: str) -> None:
        assert DBLP.recognise(seed_of(text)) is None


WITHOUT_KEY = "Ann Lee, Bo Ek:\nGrowth and Rain in Small Models. ICML 2023: 1234-1250\n"


def test_a_search_at_dblp_has_no_keys() -> None:
    assert DBLP.recognise(seed_of(WITHOUT_KEY)) is None
    reading = read_lawfully(DBLP, WITHOUT_KEY + WITHOUT_KEY.replace("Growth", "Clouds"))
    titles = [work.title.value for work in reading.works() if work.title]
    assert titles == ["Growth and Rain in Small Models", "Clouds and Rain in Small Models"]
