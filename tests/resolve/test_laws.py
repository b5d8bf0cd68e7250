"""What holds for any readings: order does not matter, nor how the records lie in files."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from seedbed.model.library import Library
from seedbed.model.record import ProfileRecord, Reading, WorkRecord
from seedbed.resolve.resolve import begin, resolve
from tests.resolve.making import Maker

NAMES = (
    "Ana García",
    "Ana García Ruiz",
    "A. García",
    "Renée Dubois",
    "Renee Dubois",
    "Omar Haddad",
    "Omar K. Haddad",
    "Petra Novakova",
    "Petra Novákova",
    "Omar Haddad Petra Novakova",
    "Xin Chen",
    "Xin Cheng",
    "Priya Raghunathan",
    "Priya Ragunathan",
    "王小明",
    "Jr.",
    "Ed (Ned) Lang",
    "Ned Lang",
)
TITLES = (
    "Tides of a small sea",
    "Tides of a small sea.",
    "Tides of a smal sea",
    "Tides: a study",
    "Tides",
    "Soft Hands",
    "Soft Hands II",
    "",
    "?",
)
LONG = "We measure how the tides of a small sea answer to wind, and find that gusts move more water. " * 3
ABSTRACTS = (
    "",
    LONG,
    LONG.replace("small", "large", 1),
    "Octopus arms grip without bones, and so does this hand. " * 5,
)
DATES = ("", "May 28", "2024", "Jul 1, 2022", "Apr 3")

works = st.tuples(
    st.sampled_from(TITLES),
    st.lists(st.sampled_from(NAMES), max_size=4, unique=True),
    st.sampled_from(ABSTRACTS),
    st.sampled_from(DATES),
    st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
    st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
    st.booleans(),
).filter(lambda work: bool(work[0] or work[2]))
Made = tuple[str, list[str], str, str, list[str], list[str], bool]


def records(maker: Maker, made: Sequence[Made]) -> list[WorkRecord]:
    return [
        maker.work(
            title, names, abstract=abstract, date=date, fellows=fellows, mentors=mentors, complete=complete
        )
        for title, names, abstract, date, fellows, mentors, complete in made
    ]


def owned(maker: Maker, owner: str, made: Sequence[Made]) -> ProfileRecord:
    return maker.profile(owner, records(maker, made))


def essence(library: Library) -> object:
    """Works and people without the places that state them."""
    return (
        [
            (
                work.id,
                work.title.shown,
                work.citation_key,
                work.date and work.date.shown,
                work.abstract and work.abstract.shown,
                [(credit.person, credit.name_as_stated, credit.position) for credit in work.creators],
                sorted(credit.person for credit in work.fellows),
                sorted(credit.person for credit in work.mentors),
            )
            for work in library.works
        ],
        [
            (person.id, person.name, person.roles, person.works, [form.name for form in person.forms])
            for person in library.people
        ],
        [
            (each.kind, each.subject, each.rule, each.decided.split(" (")[0])
            for each in library.decisions
            if each.kind == "person"
        ],
        sorted((each.kind, each.subjects, each.asked) for each in library.questions if each.kind == "person"),
    )


@given(
    st.lists(works, max_size=8),
    st.lists(works, max_size=4),
    st.sampled_from(NAMES),
    st.randoms(use_true_random=False),
)
@settings(max_examples=60, deadline=None)
def test_neither_the_order_of_seeds_nor_of_records_matters(
    made: list[Made], profile: list[Made], owner: str, chance: random.Random
) -> None:
    one, other, third = Maker("one.txt"), Maker("other.txt"), Maker("third.txt")
    readings = [
        one.reading(*records(one, made[:4])),
        other.reading(*records(other, made[4:])),
        third.reading(owned(third, owner, profile)),
    ]
    shuffled = [
        replace(each, records=tuple(chance.sample(each.records, len(each.records)))) for each in readings
    ]
    chance.shuffle(shuffled)
    first = resolve(readings)
    assert structs.replace(resolve(shuffled), readings=()) == structs.replace(first, readings=())
    assert resolve(readings) == first


@given(
    st.lists(works, max_size=10),
    st.lists(works, max_size=4),
    st.sampled_from(NAMES),
    st.randoms(use_true_random=False),
)
@settings(max_examples=60, deadline=None)
def test_how_the_records_lie_in_files_does_not_matter(
    made: list[Made], profile: list[Made], owner: str, chance: random.Random
) -> None:
    whole, second = Maker("m.txt"), Maker("n.txt")
    together = [whole.reading(*records(whole, made)), second.reading(owned(second, owner, profile))]
    parts = [Maker(f"{letter}.txt") for letter in "zqkba"]
    files: dict[str, list[WorkRecord | ProfileRecord]] = {part.path: [] for part in parts}
    for each in chance.sample(made, len(made)):
        part = chance.choice(parts[:3])
        files[part.path] += records(part, [each])
    for part, share in zip(parts[3:], (profile[::2], profile[1::2]), strict=True):
        files[part.path].append(owned(part, owner, share))
    apart: list[Reading] = [part.reading(*files[part.path]) for part in parts]
    assert essence(resolve(apart)) == essence(resolve(together))


@given(st.lists(works, max_size=8))
@settings(max_examples=60, deadline=None)
def test_every_listing_is_in_one_work_and_every_name_is_somebody(made: list[Made]) -> None:
    maker = Maker()
    library = resolve([maker.reading(*records(maker, made))])
    assert sum(len(work.sources) for work in library.works) == len(made)
    people = {person.id for person in library.people}
    assert len(people) == len(library.people)
    named = [(*work.creators, *work.fellows, *work.mentors) for work in library.works]
    assert {credit.person for credits_ in named for credit in credits_} == people
    keys = [work.citation_key for work in library.works]
    assert len(keys) == len(set(keys))
    assert all(key.isascii() and key.isalnum() for key in keys)
    assert [work.id for work in library.works] == sorted({work.id for work in library.works})


@given(st.lists(works, max_size=8), st.lists(works, max_size=4), st.sampled_from(NAMES))
@settings(max_examples=60, deadline=None)
def test_the_texts_are_those_of_the_library_without_anybody_in_it(
    made: list[Made], profile: list[Made], owner: str
) -> None:
    one, other = Maker("one.txt"), Maker("other.txt")
    listed = one.collection("Gardens of 2024", records(one, made[:2]))
    talk = one.transcript(
        [(NAMES[0], "Tides rise."), (NAMES[3], "And fall.")], title="On tides", host=NAMES[0]
    )
    resolving = begin(
        [one.reading(*records(one, made[2:]), listed, talk), other.reading(owned(other, owner, profile))]
    )
    library = resolving.finish()
    assert resolving.finish() == library
    assert library.transcripts[0].host is not None
    assert all(turn.speaker for turn in library.transcripts[0].turns)
    assert resolving.texts() == Library(
        readings=(),
        works=tuple(
            structs.replace(
                work,
                creators=(),
                creators_complete=False,
                creator_lists=None,
                fellows=(),
                mentors=(),
                citation_key="",
            )
            for work in library.works
        ),
        people=(),
        transcripts=tuple(
            structs.replace(
                each,
                host=None,
                speakers=(),
                turns=tuple(structs.replace(turn, speaker=None) for turn in each.turns),
            )
            for each in library.transcripts
        ),
        collections=tuple(
            structs.replace(each, sections=(), questions=(), source=each.title.span)
            for each in library.collections
        ),
    )
