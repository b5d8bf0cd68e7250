"""Works on several lines, in a list that is written in Markdown."""

from __future__ import annotations

import pytest

from seedbed.read.markdown import plain_line
from seedbed.read.registry import read
from tests.read.seeds import seed_of

LIST = """## Selected Publications

- **_Slow Rain Grows Deeper Roots._**
  RAIN 2025.
  [[pdf]](https://a.example/slow.pdf)

  _Ann Lee_, Bo Ek, and Cy Roe.

- "[_Quick Rain: A Study of Short Showers_](https://a.example/quick),"
  Cy Roe, **Ann Lee**, and Bo Ek,
  RAIN 2024.

- "[_Still Water in Deep Wells_](https://a.example/still),"
  **Bo Ek**, Cy Roe, and Ann Lee, SOIL 2023.

1. **No Rain at All in the Long Summer**  [pdf](/files/none.pdf) [slides](/files/none-slides.pdf)

   **Ann Lee**,Bo Ek

   *DRY 2022*

   **Abstract**: We wait for rain. It does not come for a whole summer, and we tell how that was.
"""


def test_works_on_several_lines() -> None:
    works = list(read(seed_of(LIST)).works())
    assert [work.title.value for work in works if work.title] == [
        "Slow Rain Grows Deeper Roots",
        "Quick Rain: A Study of Short Showers",
        "Still Water in Deep Wells",
        "No Rain at All in the Long Summer",
    ]
    assert [work.creators.value.names for work in works if work.creators] == [
        ("Ann Lee", "Bo Ek", "Cy Roe"),
        ("Cy Roe", "Ann Lee", "Bo Ek"),
        ("Bo Ek", "Cy Roe", "Ann Lee"),
        ("Ann Lee", "Bo Ek"),
    ]
    assert [work.venue.value for work in works if work.venue] == ["RAIN", "RAIN", "SOIL", "DRY"]
    assert [work.date.value.year for work in works if work.date] == [2025, 2024, 2023, 2022]
    assert [[link.value for link in work.links] for work in works] == [
        ["https://a.example/slow.pdf"],
        ["https://a.example/quick"],
        ["https://a.example/still"],
        [],
    ]
    assert works[3].abstract
    assert works[3].abstract.value.startswith("We wait for rain.")


@pytest.mark.parametrize(
    ("stated", "plain"),
    [
        ("131* 2017", "131* 2017"),
        ("a_b_c and 2 * 3 * 4", "a_b_c and 2 * 3 * 4"),
        (r"**Lee A**\*, Ek B\*", "Lee A*, Ek B*"),
        ("*Rain (**best of all**)*", "Rain (best of all)"),
        ("[[pdf]](https://a.example/b) [code](https://a.example/c)", "[pdf] code"),
        ("- [Rain](https://a.example/b), a [pdf](https://a.example/c)", "Rain, a"),
        ("“Rain and Snow,”", "“Rain and Snow,”"),
        ("- “Rain and Snow,”", "Rain and Snow"),
    ],
)
def test_a_line_without_its_marks(stated: str, plain: str) -> None:
    assert plain_line(stated) == plain
