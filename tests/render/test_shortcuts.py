"""What is left out of Python-Markdown's steps changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import InlineProcessor

from seedbed.render.shortcuts import _Fences, _Final, _Inline, _RawHtml, _Toc, _Whitespace, take_shortcuts

EXTENSIONS = ["fenced_code", "md_in_html", "tables", "toc", "attr_list"]

FRAGMENTS = st.sampled_from(
    [
        *(
            "*a*",
            "_b_",
            "**c _d_**",
            "[l](x.md)",
            "![i](y)",
            "[r]",
            "\n\n[r]: z\n\n",
            "<http://a.b>",
            "<a@b.c>",
            "\\*",
        ),
        *(
            "a@b.c",
            "http://x.y",
            "&copy;",
            "1 < 2 & 3",
            "* * *",
            "> q",
            "| a |\n|---|\n| *b* |",
            "t  \nu",
            "`",
            "!",
        ),
        *("\n", "\n\n", " ", "  \n", "\t", "\r", "\r\n", "text", "# Heading {: #own }", "    code", "- item"),
        *("```\n", "```python\nx\n```", "~~~ {.a}\nx\n~~~\n", "`a`", "\x02", "\x03", "\x02wzxhzdk:0\x03"),
        *(
            "<div>\n\nx\n\n</div>",
            "<p>a</p>",
            "<div markdown>\n\n*a* <b>b</b>\n\n</div>",
            "<b>",
            "</b>",
            "<hr>",
        ),
        *(
            "<div>\x02wzxhzdk:1\x03</div>\n\n",
            "<p>\x02wzxhzdk:0\x03</p>",
            "[TOC]",
            "&amp;",
            "<!-- c -->",
            "<?php ?>",
        ),
    ]
)


@pytest.mark.parametrize("extensions", [EXTENSIONS, ["md_in_html"], []], ids=["all", "few", "none"])
@settings(max_examples=300, deadline=None)
@given(text=st.lists(FRAGMENTS, max_size=20).map("".join))
@example(text="```\n<b>\n```\n\n<div>\n\n</div>\n\n```")
@example(text="a \n  \n\tb\n<span>\n")
@example(text="# A\n\n[TOC]\n\n## B *c*\n\ntext [TOC]")
def test_the_same_html_comes_out(text: str, extensions: list[str]) -> None:
    ours = Markdown(extensions=extensions)
    take_shortcuts(ours)
    assert ours.convert(text) == Markdown(extensions=extensions).convert(text)


@settings(max_examples=300)
@given(text=st.lists(FRAGMENTS, max_size=20).map("".join))
def test_the_same_lines_come_out(text: str) -> None:
    markdown = Markdown()
    assert _Whitespace(markdown).run(text.split("\n")) == NormalizeWhitespace(markdown).run(text.split("\n"))


def test_the_shortcuts_are_taken() -> None:
    """Fails when Python-Markdown has other processors than those that are known here."""
    markdown = Markdown(extensions=EXTENSIONS)
    take_shortcuts(markdown)
    assert isinstance(markdown.preprocessors["normalize_whitespace"], _Whitespace)
    assert isinstance(markdown.preprocessors["fenced_code_block"], _Fences)
    assert isinstance(markdown.postprocessors["raw_html"], _RawHtml)
    assert type(markdown.treeprocessors["toc"]) is _Toc
    assert type(markdown.treeprocessors["inline"]) is _Inline
    assert type(markdown.parser.blockprocessors) is _Final
    assert "_InlineProcessor__handleInline" in vars(InlineProcessor)
    names = [type(each).__name__ for each in Markdown(extensions=EXTENSIONS).preprocessors]
    assert [type(each).__name__.strip("_") for each in markdown.preprocessors] == [
        name.replace("NormalizeWhitespace", "Whitespace").replace("FencedBlockPreprocessor", "Fences")
        for name in names
    ]
