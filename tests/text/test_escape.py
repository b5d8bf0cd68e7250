"""Escaped text, sent through the real Markdown with every extension that might take it for markup."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from seedbed.text.escape import escape

SITE = ["attr_list", "md_in_html", "tables", "toc"]
MORE = [
    "abbr",
    "admonition",
    "def_list",
    "footnotes",
    "wikilinks",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]

HOSTILE = [
    " ",
    "    four spaces",
    "trailing  ",
    "tab\tbed",
    "# heading #",
    "C#",
    "1. one",
    "1986. A year",
    "(1) one",
    "- item",
    "+ item",
    "---",
    "===",
    "> quoted",
    "a --- b -- c...",
    "*a* _b_ **c** __d__ `e` ``f``",
    "[x](https://example.org 'y') ![x](y)",
    "[x]: https://example.org",
    "[^1] and [^1]: note",
    "*[HTML]: Hyper",
    "{: .x #y onclick=z }",
    "x {.y}",
    "<script>alert(1)</script>",
    "<!-- no -->",
    "</p></div>",
    "a & b &amp; &#42; &copy;",
    '" onmouseover="x',
    "| a | b |",
    "!!! note",
    "??? details",
    "???+ details",
    '=== "Tab"',
    "```python",
    "~~~",
    '--8<-- "../../../etc/passwd"',
    ';--8<-- "x"',
    ":smile: :+1:",
    ": definition",
    "++ctrl+alt++ ==mark== ^^ins^^ ~~del~~ H~2~O x^2^",
    "{++in++} {--out--} {>>note<<}",
    "$x$ $$y$$ \\(z\\) \\[w\\]",
    "(c) (tm) (r) c/o 1/2 +/- =/= --> <-- <->",
    "https://example.org/a_b www.example.org a@example.org #1 @user",
    "[TOC]",
    "[[wiki]]",
    "[ ] task",
    "\\* \\\\ \\",
    "\x02klzzwxh:0\x03",
    "\x02amp\x03",
    "{{ x }} {% y %}",
    "---\ntitle: x\n---",
]

text = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.sampled_from(list("ab1 .-_*`[](){}<>&#|~^=+:!\\\"'$@/%?;,\t\n")), max_size=24),
    st.lists(st.sampled_from(HOSTILE), max_size=4).map(" ".join),
)


class _Words(HTMLParser):
    """What stands inside the element that has the id `here`, and which elements it opens."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.value = ""
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_id = dict(attrs).get("id")
        if given_id == "here":
            self.inside = True
            self.value = dict(attrs).get("title") or ""
        elif given_id == "end":
            self.inside = False
        elif self.inside:
            self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text += data


def shown(source: str, extensions: list[str]) -> _Words:
    words = _Words()
    words.feed(markdown.markdown(source, extensions=extensions))
    words.close()
    return words


def survives(original: str) -> str:
    """What `original` becomes on a page: the same, but for line ends and what no page may hold."""
    kept = original.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    return "".join("\ufffd" if _unwritable(ord(mark)) else mark for mark in kept)


def _unwritable(point: int) -> bool:
    control = point < 32 and point != 9
    return (
        control
        or 0x7F <= point <= 0x9F
        or 0xD800 <= point <= 0xDFFF
        or 0xFDD0 <= point <= 0xFDEF
        or point
        in (
            0xFFFE,
            0xFFFF,
        )
    )


PLACES: dict[str, Callable[[str], str]] = {
    "paragraph": lambda it: f'<b id="here"></b>{it}<b id="end"></b>\n',
    "line": lambda it: f'<b id="here"></b>\n{it}\n<b id="end"></b>\n',
    "heading": lambda it: f'# <b id="here"></b>{it}<b id="end"></b>\n',
    "item": lambda it: f'- one\n- <b id="here"></b>{it}<b id="end"></b>\n',
    "link": lambda it: f'<b id="here"></b>[{it}](x.html)<b id="end"></b>\n',
    "emphasis": lambda it: f'<b id="here"></b><em>{it}</em><b id="end"></b>\n',
    "cell": lambda it: f'| a |\n|---|\n| <b id="here"></b>{it}<b id="end"></b> |\n',
    "inside HTML": lambda it: f'<div markdown="1">\n\n<b id="here"></b>{it}<b id="end"></b>\n\n</div>\n',
    "raw HTML": lambda it: f'<div>\n<b id="here"></b>{it}<b id="end"></b>\n</div>\n',
}
OPENS = {"link": ["a"], "emphasis": ["em"]}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("extensions", [SITE, SITE + MORE], ids=["site", "more"])
@settings(deadline=None)
@given(text)
def test_survives_markdown(place: str, extensions: list[str], original: str) -> None:
    assume(original or place != "line")  # an empty line would part the paragraph that it stands in
    words = shown(PLACES[place](escape(original)), extensions)
    assert words.text.strip("\n") == survives(original)  # no line end of the text's own is left
    assert words.tags == OPENS.get(place, [])


@pytest.mark.parametrize("original", HOSTILE)
@pytest.mark.parametrize("place", PLACES)
def test_hostile_text_survives(place: str, original: str) -> None:
    words = shown(PLACES[place](escape(original)), SITE + MORE)
    assert words.text.strip("\n") == survives(original)
    assert words.tags == OPENS.get(place, [])


@settings(deadline=None)
@given(text)
@example('" onmouseover="x')
def test_survives_in_an_attribute(original: str) -> None:
    for source in (
        f'<i id="here" title="{escape(original)}"></i> x\n',
        f'<p id="here" title="{escape(original)}">x</p>\n',
    ):
        assert shown(source, SITE + MORE).value == survives(original)


@settings(deadline=None)
@given(text)
def test_starts_no_block(original: str) -> None:
    html = markdown.markdown(escape(original), extensions=SITE + MORE)
    assert html == "" or html.startswith("<p>")
    assert html.count("<p>") <= 1


@settings(deadline=None)
@given(text)
def test_inside_a_line_less_is_escaped(original: str) -> None:
    words = shown(f'<b id="here"></b>a{escape(original, inside=True)}b<b id="end"></b>', SITE + MORE)
    assert words.text == f"a{survives(original)}b"
    assert words.tags == []


def test_plain_words_are_left_alone() -> None:
    words = "Soft Hands, Part II: what models don't say (2,500 of them); a follow-up?"
    assert escape(words) == words
