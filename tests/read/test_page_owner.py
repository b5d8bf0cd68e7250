from __future__ import annotations

import pytest

from seedbed.model.record import NameList
from seedbed.read.page_owner import find_page_owner
from seedbed.text.lines import Line, filled

ALONE = NameList(("A. B. Lee-Ek",))
WITH_ROE = NameList(("Cy Roe", "Lee, A."))
OTHERS = NameList(("Cy Roe", "Dan Fox"))
CUT_OFF = NameList(("Cy Roe",), complete=False)


def owner(text: str, *named: NameList | None) -> str:
    found = find_page_owner(filled([*text.splitlines(), "A title"]), named, text.count("\n") + 2)
    return found.text if found else ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ann Lee-Ek", "Ann Lee-Ek"),
        ("Ann B. Lee", "Ann B. Lee"),
        ("* Home page of Ann Lee", "Ann Lee"),
        ("Works by Ann Lee", "Ann Lee"),
        ("Photo of Ann Lee", "Ann Lee"),
        ("Hello! My name is Ann Lee.", "Ann Lee"),
        ("**Ann Lee** (she/her)", "Ann Lee"),
        ("Ann LeeAnn Lee", "Ann Lee"),
        ("Ann Lee | Professor of Rain", "Ann Lee"),
        ("Rain Search - Ann Lee", "Ann Lee"),
        ("Ann Lee 0003", "Ann Lee"),
    ],
)
def test_the_owner_is_whom_all_works_name(line: str, name: str) -> None:
    head = f"Slow Rain\nCy Roe\nProfessor\n{line}\nAnn Lee"
    assert owner(head, ALONE, WITH_ROE, CUT_OFF) == name


def test_of_two_who_wrote_everything_the_first_is_the_owner() -> None:
    assert owner("Ann Lee\nAdvisor\nCy Roe", WITH_ROE, WITH_ROE) == "Ann Lee"


def test_where_creators_stand_one_below_the_other_it_is_nobody_s_page() -> None:
    assert owner("The Rain Project\nAnn Lee\nCy Roe", WITH_ROE, WITH_ROE) == ""


@pytest.mark.parametrize(
    "named",
    [
        (ALONE, WITH_ROE, OTHERS),  # one is by others
        (ALONE,),  # one may be anybody's
        (ALONE, WITH_ROE, None, None, None),  # of most works, nobody knows whose they are
        (CUT_OFF, None),
        (),
    ],
)
def test_else_it_is_nobody_s_page(named: tuple[NameList | None, ...]) -> None:
    assert owner("Ann Lee-Ek", *named) == ""


def test_a_name_below_the_works_is_nobody_s() -> None:
    lines = [Line(1, "A title"), Line(2, "Ann Lee-Ek")]
    assert find_page_owner(lines, [ALONE, WITH_ROE], 1) is None
