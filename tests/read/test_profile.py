from __future__ import annotations

from decimal import Decimal

import pytest

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList, ProfileRecord, WorkRecord
from seedbed.read.profile import PROFILE
from tests.read.seeds import LONG, read_lawfully, real_seed, seed_of, unread_texts

HEADER = "Mira Okafor\n\nBiology\nh-index12\n31papers\n\n2 Papers\n\n"
FIRST = f"91.5GNMar 3, 2021Code\nOn Growth\n\nMira Okafor, Tove Lind et al. · inria, mit\n\n{LONG}\n\n"
SECOND = f"NCMay 28\nA Second Work, in 2 Parts: 1990-2020\n\nTove Lind and Mira Okafor\n\n{LONG}\n"


def profile_of(text: str) -> ProfileRecord:
    (record,) = read_lawfully(PROFILE, text).records
    assert isinstance(record, ProfileRecord)
    return record


def works_of(text: str) -> tuple[WorkRecord, ...]:
    return tuple(read_lawfully(PROFILE, text).works())


class TestRealSeed:
    def test_is_read_to_the_last_line(self) -> None:
        reading = PROFILE.read(real_seed("jack-lindsey-profile.txt"))
        assert (reading.unread, reading.remarks) == ((), ())
        assert (reading.count().total, reading.count().blank, reading.count().read) == (129, 53, 76)
        assert len(list(reading.works())) == 17

    def test_header(self) -> None:
        (record,) = PROFILE.read(real_seed("jack-lindsey-profile.txt")).records
        assert isinstance(record, ProfileRecord)
        assert record.name.value == "Jack Lindsey"
        assert record.field is not None
        assert record.field.value == "AI"
        assert [(claim.value.label, claim.value.value) for claim in record.figures] == [
            ("h-index", "45"),
            ("papers", "17"),
            ("citations", "1,562"),
            ("Novelty", "53%"),
            ("AI Score", "59"),
        ]

    def test_each_work_has_its_title_names_date_category_and_abstract(self) -> None:
        for work in PROFILE.read(real_seed("jack-lindsey-profile.txt")).works():
            assert work.title is not None
            assert work.creators is not None
            assert work.date is not None
            assert work.category is not None
            assert work.category.value in {"AI", "LG", "CL", "NE", "NC"}
            assert work.abstract is not None
            assert len(work.abstract.value) > 800

    def test_a_work_with_everything(self) -> None:
        work = list(PROFILE.read(real_seed("jack-lindsey-profile.txt")).works())[3]
        assert work.title is not None
        assert work.title.value == "Mechanisms of Introspective Awareness"
        assert work.title.span.first == 34
        assert work.score is not None
        assert work.score.value == Decimal("87.1")
        assert work.date is not None
        assert work.date.value == PartialDate(None, 3, 22)
        assert work.has_code is not None
        assert work.creators is not None
        assert work.creators.value == NameList(("Uzay Macar", "Li Yang", "Atticus Wang"), complete=False)
        assert [link.value for link in work.links] == [
            "https://github.com/safety-research/introspection-mechanisms"
        ]

    def test_organisations(self) -> None:
        works = PROFILE.read(real_seed("jack-lindsey-profile.txt")).works()
        stated = [[claim.value for claim in work.organisations] for work in works if work.organisations]
        assert stated == [["amazon-science", "apple-ml"], ["deepmind"], ["berkeley"]]


class TestHeader:
    def test_all_of_it(self) -> None:
        record = profile_of(HEADER + FIRST + SECOND)
        assert record.name.value == "Mira Okafor"
        assert record.field is not None
        assert record.field.value == "Biology"
        assert [(claim.value.label, claim.value.value) for claim in record.figures] == [
            ("h-index", "12"),
            ("papers", "31"),
        ]
        assert [span.first for span in record.labels] == [7]

    @pytest.mark.parametrize(
        ("header", "name", "field"),
        [
            ("Ann Lee\n\nh-index4\n\n", "Ann Lee", None),
            ("Ann Lee\nh-index4\n\n", "Ann Lee", None),
            ("Ann Lee\nPhysics\nh-index4\n\n", "Ann Lee", "Physics"),
            ("Ann Lee\n\nPhysics\n\n2 Papers\n\n", "Ann Lee", "Physics"),
            ("Ann Lee\n\n", "Ann Lee", None),
            ("Log in\nSearch\n\nAnn Lee\n\nPhysics\nh-index4\n\n", "Ann Lee", "Physics"),
            ("Ann Lee\nUniversity of Cork\n\nPhysics\nh-index4\n\n", "Ann Lee", "Physics"),
            (f"Ann Lee\n\n{LONG}\n\nPhysics\nh-index4\n\n", "Ann Lee", "Physics"),
            ("Ann Lee\n\nPhysics\nh-index4 12papers 1,562citations\n\n", "Ann Lee", "Physics"),
            ("Dr. Ann Lee, PhD\n\nBiology & Medicine\nh-index4\n", "Dr. Ann Lee, PhD", "Biology & Medicine"),
        ],
    )
    def test_name_and_field(self, header: str, name: str, field: str | None) -> None:
        record = profile_of(header + FIRST)
        assert record.name.value == name
        assert (record.field.value if record.field else None) == field

    @pytest.mark.parametrize(
        ("line", "label", "value"),
        [
            ("h-index45", "h-index", "45"),
            ("i10-index12", "i10-index", "12"),
            ("1,562citations", "citations", "1,562"),
            ("1.2Kcitations", "citations", "1.2K"),
            ("12 Keynotes", "Keynotes", "12"),
            ("Novelty53%", "Novelty", "53%"),
            ("AI Score59.5", "AI Score", "59.5"),
            ("Citations: 88", "Citations", "88"),
        ],
    )
    def test_figures(self, line: str, label: str, value: str) -> None:
        (figure,) = profile_of(f"Ann Lee\n\nPhysics\n{line}\n\n{FIRST}").figures
        assert (figure.value.label, figure.value.value) == (label, value)

    def test_without_a_name_the_works_stand_alone(self) -> None:
        reading = read_lawfully(PROFILE, f"h-index4\n\n{FIRST}{SECOND}")
        assert [type(record) for record in reading.records] == [WorkRecord, WorkRecord]
        assert unread_texts(reading) == ["h-index4"]

    def test_a_count_that_repeats_a_figure_is_a_heading_wherever_it_stands(self) -> None:
        record = profile_of(f"Ann Lee\nPhysics\nh-index4\n1papers\n1 Papers\n{FIRST}")
        assert [claim.value.label for claim in record.figures] == ["h-index", "papers"]
        assert [span.first for span in record.labels] == [5]

    def test_a_count_that_does_not_fit_is_told(self) -> None:
        (remark,) = read_lawfully(PROFILE, "Ann Lee\n\nPhysics\nh-index4\n\n3 Papers\n\n" + FIRST).remarks
        assert remark.value == "the seed announces “3 Papers”, and 1 were read"


class TestHeads:
    @pytest.mark.parametrize(
        ("line", "score", "category", "date", "code"),
        [
            ("99.1AIMay 28", "99.1", "AI", PartialDate(None, 5, 28), False),
            ("NCJul 1, 2022", None, "NC", PartialDate(2022, 7, 1), False),
            ("87.1LGMar 22Code", "87.1", "LG", PartialDate(None, 3, 22), True),
            ("100AISep 9, 2024Code", "100", "AI", PartialDate(2024, 9, 9), True),
            ("7q-bio.NCJan 3, 2019", "7", "q-bio.NC", PartialDate(2019, 1, 3), False),
            ("cond-mat.mes-hallJan 3, 2019", None, "cond-mat.mes-hall", PartialDate(2019, 1, 3), False),
            ("hep-thDec 24, 1999", None, "hep-th", PartialDate(1999, 12, 24), False),
            ("55.0NeuroscienceMay 2, 2020", "55.0", "Neuroscience", PartialDate(2020, 5, 2), False),
            ("12.5May 28", "12.5", None, PartialDate(None, 5, 28), False),
            ("99.1AI", "99.1", "AI", None, False),
            ("MLDec 2025", None, "ML", PartialDate(2025, 12), False),
            ("61.0CV2023", "61.0", "CV", PartialDate(2023), False),
            ("99.1 AI May 28 Code", "99.1", "AI", PartialDate(None, 5, 28), True),
            ("99.1\u00a0AI\u00a0May\u00a028", "99.1", "AI", PartialDate(None, 5, 28), False),
            ("99.1 · AI · May 28 · Code", "99.1", "AI", PartialDate(None, 5, 28), True),
            ("74.127 May 2023", "74.1", None, PartialDate(2023, 5, 27), False),
            ("55.0Health PolicyMay 2, 2020", "55.0", "Health Policy", PartialDate(2020, 5, 2), False),
        ],
    )
    def test_forms(
        self, line: str, score: str | None, category: str | None, date: PartialDate | None, code: object
    ) -> None:
        work = works_of(f"{HEADER}{line}\nA Title\n\nAnn Lee\n\n{LONG}\n")[0]
        assert work.title is not None
        assert work.title.value == "A Title"
        assert (str(work.score.value) if work.score else None) == score
        assert (work.category.value if work.category else None) == category
        assert (work.date.value if work.date else None) == date
        assert (work.has_code is not None) == code

    def test_a_date_alone_is_a_head_among_others(self) -> None:
        works = works_of(f"{HEADER}{FIRST}June 5, 2024\nA Bare Work\n\nAnn Lee\n\n{LONG}\n")
        assert [work.title.value for work in works if work.title] == ["On Growth", "A Bare Work"]
        assert works[1].date is not None
        assert works[1].date.value == PartialDate(2024, 6, 5)

    def test_a_date_that_cannot_be_read_is_told_and_the_rest_kept(self) -> None:
        reading = read_lawfully(
            PROFILE, f"{HEADER}{FIRST}88.0GNSpring 2024\nA Late Work\n\nAnn Lee\n\n{LONG}\n"
        )
        work = list(reading.works())[1]
        assert work.date is None
        assert work.category is not None
        assert work.category.value == "GN"
        assert [remark.value for remark in reading.remarks] == ["this date could not be read: Spring 2024"]

    def test_a_day_that_no_month_has(self) -> None:
        reading = read_lawfully(
            PROFILE, f"{HEADER}{FIRST}88.0GNFeb 31, 2024\nA Late Work\n\nAnn Lee\n\n{LONG}\n"
        )
        assert list(reading.works())[1].date is None
        assert [remark.value for remark in reading.remarks] == ["this date could not be read: Feb 31, 2024"]

    @pytest.mark.parametrize("ago", ["3 days ago", "5h ago", "yesterday", "a week ago"])
    def test_a_day_counted_from_the_capture_is_told_and_the_rest_kept(self, ago: str) -> None:
        reading = read_lawfully(PROFILE, f"{HEADER}88.0GN{ago}Code\nA Late Work\n\nAnn Lee\n\n{LONG}\n")
        (work,) = reading.works()
        assert work.date is None
        assert (work.category is not None, work.has_code is not None) == (True, True)
        assert [remark.value for remark in reading.remarks][:1] == [f"this date could not be read: {ago}"]

    @pytest.mark.parametrize(("line", "category"), [("NC", "NC"), ("q-bio.NC", "q-bio.NC"), ("GNCode", "GN")])
    def test_a_category_alone_is_a_head_among_others(self, line: str, category: str) -> None:
        works = works_of(f"{HEADER}{FIRST}{line}\nA Bare Work\n\nAnn Lee\n\n{LONG}\n")
        assert [work.title.value for work in works if work.title] == ["On Growth", "A Bare Work"]
        assert works[1].category is not None
        assert works[1].category.value == category

    def test_a_button_over_another_is_no_head(self) -> None:
        works = works_of(f"{HEADER}{FIRST}PDF\nSave\n\n{SECOND}")
        assert [work.title.value for work in works if work.title] == [
            "On Growth",
            "A Second Work, in 2 Parts: 1990-2020",
        ]

    def test_a_field_above_the_works_is_no_head(self) -> None:
        record = profile_of(f"Ann Lee\n\nGN\nh-index4\n\n{FIRST}GN\nA Bare Work\n\nAnn Lee\n\n{LONG}\n")
        assert record.field is not None
        assert (record.field.value, len(record.works)) == ("GN", 2)

    def test_a_title_that_looks_like_a_head_is_a_title(self) -> None:
        works = works_of(f"{HEADER}{FIRST}GNMay 3\nAI2027\n\nAnn Lee\n\n{LONG}\n")
        assert [work.title.value for work in works if work.title] == ["On Growth", "AI2027"]


class TestWorks:
    def test_title_with_digits_and_commas(self) -> None:
        works = works_of(HEADER + FIRST + SECOND)
        assert [work.title.value for work in works if work.title] == [
            "On Growth",
            "A Second Work, in 2 Parts: 1990-2020",
        ]
        assert works[1].creators is not None
        assert works[1].creators.value.names == ("Tove Lind", "Mira Okafor")

    def test_marks_of_markdown_are_no_part_of_what_they_mark(self) -> None:
        text = (HEADER + FIRST).replace("Mira Okafor\n\nB", "# Mira Okafor\n\nB")
        record = profile_of(text.replace("On Growth", "### On Growth").replace("2 Papers", "## 2 Papers"))
        (work,) = record.works
        assert work.title is not None
        assert (record.name.value, work.title.value) == ("Mira Okafor", "On Growth")

    @pytest.mark.parametrize("title", ["Notes", "Share", "Code"])
    def test_a_title_that_reads_like_a_button(self, title: str) -> None:
        work = works_of(f"{HEADER}GNMay 3\n{title}\n\nAnn Lee\n\n{LONG}\n\nShare\n")[0]
        assert work.title is not None
        assert work.creators is not None
        assert (work.title.value, work.creators.value.names) == (title, ("Ann Lee",))
        assert [span.first for span in work.labels] == [16]

    @pytest.mark.parametrize("rest", ["thin films and dust", "Thin Films"])
    def test_a_title_in_two_lines(self, rest: str) -> None:
        work = works_of(f"{HEADER}GNMay 3\nGrowth in\n{rest}\n\nAnn Lee, Bo Ek\n\n{LONG}\n")[0]
        assert work.title is not None
        assert work.creators is not None
        assert work.title.value == f"Growth in {rest}"
        assert (work.title.span.first, work.title.span.last) == (10, 11)
        assert work.creators.value.names == ("Ann Lee", "Bo Ek")

    @pytest.mark.parametrize(
        "body",
        [
            f"On Growth\n\nAnn Lee, Bo Ek\n\n{LONG}\n",
            f"On Growth\nAnn Lee, Bo Ek\n\n{LONG}\n",
            f"On Growth\n\nAnn Lee, Bo Ek\n{LONG}\n",
            f"On Growth\nAnn Lee, Bo Ek\n{LONG}\n",
            f"\nOn Growth\n\nAnn Lee, Bo Ek\n\n{LONG}\n",
            f"On Growth\r\n\r\nAnn Lee,\u00a0Bo Ek\r\n\r\n{LONG}\r\n",
        ],
    )
    def test_blank_lines_may_be_missing(self, body: str) -> None:
        first, second = works_of(f"{HEADER}91.5GNMar 3, 2021\n{body}{SECOND}")
        assert first.title is not None
        assert first.creators is not None
        assert first.abstract is not None
        assert (first.title.value, first.creators.value.names) == ("On Growth", ("Ann Lee", "Bo Ek"))
        assert first.abstract.value == LONG
        assert second.title is not None

    def test_several_paragraphs(self) -> None:
        work = works_of(f"{HEADER}GNMay 3\nOn Growth\n\nAnn Lee\n\n{LONG}\n\nMethods.\n\n{LONG}\n")[0]
        assert work.abstract is not None
        assert work.abstract.value == f"{LONG}\n\nMethods.\n\n{LONG}"
        assert (work.abstract.span.first, work.abstract.span.last) == (14, 18)

    def test_without_creators(self) -> None:
        work = works_of(f"{HEADER}GNMay 3\nOn Growth\n\n{LONG}\n")[0]
        assert work.title is not None
        assert work.creators is None
        assert work.abstract is not None

    def test_buttons_below_names_are_no_abstract(self) -> None:
        work = works_of(f"{HEADER}GNMay 3\nOn Growth\n\nAnn Lee, Bo Ek\n\nView PDF\nSave\n\n{SECOND}")[0]
        assert work.creators is not None
        assert work.abstract is None
        assert [span.first for span in work.labels] == [14, 15]

    @pytest.mark.parametrize(
        "first",
        [
            FIRST.replace("mit\n\n", "mit\n\nCited by 12\n\n"),
            FIRST.replace("mit\n\n", "mit\n12 citations\n"),
            FIRST.replace("On Growth\n\n", "On Growth\n\nRainConf 2024 Spotlight\n\n"),
        ],
    )
    def test_a_note_among_the_parts_of_a_work_is_none_of_them(self, first: str) -> None:
        reading = read_lawfully(PROFILE, HEADER + first + SECOND)
        plain = next(read_lawfully(PROFILE, HEADER + FIRST + SECOND).works())
        work = next(reading.works())
        assert len(unread_texts(reading)) == 1
        assert (work.title and work.title.value) == (plain.title and plain.title.value)
        assert (work.creators and work.creators.value) == (plain.creators and plain.creators.value)
        assert (work.abstract and work.abstract.value) == (plain.abstract and plain.abstract.value)

    @pytest.mark.parametrize(
        "first",
        [
            FIRST.replace("Mira Okafor, Tove", "By Mira Okafor, Tove"),
            FIRST.replace("On Growth", "1. On Growth"),
            FIRST.replace("On Growth", "[On Growth](https://rain.example/1)"),
            FIRST.replace("Okafor, Tove Lind", "Okafor,\nTove Lind"),
            FIRST.replace("Okafor, Tove Lind", "Okafor, Tove\nLind"),
            FIRST.replace(
                "On Growth\n\nMira Okafor, Tove Lind et al. · inria, mit",
                "Mira Okafor, Tove Lind et al.\n\nOn Growth",
            ),
            f"{FIRST}Botany\nFrost\n\n",
        ],
    )
    def test_what_marks_the_parts_of_a_work_is_none_of_them(self, first: str) -> None:
        work = next(read_lawfully(PROFILE, HEADER + first + SECOND).works())
        assert work.title is not None
        assert work.title.value == "On Growth"
        assert work.creators is not None
        assert work.creators.value.names == ("Mira Okafor", "Tove Lind")
        assert work.abstract is not None
        assert work.abstract.value == LONG

    def test_heads_below_their_works_are_none(self) -> None:
        works = ("On Growth", "On Frost", "On Thaw")
        text = "".join(f"{title}\n\nAnn Lee, Bo Ek\n\n{LONG}\n\n91.5GNMar 3, 2021\n\n" for title in works)
        assert PROFILE.recognise(seed_of(HEADER + text)) is None

    @pytest.mark.parametrize("gap", ["\n", "\n\n"])
    def test_an_address_below_a_title_is_a_link(self, gap: str) -> None:
        address = "https://rain.example/on-growth"
        first, _ = works_of(HEADER + FIRST.replace("On Growth\n", f"On Growth{gap}{address}\n") + SECOND)
        assert first.title is not None
        assert first.title.value == "On Growth"
        assert first.creators is not None
        assert [claim.value for claim in first.links] == [address]
        assert first.abstract is not None
        assert first.abstract.value == LONG

    def test_without_abstract(self) -> None:
        first, second = works_of(f"{HEADER}GNMay 3\nOn Growth\n\nAnn Lee\n\n{SECOND}")
        assert first.abstract is None
        assert first.creators is not None
        assert second.abstract is not None

    def test_a_title_is_not_guessed(self) -> None:
        work = works_of(f"{HEADER}GNMay 3\n\nAnn Lee, Bo Ek et al.\n\n{LONG}\n")[0]
        assert work.title is None
        assert work.creators is not None
        assert work.creators.value == NameList(("Ann Lee", "Bo Ek"), complete=False)

    def test_a_work_that_cannot_be_told_from_others_is_not_read(self) -> None:
        reading = read_lawfully(PROFILE, f"{HEADER}{FIRST}GNMay 3\n\nAnn Lee, Bo Ek et al.\n\n{SECOND}")
        assert len(list(reading.works())) == 2
        assert unread_texts(reading) == ["GNMay 3", "Ann Lee, Bo Ek et al."]
        assert [remark.span.first for remark in reading.remarks] == [16]

    def test_names_that_are_no_names_of_people(self) -> None:
        work = works_of(
            f"{HEADER}GNMay 3\nOn Growth\n\nDeepSeek-AI, Gemma Team, 张三 · deepseek\n\n{LONG}\n"
        )[0]
        assert work.creators is not None
        assert work.creators.value.names == ("DeepSeek-AI", "Gemma Team", "张三")
        assert [claim.value for claim in work.organisations] == ["deepseek"]


class TestRecognition:
    @pytest.mark.parametrize(
        "text",
        [
            HEADER + FIRST,
            HEADER + FIRST + SECOND,
            FIRST + SECOND,
            (HEADER + FIRST + SECOND).replace("Code\nOn", "Code\n\nOn").replace("28\nA", "28\n\nA"),
        ],
    )
    def test_knows_its_own(self, text: str) -> None:
        recognition = PROFILE.recognise(seed_of(text))
        assert recognition is not None
        assert "run together" in recognition.why
        assert "On Growth" in [work.title.value for work in works_of(text) if work.title]

    @pytest.mark.parametrize(
        "text",
        [
            "",
            FIRST,
            "Updated May 28\nby Ann Lee\n\nIn May 2024\nsomething\n",
            "On Rain\nAnn Lee\nICML 2024\nPaper | Code\n\nOn Seeds\nBo Ek\nTMLR 2023\nPaper\n",
            LONG,
        ],
    )
    def test_knows_others(self, text: str) -> None:
        assert PROFILE.recognise(seed_of(text)) is None


@pytest.mark.parametrize("heads", ["{score}AIMay {day}\n", "{score}AIMay {day}\n\n"])
@pytest.mark.parametrize(
    "names", ["Mira Okafor, Tove Lind", "Tove Lind", "Tove Lind, Mira Okafor et al. · inria"]
)
@pytest.mark.parametrize("without", range(1, 4))
def test_a_work_without_its_head_costs_no_other_work(without: int, names: str, heads: str) -> None:
    titles = ("On Growth", "Seeds and Soil", "What Do Eaves Remember?", "Rain on Small Roofs")
    text = HEADER + "".join(
        ("" if day == without else heads.format(score=90 + day, day=day + 1))
        + f"{title}\n\n{names}\n\n{LONG}\n\n"
        for day, title in enumerate(titles)
    )
    works = list(read_lawfully(PROFILE, text).works())
    assert [work.title and work.title.value for work in works] == [
        title for day, title in enumerate(titles) if day != without
    ]
    assert {work.abstract and work.abstract.value for work in works} == {LONG}
