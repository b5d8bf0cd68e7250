from __future__ import annotations

import textwrap

import pytest

from seedbed.model.record import CollectionRecord, WorkRecord
from seedbed.read.coverage import find_fault
from seedbed.read.lists.research_list import RESEARCH_LIST
from seedbed.read.registry import read
from tests.read.seeds import LONG, read_lawfully, real_seed, seed_of, unread_texts

HEADING = "Our research\n\nThis page lists what our programme has led to over the years.\n\n"
FIRST = (
    f"On Growth\n\n{LONG}\n\nRead more\n\n"
    "Authors:\n\nAnn Lee, Bo Ek\n\nFellows:\n\nBo Ek\n\nDate:\n\nMay 2, 2024\n\n"
)
SECOND = (
    f"Seeds, Soil and 3 Rains\n\n{LONG}\n\nBotany\nLaw and Policy\n\n"
    "Authors:\n\nCy Roe\n\nFellows:\n\nCy Roe\n\nDate:\n\nJul 1, 2023\n\n"
)
THIRD = (
    f"Why Rain?\n\n{LONG}\n\nBotany\n\n"
    "Authors:\n\nDi Fox, Cy Roe\n\nFellows:\n\nDi Fox\n\nDate:\n\nJun 1, 2023\n\n"
)
QUESTIONS = "Frequently asked questions\n\nWho may apply?\nWhen?\n\nHow?\n"


def list_of(text: str) -> CollectionRecord:
    (record,) = read_lawfully(RESEARCH_LIST, text).records
    assert isinstance(record, CollectionRecord)
    return record


def works_of(text: str) -> list[WorkRecord]:
    return list(read_lawfully(RESEARCH_LIST, text).works())


def titles_of(text: str) -> list[str | None]:
    return [work.title.value if work.title else None for work in works_of(text)]


def sections_of(text: str) -> list[tuple[str | None, int]]:
    return [
        (section.title.value if section.title else None, len(section.works))
        for section in list_of(text).sections
    ]


class TestRealSeed:
    def test_is_read_to_the_last_line(self) -> None:
        reading = RESEARCH_LIST.read(real_seed("mats-research.txt"))
        assert (reading.unread, reading.remarks) == ((), ())
        assert (reading.count().total, reading.count().blank, reading.count().read) == (500, 239, 261)

    def test_frame(self) -> None:
        (record,) = RESEARCH_LIST.read(real_seed("mats-research.txt")).records
        assert isinstance(record, CollectionRecord)
        assert record.title.value == "AI alignment & security research"
        assert [claim.span.first for claim in record.introduction] == [3]
        assert [
            (section.title.value, len(section.works)) for section in record.sections if section.title
        ] == [
            ("Featured Research", 6),
            ("All MATS Research", 20),
        ]
        assert len(record.questions) == 5
        assert [span.first for span in record.labels] == [494]

    def test_each_work_has_all_that_is_stated(self) -> None:
        works = list(RESEARCH_LIST.read(real_seed("mats-research.txt")).works())
        assert len(works) == 26
        for work in works:
            assert work.title is not None
            assert work.creators is not None
            assert work.creators.value.complete
            assert work.fellows is not None
            assert work.date is not None
            assert work.date.value.day is not None
            assert work.abstract is not None
            assert len(work.abstract.value) > 800
        assert [len(work.topics) for work in works] == [0] * 6 + [
            2,
            1,
            1,
            1,
            1,
            4,
            2,
            3,
            3,
            3,
            1,
            1,
            1,
            1,
            1,
            1,
            3,
            1,
            3,
            3,
        ]

    def test_links(self) -> None:
        works = RESEARCH_LIST.read(real_seed("mats-research.txt")).works()
        assert [link.value for work in works for link in work.links] == [
            "https://www.neuronpedia.org/sae-bench",
            "https://metasaes.streamlit.app/",
            "https://github.com/bartbussmann/BatchTopK",
            "https://github.com/kaifronsdal/Self-Reasoning-Evals",
        ]


class TestFrame:
    def test_all_of_it(self) -> None:
        record = list_of(f"{HEADING}Chosen\n\n{FIRST}Everything\n\n{SECOND}{THIRD}{QUESTIONS}")
        assert record.title.value == "Our research"
        assert len(record.introduction) == 1
        assert [question.value for question in record.questions] == ["Who may apply?", "When?", "How?"]
        assert len(record.labels) == 1

    @pytest.mark.parametrize(
        ("text", "sections"),
        [
            (f"{HEADING}{FIRST}{SECOND}{THIRD}", [(None, 3)]),
            (f"{HEADING}{FIRST}More Work\n\n{SECOND}{THIRD}", [(None, 1), ("More Work", 2)]),
            (f"{HEADING}A\n\n{FIRST}B\n\n{SECOND}C\n\n{THIRD}", [("A", 1), ("B", 1), ("C", 1)]),
            (f"{HEADING}2024\n\n{FIRST}2023\n\n{SECOND}{THIRD}{QUESTIONS}", [("2024", 1), ("2023", 2)]),
            (f"Our research\n\nChosen\n\n{FIRST}{SECOND}", [("Chosen", 2)]),
            (f"Our research\n\n{FIRST}{SECOND}", [(None, 2)]),
        ],
    )
    def test_sections(self, text: str, sections: list[tuple[str | None, int]]) -> None:
        assert sections_of(text) == sections
        assert list_of(text).title.value == "Our research"

    def test_without_a_title_the_works_stand_alone(self) -> None:
        reading = read_lawfully(RESEARCH_LIST, FIRST + SECOND)
        assert [type(record) for record in reading.records] == [WorkRecord, WorkRecord]
        assert unread_texts(reading) == []

    def test_several_paragraphs_of_introduction(self) -> None:
        record = list_of(f"Our research\n\n{LONG}\n\n{LONG}\n\nChosen\n\n{FIRST}{SECOND}")
        assert len(record.introduction) == 2
        assert record.sections[0].title is not None

    def test_menus_above_the_title_stay_unread(self) -> None:
        reading = read_lawfully(RESEARCH_LIST, "Home\nApply\n\n" + HEADING + "Chosen\n\n" + FIRST + SECOND)
        assert unread_texts(reading) == ["Home", "Apply"]
        (record,) = reading.records
        assert isinstance(record, CollectionRecord)
        assert record.title.value == "Our research"

    def test_questions_in_another_language(self) -> None:
        record = list_of(f"{HEADING}{FIRST}{SECOND}Häufige Fragen\n\nWer kann sich bewerben?\nWann?\n")
        assert len(record.questions) == 2
        assert len(record.labels) == 1

    def test_one_question_below_running_text_is_nobodys(self) -> None:
        assert list_of(f"{HEADING}{FIRST}{SECOND}{LONG}\n\nWho may apply?\n").questions == ()

    def test_answers_and_a_footer_stay_unread(self) -> None:
        reading = read_lawfully(
            RESEARCH_LIST, f"{HEADING}{FIRST}{SECOND}Questions\n\nWho may apply?\n\n{LONG}\n\nImprint\n"
        )
        assert unread_texts(reading) == [LONG, "Imprint"]


class TestWorks:
    def test_all_of_one(self) -> None:
        work = works_of(HEADING + FIRST + SECOND)[1]
        assert work.title is not None
        assert work.title.value == "Seeds, Soil and 3 Rains"
        assert work.creators is not None
        assert work.creators.value.names == ("Cy Roe",)
        assert work.fellows is not None
        assert [topic.value for topic in work.topics] == ["Botany", "Law and Policy"]
        assert work.date is not None
        assert work.date.value.iso() == "2023-07-01"
        assert [work.creators.span.first, work.fellows.span.first, work.date.span.first] == [32, 36, 40]
        assert [span.first for span in work.labels] == [30, 34, 38]

    @pytest.mark.parametrize(
        "gone",
        [
            "Read more\n\n",
            "Authors:\n\nAnn Lee, Bo Ek\n\n",
            "Fellows:\n\nBo Ek\n\n",
            "Date:\n\nMay 2, 2024\n\n",
        ],
    )
    def test_a_part_may_be_missing(self, gone: str) -> None:
        works = works_of(f"{HEADING}Chosen\n\n{FIRST.replace(gone, '')}{SECOND}{THIRD}")
        assert [work.title.value for work in works if work.title] == [
            "On Growth",
            "Seeds, Soil and 3 Rains",
            "Why Rain?",
        ]
        assert [len(work.topics) for work in works] == [0, 2, 1]
        assert (works[0].creators is None) == gone.startswith("Authors")
        assert (works[0].fellows is None) == gone.startswith("Fellows")
        assert (works[0].date is None) == gone.startswith("Date")

    @pytest.mark.parametrize("gone", ["Ann Lee, Bo Ek\n\n", "Bo Ek\n\nDate", "May 2, 2024\n\n"])
    def test_a_label_without_a_value(self, gone: str) -> None:
        first = FIRST.replace(gone, "Date" if gone.endswith("Date") else "")
        reading = read_lawfully(RESEARCH_LIST, f"{HEADING}Chosen\n\n{first}{SECOND}{THIRD}")
        assert [work.title.value for work in reading.works() if work.title] == [
            "On Growth",
            "Seeds, Soil and 3 Rains",
            "Why Rain?",
        ]
        assert reading.unread == ()

    def test_without_topics(self) -> None:
        works = works_of(HEADING + FIRST + SECOND.replace("Botany\nLaw and Policy\n\n", "") + THIRD)
        assert [len(work.topics) for work in works] == [0, 0, 1]

    def test_missing_blank_lines_and_crlf(self) -> None:
        text = f"{HEADING}Chosen\n\n{FIRST}Everything\n\n{SECOND}{THIRD}".replace("\n\n", "\n").replace(
            "\n", "\r\n"
        )
        assert sections_of(text) == [("Chosen", 1), ("Everything", 2)]
        assert titles_of(text) == ["On Growth", "Seeds, Soil and 3 Rains", "Why Rain?"]

    def test_values_on_the_lines_of_their_labels(self) -> None:
        text = f"On Growth\n\n{LONG}\n\nAuthors: Ann Lee, Bo Ek\nFellows: Bo Ek\nDate: May 2, 2024\n\n"
        first, second = works_of(HEADING + text + SECOND)
        assert first.creators is not None
        assert first.creators.value.names == ("Ann Lee", "Bo Ek")
        assert first.date is not None
        assert first.labels == ()
        assert second.title is not None

    def test_names_over_several_lines(self) -> None:
        text = FIRST.replace("Ann Lee, Bo Ek", "Ann Lee,\nBo Ek").replace(
            "Fellows:\n\nBo Ek", "Fellows:\n\nAnn Lee\nBo Ek"
        )
        work = works_of(HEADING + text)[0]
        assert work.creators is not None
        assert work.creators.value.names == ("Ann Lee", "Bo Ek")
        assert work.fellows is not None
        assert work.fellows.value.names == ("Ann Lee", "Bo Ek")

    @pytest.mark.parametrize(
        "stated", ["Ann Lee,\nBo Ek", "Ann Lee,\nBo Ek,\nCy Roe,", "Ann Lee,\nBo Ek and\nCy Roe"]
    )
    def test_names_go_on_where_no_other_label_follows(self, stated: str) -> None:
        (work, *_) = works_of(HEADING + FIRST.partition("Authors:")[0] + f"Authors:\n{stated}\n\n" + SECOND)
        assert work.creators is not None
        assert work.creators.value.names == ("Ann Lee", "Bo Ek", "Cy Roe")[: stated.count("\n") + 1]

    def test_what_names_nobody_stays_unread(self) -> None:
        reading = read_lawfully(RESEARCH_LIST, HEADING + FIRST.replace("Ann Lee, Bo Ek", "TBD") + SECOND)
        assert [work.creators is None for work in reading.works()] == [True, False]
        assert unread_texts(reading) == ["TBD"]

    def test_a_label_that_ends_the_page(self) -> None:
        (*_, last) = works_of(HEADING + FIRST + SECOND + THIRD.partition("Date:")[0] + "Date:\n")
        assert last.date is None

    def test_several_paragraphs(self) -> None:
        first, second = works_of(
            HEADING + FIRST.replace(LONG, f"{LONG}\n\n{LONG}\n\nResults\n\n{LONG}") + SECOND
        )
        assert first.title is not None
        assert first.title.value == "On Growth"
        assert first.abstract is not None
        assert first.abstract.value == f"{LONG}\n\n{LONG}\n\nResults\n\n{LONG}"
        assert second.abstract is not None

    def test_without_an_abstract(self) -> None:
        text = HEADING + FIRST + SECOND.replace(LONG + "\n\n", "") + THIRD
        assert titles_of(text) == ["On Growth", "Seeds, Soil and 3 Rains", "Why Rain?"]
        assert [topic.value for topic in works_of(text)[1].topics] == ["Botany", "Law and Policy"]

    def test_a_title_is_not_guessed(self) -> None:
        text = HEADING + FIRST + SECOND + THIRD.replace(f"{LONG}\n\nBotany", "Zoology")
        assert titles_of(text) == ["On Growth", "Seeds, Soil and 3 Rains"]
        reading = read_lawfully(RESEARCH_LIST, text)
        assert unread_texts(reading)[:4] == ["Why Rain?", "Zoology", "Authors:", "Di Fox, Cy Roe"]
        assert len(reading.remarks) == 2

    def test_a_title_that_ends_in_a_full_stop(self) -> None:
        text = (
            HEADING
            + "Chosen\n\n"
            + FIRST
            + SECOND.replace("Seeds, Soil and 3 Rains", "What we know of seeds and of rain.")
        )
        assert titles_of(text) == ["On Growth", "What we know of seeds and of rain."]

    @pytest.mark.parametrize("odd", ["Spring 2024", "forthcoming", "3/4/2025", "May 2024 – June 2024"])
    def test_a_date_that_cannot_be_read_is_told(self, odd: str) -> None:
        reading = read_lawfully(
            RESEARCH_LIST, f"{HEADING}{FIRST.replace('May 2, 2024', odd)}Others\n\n{SECOND}{THIRD}"
        )
        assert [work.title.value for work in reading.works() if work.title] == [
            "On Growth",
            "Seeds, Soil and 3 Rains",
            "Why Rain?",
        ]
        assert unread_texts(reading) == [odd]
        assert [remark.value for remark in reading.remarks] == [f"this date could not be read: {odd}"]

    def test_a_title_after_a_missing_date_is_no_date(self) -> None:
        text = HEADING + FIRST.replace("May 2, 2024\n\n", "") + SECOND
        assert titles_of(text) == ["On Growth", "Seeds, Soil and 3 Rains"]

    def test_labels_that_we_do_not_know_stay_unread(self) -> None:
        reading = read_lawfully(
            RESEARCH_LIST, HEADING + FIRST.replace("Date:", "Reviewers:\n\nEd Poe\n\nDate:") + SECOND
        )
        assert unread_texts(reading) == ["Reviewers:", "Ed Poe"]
        assert [work.date is not None for work in reading.works()] == [True, True]

    @pytest.mark.parametrize(
        "named",
        [
            FIRST.replace("Date:", "Mentors:\n\nEd Poe, Ida Roe\n\nDate:"),
            FIRST.replace("Date:", "Mentors: Ed Poe, Ida Roe\n\nDate:"),
            FIRST.replace("Date:", "Mentor: Ed Poe (University of Cork)\nCo-mentor: Ida Roe\n\nDate:"),
            FIRST.replace("Authors:", "Mentors:\n\nEd Poe\nIda Roe\n\nAuthors:"),
            f"{FIRST.rstrip()}\n\nMentors:\n\nEd Poe, Ida Roe\n\n",
        ],
    )
    def test_mentors_are_no_creators(self, named: str) -> None:
        reading = read_lawfully(RESEARCH_LIST, HEADING + named + SECOND + THIRD)
        assert unread_texts(reading) == []
        first, *others = reading.works()
        assert first.mentors is not None
        assert first.mentors.value.names == ("Ed Poe", "Ida Roe")
        assert first.creators is not None
        assert first.creators.value.names == ("Ann Lee", "Bo Ek")
        assert first.date is not None
        assert [work.mentors for work in others] == [None, None]

    @pytest.mark.parametrize("above", ["Authors:", "Date:"])
    @pytest.mark.parametrize("cohort", ["Spring", "Round 5.0", "Spring 2024"])
    def test_labels_alone_that_we_do_not_know_are_no_titles(self, above: str, cohort: str) -> None:
        entries = (
            entry.replace(above, f"Cohort:\n\n{cohort}\n\nAwarded:\n\nno\n\n{above}")
            for entry in (FIRST, SECOND, THIRD)
        )
        reading = read_lawfully(RESEARCH_LIST, HEADING + "".join(entries))
        plain = read_lawfully(RESEARCH_LIST, HEADING + FIRST + SECOND + THIRD)
        for one, other in zip(reading.works(), plain.works(), strict=True):
            assert (one.title and one.title.value) == (other.title and other.title.value)
            assert (one.date and one.date.value) == (other.date and other.date.value)
            assert [claim.value for claim in one.topics] == [claim.value for claim in other.topics]
        assert len(unread_texts(reading)) == 4 * 3

    def test_a_label_over_titles_leaves_them_titles(self) -> None:
        talks = (("On Growth", "Ann Lee"), ("Seeds and Soil", "Bo Ek"), ("Why Rain?", "Cy Roe"))
        text = "".join(f"Talk:\n{title}\nAuthors: {name}\nDate: May 2, 2024\n\n" for title, name in talks)
        titles = [work.title.value for work in read(seed_of(text)).works() if work.title]
        assert titles == [title for title, _ in talks]

    @pytest.mark.parametrize("above", ["Authors:", "Fellows:", "Date:"])
    def test_a_topic_below_its_label(self, above: str) -> None:
        entries = (entry.replace(above, f"Stream:\n\nRain\n\n{above}") for entry in (FIRST, SECOND, THIRD))
        reading = read_lawfully(RESEARCH_LIST, HEADING + "".join(entries))
        assert unread_texts(reading) == []
        assert ["Rain" in [claim.value for claim in work.topics] for work in reading.works()] == [True] * 3

    def test_several_topics_below_their_label(self) -> None:
        entries = (
            entry.replace("Authors:", "Topics:\n\nRain\nFrost\n\nAuthors:") for entry in (FIRST, SECOND)
        )
        reading = read_lawfully(RESEARCH_LIST, HEADING + "".join(entries))
        assert unread_texts(reading) == []
        for work in reading.works():
            assert {"Rain", "Frost"} <= {claim.value for claim in work.topics}

    def test_a_long_line_of_topics_is_no_title(self) -> None:
        listed = "Multi-Stage Weather Forecasts, Frost and Thaw in Low Valleys, Law"
        first = FIRST.replace("Read more", listed)
        second = SECOND.replace("Botany\nLaw and Policy", listed.replace("Law", "Botany"))
        text = HEADING + first + second + THIRD
        assert titles_of(text) == ["On Growth", "Seeds, Soil and 3 Rains", "Why Rain?"]
        topics = [[claim.value for claim in work.topics] for work in works_of(text)]
        assert topics[0] == listed.split(", ")
        assert topics[1][-1] == "Botany"

    @pytest.mark.parametrize("width", range(24, 60))
    def test_names_broken_at_a_width(self, width: int) -> None:
        names = "Samuel R. Bowman, David Udell, Alexander Turner, Ann Lee, Zac Hatfield-Dodds"
        broken = "\n".join(textwrap.wrap(names, width, break_on_hyphens=False))
        first, *_ = works_of(HEADING + FIRST.replace("Ann Lee, Bo Ek", broken) + SECOND + THIRD)
        assert first.creators is not None
        assert first.creators.value.names == tuple(names.split(", "))

    @pytest.mark.parametrize("title", ["Growth of rain, X", "On Growth in a, B."])
    def test_a_title_that_ends_in_a_letter_is_no_name(self, title: str) -> None:
        assert titles_of(HEADING + FIRST.replace("On Growth", title)) == [title]

    def test_one_creator_over_a_labelled_abstract_where_others_have_several(self) -> None:
        entries = (
            ("How Frost Learns", "Cy Roe"),
            ("On Thaw: A Survey", "Ann Lee, Bo Ek"),
            ("Cheap Meters for Salt", "Ida Moe, Cy Roe"),
        )
        text = "".join(
            f"{title}\n{names}\nhttps://frost.example/{names[0]}\nAbstract: {LONG}\n\n"
            for title, names in entries
        )
        works = works_of(text)
        assert [work.title and work.title.value for work in works] == [title for title, _ in entries]
        assert [", ".join(work.creators.value.names) for work in works if work.creators] == [
            names for _, names in entries
        ]

    def test_mentors_above_no_work_stay_unread(self) -> None:
        reading = read_lawfully(RESEARCH_LIST, f"{HEADING}Mentors: Ed Poe, Ida Roe\n\n{FIRST}{SECOND}")
        assert unread_texts(reading) == ["Mentors: Ed Poe, Ida Roe"]
        assert [work.mentors for work in reading.works()] == [None, None]

    def test_text_that_could_be_two_things_stays_unread(self) -> None:
        reading = read_lawfully(RESEARCH_LIST, f"{HEADING}{FIRST}More Work\n\n{LONG}\n\n{SECOND}{THIRD}")
        assert unread_texts(reading) == ["More Work", LONG]
        assert len(reading.remarks) == 1
        assert len(list(reading.works())) == 3

    def test_a_work_without_labels_that_topics_end(self) -> None:
        text = f"{HEADING}{FIRST}{THIRD}Bare Work\n\n{LONG}\n\nBotany\n\n{SECOND}"
        assert titles_of(text) == ["On Growth", "Why Rain?", "Bare Work", "Seeds, Soil and 3 Rains"]

    @pytest.mark.parametrize("buttons", ["", "Paper | Code\n", "Paper\n"])
    def test_labels_between_title_and_abstract(self, buttons: str) -> None:
        entries = (
            ("Salt and Sleep", "Ann Lee"),
            ("Wind over Reeds", "Bo Ek, Mei Zhou"),
            ("Late Frost", "Ed Poe"),
        )
        text = "Summer Projects\n\n"
        for title, names in entries:
            text += f"{title}\nMentor: Ida Roe\nMentees: {names}\n{LONG} {title}.\n{buttons}\n"
        reading = read(seed_of(text))
        assert unread_texts(reading) == []
        for work, (title, names) in zip(reading.works(), entries, strict=True):
            assert (work.title and work.title.value) == title
            assert work.fellows is not None
            assert ", ".join(work.fellows.value.names) == names
            assert work.abstract is not None
            assert work.abstract.value.endswith(f"{title}.")
            assert work.mentors is not None
            assert work.mentors.value.names == ("Ida Roe",)

    def test_names_and_date_without_labels(self) -> None:
        text = "Work by Fellows\n\n"
        for title, names in (("Salt and Sleep", "Ann Lee, Bo Ek"), ("Wind over Reeds", "Bo Ek, Ida Roe")):
            text += f"{title}\n{LONG}\n{names}\nFellow: Bo Ek\nMentor: Ida Roe\nMarch 2025\nRead paper\n\n"
        reading = read(seed_of(text))
        assert unread_texts(reading) == ["Read paper"] * 2
        assert [work.mentors and work.mentors.value.names for work in reading.works()] == [("Ida Roe",)] * 2
        assert reading.remarks == ()
        assert [work.topics for work in reading.works()] == [(), ()]
        listed = [work.creators.value.names for work in reading.works() if work.creators]
        assert listed == [("Ann Lee", "Bo Ek"), ("Bo Ek", "Ida Roe")]
        assert all(work.date is not None and work.date.value.year == 2025 for work in reading.works())


class TestRecognition:
    @pytest.mark.parametrize("text", [HEADING + FIRST, FIRST + SECOND, HEADING + FIRST + SECOND + QUESTIONS])
    def test_knows_its_own(self, text: str) -> None:
        recognition = RESEARCH_LIST.recognise(seed_of(text))
        assert recognition is not None
        assert "labelled with creators" in recognition.why

    @pytest.mark.parametrize("text", ["", LONG, "Date:\n\nMay 2, 2024\n\nA\n\nDate:\n\nMay 3, 2024\n"])
    def test_knows_others(self, text: str) -> None:
        assert RESEARCH_LIST.recognise(seed_of(text)) is None

    @pytest.mark.parametrize(
        "text",
        [
            "Jobs\nEngineer\nCork · Full-time\nPosted: 3 May 2024\nCook\nLund\nPosted: 1 May 2024\n",
            "Prices\nBoat\nDate: 2024\nOar\nDate: 2023\nSail\nDate: 2022\n",
        ],
    )
    def test_what_names_nobody_and_says_nothing_is_no_list_of_works(self, text: str) -> None:
        assert RESEARCH_LIST.recognise(seed_of(text)) is None

    def test_a_measure_above_the_labels_is_no_title(self) -> None:
        text = f"On Growth\nReading time: 9 minutes\nPages: 12\nAuthors: Ann Lee, Bo Ek\nDate: 2024\n{LONG}\n"
        assert titles_of(text) == ["On Growth"]


def test_names_below_a_title_are_no_title() -> None:
    entry = "{title} of Rain\nAnn Lee, Bo Ek\n{text}\nFellows: Cy Roe\nDate: May 2, 2024\n\n"
    titles = ("The Long Day", "The Wide Field", "The Deep Well")
    text = "".join(entry.format(title=title, text=LONG) for title in titles)
    works = list(read(seed_of(f"Our research\n\n{LONG}\n\n{text}")).works())
    assert [work.title and work.title.value for work in works] == [f"{title} of Rain" for title in titles]
    assert all(work.creators and work.creators.value.names == ("Ann Lee", "Bo Ek") for work in works)


def test_an_abstract_does_not_hold_the_keywords_of_the_work_above() -> None:
    text = (
        "Authors: Ann Lee\nWe count how often it rains on a roof of slate, and on one of straw.\n\n"
        "Tags: rain, roofs\nOn straw.\nIt weighs more after rain than before, and we say by how much.\n"
        "Date: 2025-12-19\n"
    )
    assert find_fault(RESEARCH_LIST.read(seed_of(text))) == ""
