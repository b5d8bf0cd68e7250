"""What holds of every reader for every text, and of each layout: what is written in it is read out of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from seedbed.model.record import (
    CollectionRecord,
    NameList,
    ProfileRecord,
    TranscriptRecord,
    WorkRecord,
)
from seedbed.read.reader import Reader
from seedbed.read.registry import BUILT_IN, read
from seedbed.text.dates import find_date
from seedbed.text.lines import letters_and_digits
from tests.fuzz.fragments import FRAGMENTS
from tests.read.law import check_the_law
from tests.read.seeds import LONG, seed_of

# The machine that runs this may be busy with other things; a test of what holds is none of how fast.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

ANY_LINE = st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=40))
ANY_TEXT = st.builds(
    lambda lines, end: end.join(lines),
    st.lists(ANY_LINE, max_size=40),
    st.sampled_from(["\n", "\r\n", "\n\n", "\r"]),
)


@pytest.mark.parametrize("reader", BUILT_IN, ids=lambda reader: reader.kind)
@given(text=ANY_TEXT)
@PATIENT
@example(text="")
@example(text="\n" * 10)
@example(text="https://example.org/c).\nAbstract:")
def test_each_reader_reads_any_text_and_keeps_the_law(reader: Reader, text: str) -> None:
    seed = seed_of(text)
    reader.recognise(seed)
    reading = reader.read(seed)
    assert reading.kind == reader.kind
    check_the_law(reading)


@given(text=ANY_TEXT)
@PATIENT
def test_any_seed_is_read_without_a_fault(text: str) -> None:
    reading = read(seed_of(text))
    check_the_law(reading)
    assert not [remark for remark in reading.remarks if remark.value.startswith("the reader ")]


SAMPLES = sorted(
    path for path in (Path(__file__).parent / "samples").glob("*/*") if path.suffix in {".txt", ".md"}
)
LINES = [path.read_text("utf-8").splitlines() for path in SAMPLES]


@st.composite
def pages(draw: st.DrawFn) -> list[str]:
    """Pieces of pages of all kinds, one behind the other, with or without blank lines between their lines."""
    page: list[str] = []
    for _ in range(draw(st.integers(1, 5))):
        lines = draw(st.sampled_from(LINES))
        start = draw(st.integers(0, max(0, len(lines) - 1)))
        piece = lines[start : start + draw(st.integers(1, 25))]
        form = draw(st.sampled_from(["as it is", "touching", "apart", "mixed"]))
        if form == "touching":
            piece = [line for line in piece if line.strip()]
        elif form == "apart":
            piece = [each for line in piece for each in (line, "")]
        elif form == "mixed":
            piece = draw(st.permutations(piece))
        page += piece
    return page


@given(page=pages())
@settings(PATIENT, max_examples=300)
def test_pieces_of_pages_of_all_kinds_are_read_without_a_fault(page: list[str]) -> None:
    reading = read(seed_of("\n".join(page)))
    check_the_law(reading)
    assert not [remark for remark in reading.remarks if remark.value.startswith("the reader ")]


# The round trips: values, written in a layout, come back as they were.

_WORD = st.sampled_from(
    ["growth", "rain", "of", "seeds", "the", "and", "12.5", "über", "naïve", "$x^2$", "in", "a-b", "90\\%"]
)
_CAPITAL = st.sampled_from(
    ["Growth", "Rain", "Seeds", "AI", "LLMs", "Über", "Naïve", "GPT-4", "X", "Emergent"]
)
_NAME = st.builds(
    "{} {}{}".format,
    st.sampled_from(["Ann", "Bo", "Jean-Luc", "Adrià", "J. R.", "Yağız", "Nữ", "Asvin", "Óscar", "李雷"]),
    st.sampled_from(["", "", "van der ", "de ", "M. ", "O’"]),
    st.sampled_from(["Lee", "Ek", "Garriga-Alonso", "Roe Jr.", "Smith III", "Chughtai", "Żak", "G."]),
)
_NAMES = st.lists(_NAME, min_size=1, max_size=5, unique=True)
_TITLES = st.builds(
    lambda first, second, rest, end: " ".join([first, second, *rest]) + end,
    _CAPITAL,
    _WORD,
    st.lists(
        st.one_of(_WORD, _CAPITAL, st.sampled_from(["2", "3.5", "a,", "vs. Rain"])), min_size=1, max_size=8
    ),
    st.sampled_from(["", "", "?", ": An Account", " (2020, part 2)"]),
)
_ABSTRACTS = st.lists(
    st.builds(lambda words: f"{LONG} And then {' '.join(words)}.", st.lists(_WORD, min_size=1, max_size=6)),
    min_size=1,
    max_size=3,
)
_DATES = st.builds(
    lambda month, day, year: f"{month} {day}" + (f", {year}" if year else ""),
    st.sampled_from(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]),
    st.integers(1, 28),
    st.one_of(st.none(), st.integers(1950, 2030)),
)
_TOPICS = st.lists(
    st.sampled_from(["Botany", "Law and Policy", "Soil Science", "Rain"]), max_size=3, unique=True
)


@dataclass(frozen=True)
class Written:
    """A work as a test writes it; empty where it is left out."""

    title: str
    creators: list[str]
    complete: bool
    abstract: list[str]
    date: str
    score: str
    category: str
    code: bool
    organisations: list[str]
    topics: list[str]
    fellows: list[str]
    mentors: list[str]


def works() -> st.SearchStrategy[Written]:
    return st.builds(
        Written,
        title=_TITLES,
        creators=_NAMES,
        complete=st.booleans(),
        abstract=_ABSTRACTS,
        date=_DATES,
        score=st.sampled_from(["", "99.1", "5.0", "100"]),
        category=st.sampled_from(["AI", "GN", "math.OC", "hep-th"]),
        code=st.booleans(),
        organisations=st.lists(st.sampled_from(["mit", "apple-ml", "ETH Zürich"]), max_size=2, unique=True),
        topics=_TOPICS,
        fellows=st.one_of(st.just([]), _NAMES),
        mentors=st.one_of(st.just([]), _NAMES),
    )


def names(listed: list[str], *, complete: bool = True) -> str:
    return ", ".join(listed) + ("" if complete else " et al.")


@PATIENT
@given(
    st.lists(works(), min_size=2, max_size=6),
    st.booleans(),
    st.sampled_from(["\n\n", "\n"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_profiles_come_back(written: list[Written], headed: bool, gap: str, end: str) -> None:  # noqa: FBT001
    text = f"Mira Okafor\n\nBiology\nh-index12\n\n{len(written)} Papers\n\n" if headed else ""
    for work in written:
        creators = names(work.creators, complete=work.complete)
        if work.organisations:
            creators += " · " + ", ".join(work.organisations)
        head = f"{work.score}{work.category}{work.date}{'Code' if work.code else ''}"
        text += gap.join([f"{head}\n{work.title}", creators, *work.abstract]) + "\n\n"
    reading = read(seed_of(text.replace("\n", end)))
    assert (reading.kind, reading.unread, reading.remarks) == ("profile", (), ())
    assert isinstance(reading.records[0], ProfileRecord) == headed
    for work, record in zip(written, reading.works(), strict=True):
        same_work(work, record)
        assert record.creators is not None
        assert record.creators.value.complete == work.complete
        assert (record.score.value if record.score else None) == (Decimal(work.score) if work.score else None)
        assert record.category is not None
        assert record.category.value == work.category
        assert (record.has_code is not None) == work.code
        assert [claim.value for claim in record.organisations] == work.organisations


def plain(title: str, date: str = "Jan 1") -> Written:
    """A work of which a list says no more than it has to."""
    return Written(
        title=title,
        creators=["Ann Lee"],
        complete=True,
        abstract=[LONG],
        date=date,
        score="",
        category="AI",
        code=False,
        organisations=[],
        topics=[],
        fellows=[],
        mentors=[],
    )


def begin_alike(sections: list[tuple[str, list[Written]]]) -> bool:
    """Whether three works seem to begin with one label, which may then say something of the headings."""
    titles = [work.title for _, listed in sections for work in listed if ":" in work.title]
    return max(Counter(title.partition(":")[0] for title in titles).values(), default=0) > 2


@PATIENT
@given(
    st.lists(st.tuples(_TITLES, st.lists(works(), min_size=1, max_size=3)), min_size=1, max_size=4),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["\n\n", "\n"]),
)
@example(
    sections=[("Growth growth growth: An Account", [plain("Growth growth growth")])] * 3,
    introduced=False,
    asked=False,
    gap="\n\n",
)
@example(
    sections=[("On rain", [plain(f"Position: Rain of {each}", f"May {each}, 2024") for each in range(1, 5)])],
    introduced=False,
    asked=False,
    gap="\n\n",
)
def test_lists_come_back(
    sections: list[tuple[str, list[Written]]],
    introduced: bool,  # noqa: FBT001
    asked: bool,  # noqa: FBT001
    gap: str,
) -> None:
    assume(len(sections) < 3 or not begin_alike(sections))
    titles = Counter(letters_and_digits(work.title) for _, listed in sections for work in listed)
    assume(titles.keys().isdisjoint(letters_and_digits(title) for title, _ in sections))
    assume(len(titles) in {1, titles.total()})  # what stands over some texts, and not over others, is a topic
    text = "Our research" + gap + (LONG + gap if introduced else "")
    for title, listed in sections:
        text += title + gap
        for work in listed:
            text += gap.join([work.title, *work.abstract]) + "\n\n"
            text += "\n".join(work.topics or ["Read more"]) + "\n\n"
            text += f"Authors:{gap}{names(work.creators)}{gap}"
            text += f"Fellows:{gap}{names(work.fellows)}{gap}" if work.fellows else ""
            text += f"Mentors:{gap}{names(work.mentors)}{gap}" if work.mentors else ""
            text += f"Date:{gap}{work.date}{gap}"
    text += "Questions\n\nWho?\nWhen?\n" if asked else ""
    reading = read(seed_of(text))
    assert (reading.kind, reading.unread, reading.remarks) == ("list", (), ())
    (record,) = reading.records
    assert isinstance(record, CollectionRecord)
    assert (record.title.value, len(record.introduction), len(record.questions)) == (
        "Our research",
        int(introduced),
        2 * int(asked),
    )
    assert [section.title.value for section in record.sections if section.title] == [
        title for title, _ in sections
    ]
    for (_, listed), section in zip(sections, record.sections, strict=True):
        for work, found in zip(listed, section.works, strict=True):
            same_work(work, found)
            assert [topic.value for topic in found.topics] == work.topics
            assert (list(found.fellows.value.names) if found.fellows else []) == work.fellows
            assert (list(found.mentors.value.names) if found.mentors else []) == work.mentors


@PATIENT
@given(
    st.lists(_ABSTRACTS, min_size=1, max_size=8),
    st.sampled_from(["\n", "\n\n", "\n\n\n\n"]),
    st.sampled_from(["", " "]),
)
def test_abstracts_come_back(written: list[list[str]], gap: str, space: str) -> None:
    text = gap.join(f"Abstract:{space}" + gap.join(paragraphs) for paragraphs in written)
    reading = read(seed_of(text))
    assert (reading.kind, reading.unread) == ("abstracts", ())
    found = [work.abstract.value for work in reading.works() if work.abstract]
    assert found == ["\n\n".join(paragraphs) for paragraphs in written]


_SPEECH = st.builds(
    lambda words, aside: "So, " + " ".join(words) + aside + ".",
    st.lists(_WORD, min_size=1, max_size=12),
    st.sampled_from(["", "", ": that is it", ", as in “Human: hi”", " at 10:30"]),
)


@PATIENT
@given(
    st.lists(_NAME, min_size=2, max_size=4, unique=True),
    st.lists(
        st.tuples(st.integers(0, 3), st.lists(_SPEECH, min_size=1, max_size=3)), min_size=1, max_size=12
    ),
    st.booleans(),
    st.sampled_from(["\n\n", "\n"]),
)
@example(
    speakers=["J. R. van der Roe Jr.", "Ann Lee"], written=[(0, ["So, growth."])], headed=True, gap="\n\n"
)
def test_transcripts_come_back(
    speakers: list[str],
    written: list[tuple[int, list[str]]],
    headed: bool,  # noqa: FBT001
    gap: str,
) -> None:
    opening = [(at, ["Good morning."]) for at in range(len(speakers))] * 2
    turns = [(speakers[at % len(speakers)], said) for at, said in [*opening, *written]]
    text = (
        f"Podcasts\nMay 2, 2024\n\nAn Account of Rain, in Parts\n\n{speakers[0]}\n\n{LONG}\n\nTranscript\n\n"
        if headed
        else ""
    )
    text += gap.join(f"{speaker}: " + gap.join(said) for speaker, said in turns)
    reading = read(seed_of(text))
    assert (reading.kind, reading.unread) == ("transcript", ())
    (record,) = reading.records
    assert isinstance(record, TranscriptRecord)
    found = [(turn.label, [paragraph.value for paragraph in turn.paragraphs]) for turn in record.turns]
    assert found == turns
    assert (record.host.value if record.host else "") == (speakers[0] if headed else "")
    assert (record.title is not None, record.section is not None, len(record.summary)) == (
        headed,
        headed,
        int(headed),
    )


def same_work(work: Written, record: WorkRecord) -> None:
    assert record.title is not None
    assert record.title.value == work.title
    assert record.creators is not None
    assert record.creators.value == NameList(tuple(work.creators), record.creators.value.complete)
    assert record.abstract is not None
    assert record.abstract.value == "\n\n".join(work.abstract)
    assert record.date is not None
    assert record.date.value == find_date(work.date)
