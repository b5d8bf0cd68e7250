from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slugify import slugify

from seedbed.text.slugs import LONGEST_SLUG, numbered, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Humanity’s Last Exam", "humanitys-last-exam"),
        ("Łukasz Groß", "lukasz-gross"),
        ("C++ &amp; <b>", "c-amp-b"),
        ("CON", "con-page"),
        ("index", "index-page"),
        ("LPT9", "lpt9-page"),
    ],
)
def test_a_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_texts_without_letters_do_not_meet() -> None:
    assert slug("🙂") != slug("🙃")
    assert slug("") == slug("")


@given(st.text(max_size=300))
@settings(deadline=None)  # the first slug loads the tables of a transliteration
def test_every_slug_is_safe_on_every_file_system(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= LONGEST_SLUG
    assert made not in {"con", "prn", "aux", "nul", "index", "com1", "lpt1"}


@given(st.text(st.characters(max_codepoint=127), max_size=120))
@settings(deadline=None)
def test_ascii_is_slugged_as_the_library_does(text: str) -> None:
    bare = text.replace("'", "").replace("`", "")
    made = slugify(
        bare, entities=False, decimal=False, hexadecimal=False, max_length=LONGEST_SLUG, word_boundary=True
    )
    assert slug(text) in {made, f"{made}-page"} or not made


@given(st.text(max_size=300), st.integers(min_value=1, max_value=10**6))
@settings(deadline=None)
def test_numbers_keep_slugs_apart_and_short(text: str, number: int) -> None:
    made = numbered(slug(text), number)
    assert len(made) <= LONGEST_SLUG
    assert number == 1 or made.endswith(f"-{number}")
