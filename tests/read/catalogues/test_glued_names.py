from __future__ import annotations

import pytest

from seedbed.read.catalogues.glued_names import parted_names, without_repetition


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("A. LeeB. Ek", "A. Lee, B. Ek"),
        ("A. McKayB. EkÉ. Roe", "A. McKay, B. Ek, É. Roe"),
        ("Ann LeeB. McKay+12 authorsKarl van Dyk", "Ann Lee, B. McKay, +12 authors, Karl van Dyk"),
        ("Ann LeeÉmile Zo", "Ann Lee, Émile Zo"),
        ("Ann Lee, B. McKay Roe", "Ann Lee, B. McKay Roe"),
        ("Y. LeRoe", "Y. LeRoe"),
        ("B. McKay Roe", None),
        ("Ho LeAnn Roe", None),
        ("Ann LeeRainMind", None),
    ],
)
def test_names_part_where_that_is_sure(text: str, parted: str | None) -> None:
    assert parted_names(text) == parted


def test_a_name_that_stands_twice() -> None:
    assert without_repetition("Ann LeeAnn Lee") == "Ann Lee"
    assert without_repetition("Ann Lee") == "Ann Lee"
    assert without_repetition("") == ""
