from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.model.record import NameList
from seedbed.read.creators import is_name_list, read_names, split_organisations


@pytest.mark.parametrize(
    ("text", "names", "complete"),
    [
        ("Ann Lee", ("Ann Lee",), True),
        ("Ann Lee, Bo Ek", ("Ann Lee", "Bo Ek"), True),
        ("Ann Lee and Bo Ek", ("Ann Lee", "Bo Ek"), True),
        ("Ann Lee & Bo Ek", ("Ann Lee", "Bo Ek"), True),
        ("Ann Lee, Bo Ek and Cy Roe", ("Ann Lee", "Bo Ek", "Cy Roe"), True),
        ("Ann Lee, Bo Ek, and Cy Roe", ("Ann Lee", "Bo Ek", "Cy Roe"), True),
        ("Search and Rescue Group, Bo Ek", ("Search and Rescue Group", "Bo Ek"), True),
        ("Ann Lee, Bo Ek et al.", ("Ann Lee", "Bo Ek"), False),
        ("Ann Lee, Bo Ek, et al", ("Ann Lee", "Bo Ek"), False),
        ("Ann Lee, Bo Ek, and 12 others", ("Ann Lee", "Bo Ek"), False),
        ("Ann Lee, Bo Ek & 3 more", ("Ann Lee", "Bo Ek"), False),
        ("Ann Lee, Bo Ek +7 more", ("Ann Lee", "Bo Ek"), False),
        ("Ann Lee, Bo Ek, …", ("Ann Lee", "Bo Ek"), False),
        ("Ann Lee, +4 authors, Bo Ek", ("Ann Lee", "Bo Ek"), False),
        ("Ann Lee, …, Bo Ek", ("Ann Lee", "Bo Ek"), False),
        ("et al.", (), False),
        ("Sam Day, Jr., Ann Lee", ("Sam Day, Jr.", "Ann Lee"), True),
        ("Sam Day III, Ann Lee, PhD, Bo Ek, M.D.", ("Sam Day III", "Ann Lee, PhD", "Bo Ek, M.D."), True),
        ("Lee, Ann; Ek, Bo", ("Lee, Ann", "Ek, Bo"), True),
        ("Ann Lee (MIT, Boston), Bo Ek", ("Ann Lee (MIT, Boston)", "Bo Ek"), True),
        ("Ann Lee (MIT, Bo Ek", ("Ann Lee (MIT, Bo Ek",), True),
        ("OpenAI, :, Bo Ek,", ("OpenAI", "Bo Ek"), True),
        ("Asvin G., Bo van der Ek", ("Asvin G.", "Bo van der Ek"), True),
        ("Kajetan (Jett) Janiak", ("Kajetan (Jett) Janiak",), True),
        ("Cassandra Etalon", ("Cassandra Etalon",), True),
        ("Ann Lee*, Bo Ek†, Cy Roe*¹", ("Ann Lee", "Bo Ek", "Cy Roe"), True),
        ("Ann Lee (1), Bo Ek (1,2) [3]", ("Ann Lee", "Bo Ek"), True),
        ("Ann Lee (1); Bo Ek (2), Cy Roe (1,3)", ("Ann Lee", "Bo Ek", "Cy Roe"), True),
        ("Ann Lee (1), Bo Ek (2) Cy Roe (1,3)", ("Ann Lee", "Bo Ek", "Cy Roe"), True),
        ("Lee, Ann (1); Ek, Bo (2)", ("Lee, Ann", "Ek, Bo"), True),
        ("Ann Lee (1) and Bo Ek (2)", ("Ann Lee", "Bo Ek"), True),
        ("Ann Lee1,2, Bo Ek2 and Cy Roe1", ("Ann Lee", "Bo Ek", "Cy Roe"), True),
        ("Ann Lee, AI2", ("Ann Lee", "AI2"), True),
        ("Ann Lee (Cork), Bo Ek (Lund)", ("Ann Lee", "Bo Ek"), True),
        ("Ann Lee, Bo Ek, and 3 more authors", ("Ann Lee", "Bo Ek"), False),
        ("Ann Lee, Bo Ek und Cy Roe", ("Ann Lee", "Bo Ek", "Cy Roe"), True),
        ("Lehmann und Thiele", ("Lehmann", "Thiele"), True),
        ("Ada von und zu Roe", ("Ada von und zu Roe",), True),
        ("Ann Lee et Bo Ek", ("Ann Lee", "Bo Ek"), True),
        ("Ann Lee y Bo Ek", ("Ann Lee", "Bo Ek"), True),
        ("José Ortega y Gasset", ("José Ortega y Gasset",), True),
        ("Ann Lee; Bo Ek u. a.", ("Ann Lee", "Bo Ek"), False),
        ("Ann Lee, Bo Ek y otros", ("Ann Lee", "Bo Ek"), False),
        ("王晓明，李静、陈伟", ("王晓明", "李静", "陈伟"), True),
        ("王晓明，李静，等", ("王晓明", "李静"), False),
        ("山本 健太、佐々木 美咲、他", ("山本 健太", "佐々木 美咲"), False),
        ("", (), True),
    ],
)
def test_names_as_stated(text: str, names: tuple[str, ...], complete: bool) -> None:  # noqa: FBT001
    assert read_names(text) == NameList(names, complete)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee", ("Ann Lee", ())),
        ("Ann Lee et al. · inria, mit", ("Ann Lee et al.", ("inria", "mit"))),
        ("Ann Lee · inria · mit, inria", ("Ann Lee", ("inria", "mit"))),
        ("· inria", ("", ("inria",))),
        ("Ann Lee ·", ("Ann Lee ·", ())),
    ],
)
def test_organisations(text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert split_organisations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee",
        "Ann Lee, Bo van der Ek, J. R. Smith-Jones et al. · inria",
        "Adrià Garriga-Alonso, Martín Soto",
        "Seo Min-jun, Noor al-Rashid",
        "张三, 李四",
        "DeepSeek-AI",
        "Anaïs d'Hérouville, Rosa dell’Acqua",
        "et al.",
        "Sam Day, Jr., Ann Lee, PhD",
    ],
)
def test_looks_like_names(text: str) -> None:
    assert is_name_list(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We study growth, and find rules.",
        "Attention matters, but not always",
        "Seeds, soil and rain",
        "Why Rain?",
        "May 2, 2024",
        "Ann Lee, Bo Ek, who grew it, and all the rest of the people in the house",
        "A" * 100,
    ],
)
def test_looks_like_something_else(text: str) -> None:
    assert not is_name_list(text)


_NAME = st.builds(
    "{} {}{}".format,
    st.sampled_from(["Ann", "Jean-Luc", "Adrià", "J. R.", "Yağız", "Óscar", "李雷", "OpenAI"]),
    st.sampled_from(["", "van der ", "de ", "M. ", "O’", "(Jett) "]),
    st.sampled_from(["Lee", "Garriga-Alonso", "Roe Jr.", "Smith III", "Anders", "Żak", "G.", "Etalon"]),
)


@given(st.lists(_NAME, min_size=1, max_size=12), st.sampled_from(["", " et al.", ", et al.", " and others"]))
def test_lists_come_back(names: list[str], others: str) -> None:
    text = ", ".join(names) + others
    assert read_names(text) == NameList(tuple(names), complete=not others)
    assert is_name_list(text)


@given(st.text(), st.sampled_from(["", ",", ";", "(", " and ", " · "]), st.text())
def test_any_text_is_read(before: str, mark: str, after: str) -> None:
    names, _ = split_organisations(before + mark + after)
    assert all(name.strip() for name in read_names(names).names)
    is_name_list(before + mark + after)


def test_a_group_for_which_they_wrote_is_nobody() -> None:
    assert read_names("Ann Lee, Bo Ek, for the Rain Collaboration") == NameList(("Ann Lee", "Bo Ek"))


def test_the_article_before_a_group_is_no_part_of_its_name() -> None:
    assert read_names("Ann Lee, and the Rain Consortium") == NameList(("Ann Lee", "Rain Consortium"))
    assert read_names("Ann Lee and The Rain Team") == NameList(("Ann Lee", "The Rain Team"))


def test_a_name_in_a_second_script_is_no_place() -> None:
    listed = read_names("Hanako Sato (佐藤花子), 李雪 (Li Xue), Ann Lee (Cork), Bo Ek (Lund)")
    assert listed.names == ("Hanako Sato (佐藤花子)", "李雪 (Li Xue)", "Ann Lee", "Bo Ek")


def test_a_group_may_have_and_in_its_name() -> None:
    listed = read_names("Ann Lee, Bo Ek, Collaboration on Rain and Snow")
    assert listed.names == ("Ann Lee", "Bo Ek", "Collaboration on Rain and Snow")
    assert read_names("Harbour Institute of Rain and Bo Ek").names == ("Harbour Institute of Rain", "Bo Ek")
