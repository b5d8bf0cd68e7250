from __future__ import annotations

import pytest

from seedbed.model.date import PartialDate
from seedbed.model.record import WorkRecord
from seedbed.read.formats.arxiv_listing import ARXIV_LISTING
from seedbed.read.reader import Reader
from seedbed.read.registry import BUILT_IN, read
from tests.read.seeds import LONG, read_lawfully, seed_of, unread_texts

HEAD = "arXiv:2503.01234  [pdf, other]  physics.geo-ph cs.SI\n"
FOUND = f"{HEAD}A Glacier\nAuthors: Nora Sætre, Kwame Adjei\nAbstract: {LONG} △ Less\n"
SUBMITTED = "Submitted 3 March, 2025; originally announced March 2025.\n"
LISTED = "[1] arXiv:2503.01234 [pdf, html, other]\nTitle: A Glacier\nNora Sætre, Kwame Adjei\n"
SUBJECTS = "Subjects: Geophysics (physics.geo-ph); Social and Information Networks (cs.SI)\n"
PAGE = "arXiv:2503.01234 (physics)\n[Submitted on 3 Mar 2025]\nA Glacier\nNora Sætre, Kwame Adjei\nView PDF\n"


def work_of(text: str) -> WorkRecord:
    (work,) = read_lawfully(ARXIV_LISTING, text).works()
    return work


@pytest.mark.parametrize(
    "text",
    [
        FOUND + SUBMITTED,
        FOUND.replace("  [pdf, other]  ", "\n[pdf, other]\n") + SUBMITTED,
        FOUND.replace("arXiv", "12. arXiv").replace("2503.01234", "2503.01234v3") + SUBMITTED,
        FOUND.replace("[pdf, other]  physics", "[pdf, other]\nphysics") + SUBMITTED,
        FOUND.replace("  [pdf, other]", "") + SUBMITTED,
        FOUND.replace(", Kwame", ",\nKwame").replace("Authors: ", "Authors:\n") + SUBMITTED,
        FOUND.replace("Abstract: ", "Abstract: We study… ▽ More ") + SUBMITTED,
        FOUND.replace("It is", "It\nis").replace(" △ Less", "\n△ Less") + SUBMITTED,
        FOUND.replace("\n", "\n\n").replace(" ", "\u00a0") + SUBMITTED,
        f"{PAGE}Abstract:{LONG}\n{SUBJECTS}Cite as:\tarXiv:2503.01234 [physics.geo-ph]\n",
        f"{PAGE.partition(chr(10))[2]}Abstract: {LONG}\n{SUBJECTS}Cite as:\tarXiv:2503.01234v2 [cs.SI]\n",
        f"{PAGE.replace('A Gl', 'Title:A Gl').replace('Nora', 'Authors:Nora')}Abstract:{LONG}\n{SUBJECTS}",
        f"{LISTED}{SUBJECTS}{LONG}\n",
        f"{LISTED.replace('[1] ', '[1]' + chr(10)).replace('Nora', 'Authors: Nora')}{SUBJECTS}{LONG}\n",
        f"{LISTED.replace('Title: ', 'Title:' + chr(10) + '        ')}{SUBJECTS}{LONG}\n",
    ],
)
def test_all_pages_say_the_same(text: str) -> None:
    reading = read(seed_of(text))
    assert (reading.kind, reading.remarks, unread_texts(reading)) == ("arxiv-listing", (), [])
    (work,) = reading.works()
    assert work.title is not None
    assert work.creators is not None
    assert work.abstract is not None
    assert work.category is not None
    assert work.title.value == "A Glacier"
    assert work.creators.value.names == ("Nora Sætre", "Kwame Adjei")
    assert work.creators.value.complete
    assert work.abstract.value == LONG
    assert (work.date.value if work.date else None) == (
        PartialDate(2025, 3, 3) if "ubmitted" in text else None
    )
    assert work.category.value == "physics.geo-ph"
    assert [claim.value.value for claim in work.particulars] == ["cs.SI"]
    assert [claim.value for claim in work.links] == ["https://arxiv.org/abs/2503.01234"]


class TestNames:
    @pytest.mark.parametrize(
        ("stated", "names", "complete"),
        [
            ("Ann Lee (1), Bo Ek (2) ((1) Rain Institute, (2) Ek & Ek)", ("Ann Lee", "Bo Ek"), True),
            ("Ann Lee (Rain Institute), Bo Ek", ("Ann Lee", "Bo Ek"), True),
            ("Jean d'Aubigné, Bo Ek, Cy Roe", ("Jean d'Aubigné", "Bo Ek", "Cy Roe"), True),
            ("Rain Collaboration: Ann Lee, Bo Ek", ("Rain Collaboration", "Ann Lee", "Bo Ek"), True),
            ("Ann Lee, Bo Ek, et al. (7 additional authors not shown)", ("Ann Lee", "Bo Ek"), False),
            ("Ann Lee, Bo Ek (additional authors not shown)", ("Ann Lee", "Bo Ek"), False),
        ],
    )
    @pytest.mark.parametrize("label", ["Authors: ", ""])
    def test_as_listed(self, stated: str, names: tuple[str, ...], complete: object, label: str) -> None:
        work = work_of(LISTED.replace("Nora Sætre, Kwame Adjei", label + stated))
        assert work.creators is not None
        assert (work.creators.value.names, work.creators.value.complete) == (names, complete)


class TestDates:
    def test_a_doi_behind_the_categories(self) -> None:
        work = work_of(FOUND.replace("cs.SI\n", "cs.SI doi 10.1029/2025GL01234\n"))
        assert [link.value for link in work.links] == [
            "https://arxiv.org/abs/2503.01234",
            "https://doi.org/10.1029/2025GL01234",
        ]
        assert work.category is not None

    def test_the_first_version_counts(self) -> None:
        text = "Submitted 5 May, 2025; v1 submitted 30 November, 2023; originally announced November 2023.\n"
        work = work_of(FOUND + text)
        assert work.date is not None
        assert work.date.value == PartialDate(2023, 11, 30)

    @pytest.mark.parametrize(
        ("mark", "under"),
        [("", PartialDate(2025, 3, 4)), (" (cross-list from cs.LG)", None), (" (replaced)", None)],
    )
    @pytest.mark.parametrize(
        "heading",
        [
            "Tue, 4 Mar 2025 (showing 1 of 1 entries )",
            "Tue, 4 Mar 2025",
            "Showing new listings for Tuesday, 4 March 2025",
        ],
    )
    def test_a_list_dates_what_is_new_on_it(self, mark: str, under: PartialDate | None, heading: str) -> None:
        text = f"{heading}\n{LISTED.replace(' [pdf', f'{mark} [pdf')}"
        work = work_of(text)
        assert (work.under.value if work.under else None) == under


class TestWhatIsNotRead:
    def test_a_footer_is_no_title(self) -> None:
        reading = read_lawfully(ARXIV_LISTING, f"{HEAD}Authors: Ann Lee\nAbout arXiv and its friends\n")
        assert list(reading.works()) == []

    @pytest.mark.parametrize(
        ("stated", "names"),
        [
            ("Nora Sætre (Bergen (Norway)), Kwame Adjei (Accra)", ("Nora Sætre", "Kwame Adjei")),
            ("Nora Sætre, Kwame Adjei)", ("Nora Sætre", "Kwame Adjei)")),
        ],
    )
    def test_places_of_work_in_brackets(self, stated: str, names: tuple[str, ...]) -> None:
        work = work_of(FOUND.replace("Nora Sætre, Kwame Adjei", stated))
        assert work.creators is not None
        assert work.creators.value.names == names

    def test_a_category_that_is_named_twice_is_one(self) -> None:
        work = work_of(f"{FOUND}Subjects: Geophysics (physics.geo-ph); Geophysics (physics.geo-ph)\n")
        assert work.category is not None
        assert [each.value.value for each in work.particulars if each.value.label == "category"] == ["cs.SI"]

    def test_a_title_on_two_lines_gives_no_names(self) -> None:
        work = work_of(FOUND.replace("A Glacier", "A Glacier\nIn Spring"))
        assert work.creators is not None
        assert work.creators.value.names == ("Nora Sætre", "Kwame Adjei")

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "See arXiv:2503.01234 for more.\n",
            "arXiv:2503.01234\nA Glacier\n",
            "arXiv:2503.01234 [1] says\n",
        ],
    )
    def test_knows_others(self, text: str) -> None:
        assert ARXIV_LISTING.recognise(seed_of(text)) is None


@pytest.mark.parametrize("reader", BUILT_IN, ids=lambda reader: reader.kind)
@pytest.mark.parametrize(
    "text",
    [
        "Abstract: Rain on Tin Roofs\nAnn Lee, Bo Ek\nJournal of Rain, 2024\n" * 3,
        "Abstract: Rain on Tin Roofs. Ann Lee, Bo Ek. Journal of Rain, 2024.\n" * 3,
        f"99.1AIMay 28\nAbstract: Rain on Tin Roofs\n\nAnn Lee\n\n{LONG}\n\n" * 2,
        f"Dec 1, 2024\nAbstract: Rain on Tin Roofs\n{LONG}\n" * 3,
        FOUND.replace("A Glacier\n", ""),
        "Abstract: Rain on Tin Roofs\nA Lee, B Ek\nJournal of Rain 1, 2-3, 2024\n12\t2024\n" * 3,
    ],
)
def test_no_reader_takes_an_abstract_for_a_title(reader: Reader, text: str) -> None:
    titles = [work.title.value for work in reader.read(seed_of(text)).works() if work.title]
    assert not [title for title in titles if title.startswith("Abstract:")]


def test_an_abstract_alone_may_be_broken_into_lines() -> None:
    first, rest = "We weigh rain that fell on the roofs of nine towns. It is", "wet in all of them"
    text = f"{PAGE}Abstract: {LONG}\n\nAbstract: {first}\n{rest}\nand falls.\n\nNews\n"
    _, work = read_lawfully(ARXIV_LISTING, text).works()
    assert work.abstract is not None
    assert work.abstract.value == f"{first} {rest} and falls."


def test_a_paper_whose_number_is_missing_gives_the_one_above_none_of_its_authors() -> None:
    lost = FOUND.removeprefix(HEAD).replace("A Glacier", "A Moraine").replace("Nora Sætre", "Tone Lie")
    reading = read_lawfully(ARXIV_LISTING, FOUND + SUBMITTED + lost + SUBMITTED + FOUND)
    named = [work.creators and work.creators.value.names for work in reading.works()]
    assert named == [("Nora Sætre", "Kwame Adjei"), None, ("Nora Sætre", "Kwame Adjei")]
    assert unread_texts(reading) == ["A Moraine", "Authors: Tone Lie, Kwame Adjei"]
