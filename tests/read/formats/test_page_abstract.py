"""The abstract on a paper's own page, above the record that says how to cite it."""

from __future__ import annotations

import pytest

from seedbed.read.formats.bibtex import BIBTEX
from tests.read.seeds import read_lawfully


class TestPageOfOnePaper:
    TOLD = "It rains where clouds are slow, and clouds are slow where it rains. " * 3
    RECORD = "@article{a, title={On {R}ain}, author={Lee, Ann}, year={2020}}\n"

    @pytest.mark.parametrize(
        ("page", "read"),
        [
            ("On Rain\nAnn Lee\n\nAbstract\n{}\n\n", True),
            ("On Snow\nAnn Lee\n\nAbstract\n{}\n\n", False),
            ("On Rain\nAbstract\n{}\nAbstract\n{}\n", False),
            ("On Rain\nAbstract\n\nCode\n{}\n", False),
        ],
    )
    def test_its_abstract(self, page: str, *, read: bool) -> None:
        text = page.replace("{}", self.TOLD) + self.RECORD
        (work,) = read_lawfully(BIBTEX, text).works()
        assert (work.abstract is not None) is read
