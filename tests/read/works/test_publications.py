from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seedbed.model.date import PartialDate
from seedbed.model.record import CollectionRecord, NameList, ProfileRecord
from seedbed.read.references.reference import read_reference
from seedbed.read.registry import read
from seedbed.read.works.publications import PUBLICATIONS
from tests.read.seeds import LONG, read_lawfully, seed_of, unread_texts

TITLE = "Growth and Rain in Small Models"
LIST = """Selected Publications

2024
1. Growth and Rain in Small Models. Ann Lee, Bo Ek. ICML, 2024. [PDF] [code]
2. Learning to Rain, Slowly. Bo Ek, Ann Lee, Cy Roe. Journal of Rain 12(3), 2024. https://doi.org/10.1/x

2023
3. Forthcoming.
4. What Seeds Know About Soil. Ann Lee, Cy Roe. NeurIPS, 2023.
"""


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        (f"1. {TITLE}. Ann Lee, Bo Ek. ICML, 2024.", ("Ann Lee", "Bo Ek")),
        (f"[12] A. Lee and B. Ek. {TITLE}. In Proc. of ICML, pp. 2011–2020, 2024.", ("A. Lee", "B. Ek")),
        (f"Lee, A., & Ek, B. (2024). {TITLE}. Journal of Rain, 12(3), 4–5.", ("Lee, A.", "Ek, B.")),
        (f"Ann Lee and Bo Ek (2024). {TITLE}. Nature.", ("Ann Lee", "Bo Ek")),
        (f"• Ann Lee, Bo Ek, “{TITLE},” Nature, 2024.", ("Ann Lee", "Bo Ek")),
        (f'- J. R. Lee, B. Ek. "{TITLE}." Nature 3, 2024.', ("J. R. Lee", "B. Ek")),
        (f"Ann Lee, Bo Ek, and Cy Roe. 2024. {TITLE}. In ICML.", ("Ann Lee", "Bo Ek", "Cy Roe")),
        (f"A. Lee. {TITLE}. Nature 2024.", ("A. Lee",)),
        (
            f"Lee, A., Ek, B. and Roe, T.H., 2024. {TITLE}. Nature, 3(4), pp.5-6.",
            ("Lee, A.", "Ek, B.", "Roe, T.H."),
        ),
        (f"Lee, A. (2024) '{TITLE}', Journal of Rain, 72(3), pp. 501–513.", ("Lee, A.",)),
        (f"Lee, A. (2024). {TITLE} [Doctoral dissertation, University of Cork].", ("Lee, A.",)),
        (f'"{TITLE}" (with Ann Lee and Bo Ek), Journal of Rain, 2024.', ("Ann Lee", "Bo Ek")),
        (
            f"- Ann Lee, Bo Ek. **{TITLE}.** *Nature*, 2024. [[PDF]](https://a.example/x.pdf)",
            ("Ann Lee", "Bo Ek"),
        ),
        (f"Ann Lee, Bo Ek. {TITLE}. arXiv:2401.01234, 2024.", ("Ann Lee", "Bo Ek")),
        (f"Lee, A.*, Ek, B.†, & Roe, C. (2024). {TITLE}. Nature. PDF", ("Lee, A.", "Ek, B.", "Roe, C.")),
        (f"★ Lee A*, Ek BC# (2024). {TITLE}. Rain 31(4): 412–425.", ("Lee, A.", "Ek, B.C.")),
        (f"Lee A, Ek BC. {TITLE}. Rain 2024; 31: 412–425.", ("Lee, A.", "Ek, B.C.")),
        (f'Ann Lee & Bo Ek & Cy Roe, 2024. "{TITLE}," Rain, vol. 4, June.', ("Ann Lee", "Bo Ek", "Cy Roe")),
        (f"A. Lee and B. Ek, {TITLE} (Cork: Rain House, 2024).", ("A. Lee", "B. Ek")),
        (f'ICML 2024 A. Lee, B. Ek*, "{TITLE}"', ("A. Lee", "B. Ek")),
        (f"Lee A†,Ek BC†, Roe C*. {TITLE}. Rain 2024; 31: 412–425.", ("Lee, A.", "Ek, B.C.", "Roe, C.")),
        (f"Lee, Ann B., Ek, Bo C.. {TITLE}.. Rain, 2024.", ("Lee, Ann B.", "Ek, Bo C.")),
        (
            f'"{TITLE}." With Ann B. Lee and Bo Ek. Published in Rain, 2024. Paper. Code.',
            ("Ann B. Lee", "Bo Ek"),
        ),
        (
            f"Ann Lee, Bo Ek. {TITLE}. Journal of Rain, 5(1), 69-79, 2024, ISSN 1996-1065.",
            ("Ann Lee", "Bo Ek"),
        ),
        (f"Ann Lee, Bo Ek. {TITLE}. Cerebral Rain, 18, 1923-1932, 2024.", ("Ann Lee", "Bo Ek")),
    ],
)
def test_forms_of_references(stated: str, names: tuple[str, ...]) -> None:
    reference = read_reference(stated)
    assert reference is not None
    assert (reference.title, reference.creators.names, reference.date) == (TITLE, names, PartialDate(2024))


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        ("Does it rain? Clouds in drought. Journal of Rain, 3, 4–5.", "Does it rain? Clouds in drought"),
        ("Does it rain here? Journal of Rain, 3, 4–5.", "Does it rain here?"),
        ("Does it rain here? In Proceedings of Rain. Springer.", "Does it rain here?"),
        ("Does it rain here? Nature. Advance online publication.", "Does it rain here?"),
    ],
)
def test_a_question_may_have_a_subtitle(behind: str, title: str) -> None:
    reference = read_reference(f"Lee, A., & Ek, B. (2024). {behind}")
    assert reference is not None
    assert reference.title == title
    assert reference.publication.venue or "Nature" in behind


OWNED = """Ida Roe
Professor of Rain

Working papers
1. "Rain and Wages" (with Ann Lee and Bo Ek), revise and resubmit, Journal of Rain. [pdf] [media: The Times]
Abstract: Rain lowers wages. We show that it does so on every day of the week.
2. "Do Roofs Pay?" (with Ann Lee), 2024. [pdf] [code]

Work in progress
"Gutters and Growth" (with Bo Ek)
"""


def test_works_that_leave_out_the_owner_of_the_page() -> None:
    (profile,) = read(seed_of(OWNED)).records
    assert isinstance(profile, ProfileRecord)
    assert profile.name.value == "Ida Roe"
    assert [
        (work.title and work.title.value, work.creators and work.creators.value) for work in profile.works
    ] == [
        ("Rain and Wages", NameList(("Ann Lee", "Bo Ek"), complete=False)),
        ("Do Roofs Pay?", NameList(("Ann Lee",), complete=False)),
        ("Gutters and Growth", NameList(("Bo Ek",), complete=False)),
    ]
    assert [work.abstract is not None for work in profile.works] == [True, False, False]
    assert [work.date and work.date.value.year for work in profile.works] == [None, 2024, None]


def test_an_owner_whom_a_whole_list_of_creators_lacks_is_none() -> None:
    (record,) = read(seed_of(f"{OWNED}Ann Lee, Bo Ek (2023). {TITLE}. Nature.\n")).records
    assert isinstance(record, CollectionRecord)


def test_buttons_behind_a_reference_are_no_publisher() -> None:
    reference = read_reference(f"Lee, A. (2024). {TITLE}. Nature, 3, 4. PDF")
    assert reference is not None
    assert [each.label for each in reference.publication.particulars] == ["volume", "pages"]


def test_an_abstract_below_its_button() -> None:
    listed = """Working Paper
Ann Lee and Bo Ek. Working Paper. “Do Wells Run Dry in a Warmer Rain?”.Abstract

We ask whether wells run dry, and count them for a hundred years. They do not.
2016
Ann Lee, Bo Ek, and Cy Roe. 2016. “Wells and Schools.” Wells 36 (1): 77-105. Publisher's VersionAbstract

We study how wells move schools, and schools move wells. Both do.
Cy Roe. Forthcoming. “Wells without Water.” Journal of Wells. wells.pdf
"""
    works = list(read(seed_of(listed)).works())
    assert [work.title.value for work in works if work.title] == [
        "Do Wells Run Dry in a Warmer Rain?",
        "Wells and Schools",
        "Wells without Water",
    ]
    assert [work.abstract.value[:11] if work.abstract else "" for work in works] == [
        "We ask whet",
        "We study ho",
        "",
    ]


def test_paragraphs_below_references_are_their_abstracts_where_most_have_one() -> None:
    told = " ".join(["We count wells and ask who digs them."] * 6)
    references = [
        "Lee, A., & Ek, B. (2020). Who digs wells in a dry land. Journal of Wells, 3(1), 1-9.",
        "Lee, A. (2021). Wells without water and without rain. Journal of Wells, 4(2), 10-19.",
        "Ek, B. (2022). Rain without any wells at all. Journal of Wells, 5(3), 20-29.",
    ]

    def abstracts(listed: list[str]) -> list[str]:
        works = read(seed_of("\n\n".join(listed))).works()
        return [work.abstract.value if work.abstract else "" for work in works]

    first, second, third = references
    assert abstracts([first, told, second, told, third]) == [told, told, ""]
    assert abstracts([first, told, second, third, f"{told} {told}"]) == [told, "", f"{told} {told}"]
    assert abstracts([first, told, second, third]) == ["", "", ""]
    assert abstracts([first, "Best paper of the year.", second, "Read it.", third, "Or not."]) == ["", "", ""]


def test_a_work_on_several_lines_holds_no_reference() -> None:
    listed = """Ann Lee, Bo Ek, Slow Rain Grows Roots, RAIN 2020.
Ann Lee, Bo Ek, and Cy Roe. Wells Grow Deeper in Slow Rain. SOIL 2020 (Spotlight). [arXiv] [code]
Rain Grows Slower over Deep Wells. Ann Lee, Bo Ek. SOIL, 2020 (Oral)
Slow Rain Grows Deeper Roots, Ann Lee, Bo Ek, SOIL 2020
Roots Grow Deeper in Slow Rain | Ann Lee, Bo Ek | SOIL 2020
"""
    reading = read(seed_of(listed))
    assert not reading.remarks
    assert [work.title.value for work in reading.works() if work.title] == [
        "Wells Grow Deeper in Slow Rain",
        "Rain Grows Slower over Deep Wells",
        "Roots Grow Deeper in Slow Rain",
    ]


def test_what_stands_around_a_reference() -> None:
    reference = read_reference(
        f"{TITLE}. Ann Lee, Bo Ek, et al. ICML 2024. [PDF] (code) https://a.example/b.pdf"
    )
    assert reference is not None
    assert (reference.creators.complete, reference.has_code) == (False, True)
    assert reference.links == ("https://a.example/b.pdf",)


@pytest.mark.parametrize(
    "stated",
    [
        LONG,
        "Ann Lee. Growth Rain Models. Nature 2024.",
        "Growth Rain Models. Ann Lee. Nature 2024.",
        "Lee A, Ek B. Growth and rain in small models. Nature. 2024;12.",
        f'Somebody said "{TITLE}" (with some pride), and left.',
        f"{TITLE}. Ann Lee, Bo Ek. Forthcoming.",
        f"{TITLE}. Ann Lee, Bo Ek. arXiv:2401.01234.",
        "Ann Lee, Bo Ek. It rains. Nature 2024.",
        "Reading: Lee & Ek (2024), Growth and rain in small models",
        "Ann Lee, Bo Ek (2024). growth of models in rain. Nature.",
        "“" * 700,
        "(2024) " * 200,
        "Lee, A., " * 150,
        ". " * 700,
        "x" * 2000,
    ],
)
def test_what_is_not_sure_is_no_reference(stated: str) -> None:
    assert read_reference(stated) is None


def test_a_list_with_headings() -> None:
    reading = read(seed_of(LIST))
    assert reading.kind == "publications"
    (record,) = reading.records
    assert isinstance(record, CollectionRecord)
    assert record.title.value == "Selected Publications"
    assert [section.title.value for section in record.sections if section.title] == ["2024", "2023"]
    (first, second), (third,) = (section.works for section in record.sections)
    assert first.has_code is not None
    assert [link.value for link in second.links] == ["https://doi.org/10.1/x"]
    assert third.date is not None
    assert (third.date.value, third.date.span.first) == (PartialDate(2023), 9)
    assert unread_texts(reading) == ["3. Forthcoming."]


def test_headings_above_the_title_are_none() -> None:
    menu = "My bibliography\nNews\n2025: a talk\n" + "Salt\n" * 9
    reading = read(seed_of(f"{menu}Publications\n\n{LIST.partition('2024')[2]}"))
    (record,) = reading.records
    assert isinstance(record, CollectionRecord)
    assert record.title.value == "Publications"
    assert [section.title and section.title.value for section in record.sections] == [None, "2023"]


def test_a_heading_without_works_is_no_section() -> None:
    reading = read(seed_of(f"{LIST}\nTalks of mine\n\n1. Forthcoming.\n"))
    (record,) = reading.records
    assert isinstance(record, CollectionRecord)
    assert [section.title and section.title.value for section in record.sections] == ["2024", "2023"]


def test_a_list_without_a_title_is_its_works_alone() -> None:
    reading = read_lawfully(PUBLICATIONS, LIST.replace("Selected Publications", "Rain"))
    assert len(reading.records) == 3
    assert unread_texts(reading) == ["Rain", "2024", "2023", "3. Forthcoming."]


def test_a_list_below_the_name_of_one_whom_all_works_name_is_theirs() -> None:
    reading = read_lawfully(PUBLICATIONS, LIST.replace("Selected Publications", "Ann Lee"))
    (record,) = reading.records
    assert isinstance(record, ProfileRecord)
    assert (record.name.value, len(record.works)) == ("Ann Lee", 3)


@pytest.mark.parametrize("text", ["", LONG, f"{LONG}\n" * 5, "1. Milk\n2. Bread\n3. Eggs\n", LIST[:120]])
def test_knows_others(text: str) -> None:
    assert PUBLICATIONS.recognise(seed_of(text)) is None


_NAMES = st.lists(
    st.sampled_from(["Ann Lee", "Bo van Ek", "J. R. Roe", "Adrià Żak"]), min_size=2, unique=True
)
_TITLES = st.sampled_from(
    [TITLE, "Is Rain All You Need", "Über 3.5 Seeds: An Account", "90% of “Soil” Is $x^2$"]
)
_LAYOUTS = st.sampled_from(
    [
        "{n}. {title}. {names}. ICML, {year}.",
        "[{n}] {names}. {title}. In ICML, {year}.",
        "- {names} ({year}). {title}. ICML.",
        "{n}) {names}. {year}. {title}. ICML.",
    ]
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(_TITLES, _NAMES, st.integers(1950, 2030)), min_size=3, max_size=8), _LAYOUTS)
def test_lists_of_publications_come_back(written: list[tuple[str, list[str], int]], layout: str) -> None:
    entries = [
        layout.format(n=n, title=title, names=", ".join(names), year=year)
        for n, (title, names, year) in enumerate(written, start=1)
    ]
    reading = read(seed_of("Publications\n\n" + "\n".join(entries)))
    assert (reading.kind, reading.unread) == ("publications", ())
    for (title, names, year), work in zip(written, reading.works(), strict=True):
        assert work.title is not None
        assert work.title.value == title
        assert work.creators is not None
        assert list(work.creators.value.names) == names
        assert work.date is not None
        assert work.date.value == PartialDate(year)


@pytest.mark.parametrize(
    "venues", [("NeurIPS Workshop 2023", "ICML Workshop 2024"), ("Nature Ecology", "Global Change")]
)
def test_places_that_recur_over_abstracts_do_not_speak(venues: tuple[str, str]) -> None:
    works = "\n\n".join(
        f"How {animal} Find Their Way\nAnn Lee, Bo Ek, Cy Diaz\n{venues[number % 2]}\n"
        f"We followed {number + 3} of them and found that they turn with the wind, not with the sun."
        for number, animal in enumerate(("Birds", "Moths", "Foxes", "Crabs", "Newts", "Goats"))
    )
    reading = read(seed_of(f"Papers\n\n{works}\n"))
    assert reading.kind == "publications"
    titles = [work.title.value for work in reading.works() if work.title]
    assert (titles[0], len(titles)) == ("How Birds Find Their Way", 6)


def test_theses_below_their_years() -> None:
    text = """Recent dissertations

2024
Lee, Ann, “Owing Nothing: Rain Without Debt” (Advisor: Prof. Ida Moe)
Ek, Bo R., “The Grammar of Gutters” (Advisors: Prof. Ida Moe, Prof. Cy Poe)

2023
Roe, Dua, “Two Kinds of Rain” (Advisor: Prof. Cy Poe)
"""
    works = list(read(seed_of(text)).works())
    assert [work.title and work.title.value for work in works] == [
        "Owing Nothing: Rain Without Debt",
        "The Grammar of Gutters",
        "Two Kinds of Rain",
    ]
    assert [work.creators and work.creators.value.names for work in works] == [
        ("Lee, Ann",),
        ("Ek, Bo R.",),
        ("Roe, Dua",),
    ]
    assert [work.date for work in works] == [None] * 3
    assert [work.under and work.under.value.year for work in works] == [2024, 2024, 2023]


def test_a_paper_is_dated_when_it_was_published() -> None:
    text = "".join(
        f"{title}\nAnn Lee & Bo Ek\nPages: 1-9 | Received 2 Feb 2022, Accepted 4 Mar 2023, "
        f"Published online: 5 Jun 2023\nAbstract\n{LONG} {title}\n\n"
        for title in ("Rain on Small Roofs", "What Do Eaves Remember?", "Gutters: A History")
    )
    works = list(read(seed_of(text)).works())
    assert [work.date and work.date.value.iso() for work in works] == ["2023-06-05"] * 3
    assert [work.venue for work in works] == [None] * 3


def test_what_papers_say_of_the_owner_is_no_work_of_hers() -> None:
    works = "".join(
        f'• Roe, I. and Ek, B. "Roofs of Rain {year}." Roof Studies {year - 2000}: 1-9. {year}.\n'
        for year in range(2020, 2023)
    )
    press = 'In the press\n• The Times of Cork, "She counts roofs", 2023\n'
    text = f"Ida Roe\nI study roofs.\n\n2024\n{works}\n{press}"
    assert len(list(read(seed_of(text)).works())) == 3
    assert read_reference('The Times of Cork, "She counts all roofs", 2023') is None


@pytest.mark.parametrize(
    "text",
    [
        "Opening of the Day — Ann Lee, Bo Ek\nLunch for all of us — Cy Roe\n",
        "How Rain Falls on Us — Ann Lee\nWhat Roofs Have Seen — Bo Ek\nWho Sweeps the Gutters — Cy Roe\n",
        "How Rain Falls on Us — a story\nWhat Roofs Have Seen — a tale\nWho Sweeps the Gutters — a song\n",
    ],
)
def test_a_dash_alone_makes_no_work(text: str) -> None:
    assert read(seed_of(text)).kind != "publications"


@pytest.mark.parametrize(
    "said", ["Spotlight presentation (top 3%)", "Oral", "Best Paper Award", "Highlight, top 1%"]
)
def test_what_a_work_won_parts_no_abstract_from_it(said: str) -> None:
    text = "publications\n" + "".join(
        f"{title}\nAnn Lee, Bo Ek, and Cy Roe\nIn Rain Conference, Dec 2024\nAbs HTML PDF Code\n"
        f"{said if number == 1 else ''}\n{LONG}\n"
        for number, title in enumerate(
            ("Rain on Small Roofs", "What Do Eaves Remember?", "Gutters Get Tired")
        )
    ).replace("\n\n", "\n")
    works = list(read(seed_of(text)).works())
    assert [work.abstract is not None for work in works] == [True] * 3
