"""Addresses in running text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedbed.text.identifiers import (
    address_at,
    address_of,
    find_addresses,
    locate_addresses,
    without_addresses,
)

CASES = {
    "Code: https://github.com/a/b.": ("https://github.com/a/b",),
    "(see https://x.org/y)": ("https://x.org/y",),
    "https://en.wikipedia.org/wiki/Seed_(plant) is": ("https://en.wikipedia.org/wiki/Seed_(plant)",),
    "www.example.org, and WWW.x.de": ("https://www.example.org", "https://WWW.x.de"),
    r"https://x.org/a\_b\%20c": ("https://x.org/a_b%20c",),
    "https://x.org twice: https://x.org": ("https://x.org",),
    "https:// and http://, www.": (),
    "a@www.example.org, foo.www.x": (),
    "ftp://x.org javascript:alert(1)": (),
    '<a href="https://x.org/">': ("https://x.org/",),
    "“https://x.org/a”": ("https://x.org/a",),
    r"https://x.org/a\emph{b}": ("https://x.org/a",),
}


@pytest.mark.parametrize(("text", "found"), CASES.items(), ids=CASES)
def test_found(text: str, found: tuple[str, ...]) -> None:
    assert find_addresses(text) == found


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from(list("htps:/w.aorg \\_()[],'*")), max_size=60))
def test_places_are_apart_and_found_again(text: str) -> None:
    end = 0
    for address in locate_addresses(text):
        assert end <= address.start < address.end <= len(text)
        assert address.url.lower().startswith(("http://", "https://"))
        assert address_at(text, address.start, len(text)) == address
        end = address.end


def test_without_its_addresses_a_text_is_as_long_and_all_else_stands_where_it_stood() -> None:
    text = "See https://a.org/b, or www.c.org."
    assert without_addresses(text) == f"See {'.' * 15}, or {'.' * 9}."
    assert without_addresses("None here.") == "None here."


@pytest.mark.parametrize(
    ("stated", "address"),
    [
        ("10.1234/abc", "https://doi.org/10.1234/abc"),
        ("https://dx.doi.org/10.1234/abc.", "https://doi.org/10.1234/abc"),
        ("doi: 10.1234/abc", "https://doi.org/10.1234/abc"),
        ("arXiv:2401.01234v3", "https://arxiv.org/abs/2401.01234v3"),
        ("hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001"),
        ("https://a.example/b?c=d", "https://a.example/b?c=d"),
        ("www.a.example", "https://www.a.example"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("see https://a.example", ""),
        ("", ""),
    ],
)
def test_the_address_that_an_identifier_stands_for(stated: str, address: str) -> None:
    assert address_of(stated) == address
