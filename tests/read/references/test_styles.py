"""References in the styles of handbooks (APA, MLA, Chicago, IEEE, Vancouver, GB/T 7714), and in Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.model.date import PartialDate
from seedbed.model.record import NameList
from seedbed.read.references.names import first_inverted, inverted_names, one_inverted, reference_names
from seedbed.read.references.reference import Reference, is_title, read_reference
from seedbed.read.references.venue import stated_date
from seedbed.read.registry import read
from tests.read.seeds import LONG, seed_of, unread_texts

TITLE = "Growth and Rain in Small Models"


def reference(stated: str) -> Reference:
    found = read_reference(stated)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("stated", "names", "date"),
    [
        # APA
        (
            f"Lee, A., & Ek, B. (2020, June 14–18). {TITLE} [Conference session]. Rain, Oslo.",
            "Lee, A. + Ek, B.",
            "2020-06",
        ),
        (
            f"Lee, A., Ek, B., … Roe, C. (2021). {TITLE}. Rain, 5(2), 1–2.",
            "Lee, A. + Ek, B. + Roe, C. …",
            "2021",
        ),
        (f"Lee, A. (2015). {TITLE} (2nd ed.). Harbour Press.", "Lee, A.", "2015"),
        (f"Lee, A. (n.d.). {TITLE}. Retrieved March 3, 2024, from https://a.example/b", "Lee, A.", None),
        (f"Lee, A., & Ek, B. (in press). {TITLE}. Rain Review.", "Lee, A. + Ek, B.", None),
        (f"World Rain Office. (2019). {TITLE}. https://a.example/b", "World Rain Office", "2019"),
        (f"Lee, A. (Ed.). (2019). {TITLE}. Springer.", "Lee, A.", "2019"),
        (f"Lee, A. (Hrsg.). 2019. {TITLE}. Springer.", "Lee, A.", "2019"),
        # MLA
        (f"Lee, Ann. {TITLE}. Knopf, 2017.", "Lee, Ann", "2017"),
        (f"Lee, Ann, and Bo Ek. “{TITLE}.” Rain, vol. 4, no. 2, 2018, pp. 2–4.", "Lee, Ann + Bo Ek", "2018"),
        (f"Lee, Ann, et al. “{TITLE}.” Rain, vol. 4, May 2020, pp. 2–4.", "Lee, Ann …", "2020-05"),
        (f"Lee, Ann, editor. {TITLE}. Knopf, 2016.", "Lee, Ann", "2016"),
        # Chicago
        (
            f"Lee, Ann, Bo Ek, and Cy Roe. 2020. “{TITLE}.” Rain 41 (3): 2–3.",
            "Lee, Ann + Bo Ek + Cy Roe",
            "2020",
        ),
        (f"Lee, Ann. 2014. {TITLE}. Princeton: Princeton University Press.", "Lee, Ann", "2014"),
        (f"Lee, Ann. “{TITLE}.” New York Times, July 9, 2022. https://a.example/b", "Lee, Ann", "2022-07-09"),
        # IEEE
        (
            f"[1] A. K. Lee, B. Ek, and C. Roe, “{TITLE},” Rain, vol. 5, Apr. 2022, doi: 10.1/x.",
            "A. K. Lee + B. Ek + C. Roe",
            "2022-04",
        ),
        (f"[2] A. Lee and B. Ek, “{TITLE},” Rain, 2021. Accessed: Mar. 4, 2024.", "A. Lee + B. Ek", "2021"),
        # Vancouver
        (
            f"1. Lee AB, van der Ek C. {TITLE}. Rain. 2021;44(6):zsab012.",
            "Lee, A.B. + van der Ek, C.",
            "2021",
        ),
        (f"1. Lee AB, Ek C, et al. {TITLE}. BMJ. 2019 Mar 5;364:l700.", "Lee, A.B. + Ek, C. …", "2019-03-05"),
        (f"1. Lee AB. {TITLE}. 2nd ed. Madrid: Editorial Nube; 2018.", "Lee, A.B.", "2018"),
        (f"Lee AB, Ek C. {TITLE}. Curr Opin Rain Biol (2020).", "Lee, A.B. + Ek, C.", "2020"),
        (f"1. Lee AB. {TITLE}. In: Ek C, editor. Rain. Oslo: Nube; 2016. p. 8-10.", "Lee, A.B.", "2016"),
        (
            f"5. World Rain Office. {TITLE} [Internet]. Bern: WRO; 2020 [cited 2024 Mar 3].",
            "World Rain Office",
            "2020",
        ),
        # LNCS and German scholars: a colon behind the names
        (
            f"2. Lee, A., Ek, B.: {TITLE}. In: Proc. Rain, pp. 1–8. Springer (2021)",
            "Lee, A. + Ek, B.",
            "2021",
        ),
        (f"Lee, Ann / Ek, Bo: {TITLE}. In: Rain 31 (2021), H. 2, S. 3–9.", "Lee, Ann + Ek, Bo", "2021"),
        (f"Lee, Ann (Hg.): {TITLE}. Göttingen: Wallstein 2015.", "Lee, Ann", "2015"),
        (f"Lee, Ann: „{TITLE}“, in: Rain 74 (2020), S. 44–52.", "Lee, Ann", "2020"),
        # Nature, ACS, ABNT, GOST: initials right before the title
        (
            f"Lee, A., Ek, B. & Roe, C. {TITLE}. Rain 370, 44 (2020).",
            "Lee, A. + Ek, B. + Roe, C.",
            "2020",
        ),
        (f"Lee, A. et al. {TITLE} (Cambridge Univ. Press, 2015).", "Lee, A. …", "2015"),
        (f"(2) Lee, A.; de Ek, B. {TITLE}; Wiley: Hoboken, NJ, 2014.", "Lee, A. + de Ek, B.", "2014"),
        (f"LEE, A.; EK, B. P. {TITLE}. Rain, v. 59, n. 2, p. 1-8, 2021.", "LEE, A. + EK, B. P.", "2021"),
        (
            f"Иванова А. С., Ким О. и др. {TITLE} // Лёд и снег. 2019. Т. 59.",
            "Иванова А. С. + Ким О. …",
            "2019",
        ),
        # French journals, RePEc, Wikipedia
        (
            f"Le Guen S., Traoré M. (2022), « {TITLE} », Rain, n° 2, p. 4.",
            "Le Guen S. + Traoré M.",
            "2022",
        ),
        (f'Lee, Ann & Ek, Bo, 2021. "{TITLE}," Rain Papers 14, Rain Institute.', "Lee, Ann + Ek, Bo", "2021"),
        (
            f'Lee, A.B.; Ek, C. (2 May 2002). "{TITLE}". Rain. 478 (1): 2.',
            "Lee, A.B. + Ek, C.",
            "2002-05-02",
        ),
        (f"Lee, Ann S.; Ek, Bo A. (2009). {TITLE}. New York: Rain Press.", "Lee, Ann S. + Ek, Bo A.", "2009"),
        # Recommendations
        (f"3. {TITLE} by Ann Lee and Bo Ek (2017)", "Ann Lee + Bo Ek", "2017"),
        (f"• {TITLE}, by Ann Lee, 2017.", "Ann Lee", "2017"),
        # German institutes
        (f"Lee, A.; Ek, B. u. a. (2022): {TITLE}. In: Rain 93 (1), S. 12–20.", "Lee, A. + Ek, B. …", "2022"),
        # GB/T 7714
        (f"[3] LI J, ZHAO Y M. {TITLE}[C]//Proceedings of Rain. 2021: 1800-1806.", "LI J + ZHAO Y M", "2021"),
        (f"[1] 王晓明, 李静, 等. {TITLE}[J]. 软件学报, 2023, 34(5): 2101-2115.", "王晓明 + 李静 …", "2023"),
        # Markdown
        (f"- [{TITLE}](https://a.example/b) - Ann Lee, Bo Ek. *ICML 2022*.", "Ann Lee + Bo Ek", "2022"),
        (
            f"- **{TITLE}**, Ann Lee, Bo Ek. 2024. [arXiv](https://arxiv.org/abs/2402.01111)",
            "Ann Lee + Bo Ek",
            "2024",
        ),
        (f"* **[{TITLE}](https://a.example/b)**: Bo Ek, 2023", "Bo Ek", "2023"),
        (
            f"- __{TITLE}__, Ann Lee, *Bo Ek*, IEEE Transactions on Rain, 2019",
            "Ann Lee + Bo Ek",
            "2019",
        ),
        (
            f'+ Ann Lee and Bo Ek, [*``{TITLE}"*](/pubs/rain.pdf), Conference on Rain, 2016.',
            "Ann Lee + Bo Ek",
            "2016",
        ),
        (
            f"1. **Lee A**\\*, Ek B\\*, Roe C, et al. {TITLE}. *Proc Natl Acad Sci USA* (2016).",
            "Lee, A. + Ek, B. + Roe, C. …",
            "2016",
        ),
        # Commas or bars between all parts, as in physics and mathematics
        (f"A. Lee, B. Ek, {TITLE}, Phys. Rev. Lett. 125, 012345 (2020).", "A. Lee + B. Ek", "2020"),
        (
            f"A. Lee, B. Ek and C. Roe, {TITLE}, to appear in Annals of Rain, 2021.",
            "A. Lee + B. Ek + C. Roe",
            "2021",
        ),
        (f"{TITLE}, Ann Lee, Bo Ek, RAIN 2020", "Ann Lee + Bo Ek", "2020"),
        (f"{TITLE} | Ann Lee, Bo Ek | RAIN 2020", "Ann Lee + Bo Ek", "2020"),
        (
            f"Lee, A., B. Ek, and C. Roe (2020), {TITLE}, J. Geophys. Res., 125, e2019JA027, doi:10.1/x",
            "Lee, A. + B. Ek + C. Roe",
            "2020",
        ),
        (
            f"Ann Lee (2020) {TITLE}, Journal of Rain, 12:3, 45-67, DOI: 10.1080/1751.2020.1",
            "Ann Lee",
            "2020",
        ),
        (f"Ann Lee, Bo Ek: {TITLE}. RAINCONF 2020: 12-34", "Ann Lee + Bo Ek", "2020"),
        # Beside the owner of the list
        (f"{TITLE} (with A. Lee and B. Ek), Journal of Rain (2020).", "A. Lee + B. Ek …", "2020"),
        (f"{TITLE}, with Ann Lee and Bo Ek, Rain Review, 2019, 109(3), 44-56.", "Ann Lee + Bo Ek …", "2019"),
        (f"2020. “{TITLE},” with Ann Lee. Journal of Rain.", "Ann Lee …", "2020"),
        (f"“{TITLE},” with Ann Lee and Bo Ek, Journal of Rain, 2020.", "Ann Lee + Bo Ek …", "2020"),
        (f"“{TITLE}” with Ann Lee and Bo Ek, Small Rain, 2020.", "Ann Lee + Bo Ek …", "2020"),
        (f"“{TITLE}” with Ann Lee and Bo Ek (2020), submitted", "Ann Lee + Bo Ek …", "2020"),
        (f"“{TITLE}” with Ann Lee, submitted", "Ann Lee …", None),
        (f"{TITLE}, with Ann Lee and Bo Ek, pdf , to appear in Annals of Rain.", "Ann Lee + Bo Ek …", None),
        # Pages of institutes and of people
        (
            f'Ann Lee and Bo Ek, with Cy Roe, "{TITLE}," Rain Review, forthcoming',
            "Ann Lee + Bo Ek + Cy Roe",
            None,
        ),
        (f"Lee, Ann and Bo Ek. 2019 “{TITLE}.”Journal of Rain 81(4): 1266–1281", "Lee, Ann + Bo Ek", "2019"),
        (f"Lee, Ann 2000. {TITLE}. PS: Rain and Politics 33(1): 7-13.", "Lee, Ann", "2000"),
        (f"2020. Lee, A. & Ek, B. {TITLE}. Journal of Rain 12:3-9.", "Lee, A. + Ek, B.", "2020"),
        (
            f"1.Lee D.#, Ek M.#, Roe J, # Du Y, Lu F& Huang J. (2025). {TITLE}. Rain.,1(1), 5. (Oral)",
            "Lee, D. + Ek, M. + Roe, J. + Du, Y. + Lu, F. + Huang, J.",
            "2025",
        ),
        (f"(RAIN 2020) Ann Lee, and Bo Ek. {TITLE}. In the Transactions on Rain.", "Ann Lee + Bo Ek", "2020"),
        (f"Ann Lee, and Bo Ek. Working Paper. “{TITLE}.” Bureau of Rain.", "Ann Lee + Bo Ek", None),
        (
            f"Ann Lee and Bo Ek. 2016. “{TITLE}.” Rain 36 (1): 77. Publisher's VersionAbstract",
            "Ann Lee + Bo Ek",
            "2016",
        ),
        (f'Ann Lee and Bo Ek. Submitted. “"{TITLE}"”. leeek2016.pdf', "Ann Lee + Bo Ek", None),
        (
            f"Lee-Ek, Ann, Cy Roe, et al. ‘{TITLE}’. Nature 593, no. 7857 (6 May 2021): 119–24.",
            "Lee-Ek, Ann + Cy Roe …",
            "2021-05-06",
        ),
    ],
)
def test_styles(stated: str, names: str, date: str | None) -> None:
    found = reference(stated)
    assert found.title == TITLE
    assert " + ".join(found.creators.names) + " …" * (not found.creators.complete) == names
    assert (found.date.iso() if found.date else None) == date


@pytest.mark.parametrize(
    ("behind", "venue", "particulars"),
    [
        ("Nat Rain.,16(1), 5091.", "Nat Rain", {"volume": "16", "number": "1", "pages": "5091"}),
        (
            "Dev Rain, 57(24), 2761–2775.e6.",
            "Dev Rain",
            {"volume": "57", "number": "24", "pages": "2761–2775.e6"},
        ),
        ("In arXiv arXiv:1706.03178, June 2017.", "arXiv", {}),
        ("In the proceedings of Rain, Vancouver.", "proceedings of Rain, Vancouver", {}),
    ],
)
def test_where_lists_on_pages_say_that_works_appeared(
    behind: str, venue: str, particulars: dict[str, str]
) -> None:
    found = reference(f"Lee, A., & Ek, B. (2017). {TITLE}. {behind}")
    assert found.publication.venue == venue
    assert {each.label: each.value for each in found.publication.particulars} == particulars


def test_a_venue_in_brackets_is_nobody() -> None:
    found = reference("“Reasoning about Rain” (Rain Intelligence Journal 2023): Introduces games of rain.")
    assert (found.creators.names, found.publication.venue) == ((), "Rain Intelligence Journal")
    found = reference("“Reasoning about Rain” (RAIN 2022): Addresses how to reason.")
    assert (found.creators.names, found.publication.venue) == ((), "RAIN")


@pytest.mark.parametrize(
    "stated",
    [
        "Slow Rain Grows Deeper Roots (2020), Ann Lee and Bo Ek, Journal of Rain 12(3): 45-67",
        "Ann Lee, Bo Ek, Slow Rain Grows Roots, RAIN 2020.",
        "Ann Lee, Bo Ek, University of Rain and Snow, Oslo, 2019",
        "Ann Lee, Bo Ek, Journal of Rain and Snow, 2019",
        "2008, Rain Foundation, written by Ann Lee",
        "Ann Lee, Bo Ek, on rain, snow and hail, wells and roots, of every kind, 2019",
    ],
)
def test_where_a_title_ends_is_not_guessed(stated: str) -> None:
    assert read_reference(stated) is None


def test_a_title_may_begin_with_a_year() -> None:
    found = reference("1984: The Year of Rain in Cork. Ann Lee and Bo Ek. Journal of Rain, 2021.")
    assert (found.title, found.date) == ("1984: The Year of Rain in Cork", PartialDate(2021))


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        (
            "Slow rain grows roots. Lee, A., van der Ek, B., et al. (2020). Rain, 3(2), 1-9.",
            "Slow rain grows roots",
        ),
        ("Whose rain? A study. Lee, A. (2020, May). Proceedings of RAIN.", "Whose rain? A study"),
        ("Puddles. Lee, A., & Slow Rain Group. (2020). Rain Letters.", "Puddles"),
    ],
)
def test_a_title_may_stand_in_front_of_names_and_year(stated: str, title: str) -> None:
    found = reference(stated)
    assert (found.title, found.creators.names[0], found.date and found.date.year) == (title, "Lee, A.", 2020)


@pytest.mark.parametrize(
    "stated",
    [
        "An interview with us. Lee, A. (2020) speaks about rain.",
        "An interview with us. Lee, A. (2020).",
        "An interview with us. Ann Lee (2020). Rain Letters.",
    ],
)
def test_such_a_title_needs_initials_and_a_venue(stated: str) -> None:
    assert read_reference(stated) is None


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        (
            "Lee, A. B., and C. Roe, 2019: A cold rain: Part II. J. Atmos. Sci., 76, 1-20.",
            ("Lee, A. B.", "C. Roe"),
        ),
        ("Lee, A., and Coauthors, 2019: A cold rain: Part II. J. Atmos. Sci., 76, 1-20.", ("Lee, A.",)),
    ],
)
def test_a_colon_may_part_year_and_title(stated: str, names: tuple[str, ...]) -> None:
    found = reference(stated)
    assert (found.title, found.creators.names) == ("A cold rain: Part II", names)
    assert found.creators.complete == ("Coauthors" not in stated)


@pytest.mark.parametrize(
    "stated",
    [
        "Cork, Ireland, 2021: A conference on rain. Harbour Hall and Rain Society.",
        "Lee, A. B., and friends, 2019: A cold rain. J. Atmos. Sci., 76, 1-20.",
    ],
)
def test_that_needs_names_with_initials(stated: str) -> None:
    assert read_reference(stated) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lee, A. B., Jr.", ("Lee, A. B., Jr.",)),
        ("Lee, A., III, & Ek, B., Jr", ("Lee, A., III", "Ek, B., Jr.")),
        ("Lee, A., & the Slow Rain Consortium.", ("Lee, A.", "Slow Rain Consortium")),
        ("Lee, A., & RainLab Network", ("Lee, A.", "RainLab Network")),
    ],
)
def test_inverted_names_with_a_suffix_or_a_group(text: str, names: tuple[str, ...]) -> None:
    assert inverted_names(text) == NameList(names)


@pytest.mark.parametrize("text", ["Lee, A., et al., U. K.", "Slow Rain, Explained."])
def test_what_is_no_inverted_name(text: str) -> None:
    assert inverted_names(text) is None
    assert one_inverted(text) is None


def test_marks_of_a_title_are_no_notes_on_names() -> None:
    found = reference("Ann Lee*, Bo Ek. Rain and C#, a Language. Journal of Rain, 2020.")
    assert found.title == "Rain and C#, a Language"


@pytest.mark.parametrize(
    ("stated", "particulars"),
    [
        (
            f"Lee, A. (2015). {TITLE} (2nd ed.). Harbour Press.",
            {"publisher": "Harbour Press", "edition": "2nd ed."},
        ),
        (f"Lee, A. (2015). {TITLE} [Poster presentation]. Rain.", {"type": "Poster presentation"}),
        (
            f"Lee AB. {TITLE}. In: Ek C, Roe D, editors. Rain. Oslo: Nube; 2016. p. 8-10.",
            {"place": "Oslo", "publisher": "Nube", "pages": "8-10", "editors": "Ek C, Roe D, editors"},
        ),
        (
            f"Lee AB. {TITLE}. 2nd ed. Madrid: Nube; 2018.",
            {"edition": "2nd ed", "place": "Madrid", "publisher": "Nube"},
        ),
    ],
)
def test_particulars(stated: str, particulars: dict[str, str]) -> None:
    found = reference(stated)
    assert found.title == TITLE
    assert {each.label: each.value for each in found.publication.particulars} == particulars


@pytest.mark.parametrize(
    ("stated", "form"),
    [
        (f"Lee, A. (2020). {TITLE} (Report No. 2020:4). Rain Office.", "Report No. 2020:4"),
        (f"Lee, A. (2020). {TITLE} (Working Paper No. 33). Rain Office.", "Working Paper No. 33"),
    ],
)
def test_a_form_with_its_number_is_no_part_of_the_title(stated: str, form: str) -> None:
    found = reference(stated)
    assert found.title == TITLE
    assert [each.value for each in found.publication.particulars] == [form]
    assert found.publication.venue == "Rain Office"


def test_addresses_of_numbers_at_the_end_of_a_sentence() -> None:
    found = reference(f"[6] A. Lee and B. Ek, “{TITLE},” 2023, arXiv:2303.01234.")
    assert found.links == ("https://arxiv.org/abs/2303.01234",)


def test_a_title_with_words_that_no_name_has() -> None:
    assert (
        reference("Lee, Ann, editor. Essays on the Footnote. U of Chicago P, 2016.").title
        == "Essays on the Footnote"
    )


def test_a_title_of_one_word() -> None:
    assert reference("Lee, A. (2020). Khettaras. In: Ek, B. (ed.), Waters. Routledge.").title == "Khettaras"


@pytest.mark.parametrize(
    "stated",
    [
        f"**Ann Lee**, Bo Ek. {TITLE}. ICML, 2024.",
        f"{TITLE}. **Ann Lee**, Bo Ek. ICML, 2024.",
    ],
)
def test_bold_type_may_mark_a_name(stated: str) -> None:
    assert reference(stated).title == TITLE
    assert reference(stated).creators.names == ("Ann Lee", "Bo Ek")


@pytest.mark.parametrize(
    "stated",
    [
        "Lee, Ann. Green Rain House. Knopf, 2017.",  # three words that could be a name as well
        "[Theory](#theory)",
        "- [PDF](https://a.example/b) Ann Lee, 2024",
        "“Timing explained,” Rain Weekly. Accessed: Mar. 4, 2024.",
        "Lee AB. Rain. 2021;44.",
        "Harbour Office. Rain; 2020.",
        "Lee, A., & Ek, B. (2018). The cost of being early: Rain and",
        "Photograph by Ann Lee (2017)",
        "Lee, A., Ek, B.: Primes in the shadow of squares, Acta Arith. 201 (2024), no. 3, 211–240.",
        "Reading: Lee, A. (2010). What is rain?",
        "Lee, A. 2020. Bo Ek. eBooks and rain in towns. Journal of Rain 12: 3-9.",
    ],
)
def test_what_is_not_sure(stated: str) -> None:
    assert read_reference(stated) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lee, Ann, and Bo Ek", ("Lee, Ann", "Bo Ek")),
        ("van der Meer, Ann B., Bo Ek, and Cy Roe", ("van der Meer, Ann B.", "Bo Ek", "Cy Roe")),
        ("Pérez Galdós, Inés, und Bo Ek", ("Pérez Galdós, Inés", "Bo Ek")),
        ("A. K. Lee, L. Ek, and M. T. Roe", None),
        ("Ann Lee, Bo Ek, and Cy Roe", None),
        ("Lee, Ann", None),
    ],
)
def test_first_name_inverted(text: str, names: tuple[str, ...] | None) -> None:
    found = first_inverted(text)
    assert (found.names if found else None) == names


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Rain, vol. 4, 2021", "2021"),
        ("Rain, 12 Mar. 2021, pp. 4–5", "2021-03-12"),
        ("Rain, Oslo, Feb. 2020, pp. 66–68", "2020-02"),
        ("2020, June 14–18", "2020-06"),
        ("2020, June 14", "2020-06-14"),
        ("Rain Letters, 2020a, June 14", "2020-06-14"),
        ("Rain Letters, 2020 June 44", "2020"),
        ("Rain (2019). Abgerufen am 3. März 2024", "2019"),
        ("Rain. Retrieved 4 May 2024, from x", None),
        ("Proceedings, May 2019. Springer, 2020", "2020"),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    found = stated_date(text)
    assert (found.iso() if found else None) == date


DITTO = f"""Works Cited
Lee, Ann, and Bo Ek. “{TITLE}.” Rain, vol. 4, no. 2, 2018, pp. 2–4.
---. “What the Clouds Know.” Rain, vol. 5, no. 1, 2019, pp. 3–9.
———. “How Clouds Forget.” Rain, vol. 6, no. 1, 2020, pp. 3–9.
A line of many words that nobody could ever take for a reference at all
---. “Why the Clouds Know.” Rain, vol. 7, no. 1, 2021, pp. 3–9.
"""


def test_dashes_stand_for_the_creators_above() -> None:
    reading = read(seed_of(DITTO))
    assert [work.creators.value.names for work in reading.works() if work.creators] == [
        ("Lee, Ann", "Bo Ek")
    ] * 3
    assert unread_texts(reading) == DITTO.splitlines()[-2:]


CURRICULUM = f"""Ann Lee
EDUCATION
2012 Ph.D., Geography, University of Toronto
PUBLICATIONS
Lee, A., & Ek, B. (2020). {TITLE}. Rain, 3, 4–5.
Lee, A. (2019). Clouds and what they are for. Rain, 2, 4–5.
INVITED TALKS
"{TITLE}", University of Oslo, March 2023
"Clouds in the House", EGU, Vienna, April 2021
BOOK REVIEWS
Lee, A. (2018). Rain as a way of life. Rain, 1, 7.
"""


@pytest.mark.parametrize("marks", ["", "## "])
def test_talks_are_no_publications(marks: str) -> None:
    text = "\n".join(marks + line if line.isupper() else line for line in CURRICULUM.splitlines())
    reading = read(seed_of(text))
    assert [work.date.value.year for work in reading.works() if work.date] == [2020, 2019, 2018]


def test_a_table_of_contents_is_no_list_of_references() -> None:
    entry = "- [{}](https://a.example/{}) - Ann Lee, Bo Ek. *ICML 2022*.\n"
    text = "# Papers on rain\n" + "".join(f"- [Section {n}](#section-{n})\n" for n in range(6))
    text += "".join(entry.format(f"{TITLE} {n}", n) for n in range(3))
    assert len(list(read(seed_of(text)).works())) == 3


_FAMILIES = st.sampled_from(["Lee", "van der Meer", "O'Neill", "Garriga-Alonso", "Żak"])
_GIVEN = st.sampled_from(["Ann", "Óscar", "Jean-Luc"])


@given(st.lists(st.tuples(_GIVEN, _FAMILIES), min_size=2, max_size=6, unique=True), st.booleans())
def test_names_come_back(people: list[tuple[str, str]], complete: bool) -> None:  # noqa: FBT001
    (given_name, family), *others = people
    stated = [f"{family}, {given_name}", *(f"{first} {last}" for first, last in others)]
    text = ", ".join(stated) + ", et al." if not complete else f"{', '.join(stated[:-1])}, and {stated[-1]}"
    found = reference_names(text)
    assert found is not None
    assert (found.names, found.complete) == (tuple(stated), complete)


@given(st.text(max_size=60), st.sampled_from([", ", " and ", "; ", ", et al."]), st.text(max_size=60))
def test_any_names_are_read(before: str, mark: str, after: str) -> None:
    found = reference_names(before + mark + after)
    assert found is None or all(name.strip() for name in found.names)


@pytest.mark.parametrize("stated", [LONG, "[J]. " * 300, "---. " * 300, "Lee AB, " * 200, "Lee, Ann, " * 150])
def test_hostile_lines(stated: str) -> None:
    assert read_reference(stated) is None


def test_a_question_before_who_helped_with_a_thesis() -> None:
    reference = read_reference(
        "Lee, Ann (2023): Wem gehört der Regen? Konflikte um Dächer. Betreuung: Prof. Dr. Bo Ek"
    )
    assert reference is not None
    assert reference.title == "Wem gehört der Regen? Konflikte um Dächer"
    assert reference.publication.is_empty()


def test_marks_around_some_words_of_a_title_do_not_begin_it() -> None:
    title = 'What does the "slow rain" mean in practice? A review'
    found = reference(f"Lee, A., & Ek, B. (2020). {title}. Rain, 3(1), 4–9.")
    assert found.title == title
    assert found.creators.names == ("Lee, A.", "Ek, B.")


@pytest.mark.parametrize(
    ("stated", "title", "venue"),
    [
        ("Does it rain? A test in 11 towns. Rain, 3(1), 4–9", "Does it rain? A test in 11 towns", "Rain"),
        ("Does it rain? Logs of 1,200 days. Rain, 3(1)", "Does it rain? Logs of 1,200 days", "Rain"),
        ("Does it rain? The 2008 flood. Rain, 3(1)", "Does it rain? The 2008 flood", "Rain"),
        ("Does it rain? Logs of 12 towns. arXiv:2001.12345", "Does it rain? Logs of 12 towns", ""),
        ("Does it rain? Slow Rain 34, 12–15. Rain House", "Does it rain?", "Slow Rain"),
        ("Does it rain? Slow Rain 34 no. 5. Rain House", "Does it rain?", "Slow Rain"),
        ("Does it rain? RAIN 2020 workshop. Rain House", "Does it rain?", "RAIN workshop"),
    ],
)
def test_a_number_behind_a_question_counts_or_is_a_volume(stated: str, title: str, venue: str) -> None:
    found = reference(f"Lee, A., & Ek, B. (2020). {stated}.")
    assert (found.title, found.publication.venue) == (title, venue)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("rainNet: Slow Weather", True),
        ("pix2rain: From Clouds to Drops", True),
        ("rain: a slow weather", False),
        ("arXiv: a number and more", False),
        ("eRain and slow weather", False),
    ],
)
def test_a_title_may_begin_with_a_name_in_small_letters(text: str, *, fits: bool) -> None:
    assert is_title(text) is fits


def test_a_word_is_a_title_between_a_year_in_brackets_and_a_book() -> None:
    found = read_reference("M. Lee-Roe (2024). Drift. In Encyclopedia of Rain (eds. Ek & Moe).")
    assert found is not None
    assert (found.title, found.creators.names) == ("Drift", ("M. Lee-Roe",))


def test_an_archives_number_is_no_part_of_a_title() -> None:
    found = read_reference("Ann Lee, Bo Ek (2024). Gutters Get Tired, arXiv:2506.04499")
    assert found is not None
    assert found.title == "Gutters Get Tired"


@pytest.mark.parametrize("said", ["with", "joint with", "jointly with"])
@pytest.mark.parametrize(
    "form", ["“{}” ({} Ann Lee), Journal of Rain, 2020.", "{} ({} Ann Lee), Journal of Rain, 2020."]
)
def test_those_beside_the_owner_are_known_by_any_of_its_words(form: str, said: str) -> None:
    found = reference(form.format(TITLE, said))
    assert (found.title, found.creators.names, found.leaves_out_owner) == (TITLE, ("Ann Lee",), True)


@pytest.mark.parametrize("last", ["Bo Ek", "Cora Vantongeren"])
def test_a_colon_inside_a_title_begins_none(last: str) -> None:
    found = reference(f"Ann Lee, {last}. The Second Kettle: Rain in Routines. RAIN 2020.")
    assert (found.title, found.creators.names) == ("The Second Kettle: Rain in Routines", ("Ann Lee", last))


def test_names_may_stand_behind_a_question_and_its_subtitle() -> None:
    found = reference(
        "Why Are Roofs Wet? Small Drops and Its Discontents. Ann Lee, Bo Ek. Rain Letters, 2020."
    )
    assert found.title == "Why Are Roofs Wet? Small Drops and Its Discontents"
    assert found.creators.names == ("Ann Lee", "Bo Ek")


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Ann Lee and Bo Ek (2024). Paper Tigers. RainML.", "Paper Tigers"),
        ("Ann Lee (2024). Paper Tigers. arXiv.", "Paper Tigers"),
        ("Ann Lee (2024). PhD student. Harbour School.", None),
        ("Ann Lee and Bo Ek (2024). Rain Letters. 12, 3-5.", None),
    ],
)
def test_two_words_are_a_title_between_a_year_in_brackets_and_a_venue(stated: str, title: str | None) -> None:
    found = read_reference(stated)
    assert (found.title if found else None) == title
