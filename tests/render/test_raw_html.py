"""Raw HTML is taken out of Markdown as Python-Markdown and MkDocs take it out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.structure.pages import _RawHTMLPreprocessor

from seedbed.render.raw_html import RawIds, _HtmlBlocks, _plain_blocks, take_out_raw_html_faster

EXTENSIONS = (["attr_list", "md_in_html", "tables", "footnotes"], ["fenced_code"])

FRAGMENTS = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            "\n\n\n",
            " ",
            "   ",
            "\t",
            "text",
            "# Heading",
            "    code",
            "> quote",
            "- item",
            "1. item",
            "`<b>`",
        ),
        *(
            '<div class="a">',
            "<div markdown>",
            '<div markdown="span">',
            "</div>",
            "<p>",
            "</p>",
            '<p id="x">',
            "<ol>",
            "</ol>",
        ),
        *(
            "<li>",
            "</li>",
            "<hr>",
            "<br>",
            "<br/>",
            "<hr />",
            "<span>",
            "</span>",
            '<a name="y" href="#x">',
            "</a>",
            "<b>",
        ),
        *(
            "<pre>",
            "</pre>",
            "<script>",
            "</script>",
            "<style>",
            "</style>",
            "<!--",
            "-->",
            "<!doctype x>",
            "<?php",
            "?>",
        ),
        *(
            "&amp;",
            "&lt",
            "&#38;",
            "&#38",
            "& ",
            "AT&T",
            "&nosuch;",
            "<",
            ">",
            "</",
            "<1",
            '"',
            "'",
            "`",
            "\\<",
        ),
        *(
            "<dl>\n<dt>t</dt>\n\n<dd>d</dd>\n</dl>",
            '<svg viewBox="0 0 1 1"><path d="M0"/></svg>',
            "<math><mi>x</mi></math>",
            '<svg>\n<a href="#x"><title>a &amp; b</title><path d="M0"/></a>\n\n</svg>',
            "<title>",
            "<title>t</title>",
            "</title>",
        ),
        *(
            "<DIV ID=z>",
            "</DIV>",
            '<td title="a > b">',
            "<x-y>",
            "<details markdown><summary>s</summary>",
            "</details>",
        ),
        *(
            '<div\nid\n= "spread">',
            "```\n<div>\n```",
            "[^1]: note",
            "[^1]",
            "{: .a #b }",
            "| a | b |\n|---|---|\n| 1 | 2 |",
        ),
    ]
)
texts = st.lists(FRAGMENTS, max_size=25).map("".join)


def outcome(text: str, extensions: list[str], *, faster: bool) -> tuple[Any, ...]:
    markdown = Markdown(extensions=extensions)
    if faster:
        take_out_raw_html_faster(markdown)
        assert isinstance(markdown.preprocessors["html_block"], _HtmlBlocks)
    lines = text.split("\n")
    for name in ("normalize_whitespace", "html_block"):
        lines = markdown.preprocessors[name].run(lines)
    stash = [each if isinstance(each, str) else str(each) for each in markdown.htmlStash.rawHtmlBlocks]
    stash = [each.partition(" at 0x")[0] for each in stash]
    markdown.reset()
    return lines, stash, markdown.convert(text)


@pytest.mark.parametrize("extensions", EXTENSIONS)
@settings(max_examples=300, deadline=None)
@given(text=texts)
@example(text="<ol>\n<li>a</li>\n\n<li>b</li></ol>\n\n<p>x</p>\n\ntext\n\n<div>\n\n</div>")
@example(text="<div markdown>\n\n<p>x</p>\n\n*y*\n\n</div>\n\n<p>z</p>")
@example(text="<div>\n\n<p>x</p>\n\n<p>y</p>\n\ntext")
@example(text="&lt\n\n<p>&amp</p>\n\nx")
@example(text="a <b\n\n<p>x</p>\n\n")
def test_the_same_text_and_the_same_stash_come_out(text: str, extensions: list[str]) -> None:
    assert outcome(text, extensions, faster=True) == outcome(text, extensions, faster=False)


@settings(max_examples=300, deadline=None)
@given(text=texts)
@example(text='<p id="a&amp;b" ID=\'c\' data-id="no" name="no">')
def test_the_same_ids_are_found(text: str) -> None:
    theirs, ours = _RawHTMLPreprocessor(), RawIds()
    for each in (theirs, ours):
        each.run(text.split("\n"))
    # An id without a value is None to MkDocs, and no link can lead to it.
    without_value: set[Any] = {None}
    assert ours.present_anchor_ids - without_value == theirs.present_anchor_ids - without_value


def test_a_picture_whose_marks_have_titles_is_plain_to_see() -> None:
    mark = '<a href="#x"><title>a</title><path d="M0"/></a>'
    picture = f'<figure>\n<svg viewBox="0 0 1 1">{mark}</svg>\n</figure>'
    text = f"{picture}\n\ntext\n\n"
    assert [text[start:end] for start, end in _plain_blocks(text, Markdown())] == [picture]
    odd = text.replace("<title>a<", "<title>a<i><")
    assert list(_plain_blocks(odd, Markdown())) == []


def test_blocks_that_are_plain_to_see_are_seen() -> None:
    first, second = '<ol class="rows">\n<li id="x">a &amp; b</li>\n\n<li>c<br>d</li>\n</ol>', "<p>e</p>"
    text = f"{first}\n\ntext <b>bold</b>\n\n{second}\n\n"
    assert [text[start:end] for start, end in _plain_blocks(text, Markdown())] == [first, second]
