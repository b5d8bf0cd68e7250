from __future__ import annotations

import pytest

from seedbed.model.date import PartialDate
from seedbed.model.record import ProfileRecord, WorkRecord
from seedbed.read.profile_head import find_heads
from seedbed.read.registry import read
from seedbed.read.scholar_profile import SCHOLAR_PROFILE
from seedbed.text.lines import filled
from tests.read.seeds import read_lawfully, seed_of, unread_texts

HEAD = "Ilse Brandvold\nProfessor of Botany\nVerified email at nordfjord.example - Homepage\n"
COLUMNS = "Title\nSort\nSort by citationsSort by year\nCited by\nYear\n"
ROWS = [
    (
        "Moss as a memory of rain",
        "H van der Meulen, I Brandvold",
        "Annals of Moss 12, 1-19, 2014",
        "231*",
        "2014",
    ),
    ("DNA Barcodes", "I Brandvold, TK Oyelaran, ...", "arXiv preprint arXiv:1904.01234, 2019", "77", "2019"),
    ("1984", "I Brandvold", "Letters in Botany 3 (2), 5, 2015", "2", "2015"),
]


def laid_out(form: str) -> str:
    return "".join(form.format(*row) for row in ROWS)


def profile_of(text: str) -> ProfileRecord:
    (record,) = read_lawfully(SCHOLAR_PROFILE, text).records
    assert isinstance(record, ProfileRecord)
    return record


class TestLayouts:
    @pytest.mark.parametrize("columns", ["", COLUMNS, "Title\tCited by\tYear\n", "TITLE CITED BY YEAR\n"])
    @pytest.mark.parametrize(
        "form",
        [
            "{}\n{}\n{}\n{}\t{}\n",
            "{}\n{}\n{}\n\t{}\t{}\n",
            "{}\n{}\n{}\n{} {}\n",
            "{}\n{}\n{}\t{}\t{}\n",
            "{}\n{}\n{} {} {}\n",
            "{}\n{}\n{}\n{}\n{}\n",
            "{}\n\n{}\n\n{}\n\n{}\n\n{}\n\n",
            "{}\t{}\t{}\t{}\t{}\n",
        ],
    )
    def test_all_say_the_same(self, columns: str, form: str) -> None:
        reading = read(seed_of(HEAD + columns + laid_out(form) + "Articles 1–3\nShow more\n"))
        assert (reading.kind, reading.remarks) == ("scholar-profile", ())
        (record,) = reading.records
        assert isinstance(record, ProfileRecord)
        assert record.name.value == "Ilse Brandvold"
        works = record.works
        assert [work.title.value for work in works if work.title] == [row[0] for row in ROWS]
        assert [work.creators.value.names[0] for work in works if work.creators] == [
            "H van der Meulen",
            "I Brandvold",
            "I Brandvold",
        ]
        assert [work.venue.value for work in works if work.venue] == [
            "Annals of Moss",
            "arXiv preprint",
            "Letters in Botany",
        ]
        assert [work.date.value for work in works if work.date] == [
            PartialDate(2014),
            PartialDate(2019),
            PartialDate(2015),
        ]
        assert unread_texts(reading) == HEAD.splitlines()[1:]

    @pytest.mark.parametrize(
        "form", ["{}\n{}\n{}\n\t{}\t{}\n", "{}\n{}\n{}\n{} {}\n", "{}\n{}\n{}\t{}\t{}\n"]
    )
    @pytest.mark.parametrize("columns", ["", COLUMNS, "Title\tCited by\tYear\n"])
    def test_a_table_without_its_owner(self, columns: str, form: str) -> None:
        reading = read(seed_of(columns + laid_out(form)))
        assert [work.title.value for work in reading.works() if work.title] == [row[0] for row in ROWS]
        assert {type(record) for record in reading.records} == {WorkRecord}


class TestWorks:
    def test_what_the_venue_says(self) -> None:
        works = profile_of(HEAD + COLUMNS + laid_out("{}\n{}\n{}\n{}\t{}\n")).works
        stated = [f"{claim.value.label} {claim.value.value}" for claim in works[0].particulars]
        assert stated == ["volume 12", "pages 1-19"]
        assert [claim.value for claim in works[1].links] == ["https://arxiv.org/abs/1904.01234"]
        assert works[1].creators is not None
        assert not works[1].creators.value.complete

    @pytest.mark.parametrize(
        ("numbers", "venue", "year"),
        [
            ("\t2019", "Letters in Botany 3, 2019", 2019),
            ("2019", "Letters in Botany 3, 2019", 2019),
            ("12\t", "Letters in Botany 3, 2019", 2019),
            ("12", "Letters in Botany", None),
            ("2019", "Letters in Botany", None),
            ("2019\t2021", "Letters in Botany", 2021),
            ("12*\t2019", "Letters in Botany 3, 2018", 2019),
            ("1,204\t2019", "Letters in Botany", 2019),
        ],
    )
    def test_years(self, numbers: str, venue: str, year: int | None) -> None:
        text = HEAD + COLUMNS + laid_out("{}\n{}\n{}\n{}\t{}\n")
        text += f"A last work\nI Brandvold, J Sande\n{venue}\n{numbers}\n"
        last = profile_of(text).works[-1]
        assert last.title is not None
        assert last.title.value == "A last work"
        assert (last.date.value.year if last.date else None) == year

    def test_names_may_be_missing_between_others(self) -> None:
        first, *rest = ROWS
        text = HEAD + COLUMNS + "{}\n{}\n{}\n{}\t{}\n".format(*first) + "Rain\nBotany Notes, 2001\n3\t2001\n"
        text += "".join("{}\n{}\n{}\n{}\t{}\n".format(*row) for row in rest)
        work = profile_of(text).works[1]
        assert work.title is not None
        assert (work.title.value, work.creators) == ("Rain", None)
        assert work.venue is not None

    def test_another_count_is_told(self) -> None:
        text = HEAD + COLUMNS + laid_out("{}\n{}\n{}\n{}\t{}\n") + "Articles 1–20\n"
        (remark,) = read_lawfully(SCHOLAR_PROFILE, text).remarks
        assert remark.value == "the seed announces “Articles 1–20”, and 3 were read"


class TestHeader:
    @pytest.mark.parametrize(
        ("above", "name"),
        [
            ("", "Ilse Brandvold"),
            ("Google Scholar\nFollow\n", "Ilse Brandvold"),
            ("Co-authors\nTK Oyelaran\nHerbarium\nVerified email at herbarium.example\n", "Ilse Brandvold"),
        ],
    )
    def test_owner(self, above: str, name: str) -> None:
        assert profile_of(above + HEAD + laid_out("{}\n{}\n{}\n{}\t{}\n")).name.value == name

    def test_a_name_of_no_creator_is_not_the_owner(self) -> None:
        reading = read_lawfully(SCHOLAR_PROFILE, "Nordfjord University\n" + laid_out("{}\n{}\n{}\n{}\t{}\n"))
        assert [type(record) for record in reading.records] == [WorkRecord] * 3

    @pytest.mark.parametrize(
        ("interests", "field"),
        [
            ("Alpine plants\n", "Alpine plants"),
            ("Alpine plantsPollination\n", None),
            ("Alpine plants\nPollination\n", None),
            ("", None),
        ],
    )
    def test_field(self, interests: str, field: str | None) -> None:
        record = profile_of(HEAD + interests + COLUMNS + laid_out("{}\n{}\n{}\n{}\t{}\n"))
        assert (record.field.value if record.field else None) == field

    @pytest.mark.parametrize(
        "block",
        [
            "\tAll\tSince 2020\nCitations\t5312\t2211\nh-index\t31\t22\n",
            "All\nSince 2020\nCitations\n5312\n2211\nh-index\n31\n22\n",
            "All Since 2020\nCitations 5312 2211\nh-index 31 22\n",
            "AllSince 2020\nCitations\t5312\t2211\nh-index\t31\t22\n",
        ],
    )
    @pytest.mark.parametrize("below", [False, True])
    def test_figures(self, block: str, below: object) -> None:
        rows = laid_out("{}\n{}\n{}\n{}\t{}\n")
        text = HEAD + rows + "Articles 1–3\n" + block if below else HEAD + block + COLUMNS + rows
        figures = [(claim.value.label, claim.value.value) for claim in profile_of(text).figures]
        assert figures == [
            ("Citations", "5312"),
            ("Citations since 2020", "2211"),
            ("h-index", "31"),
            ("h-index since 2020", "22"),
        ]

    def test_a_second_figure_without_its_column_is_not_read(self) -> None:
        text = HEAD + "Citations\n5312\n2211\n" + COLUMNS + laid_out("{}\n{}\n{}\n{}\t{}\n")
        reading = read_lawfully(SCHOLAR_PROFILE, text)
        assert unread_texts(reading)[-1] == "2211"


@pytest.mark.parametrize(
    "line", ["1 March 2009", "24 May 2021", "212\t2014", "212 2014", "2122014", "88 2018 Code"]
)
def test_days_and_citations_are_no_head_of_a_profile(line: str) -> None:
    assert find_heads(filled(f"{line}\nA Title\n\n{line}\nAnother Title\n".split("\n"))) == []


@pytest.mark.parametrize("text", ["", "2014\n", "Ann Lee: 12\nBo Ek: 2014\n", "A Title\nA Lee\nRain, 2014\n"])
def test_knows_others(text: str) -> None:
    assert SCHOLAR_PROFILE.recognise(seed_of(text)) is None
