from __future__ import annotations

import pytest

from seedbed.read.formats.bibtex_values import undelimited


@pytest.mark.parametrize(
    ("value", "bare"),
    [
        ("{{Rain}}", "Rain"),
        ('"{Rain} and {Soil}"', "{Rain} and {Soil}"),
        ("{Rain} and {Soil}", "{Rain} and {Soil}"),
        ("{{Rain}", "{{Rain}"),
    ],
)
def test_what_encloses_the_whole_value_is_taken_off(value: str, bare: str) -> None:
    assert undelimited(value) == bare
