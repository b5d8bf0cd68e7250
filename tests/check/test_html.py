from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seedbed.check import html
from tests.check.sites import faults, page


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<div><p>x</div></div>", "</div> closes nothing"),
        ("<b><i>x</b></i>", "<i> is not closed before </b>"),
        ("<section>", "<section> is not closed before </body>"),
        ('<p id="a">x</p><p id="a">y</p>', 'the id "a" stands 2 times'),
        ("<h1>Another</h1>", "has 2 h1 headings"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, body: str, said: str) -> None:
    found = faults(tmp_path, index=page(body))
    assert any(said in each[2] for each in found)
    assert {each[1] for each in found} == {"html"}


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>one<li>two</ul><p>x<p>y",
        "<script>if (a < b) document.write('</p><b>')</script>",
        "<textarea></p></textarea>",
        '<p title="a > b </div>">x</p><br><img alt="" src="index.html"/>',
        '<img alt="<b>" src="index.html" />',
        "<!-- </div> --><svg><path d='M0 0'/></svg>",
        "<table><tr><td>1<td>2<tr><td>3</table>",
    ],
)
def test_html_that_browsers_read_as_meant_is_none(tmp_path: Path, body: str) -> None:
    assert faults(tmp_path, index=page(body)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (page(lang=""), "what language"),
        (page().replace("<title>T</title>", ""), "no title"),
        (page().replace("<title>T</title>", "<title> </title>"), "no title"),
        (page().replace('content="D"', 'content=" "'), "no description"),
        (page().replace("<h1>H</h1>", ""), "0 h1 headings"),
        (page().replace("<h1>H</h1>", "<h1> </h1>"), "h1 heading is empty"),
    ],
)
def test_a_page_says_what_it_is(tmp_path: Path, text: str, said: str) -> None:
    [found] = faults(tmp_path, index=text)
    assert said in found[2]


@pytest.mark.parametrize("part", ['<a "', "<a '", "<!--", "<", "</", "<b>", "</p>", "<script>", "<title>"])
def test_hostile_text_is_judged_and_nothing_else_happens(tmp_path: Path, part: str) -> None:
    found = faults(tmp_path, index=page(part * 20_000))
    assert {each[1] for each in found} <= {"html"}


PARTS = st.sampled_from(
    [
        *(
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<p>",
            "</p>",
            "<li>",
            "</li>",
            "<ul>",
            "</ul>",
            "<br>",
            "</br>",
            "<br/>",
        ),
        *(
            "<svg/>",
            "<B>",
            "</B>",
            "<b",
            ">",
            "/>",
            "</",
            "<",
            "/",
            '"',
            "'",
            ' a="',
            " a='",
            "=",
            " ",
            "text",
        ),
        *(
            "<!--",
            "-->",
            "<!-->",
            "<!doctype html>",
            "<?x?>",
            "<script>",
            "</script>",
            "<script/>",
            "<script x",
        ),
        *(
            "<title>",
            "</title>",
            "<TITLE>",
            "</Title>",
            "<title/>",
            "<titles>",
            "<style>",
            "</style >",
            "<style\n>",
        ),
        *(
            "<textarea>",
            "</textarea>",
            '<b title="</b>">',
            "<i title='<b>'/>",
            '<p a="<!--">',
            "<x-y>",
            "</x-y>",
        ),
    ]
)


@settings(max_examples=2_000, deadline=None)
@given(st.lists(PARTS, max_size=14).map("".join))
@example("<b><!--</b><!---->")
@example("<b<textarea></textarea>")
@example('<p a="<script>"></p><i></script>')
def test_the_quick_look_lets_no_fault_pass(text: str) -> None:
    if html._is_matched(text):
        assert list(html._every_mismatch(text)) == []


def test_the_quick_look_is_enough_for_a_sound_page() -> None:
    body = '<ul><li>one<li>two</ul><img alt="<b>" src="x"/><!-- </p> --><script>"</b>"</script><p>x<p>y'
    assert html._is_matched(page(body))
