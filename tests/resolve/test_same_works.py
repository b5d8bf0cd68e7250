"""Which listings are one work: one block a rule."""

from __future__ import annotations

import pytest

from seedbed.model.library import Library
from seedbed.model.record import WorkRecord
from seedbed.resolve.resolve import resolve
from tests.resolve.making import Maker

TEAM = ["Petra Novakova", "Omar Haddad", "Ines Amado"]
ABSTRACT = (
    "We measure how the tides of a small and shallow sea answer to wind, and find that gusts of "
    "a few minutes move more water than a steady breeze of a whole day. A model of 2,500 cells explains why: "
    "the basin rings like a bell, and only short pushes reach its first mode. "
    "The finding matters to harbours that plan by daily means."
)
OTHER = (
    "Octopus arms grip without bones. Here is a soft robotic hand that does the same with three chambers of "
    "silicone, filled by one pump, and learns in an hour to pick fruit that it has never touched. It "
    "holds an egg, a key and a wet fish, and lets go of each on command, which earlier "
    "hands of its kind could not do."
)


def library_of(*works: WorkRecord) -> Library:
    maker = Maker()
    return resolve([maker.reading(*works)])


@pytest.fixture
def make() -> Maker:
    return Maker()


class TestSameTitle:
    @pytest.mark.parametrize(
        "other",
        [
            "TIDES OF A SMALL SEA",
            "Tides of a small  sea.",
            "“Tides of a Small Sea”",
            "Tides of a Small-Sea",
            "Tidés of a ſmall sea",
        ],
    )
    def test_typesetting_does_not_matter(self, make: Maker, other: str) -> None:
        library = library_of(make.work("Tides of a small sea"), make.work(other))
        assert len(library.works) == 1
        assert [each.rule for each in library.decisions] == ["same-title"]

    def test_other_abstracts_and_other_creators_are_two_works(self, make: Maker) -> None:
        library = library_of(
            make.work("Soft hands", TEAM, abstract=ABSTRACT),
            make.work("Soft hands", ["Hana Sato"], abstract=OTHER),
        )
        assert [work.id for work in library.works] == ["soft-hands", "soft-hands-2"]
        (question,) = library.questions
        assert question.asked == "Are “Soft hands” and “Soft hands” one work?"

    def test_a_bare_title_that_could_be_either_is_neither(self, make: Maker) -> None:
        library = library_of(
            make.work("Soft hands", TEAM, abstract=ABSTRACT),
            make.work("Soft hands", ["Hana Sato"], abstract=OTHER),
            make.work("Soft hands"),
        )
        assert len(library.works) == 3

    def test_a_list_that_is_cut_short_is_the_same_work(self, make: Maker) -> None:
        library = library_of(make.work("Tides", TEAM), make.work("Tides", TEAM[:1], complete=False))
        (work,) = library.works
        assert [credit.position for credit in work.creators] == [1, 2, 3]
        assert work.creators_complete
        assert not library.conflicts


class TestSameAbstract:
    def test_an_abstract_without_a_title_finds_its_work(self, make: Maker) -> None:
        library = library_of(make.work("Tides", TEAM, abstract=ABSTRACT), make.work(abstract=ABSTRACT))
        (work,) = library.works
        assert work.title.shown == "Tides"
        assert len(work.sources) == 2

    def test_also_one_that_differs_by_a_number_which_is_a_conflict(self, make: Maker) -> None:
        changed = ABSTRACT.replace("2,500", "3,000")
        library = library_of(make.work("Tides", TEAM, abstract=ABSTRACT), make.work(abstract=changed))
        assert len(library.works) == 1
        (conflict,) = library.conflicts
        assert (conflict.field, len(conflict.readings)) == ("abstract", 2)

    def test_marks_of_latex_are_no_conflict(self, make: Maker) -> None:
        one, other = f"{ABSTRACT} By 90%, 3–4×.", f"{ABSTRACT} By 90\\%, 3--4$\\times$."
        library = library_of(make.work("Tides", TEAM, abstract=one), make.work(abstract=other))
        assert len(library.works) == 1
        assert not library.conflicts

    def test_one_that_belongs_to_no_work_is_named_by_its_first_words(self, make: Maker) -> None:
        library = library_of(make.work("Tides", TEAM, abstract=ABSTRACT), make.work(abstract=OTHER))
        untitled = next(work for work in library.works if work.title.inferred)
        assert untitled.title.shown == "Octopus arms grip without bones. Here is a soft…"

    def test_two_of_the_same_text_are_one(self, make: Maker) -> None:
        assert len(library_of(make.work(abstract=OTHER), make.work(abstract=OTHER)).works) == 1

    def test_one_that_is_cut_off_is_the_same_under_another_title_and_no_conflict(self, make: Maker) -> None:
        whole = f"{ABSTRACT} {OTHER}"
        library = library_of(
            make.work("Tides and Their Gusts", TEAM, abstract=whole),
            make.work("On Gusts", TEAM, abstract=whole[: whole.index(" without bones")]),
        )
        (work,) = library.works
        assert work.abstract is not None
        assert work.abstract.shown == whole
        assert [each.rule for each in library.decisions] == ["cut-abstract"]
        assert [conflict.field for conflict in library.conflicts] == ["title"]

    @pytest.mark.parametrize(
        ("creators", "end"),
        [(["Hana Sato"], " without bones"), (TEAM, " A model of")],
        ids=["by others", "too short"],
    )
    def test_a_beginning_that_others_wrote_or_a_short_one_is_not(
        self, make: Maker, creators: list[str], end: str
    ) -> None:
        whole = f"{ABSTRACT} {OTHER}"
        library = library_of(
            make.work("Tides and Their Gusts", TEAM, abstract=whole),
            make.work("On Gusts", creators, abstract=whole[: whole.index(end)]),
        )
        assert len(library.works) == 2

    def test_too_short_a_text_says_nothing(self, make: Maker) -> None:
        short = "No abstract is available."
        assert (
            len(library_of(make.work("Tides", abstract=short), make.work("Winds", abstract=short)).works) == 2
        )

    def test_a_work_that_changed_its_title(self, make: Maker) -> None:
        library = library_of(
            make.work("Tides of a small sea", TEAM, abstract=ABSTRACT),
            make.work("How gusts move water", TEAM, abstract=ABSTRACT),
        )
        assert len(library.works) == 1
        assert [conflict.field for conflict in library.conflicts] == ["title"]

    def test_the_same_abstract_under_other_titles_by_others_is_asked_about(self, make: Maker) -> None:
        library = library_of(
            make.work("Tides of a small sea", TEAM, abstract=ABSTRACT),
            make.work("How gusts move water", ["Hana Sato"], abstract=ABSTRACT),
        )
        assert len(library.works) == 2
        assert len(library.questions) == 1

    def test_what_two_places_give_reason_to_ask_is_asked_once(self, make: Maker) -> None:
        library = library_of(
            make.work("Tides of a small sea", TEAM, abstract=ABSTRACT),
            make.work("Tides of a small sea", TEAM),
            make.work("How gusts move water", ["Hana Sato"], abstract=ABSTRACT),
            make.work("How gusts move water", ["Hana Sato"], abstract=ABSTRACT),
        )
        assert len(library.works) == 2
        (question,) = library.questions
        assert len(question.evidence) == len(set(question.evidence))


class TestOneLetterInTitle:
    def test_a_typo_with_the_same_creators(self, make: Maker) -> None:
        library = library_of(
            make.work("Tides of a shalow basin", TEAM), make.work("Tides of a shallow basin", TEAM)
        )
        assert len(library.works) == 1

    def test_without_creators_it_is_asked(self, make: Maker) -> None:
        library = library_of(make.work("Tides of a shalow basin"), make.work("Tides of a shallow basin"))
        assert len(library.works) == 2
        assert len(library.questions) == 1

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Soft Hands", "Soft Hands II"),
            ("Soft Hands II", "Soft Hands III"),
            ("Attention Is All You Need", "Attention Is Not All You Need"),
            ("Attention Is (Not) All You Need", "Attention Is All You Need"),
            ("Tides of a small sea, part 1", "Tides of a small sea, part 2"),
            ("A survey of soft grippers", "A survey of soft gripping"),
            ("Erratum: Tides of a small sea", "Tides of a small sea"),
        ],
    )
    def test_a_sequel_a_rebuttal_and_a_namesake_are_other_works(
        self, make: Maker, one: str, other: str
    ) -> None:
        assert len(library_of(make.work(one, TEAM), make.work(other, TEAM)).works) == 2
        assert (
            len(
                library_of(
                    make.work(one, TEAM, abstract=ABSTRACT), make.work(other, TEAM, abstract=OTHER)
                ).works
            )
            == 2
        )


class TestSubtitle:
    def test_with_the_same_abstract(self, make: Maker) -> None:
        library = library_of(
            make.work("Ringing basins", TEAM, abstract=ABSTRACT),
            make.work("Ringing basins: tides of a small sea", abstract=ABSTRACT),
        )
        assert len(library.works) == 1

    def test_with_the_same_creators_and_year(self, make: Maker) -> None:
        library = library_of(
            make.work("Ringing basins", TEAM, date="2024"),
            make.work("Ringing basins: tides of a small sea", TEAM, date="2024"),
        )
        assert len(library.works) == 1

    def test_with_another_abstract_it_is_another_work(self, make: Maker) -> None:
        library = library_of(
            make.work("Soft hands", TEAM, abstract=OTHER),
            make.work("Soft hands: an answer", TEAM, abstract=ABSTRACT),
        )
        assert len(library.works) == 2
