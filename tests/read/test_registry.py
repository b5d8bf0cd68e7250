from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from seedbed.errors import SeedbedError
from seedbed.model.record import Reading, WorkRecord
from seedbed.model.source import Claim, Seed
from seedbed.read import registry
from seedbed.read.coverage import account, find_fault
from seedbed.read.reader import Reader, Recognition
from seedbed.read.registry import BUILT_IN, load_readers, read
from tests.read.seeds import REAL, real_seed, seed_of, unread_texts

SEED = seed_of("one\n\nthree\n")


def sure(seed: Seed) -> Recognition | None:
    return Recognition(1.0, f"it has {len(seed.lines)} lines")


def whole(seed: Seed) -> Reading:
    return account(seed, "whole", (WorkRecord(title=Claim("all", seed.span(1, len(seed.lines)))),))


WHOLE = Reader("whole", "whole file", sure, whole)


def raise_fault(seed: Seed) -> Reading:
    raise LookupError(f"no such\nthing in {seed.path}")


def reach_outside(seed: Seed) -> Reading:
    return Reading(seed, "broken", "", (WorkRecord(title=Claim("all", seed.span(1, 9))),), ())


def overlap(seed: Seed) -> Reading:
    title = Claim("all", seed.span(1, 3))
    return Reading(seed, "broken", "", (WorkRecord(title=title), WorkRecord(title=title)), ())


def pass_over(seed: Seed) -> Reading:
    return Reading(seed, "broken", "", (), (seed.span(1),))


def claim_nothing(seed: Seed) -> Reading:
    return account(seed, "broken", (WorkRecord(), WorkRecord(title=Claim("a", seed.span(0)))))


def read_another(seed: Seed) -> Reading:
    return account(Seed(seed.path, ("else",), ""), "broken", ())


def return_nothing(_: Seed) -> Reading:
    return None  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("jack-lindsey-profile.txt", "profile"),
        ("jack-lindsey-abstracts.txt", "abstracts"),
        ("permanent-problem-jack-lindsey.txt", "transcript"),
        ("mats-research.txt", "list"),
    ],
)
def test_real_seeds_are_known_by_their_text(name: str, kind: str) -> None:
    seed = real_seed(name)
    reading = read(Seed("notes.md", seed.lines, seed.sha256))
    assert (reading.kind, reading.unread, reading.remarks) == (kind, (), ())
    assert reading.why
    assert [reader.kind for reader in BUILT_IN if reader.recognise(seed)] == [kind]


def test_there_is_a_test_for_each_real_seed() -> None:
    assert len(list(Path(REAL).glob("*.txt"))) == 4


def test_a_seed_that_nobody_knows_is_shown_as_it_is() -> None:
    reading = read(SEED)
    assert (reading.kind, reading.records, reading.remarks) == ("unknown", (), ())
    assert reading.why == "no reader recognises its text"
    assert unread_texts(reading) == ["one", "three"]


@pytest.mark.parametrize("text", ["", "\n\n", " \u00a0\n"])
def test_an_empty_seed(text: str) -> None:
    reading = read(seed_of(text))
    assert (reading.kind, reading.records, reading.unread, reading.remarks) == ("unknown", (), (), ())


def test_the_surest_reader_reads() -> None:
    unsure = Reader("unsure", "guess", lambda _: Recognition(0.2, "perhaps"), whole)
    reading = read(SEED, (unsure, WHOLE))
    assert (reading.kind, reading.why, reading.unread) == ("whole", "it has 3 lines", ())


def test_the_first_of_equals_reads() -> None:
    second = Reader("second", "second", sure, raise_fault)
    assert read(SEED, (WHOLE, second)).kind == "whole"


class TestRecordsOnAPage:
    RECORD = "@article{a, title={On Rain}, author={Lee, Ann}, year={2020}}\n"
    PAGE = "".join(
        f"Lee, A. and Ek, B. ({year}). On the rain of {year}. Rain, 3(1), 4-9.\n"
        for year in range(2010, 2020)
    )

    def test_a_page_that_shows_a_record_is_no_file_of_records(self) -> None:
        reading = read(seed_of(f"{self.PAGE}{self.RECORD}"))
        assert (reading.kind, len(list(reading.works()))) == ("publications", 10)
        assert unread_texts(reading) == [self.RECORD.strip()]

    @pytest.mark.parametrize(("missed", "kind"), [(1, "publications"), (3, "bibtex")])
    def test_a_page_may_miss_fewer_works_than_it_has_beside_the_records(self, missed: int, kind: str) -> None:
        page = "".join(self.PAGE.splitlines(keepends=True)[:4])
        shown = self.RECORD.replace("On Rain", "On the rain of 2010")
        others = "".join(self.RECORD.replace("On", "A") for _ in range(missed))
        assert read(seed_of(f"{page}{shown}{others}")).kind == kind

    def test_a_file_may_hold_other_text_that_is_no_work(self) -> None:
        told = "What stands here is kept for later, and says nothing of any paper.\n" * 9
        reading = read(seed_of(f"{told}{self.RECORD}"))
        assert (reading.kind, len(list(reading.works()))) == ("bibtex", 1)

    def test_what_the_maintainer_says_holds(self) -> None:
        assert read(seed_of(f"{self.PAGE}{self.RECORD}", kind="bibtex")).kind == "bibtex"


def test_who_cannot_be_surer_is_not_asked() -> None:
    def ask(_: Seed) -> Recognition | None:
        asked.append("")
        return None

    asked: list[str] = []
    half = Reader("whole", "half", lambda _: Recognition(0.5, "perhaps"), whole)
    slow = Reader("slow", "slow", ask, whole, surest=0.5)
    assert read(SEED, (half, slow)).kind == "whole"
    assert not asked
    read(SEED, (slow, half))
    assert asked


SAMPLES = sorted(path for path in Path(__file__).parent.joinpath("samples").rglob("*") if path.is_file())


@pytest.mark.parametrize(
    "reader", [reader for reader in BUILT_IN if reader.surest < 1], ids=lambda it: it.kind
)
def test_nobody_is_surer_than_they_say(reader: Reader) -> None:
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in SAMPLES[::4])
    opinions = [opinion for text in texts if (opinion := reader.recognise(seed_of(text))) is not None]
    assert opinions
    assert max(opinion.confidence for opinion in opinions) <= reader.surest


class TestKindOfTheMaintainer:
    def test_beats_recognition(self) -> None:
        reading = read(seed_of("one\n\nthree\n", kind="abstracts"), (*BUILT_IN, WHOLE))
        assert (reading.kind, reading.why) == ("abstracts", "library.yml gives this kind")
        assert unread_texts(reading) == ["one", "three"]

    def test_may_be_unknown(self) -> None:
        reading = read(seed_of("one\n", kind="unknown"), (WHOLE,))
        assert (reading.kind, reading.remarks) == ("unknown", ())

    def test_that_no_reader_reads_is_told(self) -> None:
        reading = read(seed_of("one\n", kind="poem"), (WHOLE,))
        assert reading.kind == "unknown"
        assert [remark.value for remark in reading.remarks] == [
            'library.yml gives the kind "poem", which no reader reads (there are whole)'
        ]
        assert unread_texts(reading) == ["one"]


class TestReadersThatFail:
    @pytest.mark.parametrize(
        ("fault", "told"),
        [
            (raise_fault, "LookupError: no such thing in seed.txt"),
            (reach_outside, "it claims line 9 of a seed that has 3"),
            (overlap, "it claims line 1 twice"),
            (pass_over, "it passes over line 3"),
            (claim_nothing, "ValueError: not a span: seed.txt:0-0"),
            (read_another, "it returned a reading of another seed or kind"),
            (return_nothing, "TypeError: it returned NoneType, no Reading"),
        ],
    )
    def test_while_reading(self, fault: object, told: str) -> None:
        broken = Reader("broken", "broken", sure, fault)  # type: ignore[arg-type]
        reading = read(SEED, (broken,))
        assert (reading.kind, reading.records) == ("unknown", ())
        assert unread_texts(reading) == ["one", "three"]
        (remark,) = reading.remarks
        assert remark.value.startswith('the reader "broken" failed, so this seed is shown as it is: ' + told)
        assert find_fault(reading) == ""

    @pytest.mark.parametrize("recognise", [raise_fault, lambda _: "yes", lambda _: Recognition("high", "")])  # type: ignore[arg-type]
    def test_while_recognising_others_still_read(self, recognise: object) -> None:
        broken = Reader("broken", "broken", recognise, whole)  # type: ignore[arg-type]
        reading = read(SEED, (broken, WHOLE))
        assert reading.kind == "whole"
        (remark,) = reading.remarks
        assert remark.value.startswith('the reader "broken" failed to say if it knows this seed: ')

    def test_a_seed_without_lines_has_no_place_for_a_remark(self) -> None:
        broken = Reader("broken", "broken", sure, raise_fault)
        assert read(seed_of(""), (broken,)).remarks == ()


class TestReadersByOthers:
    def offer(self, monkeypatch: pytest.MonkeyPatch, *points: tuple[str, str]) -> None:
        offered = EntryPoints(EntryPoint(name, value, registry.ENTRY_POINTS) for name, value in points)
        monkeypatch.setattr(registry, "entry_points", lambda group: offered.select(group=group))

    def test_none_are_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.offer(monkeypatch)
        assert load_readers() == BUILT_IN

    def test_they_come_after_our_own(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.offer(monkeypatch, ("whole", f"{__name__}:WHOLE"))
        *own, last = load_readers()
        assert tuple(own) == BUILT_IN
        assert (last.kind, last.label) == (WHOLE.kind, WHOLE.label)

    @pytest.mark.parametrize(
        ("value", "told"),
        [
            (
                "no_such_module:READER",
                'the reader "odd" (no_such_module:READER) of an installed package cannot be loaded',
            ),
            (f"{__name__}:SEED", "is Seed, but a seedbed.read.reader.Reader was expected"),
            ("seedbed.read.profile:PROFILE", 'reads the kind "profile", which is taken'),
        ],
    )
    def test_what_cannot_be_used_is_an_error_that_names_it(
        self, monkeypatch: pytest.MonkeyPatch, value: str, told: str
    ) -> None:
        self.offer(monkeypatch, ("odd", value))
        with pytest.raises(SeedbedError) as caught:
            load_readers()
        assert told in caught.value.message


def test_more_records_than_a_seed_may_have() -> None:
    seed = real_seed("jack-lindsey-abstracts.txt")
    assert read(seed, BUILT_IN, 10).kind == "abstracts"
    reading = read(seed, BUILT_IN, 9)
    assert (reading.kind, reading.records) == ("unknown", ())
    (remark,) = reading.remarks
    assert remark.value.startswith("10 works and turns are in this seed, and one may have 9")
    assert find_fault(reading) == ""


def test_what_was_odd_about_the_file_is_told() -> None:
    seed = Seed("a.txt", ("one",), "", remarks=(Claim("odd", seed_of("one", "a.txt").span(1)),))
    assert [remark.value for remark in read(seed).remarks] == ["odd"]
