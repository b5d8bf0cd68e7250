from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedbed.model.record import NameList
from seedbed.read.works.title_lines import TitleLine, read_title_line

ROOFS = "Rain on Small Roofs"
LEE = NameList(("Ann Lee",))
BOTH = NameList(("Ann Lee", "Bo Ek"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ROOFS, TitleLine(ROOFS)),
        (f"[2] {ROOFS}", TitleLine(ROOFS)),
        (f"{ROOFS} (PDF)", TitleLine(ROOFS, is_marked=True)),
        (f"{ROOFS} (job market paper) [latest version]", TitleLine(ROOFS, is_marked=True)),
        (f"{ROOFS} – Under Review", TitleLine(ROOFS)),
        (f"{ROOFS} (with Ann Lee) - Submitted to Rain", TitleLine(ROOFS, LEE, beside=True, is_marked=True)),
        (f"{ROOFS} by Ann Lee", TitleLine(ROOFS, LEE, is_marked=True)),
        (f"{ROOFS} by Lee et al.", TitleLine(ROOFS, is_marked=True)),
        (
            f"{ROOFS} [2401.01234v2]",
            TitleLine(ROOFS, links=("https://arxiv.org/abs/2401.01234",), is_marked=True),
        ),
        (f"{ROOFS} | forthcoming at Rain", TitleLine(ROOFS, where="Rain", is_marked=True)),
        (f"{ROOFS} | featured on Rain Radio", TitleLine(ROOFS, is_marked=True)),
        ("“Rain”", TitleLine("Rain Again", is_marked=True, is_quoted=True)),
        (
            f"“{ROOFS},” Journal of Rain, 2021",
            TitleLine(ROOFS, where="Journal of Rain, 2021", is_marked=True, is_quoted=True),
        ),
        (
            f"{ROOFS},” joint with Ann Lee (Journal of Rain, 2021) [final version]",
            TitleLine(ROOFS, LEE, beside=True, where="Journal of Rain, 2021", is_marked=True, is_quoted=True),
        ),
        (
            f"“{ROOFS}” (with Ann Lee and Bo Ek)",
            TitleLine(ROOFS, BOTH, beside=True, is_marked=True, is_quoted=True),
        ),
        (
            f"{ROOFS} (with Ann Lee and Bo Ek). Revise and resubmit, Journal of Rain",
            TitleLine(ROOFS, BOTH, beside=True, is_marked=True),
        ),
        (
            f"{ROOFS} (with Ann Lee), Journal of Rain, forthcoming",
            TitleLine(ROOFS, LEE, beside=True, where="Journal of Rain, forthcoming", is_marked=True),
        ),
        (
            f'"{ROOFS}", with Ann Lee, Rain Paper 12, R&R at Rain',
            TitleLine(ROOFS, LEE, beside=True, is_marked=True, is_quoted=True),
        ),
        (
            f"“{ROOFS}” with Ann Lee and Bo Ek (field work)",
            TitleLine(ROOFS, BOTH, beside=True, is_marked=True, is_quoted=True),
        ),
        (
            f"{ROOFS} (with Ann Lee), field work under way",
            TitleLine(ROOFS, LEE, beside=True, is_marked=True),
        ),
        (
            "What “Wet” Means: a Survey by Ann Lee",
            TitleLine("What “Wet” Means: a Survey", LEE, is_marked=True),
        ),
        (f"{ROOFS},” (Roofs, lead article) [PDF]", TitleLine(ROOFS, is_marked=True, is_quoted=True)),
        ("Learning More by Doing Less: a Survey", TitleLine("Learning More by Doing Less: a Survey")),
    ],
)
def test_what_a_line_states(text: str, expected: TitleLine) -> None:
    assert read_title_line(text.replace("“Rain”", "“Rain Again”")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rain",
        "on rain and roofs",
        "R&R at Journal of Rain",
        "Best Paper Award, Rain Society 2024",
        "Winner of the Young Rain Prize",
        "Presented at: Cork, Lund",
        "Rain Review of Small Roofs (accepted)",
        "in Several Wet Places”",
        f"{ROOFS} (with all of us here)",
    ],
)
def test_what_is_no_title(text: str) -> None:
    assert read_title_line(text) is None


def test_a_short_title_where_one_is_sure_to_stand() -> None:
    assert read_title_line("Wet Roofs") is None
    assert read_title_line("Wet Roofs", may_be_short=True) == TitleLine("Wet Roofs")


@given(st.text(max_size=200))
def test_any_line_states_a_title_or_none(text: str) -> None:
    stated = read_title_line(" ".join(text.split()))
    assert stated is None or stated.title
