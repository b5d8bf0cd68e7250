"""Mathematics as plain text and as MathML."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedbed.model.prose import Run
from seedbed.text.mathematics import math_text, mathml, read_mathematics

formulas = st.one_of(
    st.text(max_size=30),
    st.text(alphabet=st.sampled_from(list("ab12\\{}^_&<>\"'$ ")), max_size=24),
    st.lists(
        st.sampled_from(["\\frac", "\\text", "\\href", "\\style", "\\left(", "{", "}", "^", "_", "<b>", "&"]),
        max_size=8,
    ).map("".join),
)  # fmt: skip


@settings(deadline=None)
@given(formulas)
def test_no_formula_makes_it_raise(source: str) -> None:
    assert "\\" not in math_text(source)
    written = mathml(source)
    if written:
        root = ET.fromstring(written)  # noqa: S314 (our own)
        assert root.tag == "math"
        for element in root.iter():
            assert not {"href", "style", "class", "id"} & set(element.keys())
            assert "\\" not in (element.text or "")


@settings(deadline=None)
@given(formulas)
def test_mathml_passes_through_markdown(source: str) -> None:
    written = mathml(source)
    if written:
        html = markdown.markdown(
            f'a <span class="math">{written}</span> b', extensions=["attr_list", "md_in_html"]
        )
        assert html == f'<p>a <span class="math">{written}</span> b</p>'


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("M_i", "Mᵢ"),
        ("M_{ij}", "Mᵢⱼ"),
        ("M_{ab}", "M_(ab)"),
        ("10^{-3}", "10⁻³"),
        ("x^2", "x²"),
        ("x^\\alpha", "x^α"),
        ("\\frac{a}{b}", "ab"),
        ("\\log n", "log n"),
        ("a \\leq b", "a ≤ b"),
        ("\\mathcal{L}", "L"),
        ("", ""),
    ],
)
def test_plain_text(source: str, text: str) -> None:
    assert math_text(source) == text


@pytest.mark.parametrize(
    ("source", "run"),
    [
        ("\\times", Run("×")),
        ("\\to", Run("→")),
        ("90\\%", Run("90%")),
        ("2,500", Run("2,500")),
        ("\\textit{false information}", Run("false information", "emphasis")),
        ("\\text{words}", Run("words")),
        ("x", Run("x", "math", "x")),
        ("\\unheardof", Run("")),
    ],
)
def test_what_needs_no_typesetting_is_text(source: str, run: Run) -> None:
    assert read_mathematics(source) == run


def test_what_cannot_be_set_gives_nothing() -> None:
    assert mathml("a^{") == ""
    assert mathml("\\unheardof x") == ""
    assert mathml("x" * 5000) == ""


def test_markup_in_a_formula_is_text() -> None:
    assert "<b>" not in mathml("\\text{<b>}")
    assert "javascript" not in mathml("\\href{javascript:alert(1)}{x}")
