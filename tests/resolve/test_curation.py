"""The maintainer's word: read with its lines, obeyed over any rule, and reported where it matches nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from seedbed.errors import SeedbedError
from seedbed.model.curation import Correction, Curation, Ruling, SeedNote, TopicRuling
from seedbed.model.library import Library
from seedbed.model.record import Reading
from seedbed.resolve.curation import KEYS, parse_curation
from seedbed.resolve.resolve import resolve
from tests.resolve.making import Maker

PATH = "seeds/library.yml"
ROOT = Path(__file__).resolve().parents[2]
TEAM = ["Petra Novakova", "Omar Haddad"]


def made(*works: tuple[str, list[str]], path: str = "seed.txt") -> Reading:
    maker = Maker(path)
    return maker.reading(*(maker.work(title, names) for title, names in works))


def curated(text: str, *readings: Reading) -> Library:
    return resolve(readings, parse_curation(text, PATH))


# Reading it.


def test_every_entry_is_read_with_its_line() -> None:
    text = """\
# a comment
seeds:
  talks/one.txt: {kind: transcript, source: "https://example.org/x", captured: 2026-01-31}
people:
  - same: [Ada Lovelace, "A. Lovelace"]
    name: Ada King
  - different: [Ann Lee, Anne Lee]
  - person: Ann Lee Bob Ray
    split: [Ann Lee, Bob Ray]
works:
  - work: On Engines
    title: On Engines, Again
    date: 1843-09
topics:
  - label: Engines
    phrases: [difference engine]
    same: [Machines]
"""
    assert parse_curation(text, PATH) == Curation(
        path=PATH,
        seeds=(SeedNote("talks/one.txt", 3, "transcript", "https://example.org/x", "2026-01-31"),),
        people=(
            Ruling("same", ("Ada Lovelace", "A. Lovelace"), 5),
            Ruling("different", ("Ann Lee", "Anne Lee"), 7),
        ),
        people_corrections=(
            Correction("Ada Lovelace", "name", ("Ada King",), 6),
            Correction("Ann Lee Bob Ray", "split", ("Ann Lee", "Bob Ray"), 9),
        ),
        works_corrections=(
            Correction("On Engines", "title", ("On Engines, Again",), 12),
            Correction("On Engines", "date", ("1843-09",), 13),
        ),
        topics=(TopicRuling("Engines", ("difference engine",), ("Machines",), 15),),
    )


@pytest.mark.parametrize("text", ["", "# nothing\n", "people:\nworks:\n", "---\n"])
def test_nothing_is_a_curation_too(text: str) -> None:
    assert parse_curation(text, PATH) == Curation(path=PATH)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("people:\n  - same: [One,\n", 3, "is not YAML"),
        ("people: 3\n", 1, "people: found “3”, expected a list"),
        ("- a\n", 1, "the file: found a list, expected keys"),
        ("authors:\n  - x\n", 1, "unknown key “authors”, expected one of: seeds, people, works, topics"),
        ("people:\n  - sane: [A, B]\n", 2, "unknown key “sane”"),
        ("people:\n  - same: [A]\n", 2, "found 1, expected at least 2"),
        ("people:\n  - same: [A, A]\n", 2, "“A” stands twice"),
        ("people:\n  - same: [A, [B]]\n", 2, "found a list, expected text"),
        ("people:\n  - same: [A, B]\n    different: [C, D]\n", 2, "found same and different"),
        ("people:\n  - name: A\n", 2, "found none of them"),
        ("people:\n  - person: A\n", 2, "found nothing to correct; say name or split"),
        ("people:\n  - different: [A, B]\n    name: C\n", 2, "“name” cannot stand beside “different”"),
        ("people:\n  - same: [A, B]\n    split: [C, D]\n", 3, "“split” cannot stand beside “same”"),
        ("people:\n  - same: [A, B]\npeople:\n  - same: [C, D]\n", 3, "stands here and in line 1"),
        ("people:\n  - same: [A, B]\n  - same: [B, C]\n  - different: [A, C]\n", 4, "but the same in line 3"),
        ("works:\n  - same: [A, B]\n  - different: [B, A]\n", 3, "but the same in line 2"),
        ("works:\n  - work: A\n    date: 2026-02-30\n", 3, "found “2026-02-30”, expected a date"),
        ("seeds:\n  a.txt:\n    captured: 2026-01\n", 3, "expected a day such as 2026-01-31"),
        ("seeds:\n  a.txt:\n    source: example.org\n", 3, "an address that begins with https://"),
        ("seeds:\n  a.txt:\n    source: https://a.example/b c\n", 3, "and has no space"),
        ("seeds:\n  a.txt:\n    sort: profile\n", 3, "seeds: a.txt: unknown key “sort”"),
        ("topics:\n  - phrases: [a]\n", 2, "topics: found no label"),
        ("topics:\n  - label: A\n    same: [B]\n  - label: B\n", 4, "stands here and in the entry of line 2"),
        ("x: \0\n", 1, "is not YAML"),
        ("[" * 3000, 1, "is not YAML"),
    ],
)
def test_an_error_names_its_line_and_what_was_expected(text: str, line: int, message: str) -> None:
    with pytest.raises(SeedbedError) as caught:
        parse_curation(text, PATH)
    assert message in caught.value.message
    assert (caught.value.path, caught.value.line) == (PATH, line)


@given(st.text(alphabet="peoplworks:-[]{}#&*!|>'\"% \n\tABsamedifnt,", max_size=80))
def test_any_text_is_read_or_refused_with_an_error_for_the_user(text: str) -> None:
    try:
        parse_curation(text, PATH)
    except SeedbedError as error:
        assert error.path == PATH  # noqa: PT017 (both outcomes are right)


def test_the_schema_for_editors_knows_the_same_keys() -> None:
    schema = json.loads((ROOT / "build/seedbed/resolve/library.schema.json").read_text("utf-8"))
    properties = schema["properties"]
    assert tuple(properties) == tuple(KEYS)
    assert tuple(properties["seeds"]["additionalProperties"]["properties"]) == KEYS["seeds"]
    for section in ("people", "works", "topics"):
        assert tuple(properties[section]["items"]["properties"]) == KEYS[section]


def test_the_file_of_this_library_refers_to_the_schema() -> None:
    text = (ROOT / "seeds/library.yml").read_text("utf-8")
    first = text.splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (ROOT / "seeds" / first.partition("=")[2]).is_file()
    parse_curation(text, PATH)


def test_the_examples_in_the_file_of_this_library_can_be_used() -> None:
    lines = (ROOT / "seeds/library.yml").read_text("utf-8").splitlines()
    keys = tuple(f"# {key}:" for key in KEYS)
    examples = [line[2:] for line in lines if line.startswith(("#   ", *keys))]
    read = parse_curation("\n".join(examples), PATH)
    assert read.seeds
    assert read.people
    assert read.works
    assert read.topics


# Obeying it.


def test_names_that_no_rule_would_unite() -> None:
    text = 'people:\n  - same: ["Xiulan Gao", "Sally Huang"]\n'
    library = curated(text, made(("Tides", ["Xiulan Gao"]), ("Winds", ["Sally Huang"])))
    assert len(library.people) == 1
    (decision,) = library.decisions
    assert (decision.by, decision.rule) == ("curation", "people: same")
    assert decision.evidence[0].sentence == "the maintainer says so in seeds/library.yml:2."


def test_names_that_a_rule_would_unite() -> None:
    text = 'people:\n  - different: ["Renée Dubois", "Renee Dubois"]\n'
    library = curated(text, made(("Tides", ["Renée Dubois"]), ("Winds", ["Renee Dubois"])))
    assert [person.id for person in library.people] == ["renee-dubois", "renee-dubois-2"]
    assert not library.questions


def test_two_people_of_one_name() -> None:
    text = 'people:\n  - different: ["Wei Zhang @ Tides", "Wei Zhang"]\n'
    library = curated(
        text, made(("Tides", ["Wei Zhang"]), ("Winds", ["Wei Zhang"]), ("Rains", ["Wei Zhang"]))
    )
    people = {str(work.id): work.creators[0].person for work in library.works}
    assert people["winds"] == people["rains"] != people["tides"]


def test_a_preferred_name_and_its_address() -> None:
    text = 'people:\n  - person: "Xiulan Gao"\n    name: "Sally Gao"\n'
    (person,) = curated(text, made(("Tides", ["Xiulan Gao"]))).people
    assert (person.id, person.name) == ("sally-gao", "Sally Gao")


def test_a_missing_comma() -> None:
    text = 'people:\n  - person: "Juan Carlos Ana Lim"\n    split: ["Juan Carlos", "Ana Lim"]\n'
    library = curated(text, made(("Tides", ["Juan Carlos Ana Lim"])))
    assert [person.name for person in library.people] == ["Ana Lim", "Juan Carlos"]
    assert [decision.by for decision in library.decisions] == ["curation"]


def test_a_name_that_is_one_after_all() -> None:
    text = 'people:\n  - person: "Omar Haddad Petra Novakova"\n    split: ["Omar Haddad Petra Novakova"]\n'
    library = curated(text, made(("Tides", ["Omar Haddad Petra Novakova"]), ("Winds", ["Omar Haddad"])))
    assert len(library.people) == 2


def test_works_that_are_one_and_works_that_are_two() -> None:
    text = """\
works:
  - same: ["Tides", "On the ebb"]
  - different: ["Soft hands @ a.txt", "Soft hands @ b.txt"]
"""
    library = curated(
        text,
        made(("Tides", TEAM), ("On the ebb", TEAM), ("Soft hands", TEAM), path="a.txt"),
        made(("Soft hands", TEAM), path="b.txt"),
    )
    assert sorted(work.id for work in library.works) == ["on-the-ebb", "soft-hands", "soft-hands-2"]


def test_a_title_and_a_date() -> None:
    text = "works:\n  - work: Tides\n    title: On the ebb\n    date: 2024-05\n"
    maker = Maker()
    (work,) = curated(text, maker.reading(maker.work("Tides", TEAM, date="May 28"))).works
    assert (work.id, work.title.shown, work.title.rule) == ("on-the-ebb", "On the ebb", "works: title")
    assert work.title.inferred == "the maintainer says so in seeds/library.yml:3."
    assert work.date is not None
    assert (work.date.shown.iso(), work.date.inferred) == (
        "2024-05",
        "the maintainer says so in seeds/library.yml:4.",
    )


def test_a_date_that_no_source_states_cannot_be_corrected() -> None:
    library = curated("works:\n  - work: Tides\n    date: 2024-05\n", made(("Tides", TEAM)))
    assert library.works[0].date is None
    assert library.warnings[0].startswith("seeds/library.yml:3: works: date: no source dates “Tides”")


def test_the_day_of_capture_gives_the_year() -> None:
    maker = Maker()
    readings = [maker.reading(maker.work("Tides", date="May 28"), maker.work("Winds", date="Jul 1, 2022"))]
    text = "seeds:\n  seed.txt:\n    captured: 2019-06-01\n"
    dates = {str(work.id): work.date for work in resolve(readings, parse_curation(text, PATH)).works}
    assert dates["tides"] is not None
    assert dates["tides"].shown.iso() == "2019-05-28"
    assert dates["tides"].inferred == "The source leaves the year out; it was captured on 2019-06-01."
    without = {str(work.id): work.date for work in resolve(readings).works}
    assert without["tides"] is not None
    assert without["tides"].shown.iso() == "2022-05-28"
    assert "the latest full date in the seeds is 2022-07-01 (seed.txt:4)" in without["tides"].inferred


def test_what_matches_nothing_is_reported_with_its_line() -> None:
    text = """\
seeds:
  gone.txt: {kind: profile}
people:
  - same: [Ann Lee, Nobody Known]
  - person: Somebody Else
    name: Else
works:
  - different: [Tides, Nothing]
topics:
  - label: Engines
    same: [Machines]
"""
    library = curated(text, made(("Tides", ["Ann Lee"])))
    assert [warning.split(":", 3)[1] for warning in library.warnings] == ["2", "8", "4", "6", "10"]


def test_a_topic_under_another_label_moves() -> None:
    maker = Maker()
    library = curated(
        "topics:\n  - label: Red teaming\n    same: [Attack evals]\n",
        maker.reading(maker.work("Tides", topics=["Attack evals"])),
    )
    assert [(each.old, each.new) for each in library.moved] == [("topics/attack-evals", "topics/red-teaming")]


def test_rulings_that_contradict_by_way_of_what_they_match() -> None:
    text = 'works:\n  - same: ["Tides", "Winds"]\n  - different: ["TIDES", "Winds"]\n'
    with pytest.raises(SeedbedError, match="line 3 says that they are different") as caught:
        curated(text, made(("Tides", TEAM), ("Winds", TEAM)))
    assert caught.value.line == 2


def test_two_names_for_one_person() -> None:
    text = """\
people:
  - person: Renée Dubois
    name: R. Dubois
  - person: Renee Dubois
    name: René Dubois
"""
    with pytest.raises(SeedbedError, match="in line 3") as caught:
        curated(text, made(("Tides", ["Renée Dubois"]), ("Winds", ["Renee Dubois"])))
    assert caught.value.line == 5


# The answers that questions offer.


@pytest.mark.parametrize("answer", [0, 1])
def test_either_answer_to_a_question_can_be_pasted_and_settles_it(answer: int) -> None:
    maker = Maker()
    readings = [
        maker.reading(
            maker.work("Tides", ["Samuel R. Ashby"]),
            maker.work("Winds", ["Samuel Ashby"]),
            maker.work('Tides of a "shalow" basin'),
            maker.work('Tides of a "shallow" basin'),
            maker.work("Soft hands", ["Omar Haddad"]),
        ),
        made(("Soft hands", ["Hana Sato"]), path="other.txt"),
    ]
    library = resolve(readings)
    assert len(library.questions) == 3
    for question in library.questions:
        said, entry = question.answers[answer]
        settled = resolve(readings, parse_curation(entry, PATH))
        assert question.asked not in [each.asked for each in settled.questions]
        assert not settled.warnings
        key = "people" if question.kind == "person" else "works"
        before, after = (len(getattr(each, key)) for each in (library, settled))
        assert after == before - (1 if "one" in said else 0)


def test_answers_are_yaml_whatever_the_name() -> None:
    nasty = 'Ann "A\': #{[" Lee'
    entry = json.dumps([nasty, "B"], ensure_ascii=False)
    assert yaml.safe_load(f"people:\n  - same: {entry}")["people"][0]["same"][0] == nasty
