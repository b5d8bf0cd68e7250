from __future__ import annotations

import pytest

from seedbed.model.date import PartialDate
from seedbed.model.record import TranscriptRecord
from seedbed.read.registry import read
from seedbed.read.talks.transcript import TRANSCRIPT
from tests.read.seeds import LONG, read_lawfully, real_seed, seed_of, unread_texts

TURNS = "Ann Lee: Welcome to the show.\n\nBo Ek: Thank you.\n\nAnn Lee: Shall we?\n\nBo Ek: Let us begin.\n"
TITLE = "On Growth: A Talk, with Bo Ek"
SHORT = f"Podcasts\nMay 2, 2024\n\n{TITLE}\n\nAnn Lee\n\n{LONG}\n\nTranscript\n\n"


def transcript_of(text: str) -> TranscriptRecord:
    (record,) = read_lawfully(TRANSCRIPT, text).records
    assert isinstance(record, TranscriptRecord)
    return record


def turns_of(text: str) -> list[tuple[str, list[str]]]:
    return [
        (turn.label, [paragraph.value for paragraph in turn.paragraphs]) for turn in transcript_of(text).turns
    ]


def speakers_of(text: str) -> list[str]:
    return [speaker for speaker, _ in turns_of(text)]


class TestRealSeed:
    def test_is_read_to_the_last_line(self) -> None:
        reading = TRANSCRIPT.read(real_seed("permanent-problem-jack-lindsey.txt"))
        assert (reading.unread, reading.remarks) == ((), ())
        assert (reading.count().total, reading.count().blank, reading.count().read) == (264, 131, 133)

    def test_turns(self) -> None:
        (record,) = TRANSCRIPT.read(real_seed("permanent-problem-jack-lindsey.txt")).records
        assert isinstance(record, TranscriptRecord)
        paragraphs = [paragraph.value for turn in record.turns for paragraph in turn.paragraphs]
        assert len(record.turns) == 76
        assert len(paragraphs) == 127
        assert sum(len(paragraph.split()) for paragraph in paragraphs) == 9246
        assert {turn.label for turn in record.turns} == {"Brink Lindsey", "Jack Lindsey"}

    def test_header(self) -> None:
        (record,) = TRANSCRIPT.read(real_seed("permanent-problem-jack-lindsey.txt")).records
        assert isinstance(record, TranscriptRecord)
        assert record.section is not None
        assert record.section.value == "Podcasts"
        assert record.date is not None
        assert record.date.value == PartialDate(2026, 4, 23)
        assert record.title is not None
        assert record.title.value == 'AI "psychology," with Jack Lindsey'
        assert record.host is not None
        assert record.host.value == "Brink Lindsey"
        assert [paragraph.span.first for paragraph in record.summary] == [8]
        assert [span.first for span in record.labels] == [10]


class TestHeader:
    @pytest.mark.parametrize(
        ("header", "section", "date", "title", "host"),
        [
            (SHORT, "Podcasts", "2024-05-02", TITLE, "Ann Lee"),
            (f"{TITLE}\nMay 2, 2024\nAnn Lee\n\nTranscript\n\n", None, "2024-05-02", TITLE, "Ann Lee"),
            (f"May 2, 2024\n\n{TITLE}\n\nTranscript\n", None, "2024-05-02", TITLE, None),
            (f"{TITLE}\n\nTranscript\n\n", None, None, TITLE, None),
            (f"{TITLE}\n\n", None, None, TITLE, None),
            ("Podcasts\nMay 2, 2024\n\nAnn Lee\n\nTranscript\n", "Podcasts", "2024-05-02", None, "Ann Lee"),
            ("Ideas\nMay 2, 2024\n\nTranscript\n\n", None, "2024-05-02", None, None),
            (
                f"{TITLE}\n\nHosted by Ann Lee\n\nPublished May 2, 2024\n\nThe Long Talk Podcast\n\n",
                "The Long Talk Podcast",
                "2024-05-02",
                TITLE,
                "Ann Lee",
            ),
            (
                "Big Ideas\n2024-05-02\nWhy Do Things Grow the Way They Do?\n\nFull transcript:\n",
                "Big Ideas",
                "2024-05-02",
                "Why Do Things Grow the Way They Do?",
                None,
            ),
            ("Transcript\n\n", None, None, None, None),
            ("", None, None, None, None),
        ],
    )
    def test_in_any_order_and_partly_missing(
        self, header: str, section: str | None, date: str | None, title: str | None, host: str | None
    ) -> None:
        record = transcript_of(header + TURNS)
        assert (record.section.value if record.section else None) == section
        assert (record.date.value.iso() if record.date else None) == date
        assert (record.title.value if record.title else None) == title
        assert (record.host.value if record.host else None) == host
        assert len(record.turns) == 4

    def test_what_is_not_sure_stays_unread(self) -> None:
        reading = read_lawfully(TRANSCRIPT, "Ideas\nMay 2, 2024\n\nTranscript\n\n" + TURNS)
        assert unread_texts(reading) == ["Ideas"]

    def test_a_date_that_cannot_be_read_stays_unread(self) -> None:
        reading = read_lawfully(TRANSCRIPT, "Podcasts\nthe day after\n\nOn Growth\n\nTranscript\n\n" + TURNS)
        (record,) = reading.records
        assert isinstance(record, TranscriptRecord)
        assert record.date is None

    @pytest.mark.parametrize(
        ("header", "title"),
        [
            ("The Ann Lee Show\n\n1×\n0:00\n-1:12\nBo Ek — How Rain Falls\n\n43\n", "Bo Ek — How Rain Falls"),
            (
                "Oral History\nLibrary\nInterview with Cy Roe\nConducted by Di Poe\nTranscribed by E. Fox\n",
                "Interview with Cy Roe",
            ),
            (
                "May 2, 2024\n\nHearing on Rain and Floods Transcript\n\nCategories\nWeather\nHearings\n",
                "Hearing on Rain and Floods Transcript",
            ),
            (
                "Topics\nJob board\n#214 – Bo Ek on rain\nBy Ann Lee and her team\nOne\nTwo\nThree\nFour\n",
                "#214 – Bo Ek on rain",
            ),
            (
                "The Rain Podcast\n41 - Rain Without Clouds\nMay 2, 2024\nA link\nWhat rain is\nAnd why\n",
                "41 - Rain Without Clouds",
            ),
            (
                "Transcript for Bo Ek: Rain\nGo back\nWatch it\nListen to it\nRead about it\n",
                "Transcript for Bo Ek: Rain",
            ),
        ],
    )
    def test_a_title_among_much_else(self, header: str, title: str) -> None:
        record = transcript_of(f"{header}\nTranscript\n{TURNS}")
        assert record.title is not None
        assert record.title.value == title

    def test_chapters_listed_above_are_no_title(self) -> None:
        chapters = "What rain is\n\nWho counts it\n\n"
        parted = TURNS.replace("Ann Lee: Shall", "Who counts it\n\nAnn Lee: Shall")
        record = transcript_of(f"{TITLE}\n\nTopics:\n\n{chapters}Transcript\n\nWhat rain is\n\n{parted}")
        assert record.title is not None
        assert record.title.value == TITLE
        assert [heading.value for heading in record.headings] == ["What rain is", "Who counts it"]

    def test_summary_of_several_paragraphs(self) -> None:
        record = transcript_of(
            f"On Growth\n\n{LONG}\n\nA second paragraph of the same summary.\n\nTranscript\n\n{TURNS}"
        )
        assert [paragraph.value for paragraph in record.summary] == [
            LONG,
            "A second paragraph of the same summary.",
        ]

    def test_a_title_with_a_colon_is_no_turn(self) -> None:
        record = transcript_of("Robot Minds: What We Know\n\nTranscript\n\n" + TURNS)
        assert record.title is not None
        assert record.title.value == "Robot Minds: What We Know"

    @pytest.mark.parametrize(
        "notes",
        [
            "Show notes\n\nScaling Frost: https://frost.example/1\n",
            "Links\n\n- Scaling Frost: https://frost.example/1\n- On Thaw (https://frost.example/2)\n",
        ],
    )
    def test_show_notes_below_are_said_by_nobody(self, notes: str) -> None:
        text = f"{SHORT}{TURNS}"
        assert turns_of(f"{text}\n{notes}") == turns_of(text)
        assert unread_texts(read_lawfully(TRANSCRIPT, f"{text}\n{notes}")) == [
            line for line in notes.splitlines() if line
        ]

    def test_an_address_said_by_a_speaker_is(self) -> None:
        address = "https://frost.example/1"
        assert turns_of(f"{SHORT}{TURNS}\nAnn Lee: {address}\n\nBo Ek: Thank you.\n")[-2:] == [
            ("Ann Lee", [address]),
            ("Bo Ek", ["Thank you."]),
        ]

    def test_labelled_header_lines_are_no_turns(self) -> None:
        record = transcript_of("On Growth Again\n\nHost: Ann Lee\n\nDate: May 2, 2024\n\n" + TURNS)
        assert record.host is not None
        assert (record.host.value, record.host.span.first) == ("Ann Lee", 3)
        assert record.date is not None
        assert len(record.turns) == 4


class TestTurns:
    def test_further_paragraphs_belong_to_the_turn(self) -> None:
        text = "Ann Lee: One.\n\nTwo.\n\nBo Ek: Three.\n\nAnn Lee: Four.\nFive.\n\nBo Ek: Six."
        assert turns_of(text) == [
            ("Ann Lee", ["One.", "Two."]),
            ("Bo Ek", ["Three."]),
            ("Ann Lee", ["Four.", "Five."]),
            ("Bo Ek", ["Six."]),
        ]

    def test_spans(self) -> None:
        turn = transcript_of("Ann Lee: One.\n\nTwo.\n\nBo Ek: Three.\n\nAnn Lee: Four.\n").turns[0]
        assert turn.speaker is not None
        assert (turn.speaker.span.first, turn.span().first, turn.span().last) == (1, 1, 3)
        assert [paragraph.span.first for paragraph in turn.paragraphs] == [1, 3]

    def test_missing_blank_lines_and_crlf(self) -> None:
        text = "Ann Lee: One.\r\nBo Ek:\u00a0Two.\r\nAnn Lee: Three.\r\nBo Ek: Four.\r\n"
        assert turns_of(text) == [
            ("Ann Lee", ["One."]),
            ("Bo Ek", ["Two."]),
            ("Ann Lee", ["Three."]),
            ("Bo Ek", ["Four."]),
        ]

    def test_a_label_over_its_text(self) -> None:
        assert turns_of("Ann Lee:\nOne.\n\nBo Ek:\nTwo.\n\nAnn Lee:\nThree.\n") == [
            ("Ann Lee", ["One."]),
            ("Bo Ek", ["Two."]),
            ("Ann Lee", ["Three."]),
        ]

    def test_a_label_without_text_is_no_turn(self) -> None:
        reading = read_lawfully(TRANSCRIPT, TURNS + "\nAnn Lee:\n")
        assert unread_texts(reading) == ["Ann Lee:"]

    def test_a_label_twice_in_a_row_begins_two_turns(self) -> None:
        assert speakers_of(TURNS + "\nBo Ek: And one more thing.\n")[-2:] == ["Bo Ek", "Bo Ek"]


class TestSpeakers:
    @pytest.mark.parametrize(
        "labels",
        [
            ["Ann Lee", "Bo Ek", "Carla de la Cruz"],
            ["Dr. Jane Roe", "Prof. John O’Neill", "Ms. Smith-Jones"],
            ["Sen. Lee (D-NY)", "The Hon. Bo Ek", "Rep. Ek (R-TX)"],
            ["Jane Roe, PhD", "John Doe Jr.", "J. R. R. Wu"],
            ["HOST", "GUEST", "AUDIENCE MEMBER"],
            ["Speaker 1", "Speaker 2", "Speaker 3"],
            ["Q", "A", "Moderator"],
            ["TYLER COWEN", "COWEN", "ZADIE SMITH"],
            ["Tyler", "Zadie", "Ezra"],
            ["李雷", "韩梅梅", "王芳"],
            ["Иван Петров", "Анна Ли", "Олег"],
        ],
    )
    def test_forms_of_labels(self, labels: list[str]) -> None:
        order = [0, 1, 0, 2, 0, 1, 2, 0]
        text = "\n\n".join(f"{labels[speaker]}: Here is what I wanted to say." for speaker in order)
        assert speakers_of(text) == [labels[speaker] for speaker in order]

    def test_full_width_colon(self) -> None:
        text = "\n".join(f"{name}：我们开始吧。" for name in ("李雷", "韩梅梅", "李雷", "韩梅梅"))
        assert speakers_of(text) == ["李雷", "韩梅梅", "李雷", "韩梅梅"]

    def test_a_chapter_on_the_other_side_of_its_time_is_no_speaker(self) -> None:
        text = "".join(f"{name} 0:0{at}\nSo it is.\n\n" for at, name in enumerate(["Ann Lee", "Bo Ek"] * 3))
        assert (
            speakers_of(f"{text}0:07 Clouds and Rain\nAnn Lee 0:08\nGo on.\n").count("Clouds and Rain") == 0
        )

    def test_a_third_speaker_who_speaks_once(self) -> None:
        text = TURNS + "\nMaria Lopez: May I ask something?\n\nBo Ek: You may.\n"
        assert speakers_of(text)[-2:] == ["Maria Lopez", "Bo Ek"]

    @pytest.mark.parametrize(
        "paragraph",
        [
            "Note: the recording was cut here.",
            "So here is the question: what grows?",
            "The point: nothing grows for ever.",
            "Remember: this was in spring.",
            "Three things: seed, soil and rain.",
            "One More Thing: it rained.",
            "It was like, “Human: hello. Assistant: hi.”",
            "Human beings: they grow too.",
            "Key Takeaway: a key is no takeaway.",
            "http://example.org: that was the address.",
            "At 10:30 we left.",
            "Human: hello, says the human to the assistant.",
        ],
    )
    def test_a_paragraph_with_a_colon_is_no_turn(self, paragraph: str) -> None:
        text = f"{TURNS}\n{paragraph}\n\nAnn Lee: The human left.\n\nBo Ek: Yes.\n"
        assert speakers_of(text) == ["Ann Lee", "Bo Ek"] * 3
        assert turns_of(text)[3][1] == ["Let us begin.", paragraph]

    def test_a_word_that_recurs_before_a_colon_is_no_speaker(self) -> None:
        turns = ["Ann Lee: There is a caveat.", "Bo Ek: Yes.", "Caveat: it rains."]
        text = "\n\n".join(turns * 4)
        assert set(speakers_of(text)) == {"Ann Lee", "Bo Ek"}

    def test_a_speaker_whose_name_is_a_common_word(self) -> None:
        turns = [
            "Grace: By the grace of rain.",
            "Will: I will.",
            "Grace: Good.",
            "Will: Where there is a will.",
        ]
        assert speakers_of("\n\n".join(turns)) == ["Grace", "Will"] * 2

    def test_a_name_of_common_words_that_interrupts(self) -> None:
        turns = ["Ann Lee: We will grow.", "Will: How?", "Ann Lee: Slowly.", "Will: I will wait."]
        turns += ["Ann Lee: Good.", "Bo Ek: Yes."]
        assert speakers_of("\n\n".join(turns * 2)).count("Will") == 4


class TestRecognition:
    def test_says_whom_it_heard(self) -> None:
        recognition = TRANSCRIPT.recognise(seed_of(SHORT + TURNS))
        assert recognition is not None
        assert (
            recognition.why
            == "4 turns begin with a speaker's name and a colon (Ann Lee, Bo Ek), below “Transcript”"
        )

    def test_is_surer_where_full_names_come_again_as_short_ones(self) -> None:
        once = "ANN LEE: It rains.\nBO EK: It does.\n"
        first = TRANSCRIPT.recognise(seed_of(once))
        again = TRANSCRIPT.recognise(seed_of(f"{once}LEE: Still?\nEK: Yes.\n"))
        assert first is not None
        assert again is not None
        assert again.confidence > first.confidence

    @pytest.mark.parametrize(
        "text",
        [
            "",
            LONG,
            "Note: one\n\nNote: two\n\nNote: three",
            "Title: On Growth\nAuthor: Ann Lee\nDate: 2024",
            "From: Ann\nTo: Bo\nSubject: growth\n\nDear Bo,\n",
            "error: no\nerror: yes\n",
            "Shopping: milk\n",
            "Yield: 4\nHeat: high\nTime: 30 min\n\nYield: 2\nHeat: low\nTime: 10 min\n",
            f"Boston Globe: A paper.\n\n{LONG}\n\n{LONG}\n\nNew York: A city.\n\n{LONG}\n",
        ],
    )
    def test_knows_others(self, text: str) -> None:
        assert TRANSCRIPT.recognise(seed_of(text)) is None


FORMS = (
    "Steep Roofs\nPrimary Area: snow and rain\nSubmission Number: 4312\n",
    "Steep Roofs\nMentor: Ann Lee\nMentees: Bo Ek, Mei Zhou\nFlat Roofs\nMentor: Ida Roe\nMentees: Ed Poe\n",
    "Week 1\nReading: Roe (2001), Larvae\nWeek 2\nReading: Ek (2005), Spoons\nWeek 3\nReading: Lee, Roofs\n",
    "Opening Hours: 9 to 5\nHouse Rules: no shoes\n",
)


@pytest.mark.parametrize("text", FORMS)
def test_the_fields_of_a_form_are_nobodys_turns(text: str) -> None:
    assert TRANSCRIPT.recognise(seed_of(text)) is None


def test_a_title_far_above_a_list_of_contents() -> None:
    text = (
        "Why we measure soil with nothing but a spoon\nBy Nina Host · Published 3 March 2025\nOn this page:\n"
        "Introduction\n1 Highlights\n2 Transcript\n2.1 Cold open [00:00:00]\n2.2 Beginnings [00:03:20]\n"
        "Transcript\nCold open [00:00:00]\nBo Ek: We go out with a spoon. And then we extrapolate.\n"
        "Beginnings [00:03:20]\nNina Host: Bo, thanks for coming.\nBo Ek: Thanks!\nNina Host: Why a spoon?\n"
    )
    reading = read_lawfully(TRANSCRIPT, text)
    (record,) = reading.records
    assert isinstance(record, TranscriptRecord)
    assert record.title is not None
    assert record.title.value == "Why we measure soil with nothing but a spoon"
    assert record.date is not None
    assert record.date.value == PartialDate(2025, 3, 3)
    assert [heading.value for heading in record.headings] == ["Cold open", "Beginnings"]
    assert [len(turn.paragraphs) for turn in record.turns] == [1, 1, 1, 1]


def test_a_name_above_the_first_turn_is_no_title() -> None:
    turns = "".join(
        f"{name}\n{said}\n"
        for name, said in zip(("Ann Host", "Ida Roe") * 2, ("Why?", "So.", "Now?", "No."), strict=True)
    )
    header = "Why reefs recover so fast\nAnn Host\nFeb 11, 2025\nSponsors\n* Acme builds tools.\nTranscript\n"
    reading = read_lawfully(TRANSCRIPT, header + turns)
    (record,) = reading.records
    assert isinstance(record, TranscriptRecord)
    assert record.title is not None
    assert record.title.value == "Why reefs recover so fast"
    assert len(record.turns) == 4


def test_the_programme_of_a_day_is_no_recording() -> None:
    day = f"9:00 Welcome\nAnn Lee\n9:15 Reefs\n{LONG}\n10:40 Coffee\n11:15 Larvae\n{LONG}\n"
    assert TRANSCRIPT.recognise(seed_of(day)) is None
    assert TRANSCRIPT.recognise(seed_of(day.replace("9:15", "9:17"))) is not None


@pytest.mark.parametrize("day", ["12. März 2025", "mercredi 12 mars 2025", "12 de marzo de 2025"])
def test_a_day_in_another_language_is_no_title(day: str) -> None:
    turns = "Ann Lee: Bonjour.\nBo Ek: Bonjour !\nAnn Lee: Alors ?\nBo Ek: Voilà.\n"
    text = f"{day}\nLes sols n’oublient rien\n{turns}"
    (record,) = read_lawfully(TRANSCRIPT, text).records
    assert isinstance(record, TranscriptRecord)
    assert record.title is not None
    assert record.title.value == "Les sols n’oublient rien"


TEAMS = (
    "Weekly sync\nMarch 12, 2024, 10:02AM\n21m 14s\n\nAnn Lee   0:03\nGood morning.\nShall we start?\n\n"
    "Bo Ek   0:09\nYes. They have arrived.\n\nCy Roe   0:41\nAll of them?\n\nBo Ek   0:44\nAll but two.\n\n"
    "Ann Lee stopped transcription\n"
)
OTTER = (
    "Garden robots\nTue, Mar 12, 2024 10:02AM • 21:14\n\nAnn Lee  00:00\nGood morning. We begin.\n\n"
    "Bo Ek  00:21\nI have two offers.\n\nSpeaker 3  00:58\nIs that so?\n\nAnn Lee  01:03\nIt is.\n\n"
    "Transcribed by https://otter.ai\n"
)
CHAT = (
    "10:02:11\t From Ann Lee to Everyone:\n\tGood morning!\n10:03:40\t From Bo Ek to Everyone:\n\tthanks\n"
    "10:04:02\t From Cy Roe to Ann Lee (direct message):\n\tcan I go first?\n"
)


@pytest.mark.parametrize(
    ("text", "speakers", "title", "unread"),
    [
        (
            TEAMS,
            ["Ann Lee", "Bo Ek", "Cy Roe", "Bo Ek"],
            "Weekly sync",
            ["21m 14s", "Ann Lee stopped transcription"],
        ),
        (
            OTTER,
            ["Ann Lee", "Bo Ek", "Speaker 3", "Ann Lee"],
            "Garden robots",
            ["Transcribed by https://otter.ai"],
        ),
        (CHAT, ["Ann Lee", "Bo Ek", "Cy Roe"], None, []),
    ],
)
def test_what_services_export(text: str, speakers: list[str], title: str | None, unread: list[str]) -> None:
    reading = read_lawfully(TRANSCRIPT, text)
    (record,) = reading.records
    assert isinstance(record, TranscriptRecord)
    assert [turn.label for turn in record.turns] == speakers
    assert (record.title.value if record.title else None) == title
    assert unread_texts(reading) == unread
    if title:
        assert record.date is not None
        assert record.date.value == PartialDate(2024, 3, 12)


MESSAGES = (
    "[12.03.24, 10:02:11] Ann Lee: Morning! Did you read it?\n[12.03.24, 10:03:05] Bo Ek: Half of it.\n"
    "[12.03.24, 10:04:00] Ann Lee: Great: thanks.\n"
)
CHANNEL = "".join(f"{name}\n  10:0{at} AM\nI think so.\n" for at, name in enumerate(["Ann Lee", "Bo Ek"] * 3))


@pytest.mark.parametrize(("text", "count", "time"), [(MESSAGES, 3, None), (CHANNEL, 6, 36000)])
def test_chats(text: str, count: int, time: int | None) -> None:
    assert speakers_of(text) == (["Ann Lee", "Bo Ek"] * 3)[:count]
    (record,) = read_lawfully(TRANSCRIPT, text).records
    assert isinstance(record, TranscriptRecord)
    assert record.turns[0].time == time


@pytest.mark.parametrize(
    "value", ["+44 20 5555 0{}", "a{}@b.example", "https://a.example/{}", "{} March 2024"]
)
def test_what_only_labels_data_is_nobody(value: str) -> None:
    text = "".join(f"Caller: Ann, who asks.\nExtension: {value.format(n)}\n" for n in range(10, 16))
    assert TRANSCRIPT.recognise(seed_of(text)) is None


def test_a_day_in_digits_is_nobody() -> None:
    text = "Rain\nDate Added\t3/5/2024, 10:02:11\nModified\t3/5/2024, 10:02:11\n" * 3
    assert TRANSCRIPT.recognise(seed_of(text)) is None


def test_what_stands_before_subtitles_is_nobody() -> None:
    above = "".join(
        f"{first}: {second}\n\n"
        for first, second in (
            ("Quiet Gauges", "Measuring rain that nobody hears"),
            ("Patient Roofs", "How slates last"),
            ("Looking Upward", "Clouds can tell their own weather"),
            ("Harbour Thoughts", "Notes on slow rain"),
            ("Rain School", "Learning to wait"),
        )
    )
    below = "".join(
        f"{line}\nA Lee, B Ek (202{at})\nRain preprint Rain:2{at}01\n\n"
        for at, line in enumerate(above.split("\n\n")[:-1])
    )
    assert TRANSCRIPT.recognise(seed_of(above + below)) is None
    titles = [work.title.value for work in read(seed_of(above + below)).works() if work.title]
    assert titles == above.split("\n\n")[:-1]


def test_what_is_to_be_read_is_said_by_nobody() -> None:
    text = "".join(
        f"Week {n}: Rain\nReading: Lee, A. (201{n}). What is rain? A history. Rain Press, chapter {n}.\n"
        for n in range(4)
    )
    assert TRANSCRIPT.recognise(seed_of(text)) is None


VIDEO = """Skip navigation
How Rain Falls: a Talk
The Rain Channel
48.2K subscribers
Subscribe
1.3K
Share
Clip
21,904 views  14 Sept 2023

0:00 Clouds
2:10 Roofs
...more
312 Comments
Transcript
Search in video
0:00
hello everyone it is raining
0:04
as it does in most of
2:10
the roofs here which leak
2:14
thank you
English (auto-generated)
All
Rain
"""


def test_a_video_with_its_page_around_it() -> None:
    record = transcript_of(VIDEO)
    assert record.title is not None
    assert record.title.value == "How Rain Falls: a Talk"
    assert record.date is not None
    assert record.date.value == PartialDate(2023, 9, 14)
    assert turns_of(VIDEO) == [
        ("", ["hello everyone it is raining as it does in most of the roofs here which leak thank you"])
    ]


def test_a_video_with_chapters_and_the_lengths_of_others() -> None:
    said = "".join(f"0:{10 + at}\nit rains for the {at}th time\n" for at in range(6))
    text = VIDEO.replace("0:04\n", f"0:04\nas it must\nChapter 2: Roofs\n{said}0:30\n").replace(
        "21,904 views  14 Sept 2023", "21,904 views  Oct 2, 2023  Rain lectures"
    )
    record = transcript_of(f"{text}Related\n0:20\nNow playing\nRain Underground\n")
    assert record.date is not None
    assert record.date.value == PartialDate(2023, 10, 2)
    assert [heading.value for heading in record.headings] == ["Chapter 2: Roofs"]
    ((_, (spoken,)),) = turns_of(f"{text}Related\n0:20\nNow playing\nRain Underground\n")
    assert "Chapter" not in spoken
    assert spoken.endswith("thank you")


def test_a_hearing_of_record() -> None:
    text = """                HEARING ON RAIN

    The committee met at ten, and the chairwoman of the committee had
all members sit.

    Chairwoman ROE. The committee will come to order. We are here to
ask why one roof in eleven leaks.
    Mr. EK. Thank you. I have seen nine hundred roofs, and most of the
poor ones are small.
    Mr. POE. What does it cost to keep one of those dry in a winter of
long rain?
    Mr. EK. As much as a lamp. The trouble is that nobody looks at any
roof when it is dry.
    Chairwoman ROE. Then let us look at them, before the next of those
winters, and bring a lamp for each of the nine hundred roofs that you
have seen.
"""
    (record,) = read(seed_of(text)).records
    assert isinstance(record, TranscriptRecord)
    assert [turn.label for turn in record.turns] == [
        "Chairwoman ROE",
        "Mr. EK",
        "Mr. POE",
        "Mr. EK",
        "Chairwoman ROE",
    ]
    assert record.turns[1].paragraphs[0].value.endswith("most of the poor ones are small.")
    assert record.title is not None
    assert record.title.value == "HEARING ON RAIN"


def test_what_says_where_it_was_heard_is_no_title() -> None:
    record = transcript_of(
        f"How Rain Falls on Us\nMay 2, 2024 8:02 AM ET\nHeard on Rain at Ten\nTranscript\n{TURNS}"
    )
    assert record.title is not None
    assert record.title.value == "How Rain Falls on Us"


def test_the_one_heading_that_is_marked_is_the_title() -> None:
    record = transcript_of(f"# How Rain Falls on Us\n\n*A conversation with Ann Lee*\n\n{TURNS}")
    assert record.title is not None
    assert record.title.value == "How Rain Falls on Us"


def test_who_moderates_is_said_by_nobody() -> None:
    talk = "Moderator: Good afternoon.\n\nAnn Lee: It rains.\n\nModerator: Still?\n\nAnn Lee: It does.\n"
    text = (
        f"Panel: Who Owns the Rain?\n\nPanelists: Ann Lee (Cork), Bo Ek (Lund)\nModerator: Ida Moe\n\n{talk}"
    )
    record = transcript_of(text)
    assert record.title is not None
    assert record.title.value == "Panel: Who Owns the Rain?"
    assert len(turns_of(text)) == 4


@pytest.mark.parametrize(
    "above", ["“I never trusted the rain”\nAnn Lee on forty years of gutters", "“I never trusted the rain”"]
)
def test_what_somebody_said_is_the_title(above: str) -> None:
    record = transcript_of(
        f"{above}\n\nBo Ek: It rains.\n\nAnn Lee: It does.\n\nBo Ek: Still?\n\nAnn Lee: Yes.\n"
    )
    assert record.title is not None
    assert record.title.value == "“I never trusted the rain”"


def test_a_heading_over_the_summary_is_no_title() -> None:
    series = "The Rain Podcast\nHosted by Ida Moe\n\nEPISODE 8\nThe Roof That Came Back\n"
    above = f"{series}About this episode\n{LONG}\n"
    record = transcript_of(f"{above}\nANN: It rains.\n\nBO: It does.\n\nANN: Still?\n\nBO: Yes.\n")
    assert record.title is None or record.title.value == "The Roof That Came Back"


def test_entries_side_by_side_are_no_title_and_what_follows_is_not_said() -> None:
    text = (
        "Skip to content\nRain Lectures\nAbout  Archive  Support\n\nWhat the Flood Did to Prices\n"
        f"A talk by Ann Lee · Cork, 14 November 2023\n\nVideo | Audio | Transcript\n\n{TURNS}\n"
        "Related lectures\nThe Price of Salt\nBo Ek, 12 October 2023\nSign up for our newsletter\n"
    )
    record = transcript_of(text)
    assert record.title is not None
    assert record.title.value == "What the Flood Did to Prices"
    assert not any("Salt" in said.value for turn in record.turns for said in turn.paragraphs)


def test_a_notice_of_rights_without_a_year_ends_the_speech() -> None:
    record = transcript_of(f"{TURNS}\nSupport us\n© Rain Radio\n")
    assert not any("Radio" in said.value for turn in record.turns for said in turn.paragraphs)


HEADERS = """Name: rain
Version: 2.1.0
Classifier: Topic :: Rain
Classifier: Topic :: Snow
Classifier: Topic :: Weather
Classifier: Topic :: Wells
Project-URL: Home, https://a.example/rain
Project-URL: News, https://a.example/news
Project-URL: Code, https://a.example/code
Requires-Dist: snow
Requires-Dist: hail
Requires-Dist: sleet
"""


def test_fields_of_a_header_are_no_turns() -> None:
    assert read(seed_of(HEADERS)).kind == "unknown"


def test_lines_of_captions_with_their_speakers_are_turns() -> None:
    captions = """Ann Lee: so what we did was to
Ann Lee: look at the rain in all of the
Ann Lee: wells that were dug in that year
Bo Ek: and did you find that they were
Bo Ek: as deep as people had told you
Ann Lee: they were deeper than that and
Ann Lee: fuller and colder as well
"""
    assert read(seed_of(captions)).kind == "transcript"


def test_a_date_between_others_on_a_line() -> None:
    record = transcript_of(f"How Rain Falls on Us\nBy Ida Moe  |  July 9, 2024  |  6 min read\n\n{TURNS}")
    assert record.date is not None
    assert record.date.value == PartialDate(2024, 7, 9)


def test_a_programme_of_a_day_is_no_conversation() -> None:
    slots = "".join(
        f"{hour}:00 Ann Lee: Rain and Its Roofs\n{hour}:20 Bo Ek: Gutters\n{hour}:40 {pause}\n"
        for hour, pause in ((9, "Morning tea"), (11, "Lunch"), (13, "Coffee break"), (15, "Closing"))
    )
    assert TRANSCRIPT.recognise(seed_of(f"Programme\n{slots}")) is None
    turns = TURNS * 3
    assert TRANSCRIPT.recognise(seed_of(f"Talk\n10:40 Morning tea\n\n{turns}")) is not None


@pytest.mark.parametrize("between", ["\t", " | ", " "])
def test_titles_that_a_page_lists_twice_are_no_speakers(between: str) -> None:
    titles = (
        "Trusted Ledgers: What Account Books Say of Frost",
        "Masks in Stock: Evidence from Eleven Roofs",
    )
    above = "".join(f"{title}\n\n{LONG}\n\n" for title in titles)
    facts = between.join(
        ("Adela Brunn, Kofi Mensah-Ray, Signe Laar", "Ilse Tamm, Piet van Loon", "2025-03-04")
    )
    below = "".join(f"{title}{between}{facts}\n" for title in titles)
    assert TRANSCRIPT.recognise(seed_of(above + below)) is None
