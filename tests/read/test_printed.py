"""Pages that a browser printed, sheet by sheet."""

from __future__ import annotations

import pytest

from seedbed.read.coverage import find_fault
from seedbed.read.printed import without_sheets
from seedbed.read.registry import read
from tests.read.seeds import REAL, real_seed, seed_of

NAMES = sorted(path.name for path in REAL.glob("*.txt"))
CHROMIUM = ("20/11/2026, 10:31            A Page", "https://a.example/page            {at}/{of}")
FIREFOX = ("A Page            https://a.example/page", "{at} of {of}            11/20/26, 10:31 AM")
LINES_A_SHEET = 45


def printed(text: str, head: str, foot: str) -> str:
    lines = text.split("\n")
    sheets = [lines[at : at + LINES_A_SHEET] for at in range(0, len(lines), LINES_A_SHEET)]
    return "\f".join(
        "\n".join((head, "", *sheet, "", foot.format(at=number, of=len(sheets)), ""))
        for number, sheet in enumerate(sheets, start=1)
    )


@pytest.mark.parametrize(("head", "foot"), [CHROMIUM, FIREFOX])
@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_read_alike(name: str, head: str, foot: str) -> None:
    text = (REAL / name).read_text(encoding="utf-8")
    page, sheets = read(real_seed(name)), read(seed_of(printed(text, head, foot), name))
    assert find_fault(sheets) == ""
    assert sheets.kind == page.kind
    assert len(sheets.records) == len(page.records)
    for one, other in zip(page.works(), sheets.works(), strict=True):
        for name_of in ("title", "creators", "date"):
            stated, found = getattr(one, name_of), getattr(other, name_of)
            assert (stated and stated.value) == (found and found.value)


def test_a_paragraph_goes_on_over_the_end_of_a_sheet() -> None:
    first = "Rain falls on\n\nhttps://a.example/  1/2\n"
    made = without_sheets(seed_of(f"{first}\f1/2/26, 9:05 AM   Rain\n\nroofs.\n\nhttps://a.example/  2/2\n"))
    assert made is not None
    assert list(made.seed.lines) == ["Rain falls on", "roofs."]
    assert made.places == ((1, 1), (6, 6))


def test_a_paragraph_ends_with_a_sheet() -> None:
    made = without_sheets(seed_of("It rains.\n\n1 of 2\n\fSnow falls.\n\n2 of 2\n"))
    assert made is not None
    assert list(made.seed.lines) == ["It rains.", "", "Snow falls."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On rain\n1 of 2\n",
        "On rain\n1 of 2\nOn snow\n2 of 3\n",
        "On rain\n1 of 2\nOn snow\n1 of 2\n",
        "On rain\n2 of 1\nOn snow\n3 of 1\n",
        "https://a.example/rain\n1/2 of all roofs\n",
    ],
)
def test_what_no_browser_printed(text: str) -> None:
    assert without_sheets(seed_of(text)) is None
